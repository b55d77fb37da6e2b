import type { Calendar, Cycle, CycleDuty, CycleDutyDoneData, LimitEnd, Scheme } from '@cobuild/core';
import { limitAfter, limitBefore } from '@cobuild/core';
import { addDays } from '../cycle/add-duration.js';
import { caseCycleEvents } from '../cycle/case-cycle.js';
import { dutyDue } from '../cycle/cycle-actions.js';
import { cycleState } from '../cycle/cycle-state.js';
import type { CycleEvent } from '../cycle/cycle-types.js';
import { createSettingReader } from '../evaluation/settings.js';
import type { CaseState } from '../results.js';
import type { DutyClockAction, PlannedAction } from './planned-action.js';
import { doneAt, endAfter, inOrder, later } from './planned-action.js';
import { limitFrom, officeHoursOf, readLimit } from './stage-deadline.js';

/** A duty that is to be done in one phase of the years of a case. */
interface OpenDuty { readonly cycle: Cycle; readonly duty: CycleDuty; readonly since: string; readonly due: string }

/** Behind every phase that time alone leads to. */
const END_OF_TIME = '9999-12-31';

/**
 * Whom the clock reminds and tells of the duties of the years after the approval. A duty that is done, or whose phase was accepted or renewed before its day, is not spoken of; after
 * a withdrawal none is.
 *
 * @param scheme - Parameters already replaced by their values.
 */
export function plannedDuties(scheme: Scheme, state: CaseState, calendar: Calendar): readonly PlannedAction<DutyClockAction>[] {
  if (state.status !== 'ended' || state.end !== 'approved') return [];
  return inOrder((scheme.cycles ?? []).flatMap((cycle) => openDuties(cycle, caseCycleEvents(scheme, cycle, state)).flatMap((open) => plannedFor(scheme, state, open, calendar))));
}

/** Whom the clock reminds and tells of one duty, `{ cycle: 'site', duty: 'report' }`. */
export function plannedForDuty(scheme: Scheme, state: CaseState, about: Pick<CycleDutyDoneData, 'cycle' | 'duty'>, calendar: Calendar): readonly PlannedAction<DutyClockAction>[] {
  return plannedDuties(scheme, state, calendar).filter(({ action: { data } }) => data.cycle === about.cycle && data.duty === about.duty);
}

function openDuties(cycle: Cycle, events: readonly CycleEvent[]): readonly OpenDuty[] {
  const { phases, withdrawal, renewals } = cycleState(cycle, events, END_OF_TIME);
  if (withdrawal !== undefined) return [];
  const done = doneInRound(events);
  const read = createSettingReader();
  return phases.filter(({ round }) => round === renewals).flatMap(({ phase, since, until, ended }) => {
    const index = cycle.phases.findIndex(({ id }) => id === phase);
    return (cycle.phases[index]?.duties ?? []).flatMap((duty, place): readonly OpenDuty[] => {
      const due = done.includes(duty.id) ? undefined : dutyDue(cycle, index, place, until, read)?.due;
      return due === undefined || (ended !== undefined && ended < due) ? [] : [{ cycle, duty, since, due }];
    });
  });
}

/** With a renewal all duties begin anew. */
function doneInRound(events: readonly CycleEvent[]): readonly string[] {
  const renewed = events.map(({ kind }) => kind).lastIndexOf('renew');
  return events.slice(renewed + 1).flatMap((event) => (event.kind === 'done' ? [event.duty] : []));
}

function plannedFor(scheme: Scheme, { history }: CaseState, { cycle, duty, since, due }: OpenDuty, calendar: Calendar): readonly (PlannedAction<DutyClockAction> | undefined)[] {
  const { remind = [], escalate = [] } = duty.onDeadline ?? {};
  const { keptBy } = cycle;
  if (keptBy === undefined) return [];
  const hours = officeHoursOf(scheme);
  const end: LimitEnd = { date: due, at: midnight(addDays(due, 1)), provisional: false };
  const about = { cycle: cycle.id, duty: duty.id };
  const told = (type: DutyClockAction['type'], id: string): Pick<PlannedAction, 'doneAt'> =>
    doneAt(history.find((event) => event.type === type && event.data.cycle === cycle.id && event.data.duty === duty.id && event.data.dueAt === end.at && (event.type === 'cycleDutyReminded' ? event.data.reminder : event.data.escalation) === id)?.at);
  return [
    ...remind.map(({ id, before, to = keptBy }): PlannedAction<DutyClockAction> | undefined => {
      const limit = readLimit(before);
      const from = limit === undefined ? undefined : limitFrom(limit, (length) => limitBefore(calendar, end, length, hours), hours);
      return from === undefined ? undefined : { action: { type: 'cycleDutyReminded', data: { ...about, reminder: id, to, dueAt: end.at } }, from: later(from, midnight(since)), until: end.at, provisional: false, ...told('cycleDutyReminded', id) };
    }),
    ...escalate.map(({ id, after, to }): PlannedAction<DutyClockAction> | undefined => {
      const over = endAfter(end, after, (length) => limitAfter(calendar, end, length, hours), hours);
      return over && { action: { type: 'cycleDutyEscalated', data: { ...about, escalation: id, to, dueAt: end.at } }, from: over.at, provisional: over.provisional, ...told('cycleDutyEscalated', id) };
    }),
  ];
}

/** When a day begins in China. */
const midnight = (day: string): string => `${day}T00:00:00+08:00`;
