import type { OpinionsSettings, OpinionsValue } from '@cobuild/core';
import { countOpinions } from '@cobuild/core';
import { dateText } from '../../record/date-text.js';
import type { RecordReading, RecordTable } from '../../record/record-tables.js';
import { listIn } from '../../record/with-member.js';
import { opinionsWords } from './words.js';

/** The numbers by group, and everybody on the list. */
export function opinionsTables(value: OpinionsValue | undefined, settings: OpinionsSettings, { locale }: RecordReading): readonly RecordTable[] {
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
  const list = listed(value, settings, { locale });
  return list.rows.length === 0 ? [numbers] : [numbers, list];
}

function listed(value: OpinionsValue | undefined, settings: OpinionsSettings, { locale }: RecordReading): RecordTable {
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
