import type { Condition, Facts, NamedConditions, Truth } from '@cobuild/core';
import type { ConditionTrace } from '../results.js';
import type { CompiledCondition } from './compile-condition.js';
import { compileCondition } from './compile-condition.js';

const NO_CONDITIONS: NamedConditions = {};
const compiled = new WeakMap<NamedConditions, WeakMap<Condition, CompiledCondition>>();

/**
 * Answers a condition; fulfils core's `EvaluateCondition`, so it can be handed to `createForm`.
 *
 * What was compiled is kept as long as the condition object lives. Conditions are data that does not change: edit a copy.
 *
 * @param named - `eligibility.conditions` of the scheme, where the condition refers to some by name.
 * @example evaluateCondition({ fact: 'kind', operator: 'equal', value: 'service' }, {}) // 'unknown'
 */
export function evaluateCondition(condition: Condition, facts: Facts, named?: NamedConditions): Truth {
  return compiledCondition(condition, named).evaluate(facts);
}

/** Answers a condition with what was found at each part of it. */
export function traceCondition(condition: Condition, facts: Facts, named?: NamedConditions): ConditionTrace {
  return compiledCondition(condition, named).trace(facts);
}

/** The compiled form from the cache. What is no object, in a document that nobody checked, is compiled each time. */
export function compiledCondition(condition: Condition, named: NamedConditions = NO_CONDITIONS): CompiledCondition {
  if (condition === null || typeof condition !== 'object') return compileCondition(condition, { conditions: named });
  let byCondition = compiled.get(named);
  if (byCondition === undefined) {
    byCondition = new WeakMap();
    compiled.set(named, byCondition);
  }
  let result = byCondition.get(condition);
  if (result === undefined) {
    result = compileCondition(condition, { conditions: named });
    byCondition.set(condition, result);
  }
  return result;
}
