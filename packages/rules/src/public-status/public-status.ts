import type { Calendar, OfficeHours, Scheme, Stage, Text } from '@cobuild/core';
import { addWorkingDays, dateInZone, isDate, limitAfter, limitEnd } from '@cobuild/core';
import { officeHoursOf, readLimit } from '../deadlines/stage-deadline.js';
import { findStage } from '../decision/stage-lookup.js';
import { resolvedScheme } from '../decision/resolved-scheme.js';
import { applyEvent } from '../lifecycle/apply-event.js';
import { noticeEnd } from '../lifecycle/notice-checks.js';
import type { CaseState } from '../results.js';
import type { PublicDeadline, PublicStatus, PublicStep } from './types.js';

export interface PublicStatusOptions {
  /** Day on which it is read, `2026-03-05`. */
  readonly today: string;
  readonly calendar: Calendar;
}

/** Stages that the public knows by one name. */
interface Step { readonly title: Text; readonly stages: readonly Stage[] }

/**
 * What an applicant may know of where an application stands. Made where the case is, so that nothing else leaves it: stages that have one public name are one
 * step, with one beginning and one deadline, whatever goes on inside; no id of a stage, no name of a person.
 *
 * @param options.today - Day on which it is read; days that are left are counted from it.
 * @throws {RangeError} when `today` is no date.
 * @example publicStatus(scheme, state, { today: '2026-03-10', calendar: chinaCalendar }).kind // 'inProgress'
 */
export function publicStatus(scheme: Scheme, state: CaseState, { today, calendar }: PublicStatusOptions): PublicStatus {
  if (!isDate(today)) throw new RangeError(`Not a date (YYYY-MM-DD): ${JSON.stringify(today)}`);
  const resolved = resolvedScheme(scheme);
  const steps = stepsOf(resolved);
  const current = steps.findIndex(({ stages }) => stages.some(({ id }) => id === state.stage));
  const kind = kindOf(resolved, state, current);
  const step = steps[current];
  const since = step === undefined ? undefined : stepSince(resolved, state, step);
  const ended = state.status === 'ended';
  const deadline = ended || step === undefined || since === undefined ? undefined : deadlineOf(step, since, { calendar, today, hours: officeHoursOf(resolved) });
  const waits = kind === 'returned' ? state.returned : undefined;
  const refusal = kind === 'rejected' || kind === 'notApproved' ? refusalReason(resolved, state) : undefined;
  const notice = state.notice;
  const until = notice === undefined ? undefined : noticeEnd(resolved, notice, calendar);
  return {
    caseId: state.id,
    scheme: scheme.title,
    kind,
    steps: steps.map(({ title }, index): PublicStep => ({ title, state: index < current || kind === 'approved' ? 'done' : index > current ? 'ahead' : ended ? 'ended' : 'current' })),
    submittedOn: dateInZone(state.submittedAt),
    ...(since === undefined ? {} : { since: dateInZone(since) }),
    ...(deadline === undefined ? {} : { deadline }),
    ...(waits === undefined ? {} : { returned: { reason: waits.reason ?? '', ...(waits.at === undefined ? {} : { on: dateInZone(waits.at) }) } }),
    ...(refusal === undefined ? {} : { reason: refusal }),
    ...(notice === undefined || until === undefined ? {} : { notice: { postedOn: notice.postedOn, until, provisional: notice.provisional, running: notice.postedOn <= today && today <= until } }),
  };
}

/** In the order in which their names come up first. */
function stepsOf(scheme: Scheme): readonly Step[] {
  const steps = new Map<string, { readonly title: Text; readonly stages: Stage[] }>();
  for (const stage of scheme.stages) {
    const title = stage.publicTitle ?? stage.title;
    const name = JSON.stringify(typeof title === 'string' ? title : title['zh-CN']);
    const step = steps.get(name);
    if (step === undefined) steps.set(name, { title, stages: [stage] });
    else step.stages.push(stage);
  }
  return [...steps.values()];
}

function kindOf(scheme: Scheme, state: CaseState, current: number): PublicStatus['kind'] {
  if (state.end !== undefined) return state.end;
  if (current === -1) return 'unknown';
  // What one office sends back to another is no matter of the applicant.
  if (findStage(scheme, state.stage)?.method !== 'application') return 'inProgress';
  return state.returned === undefined ? 'withApplicant' : 'returned';
}

/** When the case came to this step last, from wherever: what happened between its stages is not seen. */
function stepSince(scheme: Scheme, state: CaseState, step: Step): string | undefined {
  let folded: CaseState | undefined;
  let since: string | undefined;
  let wasInside = false;
  for (const event of state.history) {
    folded = applyEvent(scheme, folded, event);
    const { stage } = folded;
    const isInside = step.stages.some(({ id }) => id === stage);
    if (isInside && !wasInside) since = event.at;
    wasInside = isInside;
  }
  return since ?? state.stageSince;
}

interface Counting { readonly calendar: Calendar; readonly today: string; readonly hours: OfficeHours | undefined }

/** Where each stage of the step takes all of its time. None where one of them has none: part of a time would be a promise that nobody made. */
function deadlineOf({ stages }: Step, since: string, { calendar, today, hours }: Counting): PublicDeadline | undefined {
  const limits = stages.flatMap(({ deadline }) => readLimit(deadline) ?? []);
  const [first, ...others] = limits;
  const inHours = limits.some(({ unit }) => unit === 'workingHour');
  if (first === undefined || limits.length < stages.length || (inHours && hours === undefined)) return undefined;
  const end = others.reduce((before, limit) => limitAfter(calendar, before, limit, hours), limitEnd(calendar, since, first, hours));
  const sameUnit = limits.every(({ unit }) => unit === first.unit);
  const { date, provisional } = end;
  return { date, ...(inHours ? { time: end.at.slice(11, 16) } : {}), provisional, ...(sameUnit ? { amount: limits.reduce((sum, { amount }) => sum + amount, 0), unit: first.unit } : {}), workingDaysLeft: workingDaysBetween(calendar, today, end.date), passed: today > end.date };
}

/** Working days after the first day up to the last; negative where the last day has passed. */
export function workingDaysBetween(calendar: Calendar, from: string, to: string): number {
  const [first, last] = from <= to ? [from, to] : [to, from];
  let count = 0;
  for (let day = nextWorkingDay(calendar, first); day <= last; day = nextWorkingDay(calendar, day)) count += 1;
  return count === 0 || from <= to ? count : -count;
}

function nextWorkingDay(calendar: Calendar, day: string): string {
  return addWorkingDays(calendar, day, 1).date;
}

/** Whoever refuses has to give a reason, and the applicant has a right to it. */
function refusalReason(scheme: Scheme, { reviews }: CaseState): string | undefined {
  const last = reviews[reviews.length - 1];
  const outcome = last === undefined ? undefined : findStage(scheme, last.stage)?.outcomes.find(({ id }) => id === last.outcome);
  return outcome?.kind === 'reject' && last?.reason !== undefined && last.reason.trim() !== '' ? last.reason : undefined;
}
