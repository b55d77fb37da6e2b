import type { Locale, Problem, PublicVote } from '@cobuild/core';
import type { SettingReader } from '../evaluation/settings.js';
import { createSettingReader } from '../evaluation/settings.js';
import { ruleProblem } from '../locales/rule-message.js';
import type { ProblemCode } from '../locales/rule-message.js';
import { foldBallots } from './fold-ballots.js';
import { pickProblems, readPickRule } from './picks.js';
import type { BallotReceipt, BallotState, PublicBallot, PublicVoteEntry, PublicVoteState } from './public-vote-types.js';
import { dayNumber, timeOf, voteWindow } from './vote-window.js';

interface Handing { readonly vote: PublicVote; readonly own: readonly BallotState[]; readonly ballot: PublicBallot; readonly time: number; readonly read: SettingReader; readonly locale: Locale }

/**
 * Takes or refuses a ballot, and says why. The host appends the entry to the log; nothing else changes.
 *
 * Limits are per person, whichever way the ballots came: somebody who voted online cannot vote on paper too where one ballot is allowed. Days
 * change at midnight in Asia/Shanghai. Ballots that were revoked, replaced or voided do not use up a limit, but a void paper ballot does.
 *
 * @param vote - Parameter references already replaced by their values; with its candidates.
 * @param state - At least all entries of this voter.
 * @param at - When it was cast, with its offset.
 * @throws {TypeError} when `at` is no instant: a caller's mistake.
 * @example acceptBallot(vote, { entries: [] }, { id: 'b1', voter: 'v1', picks }, '2026-06-01T09:00:00+08:00').outcome // 'accepted'
 */
export function acceptBallot(vote: PublicVote, state: PublicVoteState, ballot: PublicBallot, at: string, { replaces, locale = 'zh-CN' }: { /** Id of the own ballot to take the place of. */ readonly replaces?: string; readonly locale?: Locale } = {}): BallotReceipt {
  const time = timeOf(at);
  if (time === undefined) throw new TypeError('acceptBallot: at is an instant with its offset');
  const read = createSettingReader();
  const folded = foldBallots(state.entries);
  const own = [...folded.ballots.values()].filter(({ voter }) => voter === ballot.voter);
  const handing: Handing = { vote, own: own.filter(({ id }) => id !== replaces), ballot, time, read, locale };
  const rule = readPickRule(vote, read);
  const refusals = [...window(handing), ...channel(handing), ...identity(handing, folded.ballots.has(ballot.id)), ...change(handing, own, replaces), ...limits(handing)];
  const voids = rule === undefined ? [] : pickProblems(vote, ballot.picks, rule, read, { pointer: '', locale });
  if (read.holes.length > 0) return { outcome: 'undecided', holes: read.holes, problems: [] };
  if (refusals.length > 0) return { outcome: 'refused', problems: refusals };
  const entry = castEntry(ballot, at, replaces);
  if (voids.length === 0) return { outcome: 'accepted', entry, problems: [] };
  // A voter at a screen can mend the ballot; what lies in the box cannot be mended.
  return ballot.channel === undefined || ballot.channel === 'online' ? { outcome: 'refused', problems: voids } : { outcome: 'void', entry, problems: voids };
}

function castEntry({ id, voter, picks, channel: way = 'online', source }: PublicBallot, at: string, replaces: string | undefined): PublicVoteEntry {
  return { kind: 'cast', id, voter, picks, at, channel: way, ...(source === undefined ? {} : { source }), ...(replaces === undefined ? {} : { replaces }) };
}

function problem({ locale }: Handing, code: ProblemCode, params: Readonly<Record<string, unknown>> = {}): Problem {
  return ruleProblem(code, { document: 'ballot', pointer: '', params, locale });
}

function window(handing: Handing): Problem[] {
  const open = voteWindow(handing.vote, handing.read);
  if (open === undefined) return [];
  if (handing.time < open.opens) return [problem(handing, 'public-vote/not-open')];
  return handing.time >= open.closes ? [problem(handing, 'public-vote/closed')] : [];
}

function channel(handing: Handing): Problem[] {
  const { vote: { channels = ['online'] }, ballot: { channel: way = 'online' } } = handing;
  return channels.includes(way) ? [] : [problem(handing, 'public-vote/channel')];
}

function identity(handing: Handing, known: boolean): Problem[] {
  const { voter, id } = handing.ballot;
  return [...(voter === '' ? [problem(handing, 'public-vote/no-voter')] : []), ...(id === '' || known ? [problem(handing, 'public-vote/ballot-twice')] : [])];
}

function change(handing: Handing, own: readonly BallotState[], replaces: string | undefined): Problem[] {
  if (replaces === undefined) return [];
  const rule = handing.read.choice(handing.vote.change, ['none', 'revocable', 'changeable'], '/change');
  if (rule !== undefined && rule !== 'changeable') return [problem(handing, 'public-vote/not-changeable')];
  return own.some(({ id, status }) => id === replaces && status === 'counted') ? [] : [problem(handing, 'public-vote/no-such-ballot')];
}

/** A void ballot that lay in the box was a ballot of this person; one that was voided later, revoked or replaced is none any more. */
function usesLimit({ status }: BallotState): boolean {
  return status === 'counted';
}

function limits(handing: Handing): Problem[] {
  const { vote: { limits: rule, candidates = [] }, own, ballot, time, read } = handing;
  if (rule === undefined) return [];
  const used = own.filter(usesLimit);
  const perDay = rule.perDay === undefined ? undefined : read.count(rule.perDay, '/limits/perDay');
  const total = rule.total === undefined ? undefined : read.count(rule.total, '/limits/total');
  const perCategory = rule.perCategory === undefined ? undefined : read.count(rule.perCategory, '/limits/perCategory');
  const today = used.filter(({ at }) => dayNumber(timeOf(at) ?? NaN) === dayNumber(time)).length;
  const category = new Map(candidates.map((candidate) => [candidate.id, candidate.category]));
  const inCategory = (picks: readonly string[], id: string): number => picks.filter((pick) => category.get(pick) === id).length;
  const over = perCategory === undefined ? [] : [...new Set(ballot.picks.flatMap((pick) => category.get(pick) ?? []))].filter((id) => inCategory([...used.flatMap(({ picks }) => picks), ...ballot.picks], id) > perCategory);
  return [
    ...(total !== undefined && used.length >= total ? [problem(handing, 'public-vote/limit-total', { total })] : []),
    ...(perDay !== undefined && today >= perDay ? [problem(handing, 'public-vote/limit-day', { perDay })] : []),
    ...over.map((id) => problem(handing, 'public-vote/limit-category', { category: id, perCategory })),
  ];
}

/** Takes a ballot back, where the scheme allows it and the vote is open. */
export function revokeBallot(vote: PublicVote, state: PublicVoteState, { ballot, voter }: { readonly ballot: string; readonly voter: string }, at: string, { locale = 'zh-CN' }: { readonly locale?: Locale } = {}): BallotReceipt {
  const time = timeOf(at);
  if (time === undefined) throw new TypeError('revokeBallot: at is an instant with its offset');
  const read = createSettingReader();
  const handing: Handing = { vote, own: [], ballot: { id: ballot, voter, picks: [] }, time, read, locale };
  const rule = read.choice(vote.change, ['none', 'revocable', 'changeable'], '/change');
  const found = foldBallots(state.entries).ballots.get(ballot);
  const mine = found?.voter === voter && found.status === 'counted';
  const refusals = [...window(handing), ...(rule === 'none' ? [problem(handing, 'public-vote/not-revocable')] : []), ...(mine ? [] : [problem(handing, 'public-vote/no-such-ballot')])];
  if (read.holes.length > 0) return { outcome: 'undecided', holes: read.holes, problems: [] };
  return refusals.length > 0 ? { outcome: 'refused', problems: refusals } : { outcome: 'accepted', entry: { kind: 'revoke', at, ballot, voter }, problems: [] };
}

/**
 * Voids a ballot by a person's decision, at any time. The reason and who decided stay in the log.
 *
 * @throws {TypeError} when `at` is no instant.
 */
export function voidBallot(state: PublicVoteState, { ballot, reason, by }: { readonly ballot: string; readonly reason: string; readonly by: string }, at: string, { locale = 'zh-CN' }: { readonly locale?: Locale } = {}): BallotReceipt {
  if (timeOf(at) === undefined) throw new TypeError('voidBallot: at is an instant with its offset');
  const report = (code: ProblemCode): Problem => ruleProblem(code, { document: 'ballot', pointer: '', locale });
  const found = foldBallots(state.entries).ballots.get(ballot);
  const problems = [
    ...(found?.status === 'counted' ? [] : [report('public-vote/no-such-ballot')]),
    ...(reason.trim() === '' ? [report('public-vote/void-without-reason')] : []), ...(by.trim() === '' ? [report('public-vote/void-without-person')] : []),
  ];
  return problems.length > 0 ? { outcome: 'refused', problems } : { outcome: 'accepted', entry: { kind: 'void', at, ballot, reason, by }, problems: [] };
}
