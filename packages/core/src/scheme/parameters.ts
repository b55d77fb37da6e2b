import type { Scheme } from '../generated/types.js';
import type { Locale, Problem } from '../problems/problem.js';
import { toPointer, valueAt } from '../problems/json-pointer.js';
import { withValueAt } from '../problems/with-value-at.js';
import { hasOwn, isObject } from '../validation/instance.js';
import { nearestName } from './nearest-name.js';
import { withParameters } from './parameter-references.js';
import { unfitForParameter } from './parameter-values.js';
import type { Unfit } from './parameter-values.js';
import { describe } from './describe-problem.js';

/** Values for parameters in place of the scheme's own, by key: what `--set parameters.KEY=V` or a test's `set` holds. */
export type ParameterOverrides = Readonly<Record<string, unknown>>;

/**
 * The fact `parameters` of conditions: each parameter's value by key. One that is `UNDECIDED` is left out, so that a condition on it is unknown.
 *
 * @example parametersFact(scheme, { minHouseholds: 15 }) // { minHouseholds: 15, fundPerYear: 10000000 }
 */
export function parametersFact(scheme: Pick<Scheme, 'parameters'>, overrides: ParameterOverrides = {}): Record<string, unknown> {
  const fact: Record<string, unknown> = {};
  for (const key of Object.keys(scheme.parameters)) {
    const value = valueOf(scheme, key, overrides);
    if (value !== 'UNDECIDED') fact[key] = value;
  }
  return fact;
}

/**
 * The scheme with every `{ "parameter": key }` of its own settings replaced by the parameter's value, so that whoever executes
 * it reads values only. Form schemas, answers and conditions are left alone; conditions read the fact `parameters`. The
 * parameters themselves carry the overriding values. A reference to a parameter that does not exist stays as it is.
 */
export function resolveParameters(scheme: Scheme, overrides: ParameterOverrides = {}): Scheme {
  const { parameters, eligibility, forms, tests, ...settings } = scheme;
  const changed = Object.keys(overrides).filter((key) => hasOwn(parameters, key));
  const overridden = changed.reduce<unknown>((all, key) => withValueAt(all, `${toPointer(key)}/value`, overrides[key]), parameters) as Scheme['parameters'];
  const replaced = withParameters(settings, (key) => (hasOwn(parameters, key) ? valueOf(scheme, key, overrides) : undefined)) as typeof settings;
  return { ...replaced, parameters: overridden, eligibility, forms, ...(tests === undefined ? {} : { tests }) };
}

/** What is wrong with values that somebody sets: unknown keys, values of another type or outside the legal range. */
export function parameterProblems(scheme: Scheme, overrides: ParameterOverrides, locale: Locale = 'zh-CN'): Problem[] {
  return Object.keys(overrides).flatMap((key): Problem[] => {
    const unfit = unfitOverride(scheme, key, overrides[key]);
    const place = { document: 'parameters', pointer: toPointer(key) };
    return unfit ? [{ ...unfit, severity: 'error', ...place, ...describe(unfit, scheme, `/parameters${toPointer(key)}`, { locale }) }] : [];
  });
}

function unfitOverride(scheme: Scheme, key: string, value: unknown): Unfit | undefined {
  const parameter = valueAt(scheme, `/parameters${toPointer(key)}`);
  if (isObject(parameter)) return unfitForParameter(key, parameter, value);
  const known = Object.keys(scheme.parameters);
  const nearest = nearestName(key, known);
  return { code: 'scheme/unknown-parameter', params: { parameter: key, known, ...(nearest === undefined ? {} : { nearest }) } };
}

function valueOf(scheme: Pick<Scheme, 'parameters'>, key: string, overrides: ParameterOverrides): unknown {
  return hasOwn(overrides, key) ? overrides[key] : scheme.parameters[key]?.value;
}
