import type { CompiledRuleCondition } from './compile-rule-condition.js';
import type { CompiledRule } from './compile-rule.js';
import { compileRoot, compileRule } from './compile-rule.js';
import type { FactDefinition } from './fact-store.js';
import { defineFact, FactStore } from './fact-store.js';
import { fetchFacts } from './fetch-facts.js';
import type { FactValidator } from './operator-registry.js';
import { OperatorRegistry } from './operator-registry.js';
import { RuleEngineError } from './rule-engine-error.js';
import type { RuleDefinition, RuleEvent, RuleFactOptions, RuleHandler, RulePathResolver, RuleRoot, RuleRunResult } from './rule-format.js';
import type { RuleRun } from './run-rules.js';
import { runRules } from './run-rules.js';
import type { DecoratorFunction, OperatorFunction } from './two-valued-operators.js';

export interface RuleEngineOptions {
  /** A fact that nobody has added is `undefined` instead of an error. Default false. */
  readonly allowUndefinedFacts?: boolean;
  /** A named condition that nobody has set is false (and `not` of it true) instead of an error. Default false. */
  readonly allowUndefinedConditions?: boolean;
  /** Replaces parameters of events that are references to facts by what was found. Default false. */
  readonly replaceFactsInEventParams?: boolean;
  /** Reads every `path` in place of the built-in reader; then paths are not checked when a rule is added. */
  readonly pathResolver?: RulePathResolver;
}

export interface RuleEngine {
  /** @throws {RuleEngineError} for what is no rule, with the message of json-rules-engine; `REFUSED_PATH`. */
  addRule(rule: RuleDefinition): RuleEngine;
  /** Sets a condition that rules refer to by name, in place of an earlier one of that name. */
  setCondition(name: string, condition: RuleRoot): RuleEngine;
  /** A value, or a function `(params, almanac) => value` that is called when a rule asks, once per run and parameters. */
  addFact(id: string, value: unknown, options?: RuleFactOptions): RuleEngine;
  /** @param validate - Where it says no to the fact, the answer is no without asking `evaluate`. */
  addOperator<A = unknown, B = unknown>(name: string, evaluate: (factValue: A, value: B) => unknown, validate?: FactValidator): RuleEngine;
  /** For `name:` in front of any operator; `next` compares with what stands behind it. */
  addOperatorDecorator<A = unknown, B = unknown>(name: string, evaluate: (factValue: A, value: B, next: OperatorFunction) => unknown, validate?: FactValidator): RuleEngine;
  /** Handlers of `success` and `failure` get the event, those of an event's type its parameters. */
  on(event: 'success' | 'failure', handler: RuleHandler<RuleEvent>): RuleEngine;
  on(type: string, handler: RuleHandler): RuleEngine;
  /** Within a handler or fact: ends the run that called it after the rules of the same priority. Elsewhere without effect. */
  stop(): RuleEngine;
  /**
   * Asks all rules about the facts.
   *
   * @throws {UndefinedFactError} for a fact that is not there; {@link RuleEngineError} for an unknown operator or condition, a promise
   *   among the facts (`ASYNCHRONOUS`), a cycle; `TypeError` for a value that an operator cannot read.
   */
  run(facts?: object): RuleRunResult;
  /**
   * The same with facts that are promises, or functions that return one. They are fetched side by side before the rules are asked.
   *
   * @param options - `timeoutMs` for each fact, in milliseconds; default 10,000.
   * @throws (rejects) what `run` throws; `FACT_FAILED` and `FACT_TIMEOUT` when a rule asks for a fact that could not be had.
   */
  runAsync(facts?: object, options?: { readonly timeoutMs?: number }): Promise<RuleRunResult>;
}

/**
 * Runs rules in the format of json-rules-engine 7 with its two-valued answers, but synchronously and compiled to closures. For schemes there
 * is `checkEligibility`, which knows a third answer for what is missing.
 *
 * What differs from json-rules-engine, and why, stands in the table of `docs/json-rules-engine.md`.
 *
 * @example
 * createRuleEngine([{ conditions: { all: [{ fact: 'households', operator: 'greaterThanInclusive', value: 20 }] }, event: { type: 'eligible' } }])
 *   .run({ households: 20 }).events // [{ type: 'eligible' }]
 */
export function createRuleEngine(rules: readonly RuleDefinition[] = [], options: RuleEngineOptions = {}): RuleEngine {
  const { pathResolver, allowUndefinedFacts = false, allowUndefinedConditions = false, replaceFactsInEventParams = false } = options;
  const compiled: CompiledRule[] = [];
  const conditions = new Map<unknown, CompiledRuleCondition>();
  const facts = new Map<unknown, FactDefinition>();
  const operators = new OperatorRegistry();
  const handlers = new Map<unknown, RuleHandler[]>();
  /** Runs that are going on, each called by a handler of the one before; `stop()` means the last. */
  const running: RuleRun[] = [];

  function begin(given: object): RuleRun {
    const store = new FactStore(facts, { allowUndefinedFacts, pathResolver });
    // Inherited facts count, as in json-rules-engine.
    for (const id in given) store.facts.set(id, defineFact(id, (given as Readonly<Record<string, unknown>>)[id], undefined));
    const ranked = [...facts.values()].some(({ priority }) => priority !== 1);
    return {
      facts: store, operators, conditions, allowUndefinedConditions, handlers, following: [], replaced: 0, stopped: false,
      ...(ranked ? { factPriority: (id: unknown) => facts.get(id)?.priority } : {}),
    };
  }

  function proceed(run: RuleRun): RuleRunResult {
    running.push(run);
    try {
      return runRules(compiled, run);
    } finally {
      running.pop();
    }
  }

  const engine: RuleEngine = {
    addRule(rule) {
      compiled.push(compileRule(rule, { pathResolver, replaceFactsInEventParams }));
      return engine;
    },
    setCondition(name, condition) {
      if (!name) throw new RuleEngineError('Engine: setCondition() requires name');
      if (!condition) throw new RuleEngineError('Engine: setCondition() requires conditions');
      conditions.set(name, compileRoot(condition, pathResolver));
      return engine;
    },
    addFact(id, value, factOptions) {
      facts.set(id, defineFact(id, value, factOptions));
      return engine;
    },
    addOperator(name, evaluate, validate) {
      operators.addOperator(name, evaluate as OperatorFunction, validate);
      return engine;
    },
    addOperatorDecorator(name, evaluate, validate) {
      operators.addDecorator(name, evaluate as DecoratorFunction, validate);
      return engine;
    },
    on(type: string, handler: RuleHandler<never>) {
      if (typeof handler !== 'function') throw new RuleEngineError('on only accepts instances of Function');
      handlers.set(type, [...(handlers.get(type) ?? []), handler as RuleHandler]);
      return engine;
    },
    stop() {
      const run = running[running.length - 1];
      if (run !== undefined) run.stopped = true;
      return engine;
    },
    run: (given = {}) => proceed(begin(given)),
    async runAsync(given = {}, { timeoutMs = 10_000 } = {}) {
      const run = begin(given);
      await fetchFacts(compiled, run, { timeoutMs, pathResolver });
      return proceed(run);
    },
  };
  for (const rule of rules) engine.addRule(rule);
  return engine;
}
