import type { PublicVote, Rational, TieStep } from '@cobuild/core';
import { compareRationals } from '@cobuild/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chooseWinners, combineWithJury, countPublicVote, explainCombined, explainPublicVote, explainWinners, explanationText } from '../../src/index.js';
import type { CombinedResult, CombinedTable, PublicVoteCount, PublicVoteEntry, TieEvidence, WinnerStep, WinnersResult } from '../../src/index.js';
import { plus, read, rounded, sent, sum, through, times } from './exact.js';
import { groupVerdict, groupsAgain, settledAgain } from './ties.js';
import { expectWhole } from './whole-text.js';

type Tally = Pick<PublicVoteCount, 'votes' | 'voters'> & { readonly counted: number; readonly void: number };

/** A count again from itself and the log of the vote: who voted what stands there and nowhere else. */
function countAgain({ asOf, picks, categories = [], votes }: PublicVoteCount, log: readonly PublicVoteEntry[]): Tally {
  const known = votes.map(({ candidate }) => candidate);
  const cast = new Map<string, { voter: string; picks: readonly string[]; state: string }>();
  for (const entry of log) {
    if (asOf !== undefined && Date.parse(entry.at) > Date.parse(asOf)) continue;
    const target = entry.kind === 'cast' ? entry.replaces : entry.ballot;
    const before = target === undefined ? undefined : cast.get(target);
    const isOwn = before?.state === 'counted' && (entry.kind === 'void' || before.voter === entry.voter);
    if (target !== undefined && !isOwn) continue;
    if (entry.kind === 'cast' && cast.has(entry.id)) continue;
    if (before !== undefined) before.state = entry.kind === 'void' ? 'void' : 'gone';
    if (entry.kind === 'cast') cast.set(entry.id, { voter: entry.voter, picks: entry.picks, state: 'counted' });
  }
  for (const ballot of cast.values()) if (ballot.state === 'counted' && !isGood(ballot.picks)) ballot.state = 'void';
  const good = [...cast.values()].filter(({ state }) => state === 'counted');
  return {
    votes: known.map((candidate) => ({ candidate, votes: good.filter((ballot) => ballot.picks.includes(candidate)).length })),
    voters: new Set(good.map(({ voter }) => voter)).size, counted: good.length, void: [...cast.values()].filter(({ state }) => state === 'void').length,
  };

  function isGood(chosen: readonly string[]): boolean {
    if (picks === undefined) return true;
    const { minimum, maximum = Infinity } = picks;
    const fits = chosen.length >= minimum && chosen.length <= maximum && new Set(chosen).size === chosen.length && chosen.every((id) => known.includes(id));
    return fits && categories.every(({ picks: most, candidates }) => chosen.filter((id) => candidates.includes(id)).length <= most);
  }
}

const title = { 'zh-CN': '点', en: 'site' };
const ids = ['a', 'b', 'c', 'd', 'e', 'f'];
const candidates = ids.map((id, index) => ({ id, title, region: ['东', '西'][index % 2] ?? '', category: index < 4 ? 'village' : 'street' }));
const voteOf = (more: object): PublicVote => sent({
  id: 'contest', title, opensAt: '2026-06-01T09:00:00+08:00', closesAt: '2026-06-10T18:00:00+08:00', candidates, categories: [{ id: 'village', title }, { id: 'street', title }],
  picks: { exact: 2 }, change: 'changeable', totals: { show: 'afterClose' }, winners: { count: 2, tie: 'UNDECIDED' }, ...more,
});
const at = fc.integer({ min: 1, max: 9 }).map((day) => `2026-06-0${day}T12:00:00+08:00`);
const ballotId = fc.constantFrom('1', '2', '3', '4', '5', '6', '7', '8');
const voter = fc.constantFrom('v', 'w', 'x');
const entry: fc.Arbitrary<PublicVoteEntry> = fc.oneof(
  { weight: 8, arbitrary: fc.record({ kind: fc.constant('cast' as const), id: ballotId, voter, at, channel: fc.constantFrom('online' as const, 'paper' as const), picks: fc.array(fc.constantFrom(...ids, 'z'), { minLength: 1, maxLength: 3 }), replaces: ballotId }, { requiredKeys: ['kind', 'id', 'voter', 'at', 'channel', 'picks'] }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('revoke' as const), at, ballot: ballotId, voter }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('void' as const), at, ballot: ballotId, reason: fc.constant('重复'), by: fc.constant('chair') }) },
);

describe('the count of a public vote from its result and the log', () => {
  it('row 55: gives the same votes, voters, counted and void ballots', () => {
    const rules = fc.constantFrom<object>({ exact: 2 }, { minimum: 1, maximum: 2 }, { minimum: 2 });
    fc.assert(fc.property(fc.array(entry, { maxLength: 14 }), rules, fc.constantFrom(undefined, '2026-06-05T18:00:00+08:00'), fc.constantFrom(undefined, 1), (entries, picks, asOf, most) => {
      const vote = voteOf({ picks, categories: [{ id: 'village', title, picks: most }] });
      const count = countPublicVote(vote, { entries }, asOf === undefined ? {} : { asOf });
      const { votes, voters, ballots } = count;
      expect(countAgain(sent(count), sent(entries))).toEqual({ votes, voters, counted: ballots.counted, void: ballots.void });
    }), { numRuns: 400 });
  });
});

/** Marks, scores and order of one way of normalising again, from votes and jury marks. */
function tableAgain({ normalise, standings }: CombinedTable, { weights, fullMark = '100', rounding, rankOn }: CombinedResult): unknown {
  const votes = standings.map((standing) => standing.votes);
  const whole = normalise === 'share' ? votes.reduce((all, number) => all + number, 0) : Math.max(0, ...votes);
  const hundred = read(100);
  const scored = standings.map((standing) => {
    const better = votes.filter((number) => number > standing.votes).length;
    const mark = normalise === 'rank' ? through(times(hundred, read(votes.length - better)), read(votes.length)) : whole === 0 ? read(0) : through(times(hundred, read(standing.votes)), read(whole));
    if (standing.jury === undefined || weights === undefined) return { standing };
    const jury = through(times(read(standing.jury), hundred), read(fullMark));
    const score = through(plus(times(mark, read(weights.public)), times(jury, read(weights.jury))), sum([read(weights.public), read(weights.jury)]));
    return { standing, score, decisive: rounding !== undefined && rankOn === 'rounded' ? rounded(score, rounding) : score };
  });
  return {
    scores: scored.map(({ standing, score }) => [standing.candidate, score === undefined ? undefined : `${score.p}/${score.q}`]),
    groups: groupsAgain(scored.flatMap(({ standing, decisive }) => (decisive === undefined ? [] : [{ id: standing.candidate, values: [`${decisive.p}/${decisive.q}`] }])), [{ by: 'score' }]),
  };
}

const tableVerdict = ({ standings, groups }: CombinedTable): unknown => ({
  scores: standings.map(({ candidate, score }) => [candidate, score === undefined ? undefined : fraction(read(score))]), groups: groupVerdict(groups),
});
const fraction = ({ p, q }: Rational): string => `${p}/${q}`;

/** Winners again from the steps: votes or scores, regions, classes, limits and how ties were settled. */
function winnersAgain({ by, steps, places = 0, regionCap = Infinity, minimumVotes = 0, categories = [], settlements }: WinnersResult): { readonly outcome: WinnersResult['outcome']; readonly results: readonly (readonly [string, WinnerStep['result'], WinnerStep['reason']])[] } {
  const value = (step: WinnerStep): Rational => read(by === 'votes' ? step.votes : (step.score ?? '0'));
  const descending = steps.every((step, index) => index === 0 || compareRationals(value(steps[index - 1] as WinnerStep), value(step)) >= 0);
  const again = settlements.map((settlement) => ({ ids: settlement.ids, ...settledAgain(settlement) }));
  const inOrder = again.every(({ order, ids: tied, outcome }) => outcome === 'open' || JSON.stringify(steps.map(({ candidate }) => candidate).filter((id) => tied.includes(id))) === JSON.stringify(order.flat()));
  if (!descending || !inOrder) throw new Error('the steps do not stand in their order');
  const chosen: WinnerStep[] = [];
  let taken = 0;
  const isOpen = (id: string): boolean => again.some(({ ids: tied, outcome }) => outcome === 'open' && tied.includes(id));
  const capped = regionCap !== Infinity || categories.length > 0;
  const reserved = new Set<string>();
  const results = steps.map((step, index): [string, WinnerStep['result'], WinnerStep['reason']] => {
    const count = (member: 'region' | 'category'): number => chosen.filter((other) => other[member] === step[member]).length;
    const most = categories.find(({ category }) => category === step.category)?.winners ?? Infinity;
    const before = steps.some(({ candidate, rank }) => rank <= step.rank && isOpen(candidate));
    if (isOpen(step.candidate)) {
      // However the tie is settled, so many of them will be in.
      if (!reserved.has(step.candidate)) {
        const group = steps.slice(index).filter(({ candidate }) => again.some(({ ids: tied, outcome }) => outcome === 'open' && tied.includes(step.candidate) && tied.includes(candidate)));
        for (const { candidate } of group) reserved.add(candidate);
        taken += tried(group, chosen);
      }
      return [step.candidate, 'open', 'tie'];
    }
    const reason = step.votes < minimumVotes ? 'belowMinimum' : taken >= places ? 'full' : step.region !== undefined && count('region') >= regionCap ? 'regionFull' : step.category !== undefined && count('category') >= most ? 'categoryFull' : undefined;
    if (reason !== undefined) return [step.candidate, reason === 'full' ? 'notChosen' : 'skipped', reason];
    if (before && capped) return [step.candidate, 'open', 'tie'];
    chosen.push(step);
    taken += 1;
    return [step.candidate, 'chosen', undefined];
  });
  const open = again.filter(({ outcome }) => outcome === 'open');
  return { results, outcome: open.length === 0 ? 'chosen' : settlements.some(({ rule }) => rule === 'UNDECIDED') && open.length > 0 ? 'undecided' : 'tieOpen' };

  function tried(group: readonly WinnerStep[], sure: readonly WinnerStep[]): number {
    const inside: WinnerStep[] = [];
    for (const step of group) {
      const count = (member: 'region' | 'category'): number => [...sure, ...inside].filter((other) => other[member] === step[member]).length;
      const most = categories.find(({ category }) => category === step.category)?.winners ?? Infinity;
      if (taken + inside.length < places && step.votes >= minimumVotes && count('region') < regionCap && count('category') < most) inside.push(step);
    }
    return inside.length;
  }
}

const winnersVerdict = ({ outcome, steps }: WinnersResult): unknown => ({ outcome, results: steps.map(({ candidate, result, reason }) => [candidate, result, reason]) });
const tallies = fc.tuple(...ids.map(() => fc.constantFrom(0, 3, 3, 5, 60000, 45000))).map((list) => ({ votes: ids.map((candidate, index) => ({ candidate, votes: list[index] ?? 0 })) }));
const juries = fc.record({
  publicWeight: fc.constantFrom(50, 30, 0), juryWeight: fc.constantFrom(50, 70), normalise: fc.constantFrom('max', 'rank', 'share'), fullMark: fc.constantFrom(undefined, 10), rounding: fc.constantFrom(undefined, { step: 1, mode: 'half-up' }), rankOn: fc.constantFrom('rounded', 'unrounded'),
});
const juryMarks = fc.tuple(...ids.map(() => fc.constantFrom(82, 95, 8.2, undefined, 82))).map((list) => Object.fromEntries(ids.flatMap((id, index) => (list[index] === undefined ? [] : [[id, list[index]]])))) as fc.Arbitrary<Record<string, number>>;
const winnerRules = fc.record({ count: fc.integer({ min: 1, max: 5 }), regionCap: fc.constantFrom(undefined, 1, 2), minimumVotes: fc.constantFrom(undefined, 4), tie: fc.constantFrom<TieStep[] | 'UNDECIDED' | undefined>('UNDECIDED', [], [{ by: 'lot' }], [{ by: 'key', key: { by: 'votes' } }, { by: 'lot' }]) });
const evidence = fc.constantFrom<TieEvidence>({}, { seed: '2026-05-01 第27期' });

describe('a vote with a jury from its result alone', () => {
  it('row 55: gives the same scores and order by every way of normalising', () => {
    fc.assert(fc.property(tallies, juries, juryMarks, (count, jury, marks) => {
      const result = combineWithJury(voteOf({ jury }), count, marks);
      const again = sent(result);
      expect(result.tables).toHaveLength(3);
      expect(again.tables.map((table) => tableAgain(table, again))).toEqual(result.tables.map(tableVerdict));
      expect(again.missing).toEqual(again.tables[0]?.standings.filter(({ jury: mark }) => mark === undefined).map(({ candidate }) => candidate).sort());
    }), { numRuns: 300 });
  });

  it('comes again to A 91 and B 85 at 50 / 50, A 87.4 and B 89 at 30 / 70, and tells every number', () => {
    for (const [publicWeight, juryWeight, scores] of [[50, 50, ['91', '85']], [30, 70, ['87.4', '89']]] as const) {
      const vote = voteOf({ candidates: [{ id: 'A', title }, { id: 'B', title }], jury: { publicWeight, juryWeight, normalise: 'max', rankOn: 'unrounded' } });
      const result = combineWithJury(vote, { votes: [{ candidate: 'A', votes: 60000 }, { candidate: 'B', votes: 45000 }] }, { A: 82, B: 95 });
      expect(result.tables.map((table) => tableAgain(table, result))).toEqual(result.tables.map(tableVerdict));
      for (const locale of ['zh-CN', 'en'] as const) expectWhole(explanationText({ verdict: '', locale, lines: [explainCombined(result, vote, locale)] }), [...scores, String(publicWeight), String(juryWeight), '75', '82', '95']);
    }
  });
});

describe('winners from the result alone', () => {
  it('row 55: gives the same winners, skipped ones and open ties, with caps by region and class', () => {
    const seen = new Set<string>();
    fc.assert(fc.property(tallies, winnerRules, fc.constantFrom(undefined, 1, 2), evidence, fc.option(fc.tuple(juries, juryMarks), { nil: undefined }), (count, winners, most, tie, withJury) => {
      const vote = voteOf({ winners, categories: [{ id: 'village', title, winners: most }, { id: 'street', title }], ...(withJury === undefined ? {} : { jury: withJury[0] }) });
      const combined = withJury === undefined ? undefined : combineWithJury(vote, count, { a: 82, b: 82, c: 95, d: 80, e: 8, f: 9, ...withJury[1] });
      const result = chooseWinners(vote, count, { tie, ...(combined === undefined ? {} : { combined }) });
      expect(winnersAgain(sent(result))).toEqual(winnersVerdict(result));
      seen.add(result.outcome);
    }), { numRuns: 600 });
    expect([...seen].sort()).toEqual(['chosen', 'tieOpen', 'undecided']);
  });

  it('differs where somebody changed a cap', () => {
    const vote = voteOf({ winners: { count: 2, regionCap: 1, tie: 'UNDECIDED' } });
    const result = chooseWinners(vote, { votes: [['a', 900], ['c', 850], ['b', 700]].map(([candidate, votes]) => ({ candidate: candidate as string, votes: votes as number })) });
    const forged = JSON.parse(JSON.stringify(result).replace('"regionCap":1', '"regionCap":2')) as WinnersResult;
    expect([sent(result), forged].map((one) => winnersAgain(one).results.filter(([, is]) => is === 'chosen').map(([id]) => id))).toEqual([['a', 'b'], ['a', 'c']]);
  });

  it('is told with every number, in both languages', () => {
    const vote = voteOf({ winners: { count: 2, regionCap: 1, minimumVotes: 4, tie: 'UNDECIDED' } });
    const count = { votes: [['a', 900], ['c', 850], ['b', 700], ['d', 3]].map(([candidate, votes]) => ({ candidate: candidate as string, votes: votes as number })) };
    const entries: PublicVoteEntry[] = [{ kind: 'cast', id: '1', voter: 'v', at: '2026-06-02T12:00:00+08:00', channel: 'online', picks: ['a', 'b'] }];
    for (const locale of ['zh-CN', 'en'] as const) {
      expectWhole(explanationText({ verdict: '', locale, lines: [explainWinners(chooseWinners(vote, count), vote, locale)] }), ['900', '850', '700']);
      expectWhole(explanationText({ verdict: '', locale, lines: [explainPublicVote(countPublicVote(vote, { entries }), vote, locale)] }), ['1']);
    }
  });
});
