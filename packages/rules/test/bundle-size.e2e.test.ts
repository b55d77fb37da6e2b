import { beforeAll, describe, expect, it } from 'vitest';
import type { EvaluationBundle } from './evaluation-bundle.mjs';
import { bundleOf } from './evaluation-bundle.mjs';

/** What a page loads that evaluates policies and does nothing else. */
const LIMIT_BYTES = 10 * 1024;

describe('a bundle that evaluates policies', () => {
  let bundle: EvaluationBundle;
  beforeAll(async () => { bundle = await bundleOf(); });

  it(`has at most ${LIMIT_BYTES} bytes, minified and gzipped`, () => {
    expect(bundle.gzipBytes).toBeLessThanOrEqual(LIMIT_BYTES);
  });

  it('holds nothing of json-rules-engine or jsonpath-plus and no code that is made from text', () => {
    expect(bundle.forbidden).toEqual([]);
  });

  it('holds no sentences: these are for who explains', () => {
    expect(bundle.modules.filter(({ id }) => /\/(locales|explanation)\//.test(id))).toEqual([]);
    expect(bundle.code).not.toMatch(/[\u4e00-\u9fff]/);
  });

  it('evaluates', async () => {
    const url = `data:text/javascript;base64,${Buffer.from(bundle.code).toString('base64')}`;
    const { compilePolicy } = await import(/* @vite-ignore */ url) as typeof import('../src/policy/index.js');
    const title = { 'zh-CN': '户数' };
    const policy = compilePolicy({ eligibility: { rules: [{ id: 'households', title, reason: title, conditions: { fact: 'households', operator: 'greaterThanInclusive', value: 20 } }] } });
    expect([19, 20, undefined].map((households) => policy.evaluate({ households }).eligibility)).toEqual(['ineligible', 'eligible', 'undetermined']);
  });
});
