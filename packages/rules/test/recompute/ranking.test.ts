import type { RankKey, TieStep } from '@cobuild/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { explainRanking, explanationText, rank, settleTies } from '../../src/index.js';
import type { RankCut, RankItem, SettledRanking } from '../../src/index.js';
import { sent } from './exact.js';
import { groupVerdict, groupsAgain, matters, settledAgain, settlementVerdict } from './ties.js';
import { expectWhole } from './whole-text.js';

const keys: readonly RankKey[] = [{ by: 'score' }, { by: 'votes' }, { by: 'fact', fact: 'day', order: 'ascending' }];
const items = fc.array(fc.record({ score: fc.constantFrom<number | string>(88.33, '265/3', 90, '90.00', 89.5), votes: fc.nat(2), facts: fc.constantFrom('2026-01-01', '2026-03-02').map((day) => ({ day })) }, { requiredKeys: ['score', 'facts'] }), { maxLength: 9 })
  .map((list) => list.map((item, index): RankItem => ({ id: `p${index}`, ...item })));
const rules: fc.Arbitrary<TieStep[] | 'UNDECIDED' | undefined> = fc.oneof(
  fc.constantFrom(undefined, 'UNDECIDED' as const),
  fc.array(fc.constantFrom<TieStep>({ by: 'key', key: { by: 'votes' } }, { by: 'key', key: { by: 'fact', fact: 'day', order: 'ascending' } }, { by: 'lot' }, { by: 'revote' }, { by: 'ask' }), { maxLength: 3 }),
);
const cuts = fc.oneof<fc.Arbitrary<RankCut>[]>(fc.constant('every'), fc.nat(9).map((places) => ({ places })), fc.array(fc.nat(9), { maxLength: 3 }).map((places) => ({ places })), fc.array(fc.nat(9), { maxLength: 3 }).map((ranks) => ({ ranks })));
const order = ['p3', 'p1', 'p0', 'p2', 'p5', 'p4', 'p8', 'p6', 'p7'];
const evidence = fc.record({ seed: fc.constantFrom('', '2026-05-01 第27期'), revote: fc.constantFrom<Record<string, number>>({ p0: 3, p1: 3 }, Object.fromEntries(order.map((id, index) => [id, index % 3]))), decided: fc.constantFrom(['p1'], order) }, { requiredKeys: [] });

/** The order after settling again: ties that were settled stand where they stood, the others are left as they are. */
function outcomeAgain({ settlements, cut, groups }: SettledRanking): { readonly outcome: SettledRanking['outcome']; readonly untouched: boolean } {
  const again = settlements.map((settlement) => ({ settlement, ...settledAgain(settlement) }));
  const isOpen = again.some(({ outcome }) => outcome === 'open');
  const isUndecided = isOpen && settlements.some(({ rule }) => rule !== undefined && !Array.isArray(rule));
  const asked = new Set(settlements.flatMap(({ ids }) => ids));
  return { outcome: isUndecided ? 'undecided' : isOpen ? 'open' : 'settled', untouched: groups.every(({ rank: place, ids }) => ids.some((id) => asked.has(id)) || !matters(place, ids.length, cut)) };
}

describe('a ranking from its result alone', () => {
  it('row 55: gives the same ranks and ties, in whatever order the places are read', () => {
    fc.assert(fc.property(items, fc.integer({ min: 1, max: 3 }), fc.nat(), (list, number, turn) => {
      const result = rank(list, keys.slice(0, number));
      const { places, keys: used, ties } = sent(result);
      const turned = places.map((_, index) => places[(index + turn) % places.length]).flatMap((place) => place ?? []);
      const groups = groupsAgain(turned, used);
      expect(groups).toEqual(groupVerdict(result.groups));
      expect(groups.filter(({ ids }) => ids.length > 1)).toEqual(groupVerdict(ties));
    }), { numRuns: 300 });
  });

  it('row 55: separates the same ties in the same way, by any rule and any evidence', () => {
    const seen = new Set<string>();
    fc.assert(fc.property(items, rules, cuts, evidence, (list, rule, cut, known) => {
      const ranking = rank(list, [{ by: 'score' }]);
      const result = settleTies(ranking.groups, rule, cut, { items: list, ...known });
      const read = sent(result);
      expect(read.settlements.map(settledAgain)).toEqual(result.settlements.map(settlementVerdict));
      expect(outcomeAgain(read)).toEqual({ outcome: result.outcome, untouched: true });
      seen.add(result.outcome);
    }), { numRuns: 500 });
    expect([...seen].sort()).toEqual(['open', 'settled', 'undecided']);
  });

  it('differs where somebody changed the lot', () => {
    const { settlements } = settleTies(rank([{ id: 'a', score: 9 }, { id: 'b', score: 9 }], [{ by: 'score' }]).groups, [{ by: 'lot' }], { places: 1 }, { seed: 'x' });
    const [settlement] = settlements;
    if (settlement === undefined) throw new Error('no tie was settled');
    const [first = '', second = ''] = settlement.order.flat();
    const swapped = { ...settlement, steps: settlement.steps.map((step) => ({ ...step, values: { [first]: step.values[second] ?? '', [second]: step.values[first] ?? '' } })) };
    expect(settledAgain(swapped).order).toEqual([[first], [second]]);
  });

  it('is told with every number, in both languages', () => {
    const list: RankItem[] = [{ id: 'a', score: '265/3', votes: 7 }, { id: 'b', score: 91.5, votes: 4 }, { id: 'c', score: 91.5, votes: 6 }];
    const ranking = rank(list, [{ by: 'score' }]);
    const settled = settleTies(ranking.groups, [{ by: 'key', key: { by: 'votes' } }], { places: 1 }, { items: list });
    for (const locale of ['zh-CN', 'en'] as const) expectWhole(explanationText({ verdict: '', locale, lines: explainRanking(ranking, locale, {}, settled) }), ['91.5', '265', '6', '4']);
  });
});
