import { describe, expect, it } from 'vitest';
import { schemeCodes } from '../scheme/problem-codes.js';
import { describe as describeFinding } from '../scheme/describe-problem.js';
import { remediesTitlesOnly, sentencesTitlesOnly } from './scheme-titles-only.js';

/** What a finding of any kind could hold. */
const params = { type: ['string'], found: 'boolean', limit: 4, known: ['near'], allowed: ['approve'], types: ['money'], minimum: 1, parameter: 'near', key: 'near', low: 'minLength', high: 'maxLength', method: 'vote', kind: 'approved', examples: ['"skip"'] };
const document = { supervision: { records: [{ title: { 'zh-CN': '过程材料', en: 'Process' } }] } };

describe('sentences about schemes with titles only', () => {
  it('have the same codes in both languages', () => {
    expect(Object.keys(sentencesTitlesOnly.en)).toEqual(Object.keys(sentencesTitlesOnly['zh-CN']));
    expect(Object.keys(remediesTitlesOnly.en)).toEqual(Object.keys(remediesTitlesOnly['zh-CN']));
  });

  it.each(schemeCodes)('%s has no key behind a word', (code) => {
    for (const locale of ['zh-CN', 'en'] as const) {
      const { message } = describeFinding({ code, params }, document, '/supervision/records/0/deadline', { locale, titlesOnly: true });
      expect(message).not.toMatch(/（(?:deadline|holds|call|onDeadline|opensProject|minLength|maxLength|near)）|\("?(?:deadline|holds|near|minLength)"?\)/);
    }
  });

  it('call a method and an outcome by their words', () => {
    const finding = { code: 'scheme/stage-needs-outcome', params: { method: 'vote', kind: 'approved' } };
    const [titled, forFiles] = [true, false].map((titlesOnly) => describeFinding(finding, {}, '/stages/0/outcomes', { locale: 'zh-CN', titlesOnly }).message);
    expect(forFiles).toContain('“vote”');
    expect(titled).not.toMatch(/[a-z]/);
  });

  it('call the cell of a table by the title of its column', () => {
    const table = { title: { 'zh-CN': '路径' }, outputs: [{ id: 'way', title: { 'zh-CN': '表决方式' } }], rows: [{ title: { 'zh-CN': '成员人选' }, outputs: { way: 'UNDECIDED' } }] };
    const finding = { code: 'scheme/undecided', params: { blocksPublishing: true, examples: [] } };
    expect(describeFinding(finding, { decisionTables: [table] }, '/decisionTables/0/rows/0/outputs/way', { locale: 'zh-CN', titlesOnly: true }).message).toBe('「成员人选」的表决方式尚未决定');
  });
});
