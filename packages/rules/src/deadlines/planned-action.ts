import type { LimitEnd, LimitLength } from '@cobuild/core';
import type { TypedAction } from '../lifecycle/event-shapes.js';
import { limitFrom, readLimit } from './stage-deadline.js';

/** The events that the clock makes at a stage. */
export type StageClockAction = Extract<TypedAction, { type: 'deadlineReminded' | 'deadlineEscalated' | 'deadlinePassed' }>;

/** The events that the clock makes in the years after the approval. */
export type DutyClockAction = Extract<TypedAction, { type: 'cycleDutyReminded' | 'cycleDutyEscalated' }>;

/** The events that the clock makes. */
export type ClockAction = StageClockAction | DutyClockAction;

/** Something that happens by itself where a case stands. */
export interface PlannedAction<Action extends ClockAction = ClockAction> {
  readonly action: Action;
  /** From this instant on. */
  readonly from: string;
  /** Before this instant only: a reminder has no use afterwards. */
  readonly until?: string;
  /** The instant may move, because days off are not announced yet. */
  readonly provisional: boolean;
  /** Instant at which it happened, where it is in the log already. */
  readonly doneAt?: string;
}

/** Without what is not decided, in the order of time. */
export function inOrder<Action extends ClockAction>(planned: readonly (PlannedAction<Action> | undefined)[]): readonly PlannedAction<Action>[] {
  return planned.flatMap((item) => item ?? []).sort((a, b) => Date.parse(a.from) - Date.parse(b.from));
}

type Open = Parameters<typeof readLimit>[0];

/** Nothing said means at once; a hole means nobody knows. */
export function endAfter(due: LimitEnd, after: Open, count: (limit: LimitLength) => LimitEnd, hours: Parameters<typeof limitFrom>[2]): LimitEnd | undefined {
  if (after === undefined) return due;
  const limit = readLimit(after);
  return limit === undefined ? undefined : limitFrom(limit, count, hours);
}

/** Of what is not in the log, nothing is said. */
export const doneAt = (at: string | undefined): Pick<PlannedAction, 'doneAt'> => (at === undefined ? {} : { doneAt: at });

/** A reminder cannot go out before the case is there. */
export function later(a: string, b: string): string {
  return Date.parse(a) > Date.parse(b) ? a : b;
}
