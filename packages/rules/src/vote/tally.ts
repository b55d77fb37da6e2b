import type { Ballot, BallotCounts, Locale, Problem } from '@cobuild/core';
import { ruleProblem } from '../locales/rule-message.js';
import type { ProblemCode } from '../locales/rule-message.js';
import type { Roll } from './roll.js';

/** Ballots by choice. */
export interface Tally {
  readonly yes: number; readonly no: number; readonly abstain: number; readonly void: number; readonly returned: number;
  /** False when the tellers' numbers contradict each other: the ballot is void and has to be repeated. */
  readonly sound: boolean;
  readonly problems: readonly Problem[];
}

export const NO_BALLOTS: Tally = { yes: 0, no: 0, abstain: 0, void: 0, returned: 0, sound: true, problems: [] };

/** Counts the ballots of an open vote. Of several ballots of one member the first counts; those of people who may not vote do not. */
export function tallyBallots(ballots: readonly Ballot[], roll: Roll, locale: Locale): Tally {
  const problems: Problem[] = [];
  const count = { yes: 0, no: 0, abstain: 0, void: 0 };
  const voted = new Set<string>();
  ballots.forEach(({ member, choice }, index) => {
    const refused = refusal(member, roll, voted);
    if (refused !== undefined) {
      problems.push(ruleProblem(refused, { document: 'case', pointer: `/meeting/ballots/${index}`, params: { member }, locale }));
      return;
    }
    voted.add(member);
    count[choice] += 1;
  });
  return { ...count, returned: voted.size, sound: true, problems };
}

function refusal(member: string, roll: Roll, voted: ReadonlySet<string>): ProblemCode | undefined {
  if (!roll.appointed.has(member)) return 'vote/ballot-by-unknown';
  if (roll.recused.has(member)) return 'vote/ballot-by-recused';
  if (!roll.present.has(member)) return 'vote/ballot-by-absent';
  return voted.has(member) ? 'vote/second-ballot' : undefined;
}

/** Problems by which a count contradicts itself, so that the ballot is void. */
export const VOIDING: readonly string[] = ['vote/issued-more-than-present', 'vote/returned-more-than-issued', 'vote/counts-do-not-add-up'] satisfies readonly ProblemCode[];

/** Reads the tellers' count of a secret vote and holds its numbers against each other and against those present. */
export function readCounts(counts: BallotCounts, { present: voters, recused }: Pick<Roll, 'present' | 'recused'>, locale: Locale): Tally {
  const { issued, returned, yes, no, abstain } = counts;
  const present = voters.size;
  const sum = yes + no + abstain + counts.void;
  const problems: Problem[] = [];
  const report = (code: ProblemCode, member: string, params: Readonly<Record<string, unknown>>): void => {
    problems.push(ruleProblem(code, { document: 'case', pointer: `/meeting/counts/${member}`, params, locale }));
  };
  if (issued > present) report('vote/issued-more-than-present', 'issued', { issued, present });
  if (returned > issued) report('vote/returned-more-than-issued', 'returned', { returned, issued });
  if (sum !== returned) report('vote/counts-do-not-add-up', 'returned', { sum, returned });
  const sound = problems.length === 0;
  // Who left because of the item must not count its ballots either; the count itself may still be right.
  (counts.tellers ?? []).forEach((member, index) => {
    if (recused.has(member)) report('vote/teller-recused', `tellers/${index}`, { member });
  });
  return { yes, no, abstain, void: counts.void, returned, sound, problems };
}
