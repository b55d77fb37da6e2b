import type { CaseEvent, Cycle, Scheme, Stage } from '@cobuild/core';
import { dateInZone } from '@cobuild/core';
import { resolvedScheme } from '../decision/resolved-scheme.js';
import { findOutcome, findStage } from '../decision/stage-lookup.js';
import type { CaseState } from '../results.js';
import { cycleState } from './cycle-state.js';
import type { CycleEvent, CycleState } from './cycle-types.js';

/** What the log of a case holds of the years after its approval. */
export type CaseCycleEvent = Extract<CaseEvent, { type: 'cycleDutyDone' | 'cycleRenewed' | 'cycleWithdrawn' }>;

/** A cycle of the scheme, with its parameters put in, and where a case stands in it. */
export interface CaseCycle { readonly cycle: Cycle; readonly state: CycleState }

const PASSED: readonly string[] = ['forward', 'passed', 'confirmed'];

/**
 * What the log of a case says of a cycle: begun with the first approval at the stage `startsAfter`, accepted with the last one at `acceptedAt`, then what was recorded of its years.
 *
 * @returns Empty where the cycle names no stages, or the case has not come there.
 */
export function caseCycleEvents(scheme: Scheme, cycle: Cycle, { history }: Pick<CaseState, 'history'>): readonly CycleEvent[] {
  const passedAt = (id: string | undefined): readonly string[] => {
    const stage = id === undefined ? undefined : findStage(scheme, id);
    return stage === undefined ? [] : history.filter((event) => isPassed(stage, event)).map(({ at }) => dateInZone(at));
  };
  const [start] = passedAt(cycle.startsAfter);
  if (start === undefined) return [];
  const accepted = passedAt(cycle.acceptedAt);
  const accept = accepted[accepted.length - 1];
  return [{ kind: 'start', on: start }, ...(accept === undefined ? [] : [{ kind: 'accept', on: accept } as const]), ...history.flatMap((event) => (isOfCycle(event, cycle) ? [cycleEventOf(event, dateInZone(event.at))] : []))];
}

/** The cycles that a case has begun, and where it stands in each on a day; `[]` where the scheme keeps none in the log of its cases. */
export function caseCycles(scheme: Scheme, state: CaseState, today: string): readonly CaseCycle[] {
  const resolved = resolvedScheme(scheme);
  return (resolved.cycles ?? []).flatMap((cycle) => {
    const events = caseCycleEvents(resolved, cycle, state);
    return events.length === 0 ? [] : [{ cycle, state: cycleState(cycle, events, today) }];
  });
}

/** What is recorded of a cycle on a day, as `cycleState` reads it. */
export function cycleEventOf({ type, data }: Pick<CaseCycleEvent, 'type' | 'data'>, on: string): CycleEvent {
  if (type === 'cycleDutyDone') return { kind: 'done', on, duty: (data as Extract<CaseCycleEvent, { type: 'cycleDutyDone' }>['data']).duty };
  if (type === 'cycleRenewed') return { kind: 'renew', on };
  const { reason, text } = data as Extract<CaseCycleEvent, { type: 'cycleWithdrawn' }>['data'];
  return { kind: 'withdraw', on, reason, ...(text === undefined ? {} : { text }) };
}

function isPassed(stage: Stage, event: CaseEvent): boolean {
  return (event.type === 'reviewed' || event.type === 'deadlinePassed') && event.data.stage === stage.id && PASSED.includes(findOutcome(stage, event.data.outcome)?.kind ?? '');
}

function isOfCycle(event: CaseEvent, { id }: Cycle): event is CaseCycleEvent {
  return (event.type === 'cycleDutyDone' || event.type === 'cycleRenewed' || event.type === 'cycleWithdrawn') && event.data.cycle === id;
}
