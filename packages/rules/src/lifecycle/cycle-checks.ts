import type { Cycle, Scheme } from '@cobuild/core';
import { dateInZone } from '@cobuild/core';
import { caseCycleEvents, cycleEventOf } from '../cycle/case-cycle.js';
import { cycleState } from '../cycle/cycle-state.js';
import { resolvedScheme } from '../decision/resolved-scheme.js';
import type { ProblemCode } from '../locales/rule-message.js';
import type { CaseState } from '../results.js';
import type { TypedAction } from './event-shapes.js';
import type { Finding } from './finding.js';
import { finding } from './finding.js';

type CycleActionType = 'cycleDutyDone' | 'cycleRenewed' | 'cycleWithdrawn';

export function isCycleAction(action: TypedAction): action is Extract<TypedAction, { type: CycleActionType }> {
  return action.type === 'cycleDutyDone' || action.type === 'cycleRenewed' || action.type === 'cycleWithdrawn';
}

/** Years are kept of what was approved, in a cycle that says who keeps it. */
export function cycleOrder(scheme: Scheme, state: CaseState, action: { readonly data: { readonly cycle: string } }): Finding | undefined {
  if (keptCycle(scheme, action.data.cycle)?.keptBy === undefined) return finding('case/unknown-cycle', '/data/cycle', { cycle: action.data.cycle });
  return state.status === 'ended' && state.end === 'approved' ? undefined : finding('case/cycle-not-approved');
}

/** Whether the cycle takes it on this day: a duty that is due in its phase, a renewal in its time, a withdrawal with a reason. */
export function cycleProblems(scheme: Scheme, state: CaseState, action: Extract<TypedAction, { type: CycleActionType }>, at: string): Finding[] {
  const cycle = keptCycle(resolvedScheme(scheme), action.data.cycle);
  if (cycle === undefined) return [];
  const today = dateInZone(at);
  const before = caseCycleEvents(scheme, cycle, state);
  if (action.type === 'cycleDutyDone' && !cycleState(cycle, before, today).due.some(({ kind, id }) => kind === 'duty' && id === action.data.duty)) return [finding('cycle/unknown-duty', '/data/duty')];
  const { problems } = cycleState(cycle, [...before, cycleEventOf(action, today)], today);
  return problems.filter(({ pointer }) => pointer === `/${before.length}`).map(({ code, params }) => finding(code as ProblemCode, action.type === 'cycleWithdrawn' ? '/data/reason' : '', params));
}

/** One of each kind that the cycles of the scheme have, for `nextActions`. */
export function cycleCandidates({ cycles = [] }: Scheme): TypedAction[] {
  return cycles.flatMap(({ id: cycle, phases, renewal, withdrawal }): TypedAction[] => [
    ...phases.flatMap(({ duties = [] }) => duties.map(({ id: duty }): TypedAction => ({ type: 'cycleDutyDone', data: { cycle, duty } }))),
    ...(renewal === undefined ? [] : [{ type: 'cycleRenewed' as const, data: { cycle } }]),
    ...(withdrawal?.reasons ?? []).slice(0, 1).map(({ id: reason }): TypedAction => ({ type: 'cycleWithdrawn', data: { cycle, reason } })),
  ]);
}

export function keptCycle({ cycles = [] }: Scheme, id: string): Cycle | undefined {
  return cycles.find((cycle) => cycle.id === id);
}
