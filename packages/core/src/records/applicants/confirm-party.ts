import type { ApplicantParty, ApplicantsSettings, ApplicantsValue, PartySigner } from '../../generated/types.js';
import { isEmpty } from '../../form/answers.js';
import { expandTemplate } from '../../form/computed-values.js';
import { isRecord, own } from '../../form/json-schema.js';
import { hashDocument } from '../../hash/hash.js';
import { valueAt } from '../../problems/json-pointer.js';
import { isInstant } from '../signed-at.js';

/**
 * What concerns every party alike, beside who leads: name of the project, amount asked for. Plain JSON, chosen by the host; a change of it voids all confirmations.
 */
export type SharedTerms = Readonly<Record<string, unknown>>;

/** The shared terms of a form: the answers that the settings name, by pointer. An answer that is empty counts as absent. */
export function sharedTerms(answers: unknown, { covers = [] }: Pick<ApplicantsSettings, 'covers'>): SharedTerms {
  const found = covers.flatMap((template) => expandTemplate(answers, template)).map((pointer) => [pointer, valueAt(answers, pointer)] as const);
  return Object.fromEntries(found.filter(([, value]) => !isEmpty(value)));
}

/**
 * Hash of what a party confirms: itself with its share and task, who leads, and the shared terms. What another partner changes about itself is not in it, so its
 * confirmation stays.
 *
 * @param terms - Plain JSON. @throws {CanonicalJsonError} where it is not.
 */
export function partyDigest(parties: readonly unknown[], party: unknown, terms: SharedTerms = {}): string {
  const lead = parties.find((each) => own(each, 'role') === 'lead');
  return hashDocument({ party: about(party, ['id', 'role', 'name', 'code', 'task', 'share']), lead: about(lead, ['id', 'name', 'code']), terms });
}

/** Absent and empty are the same: clearing a task that was empty changes nothing. */
function about(party: unknown, keys: readonly string[]): readonly (readonly [string, unknown])[] {
  return keys.flatMap((key) => { const value = own(party, key); return value === undefined || value === null || value === '' ? [] : [[key, value] as const]; });
}

/**
 * The record with the confirmation of one party, over what it says now.
 *
 * @param signer - Who signs, and for which organisation; {@link checkApplicants} refuses one of another organisation.
 * @param at - The clock: an instant with its offset.
 * @throws {TypeError} when there is no such party, or `at` is no instant.
 * @example confirmParty(value, 'village-b', { id: 'p7', name: '李四', organisation: 'village-b' }, '2026-03-05T09:00:00+08:00', { projectName })
 */
export function confirmParty(value: ApplicantsValue, id: string, signer: PartySigner, at: string, terms: SharedTerms = {}): ApplicantsValue {
  if (!isInstant(at)) throw new TypeError('confirmParty: the time is to be an instant with its offset');
  if (!value.parties.some((party) => party.id === id)) throw new TypeError(`confirmParty: there is no party ${JSON.stringify(id)}`);
  const parties = value.parties.map((party): ApplicantParty => (party.id === id ? { ...party, confirmation: { by: { ...signer }, at, covers: partyDigest(value.parties, party, terms) } } : party));
  return { ...value, parties };
}

/** How the confirmation of one party stands. */
export type ConfirmationStatus = 'confirmed' | 'waiting' | 'void' | 'foreign' | 'undated';

export function confirmationStatus(parties: readonly unknown[], party: unknown, terms: SharedTerms = {}): ConfirmationStatus {
  const confirmation = own(party, 'confirmation');
  if (!isRecord(confirmation)) return 'waiting';
  if (own(own(confirmation, 'by'), 'organisation') !== own(party, 'id')) return 'foreign';
  if (!isInstant(own(confirmation, 'at'))) return 'undated';
  return own(confirmation, 'covers') === partyDigest(parties, party, terms) ? 'confirmed' : 'void';
}
