import type { Applicant, Locale, Meeting, Threshold } from '@cobuild/core';
import type { VoteComparison, VoteCounts, VoteResult, VoteRule } from '../results.js';
import { callRoll } from './roll.js';
import type { Roll } from './roll.js';
import { NO_BALLOTS, readCounts, tallyBallots } from './tally.js';
import type { Tally } from './tally.js';
import { tieVote } from './tie-break.js';
import type { TieContext, TieVote } from './tie-break.js';
import { readGrounds, readVoteRule } from './vote-rule.js';

export interface VoteContext extends TieContext {
  /** Whose application it is, for recusal by unit and town. */
  readonly applicant?: Applicant;
  /** Language of the problems, default `zh-CN`. */
  readonly locale?: Locale;
}

/**
 * Decides one motion of a committee, in integers: `yes·q` against `base·p`.
 *
 * Outcomes, the first that applies:
 * - `notHeld`: there is no meeting.
 * - `undecided`: the scheme leaves a setting open; `holes` names it. Nothing is guessed.
 * - `noQuorum`: too few of those entitled are present. A recused member is not present, signed in or not.
 * - `notHeld`: no ballot was returned, or the tellers' numbers contradict each other (more ballots returned than issued): vote again.
 * - `passed`: the comparison holds, even where yes equals no (`>=` one half). Without a single yes nothing passes.
 * - yes equals no: the tie rule. `fail` → `failed`; `revote` → `tied`, in the last of its rounds `failed`; `chair`, `secondKey`, `lot` → what it says
 *   counts as one more yes or no and the same comparison is made again (the base stays); `tied` until it has been said.
 * - `failed`: everything else, exactly at a strict threshold included; that is no tie.
 *
 * @param meeting - Roster, sign-ins, recusals and ballots, or the tellers' counts of a secret vote.
 * @param threshold - Parameter references already replaced by their values; one that is left counts as open.
 * @returns Counts and comparison for the minutes. Ballots by recused, absent or unknown members and second ballots are in `problems` and not counted.
 * @example decideVote(meeting, { …, base: 'entitled', op: '>', ratio: { p: 1, q: 2 } }, { applicant }).outcome // 'passed'
 */
export function decideVote(meeting: Meeting | undefined, threshold: Threshold, { applicant, locale = 'zh-CN', ...context }: VoteContext = {}): VoteResult {
  const { rule, holes } = readVoteRule(threshold);
  if (meeting === undefined) return { outcome: 'notHeld', counts: NOBODY, ...(rule ? { rule } : {}), holes, noMeeting: true, problems: [] };

  const roll = callRoll(meeting, readGrounds(threshold.recusal) ?? [], applicant, locale, readGrounds(threshold.softRecusal) ?? []);
  const tally = countVotes(meeting, threshold.secrecy === 'secret', roll, locale);
  const counts = countHeads(roll, tally, rule);
  const problems = [...roll.problems, ...tally.problems];
  const record = { ...(meeting.round === undefined || meeting.round === 1 ? {} : { round: meeting.round }), ...(roll.conflicts.length === 0 ? {} : { conflicts: roll.conflicts }) };
  if (rule === undefined) return { outcome: 'undecided', counts, holes, ...record, problems };

  const quorum = quorumOf(counts, rule);
  const found = { counts, rule, holes, ...record, problems, ...(quorum ? { quorum } : {}) };
  if (quorum !== undefined && !quorum.met) return { outcome: 'noQuorum', ...found };
  if (!tally.sound || tally.returned === 0) return { outcome: 'notHeld', ...found };
  return { ...found, ...weigh(counts, rule, meeting.round ?? 1, () => tieVote(rule, threshold, meeting, context)) };
}

const NOBODY: VoteCounts = { appointed: 0, recused: 0, entitled: 0, present: 0, absent: 0, returned: 0, void: 0, valid: 0, yes: 0, no: 0, abstain: 0, base: 0 };

/** A secret vote has counts and an open one has ballots; where only the other is there, it is read. */
function countVotes(meeting: Meeting, secret: boolean, roll: Roll, locale: Locale): Tally {
  const ballots = meeting.ballots ?? [];
  if (meeting.counts !== undefined && (secret || ballots.length === 0)) return readCounts(meeting.counts, roll, locale);
  return ballots.length === 0 ? NO_BALLOTS : tallyBallots(ballots, roll, locale);
}

/** The number that the ratio is taken of. */
export function baseOf(heads: Pick<VoteCounts, VoteRule['base'] | 'abstain'>, rule: VoteRule | undefined): number {
  if (rule === undefined) return 0;
  return heads[rule.base] - (rule.abstention === 'excluded' ? heads.abstain : 0);
}

function countHeads(roll: Roll, tally: Tally, rule: VoteRule | undefined): VoteCounts {
  const appointed = roll.appointed.size;
  const entitled = appointed - roll.recused.size;
  const present = roll.present.size;
  const valid = tally.returned - tally.void;
  const heads = { appointed, entitled, present, valid, abstain: tally.abstain };
  return {
    ...heads, recused: roll.recused.size, absent: entitled - present, returned: tally.returned, void: tally.void,
    yes: tally.yes, no: tally.no, base: baseOf(heads, rule),
  };
}

/** Those present against the quorum, as integers; `undefined` where the rule asks for none. */
export function quorumOf(counts: Pick<VoteCounts, 'present' | 'appointed' | 'entitled'>, rule: VoteRule): VoteResult['quorum'] {
  if (rule.quorum === 'none') return undefined;
  const { op, ratio, base } = rule.quorum;
  const left = counts.present * ratio.q;
  const right = counts[base] * ratio.p;
  return { left, op, right, met: holds(left, op, right) };
}

/**
 * What the counts come to under a rule.
 *
 * @param breakTie - Asked only where yes equals no and the rule lets something more decide.
 */
export function weigh(counts: VoteCounts, rule: VoteRule, round: number, breakTie: () => TieVote | undefined): Pick<VoteResult, 'outcome' | 'comparison' | 'castingVote' | 'tieBreak'> {
  const comparison = compare(counts.yes, counts.base, rule);
  if (comparison.holds && counts.yes > 0) return { outcome: 'passed', comparison };
  const isLast = rule.tie === 'revote' && rule.rounds !== undefined && round >= rule.rounds;
  if (counts.yes !== counts.no || counts.yes === 0 || rule.tie === 'fail' || isLast) return { outcome: 'failed', comparison };
  const broken = breakTie();
  if (broken === undefined) return { outcome: 'tied', comparison };
  const again = broken.vote === 'yes' ? compare(counts.yes + 1, counts.base, rule) : comparison;
  const outcome = again.holds ? 'passed' : 'failed';
  const tieBreak = { ...broken, comparison: again };
  return broken.by === 'chair' ? { outcome, comparison: again, castingVote: broken.vote, tieBreak } : { outcome, comparison, tieBreak };
}

function compare(yes: number, base: number, { op, ratio }: VoteRule): VoteComparison {
  const left = yes * ratio.q;
  const right = base * ratio.p;
  return { left, op, right, holds: holds(left, op, right) };
}

function holds(left: number, op: '>' | '>=', right: number): boolean {
  return op === '>' ? left > right : left >= right;
}
