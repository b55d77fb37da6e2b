import type { Cycle } from '@cobuild/core';
import type { SettingReader } from '../evaluation/settings.js';
import { addDays } from './add-duration.js';
import type { LengthOfTime } from './add-duration.js';
import { dateCounter, durationOf, missingDayOf } from './cycle-settings.js';
import type { CyclePhaseState } from './cycle-types.js';

/** The phase that a cycle is in, and what the days of the next ones are counted from. */
export interface Position {
  readonly index: number;
  readonly state: CyclePhaseState;
  readonly anchor: string;
  /** Lengths from the anchor to the end of the phase; absent where one is open. */
  readonly lengths?: readonly LengthOfTime[];
}

/** Moves through the phases of a cycle. Days are inclusive: a phase of one year from 5 March ends on 5 March, the next begins on 6 March. */
export interface Timeline {
  /** Enters a phase whose days are counted from `anchor`, which does not count itself. */
  enter(index: number, since: string, anchor: string, before: readonly LengthOfTime[], round: number): Position | undefined;
  /** The phases that time alone has led through by a day, the last one is where the cycle stands; `over` where none follows. */
  pass(position: Position, day: string): { readonly passed: readonly CyclePhaseState[]; readonly at: Position; readonly over: boolean };
}

export function createTimeline(cycle: Cycle, read: SettingReader): Timeline {
  const count = dateCounter(cycle, read);
  const enter: Timeline['enter'] = (index, since, anchor, before, round) => {
    const phase = cycle.phases[index];
    if (phase === undefined) return undefined;
    const length = durationOf(phase, index, read);
    const lengths = length === undefined ? undefined : [...before, length];
    const until = lengths === undefined ? undefined : count(anchor, lengths);
    const counted = until === undefined || lengths === undefined ? {} : { until, counted: { from: anchor, lengths, ...missingDayOf(cycle) } };
    return { index, anchor, state: { phase: phase.id, since, round, ends: phase.ends, ...counted }, ...(lengths === undefined || until === undefined ? {} : { lengths }) };
  };
  const pass: Timeline['pass'] = (position, day) => {
    const passed: CyclePhaseState[] = [];
    let at = position;
    for (;;) {
      const { until, round } = at.state;
      if (cycle.phases[at.index]?.ends !== 'time' || until === undefined || until >= day) return { passed, at, over: false };
      const next = enter(at.index + 1, addDays(until, 1), at.anchor, at.lengths ?? [], round);
      if (next === undefined) return { passed, at, over: true };
      passed.push({ ...at.state, ended: until });
      at = next;
    }
  };
  return { enter, pass };
}
