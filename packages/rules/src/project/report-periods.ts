import type { Calendar, ReportDuty, Scheme } from '@cobuild/core';
import { addCalendarDays, dateInZone, fromDayNumber, isDate, toDayNumber } from '@cobuild/core';
import { resolvedScheme } from '../decision/resolved-scheme.js';
import type { FundedProject, ProjectReport, SkippedReport } from './project-types.js';

/** A period of a duty. Dates as `2026-03-05`. */
export interface DuePeriod {
  readonly duty: string;
  /** First and last day, `2026-04-01/2026-06-30`: its name in reports. */
  readonly period: string;
  readonly from: string;
  readonly to: string;
  /** Last day of the period; on a day off the next working day. */
  readonly dueOn: string;
  /** Day of the reminder: seven working days before, or as the duty says. */
  readonly remindOn: string;
  readonly provisional: boolean;
}

export type ReportState = 'later' | 'soon' | 'today' | 'overdue' | 'submitted' | 'returned' | 'accepted' | 'skipped';

/** A period with what became of it. */
export interface ReportDue extends DuePeriod {
  readonly title: ReportDuty['title'];
  readonly state: ReportState;
  /** Working days that are left (0 on the day itself), or, where it is late, by which it is late. */
  readonly workingDays: number;
  readonly isLate: boolean;
  readonly report?: ProjectReport;
  /** Why nothing is asked for in this period. */
  readonly skipped?: SkippedReport;
}

const MONTHS: Readonly<Record<string, number>> = { month: 1, quarter: 3, halfYear: 6, year: 12 };
const REMINDER_WORKING_DAYS = 7;
/** More periods than any scheme has: monthly for twenty years. */
const MOST_PERIODS = 240;

/** What each project has to report; what its unit reports once for all of its projects is left out. */
export function projectDuties({ supervision }: Pick<Scheme, 'supervision'>): readonly ReportDuty[] {
  return (supervision?.reports ?? []).filter(({ per }) => per !== 'unit');
}

/**
 * The periods of all duties of the projects of a scheme that end between two days. Periods follow the calendar year: quarters begin in January, April, July and October. A duty whose
 * interval is open has none.
 *
 * @example duePeriods(scheme, '2026-01-01', '2026-12-31', chinaCalendar).length // 14 for quarterly meeting, visit and bulletin, and half-yearly observation
 */
export function duePeriods(scheme: Scheme, from: string, until: string, calendar: Calendar): readonly DuePeriod[] {
  return projectDuties(resolvedScheme(scheme)).flatMap((duty) => periodsOf(duty, from, until, calendar)).sort((a, b) => (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : 0));
}

function periodsOf({ id, every, remindBefore }: ReportDuty, from: string, until: string, calendar: Calendar): DuePeriod[] {
  if (typeof every !== 'object' || !('unit' in every) || !isDate(from) || !isDate(until)) return [];
  const months = (MONTHS[every.unit] ?? 12) * every.every;
  const monthOf = (date: string): number => Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1;
  const periods: DuePeriod[] = [];
  for (let start = Math.floor(monthOf(from) / months) * months; periods.length < MOST_PERIODS; start += months) {
    const [first, last] = [firstDay(start), fromDayNumber(toDayNumber(firstDay(start + months)) - 1)];
    if (last > until) break;
    if (last < from) continue;
    const { date: dueOn, provisional } = addCalendarDays(calendar, last, 0);
    periods.push({ duty: id, period: `${first}/${last}`, from: first, to: last, dueOn, remindOn: reminderDay(calendar, dueOn, remindBefore), provisional });
  }
  return periods;
}

const firstDay = (month: number): string => `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}-01`;

/** A hole in the setting counts as nothing said. */
function reminderDay(calendar: Calendar, dueOn: string, before: ReportDuty['remindBefore']): string {
  if (typeof before !== 'object' || !('unit' in before)) return workingDaysBefore(calendar, dueOn, REMINDER_WORKING_DAYS);
  return before.unit === 'workingDay' ? workingDaysBefore(calendar, dueOn, before.amount) : fromDayNumber(toDayNumber(dueOn) - before.amount);
}

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
 * the end of the year of `today`. Once the project is over (accepted, or its case has ended) nothing falls due any more; what was due until then is owed still.
 */
export function reportsDue(scheme: Scheme, project: FundedProject, today: string, calendar: Calendar): readonly ReportDue[] {
  const { agreement, reports, skipped = [] } = project;
  const begins = agreement.startsOn ?? agreement.signedOn;
  if (begins === undefined) return [];
  const ends = (agreement.milestones ?? []).reduce((latest, { dueOn }) => (dueOn > latest ? dueOn : latest), today > begins ? today : begins);
  const duties = projectDuties(scheme);
  const over = endOfDuties(project, today);
  return duePeriods(scheme, begins, `${ends.slice(0, 4)}-12-31`, calendar).flatMap((due): ReportDue | readonly [] => {
    const report = reports.find(({ duty, period }) => duty === due.duty && period === due.period);
    const passed = skipped.find(({ duty, period }) => duty === due.duty && period === due.period);
    if (over !== undefined && due.dueOn > over && report === undefined && passed === undefined) return [];
    const isDone = passed !== undefined || report?.status === 'accepted' || report?.status === 'submitted';
    const isLate = !isDone && today > due.dueOn;
    const state: ReportState = passed !== undefined ? 'skipped' : report?.status ?? (isLate ? 'overdue' : today === due.dueOn ? 'today' : today >= due.remindOn ? 'soon' : 'later');
    const workingDays = isLate ? workingDaysBetween(calendar, due.dueOn, today) : workingDaysBetween(calendar, today, due.dueOn);
    return { ...due, title: duties.find(({ id }) => id === due.duty)?.title ?? { 'zh-CN': due.duty }, state, workingDays, isLate, ...(report === undefined ? {} : { report }), ...(passed === undefined ? {} : { skipped: passed }) };
  });
}

/**
 * How many reports of a project are late on a day: not handed in, or returned and not completed, by the last day. For `countFacts` with `of: "overdueReports"`.
 *
 * @example overdueReports(scheme, project, '2026-07-01', chinaCalendar) // 1 where the second quarter was due on 30 June
 */
export function overdueReports(scheme: Scheme, project: FundedProject, today: string, calendar: Calendar): number {
  return reportsDue(scheme, project, today, calendar).filter(({ isLate }) => isLate).length;
}

/** The day on which nothing more falls due: the acceptance, or the end of the case, whichever came first; `undefined` while the work goes on. */
function endOfDuties({ acceptance, endedOn }: FundedProject, today: string): string | undefined {
  const [first] = [acceptance?.outcome === 'passed' ? acceptance.on : undefined, endedOn].filter((day) => day !== undefined && day <= today).sort();
  return first;
}

/**
 * How a cadence was kept. `due` is everything whose last day is over, and what was done or left out by that day; all of it is one of the others: `done` in time, `doneLate`,
 * `late` and open still, `skipped`. The last day itself is in time.
 */
export interface CadenceCount {
  readonly duty: string;
  readonly title: ReportDuty['title'];
  readonly due: number;
  readonly done: number;
  readonly doneLate: number;
  readonly late: number;
  readonly skipped: number;
  /** Not due yet, handed in already or not. */
  readonly toCome: number;
}

/**
 * What a project had to hand in or hold in a time, duty by duty in the order of the scheme, and how it stands: from its log alone, read on a day.
 *
 * @param from - First and last day of the periods that count; the whole of the work by default.
 * @example cadenceCounts(scheme, project, '2027-01-01', chinaCalendar, '2026-01-01', '2026-12-31').reduce((sum, { due }) => sum + due, 0) // 14 in a year of Qianjiang
 */
export function cadenceCounts(scheme: Scheme, project: FundedProject, today: string, calendar: Calendar, from = '0001-01-01', until = '9999-12-31'): readonly CadenceCount[] {
  const dues = reportsDue(scheme, project, today, calendar).filter((due) => due.from >= from && due.to <= until);
  return projectDuties(scheme).map(({ id, title }) => {
    const own = dues.filter(({ duty }) => duty === id);
    const isHandedIn = ({ state }: ReportDue): boolean => state === 'submitted' || state === 'accepted';
    const come = own.filter((each) => each.dueOn < today || (each.dueOn === today && (isHandedIn(each) || each.state === 'skipped')));
    const handedIn = come.filter(isHandedIn);
    // What was sent back and completed late was handed in when it first came.
    const inTime = handedIn.filter(({ report, dueOn }) => report !== undefined && dateInZone(report.earlier[0]?.at ?? report.at) <= dueOn);
    const skipped = come.filter(({ state }) => state === 'skipped').length;
    return { duty: id, title, due: come.length, done: inTime.length, doneLate: handedIn.length - inTime.length, late: come.length - handedIn.length - skipped, skipped, toCome: own.length - come.length };
  });
}
