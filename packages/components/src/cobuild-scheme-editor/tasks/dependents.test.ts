import { createSchemeDraft } from '@cobuild/core';
import { readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { dependentsOf } from './dependents.js';

/** The scheme of Gaoming, in which much is left open. */
function gaoming(): object {
  const folder = fileURLToPath(new URL('../../../../../examples/schemes/gaoming/', import.meta.url));
  const files = Object.fromEntries(readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.json')).map((path) => [path, readFileSync(`${folder}${path}`, 'utf8')]));
  return createSchemeDraft(files).document as object;
}

describe('dependentsOf', () => {
  const scheme = {
    parameters: { passRatio: { title: { 'zh-CN': '通过比例' }, value: 'UNDECIDED' }, cap: { title: { 'zh-CN': '上限' }, value: 'UNDECIDED' } },
    forms: [{ id: 'application', schema: { properties: { amount: { type: 'number' } } }, fields: { '/amount': { visibleWhen: { fact: 'x', operator: 'equal', value: 1 } } } }],
    eligibility: { rules: [{ id: 'below', title: { 'zh-CN': '不超过上限' }, conditions: { all: [{ fact: 'amount', operator: 'lessThanInclusive', value: { fact: 'parameters', path: '$.cap' } }] } }] },
    thresholds: [{ id: 'meeting', title: { 'zh-CN': '会议表决' }, ratio: { parameter: 'passRatio' } }],
    stages: [{ id: 'meeting', title: { 'zh-CN': '评审会' }, method: 'vote', threshold: 'meeting', outcomes: [] }, { id: 'other', title: { 'zh-CN': '别的环节' }, method: 'approval', outcomes: [{ id: 'x', to: 'meeting' }] }],
    tests: [{ id: 't', case: { answers: { path: '$.cap' } } }],
  };

  it('names the rule that reads a parameter', () => {
    expect(dependentsOf(scheme, '/parameters/cap/value', 'zh-CN')).toEqual([{ pointer: '/parameters/cap', title: '上限' }, { pointer: '/eligibility/rules/0', title: '不超过上限' }]);
  });

  it('follows what names what, in its turn, and takes an id of another part for nothing', () => {
    expect(dependentsOf(scheme, '/parameters/passRatio/value', 'zh-CN').map(({ title }) => title)).toEqual(['通过比例', '会议表决', '评审会']);
    expect(dependentsOf(scheme, '/thresholds/0/ratio', 'zh-CN').map(({ title }) => title)).toEqual(['会议表决', '评审会']);
  });

  it('finds for what Gaoming leaves open the stages that it holds up', () => {
    const document = gaoming();
    const waiting = dependentsOf(document, '/parameters/passRatio/value', 'zh-CN').map(({ pointer }) => pointer);
    expect(waiting[0]).toBe('/parameters/passRatio');
    expect(waiting.some((pointer) => pointer.startsWith('/thresholds/'))).toBe(true);
    expect(waiting.some((pointer) => pointer.startsWith('/stages/'))).toBe(true);
  });
});
