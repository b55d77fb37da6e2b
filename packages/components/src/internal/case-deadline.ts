import type { Calendar, Locale, Scheme } from '@cobuild/core';
import { addWorkingDays, formatDate } from '@cobuild/core';
import type { CaseState, StageDeadline } from '@cobuild/rules';
import { stageDeadline } from '@cobuild/rules';

/** Until when a case may stay where it is; `undefined` where the stage has no time, the case has ended, or nobody knows since when it is there. */
export function caseDeadline(scheme: Scheme, state: Pick<CaseState, 'stage' | 'stageSince' | 'submittedAt' | 'status'>, calendar: Calendar): StageDeadline | undefined {
  return state.stageSince === undefined ? undefined : stageDeadline(scheme, state, calendar);
}

/** The last day for people, with the time of the day where working hours are counted: `2026年3月6日 10:00`. */
export function dueText({ date, at, limit }: StageDeadline, locale: Locale): string {
  const day = formatDate(date, locale);
  return limit.unit === 'workingHour' ? `${day} ${at.slice(11, 16)}` : day;
}

/** Working days after the first day up to the last; 0 where the last is not later. */
export function workingDaysAfter(calendar: Calendar, from: string, to: string): number {
  let count = 0;
  for (let { date } = addWorkingDays(calendar, from, 1); date <= to; date = addWorkingDays(calendar, date, 1).date) count += 1;
  return count;
}
