import type { ApplicantsValue } from '@cobuild/core';
import { instantText } from '../../../dates.js';
import type { RecordReading, RecordTable } from '../../record/record-tables.js';
import { listIn } from '../../record/with-member.js';
import { applicantsWords } from './words.js';

/**
 * One row a party, with who confirmed for it and when. Whether a confirmation still holds depends on other answers, which a reader may not see: the form and the server check it, and this does
 * not say it.
 */
export function applicantsTables(value: ApplicantsValue | undefined, { locale }: RecordReading): readonly RecordTable[] {
  const words = applicantsWords[locale];
  const parties = listIn<Partial<ApplicantsValue['parties'][number]>>(value, 'parties');
  if (parties.length === 0) return [];
  const columns = [{ head: words.name }, { head: words.role }, { head: words.code }, { head: words.task }, { head: words.share, number: true }, { head: words.confirmation }];
  const rows = parties.map(({ name = '', role, code = '', task = '', share, confirmation }) => {
    const time = typeof confirmation?.at === 'string' ? instantText(confirmation.at, locale) : '';
    return [name, role === 'lead' ? words.lead : words.partner, code, task, typeof share === 'number' ? `${share}%` : '', confirmation === undefined ? '' : words.confirmedBy({ name: confirmation.by?.name ?? '', time })];
  });
  return [{ id: 'parties', caption: words.caption, columns, rows }];
}
