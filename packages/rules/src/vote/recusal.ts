import type { Applicant, CommitteeMember, Meeting, Recusal } from '@cobuild/core';
import type { VoteRule } from '../results.js';

/** Why a member leaves by the rule itself. */
export type RecusalGround = VoteRule['recusal'][number];

/**
 * The ground on which a member leaves by the rule: `sameUnit`, a member of the organisation that applies; `sameTown`, a member
 * from the applicant's town. What is not known of applicant or member gives no ground.
 */
export function recusalGround(grounds: readonly RecusalGround[], member: CommitteeMember, applicant: Applicant | undefined): RecusalGround | undefined {
  if (applicant === undefined) return undefined;
  const sameUnit = member.unit !== undefined && (member.unit === applicant.id || member.unit === applicant.unit);
  if (sameUnit && grounds.includes('sameUnit')) return 'sameUnit';
  const sameTown = member.town !== undefined && member.town === applicant.town;
  return sameTown && grounds.includes('sameTown') ? 'sameTown' : undefined;
}

/** The members that leave by the rule itself, each with its ground as `reason`. */
export function automaticRecusals(grounds: readonly RecusalGround[], members: readonly CommitteeMember[], applicant: Applicant | undefined): Recusal[] {
  return members.flatMap((member) => {
    const reason = recusalGround(grounds, member, applicant);
    return reason === undefined ? [] : [{ member: member.id, reason, kind: 'automatic' as const }];
  });
}

/** Ids of all members who do not vote: by the rule and as recorded at the meeting. */
export function recusedMembers(meeting: Meeting, grounds: readonly RecusalGround[], applicant: Applicant | undefined): ReadonlySet<string> {
  return new Set([...automaticRecusals(grounds, meeting.members, applicant), ...(meeting.recused ?? [])].map((recusal) => recusal.member));
}
