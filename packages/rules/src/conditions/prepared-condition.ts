import type { Condition, Facts, Truth } from '@cobuild/core';
import { LatePart } from '@cobuild/core';
import type * as Whole from './evaluate-condition.js';
import { knownPlainCondition } from './plain-condition.js';

/** What evaluates every condition; plain ones need none of it. */
export const conditionPart = new LatePart<typeof Whole>('conditions', () => import('./evaluate-condition.js'));

/**
 * As `evaluateCondition`, for a page that loads the evaluator only where a form has conditions that need it. {@link missingConditions} has to be waited for.
 *
 * @throws {MissingPartError} where nobody waited.
 */
export function evaluatePreparedCondition(condition: Condition, facts: Facts): Truth {
  const plain = typeof condition === 'object' && condition !== null ? knownPlainCondition(condition) : undefined;
  return plain === undefined ? conditionPart.now.evaluateCondition(condition, facts) : plain(facts);
}

/** Loads what some conditions need and is not there yet; `undefined` where nothing is missing. */
export function missingConditions(conditions: readonly object[]): Promise<void> | undefined {
  return conditions.every((condition) => knownPlainCondition(condition as Condition) !== undefined) ? undefined : conditionPart.missing();
}
