import type { Condition, Eligibility, Facts } from '@cobuild/core';
import { resolvePath } from '../conditions/index.js';
import type { EligibilityOptions } from '../eligibility/index.js';
import { resolveOwnOperator } from '../operators/index.js';
import type { RuleProperties, TopLevelCondition } from 'json-rules-engine';
import { Engine } from 'json-rules-engine';

/** Verdict of json-rules-engine, which knows only met and not met. */
export interface JsonRulesEngineEligibility {
  readonly result: 'eligible' | 'ineligible';
  /** Ids of the requirements that are not met, in document order. */
  readonly unmet: readonly string[];
}

/**
 * Checks the same requirements on json-rules-engine 7 itself: the second opinion to `checkEligibility`, and the proof that a scheme's rules
 * are ordinary rules of that engine.
 *
 * For complete facts of the right types only: what is missing is "false" to json-rules-engine, also under `not`. Paths are read by
 * our resolver, so filters and scripts lead nowhere; a bare comparison as root, which the engine refuses, is put in an
 * `all`. `event` defaults to `{ type: <id> }`.
 *
 * @param options.operators - Own operators; they are given to the engine, where an answer that is not `true` counts as no.
 * @throws (rejects) what json-rules-engine throws: unknown operator or named condition, a value for `in` that is no list.
 * @example (await checkEligibilityWithJsonRulesEngine(scheme.eligibility, facts)).result === checkEligibility(scheme.eligibility, facts).result
 */
export async function checkEligibilityWithJsonRulesEngine(eligibility: Eligibility, facts: Facts, { operators = [] }: EligibilityOptions = {}): Promise<JsonRulesEngineEligibility> {
  const engine = new Engine([], { allowUndefinedFacts: true, pathResolver: resolvePath });
  for (const { name } of operators) engine.addOperator<unknown, unknown>(name, (found, wanted) => resolveOwnOperator(name, operators, () => undefined)?.(found, wanted) === true);
  for (const [name, condition] of Object.entries(eligibility.conditions ?? {})) engine.setCondition(name, asRoot(condition));
  eligibility.rules.forEach((rule, index) => {
    // Named by position: the engine tells rules apart by name, and a file may have an id twice.
    engine.addRule({ ...asRule(rule.conditions), name: String(index), event: rule.event ?? { type: rule.id }, ...(rule.priority === undefined ? {} : { priority: rule.priority }) });
  });
  // An event of the type `error` that nobody listens to would reject the run.
  engine.on('error', () => undefined);
  const { failureResults } = await engine.run(runtimeFacts(facts));
  const unmet = new Set(failureResults.map((result) => Number(result.name)));
  const ids = eligibility.rules.filter((_, index) => unmet.has(index)).map((rule) => rule.id);
  return { result: ids.length === 0 ? 'eligible' : 'ineligible', unmet: ids };
}

function asRule(condition: Condition): Pick<RuleProperties, 'conditions'> {
  return { conditions: asRoot(condition) };
}

/** A copy, because the engine rewrites `priority` in what it is given. */
function asRoot(condition: Condition): TopLevelCondition {
  const copy = JSON.parse(JSON.stringify(condition)) as TopLevelCondition;
  return 'fact' in condition ? { all: [copy] } : copy;
}

/** The engine calls functions as facts and refuses an empty name; neither is an answer. */
function runtimeFacts(facts: Facts): Record<string, unknown> {
  return Object.fromEntries(Object.entries(facts).filter(([name, value]) => name !== '' && typeof value !== 'function'));
}
