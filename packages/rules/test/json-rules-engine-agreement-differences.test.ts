import { readFileSync } from 'node:fs';
import type { RuleProperties } from 'json-rules-engine';
import { Engine } from 'json-rules-engine';
import { describe, expect, it } from 'vitest';
import type { Condition } from '@cobuild/core';
import { compileCondition } from '../src/conditions/index.js';
import type { RuleDefinition, RuleEngineOptions } from '../src/rule-engine/index.js';
import { createRuleEngine } from '../src/rule-engine/index.js';

const document = readFileSync(new URL('../docs/json-rules-engine.md', import.meta.url), 'utf8');

/** What both engines have in common, so that one text sets up either. */
interface Either {
  addFact(id: string, value: unknown): unknown;
  addOperator(name: string, evaluate: (fact: unknown, value: unknown) => never): unknown;
  on(type: string, handler: (event: unknown, almanac: { addFact(id: string, value: unknown): unknown }) => unknown): unknown;
  run(facts?: object): unknown;
}
interface Found { readonly results: readonly Result[]; readonly failureResults: readonly Result[]; readonly events: readonly unknown[] }
interface Result { readonly name: unknown; readonly result: unknown; readonly conditions: { readonly all?: readonly Leaf[] } }
interface Leaf { readonly result?: unknown; readonly factResult?: unknown; readonly value?: unknown; readonly params?: unknown }

const rule = (conditions: unknown, more: object = {}): unknown => ({ conditions, event: { type: 'a' }, ...more });
const is = (value: unknown, more: object = {}): unknown => ({ all: [{ fact: 'x', operator: 'equal', value, ...more }] });
const soon = <T>(value: T): Promise<T> => new Promise((resolve) => { setTimeout(() => resolve(value), 5); });
const nested = (levels: number, inner: unknown): unknown => (levels === 0 ? inner : { all: [nested(levels - 1, inner)] });

type Make = (rules: readonly unknown[], options?: RuleEngineOptions) => Either;
const original: Make = (rules, options) => new Engine(rules as RuleProperties[], options);
const own: Make = (rules, options) => createRuleEngine(rules as RuleDefinition[], options);
const runs = async (engine: Either, facts: object = {}): Promise<Found> => (await engine.run(facts)) as Found;
const leaf = async (engine: Either, facts: object): Promise<Leaf | undefined> => {
  const { results, failureResults } = await runs(engine, facts);
  return [...results, ...failureResults][0]?.conditions.all?.[0];
};
const path = (text: unknown) => async (make: Make): Promise<unknown> => (await leaf(make([rule(is(0, { path: text }))]), { x: { 'a,b': 1, 'a': 2, 'b': 3, 'list': [{ n: 4 }] } }))?.factResult;

/** What happens in either engine: the same text for both, then what the one gives and what the other. */
const differences: readonly (readonly [id: string, what: (make: Make) => unknown, theirs: unknown, ours: unknown])[] = [
  ['D1', (make) => make([rule(is(1))]).run({ x: 1 }) instanceof Promise, true, false],
  ['D1', async (make) => (await runs(make([rule(is(1))]), { x: soon(1) })).results.length, 1, 'ASYNCHRONOUS Fact "x" is a promise. Use runAsync.'],
  ['D2', async (make) => {
    let calls = 0;
    const engine = make([rule({ any: [{ all: [], priority: 2 }, { fact: 'x', operator: 'equal', value: 1 }] })]);
    engine.addFact('x', async () => { calls += 1; });
    await ('runAsync' in engine ? (engine as unknown as ReturnType<typeof createRuleEngine>).runAsync() : engine.run());
    return calls;
  }, 0, 1],
  ['D3', (make) => {
    const engine = make([rule(is(1))]);
    const facts = { x: async () => { throw new RangeError('down'); } };
    return 'runAsync' in engine ? (engine as unknown as ReturnType<typeof createRuleEngine>).runAsync(facts) : engine.run(facts);
  }, 'RangeError down', 'FACT_FAILED Fact "x" could not be fetched: down'],
  ['D4', async (make) => {
    let told = false;
    const engine = make([rule({ all: [] })]);
    engine.on('a', () => soon(true).then((value) => { told = value; }));
    await engine.run();
    return told;
  }, true, false],
  ['D5', async (make) => (await runs(make([rule(nested(3, { all: [] }), { name: 'deep' }), rule({ all: [] }, { name: 'flat' })]))).results.map(({ name }) => name), ['flat', 'deep'], ['deep', 'flat']],
  ['D6', async (make) => {
    const engine = make([rule({ all: [] }, { event: { type: 'first' } }), rule({ all: [{ all: [], priority: 9 }, { all: [], priority: 8 }, { all: [], priority: 7 }, { all: [], priority: 6 }, is(1)] })], { allowUndefinedFacts: true });
    engine.on('first', (_, almanac) => almanac.addFact('x', 1));
    return (await runs(engine)).results.length;
  }, 2, 1],
  ['D7', async (make) => {
    const told: string[] = [];
    const engine = make([rule(is(1), { priority: 2 }), rule({ all: [] })]);
    engine.on('a', () => told.push('later'));
    try { await engine.run(); } catch (error) { told.push((error as Error).message); }
    await soon(1);
    return told;
  }, ['Undefined fact: x', 'later'], ['Undefined fact: x']],
  ['D8', (make) => make([rule({ all: [is(1), { fact: 'y', operator: 'none', value: 1 }] })]).run(), 'Error Unknown operator: none', 'UNDEFINED_FACT Undefined fact: x'],
  ['D9', async (make) => {
    const engine = make([3, 2, 1].map((priority) => rule(is(1), { priority })));
    const run = (x: unknown): unknown => ('runAsync' in engine ? (engine as unknown as ReturnType<typeof createRuleEngine>).runAsync({ x }) : engine.run({ x }));
    return (await Promise.all([run(1), run(() => soon(1))])).map((found) => (found as Found).events.length);
  }, [3, 1], [3, 3]],
  ['D10', async (make) => {
    const list = [1];
    const conditions = { all: [{ fact: 'x', operator: 'in', value: list, priority: 2.9 }] };
    const engine = make([rule(conditions)]);
    list.push(2);
    return [conditions.all[0]?.priority, (await runs(engine, { x: 2 })).results.length];
  }, [2, 1], [2.9, 0]],
  ['D11', async (make) => {
    const count = { fact: 'x', operator: 'count', value: 0 };
    const engine = make([rule({ all: [count] }), rule({ all: [count, count] })]);
    engine.addOperator('count', () => 1 as never);
    return (await runs(engine, { x: 1 })).results.map(({ result }) => result);
  }, [1], [true, true]],
  ['D12', async (make) => {
    const operators = ['later', 'not:later'];
    const engine = make(operators.map((operator) => rule({ all: [{ fact: 'x', operator, value: 1 }] })));
    engine.addOperator('later', () => soon(false) as never);
    return (await runs(engine, { x: 1 })).results.length;
  }, 0, 'ASYNCHRONOUS The answer of operator "later" is a promise. It must answer at once.'],
  ['D13', async (make) => {
    let conditions: unknown = { all: [] };
    for (let level = 0; level < 600; level += 1) conditions = { not: conditions };
    return (await runs(make([rule(conditions)]))).results.length;
  }, 1, 'TOO_LARGE Conditions stand in each other more than 500 deep'],
  ['D14', path('$.list[?(@.n > 1)].n'), [4], 'REFUSED_PATH The path $.list[?(@.n > 1)].n is refused at offset 6 (filter): paths have names, indices, [*] and slices; set pathResolver for others'],
  ['D14', path('.a'), undefined, 'REFUSED_PATH The path .a is refused at offset 0 (syntax): paths have names, indices, [*] and slices; set pathResolver for others'],
  ['D15', path(['$', 'a']), 2, 'REFUSED_PATH A path must be text, but found object'],
  ['D15', path(5), 'TypeError expr.replaceAll is not a function', 'REFUSED_PATH A path must be text, but found number'],
  ['D16', path("$['a,b']"), [2, 3], 1],
  ['D16', path('$.list[00].n'), undefined, 4],
  ['D17', async (make) => (await leaf(make([rule(is({ toString: 1, a: 1 }))]), { x: 1 }))?.value, { a: 1 }, { toString: 1, a: 1 }],
  ['D18', async (make) => (await runs(make([rule(JSON.parse('{"all":[{"fact":"x","operator":"equal","value":1,"__proto__":{"priority":9}}]}'))]), { x: 1 })).results.length, 'TypeError condition.isConditionReference is not a function', 1],
  ['D18', async (make) => (await runs(make([rule({ any: [{ fact: 'x', operator: 'equal', value: 1, priority: '__proto__' }, { all: [] }] })]), { x: 1 })).results.length, 'TypeError sets[priority].push is not a function', 1],
  ['D19', async (make) => {
    const { failureResults } = await runs(make([rule({ all: [{ fact: 'x', operator: 'equal', value: 0, priority: 'soon' }, { fact: 'x', operator: 'equal', value: 0, priority: -1 }] })]), { x: 1 });
    return failureResults[0]?.conditions.all?.map(({ result }) => result);
  }, [false, undefined], [undefined, false]],
  ['D20', (make) => make([rule(undefined)]).run(), "TypeError Cannot read properties of undefined (reading 'any')", 'RuleEngineError "conditions" root must contain a single instance of "all", "any", "not", or "condition"'],
  ['D21', async (make) => {
    const engine = make([rule(is(5))]);
    engine.addFact('x', 5);
    return (await leaf(engine, { x: () => 7 }))?.factResult;
  }, 5, 7],
  ['D22', (make) => make([rule(is(5))]).run({ x: (_: unknown, almanac: { factValue(id: string): unknown }) => almanac.factValue('x') }), 'RangeError Maximum call stack size exceeded', 'FACT_CYCLE Fact "x" needs itself to be worked out'],
  ['D23', async (make) => (await leaf(make([rule(is(5, { params: { n: 1 } }))]), { x: (params: { n?: number }) => delete params.n }))?.params, {}, { n: 1 }],
  ['D24', (make) => make([rule({ all: [{ fact: 'x', operator: 'in', value: null }] })]).run({ x: 1 }), "TypeError Cannot read properties of null (reading 'indexOf')", 'TypeError Operator "in" needs a list as value, but found null'],
  ['D24', (make) => make([rule({ all: [{ fact: 'x', operator: 5, value: null }] })]).run({ x: 1 }), 'TypeError opName.indexOf is not a function', 'RuleEngineError Unknown operator: 5'],
  ['D25', async (make) => typeof (JSON.parse(JSON.stringify({ results: (await runs(make([rule({ all: [] })]))).results })) as Found).results[0], 'string', 'object'],
  ['D26', async (make) => {
    const engine = make([rule({ all: [{ fact: 'x', operator: 'not:near', value: 1 }] })]);
    engine.addOperator('near', () => false as never);
    await engine.run({ x: 1 });
    engine.addOperator('near', () => true as never);
    return (await runs(engine, { x: 1 })).results.length;
  }, 1, 0],
  ['D27', (make) => make([rule({ all: [] }, { event: { type: 'error' } })]).run(), "thrown Uncaught, unspecified 'error' event.", "RuleEngineError Uncaught, unspecified 'error' event."],
  ['D28', async (make) => {
    const map = new Map();
    return (await runs(make([rule(is(map))]), { x: map })).results.length;
  }, 0, 1],
];

/** What comes of it, or the code (or class) and words of the error. */
async function whatComes(act: () => unknown): Promise<unknown> {
  try {
    return await act();
  } catch (error) {
    if (!(error instanceof Error)) return `thrown ${String(error)}`;
    return `${(error as { readonly code?: string }).code ?? error.name} ${error.message}`;
  }
}

describe('differences from json-rules-engine', () => {
  it.each(differences)('%s is as the table says', async (_, what, theirs, ours) => {
    expect([await whatComes(() => what(original)), await whatComes(() => what(own))]).toEqual([theirs, ours]);
  });

  it('have a row for every number, and a test for every row', () => {
    const rows = [...document.matchAll(/^\| (D\d+) \|/gm)].map(([, id]) => id);
    expect([...new Set(differences.map(([id]) => id))]).toEqual(rows);
  });
});

describe('missing data', () => {
  const rows = [...document.matchAll(/^\| (absent|null|""|"12") \| (.*?) \| (.*?) \| (.*?) \| (.*?) \|$/gm)].map(([, ...cells]) => cells);
  const questions = rows.flatMap(([fact = '', asked = '', strict, lenient, third]) => {
    const facts = fact === 'absent' ? {} : { x: JSON.parse(fact) as unknown };
    const read = (text: string): Condition[] => [...text.matchAll(/`(\w+)` ("a"|\["a"\]|\d+)/g)].map(([, operator = '', value = '']) => ({ fact: 'x', operator, value: JSON.parse(value) as number }));
    return read(asked).map((comparison) => [fact, asked, facts, asked.startsWith('`not`') ? { not: comparison } : comparison, [strict, lenient, third]] as const);
  });

  it('is told by the table for ten questions', () => expect(questions).toHaveLength(10));

  it.each(questions)('%s, %s', async (_, __, facts, condition, expected) => {
    const answer = async (allowUndefinedFacts: boolean): Promise<string> => {
      const [ours, theirs] = await Promise.all([own, original].map((make) => whatComes(async () => (await runs(make([rule({ all: [condition] })], { allowUndefinedFacts }), facts)).results.length === 1)));
      expect(ours).toBe(theirs);
      return typeof ours === 'string' ? 'error' : String(ours);
    };
    expect([await answer(false), await answer(true), compileCondition(condition).evaluate(facts)]).toEqual(expected);
  });
});
