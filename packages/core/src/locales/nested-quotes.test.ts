import { describe, expect, it } from 'vitest';
import { inTermsOf, message } from '../index.js';
import { nestQuotes } from './nested-quotes.js';
import { wordTables } from './word-tables.js';

describe('nestQuotes', () => {
  it.each([
    ['“村“两委”商议”还没有日期', '“村‘两委’商议”还没有日期'],
    ['步骤““两委”商议”和“党员“审议””', '步骤“‘两委’商议”和“党员‘审议’”'],
    ['"村“两委”商议" has no date', '"村‘两委’商议" has no date'],
    ['"The "two committees" meet" and "then"', `"The 'two committees' meet" and "then"`],
    ['""Yes" or no" is no title', `"'Yes' or no" is no title`],
    ['「甲「乙」」与「村“两委”商议」', '「甲『乙』」与「村“两委”商议」'],
    ['“a“b“c”””', '“a‘b“c”’”'],
  ])('%s', (text, expected) => {
    expect(nestQuotes(text)).toBe(expected);
  });

  it.each([
    '请写 "type"，例如 "type": "string"；', '请写"a"或"b"。', '{"fact":"x","value":["a","b"]}', '"" is empty, and "a" is not', '“甲”和“乙”', '12" pipes, "a"', '“没有写完', '“a””', 'plain',
  ])('leaves %s as it is', (text) => {
    expect(nestQuotes(text)).toBe(text);
  });
});

describe('names with quotation marks in sentences', () => {
  const twoCommittees = { 'zh-CN': '村“两委”商议', en: 'Meeting of the "two committees"' };

  it('are quoted inside a quotation in messages of a form', () => {
    expect(message('form/unknown-field', { label: '村“两委”商议' }, 'zh-CN')).toBe('表单里没有“村‘两委’商议”这个字段');
    expect(message('form/unknown-field', { label: twoCommittees.en }, 'en')).toContain(`“Meeting of the 'two committees'”`);
  });

  it('and in tables of words, with and without terms of the scheme', () => {
    const words = wordTables({ 'zh-CN': { sent: ({ name }: { name: string }) => `“${name}”已送镇街`, plain: '“镇街“两委””' }, en: { sent: ({ name }: { name: string }) => `"${name}" went to the town`, plain: '' } });
    expect([words['zh-CN'].sent({ name: twoCommittees['zh-CN'] }), words.en.sent({ name: twoCommittees.en })]).toEqual(['“村‘两委’商议”已送镇街', `"Meeting of the 'two committees'" went to the town`]);
    expect(inTermsOf({ town: { 'zh-CN': '乡镇', en: 'township' } }, () => words['zh-CN'].sent({ name: '镇街“两委”' }))).toBe('“镇街‘两委’”已送乡镇');
  });
});
