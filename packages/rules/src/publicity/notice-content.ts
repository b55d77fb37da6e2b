import type { Locale, Notice, PublicCell, Scheme, Text } from '@cobuild/core';
import { findPersonalData, formatDate, hashDocument, localize, personalDataExcerpt, publicRow } from '@cobuild/core';
import { personalNumbers } from '../locales/personal-numbers.js';
import { ruleMessage } from '../locales/rule-message.js';
import { applicationForm } from './application-form.js';
import type { PublicNotice } from './build-notice.js';
import type { NoticeNumbers } from './notice-numbers.js';

/** What of a notice is about one case: who it is, and the days between which it hangs. */
export interface NoticedCase { readonly caseId: string; readonly answers: Readonly<Record<string, unknown>>; readonly postedOn: string; readonly until: string }

/** Words in Chinese, whatever the language of the page; a hole is nothing. */
const words = (text: unknown): string => (typeof text === 'string' || text === undefined || text === null ? '' : localize(text as Text, 'zh-CN'));

/**
 * SHA-256 of what a notice says of one case: head, columns, cells, days; in Chinese, so that a page in another language carries the same one. It is kept with the event
 * of the posting: what hung on the board can be told from what is shown later. It says nothing of how the notice stands, which changes by the day.
 *
 * @example noticeHash(scheme, notice, { caseId: 'c1', answers, postedOn: '2026-03-06', until: '2026-03-13' })
 */
export function noticeHash(scheme: Scheme, notice: Notice, { caseId, answers, postedOn, until }: NoticedCase): string {
  const form = applicationForm(scheme);
  const cells = form === undefined ? [] : publicRow(form, answers, notice.columns, 'zh-CN').cells;
  return hashDocument({
    notice: notice.id, scheme: words(scheme.title), title: words(notice.title), basis: words(notice.basis), issuer: words(notice.issuer), objectionChannel: words(notice.objectionChannel),
    caseId, postedOn, until, cells: cells.map(({ pointer, label, text }) => ({ pointer, label, text })),
  });
}

/** SHA-256 of a whole list: that of each of its items, in its order. The board, the list on the web and the plain text carry the same one. */
export const noticeListHash = (id: string, items: readonly { readonly contentHash?: string }[]): string => hashDocument({ notice: id, items: items.map(({ contentHash = '' }) => contentHash) });

/** Marks and words of a cell as they are read. */
export const cellText = ({ text, kind }: Pick<PublicCell, 'text' | 'kind'>, masked: string): string => (kind === 'masked' && text !== '' ? `${text}（${masked}）` : text);

/**
 * The notice as plain text, for a group chat or a loudspeaker: the same content as on the board and on the web, with the same content hash.
 *
 * @example noticeText(buildNotice(scheme, notice, states, today).notice, 'zh-CN').split('\n').pop() // '内容校验：3f…'
 */
export function noticeText(notice: PublicNotice, locale: Locale): string {
  const { schemeTitle, title, basis, issuer, objectionChannel, objectionTerms, channels, items, contentHash } = notice;
  const say = (code: Parameters<typeof ruleMessage>[0], params: Readonly<Record<string, unknown>> = {}): string => ruleMessage(code, params, locale);
  const day = (date: string): string => formatDate(date, locale);
  const lines = items.flatMap(({ postedOn, until, provisional, status, cells }, index) => [
    `${index + 1}. ${cells.map((cell) => say('explain/notice-cell', { label: cell.label, text: cellText(cell, say('explain/notice-masked')) })).join(locale === 'en' ? '; ' : '；')}`,
    `   ${say(provisional && status !== 'ended' ? 'explain/notice-period-provisional' : 'explain/notice-period', { from: day(postedOn), until: day(until) })}`,
  ]);
  const rest: readonly (readonly [Parameters<typeof ruleMessage>[0], string | undefined])[] = [['explain/notice-basis', basis], ['explain/notice-issuer', issuer], ['explain/notice-objection', objectionChannel], ['explain/notice-objection-terms', objectionTerms?.join(locale === 'en' ? ' ' : '')], ['explain/notice-channels', channels.join(locale === 'en' ? ', ' : '、')], ['explain/notice-hash', contentHash]];
  return [schemeTitle, title, '', ...(lines.length === 0 ? [say('explain/notice-empty')] : lines), '', ...rest.flatMap(([code, text]) => (text === undefined || text === '' ? [] : [say(code, { text })]))].join('\n');
}

/**
 * Citizen numbers, mobiles and bank cards in the texts of a list as it would be shown: the last net, for lists that were made elsewhere.
 *
 * @example listNumbers(notice, 'zh-CN')[0]?.excerpts // ['服务站，联系张书记******']
 */
export function listNumbers({ items }: Pick<PublicNotice, 'items'>, locale: Locale): readonly NoticeNumbers[] {
  return items.flatMap(({ cells }) => cells).flatMap(({ pointer, label, text }): readonly NoticeNumbers[] => {
    const found = findPersonalData(text);
    return found.length === 0 ? [] : [{ pointer, label, kinds: [...new Set(found.map(({ kind }) => personalNumbers[kind][locale]))], excerpts: found.map((each) => personalDataExcerpt(text, each)) }];
  });
}
