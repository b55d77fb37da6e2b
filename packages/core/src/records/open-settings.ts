import type { Ratio } from '../generated/types.js';
import type { Period } from '../calendar/periods.js';
import { isMoney } from '../money/money.js';
import type { WholeFen } from './fen.js';
import { fenOf } from './fen.js';

/**
 * A setting as it was read: its value, `open` where the district has not decided (or a parameter was not put in, or the value does not fit),
 * `undefined` where there is no such rule. Nothing is guessed.
 */
export type Setting<Value> = Value | 'open' | undefined;

const read = <Value>(setting: unknown, value: Value | undefined): Setting<Value> => (setting === undefined ? undefined : (value ?? 'open'));

export function readCount(setting: unknown): Setting<number> {
  return read(setting, Number.isSafeInteger(setting) && (setting as number) >= 0 ? (setting as number) : undefined);
}

/** An amount in fen; negative ones are none. */
export function readAmount(setting: unknown): Setting<WholeFen> {
  return read(setting, isMoney(setting) && (setting as number) >= 0 ? fenOf(setting) : undefined);
}

export function readRatio(setting: unknown): Setting<Ratio> {
  const { p, q } = (typeof setting === 'object' && setting !== null ? setting : {}) as { readonly p?: unknown; readonly q?: unknown };
  const whole = (number: unknown): number is number => Number.isSafeInteger(number) && (number as number) >= 0;
  return read(setting, whole(p) && whole(q) && q > 0 ? { p, q } : undefined);
}

export function readPeriod(setting: unknown): Setting<Period> {
  const { amount, unit } = (typeof setting === 'object' && setting !== null ? setting : {}) as { readonly amount?: unknown; readonly unit?: unknown };
  const known = unit === 'workingDay' || unit === 'calendarDay';
  return read(setting, known && Number.isInteger(amount) && (amount as number) >= 0 && (amount as number) <= 3660 ? { amount: amount as number, unit } : undefined);
}

export function readChoice<Choice extends string>(setting: unknown, choices: readonly Choice[]): Setting<Choice> {
  return read(setting, choices.find((choice) => choice === setting));
}

/** Whether a setting has a value that can be kept to. */
export function isSet<Value>(setting: Setting<Value>): setting is Value {
  return setting !== undefined && setting !== 'open';
}

/** `left op right` of two shares, multiplied crosswise: 34 of 50 is at least 2/3 because 34 × 3 ≥ 50 × 2. */
export interface ShareComparison {
  readonly count: number;
  readonly of: number;
  readonly op: '>' | '>=';
  readonly ratio: Ratio;
  /** `count × q` and `of × p`. */
  readonly left: number;
  readonly right: number;
  readonly holds: boolean;
}

export function compareShare(count: number, of: number, op: '>' | '>=', ratio: Ratio): ShareComparison {
  const left = count * ratio.q;
  const right = of * ratio.p;
  return { count, of, op, ratio, left, right, holds: op === '>' ? left > right : left >= right };
}
