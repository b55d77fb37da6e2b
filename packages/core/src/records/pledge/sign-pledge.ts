import type { PledgeSettings, PledgeSigner, PledgeValue } from '../../generated/types.js';
import type { Answers } from '../../form/answers.js';
import type { Locale } from '../../problems/problem.js';
import { isInstant } from '../signed-at.js';
import { answersDigest, textDigest } from './pledge-digests.js';

/** One act of signing. */
export interface Signing {
  /** Id of the signature that is asked for. */
  readonly signer: string;
  readonly by: PledgeSigner;
  /** The clock: an instant with its offset. */
  readonly at: string;
  /** Language in which the text was shown. Default `zh-CN`. */
  readonly locale?: Locale;
}

/**
 * The record with one more signature, over the text and the answers as they are now. An earlier one by the same signer is replaced.
 *
 * @param pointer - Of the record among the answers: signatures do not stand under each other.
 * @throws {TypeError} when the signature is not asked for, the text is not decided, or `at` is no instant.
 * @example signPledge(answers.pledge, answers, settings, { signer: 'secretary', by: { id: 'p1', name: '陈书记' }, at: '2026-03-05T09:00:00+08:00' }, '/pledge')
 */
export function signPledge(value: PledgeValue | undefined, answers: Answers, settings: PledgeSettings, { signer, by, at, locale = 'zh-CN' }: Signing, pointer: string): PledgeValue {
  const text = textDigest(settings, locale);
  if (text === undefined) throw new TypeError('signPledge: the text of the pledge is not decided');
  if (!isInstant(at)) throw new TypeError('signPledge: the time is to be an instant with its offset');
  if (!settings.signers.some(({ id }) => id === signer)) throw new TypeError(`signPledge: there is no signature ${JSON.stringify(signer)}`);
  const others = (value?.signatures ?? []).filter((each) => each.signer !== signer);
  return { signatures: [...others, { signer, by: { ...by }, at, locale, text, covers: answersDigest(answers, settings, pointer) }] };
}
