import { describe, expect, it } from 'vitest';
import { csvFromSheet, sheetFromText } from './delimited-text.js';

describe('csvFromSheet', () => {
  it('writes texts that begin like a formula as texts', () => {
    expect(csvFromSheet([['=1+1', '+86', '@x', '-5', '-', -5, '海头村']])).toBe("\ufeff'=1+1,'+86,'@x,'-5,-,-5,海头村\r\n");
  });

  it.each([['a,b'], ['say "so"'], ['two\nlines'], [' blank'], ["'=1"], ['-12'], ['']])('reads back as it was: %j', (cell) => {
    expect(sheetFromText(csvFromSheet([['x', cell, 'y'], ['1', '2', '3']]))).toEqual([['x', cell === '' ? null : cell, 'y'], ['1', '2', '3']]);
  });
});

describe('sheetFromText', () => {
  it.each<[string, string, unknown]>([
    ['cells of a spreadsheet', '95\t88\r\n90\t\r\n', [['95', '88'], ['90', null]]],
    ['one column', '95\n88\n90', [['95'], ['88'], ['90']]],
    ['a comma in a cell of a spreadsheet', '1,200\t5', [['1,200', '5']]],
    ['a line break in quotes', '"a\nb"\t5', [['a\nb', '5']]],
    ['an empty last cell', 'a,', [['a', null]]],
    ['empty lines', 'a\n\nb', [['a'], [null], ['b']]],
    ['a quote that nothing closes', '"a,b\nc', [['"a', 'b'], ['c']]],
    ['nothing', '', []],
  ])('reads %s', (_, text, sheet) => {
    expect(sheetFromText(text)).toEqual(sheet);
  });
});
