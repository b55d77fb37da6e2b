import type { Calendar, PeriodEnd, Stage } from '@cobuild/core';
import { addWorkingDays, dateInZone, periodEnd } from '@cobuild/core';
import type { CaseState } from '@cobuild/rules';

/** Until when a case may stay at a stage; `undefined` where the stage has no period or the case has ended. */
export function caseDeadline(stage: Stage | undefined, { stageSince, status }: Pick<CaseState, 'stageSince' | 'status'>, calendar: Calendar): PeriodEnd | undefined {
  const deadline = stage?.deadline;
  if (status === 'ended' || stageSince === undefined || deadline === undefined || typeof deadline !== 'object' || !('amount' in deadline)) return undefined;
  return periodEnd(calendar, dateInZone(stageSince), deadline);
}

/** Working days after the first day up to the last; 0 where the last is not later. */
export function workingDaysAfter(calendar: Calendar, from: string, to: string): number {
  let count = 0;
  for (let { date } = addWorkingDays(calendar, from, 1); date <= to; date = addWorkingDays(calendar, date, 1).date) count += 1;
  return count;
}
