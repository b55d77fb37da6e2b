import type { Condition, Facts, NamedConditions, Truth } from '@cobuild/core';
import { conditionFacts, evaluateCondition } from '../../conditions/index.js';
import type { CounterExample } from '../../findings.js';
import type { OwnOperator } from '../../operators/index.js';
import type { FactShapes } from '../fact-shapes.js';
import type { Formula } from './formula.js';
import { negate } from './formula.js';
import type { FormulaReader } from './read-formula.js';
import { formulaReader } from './read-formula.js';
import { neverHolds, solve } from './solve.js';
import type { FixedParameters } from './variables.js';

/** What a condition of the scheme is claimed to give. */
export interface Claim { readonly pointer: string; readonly condition: unknown; readonly gives: Truth }

/** Answers questions about conditions that read the same facts. */
export interface Reasoner {
  readonly named: NamedConditions;
  /** With the parameters at their values. */
  readonly now: FormulaReader;
  /** With parameters anywhere in their legal range. */
  readonly ever: FormulaReader;
  /** With other values for some parameters. */
  readonly with: (changed: FixedParameters) => FormulaReader;
  /** An application for which all claims come out, evaluated to make sure; `undefined` where none was found. */
  readonly example: (claims: readonly Claim[], changed?: FixedParameters) => CounterExample | undefined;
  /** Facts for a formula, confirmed by the claims. */
  readonly exampleOf: (formulas: readonly Formula[], claims: readonly Claim[], changed?: FixedParameters) => CounterExample | undefined;
}

/** Whether no facts can make all conditions true. */
export function excludeEachOther(read: FormulaReader, conditions: readonly unknown[]): boolean {
  return neverHolds(conditions.map(read));
}

/** Whether no facts can make a condition false while the others are true. */
export function follows(read: FormulaReader, condition: unknown, from: readonly unknown[] = []): boolean {
  return neverHolds([...from.map(read), negate(read(condition))]);
}

/** @param operators - Own operators; nothing is reckoned about them, but an example is only given where they really answer as claimed. */
export function createReasoner(facts: FactShapes, named: NamedConditions, parameters: FixedParameters, operators?: readonly OwnOperator[]): Reasoner {
  const now = formulaReader(facts, named, parameters);
  const exampleOf: Reasoner['exampleOf'] = (formulas, claims, changed = {}) => {
    const settings = { ...parameters, ...changed };
    const complete = (found: Facts): Facts => withParameters(found, claims, named, settings);
    const confirm = (found: Facts): boolean => {
      const all = complete(found);
      return claims.every(({ condition, gives }) => evaluateCondition(condition as Condition, all, named, operators) === gives);
    };
    const answer = solve(formulas, confirm);
    return answer.kind === 'holds' ? { facts: complete(answer.facts), gives: Object.fromEntries(claims.map(({ pointer, gives }) => [pointer, gives])) } : undefined;
  };
  return {
    named, now, exampleOf,
    ever: formulaReader(facts, named, {}),
    with: (changed) => formulaReader(facts, named, { ...parameters, ...changed }),
    example: (claims, changed) => {
      const read = changed === undefined ? now : formulaReader(facts, named, { ...parameters, ...changed });
      return exampleOf(claims.map(({ condition, gives }) => (gives === true ? read(condition) : negate(read(condition)))), claims, changed);
    },
  };
}

/** The facts with the parameters that the conditions read. */
function withParameters(found: Facts, claims: readonly Claim[], named: NamedConditions, settings: FixedParameters): Facts {
  const read = claims.flatMap(({ condition }) => conditionFacts(condition as Condition, named)).filter(({ fact }) => fact === 'parameters');
  if (read.length === 0) return found;
  const keys = Object.keys(settings).filter((key) => read.some(({ path }) => path === undefined || path.includes(key)));
  const own = found['parameters'];
  return { ...found, parameters: { ...Object.fromEntries(keys.map((key) => [key, settings[key]])), ...(typeof own === 'object' ? own : {}) } };
}
