import { describe, expect, it } from 'vitest';
import { schemeCodes } from '../scheme/problem-codes.js';
import { schemeEn, schemeRemediesEn } from './scheme-en.js';
import { schemeRemediesZhCn, schemeZhCn } from './scheme-zh-cn.js';

describe('sentences about schemes', () => {
  it.each(schemeCodes)('%s has one in each language, even without parameters', (code) => {
    expect(schemeZhCn[code]({})).toMatch(/[\u4e00-\u9fff]/);
    expect(schemeEn[code]({})).toMatch(/[a-z]/);
    expect(schemeZhCn[code]({}) + schemeEn[code]({})).not.toMatch(/undefined|NaN/);
  });

  it.each(schemeCodes)('%s has a remedy in each language that says what to do', (code) => {
    const params = { type: ['string'], found: 'boolean', limit: 4, keyword: 'type', nearest: 'near', known: ['near'], allowed: ['near'], types: ['money'], minimum: 1, missing: 'near', parameter: 'near', place: 'near' };
    const [chinese, english] = [schemeRemediesZhCn[code]({ ...params, type: code === 'scheme/parameter-value' ? 'period' : params.type }), schemeRemediesEn[code]({ ...params, type: code === 'scheme/parameter-value' ? 'period' : params.type })];
    expect(chinese).toMatch(/[\u4e00-\u9fff]/);
    expect(english).toMatch(/[a-z]/);
    expect(english).not.toMatch(/[\u4e00-\u9fff]/);
  });
});
