import type { Case, Grading, Scheme } from '@cobuild/core';
import { describe, expect, it } from 'vitest';
import { panelScheme } from '../../test/panel-scheme.js';
import { collectMarks } from './collect-marks.js';

const grading: Pick<Grading, 'inputs'> = {
  inputs: [
    { id: 'site', title: { 'zh-CN': '实地' }, weight: 60, from: { stage: 'panel' } },
    { id: 'office', title: { 'zh-CN': '办公室' }, weight: 30, from: { stage: 'review', answer: '/marks/daily' } },
    { id: 'typed', title: { 'zh-CN': '登记' }, weight: 10 },
  ],
};
const scheme: Scheme = panelScheme({ panels: { method: 'meanShift' }, panel: { mean: 'plain', minimumScores: 2 } });
const caseOf = (id: string, panel: string | undefined, given: readonly number[], more: Partial<Case> = {}): Case => ({
  id, submittedAt: '2026-03-05T09:00:00+08:00', applicant: { id: 'village-1' }, answers: {},
  scores: given.map((mark, index) => ({ stage: 'panel', reviewer: `e${index}`, ...(panel === undefined ? {} : { panel }), marks: [{ criterion: 'worth', mark }, { criterion: 'plan', mark }], submittedAt: '2026-05-01T09:00:00+08:00' })), ...more,
});
const collect = (...cases: readonly Case[]): unknown => collectMarks(scheme, grading, cases);

describe('collectMarks', () => {
  it('takes the score of the panel and the number that the office wrote; what has no source is left to whoever enters it', () => {
    const review = { stage: 'review', outcome: 'ok', answers: { marks: { daily: 88.5 } } };
    expect(collect(caseOf('a', 'one', [8, 9], { reviews: [review] }))).toEqual([{ id: 'a', marks: { site: '85', office: 88.5 } }]);
  });

  it('takes the newest of two reviews, and nothing for an answer that is no number', () => {
    const review = (daily: unknown): object => ({ stage: 'review', outcome: 'ok', answers: { marks: { daily } } });
    expect(collect(caseOf('a', undefined, [8, 8], { reviews: [review(1), review(2)] as NonNullable<Case['reviews']> }))).toEqual([{ id: 'a', marks: { site: '80', office: 2 } }]);
    expect(collect(caseOf('a', undefined, [8, 8], { reviews: [review('88')] as NonNullable<Case['reviews']> }))).toEqual([{ id: 'a', marks: { site: '80' } }]);
  });

  it('puts a strict and a lenient panel on one scale', () => {
    expect(collect(caseOf('a', 'strict', [6, 6]), caseOf('b', 'strict', [7, 7]), caseOf('c', 'lenient', [8, 8]), caseOf('d', 'lenient', [9, 9]))).toEqual([
      { id: 'a', marks: { site: '70' } }, { id: 'b', marks: { site: '80' } }, { id: 'c', marks: { site: '70' } }, { id: 'd', marks: { site: '80' } },
    ]);
  });

  it('has no mark of a panel with too few sheets, nor of sheets of another stage', () => {
    const elsewhere = { ...caseOf('b', 'one', [9, 9]) };
    expect(collect(caseOf('a', 'one', [9]), { ...elsewhere, scores: (elsewhere.scores ?? []).map((sheet) => ({ ...sheet, stage: 'other' })) }, { ...caseOf('__proto__', 'one', [9, 9]) })).toEqual([{ id: 'a', marks: {} }, { id: 'b', marks: {} }, { id: '__proto__', marks: { site: '90' } }]);
  });
});
