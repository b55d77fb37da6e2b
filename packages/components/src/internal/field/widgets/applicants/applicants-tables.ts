import type { ApplicantsSettings, ApplicantsValue, SharedTerms } from '@cobuild/core';
import { checkApplicants } from '@cobuild/core';
import { instantText } from '../../../dates.js';
import type { RecordReading, RecordTable } from '../../record/record-tables.js';
import { listIn } from '../../record/with-member.js';
import { applicantsWords } from './words.js';

/**
 * Joint applicants in a line: who has which share, the lead first.
 *
 * @example applicantsText(value, { locale: 'zh-CN' }) // '荷城社区（牵头单位）60%；河江社区 40%'
 */
export function applicantsText(value: ApplicantsValue | undefined, { locale }: RecordReading): string {
  const words = applicantsWords[locale];
  const parties = [...listIn<Partial<ApplicantsValue['parties'][number]>>(value, 'parties')].sort((left, right) => Number(right.role === 'lead') - Number(left.role === 'lead'));
  const lead = locale === 'en' ? ` (${words.lead})` : `（${words.lead}）`;
  return parties.map(({ name = '', role, share }) => `${name}${role === 'lead' ? lead : ''}${typeof share === 'number' ? ` ${share}%` : ''}`).join(words.separator);
}

/**
 * One row a party. Confirmations and codes are for review; the public sees who applies, with which task and share.
 *
 * @param terms - What the parties confirmed beside themselves (`sharedTerms`), as when they did.
 */
export function applicantsTables(value: ApplicantsValue | undefined, settings: ApplicantsSettings, { locale, audience = 'review', terms = {} }: RecordReading & { readonly terms?: SharedTerms }): readonly RecordTable[] {
  const words = applicantsWords[locale];
  const parties = listIn<Partial<ApplicantsValue['parties'][number]>>(value, 'parties');
  if (parties.length === 0) return [];
  const isReview = audience === 'review';
  const statuses = checkApplicants(value, settings, { locale, terms }).parties;
  const columns = [{ head: words.name }, { head: words.role }, ...(isReview ? [{ head: words.code }] : []), { head: words.task }, { head: words.share, number: true }, ...(isReview ? [{ head: words.confirmation }] : [])];
  const rows = parties.map(({ name = '', role, code = '', task = '', share, confirmation }, index) => {
    const state = statuses[index]?.confirmation ?? 'notAsked';
    const by = confirmation === undefined || state === 'notAsked' ? '' : ` ${words.confirmedBy({ name: confirmation.by?.name ?? '', time: typeof confirmation.at === 'string' ? instantText(confirmation.at, locale) : '' })}`;
    return [name, role === 'lead' ? words.lead : words.partner, ...(isReview ? [code] : []), task, typeof share === 'number' ? `${share}%` : '', ...(isReview ? [`${words.states[state]}${by}`] : [])];
  });
  return [{ id: 'parties', caption: words.caption, columns, rows }];
}
