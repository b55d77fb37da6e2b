import { describe, expect, it } from 'vitest';
import type { RuleAlmanac, RuleDefinition, RuleRoot } from './index.js';
import { createRuleEngine } from './index.js';

const is = (fact: string, value: unknown, more: object = {}): RuleRoot => ({ all: [{ fact, operator: 'equal', value, ...more }] });
const rule = (conditions: RuleRoot, type = 'found', more: Partial<RuleDefinition> = {}): RuleDefinition => ({ conditions, event: { type }, ...more });
const errorOf = async (act: () => unknown): Promise<unknown> => {
  try {
    await act();
  } catch (error) {
    return error;
  }
  throw new Error('Nothing was thrown');
};

describe('facts of createRuleEngine', () => {
  it('rule 19: inherited facts count, those of the run win, and an empty name is refused', () => {
    const engine = createRuleEngine([rule(is('x', 1)), rule(is('y', 2))]).addFact('y', 1);
    expect(engine.run(Object.assign(Object.create({ x: 1 }) as object, { y: 2 })).results).toHaveLength(2);
    expect(() => engine.run({ '': 1 })).toThrow('factId required');
    expect(() => engine.addFact('', 1)).toThrow('factId required');
  });

  it('rule 20: a fact whose value is undefined is there; toString is not a fact', () => {
    expect(createRuleEngine([rule(is('x', undefined))]).run({ x: undefined }).results).toHaveLength(1);
    expect(() => createRuleEngine([rule(is('toString', 1))]).run()).toThrow('Undefined fact: toString');
    expect(createRuleEngine([rule(is('x', undefined))], { allowUndefinedFacts: true }).run().results).toHaveLength(1);
  });

  it('rule 20: of two facts that are not there, that of the value is told', () => {
    expect(() => createRuleEngine([rule(is('x', { fact: 'y' }))]).run()).toThrow('Undefined fact: y');
  });

  it('rule 21: a function is called once per run and parameters, whatever their order; without cache, each time', () => {
    const asked: unknown[] = [];
    const params = [undefined, {}, { a: 1, b: 2 }, { b: 2, a: 1 }, { a: 1 }, { a: 1, b: undefined }, null];
    const engine = createRuleEngine([rule({ all: params.map((given) => ({ fact: 'x', operator: 'equal', value: 1, ...(given === undefined ? {} : { params: given }) })) })]);
    const fact = (given: unknown): number => asked.push(given);
    engine.addFact('x', fact).run();
    expect(asked).toEqual([{}, { a: 1, b: 2 }, { a: 1 }, { a: 1, b: undefined }, null]);
    engine.addFact('x', fact, { cache: false }).run();
    expect(asked).toHaveLength(5 + 7);
  });

  it('a function that replaces a value is called, and what it does to its parameters stays with it', () => {
    const engine = createRuleEngine([rule(is('x', 7, { params: { n: 7 } })), rule(is('x', 7, { params: { n: 7 }, priority: 1 }))]).addFact('x', 5);
    const x = (params: { n?: number }): unknown => { const { n } = params; delete params.n; return n; };
    expect(engine.run({ x }).results.map(({ conditions }) => conditions.all?.[0]?.params)).toEqual([{ n: 7 }, { n: 7 }]);
    expect(engine.run({ x }).results).toHaveLength(2);
  });

  it('a function can ask for other facts, but not for itself', () => {
    const engine = createRuleEngine([rule(is('total', 3))]).addFact('total', (_: unknown, almanac: RuleAlmanac) => Number(almanac.factValue('a', {}, '$.n')) + Number(almanac.factValue('b')));
    engine.addFact('b', (_: unknown, almanac: RuleAlmanac) => almanac.factValue('c'));
    expect(engine.run({ a: { n: 1 }, c: 2 }).results).toHaveLength(1);
    expect(() => engine.run({ a: { n: 1 }, c: (_: unknown, almanac: RuleAlmanac) => almanac.factValue('b') })).toThrow('Fact "b" needs itself');
  });

  it('what a function throws ends the run', () => {
    const broken = (): never => { throw new RangeError('register is down'); };
    expect(() => createRuleEngine([rule(is('x', 1))]).run({ x: broken })).toThrow(RangeError);
  });

  it('rule 22: what a handler adds serves the rules of lower priority, not those of the same', () => {
    const engine = createRuleEngine([rule({ all: [] }, 'first', { priority: 2 }), rule(is('x', 2), 'same', { priority: 2 }), rule(is('x', 2), 'later')]);
    engine.on('first', (_, almanac) => almanac.addFact('x', 2));
    expect(engine.run({ x: 1 }).events).toEqual([{ type: 'first' }, { type: 'later' }]);
    const replaced = createRuleEngine([rule(is('x', 1), 'first', { priority: 2 }), rule(is('x', 2), 'later')]).on('first', (_, almanac) => almanac.addRuntimeFact('x', () => 2));
    expect(replaced.run({ x: () => 1 }).events).toHaveLength(2);
  });
});

describe('paths of createRuleEngine', () => {
  const found = (path: string, x: unknown, options = {}): unknown => createRuleEngine([rule(is('x', 1, { path }))], options).run({ x }).failureResults[0]?.conditions.all?.[0]?.factResult;
  const x = { 'a': { b: 2 }, 'dot.key': 3, 'list': [{ n: 4 }, { m: 5 }, { n: 6 }], 's': 'text', 'none': '' };

  it.each([null, 'text', 5, true])('rule 23: the path is ignored for %j', (value) => expect(found('$.a.b', value)).toBe(value));

  it.each<[string, unknown]>([
    ['$.a.b', 2], ['a.b', 2], ["$['dot.key']", 3], ['$.list[0].n', 4], ['$.list.0.n', 4], ['$.list.length', 3], ['$.s.length', 4], ['$.s[0]', 't'], ['$.none.length', undefined], ['$.toString', undefined],
    ['$.list[*].n', [4, 6]], ['$.list[*].m', [5]], ['$.list[*].gone', undefined], ['$.a.*', [2]], ['$.list[1:].n', [6]], ['$.list[-1:].n', [6]], ['$.list[:2].n', [4]], ['$.list[1:0].n', [6]], ['$.gone[*]', undefined], ['$', x],
  ])('rules 24 and 25: %s finds %j', (path, expected) => expect(found(path, x)).toEqual(expected));

  it.each(['$.list[?(@.n > 1)]', '$.list[(@.length-1)]', '$..n', '$.a^', '$.a~', '$.list[0,1]', '.a.b', '$.a.@number()'])('rule 25: %s is refused when the rule is added, unless a resolver reads it', async (path) => {
    expect(await errorOf(() => createRuleEngine([rule(is('x', 1, { path }))]))).toMatchObject({ code: 'REFUSED_PATH' });
    expect(await errorOf(() => createRuleEngine([rule(is('x', { fact: 'x', path }))]))).toMatchObject({ code: 'REFUSED_PATH' });
    expect(found(path, x, { pathResolver: (_: object, asked: string) => `read ${asked}` })).toBe(`read ${path}`);
  });

  it('refuses a path that is no text, and a resolver that answers with a promise', async () => {
    expect(await errorOf(() => createRuleEngine([rule(is('x', 1, { path: ['a'] }))]))).toMatchObject({ code: 'REFUSED_PATH', message: 'A path must be text, but found object' });
    expect(await errorOf(() => found('$.a', x, { pathResolver: async () => 1 }))).toMatchObject({ code: 'ASYNCHRONOUS' });
  });
});

describe('handlers of createRuleEngine', () => {
  const log = (told: string[], what: string) => (detail: unknown): void => void told.push(`${what} ${JSON.stringify(detail)}`);

  it('rule 32: the rule is told first, then success with the event and the type with its params', () => {
    const told: string[] = [];
    const event = { type: 'a', params: { n: 1 } };
    const engine = createRuleEngine([{ conditions: { all: [] }, event, onSuccess: log(told, 'rule') }, { conditions: { not: { all: [] } }, event, onFailure: log(told, 'rule') }]);
    engine.on('success', log(told, 'success')).on('failure', log(told, 'failure')).on('a', log(told, 'a'));
    engine.run();
    expect(told).toEqual(['rule {"type":"a","params":{"n":1}}', 'success {"type":"a","params":{"n":1}}', 'a {"n":1}', 'rule {"type":"a","params":{"n":1}}', 'failure {"type":"a","params":{"n":1}}']);
  });

  it('rule 32: an event of type success calls its handlers twice, one of a type like toString those of that type alone', () => {
    const told: string[] = [];
    createRuleEngine([rule({ all: [] }, 'success'), rule({ all: [] }, 'toString')]).on('success', log(told, 'success')).run();
    expect(told).toEqual(['success {"type":"success"}', 'success undefined', 'success {"type":"toString"}']);
  });

  it('rule 32: an event of type error to which nobody listens is thrown', () => {
    expect(() => createRuleEngine([rule({ all: [] }, 'error')]).run()).toThrow("Uncaught, unspecified 'error' event.");
    expect(createRuleEngine([rule({ all: [] }, 'error')]).on('error', () => undefined).run().events).toHaveLength(1);
    const params = new RangeError('too many') as unknown as Record<string, unknown>;
    expect(() => createRuleEngine([{ conditions: { all: [] }, event: { type: 'error', params } }]).run()).toThrow('too many');
  });

  it('tells the handler what has been recorded so far', () => {
    const counts: unknown[] = [];
    const engine = createRuleEngine([rule({ all: [] }), rule({ not: { all: [] } })]);
    engine.on('failure', (_, almanac, { result }) => counts.push(almanac.getResults().length, almanac.getEvents('success').length, almanac.getEvents().length, result));
    engine.run();
    expect(counts).toEqual([2, 1, 2, false]);
  });

  it('rule 33: stop lets the set finish with its events and skips later ones; before a run it does nothing', () => {
    const engine = createRuleEngine([rule({ all: [] }, 'stop', { priority: 2 }), rule({ all: [] }, 'same', { priority: 2 }), rule({ all: [] }, 'later')]);
    engine.stop();
    engine.on('stop', () => engine.stop());
    const { events, failureResults } = engine.run();
    expect([events, failureResults]).toEqual([[{ type: 'stop' }, { type: 'same' }], []]);
    expect(engine.run().events).toHaveLength(2);
  });

  it('rule 34: a run within a handler has a state of its own', () => {
    const engine = createRuleEngine([rule(is('level', 'inner'), 'stop', { priority: 3 }), rule(is('level', 'outer'), 'again', { priority: 3 }), rule({ all: [] }, 'later')]);
    let inner: unknown;
    engine.on('stop', () => engine.stop()).on('again', () => { inner = engine.run({ level: 'inner' }).events; });
    expect(engine.run({ level: 'outer' }).events).toEqual([{ type: 'again' }, { type: 'later' }]);
    expect(inner).toEqual([{ type: 'stop' }]);
  });

  it('rule 35: after an error nothing more is asked, and no handler of that set is called', () => {
    const told: string[] = [];
    const engine = createRuleEngine([rule({ all: [] }, 'same', { priority: 2 }), rule(is('gone', 1), 'gone', { priority: 2 }), rule({ all: [] }, 'later')]).on('success', log(told, 'success'));
    expect(() => engine.run()).toThrow('Undefined fact: gone');
    expect(told).toEqual([]);
    expect(engine.run({ gone: 1 }).events).toHaveLength(3);
    expect(() => engine.on('later', null as never)).toThrow('on only accepts instances of Function');
  });
});

describe('runAsync of createRuleEngine', () => {
  const soon = <T>(value: T, ms = 5): Promise<T> => new Promise((resolve) => { setTimeout(() => resolve(value), ms); });

  it('fetches facts side by side, once per parameters, before it asks the rules', async () => {
    let open = 0;
    let most = 0;
    let calls = 0;
    const look = async ({ n = 0 }: { n?: number }): Promise<number> => {
      calls += 1;
      most = Math.max(most, open += 1);
      await soon(0);
      open -= 1;
      return n;
    };
    const engine = createRuleEngine([rule(is('a', 1, { params: { n: 1 } })), rule(is('a', 1, { params: { n: 1 } })), rule({ condition: 'named' }), rule(is('c', { fact: 'd' })), rule(is('e', 3, { path: '$.n' }))]);
    engine.setCondition('named', is('b', 0)).addFact('a', look).addFact('b', look).addFact('d', look);
    const { results, almanac } = await engine.runAsync({ c: soon(0), e: { n: 3 } });
    expect([results.length, calls, most, almanac.factValue('d')]).toEqual([5, 3, 3, 0]);
  });

  it('lets facts ask for each other, and replaces references in events', async () => {
    const engine = createRuleEngine([{ conditions: is('sum', 3), event: { type: 'a', params: { n: { fact: 'n', path: '$.n' } } } }], { replaceFactsInEventParams: true });
    engine.addFact('n', async () => soon({ n: 9 })).addFact('one', () => 1).addFact('two', async () => soon(2, 20));
    engine.addFact('sum', async (_: unknown, almanac: RuleAlmanac) => Number(await almanac.factValue('one')) + Number(await almanac.factValue('two')));
    expect((await engine.runAsync()).events).toEqual([{ type: 'a', params: { n: 9 } }]);
  });

  it('tells which fact failed or came too late, if a rule gets as far as asking for it', async () => {
    const engine = createRuleEngine([rule({ any: [{ fact: 'x', operator: 'equal', value: 1, priority: 2 }, { fact: 'y', operator: 'equal', value: 1 }] })]);
    const down = (): Promise<never> => Promise.reject(new RangeError('register is down'));
    expect((await engine.runAsync({ x: 1, y: down })).results).toHaveLength(1);
    expect(await errorOf(() => engine.runAsync({ x: 2, y: down }))).toMatchObject({ code: 'FACT_FAILED', message: 'Fact "y" could not be fetched: register is down', reason: new RangeError('register is down') });
    expect(await errorOf(() => engine.runAsync({ x: 2, y: down() }))).toMatchObject({ code: 'FACT_FAILED' });
    expect(await errorOf(() => engine.runAsync({ x: 2, y: () => soon(1, 1000) }, { timeoutMs: 5 }))).toMatchObject({ code: 'FACT_TIMEOUT', message: 'Fact "y" did not arrive within 5 ms' });
    expect(await errorOf(() => engine.runAsync({ x: 2, y: () => { throw new RangeError('at once'); } }))).toMatchObject({ message: 'at once' });
    expect(await errorOf(() => engine.runAsync({ x: 2 }))).toMatchObject({ code: 'UNDEFINED_FACT' });
  });

  it('ends by the timeout when two facts wait for each other', async () => {
    const engine = createRuleEngine([rule(is('a', 1))]).addFact('a', async (_: unknown, almanac: RuleAlmanac) => almanac.factValue('b')).addFact('b', async (_: unknown, almanac: RuleAlmanac) => almanac.factValue('a'));
    expect(await errorOf(() => engine.runAsync({}, { timeoutMs: 20 }))).toMatchObject({ code: expect.stringMatching(/FACT_/) as unknown });
  });

  it('run refuses what is not there yet', async () => {
    expect(await errorOf(() => createRuleEngine([rule(is('x', 1))]).run({ x: soon(1) }))).toMatchObject({ code: 'ASYNCHRONOUS', message: 'Fact "x" is a promise. Use runAsync.' });
    expect(await errorOf(() => createRuleEngine([rule(is('x', 1))]).run({ x: () => soon(1) }))).toMatchObject({ code: 'ASYNCHRONOUS' });
  });
});
