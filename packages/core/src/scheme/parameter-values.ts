import { isMoney } from '../money/index.js';
import { equalityKey, isObject } from '../validation/instance.js';
import type { JsonObject } from '../validation/instance.js';
import { formatValidator } from './format-schema.js';
import type { SchemeCode } from './problem-codes.js';

const isScalar = (value: unknown): boolean => typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';

const shapes: Readonly<Record<string, (value: unknown) => boolean>> = {
  money: isMoney,
  integer: Number.isSafeInteger,
  decimal: Number.isFinite,
  boolean: (value) => typeof value === 'boolean',
  text: (value) => (typeof value === 'string' && value !== '') || isShape('text', value),
  list: (value) => Array.isArray(value) && value.every(isScalar),
  ratio: (value) => isShape('ratio', value),
  // Where hours make no sense, such as the period of a notice, the reference says so.
  period: (value) => isShape('timeLimit', value),
  interval: (value) => isShape('interval', value),
};

function isShape(name: string, value: unknown): boolean {
  return isObject(value) && formatValidator(`common#/$defs/${name}`).validate(value).length === 0;
}

/** What keeps a value from being one of the parameter. */
export interface Unfit {
  readonly code: SchemeCode;
  readonly params: Readonly<Record<string, unknown>>;
}

/**
 * Whether a value is in the shape of the parameter's type and within its legal range; `UNDECIDED` always is.
 * Limits apply to the number of `money`, `integer` and `decimal`, to p divided by q of a `ratio`, to the days of a `period`.
 */
export function unfitForParameter(key: string, parameter: JsonObject, value: unknown): Unfit | undefined {
  const type = parameter['type'];
  if (value === 'UNDECIDED' || typeof type !== 'string') return undefined;
  if (type === 'choice') {
    const choices: unknown[] = Array.isArray(parameter['choices']) ? (parameter['choices'] as unknown[]) : [];
    const fits = choices.some((choice) => equalityKey(choice) === equalityKey(value));
    return fits ? undefined : { code: 'scheme/parameter-choice', params: { key, value: written(value), choices: choices.map(written) } };
  }
  const fits = shapes[type];
  if (fits && !fits(value)) return { code: 'scheme/parameter-value', params: { key, type, value: written(value) } };
  const { minimum, maximum } = parameter;
  // Limits the wrong way round are told by themselves; no value could keep them.
  if (typeof minimum === 'number' && typeof maximum === 'number' && minimum > maximum) return undefined;
  const measure = measured(value);
  const tooLow = typeof minimum === 'number' && measure !== undefined && measure < minimum;
  const tooHigh = typeof maximum === 'number' && measure !== undefined && measure > maximum;
  return tooLow || tooHigh ? { code: 'scheme/parameter-range', params: { key, value: written(value), minimum, maximum } } : undefined;
}

/** The number that `minimum` and `maximum` are about. */
function measured(value: unknown): number | undefined {
  if (typeof value === 'number') return value;
  if (!isObject(value)) return undefined;
  const { p, q, amount } = value;
  if (typeof p === 'number' && typeof q === 'number') return p / q;
  return typeof amount === 'number' ? amount : undefined;
}

/** A value as it is written in a file. */
export function written(value: unknown): string {
  return JSON.stringify(value);
}
