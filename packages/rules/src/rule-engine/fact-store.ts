import { factKey } from './fact-key.js';
import type { PathFollower } from './json-path.js';
import { compilePath } from './json-path.js';
import { copyValue } from './own-values.js';
import { present, RuleEngineError, UndefinedFactError } from './rule-engine-error.js';
import type { RuleAlmanac, RuleEvent, RuleFactOptions, RulePathResolver, RuleResult } from './rule-format.js';

type Calculate = (params: unknown, almanac: RuleAlmanac) => unknown;

/** A fact as it was added: a value, or a function that works it out. */
export interface FactDefinition {
  readonly calculate: Calculate | undefined;
  readonly value: unknown;
  readonly cache: boolean;
  /** Of conditions that name none; only facts of the engine have one that counts. */
  readonly priority: number;
}

/** One question for a fact; `key` is only needed for facts that are functions. */
export interface FactQuestion { readonly id: unknown; readonly params: unknown; readonly key: string; readonly follow: PathFollower | undefined }

/** What became of a fact that was fetched ahead of the run, or of one that was worked out in it. */
export type FactAnswer = { readonly value: unknown } | { readonly error: unknown };

/** @throws {RuleEngineError} for an empty name. */
export function defineFact(id: unknown, value: unknown, options: RuleFactOptions | undefined): FactDefinition {
  if (!id) throw new RuleEngineError('factId required');
  const calculate = typeof value === 'function' ? value as Calculate : undefined;
  if (!options) return { calculate, value, cache: true, priority: 1 };
  const cache = options.cache === undefined ? true : (options.cache as unknown) === true;
  return { calculate, value, cache, priority: parseInt(String(options.priority || 1), 10) };
}

export interface FactStoreOptions { readonly allowUndefinedFacts: boolean; readonly pathResolver: RulePathResolver | undefined }

/** The facts of one run with what was worked out, and the results so far. */
export class FactStore implements RuleAlmanac {
  readonly facts: Map<unknown, FactDefinition>;
  readonly answers = new Map<string, FactAnswer>();
  readonly results: RuleResult[] = [];
  readonly events: { readonly success: RuleEvent[]; readonly failure: RuleEvent[] } = { success: [], failure: [] };
  /** Keys of facts that are being worked out, to notice one that needs itself. */
  private readonly open = new Set<string>();

  constructor(facts: ReadonlyMap<unknown, FactDefinition>, private readonly options: FactStoreOptions) {
    this.facts = new Map(facts);
  }

  factValue(id: string, params: unknown = {}, path?: string): unknown {
    return this.ask({ id, params, key: factKey(id, params), follow: compilePath(path, this.options.pathResolver) });
  }

  addFact(id: string, value: unknown, options?: RuleFactOptions): this {
    this.facts.set(id, defineFact(id, value, options));
    // An answer of the fact that is replaced here must not live on.
    const prefix = factKey(id, '').slice(0, -'""'.length);
    for (const key of [...this.answers.keys()]) if (key.startsWith(prefix)) this.answers.delete(key);
    return this;
  }

  addRuntimeFact(id: string, value: unknown): void {
    this.addFact(id, value);
  }

  getResults(): readonly RuleResult[] {
    return this.results;
  }

  getEvents(outcome?: 'success' | 'failure'): readonly RuleEvent[] {
    return outcome === undefined ? [...this.events.success, ...this.events.failure] : this.events[outcome];
  }

  /**
   * The answer to a question. A path is only followed into lists and objects; into anything else the value itself is the answer.
   *
   * @throws {UndefinedFactError} for a fact that is not there, unless that is allowed; and what a fact or a path resolver throws.
   */
  ask(question: FactQuestion): unknown {
    const { id, follow } = question;
    const fact = this.facts.get(id);
    if (fact === undefined) {
      if (this.options.allowUndefinedFacts) return undefined;
      throw new UndefinedFactError(id);
    }
    const value = this.valueOf(fact, question);
    return follow !== undefined && value !== null && typeof value === 'object' ? present(follow(value), 'What the path resolver answers') : value;
  }

  private valueOf(fact: FactDefinition, { id, params, key }: FactQuestion): unknown {
    const known = this.answers.get(key);
    if (known !== undefined) {
      if ('error' in known) throw known.error;
      return known.value;
    }
    const what = `Fact "${String(id)}"`;
    if (fact.calculate === undefined) return present(fact.value, what, 'Use runAsync.');
    const value = present(this.calculate(fact.calculate, id, params, key, this), what, 'Use runAsync.');
    if (fact.cache) this.answers.set(key, { value });
    return value;
  }

  /** @throws {RuleEngineError} `FACT_CYCLE` when the fact asks for itself, directly or through others. */
  calculate(calculate: Calculate, id: unknown, params: unknown, key: string, almanac: RuleAlmanac): unknown {
    if (this.open.has(key)) throw new RuleEngineError(`Fact "${String(id)}" needs itself to be worked out`, 'FACT_CYCLE');
    this.open.add(key);
    try {
      // A copy: what the fact does to its parameters must not reach the rule.
      return calculate(copyValue(params), almanac);
    } finally {
      this.open.delete(key);
    }
  }
}
