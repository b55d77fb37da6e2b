import type { Condition, Facts, NamedConditions, Truth } from '@cobuild/core';
import type { OwnOperator } from '../operators/index.js';
import { assertOwnOperators } from '../operators/index.js';
import type { ConditionTrace } from '../results.js';
import { compilePart } from './compile-part.js';
import type { ConditionDefect } from './condition-defect.js';
import { frameLayout } from './frame.js';
import { testOf } from './plan-test.js';
import { planner } from './plan.js';
import { tracePart } from './trace-part.js';

export interface ConditionOptions {
  /** Conditions that others refer to by name: `eligibility.conditions`. */
  readonly conditions?: NamedConditions;
  /** Operators of the host's own beside the built-in ones. */
  readonly operators?: readonly OwnOperator[];
}

/** A condition made ready; keep it where the same one is asked often. */
export interface CompiledCondition {
  readonly evaluate: (facts: Facts) => Truth;
  /** The same answer with what was found everywhere; nothing is skipped. */
  readonly trace: (facts: Facts) => ConditionTrace;
  /**
   * What is wrong with the condition; each such part answers unknown. Defects inside a named condition belong to that
   * one and are listed when it is compiled itself.
   */
  readonly defects: readonly ConditionDefect[];
}

const NO_CONDITIONS: NamedConditions = {};

/**
 * Compiles a condition in json-rules-engine's format to closures: no code from text, nothing asynchronous.
 *
 * The answer is true, false or unknown. A comparison is unknown when its fact, or the fact that its value refers to, is
 * missing, null or `''`, and when the types do not fit; an empty list is a value. `all` is false as soon as one part is,
 * `any` true as soon as one is, otherwise one unknown part makes them unknown; `not` unknown is unknown. Empty groups are
 * true. On complete facts of the right types the answer is json-rules-engine's. `priority` decides nothing and is ignored; `params` tell
 * which answer of a look-up is meant, see `prepareFacts`. Each fact is read once in an evaluation, as own property.
 *
 * @param condition - Taken as it is; broken parts become {@link CompiledCondition.defects} and never throw.
 * @throws {TypeError} for own operators whose names would hide others.
 * @see https://github.com/CacheControl/json-rules-engine/blob/master/docs/rules.md
 * @example
 * compileCondition({ all: [{ fact: 'households', operator: 'greaterThanInclusive', value: 20 }] }).evaluate({ households: 20 }) // true
 */
export function compileCondition(condition: Condition, options: ConditionOptions = {}): CompiledCondition {
  const { conditions: named = NO_CONDITIONS, operators = [] } = options;
  assertOwnOperators(operators);
  const defects: ConditionDefect[] = [];
  const layout = frameLayout();
  const report = (defect: ConditionDefect): void => { defects.push(defect); };
  const part = compilePart(condition, '', 0, { layout, planner: planner(), operators, named, compiledNames: new Map(), report });
  const test = testOf(part.plan, layout);
  return {
    defects,
    evaluate: (facts) => {
      const frame = layout.borrow(facts);
      const truth = test(frame);
      layout.giveBack(frame);
      return truth;
    },
    trace: (facts) => {
      const frame = layout.read(facts);
      return tracePart(part, frame, (plan) => testOf(plan, layout)(frame));
    },
  };
}
