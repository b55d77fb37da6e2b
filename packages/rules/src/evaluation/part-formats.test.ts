import type { Cycle, Evaluation, PublicVote } from '@cobuild/core';
import { createInterpreter, formatSchemas, schemeFormats } from '@cobuild/core';
import { describe, expect, it } from 'vitest';

const byId = Object.fromEntries(Object.values(formatSchemas).map((schema) => [(schema as { $id: string }).$id, schema]));
const interpreter = createInterpreter({ schemas: byId, formats: schemeFormats });
const title = (text: string): { 'zh-CN': string } => ({ 'zh-CN': text });
const isValid = (part: 'evaluation' | 'cycle' | 'public-vote', document: unknown): boolean => interpreter.compile(formatSchemas[part]).validate(document).length === 0;

/** The grading of the source: counts and total are stated, weights, amounts and bonus points are not. */
const evaluation: Evaluation = {
  items: [{ id: 'secretaryAssessment', title: title('党组织书记年度考核') }],
  checks: [{ id: 'acceptance', title: title('验收'), kind: 'acceptance', items: [{ id: 'place', title: title('场所') }], atLeast: 'UNDECIDED' }],
  gradings: [{
    id: 'final', title: title('终评定级'), by: 'places', pot: 348000, tie: 'UNDECIDED', gradeOn: 'UNDECIDED', whenMissing: { parameter: 'whenMissing' }, rounding: { step: 0.01, mode: 'half-up' },
    inputs: [{ id: 'site', title: title('现场评审'), weight: 'UNDECIDED' }, { id: 'daily', title: title('日常了解'), weight: { parameter: 'dailyWeight' } }],
    grades: [{ id: 'special', title: title('特等'), places: { count: 1 }, reward: 'UNDECIDED', bonusPoints: 'UNDECIDED', provenance: { kind: 'stated', source: 'Q10' } }, { id: 'third', title: title('三等'), places: 'rest', reward: { parameter: 'thirdReward' } }],
    joint: { reward: 'UNDECIDED', bonusPoints: 'each' }, marks: { minimum: 80, wholeNumbers: true, shares: [{ from: 90, atMost: { p: 1, q: 2 } }] },
  }],
  pay: [{ id: 'secretary', title: title('书记报酬'), spread: { over: 12 }, parts: [
    { id: 'band', title: title('月报酬'), kind: 'bands', fact: 'score', times: 12, bands: [{ id: 'one', title: title('一档'), from: 'UNDECIDED', amount: 3129 }, { id: 'two', title: title('二档'), below: 'UNDECIDED', amount: 'UNDECIDED' }] },
    { id: 'tree', title: title('折算'), kind: 'formula', computation: { op: 'product', of: ['/days', 100], missing: 'unknown' } },
  ] }],
};

const cycle: Cycle = {
  id: 'site', title: title('示范点'), missingDay: 'UNDECIDED', renewal: { to: 'model', times: 'UNDECIDED' }, withdrawal: { reasons: [{ id: 'fraud', title: title('弄虚作假') }] },
  phases: [{ id: 'create', title: title('创建'), ends: 'acceptance', duration: { amount: 1, unit: 'year' } }, { id: 'commend', title: title('表彰'), ends: 'time', duration: 'UNDECIDED' }, { id: 'model', title: title('推广'), ends: 'time', duration: { parameter: 'modelYears' } }],
};

const vote: PublicVote = {
  id: 'centres', title: title('十佳'), opensAt: '2022-06-01T09:00:00+08:00', closesAt: 'UNDECIDED', picks: { exact: 10 }, change: 'UNDECIDED', totals: { show: 'daily', at: '18:00' },
  jury: { publicWeight: 'UNDECIDED', juryWeight: 'UNDECIDED', normalise: 'UNDECIDED', rankOn: 'UNDECIDED' }, winners: { count: 10, tie: [{ by: 'key', key: { by: 'votes' } }, { by: 'ask' }] },
};

describe('the format', () => {
  it('takes evaluation, cycle and public vote with holes and parameters where a district decides', () => {
    expect([isValid('evaluation', evaluation), isValid('cycle', cycle), isValid('public-vote', vote)]).toEqual([true, true, true]);
  });

  it.each([
    ['evaluation', { gradings: [{ ...evaluation.gradings?.[0], by: 'UNDECIDED' }] }], ['evaluation', { gradings: [{ ...evaluation.gradings?.[0], grades: [] }] }],
    ['evaluation', { pay: [{ id: 'p', title: title('p'), parts: [{ id: 'x', title: title('x'), kind: 'bonus', amount: 1 }] }] }], ['evaluation', { pay: [{ id: 'p', title: title('p'), parts: [{ id: 'x', title: title('x'), kind: 'fixed', amount: 1.005 }] }] }],
    ['cycle', { ...cycle, phases: [{ id: 'create', title: title('创建'), ends: 'time', duration: { amount: 0, unit: 'year' } }] }], ['cycle', { ...cycle, phases: [{ id: 'create', title: title('创建'), ends: 'time', duration: { amount: 1, unit: 'workingDay' } }] }],
    ['public-vote', { ...vote, opensAt: '2022-06-01T09:00:00' }], ['public-vote', { ...vote, totals: { show: 'daily', at: '24:00' } }], ['public-vote', { ...vote, candidates: [{ id: 'UNDECIDED' }] }],
  ] as const)('refuses a wrong %s %#', (part, document) => {
    expect(isValid(part, document)).toBe(false);
  });
});
