import type { Criterion, CriterionMark, Scoring } from '@cobuild/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { scoreByFacts, scoreSheet } from './score-sheet.js';

const title = (text: string): { 'zh-CN': string } => ({ 'zh-CN': text });
const criterion = (id: string, weight: number, more: Partial<Criterion> = {}): Criterion => ({ id, title: title(id), weight, maximum: 10, ...more });
const marks = (given: Readonly<Record<string, number | 'n/a'>>): CriterionMark[] => Object.entries(given).map(([id, mark]) => (mark === 'n/a' ? { criterion: id, notApplicable: true } : { criterion: id, mark }));
const card: Scoring = { criteria: [criterion('need', 50), criterion('effect', 30), criterion('budget', 20)], rounding: { step: 0.01 } };

describe('scoreSheet', () => {
  it('weighs every mark by its maximum and shows what the sum is made of', () => {
    const { score, raw, regular, criteria } = scoreSheet(card, marks({ need: 8, effect: 7.5, budget: 10 }));
    expect({ score, raw, regular }).toEqual({ score: 82.5, raw: '82.5', regular: '82.5' });
    expect(criteria.map(({ criterion: id, mark, maximum, weight, points }) => [id, mark, maximum, weight, points])).toEqual([['need', '8', '10', '50', '40'], ['effect', '7.5', '10', '30', '22.5'], ['budget', '10', '10', '20', '20']]);
  });

  it('stays exact where no decimal ends, and rounds once', () => {
    const thirds: Scoring = { ...card, criteria: [criterion('a', 50, { maximum: 3 }), criterion('b', 50, { maximum: 3 })] };
    expect(scoreSheet(thirds, marks({ a: 1, b: 1 }))).toMatchObject({ raw: '100/3', score: 33.33 });
  });

  it('keeps two decimals where the card says nothing', () => {
    const { rounding: _, ...silent } = card;
    expect(scoreSheet(silent, marks({ need: 1.2345, effect: 0, budget: 0 }))).toMatchObject({ raw: '6.1725', score: 6.17 });
  });

  it('is incomplete without a mark, and names what is missing', () => {
    expect(scoreSheet(card, marks({ need: 8 }))).toMatchObject({ outcome: 'incomplete', score: null, missing: ['effect', 'budget'] });
  });

  it.each([[-0.01, 'score/mark-outside'], [0, undefined], [10, undefined], [10.01, 'score/mark-outside']] as const)('a mark of %s between 0 and 10: %s', (mark, code) => {
    expect(scoreSheet(card, marks({ need: mark, effect: 1, budget: 1 })).problems.map((problem) => problem.code)).toEqual(code === undefined ? [] : [code]);
  });

  it.each([[1, undefined], [1.5, undefined], [1.6, 'score/mark-off-step'], [0.5, 'score/mark-outside']] as const)('marks from 1 in steps of 0.5: %s gives %s', (mark, code) => {
    const stepped: Scoring = { ...card, criteria: [criterion('need', 100, { minimum: 1, step: 0.5 })] };
    expect(scoreSheet(stepped, marks({ need: mark }))).toMatchObject({ outcome: code === undefined ? 'scored' : 'invalid', problems: code === undefined ? [] : [{ code }] });
  });

  it('refuses a mark for what it does not ask, a second mark, a text, and a mark beside "not applicable"', () => {
    const sheet = [...marks({ need: 8, effect: 8, budget: 8 }), { criterion: 'need', mark: 9 }, { criterion: '__proto__', mark: 9 }];
    expect(scoreSheet(card, sheet)).toMatchObject({ outcome: 'invalid', score: null, problems: [{ code: 'score/second-mark', pointer: '/marks/3' }, { code: 'score/unknown-criterion', pointer: '/marks/4' }] });
    const text = [{ criterion: 'need', mark: '8' as unknown as number }, ...marks({ effect: 1, budget: 'n/a' })];
    expect(scoreSheet(card, text).problems.map(({ code }) => code)).toEqual(['score/not-a-number', 'score/not-applicable-refused']);
    const both: Scoring = { ...card, criteria: [criterion('need', 100, { mayBeNotApplicable: true })] };
    expect(scoreSheet(both, [{ criterion: 'need', mark: 3, notApplicable: true }]).problems[0]?.code).toBe('score/mark-and-not-applicable');
  });

  it('is undecided where a weight is, and says which', () => {
    const open: Scoring = { ...card, criteria: [criterion('need', 50), { ...criterion('effect', 50), weight: 'UNDECIDED' }] };
    expect(scoreSheet(open, marks({ need: 8, effect: 8 }))).toMatchObject({ outcome: 'undecided', score: null, holes: ['criteria/effect/weight'] });
  });
});

describe('row 43: not applicable', () => {
  const sheet = marks({ need: 8, effect: 'n/a', budget: 5 });
  const withPolicy = (notApplicable?: Scoring['notApplicable']): Scoring => ({ ...card, ...(notApplicable === undefined ? {} : { notApplicable }), criteria: card.criteria.map((one) => ({ ...one, mayBeNotApplicable: true })) });

  it('rescale leaves it out and enlarges the rest: 50 of 70 is 71.43 of 100', () => {
    expect(scoreSheet(withPolicy('rescale'), sheet)).toMatchObject({ outcome: 'scored', regular: '50', rescaled: { weights: '70', outOf: '100', points: '500/7' }, raw: '500/7', score: 71.43 });
  });

  it('zero gives no points for it', () => {
    expect(scoreSheet(withPolicy('zero'), sheet)).toMatchObject({ outcome: 'scored', score: 50 });
  });

  it('block gives no score', () => {
    expect(scoreSheet(withPolicy('block'), sheet)).toMatchObject({ outcome: 'blocked', score: null });
  });

  it('asks the policy only where something is not applicable', () => {
    expect(scoreSheet(withPolicy('UNDECIDED'), sheet)).toMatchObject({ outcome: 'undecided', holes: ['notApplicable'] });
    expect(scoreSheet(withPolicy('UNDECIDED'), marks({ need: 1, effect: 1, budget: 1 }))).toMatchObject({ outcome: 'scored', score: 10 });
    expect(scoreSheet(withPolicy(), sheet)).toMatchObject({ outcome: 'undecided', holes: ['notApplicable'] });
  });

  it('gives no score where nothing is applicable', () => {
    expect(scoreSheet(withPolicy('rescale'), marks({ need: 'n/a', effect: 'n/a', budget: 'n/a' })).outcome).toBe('blocked');
  });

  it('rescaled, full marks in the rest are the full score', () => {
    fc.assert(fc.property(fc.subarray(['need', 'effect', 'budget'], { maxLength: 2 }), (left) => {
      const given = Object.fromEntries(['need', 'effect', 'budget'].map((id) => [id, left.includes(id) ? 'n/a' as const : 10]));
      expect(scoreSheet(withPolicy('rescale'), marks(given)).score).toBe(100);
    }));
  });
});

describe('bonus, deduction and limits of the total', () => {
  const wide: Scoring = { ...card, criteria: [...card.criteria, criterion('award', 5, { kind: 'bonus', maximum: 5 }), criterion('late', 10, { kind: 'deduction', maximum: 10 })] };
  const full = { need: 10, effect: 10, budget: 10 };

  it('adds a bonus on top and takes a deduction off', () => {
    expect(scoreSheet(wide, marks({ ...full, award: 3, late: 4 }))).toMatchObject({ regular: '100', bonus: '3', deduction: '-4', score: 99 });
  });

  it('holds the total at its limits', () => {
    const held: Scoring = { ...wide, totalMinimum: 0, totalMaximum: 100 };
    expect(scoreSheet(held, marks({ ...full, award: 5, late: 0 }))).toMatchObject({ score: 100, heldAt: 'totalMaximum' });
    expect(scoreSheet(held, marks({ need: 0, effect: 0, budget: 0, award: 0, late: 10 }))).toMatchObject({ score: 0, heldAt: 'totalMinimum' });
    expect(scoreSheet(wide, marks({ ...full, award: 5, late: 0 }))).toMatchObject({ score: 105 });
  });

  it.each([[59.99, false], [60, true], [60.01, true]])('with a pass mark of 60, %s passes: %s', (score, passed) => {
    const one: Scoring = { criteria: [criterion('a', 100, { maximum: 100 })], passMark: 60 };
    expect(scoreSheet(one, marks({ a: score })).passed).toBe(passed);
  });

  it('leaves open what is open and nothing else', () => {
    const open: Scoring = { ...card, passMark: 'UNDECIDED', bands: [{ id: 'top', title: title('优'), from: 'UNDECIDED' }, { id: 'low', title: title('差'), below: 60 }] };
    expect(scoreSheet(open, marks({ need: 1, effect: 1, budget: 1 }))).toMatchObject({ outcome: 'scored', score: 10, holes: ['passMark', 'bands/top'] });
    expect(scoreSheet(open, marks(full))).not.toHaveProperty('passed');
  });

  it('names a score without a grade and one with two', () => {
    const bands = (second: number): Scoring => ({ ...card, bands: [{ id: 'top', title: title('优'), from: 90 }, { id: 'rest', title: title('良'), below: second }] });
    expect(scoreSheet(bands(89), marks({ need: 8.9, effect: 8.9, budget: 9 })).problems[0]?.code).toBe('score/no-band');
    expect(scoreSheet(bands(101), marks(full)).problems[0]?.code).toBe('score/two-bands');
  });
});

describe('scoreByFacts', () => {
  const byFact: Scoring = {
    criteria: [
      criterion('households', 60, { byFact: { fact: 'households', bands: [{ below: 20, mark: 2 }, { from: 20, below: 50, mark: 6 }, { from: 50, mark: 10 }] } }),
      criterion('kind', 40, { byFact: { fact: 'project', path: '$.kind', bands: [{ in: ['road', 'water'], mark: 10 }], otherwise: 5 } }),
    ],
  };

  it.each([[19, '12'], [20, '36'], [21, '36'], [49, '36'], [49.99, '36'], [50, '60']])('%s households bring %s points: a limit belongs to the band above', (households, points) => {
    const { criteria } = scoreByFacts(byFact, { households, project: { kind: 'road' } });
    expect(criteria[0]?.points).toBe(points);
  });

  it('shows what was found and in which band', () => {
    expect(scoreByFacts(byFact, { households: 20, project: { kind: 'square' } })).toMatchObject({ outcome: 'scored', score: 56, criteria: [{ source: 'fact', found: 20, band: 1 }, { found: 'square', band: 'otherwise', mark: '5' }] });
  });

  it('is incomplete without the fact, invalid with one of another kind, outside the bands or in two', () => {
    expect(scoreByFacts(byFact, { project: { kind: 'road' } })).toMatchObject({ outcome: 'incomplete', missing: ['households'] });
    expect(scoreByFacts(byFact, { households: '20', project: { kind: 'road' } })).toMatchObject({ outcome: 'invalid', problems: [{ code: 'score/fact-does-not-fit' }] });
    const holed: Scoring = { criteria: [criterion('a', 100, { byFact: { fact: 'a', bands: [{ from: 1, below: 5, mark: 1 }, { from: 4, mark: 2 }] } })] };
    expect(scoreByFacts(holed, { a: 0 }).problems[0]?.code).toBe('score/fact-outside-bands');
    expect(scoreByFacts(holed, { a: 4 }).problems[0]?.code).toBe('score/fact-in-two-bands');
    expect(scoreByFacts(holed, { a: 5 }).outcome).toBe('scored');
  });

  it('is undecided only where an open limit could decide', () => {
    const open: Scoring = { criteria: [criterion('a', 100, { byFact: { fact: 'a', bands: [{ below: 5, mark: 1 }, { from: 5, below: 'UNDECIDED', mark: 2 }] } })] };
    expect(scoreByFacts(open, { a: 4 }).outcome).toBe('scored');
    expect(scoreByFacts(open, { a: 6 })).toMatchObject({ outcome: 'undecided', holes: ['criteria/a/byFact'] });
  });

  it('waits for a reviewer where one has to mark', () => {
    expect(scoreByFacts({ criteria: [...byFact.criteria, criterion('need', 10)] }, { households: 20, project: { kind: 'road' } })).toMatchObject({ outcome: 'incomplete', missing: ['need'] });
  });
});
