import type { Calendar, Scheme } from '@cobuild/core';
import { limitAfter, limitBefore, localize } from '@cobuild/core';
import type { Locale } from '@cobuild/core';
import { resolvedScheme } from '../decision/resolved-scheme.js';
import { findStage } from '../decision/stage-lookup.js';
import { ruleMessage } from '../locales/rule-message.js';
import type { CaseState } from '../results.js';
import type { PlannedAction, StageClockAction } from './planned-action.js';
import { doneAt, endAfter, inOrder, later } from './planned-action.js';
import { plannedDuties } from './planned-duties.js';
import { limitFrom, officeHoursOf, readLimit, stageDeadline } from './stage-deadline.js';

/**
 * What the clock will do where a case stands: at the stage where it waits, or for the duties of the years after its approval. In the order of time, done or still to come; a setting
 * that is open plans nothing.
 *
 * @param locale - As {@link plannedAtStage}.
 */
export function plannedActions(scheme: Scheme, state: CaseState, calendar: Calendar, locale: Locale = 'zh-CN'): readonly PlannedAction[] {
  return state.status === 'ended' ? plannedDuties(resolvedScheme(scheme), state, calendar) : plannedAtStage(scheme, state, calendar, locale);
}

/**
 * What the clock will do at the stage where a case waits, in the order of time.
 *
 * @param locale - Language of the reason where the scheme gives none, default `zh-CN`.
 */
export function plannedAtStage(scheme: Scheme, state: CaseState, calendar: Calendar, locale: Locale = 'zh-CN'): readonly PlannedAction<StageClockAction>[] {
  const resolved = resolvedScheme(scheme);
  const due = stageDeadline(resolved, state, calendar);
  const stage = findStage(resolved, state.stage);
  const { remind = [], escalate = [], outcome } = stage?.onDeadline ?? {};
  if (due === undefined || stage === undefined) return [];
  const hours = officeHoursOf(resolved);
  const told = (kind: 'reminder' | 'escalation', id: string): Pick<PlannedAction, 'doneAt'> => doneAt((state.told ?? []).find((item) => item.kind === kind && item.id === id)?.at);
  const head = { stage: stage.id, dueAt: due.at };
  const planned: (PlannedAction<StageClockAction> | undefined)[] = [
    ...remind.map(({ id, before, to = stage.actor.role }) => {
      const limit = readLimit(before);
      const from = limit === undefined ? undefined : limitFrom(limit, (length) => limitBefore(calendar, due, length, hours), hours);
      return from === undefined ? undefined : { action: { type: 'deadlineReminded' as const, data: { stage: head.stage, reminder: id, to, dueAt: due.at } }, from: later(from, due.since), until: due.at, provisional: due.provisional, ...told('reminder', id) };
    }),
    ...escalate.map(({ id, after, to }) => {
      const end = endAfter(due, after, (length) => limitAfter(calendar, due, length, hours), hours);
      return end && { action: { type: 'deadlineEscalated' as const, data: { stage: head.stage, escalation: id, to, dueAt: due.at } }, from: end.at, provisional: end.provisional, ...told('escalation', id) };
    }),
  ];
  if (outcome !== undefined) {
    const end = endAfter(due, outcome.after, (length) => limitAfter(calendar, due, length, hours), hours);
    const reason = localize(outcome.reason, locale) || ruleMessage('case/deadline-reason', { date: due.date }, locale);
    planned.push(end && { action: { type: 'deadlinePassed', data: { stage: head.stage, outcome: outcome.outcome, dueAt: due.at, reason } }, from: end.at, provisional: end.provisional });
  }
  return inOrder(planned);
}
