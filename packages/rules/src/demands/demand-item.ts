import type { Calendar, EventActor, Outcome, Period, Scheme, Stage } from '@cobuild/core';
import { dateInZone, isDate, periodEnd } from '@cobuild/core';
import { stageDeadline } from '../deadlines/stage-deadline.js';
import { findStage, firstStage } from '../decision/stage-lookup.js';
import { resolvedScheme } from '../decision/resolved-scheme.js';
import { nextActions } from '../lifecycle/index.js';
import { workingDaysBetween } from '../public-status/public-status.js';
import type { CaseState } from '../results.js';

export interface DemandOptions {
  /** Who looks. */
  readonly actor: EventActor;
  /** Day on which it is read, `2026-03-05`. */
  readonly today: string;
  /** Instant at which it is read, for times in working hours, which end at an hour of the day. Default: a day is passed when it is over. */
  readonly now?: string;
  readonly calendar: Calendar;
  /** To whom a demand goes that is late, and how long after its last day, where the scheme does not say it (`onDeadline`); without it only what is in the log is told. */
  readonly escalation?: DemandEscalation;
}

export interface DemandEscalation { readonly after: Period; readonly to: string }

/** Until when somebody has to act. */
export interface DemandDue {
  /** Last day. */
  readonly date: string;
  /** First instant after it. */
  readonly at: string;
  /** It is counted in working hours and ends at an hour of the day. */
  readonly hours?: true;
  /** Days off in between are not announced yet: the day may move. */
  readonly provisional: boolean;
  readonly passed: boolean;
  /** From the day on which it is read to the last day; negative where that is over. */
  readonly workingDaysLeft: number;
}

/** A micro-wish or a request on its way, as a board shows it. */
export interface DemandItem {
  readonly id: string;
  /** Stage that it waits at, or where it ended. */
  readonly stage: string;
  readonly status: CaseState['status'];
  readonly end?: CaseState['end'];
  /** Role that has to act. */
  readonly waitsFor?: string;
  /** Day since which it waits there. */
  readonly since: string;
  readonly due?: DemandDue;
  /** It is late for so long that this role has been told, from that day on. */
  readonly escalated?: { readonly to: string; readonly since: string };
  /** What this actor may do now, in the order of the scheme; empty where it is somebody else's turn. */
  readonly outcomes: readonly Outcome[];
  /** How often it came back to an earlier stage: refused, handed back, timed out. */
  readonly returns: number;
}

/**
 * Where a demand stands, who has to act, until when, and what this actor may do.
 *
 * @throws {RangeError} when `today` is no date.
 * @example demandItem(scheme, state, { actor, today: '2026-03-20', calendar: chinaCalendar }).due?.passed // true
 */
export function demandItem(scheme: Scheme, state: CaseState, { actor, today, now, calendar, escalation }: DemandOptions): DemandItem {
  if (!isDate(today)) throw new RangeError(`Not a date (YYYY-MM-DD): ${JSON.stringify(today)}`);
  const resolved = resolvedScheme(scheme);
  const stage = findStage(resolved, state.stage);
  const since = dateInZone(state.stageSince ?? state.submittedAt);
  const isOpen = state.status === 'open' && stage !== undefined;
  const due = isOpen ? dueOf(resolved, state, calendar, today, now) : undefined;
  const told = due === undefined || escalation === undefined ? undefined : periodEnd(calendar, due.date, escalation.after).date;
  const escalated = lastTold(state) ?? (told === undefined || escalation === undefined || today <= told ? undefined : { to: escalation.to, since: told });
  return {
    id: state.id, stage: state.stage, status: state.status, since,
    ...(state.end === undefined ? {} : { end: state.end }),
    ...(isOpen ? { waitsFor: stage.actor.role } : {}),
    ...(due === undefined ? {} : { due }),
    ...(escalated === undefined ? {} : { escalated }),
    outcomes: isOpen ? outcomesFor(resolved, stage, state, { actor, today, calendar }) : [],
    returns: state.history.filter((event) => isSettled(event) && isReturn(resolved, event.data)).length,
  };
}

function dueOf(scheme: Scheme, state: CaseState, calendar: Calendar, today: string, now: string | undefined): DemandDue | undefined {
  const due = stageDeadline(scheme, state, calendar);
  if (due === undefined) return undefined;
  const { date, at, provisional, limit } = due;
  const passed = now === undefined ? today > date : Date.parse(now) >= Date.parse(at);
  return { date, at, ...(limit.unit === 'workingHour' ? { hours: true } : {}), provisional, passed, workingDaysLeft: workingDaysBetween(calendar, today, date) };
}

/** Whom the log says that it was escalated to at this stage, the last one. */
function lastTold({ told = [] }: CaseState): DemandItem['escalated'] {
  const last = told.filter(({ kind }) => kind === 'escalation').slice(-1)[0];
  return last === undefined ? undefined : { to: last.to, since: dateInZone(last.at) };
}

function outcomesFor(scheme: Scheme, stage: Stage, state: CaseState, { actor, today, calendar }: DemandOptions): readonly Outcome[] {
  // Asking the rules takes a while; nobody of another role may settle a stage.
  if (stage.actor.role !== actor.role || stage.id === firstStage(scheme).id) return [];
  // The end of the day: whatever was recorded today lies before it, and the day is the same.
  const next = nextActions(scheme, state, actor, `${today}T23:59:59+08:00`, { calendar, schemeHash: state.schemeHash });
  return stage.outcomes.filter(({ id }) => next.some(({ type, outcome }) => type === 'reviewed' && outcome === id));
}

type SettledEvent = Extract<CaseState['history'][number], { readonly type: 'reviewed' | 'deadlinePassed' }>;

function isSettled(event: CaseState['history'][number]): event is SettledEvent {
  return event.type === 'reviewed' || event.type === 'deadlinePassed';
}

function isReturn(scheme: Scheme, { stage, outcome }: SettledEvent['data']): boolean {
  return scheme.stages.find(({ id }) => id === stage)?.outcomes.find(({ id }) => id === outcome)?.kind === 'return';
}
