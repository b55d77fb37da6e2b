import { describe, expect, it } from 'vitest';
import type { Terms } from '../generated/types.js';
import { message } from './message.js';
import { inTermsOf, sayInTerms, wordingOf } from './terms.js';

const township = { town: { 'zh-CN': '乡镇', en: 'township' } };

describe('wordingOf', () => {
  it.each([
    ['zh-CN', '由镇街初审，镇街盖章', '由乡镇初审，乡镇盖章'],
    ['en', 'From your own town.', 'From your own township.'],
    ['en', 'Town of the applicant; two towns', 'Township of the applicant; two townships'],
    ['en', 'Downtown stays', 'Downtown stays'],
  ] as const)('puts the words of the district into %s “%s”', (locale, text, expected) => {
    expect(wordingOf(township, locale)(text)).toBe(expected);
  });

  it('takes the usual word itself as a key, and the longer of two words first', () => {
    const wording = wordingOf({ 立项: { 'zh-CN': '批准' }, 立项公示: { 'zh-CN': '结果公告' } }, 'zh-CN');

    expect(wording('立项后立项公示')).toBe('批准后结果公告');
  });

  it.each<Terms | undefined>([undefined, {}, { town: { 'zh-CN': '' } }, { town: { 'zh-CN': '镇街' } }])('leaves the words where the terms are %j', (terms) => {
    expect(wordingOf(terms, 'zh-CN')('镇街')).toBe('镇街');
  });

  it('takes a term as text and not as a pattern', () => {
    expect(wordingOf({ 'a.b': { 'zh-CN': 'x' } }, 'zh-CN')('a.b acb')).toBe('x acb');
  });

  it.each(['__proto__', 'constructor', 'toString'])('is not disturbed by a term named %s', (name) => {
    const terms = JSON.parse(`{"${name}":{"zh-CN":"乡镇"}}`) as Record<string, { 'zh-CN': string }>;

    expect(wordingOf(terms, 'zh-CN')('镇街')).toBe('镇街');
  });
});

describe('sayInTerms', () => {
  const sentence = ({ label }: Readonly<Record<string, unknown>>): string => `请镇街填写${String(label)}`;

  it('changes our words and not what the sentence quotes', () => {
    expect(sayInTerms(sentence, [{ label: '镇街意见' }], wordingOf(township, 'zh-CN'))).toBe('请乡镇填写镇街意见');
  });
});

describe('inTermsOf', () => {
  it('holds for the sentences made meanwhile and no longer, also after an error', () => {
    const say = (): string => message('form/required', { label: '名称' }, 'zh-CN');
    const usual = say();
    const terms = { 请填写: { 'zh-CN': '须填' } };

    expect(inTermsOf(terms, say)).toBe('须填名称');
    expect(() => inTermsOf(terms, () => { throw new Error('no'); })).toThrow('no');
    expect(say()).toBe(usual);
  });
});
