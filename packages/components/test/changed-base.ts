import type { SchemeTexts } from '@cobuild/core';
import { createSchemeDraft, newSchemeTexts } from '@cobuild/core';

const parameter = (zh: string, en: string, value: number, overlay: string): object => ({ title: { 'zh-CN': zh, en }, type: 'integer', value, overlay, provenance: { kind: 'invented' } });

/** A city's scheme, as a district reviewed it last and as it is now: one limit is higher, one notice longer, one grant and a test are gone, a cap is new. `locked`: as it was, with a section that has to stay and one that need not. */
export function cityTexts(state: 'before' | 'now' | 'locked'): SchemeTexts {
  const draft = createSchemeDraft(newSchemeTexts('city', '市级模板'));
  const isNow = state === 'now';
  const test = (id: string): object => ({ id, description: '一个案件', case: { id: 'a', submittedAt: '2026-03-05T09:00:00+08:00', applicant: { id: 'x' }, answers: {} }, expect: { eligibility: 'eligible' } });
  draft.change([
    { kind: 'set', pointer: '/parameters', value: {
      minHouseholds: parameter('最少受益户数', 'Fewest households', isNow ? 35 : 20, 'raise'), noticeDays: parameter('公示天数', 'Days of notice', isNow ? 7 : 5, 'any'),
      ...(isNow ? { cap: parameter('项目上限', 'Cap per project', 50000, 'lower') } : { perHousehold: parameter('每户补助', 'Grant per household', 200, 'any') }),
    } },
    { kind: 'set', pointer: '/tests', value: isNow ? [test('kept-test')] : [test('kept-test'), test('old-test')] },
  ]);
  if (state === 'locked') draft.change([{ kind: 'set', pointer: '/forms/0/layout/steps/0/sections/0/overlay', value: 'keep' }, { kind: 'insert', pointer: '/forms/0/layout/steps/0/sections', index: 1, value: { id: 'more', title: { 'zh-CN': '补充材料', en: 'More' }, fields: [] } }]);
  return draft.texts;
}

/** A district over it that says something of its own of all that. */
export function districtTexts(): SchemeTexts {
  return { 'scheme.json': `${JSON.stringify({
    extends: '../city', formatVersion: 1, id: 'district', version: '1.0.0', title: { 'zh-CN': '区方案' },
    parameters: { minHouseholds: { value: 30 }, noticeDays: { value: 10 }, perHousehold: { value: 300 } }, replacesTests: ['old-test'],
  }, undefined, 2)}\n` };
}

/** The city's files as an editor of the district is given them. */
export const overCity = (state: 'before' | 'now' | 'locked'): SchemeTexts => Object.fromEntries(Object.entries(cityTexts(state)).map(([path, text]) => [`../city/${path}`, text]));
