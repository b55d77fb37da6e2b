import type { Calendar } from '../../calendar/calendar.js';
import { dateInZone, isDate } from '../../calendar/dates.js';
import type { PeriodEnd } from '../../calendar/periods.js';
import { periodEnd } from '../../calendar/periods.js';
import type { DiscussionStep, DiscussionStepSettings, DiscussionsSettings, DiscussionsValue } from '../../generated/types.js';
import { isRecord, own } from '../../form/json-schema.js';
import type { Problem } from '../../problems/problem.js';
import { isSet, readPeriod } from '../open-settings.js';
import type { ShareComparison } from '../open-settings.js';
import { findings, isBlank } from '../record-problems.js';
import type { Findings, RecordOptions } from '../record-problems.js';
import { discussionSentences } from './discussion-words.js';
import type { DiscussionCode } from './discussion-words.js';
import { checkMeeting } from './check-meeting.js';
import { checkMotions } from './check-motions.js';

export interface DiscussionsOptions extends RecordOptions {
  /** Which days are worked, for periods. */
  readonly calendar: Calendar;
  /** The clock: an instant with its offset, ISO 8601. */
  readonly now: string;
  /** IANA name, default `Asia/Shanghai`. */
  readonly zone?: string;
}

/** How one step stands. `missing` is asked for now, `notYet` is not. */
export interface DiscussionStatus {
  readonly id: string;
  readonly title: string;
  readonly status: 'done' | 'refused' | 'missing' | 'notYet';
  /** Place in the record. */
  readonly index?: number;
  readonly attendance?: ShareComparison;
  readonly majority?: ShareComparison;
  /** Last day of the time on the board; `provisional` while the year's working days may change. */
  readonly publicityEnd?: PeriodEnd;
}

export interface DiscussionsResult {
  /** Every step that is asked for is there and nothing speaks against it; false too while a setting is not decided. */
  readonly accepted: boolean;
  readonly steps: readonly DiscussionStatus[];
  readonly problems: readonly Problem[];
}

/** A step of the register that has its settings. */
export interface Sheet { readonly step: Partial<DiscussionStep>; readonly settings: DiscussionStepSettings; readonly title: string; readonly index: number; readonly pointer: string }

/**
 * Checks a register of discussions and disclosures against its steps: that those asked for are there, by their dates in order, about the same motion from the same source, with enough
 * present and enough votes, announced and disclosed long enough. Steps may share a day; the order in which they stand in the record says nothing.
 *
 * @throws {RangeError} when `now` is no instant with an offset, or the zone is unknown.
 * @example checkDiscussions({ steps: [] }, FOUR_DISCUSSIONS, { calendar: chinaCalendar, now: '2026-03-05T09:00:00+08:00' }).accepted // false
 */
export function checkDiscussions(value: DiscussionsValue | undefined, settings: DiscussionsSettings, { calendar, now, zone, ...options }: DiscussionsOptions): DiscussionsResult {
  const today = dateInZone(now, zone);
  const found = findings<DiscussionCode>(discussionSentences, options);
  const sheets = readSheets(own(value, 'steps'), settings, found);
  const statuses = settings.steps.map((step): DiscussionStatus => {
    const title = found.say(step.title);
    const sheet = sheets.find((each) => each.settings === step);
    if (sheet === undefined) {
      if (step.required !== false) found.report('discussions/step-missing', '/steps', { step: title, id: step.id });
      return { id: step.id, title, status: step.required === false ? 'notYet' : 'missing' };
    }
    const before = found.problems.length;
    const isDated = checkDate(sheet, today, found);
    const meeting = step.kind === 'disclosure' ? {} : checkMeeting(sheet, calendar, found);
    const publicityEnd = isDated ? checkDisclosure(sheet, today, calendar, found) : undefined;
    return { id: step.id, title, status: found.problems.length > before ? 'refused' : 'done', index: sheet.index, ...meeting, ...(publicityEnd === undefined ? {} : { publicityEnd }) };
  });
  checkMotions(sheets, settings, found);
  checkOrder(sheets, statuses, found);
  const steps = statuses.map((status) => (status.index !== undefined && found.problems.some(({ pointer }) => isInside(pointer, `${options.pointer ?? ''}/steps/${String(status.index)}`)) ? { ...status, status: 'refused' as const } : status));
  return { accepted: !found.problems.some(({ severity }) => severity === 'error' || severity === 'undecided'), steps, problems: found.problems };
}

const isInside = (pointer: string, place: string): boolean => pointer === place || pointer.startsWith(`${place}/`);

/** In the order of the settings. */
function readSheets(list: unknown, settings: DiscussionsSettings, found: Findings<DiscussionCode>): readonly Sheet[] {
  const sheets: Sheet[] = [];
  (Array.isArray(list) ? (list as readonly unknown[]) : []).forEach((entry, index) => {
    const step = isRecord(entry) ? (entry as Partial<DiscussionStep>) : {};
    const known = settings.steps.find(({ id }) => id === own(entry, 'step'));
    const pointer = `/steps/${index}`;
    if (known === undefined) {
      const name = own(entry, 'step');
      found.report('discussions/step-unknown', `${pointer}/step`, { step: typeof name === 'string' ? name : '', known: settings.steps.map(({ title }) => found.say(title)).join(found.locale === 'en' ? ', ' : '、') });
    } else if (sheets.some((sheet) => sheet.settings === known)) found.report('discussions/step-twice', `${pointer}/step`, { step: found.say(known.title) });
    else sheets.push({ step, settings: known, title: found.say(known.title), index, pointer });
  });
  return settings.steps.flatMap((step) => sheets.filter((sheet) => sheet.settings === step));
}

function checkDate({ step, title, pointer }: Sheet, today: string, found: Findings<DiscussionCode>): boolean {
  if (!isDate(step.date)) found.report('discussions/date', `${pointer}/date`, { step: title });
  else if ((step.date as string) > today) found.report('discussions/date-ahead', `${pointer}/date`, { step: title, date: step.date });
  return isDate(step.date);
}

/** The end of the time on the board, and whether it was kept. The last day belongs to it until midnight. */
function checkDisclosure({ step, settings, title, pointer }: Sheet, today: string, calendar: Calendar, found: Findings<DiscussionCode>): PeriodEnd | undefined {
  if (settings.supervisor === true && isBlank(step.supervisor)) found.report('discussions/supervisor', `${pointer}/supervisor`, { step: title });
  const period = readPeriod(settings.publicity);
  if (period === 'open') found.undecided(`${pointer}/until`, 'publicity');
  if (!isSet(period)) return undefined;
  const end = periodEnd(calendar, step.date as string, period);
  const { until } = step;
  if (isDate(until) && (until as string) < end.date) found.report('discussions/publicity-short', `${pointer}/until`, { step: title, end: end.date, until });
  else if (today <= end.date) found.report('discussions/publicity-running', `${pointer}/until`, { step: title, end: end.date });
  else if (!isDate(until)) found.report('discussions/until-missing', `${pointer}/until`, { step: title });
  return end;
}

/** Each step against the one before it that has a date. */
function checkOrder(sheets: readonly Sheet[], statuses: readonly DiscussionStatus[], found: Findings<DiscussionCode>): void {
  const dated = sheets.filter(({ step }) => isDate(step.date));
  dated.forEach((sheet, place) => {
    const before = dated[place - 1];
    if (before === undefined) return;
    const date = sheet.step.date as string;
    const end = statuses.find(({ index }) => index === before.index)?.publicityEnd;
    const params = { step: sheet.title, date, before: before.title, beforeDate: before.step.date };
    if (date < (before.step.date as string)) found.report('discussions/out-of-order', `${sheet.pointer}/date`, params);
    else if (end !== undefined && date <= end.date) found.report('discussions/too-early', `${sheet.pointer}/date`, { ...params, end: end.date });
  });
}
