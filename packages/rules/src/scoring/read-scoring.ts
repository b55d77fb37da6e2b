import type { Criterion, Rational, RoundingMode, Scoring } from '@cobuild/core';
import { fromDecimal, isZero, readNumber } from './exact.js';

export interface RoundingRule { readonly step: Rational; readonly mode: RoundingMode }
const MODES: readonly RoundingMode[] = ['half-up', 'half-even', 'down', 'up'];

/** Two decimals, half up: what a scheme that says nothing means. */
const TWO_DECIMALS: RoundingRule = { step: { p: 1n, q: 100n }, mode: 'half-up' };
export const DEFAULT_OUT_OF = 100;

/** Collects the settings that a computation met open: `UNDECIDED`, an unresolved parameter, or a value that does not fit. */
export class Holes {
  readonly names: string[] = [];
  add(name: string): undefined {
    if (!this.names.includes(name)) this.names.push(name);
    return undefined;
  }
}

/** A number, the fallback where the setting is absent, `undefined` (and a hole) where it cannot be read. */
export function numberSetting(value: unknown, name: string, holes: Holes, fallback?: number): Rational | undefined {
  if (value === undefined && fallback !== undefined) return fromDecimal(fallback);
  return readNumber(value) ?? holes.add(name);
}

export function positiveSetting(value: unknown, name: string, holes: Holes, fallback?: number): Rational | undefined {
  const number = numberSetting(value, name, holes, fallback);
  return number === undefined || number.p > 0n ? number : holes.add(name);
}

export function countSetting(value: unknown, name: string, holes: Holes, fallback: number): number | undefined {
  if (value === undefined) return fallback;
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= 100_000 ? value : holes.add(name);
}

export function choiceSetting<Choice extends string>(value: unknown, choices: readonly Choice[], name: string, holes: Holes, fallback?: Choice): Choice | undefined {
  if (value === undefined && fallback !== undefined) return fallback;
  return choices.find((choice) => choice === value) ?? holes.add(name);
}

export function readRounding(rounding: Scoring['rounding'], holes: Holes): RoundingRule | undefined {
  if (rounding === undefined) return TWO_DECIMALS;
  const step = positiveSetting(rounding.step, 'rounding', holes);
  const mode = choiceSetting(rounding.mode, MODES, 'rounding', holes, 'half-up');
  return step && mode ? { step, mode } : undefined;
}

/** A criterion whose numbers are known. */
export interface CriterionRule {
  readonly weight: Rational;
  readonly maximum: Rational;
  readonly minimum: Rational;
  readonly step?: Rational;
}

export function readCriterion(criterion: Criterion, holes: Holes): CriterionRule | undefined {
  const name = (setting: string): string => `criteria/${criterion.id}/${setting}`;
  const weight = numberSetting(criterion.weight, name('weight'), holes);
  const maximum = positiveSetting(criterion.maximum, name('maximum'), holes);
  const minimum = numberSetting(criterion.minimum, name('minimum'), holes, 0);
  const step = criterion.step === undefined ? undefined : positiveSetting(criterion.step, name('step'), holes);
  if (!weight || !maximum || !minimum || (criterion.step !== undefined && !step)) return undefined;
  return { weight, maximum, minimum, ...(step === undefined || isZero(step) ? {} : { step }) };
}
