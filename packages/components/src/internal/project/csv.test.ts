import { describe, expect, it } from 'vitest';
import { csvText } from './csv.js';

describe('csvText', () => {
  it.each([['=1+1', "'=1+1"], ['+86', "'+86"], ['-2', "'-2"], ['@sum', "'@sum"], ['\t=1', "'\t=1"], ['1-2', '1-2'], ['a,b', '"a,b"'], ['说"好"', '"说""好"""'], ['=a,"b"', `"'=a,""b"""`], ['', '']])('writes %j as a text that nothing runs', (given, written) => {
    expect(csvText([[given]])).toBe(`\uFEFF${written}\r\n`);
  });

  it('writes amounts with two decimals as numbers, below 0 too, and nothing that only begins like one', () => {
    expect(csvText([['1.00', '-2.50', '-2.50+1']])).toBe("\uFEFF1.00,-2.50,'-2.50+1\r\n");
  });

  it('writes numbers as numbers, below 0 too', () => {
    expect(csvText([[1, -2.5], ['a', 0]])).toBe('\uFEFF1,-2.5\r\na,0\r\n');
  });
});
