import type { Cycle, CyclePhase } from '@cobuild/core';
import type { SettingReader } from '../evaluation/settings.js';
import { isCount } from '../evaluation/settings.js';
import { addLengths } from './add-duration.js';
import type { LengthOfTime, MissingDay } from './add-duration.js';

const UNITS = ['year', 'month', 'day'] as const;
const LONGEST = 3660;

/** A length of time of the document; `undefined` while it is open. */
export function readDuration(value: unknown, pointer: string, read: SettingReader): LengthOfTime | undefined {
  if (typeof value !== 'object' || value === null) return read.open(pointer);
  const { amount, unit } = value as { readonly amount?: unknown; readonly unit?: unknown };
  const known = UNITS.find((candidate) => candidate === unit);
  return isCount(amount) && amount >= 1 && amount <= LONGEST && known !== undefined ? { amount, unit: known } : read.open(pointer);
}

/** Counts dates by the cycle's rule for missing days, which is asked for only where a day is missing. */
export function dateCounter(cycle: Cycle, read: SettingReader): (from: string, lengths: readonly LengthOfTime[]) => string | undefined {
  const rule = missingDayOf(cycle).missingDay;
  return (from, lengths) => addLengths(from, lengths, rule) ?? (rule === undefined ? read.open('/missingDay') : undefined);
}

/** The rule for missing days, where it is decided. */
export function missingDayOf({ missingDay = 'lastOfMonth' }: Cycle): { readonly missingDay?: MissingDay } {
  return missingDay === 'lastOfMonth' || missingDay === 'firstOfNextMonth' ? { missingDay } : {};
}

/** The length of a phase; none where it never ends. */
export function durationOf(phase: CyclePhase, index: number, read: SettingReader): LengthOfTime | undefined {
  return phase.ends === 'never' ? undefined : readDuration(phase.duration, `/phases/${index}/duration`, read);
}
