import type { PledgeResult, PledgeSettings } from '@cobuild/core';
import { pledgeText } from '@cobuild/core';
import { instantText } from '../../../dates.js';
import type { RecordReading, RecordTable } from '../../record/record-tables.js';
import { pledgeWords } from './words.js';

/**
 * A pledge in a line: what was signed, and by whom or not.
 *
 * @param result - Of `checkPledge`, which needs all answers; a reader of one answer alone cannot know whether a signature holds.
 * @example pledgeInWords(checkPledge(value, answers, settings, { pointer: '/pledge' }), { locale: 'zh-CN' }) // '党组织书记：已签字；村委会主任：待签字'
 */
export function pledgeInWords({ signatures }: Pick<PledgeResult, 'signatures'>, { locale }: RecordReading): string {
  const words = pledgeWords[locale];
  return signatures.map(({ title, status }) => `${title}${locale === 'en' ? ': ' : '：'}${words.states[status]}`).join(words.separator);
}

/** The signatures below the text that they stand under, which is the caption. The public sees that somebody signed, not who. */
export function pledgeTables({ signatures }: Pick<PledgeResult, 'signatures'>, settings: PledgeSettings, { locale, audience = 'review' }: RecordReading): readonly RecordTable[] {
  const words = pledgeWords[locale];
  const isReview = audience === 'review';
  const columns = [words.signer, words.state, ...(isReview ? [words.name] : []), words.time].map((head) => ({ head }));
  const rows = signatures.map(({ title, status, name = '', at }) => [title, words.states[status], ...(isReview ? [name] : []), at === undefined ? '' : instantText(at, locale)]);
  return [{ id: 'signatures', caption: pledgeText(settings, locale) ?? words.undecided, columns, rows }];
}
