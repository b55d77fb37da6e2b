import type { OpinionsSettings, OpinionsValue } from '@cobuild/core';
import { countOpinions, publicOpinions } from '@cobuild/core';
import { dateText } from '../../record/date-text.js';
import type { RecordReading, RecordTable } from '../../record/record-tables.js';
import { listIn } from '../../record/with-member.js';
import { opinionsWords } from './words.js';

/**
 * A record of opinions in a line: day, method and numbers.
 *
 * @example opinionsText(value, settings, { locale: 'zh-CN' }) // '2026年3月1日，入户走访。收到意见12份：赞成10份，反对1份，其他1份。'
 */
export function opinionsText(value: OpinionsValue | undefined, settings: OpinionsSettings, { locale }: RecordReading): string {
  const { total, heldOn, method } = countOpinions(value, settings, locale);
  if (total.answered === 0) return '';
  const how = [...(heldOn === undefined ? [] : [dateText(heldOn, locale)]), ...(method === undefined ? [] : [method])];
  const end = locale === 'en' ? '. ' : '。';
  return `${how.length === 0 ? '' : `${how.join(locale === 'en' ? ', ' : '，')}${end}`}${opinionsWords[locale].sum({ ...total, asked: total.asked })}`;
}

/**
 * The numbers by group, and the list. For review everybody on the list; in public those who agreed, with masked names and no personal numbers.
 */
export function opinionsTables(value: OpinionsValue | undefined, settings: OpinionsSettings, { locale, audience = 'review' }: RecordReading): readonly RecordTable[] {
  const words = opinionsWords[locale];
  const { groups, total } = countOpinions(value, settings, locale);
  const number = (count: number | undefined): string => (count === undefined ? '—' : String(count));
  const numbers: RecordTable = {
    id: 'counts',
    hasTotal: true,
    caption: words.counts,
    columns: [{ head: words.group }, ...[words.asked, words.for, words.against, words.other, words.answered].map((head) => ({ head, number: true }))],
    rows: [...groups, { ...total, title: words.total }].map((row) => [row.title, number(row.asked), number(row.for), number(row.against), number(row.other), number(row.answered)]),
  };
  const list = audience === 'public' ? publicRows(value, settings, { locale }) : reviewRows(value, settings, { locale });
  return list.rows.length === 0 ? [numbers] : [numbers, list];
}

function publicRows(value: OpinionsValue | undefined, settings: OpinionsSettings, { locale }: RecordReading): RecordTable {
  const words = opinionsWords[locale];
  const { opinions } = publicOpinions(value, settings, { locale });
  return { id: 'opinions', caption: words.opinion, columns: [words.name, words.group, words.opinion, words.text].map((head) => ({ head })), rows: opinions.map(({ name, group, opinion, text = '' }) => [name, group, words[opinion], text]) };
}

function reviewRows(value: OpinionsValue | undefined, settings: OpinionsSettings, { locale }: RecordReading): RecordTable {
  const words = opinionsWords[locale];
  const { groups } = countOpinions(value, settings, locale);
  const text = (member: unknown): string => (typeof member === 'string' ? member : '');
  const rows = listIn<Readonly<Record<string, unknown>>>(value, 'respondents').map(({ name, group, opinion, text: said, on, publish }) => [
    text(name),
    groups.find(({ id }) => id === group)?.title ?? text(group),
    opinion === 'for' || opinion === 'against' || opinion === 'other' ? words[opinion] : text(opinion),
    text(said),
    dateText(text(on), locale),
    publish === true ? words.yes : words.no,
  ]);
  return { id: 'opinions', caption: words.opinion, columns: [words.name, words.group, words.opinion, words.text, words.on, words.published].map((head) => ({ head })), rows };
}
