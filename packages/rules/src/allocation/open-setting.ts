import type { Ratio } from '@cobuild/core';
import type { WholeFen } from '../money/fen.js';
import { readFen } from '../money/fen.js';

/** A setting that is decided, or where in `allocation` it is open. A value that cannot be read counts as open: nothing is given by it. */
export type Setting<Value> = { readonly value: Value } | { readonly hole: string };

export function moneySetting(value: unknown, pointer: string): Setting<WholeFen> {
  const fen = readFen(value);
  return fen === undefined ? { hole: pointer } : { value: fen };
}

export function ratioSetting(value: unknown, pointer: string): Setting<Ratio> {
  const ratio = readRatio(value);
  return ratio === undefined ? { hole: pointer } : { value: ratio };
}

/** A ratio of integers as the format has them. */
export function readRatio(value: unknown): Ratio | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const { p, q } = value as { readonly p?: unknown; readonly q?: unknown };
  const whole = (number: unknown): number is number => Number.isSafeInteger(number) && (number as number) >= 0;
  return whole(p) && whole(q) && q > 0 ? { p, q } : undefined;
}

export function choiceSetting<Choice extends string>(value: unknown, choices: readonly Choice[], pointer: string): Setting<Choice> {
  const choice = choices.find((candidate) => candidate === value);
  return choice === undefined ? { hole: pointer } : { value: choice };
}
