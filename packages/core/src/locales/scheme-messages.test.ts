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

  it('have remedies for the same codes in each language', () => {
    expect(Object.keys(schemeRemediesEn).sort()).toEqual(Object.keys(schemeRemediesZhCn).sort());
    for (const code of Object.keys(schemeRemediesZhCn)) expect(schemeCodes).toContain(code);
  });
});
