import type { Case, SchemeTest } from '@cobuild/core';
import { chinaCalendar } from '@cobuild/core';
import { describe, expect, it } from 'vitest';
import { applicant, scheme } from '../../test/case-scheme.js';
import { decisionValueWords } from './decision-words.js';
import { explainFailedTest } from './explain-test.js';
import { runSchemeTests } from './run-scheme-tests.js';

const few: Case = { id: 'c', submittedAt: '2026-03-02T09:00:00+08:00', applicant, answers: { projectName: '站', households: 19 } };
const test: SchemeTest = {
  id: 'few', description: '十九户', case: few,
  expect: { outcome: 'pending', stage: 'preliminary', eligibility: 'eligible', vote: 'passed', reasons: [] },
};
const words = (change: Partial<SchemeTest>, locale: 'zh-CN' | 'en' = 'zh-CN'): ReturnType<typeof explainFailedTest> => {
  const own = { ...test, ...change };
  const [result] = runSchemeTests({ ...scheme, tests: [own] }, { calendar: chinaCalendar });
  return explainFailedTest(scheme, own, result ?? { differences: [] }, { calendar: chinaCalendar, locale });
};

describe('explainFailedTest', () => {
  it('says what was expected and what was found, with the word of the file behind it', () => {
    expect(words({}).differences).toEqual([
      '结果：应为 办理中（pending），实为 不符合条件（ineligible）', '环节：应为 镇街初审（preliminary），实为 村自荐（recommend）', '申报条件：应为 符合（eligible），实为 不符合（ineligible）',
      '表决：应为 通过（passed），实为 未投票（notHeld）', '理由：应为 无，实为 受益户数（enoughHouseholds）',
    ]);
    expect(words({}, 'en').differences[0]).toBe('outcome: expected in progress (pending), found not eligible (ineligible)');
  });

  it('leaves out the words of the file for a page on which nobody writes it', () => {
    const [result] = runSchemeTests({ ...scheme, tests: [test] }, { calendar: chinaCalendar });
    const told = explainFailedTest(scheme, test, result ?? { differences: [] }, { calendar: chinaCalendar, locale: 'zh-CN', titlesOnly: true });
    expect(told.differences).toEqual(['结果：应为 办理中，实为 不符合条件', '环节：应为 镇街初审，实为 村自荐', '申报条件：应为 符合，实为 不符合', '表决：应为 通过，实为 未投票', '理由：应为 无，实为 受益户数']);
  });

  it('gives the sentences that led there', () => {
    expect(words({}).explanation).toEqual(['不符合申报条件：1项不满足。', '受益户数：不符合。受益户数太少。', '受益户数：19，不得少于 20（最少受益户数）。', '请扩大受益范围。']);
  });

  it('reads the parameters that the test sets', () => {
    expect(words({ set: { minHouseholds: 25 } }).explanation[2]).toContain('不得少于 25');
  });

  it('stays short', () => {
    const members = Array.from({ length: 9 }, (_, index) => ({ id: `m${index}` }));
    const reviews = [{ stage: 'preliminary', outcome: 'forward' }, { stage: 'officeCheck', outcome: 'accept' }];
    const { explanation } = words({ case: { ...few, answers: { projectName: '站', households: 20 }, reviews, meeting: { members, present: [], ballots: [] } } });
    expect(explanation.length).toBeLessThanOrEqual(7);
  });
});

describe('decisionValueWords', () => {
  it.each<[string, unknown, string]>([
    ['outcome', 'approved', '通过（approved）'], ['outcome', 'aproved', 'aproved'], ['outcome', 'constructor', 'constructor'], ['eligibility', '__proto__', '__proto__'], ['stage', 'publicity', '公示（publicity）'], ['score', 82.5, '82.5'],
    ['grade', null, '无'], ['reasons', ['enoughHouseholds', 'forward', 'strange'], '受益户数（enoughHouseholds）、推荐（forward）、strange'],
    ['tables', { route: { way: 'short', days: 3 }, pay: null, later: 'notAsked' }, 'route: way=short, days=3；pay: 没有结果；later: 没有用到'],
  ])('says of %s %j: %s', (field, value, expected) => {
    expect(decisionValueWords(scheme, field, value, 'zh-CN')).toBe(expected);
  });
});
