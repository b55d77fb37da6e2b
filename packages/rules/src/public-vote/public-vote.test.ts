import type { PublicVote } from '@cobuild/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { explainPublicVote } from '../explanation/explain-public-vote.js';
import { acceptBallot, revokeBallot, voidBallot } from './accept-ballot.js';
import { countPublicVote } from './count-public-vote.js';
import { importBallots } from './import-ballots.js';
import { publicTotals } from './public-totals.js';
import type { BallotReceipt, PublicBallot, PublicVoteEntry } from './public-vote-types.js';
import { voteSignals } from './vote-signals.js';

const title = (text: string): { 'zh-CN': string } => ({ 'zh-CN': text });
const ids = (size: number): string[] => Array.from({ length: size }, (_, index) => `c${index + 1}`);

/** Top ten centres: pick exactly ten of fifteen, one ballot a day. */
const topTen: PublicVote = {
  id: 'centres', title: title('十佳党群服务中心'), opensAt: '2022-06-01T09:00:00+08:00', closesAt: '2022-06-10T18:00:00+08:00',
  candidates: ids(15).map((id, index) => ({ id, title: title(`中心${index + 1}`), category: index < 12 ? 'village' : 'community' })),
  categories: [{ id: 'village', title: title('村') }, { id: 'community', title: title('社区') }],
  picks: { exact: 10 }, limits: { perDay: 1 }, change: 'changeable', channels: ['online', 'onSite', 'paper'],
  totals: { show: 'daily', at: '18:00' }, winners: { count: 10, tie: 'UNDECIDED' },
};

const noon = '2022-06-02T12:00:00+08:00';
const ballot = (picks: number | readonly string[], more: Partial<PublicBallot> = {}): PublicBallot => ({ id: 'b1', voter: 'v1', picks: typeof picks === 'number' ? ids(picks) : picks, ...more });
const codes = (receipt: BallotReceipt): string[] => [receipt.outcome, ...receipt.problems.map(({ code }) => code)];
const entriesOf = (...receipts: BallotReceipt[]): PublicVoteEntry[] => receipts.flatMap((receipt) => ('entry' in receipt ? [receipt.entry] : []));
const cast = (id: string, voter: string, at: string, picks: readonly string[], more: { readonly source?: string } = {}): PublicVoteEntry => ({ kind: 'cast', id, voter, at, picks, channel: 'online', ...more });
const votesOf = (count: { readonly votes: readonly { readonly candidate: string; readonly votes: number }[] }): Record<string, number> => Object.fromEntries(count.votes.map(({ candidate, votes }) => [candidate, votes]));

describe('row 58: window, identified voter, picks, limits, revocable', () => {
  it.each([[9, 'refused'], [10, 'accepted'], [11, 'refused']])('takes %d picks of exactly 10: %s', (picks, outcome) => {
    expect(acceptBallot(topTen, { entries: [] }, ballot(picks), noon).outcome).toBe(outcome);
  });

  it.each([[9, 1, 0], [10, 0, 1], [11, 1, 0]])('makes %d picks of exactly 10 on paper, or in an imported log, void', (picks, voided, counted) => {
    const receipt = acceptBallot(topTen, { entries: [] }, ballot(picks, { channel: 'paper' }), noon);
    expect(receipt.outcome).toBe(voided === 1 ? 'void' : 'accepted');
    const count = countPublicVote(topTen, { entries: entriesOf(receipt) });
    expect(count).toMatchObject({ outcome: 'counted', ballots: { cast: 1, void: voided, counted } });
    expect(count.voided.map((item) => item.voided?.reason)).toEqual(voided === 1 ? [`应当正好选10项，这张票选了${picks}项，无效。`] : []);
    expect(votesOf(count)['c1']).toBe(counted);
  });

  it.each([['2022-06-01T08:59:59+08:00', 'public-vote/not-open'], ['2022-06-01T01:00:00Z', undefined], ['2022-06-10T17:59:59+08:00', undefined], ['2022-06-10T18:00:00+08:00', 'public-vote/closed']])('at %s the window gives %s', (at, code) => {
    expect(acceptBallot(topTen, { entries: [] }, ballot(10), at).problems.map((problem) => problem.code)).toEqual(code === undefined ? [] : [code]);
  });

  it('begins a new day at midnight in Asia/Shanghai, 16:00 UTC', () => {
    const entries = entriesOf(acceptBallot(topTen, { entries: [] }, ballot(10), '2022-06-02T00:00:00+08:00'));
    const second = (at: string): string[] => codes(acceptBallot(topTen, { entries }, ballot(10, { id: 'b2' }), at));
    expect(second('2022-06-02T15:59:59Z')).toEqual(['refused', 'public-vote/limit-day']);
    expect(second('2022-06-02T16:00:00Z')).toEqual(['accepted']);
  });

  it('limits ballots in all, and picks of one class over all ballots', () => {
    const vote: PublicVote = { ...topTen, picks: { minimum: 1, maximum: 3 }, limits: { total: 3, perCategory: 4 } };
    const first = entriesOf(acceptBallot(vote, { entries: [] }, ballot(['c1', 'c2', 'c3']), noon));
    expect(codes(acceptBallot(vote, { entries: first }, ballot(['c1', 'c2', 'c13'], { id: 'b2' }), noon))).toEqual(['refused', 'public-vote/limit-category']);
    const more = [...first, ...entriesOf(acceptBallot(vote, { entries: first }, ballot(['c1', 'c13'], { id: 'b2' }), noon), acceptBallot(vote, { entries: first }, ballot(['c14'], { id: 'b3' }), noon))];
    expect(more).toHaveLength(3);
    expect(codes(acceptBallot(vote, { entries: more }, ballot(['c15'], { id: 'b4' }), noon))).toEqual(['refused', 'public-vote/limit-total']);
    expect(acceptBallot(vote, { entries: more }, ballot(['c15'], { id: 'b4', voter: 'v2' }), noon).outcome).toBe('accepted');
  });

  it.each([[['c1', 'c2'], 'accepted'], [['c1', 'c2', 'c3'], 'refused'], [[], 'refused'], [['c1', 'c1'], 'refused'], [['c1', 'c99'], 'refused'], [['c1', '__proto__'], 'refused']])('takes %j of one to two different candidates: %s', (picks, outcome) => {
    expect(acceptBallot({ ...topTen, picks: { minimum: 1, maximum: 2 } }, { entries: [] }, ballot(picks), noon).outcome).toBe(outcome);
  });

  it('limits picks of a class on one ballot', () => {
    const vote: PublicVote = { ...topTen, picks: {}, categories: [{ id: 'village', title: title('村'), picks: 2 }, { id: 'community', title: title('社区') }] };
    expect(codes(acceptBallot(vote, { entries: [] }, ballot(['c1', 'c2', 'c13', 'c14']), noon))).toEqual(['accepted']);
    expect(codes(acceptBallot(vote, { entries: [] }, ballot(['c1', 'c2', 'c3']), noon))).toEqual(['refused', 'public-vote/too-many-in-category']);
  });

  it('refuses ballots without a voter, with a used id, or of a kind that is not taken', () => {
    const entries = entriesOf(acceptBallot(topTen, { entries: [] }, ballot(10), noon));
    expect(codes(acceptBallot(topTen, { entries: [] }, ballot(10, { voter: '' }), noon))).toEqual(['refused', 'public-vote/no-voter']);
    expect(codes(acceptBallot(topTen, { entries }, ballot(10, { voter: 'v2' }), noon))).toEqual(['refused', 'public-vote/ballot-twice']);
    expect(codes(acceptBallot({ ...topTen, channels: ['online'] }, { entries: [] }, ballot(10, { channel: 'paper' }), noon))).toEqual(['refused', 'public-vote/channel']);
  });

  it('takes a ballot back or replaces it until the end, where the scheme allows it', () => {
    const entries = entriesOf(acceptBallot(topTen, { entries: [] }, ballot(10), noon));
    const replaced = acceptBallot(topTen, { entries }, ballot(ids(11).slice(1), { id: 'b2' }), noon, { replaces: 'b1' });
    expect(votesOf(countPublicVote(topTen, { entries: [...entries, ...entriesOf(replaced)] }))).toMatchObject({ c1: 0, c11: 1 });
    const revoked = revokeBallot(topTen, { entries }, { ballot: 'b1', voter: 'v1' }, noon);
    expect(countPublicVote(topTen, { entries: [...entries, ...entriesOf(revoked)] }).ballots).toEqual({ cast: 1, counted: 0, replaced: 0, revoked: 1, void: 0 });
    // A ballot that was taken back does not use up the day.
    expect(acceptBallot(topTen, { entries: [...entries, ...entriesOf(revoked)] }, ballot(10, { id: 'b3' }), noon).outcome).toBe('accepted');
  });

  it('refuses changes by others, after the end, and where the scheme does not allow them', () => {
    const entries = entriesOf(acceptBallot(topTen, { entries: [] }, ballot(10), noon));
    const revoke = (vote: PublicVote, voter: string, at: string): string[] => codes(revokeBallot(vote, { entries }, { ballot: 'b1', voter }, at));
    expect(revoke(topTen, 'v2', noon)).toEqual(['refused', 'public-vote/no-such-ballot']);
    expect(revoke(topTen, 'v1', topTen.closesAt as string)).toEqual(['refused', 'public-vote/closed']);
    expect(revoke({ ...topTen, change: 'none' }, 'v1', noon)).toEqual(['refused', 'public-vote/not-revocable']);
    expect(codes(acceptBallot({ ...topTen, change: 'revocable' }, { entries }, ballot(10, { id: 'b2' }), noon, { replaces: 'b1' }))).toEqual(['refused', 'public-vote/not-changeable']);
    expect(codes(acceptBallot(topTen, { entries }, ballot(10, { id: 'b2', voter: 'v2' }), noon, { replaces: 'b1' }))).toEqual(['refused', 'public-vote/no-such-ballot']);
  });

  it('is undecided while a setting that it needs is open, and names it', () => {
    expect(acceptBallot({ ...topTen, picks: { exact: 'UNDECIDED' }, limits: { perDay: 'UNDECIDED' } }, { entries: [] }, ballot(10), noon)).toMatchObject({ outcome: 'undecided', holes: ['/picks/exact', '/limits/perDay'] });
    expect(acceptBallot({ ...topTen, change: 'UNDECIDED' }, { entries: [] }, ballot(10), noon).outcome).toBe('accepted');
    expect(countPublicVote({ ...topTen, picks: { exact: 'UNDECIDED' } }, { entries: [] })).toMatchObject({ outcome: 'undecided', holes: ['/picks/exact'] });
  });

  it('throws when the instant has no offset', () => {
    expect(() => acceptBallot(topTen, { entries: [] }, ballot(10), '2022-06-02T12:00:00')).toThrow(TypeError);
  });
});

describe('row 59: hidden totals, one count a day', () => {
  const entries = [cast('b1', 'v1', '2022-06-01T17:59:00+08:00', ids(10)), cast('b2', 'v2', '2022-06-01T18:00:00+08:00', ids(10)), cast('b3', 'v3', '2022-06-01T18:00:01+08:00', ids(10))];

  it.each([['2022-06-01T08:00:00+08:00'], ['2022-06-01T17:59:59+08:00']])('gives no total at %s', (at) => {
    const totals = publicTotals(topTen, { entries }, at);
    expect(totals).toEqual({ outcome: 'hidden', next: '2022-06-01T18:00:00+08:00', holes: [] });
  });

  it.each([['2022-06-01T18:00:00+08:00'], ['2022-06-02T17:59:59+08:00']])('gives the number of 18:00 at %s, whatever came later', (at) => {
    const later: PublicVoteEntry[] = [...entries, cast('b4', 'v4', '2022-06-02T17:00:00+08:00', ids(10)), { kind: 'void', at: '2022-06-02T10:00:00+08:00', ballot: 'b1', reason: '刷票', by: 'officer' }];
    const totals = publicTotals(topTen, { entries: later }, at);
    expect(totals).toMatchObject({ outcome: 'shown', asOf: '2022-06-01T18:00:00+08:00', next: '2022-06-02T18:00:00+08:00', ballots: 2 });
    expect(totals.outcome === 'shown' && totals.votes[0]?.votes).toBe(2);
  });

  it('takes in on the next day what came later and what was voided', () => {
    const later: PublicVoteEntry[] = [...entries, { kind: 'void', at: '2022-06-02T10:00:00+08:00', ballot: 'b1', reason: '刷票', by: 'officer' }];
    expect(publicTotals(topTen, { entries: later }, '2022-06-02T18:00:00+08:00')).toMatchObject({ ballots: 2 });
  });

  it('shows nothing before the end with afterClose, all at once with live, and nothing while it is not decided', () => {
    const shown = (totals: PublicVote['totals'], at: string): string => publicTotals({ ...topTen, totals }, { entries }, at).outcome;
    expect([shown({ show: 'afterClose' }, '2022-06-10T17:59:59+08:00'), shown({ show: 'afterClose' }, '2022-06-10T18:00:00+08:00')]).toEqual(['hidden', 'shown']);
    expect(shown({ show: 'live' }, '2022-06-01T09:00:00+08:00')).toBe('shown');
    expect(publicTotals({ ...topTen, totals: { show: 'UNDECIDED' } }, { entries }, noon)).toEqual({ outcome: 'undecided', holes: ['/totals/show'] });
  });
});

describe('row 62: abuse signals, void with reason, audit', () => {
  const at = (minute: number): string => `2022-06-02T12:${String(minute).padStart(2, '0')}:00+08:00`;
  const vote: PublicVote = { ...topTen, picks: { minimum: 1, maximum: 2 }, limits: {}, signals: { source: { ballots: 3, minutes: 5 }, burst: { ballots: 4, minutes: 2 } } };

  it('voids a ballot with its votes, leaves the trace, and counts the same again', () => {
    const entries: PublicVoteEntry[] = [cast('b1', 'v1', at(0), ['c1']), cast('b2', 'v2', at(1), ['c1', 'c2'])];
    const receipt = voidBallot({ entries }, { ballot: 'b2', reason: '同一设备集中投票', by: 'officer-1' }, at(30));
    const log = [...entries, ...entriesOf(receipt)];
    const count = countPublicVote(vote, { entries: log });
    expect(votesOf(count)).toMatchObject({ c1: 1, c2: 0 });
    expect(count.voided).toMatchObject([{ id: 'b2', voter: 'v2', picks: ['c1', 'c2'], voided: { reason: '同一设备集中投票', by: 'officer-1', at: at(30) } }]);
    expect(log.slice(0, 2)).toEqual(entries);
    expect(countPublicVote(vote, { entries: JSON.parse(JSON.stringify(log)) as PublicVoteEntry[] })).toEqual(count);
    expect(votesOf(count)).toEqual(votesOf(countPublicVote(vote, { entries: entries.slice(0, 1) })));
  });

  it('refuses a void without reason or person, and of a ballot that does not count', () => {
    const entries = [cast('b1', 'v1', at(0), ['c1'])];
    expect(codes(voidBallot({ entries }, { ballot: 'b1', reason: ' ', by: '' }, at(1)))).toEqual(['refused', 'public-vote/void-without-reason', 'public-vote/void-without-person']);
    expect(codes(voidBallot({ entries }, { ballot: 'b9', reason: 'x', by: 'y' }, at(1)))).toEqual(['refused', 'public-vote/no-such-ballot']);
  });

  it('points out three ballots from one source in five minutes, not two, and not in six', () => {
    const from = (minutes: readonly number[]): PublicVoteEntry[] => minutes.map((minute, index) => cast(`b${index}`, `v${index}`, at(minute), [`c${index + 1}`], { source: 's1' }));
    expect(voteSignals(vote, { entries: from([0, 2]) }).signals).toEqual([]);
    expect(voteSignals(vote, { entries: from([0, 3, 6]) }).signals).toEqual([]);
    expect(voteSignals(vote, { entries: from([0, 2, 5]) }).signals).toEqual([{ kind: 'source', subject: 's1', ballots: ['b0', 'b1', 'b2'], from: at(0), to: at(5), limit: { ballots: 3, minutes: 5 } }]);
    expect(voteSignals(vote, { entries: from([0, 2, 5, 7, 40, 41, 42]) }).signals.map(({ ballots }) => ballots.length)).toEqual([4, 3]);
  });

  it('points out a burst for one candidate, and voids nothing by itself', () => {
    const entries = [0, 1, 1, 2].map((minute, index) => cast(`b${index}`, `v${index}`, at(minute), ['c1']));
    expect(voteSignals(vote, { entries }).signals).toMatchObject([{ kind: 'burst', subject: 'c1', ballots: ['b0', 'b1', 'b2', 'b3'] }]);
    expect(countPublicVote(vote, { entries }).ballots.counted).toBe(4);
    expect(voteSignals({ ...vote, signals: { burst: { ballots: 'UNDECIDED', minutes: 1 } } }, { entries })).toEqual({ signals: [], holes: ['/signals/burst/ballots'] });
  });

  it('explains a count with every void ballot and its reason, and no voter', () => {
    const entries: PublicVoteEntry[] = [cast('b1', 'v1', at(0), ['c1']), cast('b2', 'v2', at(1), ['c1']), { kind: 'void', at: at(2), ballot: 'b2', reason: '重复登记。', by: '计票组' }];
    const two: PublicVote = { ...vote, candidates: (vote.candidates ?? []).slice(0, 1) };
    const node = explainPublicVote(countPublicVote(two, { entries }), two, 'zh-CN');
    expect([node.text, ...(node.children ?? []).map(({ text }) => text)]).toEqual(['十佳党群服务中心：计票1张（1人），作废1张。', '中心1：1票。', '选票b2由计票组作废：重复登记。']);
  });
});

describe('row 63: paper and on-site ballots, one person once', () => {
  const once: PublicVote = { ...topTen, limits: { total: 1 } };

  it('refuses a second ballot of the same person whichever way it comes', () => {
    const online = entriesOf(acceptBallot(once, { entries: [] }, ballot(10), noon));
    expect(codes(acceptBallot(once, { entries: online }, ballot(10, { id: 'p1', channel: 'paper' }), noon))).toEqual(['refused', 'public-vote/limit-total']);
    const paper = entriesOf(acceptBallot(once, { entries: [] }, ballot(9, { id: 'p1', channel: 'paper' }), noon));
    expect(codes(acceptBallot(once, { entries: paper }, ballot(10, { id: 'b2' }), noon))).toEqual(['refused', 'public-vote/limit-total']);
  });

  it('imports a sheet with its totals, and names the rows that were not taken', () => {
    const online = [cast('b1', 'v1', noon, ids(10))];
    const row = (id: string, voter: string, picks: number): PublicBallot & { at: string } => ({ id, voter, picks: ids(picks), channel: 'paper', at: noon });
    const sheet = importBallots(once, { entries: online }, [row('p1', 'v2', 10), row('p2', 'v1', 10), row('p3', 'v3', 11), row('p4', 'v2', 10), row('b1', 'v5', 10), row('p1', 'v6', 10)]);
    expect(sheet).toMatchObject({ accepted: 1, void: 1, refused: [{ row: 1 }, { row: 3 }, { row: 4 }, { row: 5 }] });
    expect(sheet.refused.map(({ problems }) => problems[0]?.code)).toEqual(['public-vote/limit-total', 'public-vote/limit-total', 'public-vote/ballot-twice', 'public-vote/ballot-twice']);
    expect(countPublicVote(once, { entries: [...online, ...sheet.entries] })).toMatchObject({ ballots: { cast: 3, counted: 2, void: 1 }, voters: 2, channels: { online: 1, paper: 1, onSite: 0 } });
  });
});

describe('public votes, for all logs', () => {
  const actions = fc.array(fc.record({ kind: fc.constantFrom('cast' as const, 'revoke' as const, 'void' as const, 'replace' as const), voter: fc.integer({ min: 1, max: 5 }), pick: fc.integer({ min: 1, max: 15 }), minute: fc.integer({ min: 0, max: 5000 }) }), { maxLength: 60 });
  const vote: PublicVote = { ...topTen, picks: { minimum: 1, maximum: 1 }, limits: { perDay: 1, total: 2 } };

  const logOf = (steps: readonly { readonly kind: string; readonly voter: number; readonly pick: number; readonly minute: number }[]): PublicVoteEntry[] => {
    const log: PublicVoteEntry[] = [];
    steps.forEach(({ kind, voter, pick, minute }, index) => {
      const when = new Date(Date.parse('2022-06-01T02:00:00Z') + minute * 60000).toISOString();
      const own = log.flatMap((entry) => (entry.kind === 'cast' && entry.voter === `v${voter}` ? [entry.id] : []));
      const target = own[pick % Math.max(1, own.length)] ?? 'none';
      const hand = { id: `b${index}`, voter: `v${voter}`, picks: [`c${pick}`] };
      const receipt = kind === 'cast' ? acceptBallot(vote, { entries: log }, hand, when) : kind === 'replace' ? acceptBallot(vote, { entries: log }, hand, when, { replaces: target })
        : kind === 'revoke' ? revokeBallot(vote, { entries: log }, { ballot: target, voter: `v${voter}` }, when) : voidBallot({ entries: log }, { ballot: target, reason: 'x', by: 'y' }, when);
      log.push(...entriesOf(receipt));
    });
    return log;
  };

  it('never counts more ballots of a person than allowed, and every ballot once', () => {
    fc.assert(fc.property(actions, (steps) => {
      const count = countPublicVote(vote, { entries: logOf(steps) });
      const { cast: all, counted, replaced, revoked, void: voided } = count.ballots;
      expect(counted + replaced + revoked + voided).toBe(all);
      expect(counted).toBeLessThanOrEqual(2 * count.voters);
      expect(count.votes.reduce((sum, { votes }) => sum + votes, 0)).toBe(counted);
      expect(count.problems).toEqual([]);
    }));
  });

  it('accepts by the voter’s own entries as by the whole log', () => {
    fc.assert(fc.property(actions, fc.integer({ min: 1, max: 5 }), (steps, voter) => {
      const log = logOf(steps);
      const own = new Set(log.flatMap((entry) => (entry.kind === 'cast' && entry.voter === `v${voter}` ? [entry.id] : [])));
      const mine = log.filter((entry) => own.has(entry.kind === 'cast' ? entry.id : entry.ballot));
      const hand = { id: 'new', voter: `v${voter}`, picks: ['c1'] };
      expect(acceptBallot(vote, { entries: mine }, hand, noon)).toEqual(acceptBallot(vote, { entries: log }, hand, noon));
    }));
  });

  it('never throws on a log that does not fit', () => {
    const entries = [{ kind: 'revoke', at: noon, ballot: 'x', voter: 'y' }, { kind: 'void', at: 'yesterday', ballot: 'x', reason: '', by: '' }, cast('b1', 'v1', noon, ['c1']), cast('b1', 'v2', noon, ['c2'])] as PublicVoteEntry[];
    expect(countPublicVote(vote, { entries })).toMatchObject({ ballots: { cast: 1, counted: 1 }, problems: [{ pointer: '/0', severity: 'warning' }, { pointer: '/1' }, { pointer: '/3' }] });
  });
});
