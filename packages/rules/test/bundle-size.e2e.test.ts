import { beforeAll, describe, expect, it } from 'vitest';
import type { EvaluationBundle } from './evaluation-bundle.mjs';
import type { compilePolicy as compilePolicyOfSource } from '../src/policy/index.js';
import { bundleOf } from './evaluation-bundle.mjs';

/**
 * What a page loads that evaluates and does nothing else. Conditions alone keep to the ten kilobytes that are the aim for all of it; a whole policy brings
 * exact decimals for scores and decision tables besides, and may not grow further. Traces come in with `tracePolicy` alone.
 */
const LIMITS_KB = { compileCondition: 10, compilePolicy: 17 } as const;

describe('a bundle that evaluates', () => {
  let bundle: EvaluationBundle;
  beforeAll(async () => { bundle = await bundleOf('compilePolicy'); });

  it.each(['compileCondition', 'compilePolicy'] as const)('keeps to its size, minified and gzipped: %s', async (name) => {
    expect((await bundleOf(name)).gzipBytes / 1024).toBeLessThanOrEqual(LIMITS_KB[name]);
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
    const { compilePolicy } = await import(/* @vite-ignore */ url) as { readonly compilePolicy: typeof compilePolicyOfSource };
    const title = { 'zh-CN': '户数' };
    const policy = compilePolicy({ eligibility: { rules: [{ id: 'households', title, reason: title, conditions: { fact: 'households', operator: 'greaterThanInclusive', value: 20 } }] } });
    expect([19, 20, undefined].map((households) => policy.evaluate({ households }).eligibility)).toEqual(['ineligible', 'eligible', 'undetermined']);
  });
});
