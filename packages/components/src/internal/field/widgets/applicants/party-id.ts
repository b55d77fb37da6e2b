import type { ApplicantParty } from '@cobuild/core';
import { withMember } from '../../record/with-member.js';

type Party = Partial<ApplicantParty>;

const filled = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined);

/**
 * A party with a member changed. Its id is that of the host where the host gave one; else its code, else its name, which are what people know of an organisation.
 */
export function withPartyMember(party: Party, key: string, member: unknown): Party {
  const next = withMember(party, key, member);
  const isOwn = party.id === undefined || party.id === filled(party.code) || party.id === filled(party.name);
  return isOwn ? withMember(next, 'id', filled(next.code) ?? filled(next.name)) : next;
}
