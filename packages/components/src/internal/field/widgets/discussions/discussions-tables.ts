import type { DiscussionsSettings, DiscussionsValue } from '@cobuild/core';
import { localize } from '@cobuild/core';
import { dateText } from '../../record/date-text.js';
import type { RecordReading, RecordTable } from '../../record/record-tables.js';
import { attendanceInWords, majorityInWords } from './rules-in-words.js';
import type { RegisterClock, StepSheet } from './step-states.js';
import { stepSheets } from './step-states.js';
import { discussionsWords } from './words.js';

/**
 * One row a step: what was done when, by how many, with which result. Source and motion, which are to be the same in every step, stand in the caption and not in each row,
 * unless they differ or all is to be said in full.
 */
export function discussionsTables(value: DiscussionsValue | undefined, settings: DiscussionsSettings, { locale, inFull = false, ...clock }: RecordReading & RegisterClock): readonly RecordTable[] {
  if (value === undefined) return [];
  const words = discussionsWords[locale];
  const { sheets } = stepSheets(value, settings, clock, locale);
  const text = (member: unknown): string => (typeof member === 'string' ? member : '');
  const days = ({ step }: StepSheet): string => [step.date, step.until].filter((day) => day !== undefined).map((day) => dateText(text(day), locale)).join(locale === 'en' ? ' – ' : '至');
  const sourceOf = (source: unknown): string => localize(settings.sources?.find(({ id }) => id === source)?.title, locale) || text(source);
  const recorded = sheets.filter(({ index }) => index !== undefined);
  // A column that no step of this register needs would take the width from the others on paper.
  const extra = ([...(inFull ? ([['form', words.form], ['calledBy', words.calledBy], ['noticeOn', words.noticeOn]] as const) : []), ['officer', words.officer], ['supervisor', words.supervisor]] as const).filter(([key]) => recorded.some(({ step }) => text(step[key]) !== ''));
  const [about, ...others] = [...new Set(recorded.map(({ step }) => [text(step.motion), sourceOf(step.source)].filter((part) => part !== '').join(words.separator)))];
  const isSame = others.length === 0 && !inFull;
  const heads = [words.step, words.state, words.date, ...(isSame ? [] : [words.source, words.motion]), words.attendanceHead, words.result, ...extra.map(([, head]) => head)];
  const rows = recorded.map((sheet) => [
    sheet.title, words.states[sheet.state], days(sheet), ...(isSame ? [] : [sourceOf(sheet.step.source), text(sheet.step.motion)]), headsOf(sheet, locale), votesOf(sheet, locale), ...extra.map(([key]) => (key === 'noticeOn' ? dateText(text(sheet.step[key]), locale) : text(sheet.step[key]))),
  ]);
  const caption = isSame && about !== undefined && about !== '' ? words.captionOf({ about }) : words.caption;
  return [{ id: 'steps', caption, columns: heads.map((head) => ({ head, ...(inFull && (head === words.source || head === words.motion) ? { isCommon: true as const } : {}) })), rows }];
}

/** `实到34人，应到50人…`, or the bare numbers of a step without a rule. */
function headsOf(sheet: StepSheet, locale: RecordReading['locale']): string {
  const { entitled, present } = sheet.step;
  if (sheet.status.attendance !== undefined) return attendanceInWords(sheet, locale)?.text ?? '';
  return typeof entitled === 'number' && typeof present === 'number' ? `${present}/${entitled}` : '';
}

function votesOf(sheet: StepSheet, locale: RecordReading['locale']): string {
  const words = discussionsWords[locale];
  const counts = (['for', 'against', 'abstain'] as const).flatMap((key) => (typeof sheet.step[key] === 'number' ? [words.tally({ key, count: sheet.step[key] })] : [])).join(locale === 'en' ? ', ' : '，');
  const verdict = sheet.status.majority === undefined ? '' : (majorityInWords(sheet, locale)?.text ?? '');
  return [counts, verdict].filter((part) => part !== '').join(words.separator);
}
