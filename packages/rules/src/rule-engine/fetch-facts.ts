import { withTimeout } from '../conditions/platform.js';
import type { CompiledRule } from './compile-rule.js';
import { factKey } from './fact-key.js';
import type { FactDefinition, FactQuestion, FactStore } from './fact-store.js';
import { compilePath } from './json-path.js';
import { isThenable, RuleEngineError } from './rule-engine-error.js';
import type { RuleAlmanac, RuleEvent, RuleFactOptions, RulePathResolver, RuleResult } from './rule-format.js';
import type { RuleRun } from './run-rules.js';

export interface FetchOptions {
  readonly timeoutMs: number;
  readonly pathResolver: RulePathResolver | undefined;
}

/**
 * Asks, all at once, every function that a rule may need and waits for every promise among the facts. The answers are kept in the run's
 * facts; one that failed is only thrown if a rule gets as far as asking for it.
 */
export async function fetchFacts(rules: readonly CompiledRule[], run: RuleRun, options: FetchOptions): Promise<void> {
  await new FactFetcher(run.facts, options).fetch(questionsOf(rules, run));
}

/** Every question that the rules may ask, through named conditions too. */
function questionsOf(rules: readonly CompiledRule[], run: RuleRun): readonly FactQuestion[] {
  const questions = rules.flatMap(({ condition, questions: ofEvent }) => [...condition.questions, ...ofEvent]);
  const reached = new Set<unknown>(rules.flatMap(({ condition }) => condition.names));
  for (const name of reached) {
    const target = run.conditions.get(name);
    for (const further of target?.names ?? []) reached.add(further);
    questions.push(...(target?.questions ?? []));
  }
  return questions;
}

/** The facts as they are seen while they are fetched: what has yet to arrive is a promise. */
class FactFetcher implements RuleAlmanac {
  private readonly pending = new Map<string, Promise<void>>();

  constructor(private readonly store: FactStore, private readonly options: FetchOptions) {}

  async fetch(questions: readonly FactQuestion[]): Promise<void> {
    for (const [id] of this.store.facts) void this.requestValue(id);
    for (const question of questions) void this.requestAnswer(question);
    // Facts may ask for further ones while they are waited for.
    for (let waited = 0; waited < this.pending.size;) {
      waited = this.pending.size;
      await Promise.all(this.pending.values());
    }
  }

  factValue(id: string, params: unknown = {}, path?: string): unknown {
    const question = { id, params, key: factKey(id, params), follow: compilePath(path, this.options.pathResolver) };
    const waiting = this.requestValue(id) ?? this.requestAnswer(question);
    return waiting === undefined ? this.store.ask(question) : waiting.then(() => this.store.ask(question));
  }

  addFact(id: string, value: unknown, options?: RuleFactOptions): this {
    this.store.addFact(id, value, options);
    return this;
  }

  addRuntimeFact(id: string, value: unknown): void {
    this.store.addFact(id, value);
  }

  getResults(): readonly RuleResult[] {
    return this.store.getResults();
  }

  getEvents(outcome?: 'success' | 'failure'): readonly RuleEvent[] {
    return this.store.getEvents(outcome);
  }

  /** Waits for a promise that was handed in as a fact. */
  private requestValue(id: unknown): Promise<void> | undefined {
    const fact = this.store.facts.get(id);
    if (fact === undefined || fact.calculate !== undefined || !isThenable(fact.value)) return undefined;
    const put = (arrived: Partial<FactDefinition>): void => {
      if (this.store.facts.get(id) === fact) this.store.facts.set(id, { ...fact, ...arrived });
    };
    const fail = (error: unknown): void => put({ calculate: () => { throw error; } });
    return this.await(`value ${factKey(id, {})}`, id, fact.value, (value) => put({ value }), fail);
  }

  /** Calls a function; `undefined` when its answer is there at once. */
  private requestAnswer({ id, params, key }: FactQuestion): Promise<void> | undefined {
    const { answers, facts } = this.store;
    const fact = facts.get(id);
    if (fact?.calculate === undefined || answers.has(key)) return undefined;
    const waiting = this.pending.get(key);
    if (waiting !== undefined) return waiting;
    try {
      const answer = this.store.calculate(fact.calculate, id, params, key, this);
      if (isThenable(answer)) return this.await(key, id, answer, (value) => answers.set(key, { value }), (error) => answers.set(key, { error }));
      if (fact.cache) answers.set(key, { value: answer });
    } catch (error) {
      answers.set(key, { error });
    }
    return undefined;
  }

  private await(key: string, id: unknown, promise: PromiseLike<unknown>, arrive: (value: unknown) => void, fail: (error: RuleEngineError) => void): Promise<void> {
    const { timeoutMs } = this.options;
    const waiting = this.pending.get(key) ?? withTimeout(() => promise, timeoutMs).then((outcome) => {
      if (outcome.state === 'done') arrive(outcome.value);
      else fail(outcome.state === 'timeout' ? tooLate(id, timeoutMs) : failed(id, outcome.error));
    });
    this.pending.set(key, waiting);
    return waiting;
  }
}

function failed(id: unknown, cause: unknown): RuleEngineError {
  return new RuleEngineError(`Fact "${String(id)}" could not be fetched: ${cause instanceof Error ? cause.message : String(cause)}`, 'FACT_FAILED', cause);
}

function tooLate(id: unknown, timeoutMs: number): RuleEngineError {
  return new RuleEngineError(`Fact "${String(id)}" did not arrive within ${timeoutMs} ms`, 'FACT_TIMEOUT');
}
