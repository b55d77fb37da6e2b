import { describe, expect, it } from 'vitest';
import { wordsIn } from './word-breaks.js';

describe('wordsIn', () => {
  it('finds the words of a head in Chinese, none of a single character', () => {
    expect(['申请专项资金', '党组织书记', '党内统计归口单位', '牵头书记', '项目类别'].map((text) => wordsIn(text).join('|'))).toEqual(['申请|专项|资金', '党组织|书记', '党内|统计|归口|单位', '牵头|书记', '项目|类别']);
  });

  it('keeps every character, whatever the text is', () => {
    for (const text of ['', '额', '金额（元）', 'Amount asked for', '共建 2 年']) expect(wordsIn(text).join('')).toBe(text);
  });
});
