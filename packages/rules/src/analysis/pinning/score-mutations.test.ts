import type { SchemeTest, Scoring } from '@cobuild/core';
import { chinaCalendar } from '@cobuild/core';
import { describe, expect, it } from 'vitest';
import { applicant, scheme } from '../../../test/case-scheme.js';
import { decideTest, isCaseTest } from '../../scheme-tests/index.js';
import { findUnpinned } from './find-unpinned.js';

const title = { 'zh-CN': '受益面' };
const scoring: Scoring = {
  criteria: [
    { id: 'content', title, weight: 60, maximum: 10 },
    { id: 'reach', title, weight: 40, maximum: 5, byFact: { fact: 'households', bands: [{ from: 50, mark: 5 }], otherwise: 2 } },
  ],
  rounding: { step: 1, mode: 'half-up' },
};
const test = (households: number, mark: number, score: number): SchemeTest => ({
  id: `at-${households}`, description: '得分', expect: { score },
  case: { id: 'c', submittedAt: '2026-03-02T09:00:00+08:00', applicant, answers: { projectName: '站', households }, scores: [{ id: 's', reviewer: 'expert-1', submittedAt: '2026-03-03T09:00:00+08:00', marks: [{ criterion: 'content', mark }] }] },
});
/** Only tests that pass count, so they have to. */
const unpinned = (tests: readonly SchemeTest[]): Record<string, unknown> => {
  expect(tests.map((each) => (isCaseTest(each) ? decideTest({ ...scheme, scoring }, each, chinaCalendar).score : undefined))).toEqual(tests.map(({ expect: { score } }) => score));
  return Object.fromEntries(findUnpinned({ ...scheme, scoring, tests: [...tests] }, { calendar: chinaCalendar }).filter(({ pointer }) => pointer.startsWith('/scoring/')).map(({ pointer, unnoticed }) => [pointer, unnoticed]));
};

describe('numbers of a score card', () => {
  it('are pinned by tests on either side of a band that name the score', () => {
    expect(Object.keys(unpinned([test(49, 7, 58), test(50, 7, 82)])).filter((pointer) => !pointer.endsWith('/step'))).toEqual([]);
  });

  it('name the mark that holds where no band fits, while no test has such a case', () => {
    expect(unpinned([test(50, 7, 82)])).toMatchObject({ '/scoring/criteria/1/byFact/otherwise': [1, 3] });
  });

  it('name the rounding where all scores are whole anyway, and never propose to round to steps of nothing', () => {
    expect(unpinned([test(50, 10, 100)])).toMatchObject({ '/scoring/rounding/step': [2] });
  });

  it('are not named again where the score of a case off the step is pinned', () => {
    expect(unpinned([test(49, 7, 58), test(50, 6.5, 79)])).not.toHaveProperty('/scoring/rounding/step');
  });
});
