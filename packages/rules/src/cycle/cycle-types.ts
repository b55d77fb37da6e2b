import type { CyclePhase, Problem } from '@cobuild/core';

/** What happened; `on` is a calendar date in Asia/Shanghai. In the order in which it was recorded. */
export type CycleEvent =
  | { readonly kind: 'start'; readonly on: string }
  | { readonly kind: 'accept'; readonly on: string }
  | { readonly kind: 'renew'; readonly on: string }
  | { readonly kind: 'done'; readonly on: string; readonly duty: string }
  | { readonly kind: 'withdraw'; readonly on: string; /** Id of a reason of the cycle. */ readonly reason: string; readonly text?: string };

/** A phase that was lived through, or is being. */
export interface CyclePhaseState {
  readonly phase: string;
  readonly since: string;
  /** Its last day; absent where it has none, or where that is not decided. Of a phase that acceptance ends, the limit. */
  readonly until?: string;
  /** Day on which it really ended: accepted, withdrawn, or the last day of its time. */
  readonly ended?: string;
  /** What `until` was counted from, and how long. */
  readonly counted?: { readonly from: string; readonly lengths: readonly { readonly amount: number; readonly unit: 'year' | 'month' | 'day' }[]; readonly missingDay?: 'lastOfMonth' | 'firstOfNextMonth' };
  /** What ends it. */
  readonly ends: CyclePhase['ends'];
  /** How many times renewed when it began. */
  readonly round: number;
}

/** Something to be done. */
export interface CycleAction {
  readonly kind: 'acceptance' | 'duty' | 'renewal';
  /** Id of the duty; else the kind. */
  readonly id: string;
  /** First day on which it can be done, where there is one. */
  readonly opens?: string;
  readonly due: string;
  /** What `due` was counted back from, or `opens` of a renewal, and how long. */
  readonly counted?: CyclePhaseState['counted'];
  readonly state: 'notOpen' | 'open' | 'overdue';
}

/** Where a site stands in its cycle on a day. */
export interface CycleState {
  /**
   * `overdue`: not accepted within the limit. `ended`: the last phase is over. `undecided`: how long the phase lasts is not decided, so what
   * comes after it is not known.
   */
  readonly outcome: 'notStarted' | 'running' | 'overdue' | 'ended' | 'withdrawn' | 'undecided';
  readonly today: string;
  readonly phase?: string;
  readonly since?: string;
  /** Last day, inclusive. */
  readonly until?: string;
  readonly phases: readonly CyclePhaseState[];
  readonly due: readonly CycleAction[];
  readonly renewals: number;
  readonly withdrawal?: { readonly on: string; readonly reason: string; readonly text?: string };
  /** Pointers of settings that are not decided, from the cycle. */
  readonly holes: readonly string[];
  /** Events that could not be taken, and why. */
  readonly problems: readonly Problem[];
}
