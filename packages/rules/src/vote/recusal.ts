import type { Applicant, CommitteeMember, Conflict, ConflictGround, Meeting, Recusal } from '@cobuild/core';

/** Why a member leaves by the rule itself. */
export type RecusalGround = ConflictGround;

/**
 * The ground on which a member leaves by the rule: `sameUnit`, a member of the organisation that applies; `sameTown`, a member
 * from the applicant's town; `kin`, `superior`, `tookPart`, `personalStake` where the roster knows such a relation to the applicant or one of its
 * persons. What is not known of applicant or member gives no ground.
 */
export function recusalGround(grounds: readonly RecusalGround[], member: CommitteeMember, applicant: Applicant | undefined): RecusalGround | undefined {
  if (applicant === undefined) return undefined;
  const sameUnit = member.unit !== undefined && (member.unit === applicant.id || member.unit === applicant.unit);
  if (sameUnit && grounds.includes('sameUnit')) return 'sameUnit';
  const sameTown = member.town !== undefined && member.town === applicant.town;
  if (sameTown && grounds.includes('sameTown')) return 'sameTown';
  const people = [applicant.id, applicant.unit, ...(applicant.persons ?? []).map(({ id }) => id)];
  return member.relations?.find(({ ground, to }) => grounds.includes(ground) && people.includes(to))?.ground;
}

/** The members that leave by the rule itself, each with its ground as `reason`. */
export function automaticRecusals(grounds: readonly RecusalGround[], members: readonly CommitteeMember[], applicant: Applicant | undefined): Recusal[] {
  return members.flatMap((member) => {
    const reason = recusalGround(grounds, member, applicant);
    return reason === undefined ? [] : [{ member: member.id, reason, kind: 'automatic' as const }];
  });
}

/** Ids of all members who do not vote: by the rule, as recorded at the meeting, and who declared a relation with which the rule lets nobody vote. */
export function recusedMembers(meeting: Meeting, grounds: readonly RecusalGround[], applicant: Applicant | undefined): ReadonlySet<string> {
  const declared = (meeting.conflicts ?? []).filter(({ ground }) => grounds.includes(ground));
  return new Set([...automaticRecusals(grounds, meeting.members, applicant), ...(meeting.recused ?? []), ...declared].map((recusal) => recusal.member));
}

/** The relations of members who stay: known to the roster on a ground that is only put on record, or declared. Each member and ground once. */
export function recordedConflicts(meeting: Meeting, soft: readonly RecusalGround[], applicant: Applicant | undefined, leaving: ReadonlySet<string>): Conflict[] {
  const known = meeting.members.flatMap((member): Conflict[] =>
    soft.filter((ground) => recusalGround([ground], member, applicant) !== undefined).map((ground) => ({ member: member.id, ground, kind: 'automatic' })));
  const staying = [...known, ...(meeting.conflicts ?? [])].filter(({ member }) => !leaving.has(member) && meeting.members.some(({ id }) => id === member));
  return staying.filter(({ member, ground }, index) => staying.findIndex((other) => other.member === member && other.ground === ground) === index);
}
