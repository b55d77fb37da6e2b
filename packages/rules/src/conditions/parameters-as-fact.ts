import type { Scheme } from '@cobuild/core';

/**
 * Values of a scheme's parameters as the fact `parameters`. A parameter that is `UNDECIDED` is left out, so that a
 * condition on it is unknown.
 *
 * @example parametersAsFact(scheme) // { minHouseholds: 20 }, for { "fact": "parameters", "path": "$.minHouseholds" }
 */
export function parametersAsFact(scheme: Pick<Scheme, 'parameters'>): Readonly<Record<string, unknown>> {
  const values = Object.entries(scheme.parameters).map(([id, { value }]): [string, unknown] => [id, value]);
  return Object.fromEntries(values.filter(([, value]) => value !== 'UNDECIDED'));
}
