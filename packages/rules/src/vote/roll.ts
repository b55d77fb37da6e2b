import type { Applicant, Conflict, Locale, Meeting, Problem } from '@cobuild/core';
import { ruleProblem } from '../locales/rule-message.js';
import type { ProblemCode } from '../locales/rule-message.js';
import type { RecusalGround } from './recusal.js';
import { recordedConflicts, recusedMembers } from './recusal.js';

/** Who may vote: every member counted once, the recused neither present nor entitled. */
export interface Roll {
  readonly appointed: ReadonlySet<string>;
  readonly recused: ReadonlySet<string>;
  readonly present: ReadonlySet<string>;
  /** Relations of members who vote, on record. */
  readonly conflicts: readonly Conflict[];
  readonly problems: readonly Problem[];
}

/**
 * Calls the roll of a meeting. Ids that are not on the roster, and members listed twice, are problems and count for nothing.
 *
 * @param soft - Grounds that are put on record and keep nobody from voting.
 */
export function callRoll(meeting: Meeting, grounds: readonly RecusalGround[], applicant: Applicant | undefined, locale: Locale, soft: readonly RecusalGround[] = []): Roll {
  const problems: Problem[] = [];
  const report = (code: ProblemCode, pointer: string, member: string): void => {
    problems.push(ruleProblem(code, { document: 'case', pointer: `/meeting/${pointer}`, params: { member }, locale }));
  };

  const appointed = new Set<string>();
  meeting.members.forEach(({ id }, index) => {
    if (appointed.has(id)) report('vote/duplicate-member', `members/${index}`, id);
    appointed.add(id);
  });
  (meeting.recused ?? []).forEach(({ member }, index) => {
    if (!appointed.has(member)) report('vote/unknown-member-recused', `recused/${index}`, member);
  });
  meeting.present.forEach((member, index) => {
    if (!appointed.has(member)) report('vote/unknown-member-present', `present/${index}`, member);
  });

  const leaving = recusedMembers(meeting, grounds, applicant);
  const recused = new Set([...appointed].filter((member) => leaving.has(member)));
  const present = new Set(meeting.present.filter((member) => appointed.has(member) && !recused.has(member)));
  return { appointed, recused, present, conflicts: recordedConflicts(meeting, soft, applicant, leaving), problems };
}
