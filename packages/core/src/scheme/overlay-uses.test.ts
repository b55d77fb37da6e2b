import { describe, expect, it } from 'vitest';
import { overlayFiles, soundScheme } from '../../test/scheme-files.js';
import { parseScheme } from './parse-scheme.js';

const reads = (path: string): object => ({ fact: 'households', operator: 'greaterThanInclusive', value: { fact: 'parameters', path } });
const rule = { id: 'enough', title: { 'zh-CN': '受益户数' }, reason: { 'zh-CN': '户数不足' }, conditions: { all: [reads('$.households')] } };
const base = { ...soundScheme, eligibility: { rules: [rule] } };
const found = (changes: Readonly<Record<string, unknown>>): unknown[] =>
  parseScheme(overlayFiles(changes, base)).problems.map(({ code, document, pointer, params }) => [code, document, pointer, params['key']]);
const bypass = (pointer: string, key: string): unknown[] => [['scheme/overlay-parameter-use', 'scheme.json', pointer, key]];

describe('what uses a parameter that the base limits', () => {
  it('cannot be given a value of its own by an overlay', () => {
    expect(found({ thresholds: [{ id: 'jointVote', ratio: { p: 1, q: 3 } }] })).toEqual(bypass('/thresholds/0/ratio', 'ratio'));
    expect(found({ thresholds: [{ id: 'jointVote', ratio: 'UNDECIDED' }] }).slice(0, 1)).toEqual(bypass('/thresholds/0/ratio', 'ratio'));
  });

  it('cannot refer to another parameter', () => {
    const easy = { title: { 'zh-CN': '另一比例' }, type: 'ratio', value: { p: 1, q: 100 }, overlay: 'any' };
    expect(found({ parameters: { easy }, thresholds: [{ id: 'jointVote', ratio: { parameter: 'easy' } }] })).toEqual(bypass('/thresholds/0/ratio', 'ratio'));
  });

  it('cannot be removed, nor have a condition that does without it', () => {
    expect(found({ eligibility: { rules: [{ id: 'enough', remove: true }] } })).toEqual(bypass('/eligibility/rules/0', 'households'));
    expect(found({ eligibility: { rules: [{ id: 'enough', conditions: { all: [{ fact: 'households', operator: 'greaterThan', value: 0 }] } }] } })).toEqual(bypass('/eligibility/rules/0/conditions', 'households'));
  });

  it('may have its condition built otherwise, and all else changed', () => {
    const conditions = { all: [{ any: [reads("$['households']")] }, { fact: 'name', operator: 'notEqual', value: '' }] };
    expect(found({ eligibility: { rules: [{ id: 'enough', reason: { 'zh-CN': '户数太少' }, conditions }] }, thresholds: [{ id: 'jointVote', base: 'present' }] })).toEqual([]);
  });

  it('is free where the parameter is', () => {
    expect(found({ publicity: { notices: [{ id: 'result', period: { amount: 7, unit: 'workingDay' } }] } })).toEqual([]);
  });
});
