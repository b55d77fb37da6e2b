import type { CaseEvent, Problem, Scheme } from '@cobuild/core';
import { plannedActions } from '../deadlines/planned-actions.js';
import type { CaseAction, CaseState } from '../results.js';
import type { ActionContext } from './action-problems.js';
import { actionProblems } from './action-problems.js';
import { appendEvent } from './append-event.js';
import { CLOCK } from './deadline-checks.js';

/** Something that the scheme lets happen by itself and whose time has come. */
export interface DueAction {
  /** Ready for `appendEvent` with the actor `CLOCK`. */
  readonly action: CaseAction;
  /** Since when it has been due. */
  readonly since: string;
  /** What keeps it from happening, such as a record that is missing or an open objection; empty where nothing does. */
  readonly problems: readonly Problem[];
}

/**
 * What is due now where a case stands: reminders, escalations and the outcome of a deadline that has passed, at its stage or in the years after its approval, in the order of time. What is in the log already is not
 * due again, so that asking twice does nothing twice. Pure: the clock and the calendar are handed in.
 *
 * @param now - Instant, ISO 8601 with offset.
 * @example dueActions(scheme, state, '2026-03-11T00:00:00+08:00', context).map(({ action }) => action.type) // ['deadlinePassed']
 */
export function dueActions(scheme: Scheme, state: CaseState, now: string, context: ActionContext): readonly DueAction[] {
  return plannedActions(scheme, state, context.calendar, context.locale)
    .filter(({ from, until, doneAt }) => doneAt === undefined && Date.parse(from) <= Date.parse(now) && (until === undefined || Date.parse(now) < Date.parse(until)))
    .map(({ action: { type, data }, from }) => ({ action: { type, data: { ...data } }, since: from }))
    .map(({ action, since }) => ({ action, since, problems: actionProblems(scheme, state, action, CLOCK, now, context) }));
}

/** The next instant after `now` at which something happens by itself; `undefined` where nothing is planned. For hosts that set a timer. */
export function nextDueAt(scheme: Scheme, state: CaseState, now: string, context: ActionContext): string | undefined {
  return plannedActions(scheme, state, context.calendar).find(({ from, doneAt }) => doneAt === undefined && Date.parse(from) > Date.parse(now))?.from;
}

/** The events that time made, and the state after them. */
export interface DueEvents {
  readonly events: readonly CaseEvent[];
  readonly state: CaseState;
  /** What is due and cannot happen yet. */
  readonly held: readonly DueAction[];
}

/**
 * Appends all that is due. After an outcome the case stands at another stage, whose own time begins with it; so the next one is asked for again, at most once for each stage.
 *
 * @param newId - Makes the id of an event.
 * @example
 * const { events } = appendDueEvents(scheme, state, now, newId, context);
 * if (events.length > 0) await store.append(caseId, events); // refused where somebody else wrote in between: the next run looks again
 */
export function appendDueEvents(scheme: Scheme, state: CaseState, now: string, newId: () => string, context: ActionContext): DueEvents {
  const events: CaseEvent[] = [];
  let current = state;
  for (let left = scheme.stages.length; left > 0; left -= 1) {
    const { stage, stageSince } = current;
    for (const { action, problems } of dueActions(scheme, current, now, context)) {
      if (problems.length > 0) continue;
      const made = appendEvent(scheme, current, action, CLOCK, now, newId(), { ...context, caseId: current.id });
      if ('problems' in made) continue;
      events.push(made.event);
      current = made.state;
    }
    if (current.stage === stage && current.stageSince === stageSince) break;
  }
  return { events, state: current, held: current.status === 'ended' ? [] : dueActions(scheme, current, now, context).filter(({ problems }) => problems.length > 0) };
}
