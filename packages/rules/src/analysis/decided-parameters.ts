import { valueAt } from '@cobuild/core';
import type { FixedParameters } from './logic/variables.js';
import { isNode } from './schema-shape.js';

/** Values of the parameters of a scheme, checked or not; those that are `UNDECIDED` are left out. */
export function decidedParameters(scheme: unknown): FixedParameters {
  const parameters = valueAt(scheme, '/parameters');
  if (!isNode(parameters)) return {};
  return Object.fromEntries(Object.entries(parameters).map(([key, parameter]) => [key, valueAt(parameter, '/value')] as const).filter(([, value]) => value !== 'UNDECIDED' && value !== undefined));
}
