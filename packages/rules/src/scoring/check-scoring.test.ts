import type { Criterion, Scoring } from '@cobuild/core';
import { describe, expect, it } from 'vitest';
import type { FactShapes } from '../analysis/fact-shapes.js';
import { shapeOfSchema } from '../analysis/schema-shape.js';
import { checkScoring } from './check-scoring.js';
import { scoringSentences } from './scoring-sentences.js';

const title = (text: string): { 'zh-CN': string } => ({ 'zh-CN': text });
const criterion = (id: string, weight: number, more: Partial<Criterion> = {}): Criterion => ({ id, title: title(id), weight, maximum: 10, ...more });
const card: Scoring = { criteria: [criterion('need', 50), criterion('effect', 30), criterion('budget', 20)] };
const found = (scoring: Scoring, shapes?: FactShapes): string[] => checkScoring(scoring, shapes).map(({ code, pointer }) => `${code} ${pointer}`);

describe('row 42: weights add up', () => {
  it.each([[19.9, ['scheme/weights-do-not-add-up /criteria']], [20, []], [20.1, ['scheme/weights-do-not-add-up /criteria']]])('50 + 30 + %s against 100', (weight, expected) => {
    expect(found({ criteria: [criterion('a', 50), criterion('b', 30), criterion('c', weight)] })).toEqual(expected);
  });

  it('adds in exact decimals: ten times 0.1 is 1', () => {
    expect(found({ outOf: 1, criteria: Array.from({ length: 10 }, (_, index) => criterion(`c${index}`, 0.1)) })).toEqual([]);
  });

  it('says both sums', () => {
    const [finding] = checkScoring({ criteria: [criterion('a', 60), criterion('b', 30)] });
    expect(finding?.params).toEqual({ sum: '90', outOf: '100' });
    expect(scoringSentences['zh-CN']['scheme/weights-do-not-add-up'](finding?.params ?? {}).message).toBe('各评分项的权重合计90，应为100');
  });

  it('leaves bonus and deduction outside the sum, and waits where a weight is open', () => {
    expect(found({ criteria: [...card.criteria, criterion('award', 5, { kind: 'bonus' }), criterion('late', 5, { kind: 'deduction' })] })).toEqual([]);
    expect(found({ criteria: [criterion('a', 60), { ...criterion('b', 0), weight: 'UNDECIDED' }] })).toEqual([]);
  });
});

describe('checkScoring', () => {
  const withFirst = (more: Partial<Criterion>): Scoring => ({ ...card, criteria: [criterion('need', 50, more), ...card.criteria.slice(1)] });
  const byFact = (bands: NonNullable<Criterion['byFact']>['bands'], otherwise?: number): Scoring => withFirst({ byFact: { fact: 'households', bands, ...(otherwise === undefined ? {} : { otherwise }) } });
  const bands = (...limits: readonly [number | undefined, number | undefined][]): Scoring['bands'] => limits.map(([from, below], index) => ({ id: `b${index}`, title: title(`等次${index}`), ...(from === undefined ? {} : { from }), ...(below === undefined ? {} : { below }) }));

  it.each<readonly [string, Scoring, readonly string[]]>([
    ['no criteria', { criteria: [] }, ['scheme/no-criteria /criteria']],
    ['a negative weight', { criteria: [criterion('a', 110), criterion('b', -10)] }, ['scheme/weight-not-positive /criteria/1/weight']],
    ['a lowest mark that is the highest', withFirst({ minimum: 10 }), ['scheme/mark-range-empty /criteria/0']],
    ['steps that miss the highest mark', withFirst({ step: 3 }), ['scheme/mark-step /criteria/0/step']],
    ['an anchor above, one off the step, one twice', withFirst({ step: 2, anchors: [{ mark: 12, title: title('优') }, { mark: 3, title: title('良') }, { mark: 4, title: title('中') }, { mark: 4, title: title('中') }] }), ['scheme/anchor-outside /criteria/0/anchors/0/mark', 'scheme/anchor-outside /criteria/0/anchors/1/mark', 'scheme/anchor-twice /criteria/0/anchors/3/mark']],
    ['"not applicable" without a policy', withFirst({ mayBeNotApplicable: true }), ['scheme/not-applicable-policy-missing /criteria/0/mayBeNotApplicable']],
    ['a gap between bands of a fact', byFact([{ below: 20, mark: 1 }, { from: 21, mark: 2 }]), ['scheme/mark-bands-gap /criteria/0/byFact/bands']],
    ['bands of a fact that end', byFact([{ below: 20, mark: 1 }]), ['scheme/mark-bands-gap /criteria/0/byFact/bands']],
    ['bands of a fact that end, with a mark for the rest', byFact([{ below: 20, mark: 1 }], 2), []],
    ['bands of a fact from zero on', byFact([{ from: 0, below: 20, mark: 1 }, { from: 20, mark: 2 }]), []],
    ['bands of a fact that overlap', byFact([{ below: 20, mark: 1 }, { from: 19, mark: 2 }]), ['scheme/mark-bands-overlap /criteria/0/byFact/bands/1']],
    ['a value in two bands', byFact([{ in: ['a'], mark: 1 }, { in: ['a', 'b'], mark: 2 }]), ['scheme/mark-bands-overlap /criteria/0/byFact/bands/1']],
    ['a band that gives too much', byFact([{ below: 20, mark: 11 }, { from: 20, mark: 2 }]), ['scheme/mark-band-outside /criteria/0/byFact/bands/0/mark']],
    ['a band with list and interval', byFact([{ in: [1], from: 2, mark: 1 }], 2), ['scheme/mark-band-both /criteria/0/byFact/bands/0']],
    ['a band that holds nothing', byFact([{ from: 5, below: 5, mark: 1 }, { from: 0, mark: 2 }]), ['scheme/mark-band-empty /criteria/0/byFact/bands/0']],
    ['sound grades', { ...card, bands: bands([90, undefined], [80, 90], [undefined, 80]) }, []],
    ['grades written as whole numbers, 89.5 without one', { ...card, bands: bands([90, 101], [80, 89], [undefined, 80]) }, ['scheme/score-bands-gap /bands']],
    ['the full score without a grade', { ...card, bands: bands([90, 100], [undefined, 90]) }, ['scheme/score-bands-gap /bands']],
    ['grades that overlap', { ...card, bands: bands([90, undefined], [80, 91], [undefined, 80]) }, ['scheme/score-bands-overlap /bands/0']],
    ['grades with an open limit', { ...card, bands: [{ id: 'a', title: title('优'), from: 'UNDECIDED' }] }, []],
    ['a rounding step of nothing', { ...card, rounding: { step: 0 } }, ['scheme/rounding-step /rounding/step']],
    ['a pass mark nobody reaches', { ...card, passMark: 100.5 }, ['scheme/pass-mark-outside /passMark']],
    ['limits the wrong way round', { ...card, totalMinimum: 100, totalMaximum: 0 }, ['scheme/total-limits /totalMinimum']],
    ['trimming of a plain mean', { ...card, panel: { mean: 'plain', dropHighest: 1 } }, ['scheme/trimming-unused /panel/dropHighest']],
    ['two scores, two dropped', { ...card, panel: { mean: 'trimmed', minimumScores: 2 } }, ['scheme/minimum-scores-too-few /panel/minimumScores']],
    ['three scores, two dropped', { ...card, panel: { mean: 'trimmed', minimumScores: 3 } }, []],
    ['no score needed', { ...card, panel: { minimumScores: 0 } }, ['scheme/minimum-scores-not-positive /panel/minimumScores']],
  ])('%s', (_, scoring, expected) => {
    expect(found(scoring)).toEqual(expected);
  });

  it.each<readonly [string, Scoring['bands'], unknown]>([
    ['the lowest score of a gap', bands([90, 101], [80, 89], [undefined, 80]), { facts: { score: 89 }, gives: { bands: [] } }],
    ['the full score, which no grade takes', bands([90, 100], [undefined, 90]), { facts: { score: 100 }, gives: { bands: [] } }],
    ['all grades of a score', bands([90, undefined], [80, 91], [undefined, 90.5], [90, 95]), { facts: { score: 90 }, gives: { bands: ['b0', 'b1', 'b2', 'b3'] } }],
    ['no score where grades overlap above the highest', bands([undefined, 110], [105, undefined]), undefined],
  ])('shows %s', (_, grades, expected) => {
    const examples = checkScoring({ ...card, bands: grades ?? [] }).filter(({ code }) => /score-bands-(gap|overlap)$/.test(code)).map(({ counterExample }) => counterExample);
    expect(examples.length).toBeGreaterThan(0);
    expect(expected === undefined ? examples.filter((example) => example !== undefined) : examples).toEqual(expected === undefined ? [] : expect.arrayContaining([expected]));
  });

  it('compares with the form', () => {
    const shapes: FactShapes = { byName: new Map([['households', shapeOfSchema({ enum: ['few', 'many'] })]]), complete: true };
    expect(found(byFact([{ in: ['few'], mark: 1 }]), shapes)).toEqual(['scheme/mark-bands-gap /criteria/0/byFact/bands']);
    expect(found(byFact([{ in: ['few', 'none'], mark: 1 }], 2), shapes)).toEqual(['scheme/mark-value-not-an-option /criteria/0/byFact/bands/0']);
    expect(found(byFact([{ from: 0, mark: 1 }]), shapes)).toEqual(['scheme/mark-fact-does-not-fit /criteria/0/byFact/bands/0']);
    expect(found(byFact([{ from: 0, mark: 1 }]), { byName: new Map(), complete: true })).toEqual(['scheme/unknown-fact /criteria/0/byFact/fact']);
  });

  it('has a sentence in both languages for every code', () => {
    for (const code of Object.keys(scoringSentences['zh-CN']) as (keyof (typeof scoringSentences)['en'])[]) {
      expect(scoringSentences['zh-CN'][code]({}).message).toMatch(/\p{Script=Han}/u);
      expect(scoringSentences.en[code]({}).message).not.toMatch(/\p{Script=Han}/u);
    }
    expect(Object.keys(scoringSentences.en)).toEqual(Object.keys(scoringSentences['zh-CN']));
  });
});
