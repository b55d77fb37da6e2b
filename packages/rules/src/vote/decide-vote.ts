import type { Applicant, Locale, Meeting, Threshold } from '@cobuild/core';
import type { VoteCounts, VoteResult, VoteRule } from '../results.js';
import { callRoll } from './roll.js';
import type { Roll } from './roll.js';
import { NO_BALLOTS, readCounts, tallyBallots } from './tally.js';
import type { Tally } from './tally.js';
import { readGrounds, readVoteRule } from './vote-rule.js';

export interface VoteContext {
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
 * - yes equals no: the tie rule. `fail` → `failed`; `revote`, `lot` → `tied`; `chair` → the casting vote counts as one more yes and the
 *   same comparison is made again (the base stays), without it `tied`.
 * - `failed`: everything else, exactly at a strict threshold included; that is no tie.
 *
 * @param meeting - Roster, sign-ins, recusals and ballots, or the tellers' counts of a secret vote.
 * @param threshold - Parameter references already replaced by their values; one that is left counts as open.
 * @returns Counts and comparison for the minutes. Ballots by recused, absent or unknown members and second ballots are in `problems` and not counted.
 * @example decideVote(meeting, { …, base: 'entitled', op: '>', ratio: { p: 1, q: 2 } }, { applicant }).outcome // 'passed'
 */
export function decideVote(meeting: Meeting | undefined, threshold: Threshold, { applicant, locale = 'zh-CN' }: VoteContext = {}): VoteResult {
  const { rule, holes } = readVoteRule(threshold);
  if (meeting === undefined) return { outcome: 'notHeld', counts: NOBODY, ...(rule ? { rule } : {}), holes, problems: [] };

  const roll = callRoll(meeting, readGrounds(threshold.recusal) ?? [], applicant, locale);
  const tally = countVotes(meeting, threshold.secrecy === 'secret', roll, locale);
  const counts = countHeads(roll, tally, rule);
  const problems = [...roll.problems, ...tally.problems];
  if (rule === undefined) return { outcome: 'undecided', counts, holes, problems };

  const quorum = quorumOf(counts, rule);
  const found = { counts, rule, holes, problems, ...(quorum ? { quorum } : {}) };
  if (quorum !== undefined && !quorum.met) return { outcome: 'noQuorum', ...found };
  if (!tally.sound || tally.returned === 0) return { outcome: 'notHeld', ...found };
  return { ...found, ...weigh(counts, rule, meeting.castingVote) };
}

const NOBODY: VoteCounts = { appointed: 0, recused: 0, entitled: 0, present: 0, absent: 0, returned: 0, void: 0, valid: 0, yes: 0, no: 0, abstain: 0, base: 0 };

/** A secret vote has counts and an open one has ballots; where only the other is there, it is read. */
function countVotes(meeting: Meeting, secret: boolean, roll: Roll, locale: Locale): Tally {
  const ballots = meeting.ballots ?? [];
  if (meeting.counts !== undefined && (secret || ballots.length === 0)) return readCounts(meeting.counts, roll.present.size, locale);
  return ballots.length === 0 ? NO_BALLOTS : tallyBallots(ballots, roll, locale);
}

function countHeads(roll: Roll, tally: Tally, rule: VoteRule | undefined): VoteCounts {
  const appointed = roll.appointed.size;
  const entitled = appointed - roll.recused.size;
  const present = roll.present.size;
  const valid = tally.returned - tally.void;
  const heads = { appointed, entitled, present, valid };
  const left = rule?.abstention === 'excluded' ? tally.abstain : 0;
  return {
    ...heads, recused: roll.recused.size, absent: entitled - present, returned: tally.returned, void: tally.void,
    yes: tally.yes, no: tally.no, abstain: tally.abstain, base: rule === undefined ? 0 : heads[rule.base] - left,
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

function weigh(counts: VoteCounts, rule: VoteRule, castingVote: Meeting['castingVote']): Pick<VoteResult, 'outcome' | 'comparison' | 'castingVote'> {
  const comparison = compare(counts.yes, counts.base, rule);
  if (comparison.holds && counts.yes > 0) return { outcome: 'passed', comparison };
  if (counts.yes !== counts.no || counts.yes === 0 || rule.tie === 'fail') return { outcome: 'failed', comparison };
  if (rule.tie !== 'chair' || castingVote === undefined) return { outcome: 'tied', comparison };
  const again = castingVote === 'yes' ? compare(counts.yes + 1, counts.base, rule) : comparison;
  return { outcome: again.holds ? 'passed' : 'failed', comparison: again, castingVote };
}

function compare(yes: number, base: number, { op, ratio }: VoteRule): NonNullable<VoteResult['comparison']> {
  const left = yes * ratio.q;
  const right = base * ratio.p;
  return { left, op, right, holds: holds(left, op, right) };
}

function holds(left: number, op: '>' | '>=', right: number): boolean {
  return op === '>' ? left > right : left >= right;
}
