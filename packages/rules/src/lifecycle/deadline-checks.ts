import type { EventActor, Scheme } from '@cobuild/core';
import type { ClockAction, PlannedAction } from '../deadlines/planned-action.js';
import { plannedActions } from '../deadlines/planned-actions.js';
import { findOutcome, findStage } from '../decision/stage-lookup.js';
import type { CaseState } from '../results.js';
import type { ActionContext } from './action-problems.js';
import type { Finding } from './finding.js';
import { finding } from './finding.js';
import { outcomeProblems } from './review-checks.js';

/** Who acts where time does. A host hands it in from its timer; what it may do is what the scheme says has fallen due, and nothing else. */
export const CLOCK: EventActor = Object.freeze({ id: 'clock', role: 'clock' });

/** The planned action that this one is, by the part of the scheme that it carries out. */
export function plannedFor(scheme: Scheme, state: CaseState, action: ClockAction, context: ActionContext): PlannedAction | undefined {
  const key = partOf(action);
  return plannedActions(scheme, state, context.calendar, context.locale).find((item) => item.action.type === action.type && partOf(item.action) === key);
}

function partOf(action: ClockAction): string {
  switch (action.type) {
    case 'deadlineReminded': return action.data.reminder;
    case 'deadlineEscalated': return action.data.escalation;
    case 'deadlinePassed': return action.data.outcome;
    // The same duty comes back in another round.
    case 'cycleDutyReminded': return `${action.data.cycle} ${action.data.duty} ${action.data.reminder} ${action.data.dueAt}`;
    case 'cycleDutyEscalated': return `${action.data.cycle} ${action.data.duty} ${action.data.escalation} ${action.data.dueAt}`;
  }
}

/** Whether the scheme says that this happens now: by the calendar and the clock handed in, once, and as it is written there. */
export function deadlineProblems(scheme: Scheme, state: CaseState, action: ClockAction, at: string, context: ActionContext): Finding[] {
  const planned = plannedFor(scheme, state, action, context);
  if (planned === undefined) return [finding('case/deadline-not-planned')];
  if (planned.doneAt !== undefined) return [finding('case/deadline-done')];
  const now = Date.parse(at);
  if (now < Date.parse(planned.from)) return [finding('case/deadline-not-due', '/at', { from: planned.from })];
  if (planned.until !== undefined && now >= Date.parse(planned.until)) return [finding('case/deadline-over', '/at', { until: planned.until })];
  if (planned.action.data.dueAt !== action.data.dueAt) return [finding('case/deadline-other', '/data/dueAt', { expected: planned.action.data.dueAt })];
  if (action.type !== 'deadlinePassed') return 'to' in planned.action.data && planned.action.data.to === action.data.to ? [] : [finding('case/deadline-not-planned', '/data/to')];
  // A day off that is announced later would give more time; what cannot be taken back waits until it is known.
  if (planned.provisional) return [finding('case/deadline-provisional')];
  const stage = findStage(scheme, state.stage);
  // What the applicant was to complete and did not is given up; a form is never sent in by time.
  if (stage?.method === 'application' && findOutcome(stage, action.data.outcome)?.kind === 'withdraw') return [];
  return outcomeProblems(scheme, state, { type: 'reviewed', data: action.data }, at, context);
}
