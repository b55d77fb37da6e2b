/** What has happened when a rule succeeds; also told when it fails. */
export interface RuleEvent {
  readonly type: string;
  readonly params?: Readonly<Record<string, unknown>>;
}

/** A comparison of a fact with a value. */
export interface RuleComparison {
  readonly fact: string;
  /** `greaterThan`, `not:contains`, `everyFact:in`, or an operator of your own. */
  readonly operator: string;
  /** A literal, or a reference to another fact: an object that owns `fact`. */
  readonly value: unknown;
  /** Handed to a fact that is a function; with the name it is the key under which the answer is kept. */
  readonly params?: unknown;
  /** Where in the fact to look: `$.lines[0].amount`. Ignored where the fact is no list or object. */
  readonly path?: string;
  readonly name?: string;
  /** Higher is asked first; those of one priority are always asked together. */
  readonly priority?: number;
}

interface RuleGroupWords { readonly name?: string; readonly priority?: number }

/** What may stand at the root of a rule: a group, or the name of a condition that the engine knows. */
export type RuleRoot =
  | ({ readonly all: readonly RuleCondition[] } & RuleGroupWords)
  | ({ readonly any: readonly RuleCondition[] } & RuleGroupWords)
  | ({ readonly not: RuleCondition } & RuleGroupWords)
  | ({ readonly condition: string } & RuleGroupWords);

export type RuleCondition = RuleComparison | RuleRoot;

/** A rule in the format of json-rules-engine 7. */
export interface RuleDefinition {
  readonly conditions: RuleRoot;
  readonly event: RuleEvent;
  readonly name?: string | number;
  /** Whole and above 0; default 1. Higher runs first. */
  readonly priority?: number;
  readonly onSuccess?: RuleHandler<RuleEvent>;
  readonly onFailure?: RuleHandler<RuleEvent>;
}

/** A condition after a run: the words of the rule, and what was found. What was skipped has no `result`. */
export interface RuleConditionResult {
  readonly operator?: string;
  readonly priority?: number;
  readonly name?: string;
  readonly all?: readonly RuleConditionResult[];
  readonly any?: readonly RuleConditionResult[];
  readonly not?: RuleConditionResult;
  readonly condition?: string;
  readonly fact?: string;
  readonly value?: unknown;
  readonly params?: unknown;
  readonly path?: string;
  readonly result?: boolean;
  /** Left side as it was found. */
  readonly factResult?: unknown;
  /** Right side as it was found. */
  readonly valueResult?: unknown;
  /** As text, or as an object for `toJSON(false)` and within `JSON.stringify`. */
  toJSON(stringify?: unknown): unknown;
}

/** What a run found out about one rule. */
export interface RuleResult {
  readonly conditions: RuleConditionResult;
  readonly event: RuleEvent;
  readonly priority: number;
  readonly name: string | number | undefined;
  readonly result: boolean;
  /** As text, or as an object for `toJSON(false)` and within `JSON.stringify`. */
  toJSON(stringify?: unknown): unknown;
}

/** The facts of one run, for handlers and for facts that are functions. */
export interface RuleAlmanac {
  /**
   * A fact, or what its path leads to. While `runAsync` fetches facts, one that has yet to arrive is a promise: write `await`
   * in asynchronous facts.
   */
  factValue(id: string, params?: unknown, path?: string): unknown;
  /** Adds or replaces a fact for the rules of lower priority. */
  addFact(id: string, value: unknown, options?: RuleFactOptions): RuleAlmanac;
  addRuntimeFact(id: string, value: unknown): void;
  getResults(): readonly RuleResult[];
  /** Without an outcome, those of success come first. */
  getEvents(outcome?: 'success' | 'failure'): readonly RuleEvent[];
}

export interface RuleFactOptions {
  /** Whether one answer serves the whole run. Default true. */
  readonly cache?: boolean;
  /** For conditions on this fact that name no priority of their own. Default 1. */
  readonly priority?: number;
}

/** Called during the run; a promise that it returns is not waited for. */
export type RuleHandler<T = unknown> = (event: T, almanac: RuleAlmanac, result: RuleResult) => unknown;

/** Reads a place of a list or object, instead of the paths that are built in. */
export type RulePathResolver = (value: object, path: string) => unknown;

export interface RuleRunResult {
  readonly almanac: RuleAlmanac;
  /** Rules that succeeded: by priority, within one priority as they were added. */
  readonly results: readonly RuleResult[];
  readonly failureResults: readonly RuleResult[];
  readonly events: readonly RuleEvent[];
  readonly failureEvents: readonly RuleEvent[];
}
