import type { PledgeSettings, PledgeValue, SignatureStatus } from '@cobuild/core';
import type { FormPerson } from '../../../../hosts/field-hosts.js';
import { listIn } from '../../record/with-member.js';

/** Whether the person may give a signature now, and else why not. `other` names the signature that stands in the way. */
export type SigningRight = { readonly may: true } | { readonly may: false; readonly why: 'signIn' } | { readonly may: false; readonly why: 'notYours' } | { readonly may: false; readonly why: 'before' | 'samePerson'; readonly other: string };

type Signature = PledgeValue['signatures'][number];

/** In order each waits for those before it that have to sign; two signatures are of two persons. */
export function signingRight(id: string, person: FormPerson | undefined, value: PledgeValue | undefined, { signers, inOrder, distinct }: PledgeSettings, states: readonly SignatureStatus[]): SigningRight {
  if (person === undefined) return { may: false, why: 'signIn' };
  if (person.signatures !== undefined && !person.signatures.includes(id)) return { may: false, why: 'notYours' };
  const place = signers.findIndex((signer) => signer.id === id);
  const before = inOrder === true ? signers.slice(0, place).find((signer) => signer.required !== false && states.find(({ signer: of }) => of === signer.id)?.status !== 'signed') : undefined;
  if (before !== undefined) return { may: false, why: 'before', other: before.id };
  const own = distinct === false ? undefined : listIn<Partial<Signature>>(value, 'signatures').find((signature) => signature.signer !== id && signature.by?.id === person.id);
  return own?.signer === undefined ? { may: true } : { may: false, why: 'samePerson', other: own.signer };
}
