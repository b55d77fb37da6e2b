import type { Truth } from '@cobuild/core';
import { isEmpty, resolveOperator } from '../operators/index.js';
import { everyTruth, notTruth, someTruth } from '../operators/truth.js';
import type { ConditionTrace } from '../results.js';

/**
 * Answers a condition again from what its trace found and wanted. What could not be read when it was traced (an unknown operator, a reference that leads nowhere, a
 * group too large) has nothing to compare and stays unknown.
 */
export function recomputeTruth(trace: ConditionTrace): Truth {
  const { kind, children } = trace;
  if (kind === 'comparison') return compared(trace);
  if (children === undefined) return 'unknown';
  const [first] = children;
  if (kind === 'all') return everyTruth(children, recomputeTruth);
  // An empty group is true in both kinds.
  if (kind === 'any') return children.length === 0 ? true : someTruth(children, recomputeTruth);
  if (first === undefined) return 'unknown';
  return kind === 'not' ? notTruth(recomputeTruth(first)) : recomputeTruth(first);
}

function compared({ operator, found, wanted, wantedFrom }: ConditionTrace): Truth {
  const compare = operator === undefined ? undefined : resolveOperator(operator)?.compare;
  if (compare === undefined || isEmpty(found)) return 'unknown';
  return wantedFrom !== undefined && isEmpty(wanted) ? 'unknown' : compare(found, wanted);
}
