import type { Evaluation, Grade, Grading } from '@cobuild/core';
import { describe, expect, it } from 'vitest';
import { paySentences } from '../pay/pay-sentences.js';
import { cycleSentences } from '../cycle/cycle-sentences.js';
import { publicVoteSentences } from '../public-vote/public-vote-sentences.js';
import { checkEvaluation } from './check-evaluation.js';
import { evaluationSentences } from './evaluation-sentences.js';
import { grade } from './grade.js';
import { plannedRewards } from './reward-totals.js';

const title = (text: string): { 'zh-CN': string } => ({ 'zh-CN': text });
const gradeOf = (id: string, more: Partial<Grade> = {}): Grade => ({ id, title: title(id), ...more });
const byScore = (...grades: Grade[]): Grading => ({ id: 'g', title: title('定级'), by: 'score', grades });
const byPlaces = (more: Partial<Grading>, ...grades: Grade[]): Grading => ({ id: 'g', title: title('定级'), by: 'places', tie: 'UNDECIDED', grades, ...more });
const found = (grading: Grading): [string, string][] => checkEvaluation({ gradings: [grading] }).map(({ code, pointer }) => [code, pointer]);

const performance = byScore(gradeOf('excellent', { from: 90 }), gradeOf('good', { from: 80, below: 90 }), gradeOf('fair', { from: 60, below: 80 }), gradeOf('poor', { below: 60 }));

describe('row 85: tables with gaps or overlaps are refused', () => {
  it('finds nothing in half-open bands that meet, down from the lowest mark', () => {
    expect(found(performance)).toEqual([]);
    expect(found(byScore(gradeOf('high', { from: 60 }), gradeOf('low', { from: 0, below: 60 })))).toEqual([]);
  });

  it.each([
    ['whole-number ranges 90–100, 80–89', byScore(gradeOf('excellent', { from: 90 }), gradeOf('good', { from: 80, below: 89 }), gradeOf('poor', { below: 80 })), 'scheme/grade-gap', '/gradings/0/grades/0', 89],
    ['bands that overlap', byScore(gradeOf('excellent', { from: 90 }), gradeOf('good', { from: 80, below: 91 }), gradeOf('poor', { below: 80 })), 'scheme/grade-overlap', '/gradings/0/grades/0', 90],
    ['a lowest band that begins at 60', byScore(gradeOf('excellent', { from: 90 }), gradeOf('fair', { from: 60, below: 90 })), 'scheme/grade-gap', '/gradings/0/grades/1', 0],
    ['a highest band that ends at the highest mark', { ...byScore(gradeOf('high', { from: 60, below: 100 }), gradeOf('low', { below: 60 })), marks: { maximum: 100 } }, 'scheme/grade-gap', '/gradings/0/grades/0', 100],
    ['two bands without a lower end', byScore(gradeOf('high', { below: 100 }), gradeOf('low', { below: 60 })), 'scheme/grade-overlap', '/gradings/0/grades/1', 59],
  ])('%s, with a mark for which it happens', (_, grading, code, pointer, score) => {
    const findings = checkEvaluation({ gradings: [grading] });
    expect(findings.map((finding) => [finding.code, finding.pointer])).toContainEqual([code, pointer]);
    const example = findings.find((finding) => finding.code === code)?.counterExample;
    expect(example?.facts).toEqual({ score });
    expect(grade(grading, [{ id: 'x', score }]).items[0]).toMatchObject(example?.gives ?? {});
  });

  it('says nothing of limits that are not decided, nor of gaps beside them', () => {
    expect(found(byScore(gradeOf('excellent', { from: 'UNDECIDED' }), gradeOf('good', { from: 80, below: 'UNDECIDED' }), gradeOf('poor', { below: 60 })))).toEqual([]);
  });

  it('refuses a band that nothing falls in', () => {
    expect(found(byScore(...performance.grades, gradeOf('odd', { from: 50, below: 50 })))).toEqual([['scheme/grade-band-empty', '/gradings/0/grades/4']]);
  });
});

describe('checkEvaluation, grades by places', () => {
  const count = (places: number, more: Partial<Grade> = {}): Partial<Grade> => ({ places: { count: places }, ...more });

  it('finds nothing in 1, 20 %, 50 % and the rest with amounts that are not decided', () => {
    expect(found(byPlaces({ pot: 348000 }, gradeOf('special', count(1, { reward: 'UNDECIDED' })), gradeOf('first', { places: { share: { p: 1, q: 5 } }, reward: 'UNDECIDED' }), gradeOf('second', { places: { share: { p: 1, q: 2 } } }), gradeOf('third', { places: 'rest' })))).toEqual([]);
  });

  it('points out places that run out, with the number of projects at which they do', () => {
    const grading = byPlaces({}, gradeOf('first', count(2)), gradeOf('second', count(3)));
    const [finding] = checkEvaluation({ gradings: [grading] });
    expect(finding).toMatchObject({ code: 'scheme/grade-places-run-out', severity: 'warning', counterExample: { facts: { projects: 6 }, gives: { graded: 5, without: 1 } } });
    const projects = Array.from({ length: 6 }, (_, index) => ({ id: `p${index}`, score: 90 - index }));
    expect(grade(grading, projects).items.filter(({ without }) => without === 'place')).toHaveLength(1);
  });

  it.each([[348000, undefined], [347999, 'scheme/grade-over-pot']])('holds places that are all filled against a pot of %d', (pot, code) => {
    const grading = byPlaces({ pot }, gradeOf('special', count(1, { reward: 30000 })), gradeOf('first', count(12, { reward: 10000 })), gradeOf('second', count(32, { reward: 5000 })), gradeOf('third', count(19, { reward: 2000 })), gradeOf('none', { places: 'rest' }));
    const fixed = { ...grading, grades: grading.grades.slice(0, 4) };
    const findings = checkEvaluation({ gradings: [fixed] }).filter((finding) => finding.code.startsWith('scheme/grade-over-pot'));
    expect(findings.map((finding) => finding.code)).toEqual(code === undefined ? [] : [code]);
    if (findings[0] !== undefined) expect(plannedRewards(fixed, findings[0].counterExample?.facts['projects'] as number)).toMatchObject(findings[0].counterExample?.gives ?? {});
  });

  it('tells from how many projects on shares and the rest exceed the pot', () => {
    const grading = byPlaces({ pot: 348000 }, gradeOf('special', count(1, { reward: 30000 })), gradeOf('first', { places: { share: { p: 1, q: 5 } }, reward: 10000 }), gradeOf('second', { places: { share: { p: 1, q: 2 } }, reward: 5000 }), gradeOf('third', { places: 'rest', reward: 2000 }));
    const [finding] = checkEvaluation({ gradings: [grading] });
    expect(finding).toMatchObject({ code: 'scheme/grade-over-pot-from', severity: 'info', params: { projects: 65 } });
    expect(plannedRewards(grading, 65)).toMatchObject(finding?.counterExample?.gives ?? { outcome: 'none' });
    expect(plannedRewards(grading, 64).outcome).toBe('within');
  });

  it('finds grades without places, behind the rest, with bands, and rewards that rise', () => {
    expect(found(byPlaces({ tie: [{ by: 'key', key: { by: 'score' } }] }, gradeOf('a', { places: 'rest', reward: 1, bonusPoints: 1 }), gradeOf('b', { from: 1, reward: 2, bonusPoints: 2 })))).toEqual([
      ['scheme/grade-tie-key', '/gradings/0/tie/0'], ['scheme/grade-no-places', '/gradings/0/grades/1'], ['scheme/grade-band-unused', '/gradings/0/grades/1'], ['scheme/grade-after-rest', '/gradings/0/grades/1'],
      ['scheme/grade-brings-less', '/gradings/0/grades/1/reward'], ['scheme/grade-brings-less', '/gradings/0/grades/1/bonusPoints'],
    ]);
    const { tie: _, ...without } = byPlaces({}, gradeOf('a', count(1)), gradeOf('b', { places: 'rest' }));
    expect(found(without)).toEqual([['scheme/grade-no-tie-rule', '/gradings/0']]);
  });
});

describe('checkEvaluation, marks and checks', () => {
  it.each([[59, 1], [60, 0], [61, 1]])('refuses weights of %d and 40 that are not 100', (weight, number) => {
    expect(found({ ...performance, inputs: [{ id: 'a', title: title('a'), weight }, { id: 'b', title: title('b'), weight: 40 }] }).filter(([code]) => code === 'scheme/grade-weights')).toHaveLength(number);
  });

  it('says nothing of weights of which one is not decided', () => {
    expect(found({ ...performance, inputs: [{ id: 'a', title: title('a'), weight: 'UNDECIDED' }, { id: 'b', title: title('b'), weight: 40 }] })).toEqual([]);
  });

  it('finds settings that contradict or are missing', () => {
    expect(found({ ...performance, inputs: [{ id: 'a', title: title('a'), weight: -5 }, { id: 'b', title: title('b'), weight: 105 }], rounding: { step: 0, mode: 'down' }, marks: { minimum: 90, maximum: 80 }, tie: 'UNDECIDED', grades: [...performance.grades.slice(0, 3), gradeOf('poor', { below: 60, places: 'rest' })] }).filter(([code]) => code !== 'scheme/grade-gap')).toEqual([
      ['scheme/grade-weight-negative', '/gradings/0/inputs/0/weight'], ['scheme/grade-step', '/gradings/0/rounding/step'], ['scheme/grade-on-missing', '/gradings/0/rounding'], ['scheme/grade-mark-limits', '/gradings/0/marks/minimum'],
      ['scheme/grade-tie-unused', '/gradings/0/tie'], ['scheme/grade-places-unused', '/gradings/0/grades/3/places'],
    ]);
  });

  it('refuses a check that asks for more items than there are, and looks at pay too', () => {
    const evaluation: Evaluation = {
      checks: [{ id: 'c', title: title('验收'), kind: 'acceptance', items: [{ id: 'a', title: title('a') }], atLeast: 2 }],
      pay: [{ id: 'p', title: title('p'), parts: [{ id: 'x', title: title('x'), kind: 'fixed', amount: 1 }], spread: { over: 0 } }],
    };
    expect(checkEvaluation(evaluation).map(({ code, pointer }) => [code, pointer])).toEqual([['scheme/check-cannot-be-met', '/checks/0/atLeast'], ['scheme/pay-instalments', '/pay/0/spread/over']]);
  });
});

describe('sentences of findings', () => {
  it('exist in both languages with a remedy for every code', () => {
    for (const sentences of [evaluationSentences, paySentences, cycleSentences, publicVoteSentences]) {
      const codes = Object.keys(sentences['zh-CN']);
      expect(Object.keys(sentences.en)).toEqual(codes);
      for (const table of [sentences['zh-CN'], sentences.en] as readonly Readonly<Record<string, (params: Readonly<Record<string, unknown>>) => { message: string; remedy?: string }>>[]) {
        for (const code of codes) expect(table[code]?.({ known: ['x'] }).remedy).toMatch(/[。.]$/);
      }
    }
  });
});
