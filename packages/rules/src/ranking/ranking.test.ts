import type { TieStep } from '@cobuild/core';
import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lotOf } from './lot.js';
import { rank } from './rank.js';
import type { RankItem, TieEvidence } from './rank-types.js';
import { settleTies } from './settle-ties.js';

const byScore = [{ by: 'score' as const }];
const scored = (scores: Readonly<Record<string, number | string>>): RankItem[] => Object.entries(scores).map(([id, score]) => ({ id, score }));
const groupsOf = (scores: Readonly<Record<string, number>>): ReturnType<typeof rank>['groups'] => rank(scored(scores), byScore).groups;

describe('rank', () => {
  it('lets equals share the better rank and leaves the places behind it out: 1, 2, 2, 4', () => {
    const { places, ties, groups } = rank(scored({ a: 80, b: 90, c: 85, d: 85 }), byScore);
    expect(places.map(({ id, rank: place, tiedWith }) => [id, place, tiedWith])).toEqual([['b', 1, []], ['c', 2, ['d']], ['d', 2, ['c']], ['a', 4, []]]);
    expect(ties).toEqual([{ rank: 2, ids: ['c', 'd'], values: ['85'] }]);
    expect(groups).toHaveLength(3);
  });

  it('compares exact numbers however they are written', () => {
    const { groups } = rank(scored({ a: '265/3', b: '88.3333333333333333333', c: 90, d: '90.00', e: '9e1' }), byScore);
    expect(groups.map(({ ids }) => ids)).toEqual([['c', 'd', 'e'], ['a'], ['b']]);
  });

  it('goes by further keys, ascending where they say so', () => {
    const items: RankItem[] = [{ id: 'a', score: 90, votes: 5, facts: { submitted: '2026-03-02' } }, { id: 'b', score: 90, votes: 5, facts: { submitted: '2026-03-01' } }, { id: 'c', score: 90, votes: 6, facts: { submitted: '2026-03-09' } }];
    expect(rank(items, [{ by: 'score' }, { by: 'votes' }, { by: 'fact', fact: 'submitted', order: 'ascending' }]).places.map(({ id }) => id)).toEqual(['c', 'b', 'a']);
  });

  it('gives no place to what cannot be compared, and says why', () => {
    const items: RankItem[] = [{ id: 'a', score: 90 }, { id: 'b' }, { id: 'c', score: 'many' }, { id: 'a', score: 10 }, { id: 'd', score: '2026-01-01' }];
    expect(rank(items, byScore)).toMatchObject({ places: [{ id: 'a', rank: 1 }], unranked: [{ id: 'b', key: 0, reason: 'missing' }, { id: 'c', reason: 'notComparable' }, { id: 'a', reason: 'duplicateId' }, { id: 'd', reason: 'notComparable' }] });
  });

  it('throws without a key: a caller’s mistake', () => {
    expect(() => rank([], [])).toThrow(TypeError);
  });

  it('orders like the numbers themselves, every item once, ranks counting those before', () => {
    fc.assert(fc.property(fc.array(fc.integer({ min: 0, max: 20 }), { maxLength: 30 }), (scores) => {
      const { places } = rank(scores.map((score, index) => ({ id: `i${index}`, score })), byScore);
      expect(places.map(({ id }) => id).sort()).toEqual(scores.map((_, index) => `i${index}`).sort());
      for (const { id, rank: place } of places) {
        const own = scores[Number(id.slice(1))] ?? -1;
        expect(place).toBe(1 + scores.filter((score) => score > own).length);
      }
    }));
  });
});

describe('settleTies', () => {
  // a 90, b and c 85, d and e and f 80, g 70
  const groups = groupsOf({ a: 90, b: 85, c: 85, d: 80, e: 80, f: 80, g: 70 });
  const lot: TieStep[] = [{ by: 'lot' }];

  it.each([[1, []], [2, [2]], [3, []], [4, [4]], [5, [4]], [6, []], [7, []]])('with %s places asks only about a tie that the line cuts: %s', (places, asked) => {
    const settled = settleTies(groups, undefined, { places });
    expect(settled.open.map(({ rank: place }) => place)).toEqual(asked);
    expect(settled.outcome).toBe(asked.length === 0 ? 'settled' : 'open');
  });

  it('asks about every tie, about several lines, or about the ranks that the caller names', () => {
    expect(settleTies(groups, undefined, 'every').open.map(({ rank: place }) => place)).toEqual([2, 4]);
    expect(settleTies(groups, undefined, { places: [2, 5] }).open.map(({ rank: place }) => place)).toEqual([2, 4]);
    expect(settleTies(groups, undefined, { ranks: [4] }).open.map(({ rank: place }) => place)).toEqual([4]);
  });

  it('goes by a second key first, and stops as soon as the line cuts no tie', () => {
    const items = Object.entries({ d: 3, e: 9, f: 3 }).map(([id, votes]) => ({ id, votes }));
    const rule: TieStep[] = [{ by: 'key', key: { by: 'votes' } }, { by: 'lot' }];
    const four = settleTies(groups, rule, { places: 4 }, { items });
    expect(four.settlements).toMatchObject([{ rank: 4, outcome: 'settled', order: [['e'], ['d', 'f']], steps: [{ by: 'key', values: { d: '3', e: '9', f: '3' } }] }]);
    expect(four.groups.map(({ rank: place, ids }) => [place, ids])).toEqual([[1, ['a']], [2, ['b', 'c']], [4, ['e']], [5, ['d', 'f']], [7, ['g']]]);
    const five = settleTies(groups, rule, { places: 5 }, { items });
    expect(five).toMatchObject({ outcome: 'open', open: [{ rank: 4, order: [['e'], ['d', 'f']], needs: 'seed' }] });
  });

  it('draws lots that anybody can draw again from the recorded seed', () => {
    const settled = settleTies(groups, lot, { places: 5 }, { seed: '2026-05-01 第27期' });
    const own = ['d', 'e', 'f'].map((id) => [createHash('sha256').update(`2026-05-01 第27期\n${id}`).digest('hex'), id] as const).sort((a, b) => (a[0] < b[0] ? -1 : 1)).map(([, id]) => id);
    expect(settled.order).toEqual(['a', 'b', 'c', ...own, 'g']);
    expect(settled.settlements[0]?.steps[0]).toMatchObject({ by: 'lot', seed: '2026-05-01 第27期', values: { d: lotOf('2026-05-01 第27期', 'd') } });
    expect(settleTies(groupsOf({ f: 80, e: 80, g: 70, d: 80, c: 85, b: 85, a: 90 }), lot, { places: 5 }, { seed: '2026-05-01 第27期' }).order.slice(3)).toEqual(settled.order.slice(3));
  });

  it('gives every order of three about as often', () => {
    const counts = new Map<string, number>();
    for (let seed = 0; seed < 600; seed += 1) {
      const order = settleTies(groupsOf({ d: 1, e: 1, f: 1 }), lot, 'every', { seed: `${seed}` }).order.join('');
      counts.set(order, (counts.get(order) ?? 0) + 1);
    }
    expect(counts.size).toBe(6);
    for (const count of counts.values()) expect(count).toBeGreaterThan(60);
  });

  it.each<readonly [string, TieStep[] | 'UNDECIDED', TieEvidence, string, string | undefined]>([
    ['no seed', lot, {}, 'open', 'seed'],
    ['no revote yet', [{ by: 'revote' }], {}, 'open', 'revote'],
    ['a revote without one of them', [{ by: 'revote' }], { revote: { d: 5, e: 3 } }, 'open', 'revote'],
    ['a revote that is equal again', [{ by: 'revote' }], { revote: { d: 5, e: 5, f: 5 } }, 'open', 'rule'],
    ['a revote', [{ by: 'revote' }], { revote: { d: 5, e: 3, f: 4 } }, 'settled', undefined],
    ['nobody has decided', [{ by: 'ask' }], {}, 'open', 'decision'],
    ['a decision that leaves one out', [{ by: 'ask' }], { decided: ['f', 'd'] }, 'open', 'decision'],
    ['a decision', [{ by: 'ask' }], { decided: ['f', 'd', 'e'] }, 'settled', undefined],
    ['a key without values', [{ by: 'key', key: { by: 'votes' } }], {}, 'open', 'values'],
    ['no rule', [], {}, 'open', 'rule'],
    ['a rule that is not decided', 'UNDECIDED', {}, 'undecided', 'rule'],
  ])('%s', (_, rule, evidence, outcome, needs) => {
    const settled = settleTies(groups, rule, { places: 5 }, evidence);
    expect(settled.outcome).toBe(outcome);
    expect(settled.open[0]?.needs).toBe(needs);
  });

  it('does not ask for an undecided rule where no tie matters', () => {
    expect(settleTies(groups, 'UNDECIDED', { places: 3 }).outcome).toBe('settled');
  });

  it('settles the votes of a revote', () => {
    expect(settleTies(groups, [{ by: 'revote' }], { places: 5 }, { revote: { d: 5, e: 3, f: 4 } }).order.slice(3, 6)).toEqual(['d', 'f', 'e']);
    expect(settleTies(groups, [{ by: 'ask' }], { places: 5 }, { decided: ['f', 'd', 'e'] }).order.slice(3, 6)).toEqual(['f', 'd', 'e']);
  });

  it('never lets an item change places with one of another rank', () => {
    fc.assert(fc.property(fc.array(fc.integer({ min: 0, max: 5 }), { minLength: 1, maxLength: 15 }), fc.nat(15), fc.string(), (scores, places, seed) => {
      const items = scores.map((score, index) => ({ id: `i${index}`, score }));
      const { order } = settleTies(rank(items, byScore).groups, lot, { places }, { seed: `s${seed}` });
      const values = order.map((id) => scores[Number(id.slice(1))] ?? -1);
      expect(values).toEqual([...scores].sort((a, b) => b - a));
      expect(new Set(order).size).toBe(scores.length);
    }));
  });
});
