import type { Condition, Facts, NamedConditions, Truth } from '@cobuild/core';
import type { OwnOperator } from '../operators/index.js';
import type { ConditionTrace } from '../results.js';
import type { CompiledCondition } from './compile-condition.js';
import { compileCondition } from './compile-condition.js';

const NO_CONDITIONS: NamedConditions = {};
const NO_OPERATORS: readonly OwnOperator[] = [];
const compiled = new WeakMap<readonly OwnOperator[], WeakMap<NamedConditions, WeakMap<Condition, CompiledCondition>>>();

/**
 * Answers a condition; fulfils core's `EvaluateCondition`, so it can be handed to `createForm`.
 *
 * What was compiled is kept as long as the condition object lives. Conditions are data that does not change: edit a copy.
 *
 * @param named - `eligibility.conditions` of the scheme, where the condition refers to some by name.
 * @param operators - Own operators; hand in the same list every time.
 * @example evaluateCondition({ fact: 'kind', operator: 'equal', value: 'service' }, {}) // 'unknown'
 */
export function evaluateCondition(condition: Condition, facts: Facts, named?: NamedConditions, operators?: readonly OwnOperator[]): Truth {
  return compiledCondition(condition, named, operators).evaluate(facts);
}

/** Answers a condition with what was found at each part of it. */
export function traceCondition(condition: Condition, facts: Facts, named?: NamedConditions, operators?: readonly OwnOperator[]): ConditionTrace {
  return compiledCondition(condition, named, operators).trace(facts);
}

/** The compiled form from the cache. What is no object, in a document that nobody checked, is compiled each time. */
export function compiledCondition(condition: Condition, named: NamedConditions = NO_CONDITIONS, operators: readonly OwnOperator[] = NO_OPERATORS): CompiledCondition {
  const make = (): CompiledCondition => compileCondition(condition, { conditions: named, operators });
  if (condition === null || typeof condition !== 'object') return make();
  const byNames = kept(compiled, operators, () => new WeakMap<NamedConditions, WeakMap<Condition, CompiledCondition>>());
  return kept(kept(byNames, named, () => new WeakMap<Condition, CompiledCondition>()), condition, make);
}

function kept<Key extends object, Value>(map: WeakMap<Key, Value>, key: Key, make: () => Value): Value {
  let value = map.get(key);
  if (value === undefined) {
    value = make();
    map.set(key, value);
  }
  return value;
}
