import type { Calendar, ReportDuty, Scheme } from '@cobuild/core';
import { addCalendarDays, fromDayNumber, isDate, toDayNumber } from '@cobuild/core';
import { resolvedScheme } from '../decision/resolved-scheme.js';
import type { FundedProject, ProjectReport } from './project-types.js';

/** A period of a duty. Dates as `2026-03-05`. */
export interface DuePeriod {
  readonly duty: string;
  /** First and last day, `2026-04-01/2026-06-30`: its name in reports. */
  readonly period: string;
  readonly from: string;
  readonly to: string;
  /** Last day of the period; on a day off the next working day. */
  readonly dueOn: string;
  /** Day of the reminder, seven working days before. */
  readonly remindOn: string;
  readonly provisional: boolean;
}

export type ReportState = 'later' | 'soon' | 'today' | 'overdue' | 'submitted' | 'returned' | 'accepted';

/** A period with what became of it. */
export interface ReportDue extends DuePeriod {
  readonly title: ReportDuty['title'];
  readonly state: ReportState;
  /** Working days that are left (0 on the day itself), or, where it is late, by which it is late. */
  readonly workingDays: number;
  readonly isLate: boolean;
  readonly report?: ProjectReport;
}

const MONTHS: Readonly<Record<string, number>> = { month: 1, quarter: 3, halfYear: 6, year: 12 };
const REMINDER_WORKING_DAYS = 7;
/** More periods than any scheme has: monthly for twenty years. */
const MOST_PERIODS = 240;

/**
 * The periods of all duties of a scheme that end between two days. Periods follow the calendar year: quarters begin in January, April, July and October. A duty whose
 * interval is open has none.
 *
 * @example duePeriods(scheme, '2026-01-01', '2026-12-31', chinaCalendar).length // 14 for quarterly meeting, visit and bulletin, and half-yearly observation
 */
export function duePeriods(scheme: Scheme, from: string, until: string, calendar: Calendar): readonly DuePeriod[] {
  const duties = resolvedScheme(scheme).supervision?.reports ?? [];
  return duties.flatMap((duty) => periodsOf(duty, from, until, calendar)).sort((a, b) => (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : 0));
}

function periodsOf({ id, every }: ReportDuty, from: string, until: string, calendar: Calendar): DuePeriod[] {
  if (typeof every !== 'object' || !('unit' in every) || !isDate(from) || !isDate(until)) return [];
  const months = (MONTHS[every.unit] ?? 12) * every.every;
  const monthOf = (date: string): number => Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1;
  const periods: DuePeriod[] = [];
  for (let start = Math.floor(monthOf(from) / months) * months; periods.length < MOST_PERIODS; start += months) {
    const [first, last] = [firstDay(start), fromDayNumber(toDayNumber(firstDay(start + months)) - 1)];
    if (last > until) break;
    if (last < from) continue;
    const { date: dueOn, provisional } = addCalendarDays(calendar, last, 0);
    periods.push({ duty: id, period: `${first}/${last}`, from: first, to: last, dueOn, remindOn: workingDaysBefore(calendar, dueOn, REMINDER_WORKING_DAYS), provisional });
  }
  return periods;
}

const firstDay = (month: number): string => `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}-01`;

function workingDaysBefore(calendar: Calendar, date: string, count: number): string {
  let day = toDayNumber(date);
  for (let left = count; left > 0; ) {
    day -= 1;
    if (calendar.isWorkingDay(fromDayNumber(day))) left -= 1;
  }
  return fromDayNumber(day);
}

/** Working days after one day up to another, which counts; 0 where it does not lie later. */
export function workingDaysBetween(calendar: Calendar, from: string, to: string): number {
  let count = 0;
  for (let day = toDayNumber(from) + 1; day <= toDayNumber(to); day += 1) if (calendar.isWorkingDay(fromDayNumber(day))) count += 1;
  return count;
}

/**
 * What a project has to report and where each report stands: from the period in which its work began to the end of the year in which its work ends, at least to
 * the end of the year of `today`.
 */
export function reportsDue(scheme: Scheme, project: FundedProject, today: string, calendar: Calendar): readonly ReportDue[] {
  const { agreement, reports } = project;
  const begins = agreement.startsOn ?? agreement.signedOn;
  if (begins === undefined) return [];
  const ends = (agreement.milestones ?? []).reduce((latest, { dueOn }) => (dueOn > latest ? dueOn : latest), today > begins ? today : begins);
  const duties = scheme.supervision?.reports ?? [];
  return duePeriods(scheme, begins, `${ends.slice(0, 4)}-12-31`, calendar).map((due): ReportDue => {
    const report = reports.find(({ duty, period }) => duty === due.duty && period === due.period);
    const isDone = report?.status === 'accepted' || report?.status === 'submitted';
    const isLate = !isDone && today > due.dueOn;
    const state: ReportState = report?.status ?? (isLate ? 'overdue' : today === due.dueOn ? 'today' : today >= due.remindOn ? 'soon' : 'later');
    const workingDays = isLate ? workingDaysBetween(calendar, due.dueOn, today) : workingDaysBetween(calendar, today, due.dueOn);
    return { ...due, title: duties.find(({ id }) => id === due.duty)?.title ?? { 'zh-CN': due.duty }, state, workingDays, isLate, ...(report === undefined ? {} : { report }) };
  });
}
