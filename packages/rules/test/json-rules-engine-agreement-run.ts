import type { RuleProperties, TopLevelCondition } from 'json-rules-engine';
import { Engine, Operator } from 'json-rules-engine';
import type { RuleDefinition, RuleEngine, RuleEvent, RuleResult, RuleRoot } from '../src/rule-engine/index.js';
import { createRuleEngine } from '../src/rule-engine/index.js';
import type { AgreementCase } from './json-rules-engine-agreement-cases.js';

/** What can be compared of a run: error, or what each rule found out, and which handlers and facts were called. */
export interface Outcome {
  readonly error?: string;
  /** Per priority, each rule's result with all its conditions, as multiset. */
  readonly results?: Readonly<Record<string, readonly string[]>>;
  readonly events?: readonly string[];
  readonly failureEvents?: readonly string[];
  /** Calls of handlers per priority of the rule, and of facts, as multisets. */
  readonly calls?: readonly string[];
}

/** Everything that tells two values apart, in one text: missing from undefined, NaN from null, a date from its text. */
export function written(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(written).join()}]`;
  if (value instanceof Date) return `Date ${value.getTime()}`;
  if (value === null || typeof value !== 'object') return typeof value === 'string' ? JSON.stringify(value) : Object.is(value, -0) ? '-0' : typeof value === 'function' ? 'function' : String(value);
  return `{${Object.keys(value).sort().map((key) => `${JSON.stringify(key)}:${written((value as Record<string, unknown>)[key])}`).join()}}`;
}

interface Result { readonly conditions: unknown; readonly event?: unknown; readonly priority?: number; readonly name: unknown; readonly result: unknown; toJSON(): unknown }

function outcomeOf(results: readonly Result[], events: readonly unknown[], failureEvents: readonly unknown[], calls: readonly string[]): Outcome {
  const byPriority: Record<string, string[]> = {};
  for (const { conditions, event, priority, name, result, ...rest } of results) {
    (byPriority[String(priority)] ??= []).push(written({ conditions, event, priority, name, result, rest: Object.keys(rest).filter((key) => key !== 'toJSON') }));
  }
  for (const [index, result] of results.entries()) (byPriority[String(result.priority)] ??= []).push(`json ${String(results[index]?.toJSON())}`);
  for (const list of Object.values(byPriority)) list.sort();
  return { results: byPriority, events: events.map(written).sort(), failureEvents: failureEvents.map(written).sort(), calls: [...calls].sort() };
}

/** A TypeError's words are those of the JavaScript engine there, and ours here; other errors have the same words. */
function errorOf(error: unknown): Outcome {
  if (!(error instanceof Error)) return { error: `thrown ${String(error)}` };
  return { error: error instanceof TypeError ? 'TypeError' : `${String((error as { readonly code?: unknown }).code)} ${error.message}` };
}

/** Asked before all others, so that what its handler adds is there for them. */
const CHAIN: RuleDefinition = { conditions: { all: [] }, event: { type: 'chain' }, priority: 99 };
const answer = (params: unknown): unknown => (params !== null && typeof params === 'object' && 'n' in params ? params.n : 7);
const longer = (fact: unknown, value: unknown): boolean => String(fact).length > String(value).length;
const isText = (fact: unknown): boolean => typeof fact === 'string';
const even = (fact: unknown, value: unknown): boolean => (String(fact).length + String(value).length) % 2 === 0;
const odd = (fact: unknown, value: unknown): boolean => !even(fact, value);
const twice = (fact: unknown, value: unknown, next: (fact: unknown, value: unknown) => unknown): boolean => Boolean(next(fact, value)) && Boolean(next(fact, value));

/** A copy that keeps dates and functions; json-rules-engine writes into what it is given. */
function copy<T>(value: T): T {
  if (Array.isArray(value)) return value.map(copy) as T;
  if (value === null || typeof value !== 'object' || value instanceof Date) return value;
  const result: Record<string, unknown> = {};
  for (const [key, member] of Object.entries(value)) Object.defineProperty(result, key, { value: copy(member), enumerable: true, configurable: true, writable: true });
  return result as T;
}

/** What both engines are given besides the rules; `stop` ends the run. */
function handlers(calls: string[], stop: () => void): { readonly [type: string]: (event: unknown, almanac: { addFact(id: string, value: unknown): unknown }, result: { readonly priority?: number }) => void } {
  const log = (type: string) => (event: unknown, _: unknown, { priority }: { readonly priority?: number }): void => void calls.push(`${type} ${priority} ${written(event)}`);
  return {
    success: log('success'), failure: log('failure'), a: log('a'), b: log('b'), error: log('error'), stop,
    chain: (_, almanac) => {
      almanac.addFact('late', '10');
      almanac.addFact('chained', [1, 5]);
    },
  };
}

function withHandlers(rules: readonly RuleDefinition[], calls: string[]): RuleDefinition[] {
  return [CHAIN, ...rules].map((rule, index) => ({
    ...copy(rule),
    onSuccess: (event: RuleEvent): void => void calls.push(`rule ${index} succeeded ${written(event)}`),
    onFailure: (event: RuleEvent): void => void calls.push(`rule ${index} failed ${written(event)}`),
  }));
}

const runFacts = (facts: Readonly<Record<string, unknown>>): Record<string, unknown> => Object.assign(Object.create({ inherited: 5 }) as Record<string, unknown>, facts);

/** Runs the case on json-rules-engine itself. */
export async function theirs({ options, conditions, rules, priorities, facts }: AgreementCase): Promise<Outcome> {
  const calls: string[] = [];
  try {
    const engine = new Engine(withHandlers(rules, calls) as unknown as RuleProperties[], options);
    for (const [name, condition] of Object.entries(copy(conditions))) engine.setCondition(name, condition as unknown as TopLevelCondition);
    engine.addOperator('longer', longer);
    engine.addOperator('odd:name', odd);
    engine.addOperator(new Operator('even', even, isText));
    engine.addOperatorDecorator('twice', twice);
    const priority = (id: string): { readonly priority?: number } => (priorities[id] === undefined ? {} : { priority: priorities[id] });
    engine.addFact('num', 1, priority('num')).addFact('base', '5').addFact('fixed', { a: { b: 1 } }).addFact('chained', 1).addFact('ranked', 9, priority('ranked'));
    engine.addFact('dynamic', (params: unknown) => (calls.push(`dynamic ${written(params)}`), answer(params)), priority('dynamic'));
    engine.addFact('derived', async (_: unknown, almanac) => Number(await almanac.factValue('base')) + 1);
    engine.addFact('uncached', (params: unknown) => (calls.push(`uncached ${written(params)}`), answer(params)), { cache: false });
    for (const [type, handler] of Object.entries(handlers(calls, () => void engine.stop()))) engine.on(type, handler);
    const { results, failureResults, events, failureEvents } = await engine.run(runFacts(facts));
    return outcomeOf([...results, ...failureResults], events, failureEvents, calls);
  } catch (error) {
    return errorOf(error);
  }
}

/** The words with which each engine refuses a rule, or a named condition, when it is added; `undefined` when it takes it. */
export function refusals(what: 'rule' | 'condition', value: unknown): { readonly theirs: string | undefined; readonly ours: string | undefined } {
  const refusal = (add: () => unknown): string | undefined => {
    try {
      add();
      return undefined;
    } catch (error) {
      return String((error as Error).message);
    }
  };
  // A resolver of their own, so that neither looks at paths.
  const options = { pathResolver: (found: object): unknown => found };
  return {
    theirs: refusal(() => (what === 'rule' ? new Engine([copy(value) as RuleProperties], options) : new Engine([], options).setCondition('name', copy(value) as TopLevelCondition))),
    ours: refusal(() => (what === 'rule' ? createRuleEngine([copy(value) as RuleDefinition], options) : createRuleEngine([], options).setCondition('name', copy(value) as RuleRoot))),
  };
}

/** Our engine, set up as the other one. */
function ourEngine({ options, conditions, rules, priorities }: AgreementCase, calls: string[]): RuleEngine {
  const engine = createRuleEngine(withHandlers(rules, calls), options);
  for (const [name, condition] of Object.entries<RuleRoot>(copy(conditions))) engine.setCondition(name, condition);
  engine.addOperator('longer', longer).addOperator('odd:name', odd).addOperator('even', even, isText).addOperatorDecorator('twice', twice);
  const priority = (id: string): { readonly priority?: number } => (priorities[id] === undefined ? {} : { priority: priorities[id] });
  engine.addFact('num', 1, priority('num')).addFact('base', '5').addFact('fixed', { a: { b: 1 } }).addFact('chained', 1).addFact('ranked', 9, priority('ranked'));
  engine.addFact('dynamic', (params: unknown) => (calls.push(`dynamic ${written(params)}`), answer(params)), priority('dynamic'));
  engine.addFact('derived', (_: unknown, almanac: { factValue(id: string): unknown }) => Number(almanac.factValue('base')) + 1);
  engine.addFact('uncached', (params: unknown) => (calls.push(`uncached ${written(params)}`), answer(params)), { cache: false });
  for (const [type, handler] of Object.entries(handlers(calls, () => void engine.stop()))) engine.on(type, handler);
  return engine;
}

const withoutFactCalls = (outcome: Outcome): Outcome => ({ ...outcome, ...(outcome.calls === undefined ? {} : { calls: outcome.calls.filter((call) => !/^(dynamic|uncached) /.test(call)) }) });

/** Both with facts that have to be waited for. How often they are called is left out: ours are all fetched before the run. */
export async function bothWaiting(example: AgreementCase): Promise<{ readonly theirs: Outcome; readonly ours: Outcome }> {
  const facts = { ...example.facts, dynamic: (params: unknown) => Promise.resolve(answer(params)), uncached: (params: unknown) => Promise.resolve(answer(params)), txt: Promise.resolve(example.facts['txt']) };
  const calls: string[] = [];
  let found: Outcome;
  try {
    const { results, failureResults, events, failureEvents } = await ourEngine(example, calls).runAsync(runFacts(facts));
    found = outcomeOf([...results, ...failureResults], events, failureEvents, calls);
  } catch (error) {
    found = errorOf(error);
  }
  return { theirs: withoutFactCalls(await theirs({ ...example, facts })), ours: withoutFactCalls(found) };
}

/** Runs the case on our engine; `results` in the order that is promised, for what else a test wants to know. */
export function ours(example: AgreementCase): Outcome & { readonly found: readonly RuleResult[] } {
  const calls: string[] = [];
  try {
    const { results, failureResults, events, failureEvents } = ourEngine(example, calls).run(runFacts(example.facts));
    const found = [...results, ...failureResults];
    return { ...outcomeOf(found, events, failureEvents, calls), found };
  } catch (error) {
    return { ...errorOf(error), found: [] };
  }
}
