import type { Truth } from '@cobuild/core';
import type { OwnOperator } from '../operators/index.js';
import { isEmpty, resolveOperator, resolveOwnOperator } from '../operators/index.js';
import { everyTruth, notTruth, someTruth } from '../operators/truth.js';
import type { ConditionTrace } from '../results.js';

/** What a condition is answered again with, beside the built-in operators. */
export interface OwnComparisons {
  readonly operators: readonly OwnOperator[];
  /** Told of an operator that is none of these; its recorded answer stands. */
  readonly standing: (operator: string) => void;
}

const NO_COMPARISONS: OwnComparisons = { operators: [], standing: () => undefined };

/**
 * Answers a condition again from what its trace found and wanted. What could not be read when it was traced (a reference that leads nowhere, a group too
 * large) has nothing to compare and stays unknown.
 *
 * @param own - Own operators that it was answered with. The recorded answer of one that is not among them stands, and `standing` is told of it.
 */
export function recomputeTruth(trace: ConditionTrace, own: OwnComparisons = NO_COMPARISONS): Truth {
  const { kind, children } = trace;
  if (kind === 'comparison') return compared(trace, own);
  const again = (child: ConditionTrace): Truth => recomputeTruth(child, own);
  if (children === undefined) return 'unknown';
  const [first] = children;
  if (kind === 'all') return everyTruth(children, again);
  // An empty group is true in both kinds.
  if (kind === 'any') return children.length === 0 ? true : someTruth(children, again);
  if (first === undefined) return 'unknown';
  return kind === 'not' ? notTruth(again(first)) : again(first);
}

function compared({ operator, found, wanted, wantedFrom, result }: ConditionTrace, { operators, standing }: OwnComparisons): Truth {
  if (operator === undefined || isEmpty(found) || (wantedFrom !== undefined && isEmpty(wanted))) return 'unknown';
  const compare = resolveOperator(operator)?.compare ?? resolveOwnOperator(operator, operators, () => undefined);
  if (compare !== undefined) return compare(found, wanted);
  standing(operator);
  return result === true || result === false ? result : 'unknown';
}
