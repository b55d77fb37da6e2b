import type { PledgeSettings, PledgeValue } from '@cobuild/core';
import { localize, pledgeText } from '@cobuild/core';
import { instantText } from '../../../dates.js';
import type { RecordReading, RecordTable } from '../../record/record-tables.js';
import { listIn } from '../../record/with-member.js';
import { pledgeWords } from './words.js';

type Signature = Partial<PledgeValue['signatures'][number]>;

/**
 * The signatures below the text that they stand under, which is the caption: who signed and when, or that nobody did. Whether a signature still holds depends on other answers, which a reader may
 * not see: the form and the server check it, and this does not say it.
 */
export function pledgeTables(value: PledgeValue | undefined, settings: PledgeSettings, { locale }: RecordReading): readonly RecordTable[] {
  const words = pledgeWords[locale];
  const signatures = listIn<Signature>(value, 'signatures');
  const rows = settings.signers.map(({ id, title }) => {
    const signature = signatures.find(({ signer }) => signer === id);
    return [localize(title, locale), signature === undefined ? words.states.waiting : (signature.by?.name ?? ''), typeof signature?.at === 'string' ? instantText(signature.at, locale) : ''];
  });
  return [{ id: 'signatures', caption: pledgeText(settings, locale) ?? words.undecided, columns: [words.signer, words.name, words.time].map((head) => ({ head })), rows }];
}
