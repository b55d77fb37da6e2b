import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bankCardCheckDigit } from '../codes/bank-card.js';
import { findPersonalData, personalDataExcerpt } from './personal-data.js';

const found = (text: string): string[] => findPersonalData(text).map(({ kind, start, end }) => `${kind}: ${text.slice(start, end)}`);
const CARD = `622202123456789012${bankCardCheckDigit('622202123456789012')}`;
const fullWidth = (text: string): string => text.replace(/[!-~]/g, (character) => String.fromCharCode(character.charCodeAt(0) + 0xfee0));

describe('findPersonalData', () => {
  it('finds citizen numbers, mobiles and bank cards in a notice, by place', () => {
    const text = `公示：张三，身份证11010519491231002X，电话13800138000，卡号${CARD}。`;
    expect(found(text)).toEqual(['citizenNumber: 11010519491231002X', 'phone: 13800138000', `bankAccount: ${CARD}`]);
  });

  it.each([
    ['110105 19491231 002X', 'citizenNumber'], ['110105-19491231-002x', 'citizenNumber'], [fullWidth('11010519491231002X'), 'citizenNumber'],
    ['138 0013 8000', 'phone'], ['138-0013-8000', 'phone'], ['1 3 8 0 0 1 3 8 0 0 0', 'phone'], [fullWidth('13800138000'), 'phone'],
    ['一三八〇〇一三八〇〇〇', 'phone'], ['幺三八零零幺三八零零零', 'phone'], ['138零零138000', 'phone'], ['壹叁捌-零零壹叁-捌零零零', 'phone'], ['一一〇一〇五一九四九一二三一〇〇二X', 'citizenNumber'], ['四111一111一1111111', 'bankAccount'],
    ['138\u200B00138000', 'phone'], ['138—0013—8000', 'phone'], ['86 138 0013 8000', 'phone'], ['008613800138000', 'phone'],
    ['4111 1111 1111 1111', 'bankAccount'], ['4111-1111-1111-1111', 'bankAccount'], [fullWidth('4111111111111111'), 'bankAccount'], ['4111　1111　1111　1111', 'bankAccount'],
  ])('finds %s as one %s', (text, kind) => {
    expect(findPersonalData(`见${text}。`)).toEqual([{ kind, start: 1, end: 1 + text.length }]);
  });

  it('finds a citizen number and a mobile written without anything between them', () => {
    expect(found('44052418800101001413800138000')).toEqual(['citizenNumber: 440524188001010014', 'phone: 13800138000']);
    expect(found('11010519491231002X13800138000')).toEqual(['citizenNumber: 11010519491231002X', 'phone: 13800138000']);
    expect(found('13800138000 440524188001010014 13800138001')).toHaveLength(3);
  });

  it('finds a mobile after a citizen number with a mistyped X', () => {
    expect(found('11010519491231003X13800138000')).toEqual(['phone: 13800138000']);
  });

  it('finds a number behind a numeral that is a word of its own', () => {
    expect(found('其一13800138000，其二13800138001')).toEqual(['phone: 13800138000', 'phone: 13800138001']);
  });

  it.each([
    // One digit less, the number, one digit more; and the check digit one off.
    ['1380013800', 0], ['13800138000', 1], ['138001380001', 0], ['12800138000', 0], ['1101051949123100', 0], ['11010519491231002X', 1], ['110105194912310021', 0],
    ['411111111111111', 0], ['4111111111111111', 1], ['41111111111111111', 0], ['4111111111111112', 0], [`${CARD.slice(0, -1)}${(Number(CARD.slice(-1)) + 1) % 10}`, 0],
  ])('finds in %s %i number', (text, count) => {
    expect(findPersonalData(`见${text}。`)).toHaveLength(count);
  });

  it.each(['拨付一百二十三万四千五百六十七元', '项目编号 GM-2026-0000138001', '粤组字〔二〇二六〕一三八号', '总投资 1,380,013,800.00 元', '二〇二六年三月五日至二〇二六年三月十二日'])('leaves "%s" alone', (text) => {
    expect(findPersonalData(text)).toEqual([]);
  });

  it('shows a finding with the words around it and no number in them', () => {
    const text = '请在三月五日以前联系和顺社区的张书记138-0013-8000，或者13900139000，谢谢各位邻居的支持配合';
    const [first, second] = findPersonalData(text);
    if (first === undefined || second === undefined) throw new Error('not found');
    expect(personalDataExcerpt(text, first)).toBe('…和顺社区的张书记******，或者******…');
    expect(personalDataExcerpt(text, second)).toBe('…******，或者******，谢谢各位邻居的…');
    expect(personalDataExcerpt('13800138000', { kind: 'phone', start: 0, end: 11 })).toBe('******');
  });

  it.each([
    ['', 'nothing'], ['110105194912310021', 'a wrong check digit'], ['138001380001', 'twelve digits'], ['2026-03-05 09:30', 'a time'],
    ['440608101201 440608101000', 'village codes'], ['91350100M000100Y43', 'an organisation code'], ['12,000.00 元', 'an amount'],
    ['1000 2000 3000 4000', 'amounts in a row'], ['组通〔2026〕5号', 'a document number'], ['138\n0013\n8000', 'numbers on lines'], ['0757-88221234', 'a landline'],
  ])('leaves "%s" alone: %s', (text) => {
    expect(findPersonalData(text)).toEqual([]);
  });

  it('finds every card wherever it stands among words', () => {
    const word = fc.stringMatching(/^[a-z一-龥，。 ]{0,12}$/);
    const card = fc.integer({ min: 10 ** 9, max: 10 ** 10 - 1 }).map((n) => `62220${n}${bankCardCheckDigit(`62220${n}`)}`);
    fc.assert(fc.property(word, card, word, (before, number, after) => found(`${before}${number}${after}`).join() === `bankAccount: ${number}`));
  });

  it('gives spans in order that do not overlap, for any text', () => {
    const text = fc.stringMatching(/^[\dXx -]{0,120}$/);
    fc.assert(
      fc.property(text, (value) => {
        const spans = findPersonalData(value);
        for (const [index, { start, end }] of spans.entries()) {
          expect(start).toBeGreaterThanOrEqual(spans[index - 1]?.end ?? 0);
          expect(end).toBeGreaterThan(start);
        }
      }),
    );
  });

  it('reads a notice of a hundred thousand numbers in a row', () => {
    expect(findPersonalData('13800138000 '.repeat(100_000))).toHaveLength(100_000);
  });
});
