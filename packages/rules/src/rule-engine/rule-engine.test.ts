import { describe, expect, it } from 'vitest';
import type { RuleCondition, RuleDefinition, RuleEvent, RuleRoot } from './index.js';
import { createRuleEngine, RuleEngineError, UndefinedFactError } from './index.js';

const rule = (conditions: RuleRoot, more: Partial<RuleDefinition> = {}): RuleDefinition => ({ conditions, event: { type: 'found' }, ...more });
const compare = (operator: string, value: unknown, more: Partial<RuleCondition> = {}): RuleCondition => ({ fact: 'x', operator, value, ...more });

/** The result of the first rule. */
function ask(conditions: RuleRoot, facts: object, options = {}): ReturnType<ReturnType<typeof createRuleEngine>['run']>['results'][number] {
  const { results, failureResults } = createRuleEngine([rule(conditions)], options).run(facts);
  const [first] = [...results, ...failureResults];
  if (first === undefined) throw new Error('There is no result');
  return first;
}
const answer = (x: unknown, operator: string, value: unknown): boolean => ask({ all: [compare(operator, value)] }, { x }).result;
const thrownBy = (act: () => unknown): unknown => {
  try {
    act();
  } catch (error) {
    return error;
  }
  throw new Error('Nothing was thrown');
};

describe('operators of createRuleEngine', () => {
  const shared = [1];
  it.each<[unknown, string, unknown, boolean]>([
    ['5', 'equal', 5, false], [NaN, 'equal', NaN, false], [shared, 'equal', shared, false], [undefined, 'notEqual', 5, true],
  ])('rule 1: %j %s %j is %s', (x, operator, value, expected) => expect(answer(x, operator, value)).toBe(expected));

  it('rule 1: two facts that are the same list are equal', () => {
    expect(ask({ all: [compare('equal', { fact: 'y' })] }, { x: shared, y: shared }).result).toBe(true);
  });

  it.each<[unknown, string, unknown, boolean]>([
    ['b', 'in', 'abc', true], [undefined, 'in', 'undefined!', true], [NaN, 'in', [NaN], false], ['5', 'in', [5], false], [5, 'notIn', [5], false], [6, 'notIn', [5], true],
  ])('rule 2: %j %s %j is %s', (x, operator, value, expected) => expect(answer(x, operator, value)).toBe(expected));

  it.each<[unknown]>([[undefined], [null], [5], [{}]])('rule 2: in throws a TypeError for %j as value', (value) => {
    expect(() => answer(1, 'in', value)).toThrow(TypeError);
    expect(() => answer(1, 'someValue:equal', value)).toThrow('Operator "someValue" needs a list as value');
  });

  it.each<[unknown, string, boolean]>([['abc', 'contains', false], ['abc', 'doesNotContain', false], [undefined, 'doesNotContain', false], [['a'], 'contains', true], [['b'], 'doesNotContain', true]])(
    'rule 3: %j %s "a" is %s', (x, operator, expected) => expect(answer(x, operator, 'a')).toBe(expected),
  );

  it.each<[unknown, string, unknown, boolean]>([
    [null, 'lessThan', 20, false], [undefined, 'lessThan', 20, false], [true, 'lessThan', 20, false], ['', 'lessThan', 20, false], [{}, 'lessThan', 20, false], [new Date(0), 'greaterThanInclusive', 0, false],
    ['12abc', 'lessThan', 20, false], ['10', 'lessThan', 20, true], ['10', 'lessThan', '9', true], [[5], 'lessThan', 20, true], [{ toString: () => '3' }, 'lessThan', 20, true], [10n, 'lessThan', 20, true],
    [Infinity, 'greaterThan', 20, true], ['2025-06-01', 'lessThan', '2026-01-01', true], ['2025-01-01', 'lessThan', 20, false], [-5, 'lessThan', null, true], [-5, 'lessThan', undefined, false],
    [19, 'lessThan', 20, true], [20, 'lessThan', 20, false], [21, 'lessThan', 20, false], [19, 'greaterThanInclusive', 20, false], [20, 'greaterThanInclusive', 20, true], [21, 'greaterThan', 20, true], [20, 'lessThanInclusive', 20, true],
  ])('rule 4: %s %s %s is %s', (x, operator, value, expected) => expect(answer(x, operator, value)).toBe(expected));

  it('rule 4: a symbol throws', () => expect(() => answer(Symbol('x'), 'lessThan', 5)).toThrow(TypeError));

  it.each<[unknown, string, unknown, boolean]>([
    [[], 'someFact:equal', 1, false], [[], 'everyFact:equal', 1, true], [1, 'someFact:equal', 1, false], [1, 'not:someFact:equal', 1, true], [null, 'not:lessThan', 5, true], ['abc', 'not:contains', 'a', true],
    [5, 'swap:lessThan', 3, true], [5, 'swap:lessThan', '', false], [1, 'someValue:equal', [1, 2], true], [1, 'everyValue:equal', [1, 2], false], [[1, 2], 'everyFact:in', [1, 2, 3], true],
  ])('rule 6: %j %s %j is %s', (x, operator, value, expected) => expect(answer(x, operator, value)).toBe(expected));

  it.each(['atLeast', 'not:atLeast', ':equal', 'nope:equal', 'toString', ''])('rule 7: the unknown operator "%s" throws when it is asked, not when it is added', (operator) => {
    const engine = createRuleEngine([rule({ all: [compare(operator, 1)] })]);
    expect(() => engine.run({ x: 1 })).toThrow(`Unknown operator: ${operator}`);
  });

  it('rule 7: a custom operator whose name has a colon wins whole, and a later one replaces it behind decorators too', () => {
    const engine = createRuleEngine([rule({ all: [compare('not:equal', 1)] }), rule({ all: [compare('swap:near', 1)] })]);
    engine.addOperator('near', () => true);
    expect(engine.run({ x: 1 }).results).toHaveLength(1);
    engine.addOperator('not:equal', (x, value) => x === value).addOperator('near', () => false);
    expect(engine.run({ x: 1 }).results.map(({ conditions }) => conditions.all?.[0]?.operator)).toEqual(['not:equal']);
  });

  it('rule 8: what a custom operator answers is made true or false once, wherever it stands', () => {
    const engine = createRuleEngine([rule({ all: [compare('count', 0)] }), rule({ all: [compare('count', 0), compare('count', 0)] }), rule({ not: { any: [compare('count', 0)] } })]);
    engine.addOperator('count', () => 1);
    expect(engine.run({ x: 1 }).results.map(({ result }) => result)).toEqual([true, true]);
  });

  it('refuses an operator that answers with a promise', () => {
    const engine = createRuleEngine([rule({ all: [compare('later', 0)] })]).addOperator('later', async () => false);
    expect(thrownBy(() => engine.run({ x: 1 }))).toMatchObject({ code: 'ASYNCHRONOUS' });
  });

  it('asks the validators of custom operators and decorators before them', () => {
    const engine = createRuleEngine([rule({ all: [compare('any:even', 0)] })]);
    engine.addOperator<number>('even', (x) => x % 2 === 0, (x) => typeof x === 'number');
    engine.addOperatorDecorator<number[]>('any', (x, value, next) => x.some((item) => next(item, value)), Array.isArray);
    expect([[1, 2], [1, '2'], 2, null].map((x) => engine.run({ x }).results.length)).toEqual([1, 0, 0, 0]);
  });

  it.each([
    ['Missing operator name', () => createRuleEngine().addOperator('', () => true)], ['Missing operator callback', () => createRuleEngine().addOperator('x', null as never)],
    ['Missing decorator name', () => createRuleEngine().addOperatorDecorator('', () => true)], ['Missing decorator callback', () => createRuleEngine().addOperatorDecorator('x', null as never)],
  ])('says %s', (words, act) => expect(act).toThrow(words));
});

describe('conditions of createRuleEngine', () => {
  const yes = compare('equal', 1);
  const no = compare('equal', 2);

  it('rule 9: at the root any wins over all, all over not, and a group over a name; elsewhere the name wins', () => {
    const facts = { x: 1 };
    expect(ask({ any: [yes], all: [no], not: yes, condition: 'gone' }, facts).result).toBe(true);
    expect(ask({ all: [yes], not: 'unchecked' } as unknown as RuleRoot, facts).result).toBe(true);
    const engine = createRuleEngine([rule({ all: [{ condition: 'never', all: [yes] }] })]).setCondition('never', { all: [no] });
    expect(engine.run(facts).results).toEqual([]);
  });

  it('rule 11: empty groups are true, and not of one is false', () => {
    expect([{ all: [] }, { any: [] }, { not: { any: [] } }].map((root) => ask(root, {}).result)).toEqual([true, true, false]);
  });

  it('rule 12: a value that owns fact is a reference with its own path; inside a list it is an object', () => {
    expect(ask({ all: [compare('equal', { fact: 'y', path: '$.n' })] }, { x: 1, y: { n: 1 } }).conditions.all?.[0]).toMatchObject({ valueResult: 1, result: true });
    expect(answer(1, 'in', [{ fact: 'x' }])).toBe(false);
  });

  it('rule 13: a name is replaced by the condition it stands for, whose name and priority win', () => {
    const engine = createRuleEngine([rule({ any: [{ condition: 'one', name: 'mine', priority: 5 }] })]).setCondition('one', { all: [yes], name: 'its own' });
    expect(engine.run({ x: 1 }).results[0]?.conditions.any?.[0]).toMatchObject({ operator: 'all', name: 'its own', priority: 1, result: true });
    expect(engine.run({ x: 1 }).results[0]?.conditions.any?.[0]).not.toHaveProperty('condition');
  });

  it('rule 13: a name that stands for nothing throws, or is false where that is allowed', () => {
    expect(() => ask({ condition: 'gone' }, {})).toThrow('No condition gone exists');
    expect(ask({ not: { condition: 'gone' } }, {}, { allowUndefinedConditions: true })).toMatchObject({ result: true, conditions: { not: { condition: 'gone', result: false } } });
  });

  it('rule 13: conditions that go round in circles are told, not followed', () => {
    const engine = createRuleEngine([rule({ condition: 'a' })]).setCondition('a', { any: [{ condition: 'b' }] }).setCondition('b', { not: { condition: 'a' } });
    expect(thrownBy(() => engine.run())).toMatchObject({ code: 'CONDITION_CYCLE', message: 'Condition a → b → a refers to itself' });
  });

  it('stops when names double each other without end', () => {
    const engine = createRuleEngine([rule({ condition: 'n30' })]).setCondition('n0', { all: [] });
    for (let n = 1; n <= 30; n += 1) engine.setCondition(`n${n}`, { all: [{ condition: `n${n - 1}` }, { condition: `n${n - 1}` }] });
    expect(thrownBy(() => engine.run())).toMatchObject({ code: 'TOO_LARGE' });
  });

  it('takes groups 500 deep and refuses deeper ones', () => {
    const deep = (levels: number): RuleRoot => (levels === 0 ? { all: [] } : { not: deep(levels - 1) });
    expect(ask(deep(500), {}).result).toBe(true);
    expect(thrownBy(() => ask(deep(501), {}))).toMatchObject({ code: 'TOO_LARGE' });
  });

  it('rule 14: a comparison cannot have a name of its own', () => {
    expect(() => createRuleEngine().setCondition('one', yes as unknown as RuleRoot)).toThrow('"conditions" root must contain');
    expect(() => createRuleEngine().setCondition('', { all: [] })).toThrow('Engine: setCondition() requires name');
  });

  it('refuses a rule without conditions when it is added', () => {
    expect(() => createRuleEngine([{ event: { type: 'a' }, conditions: undefined } as unknown as RuleDefinition])).toThrow('"conditions" root must contain');
  });

  it('keeps words like __proto__ and toString as words', () => {
    const odd = JSON.parse('{"all":[{"fact":"x","operator":"equal","value":{"toString":1},"__proto__":{"priority":9}}]}') as RuleRoot;
    const [leaf] = ask(odd, { x: 1 }).conditions.all ?? [];
    expect(Object.keys(leaf ?? {})).toContain('__proto__');
    expect([leaf?.priority, leaf?.value]).toEqual([undefined, { toString: 1 }]);
    expect(ask({ condition: 'toString' }, {}, { allowUndefinedConditions: true }).result).toBe(false);
  });
});

describe('priorities of createRuleEngine', () => {
  const asked = (conditions: RuleRoot, priorities: Record<string, number> = {}): string => {
    let order = '';
    const engine = createRuleEngine([rule(conditions)]);
    for (const id of ['a', 'b', 'c']) engine.addFact(id, () => { order += id; return id; }, { priority: priorities[id] ?? 1 });
    engine.run();
    return order;
  };
  const is = (fact: string, value: string, priority?: unknown): RuleCondition => ({ fact, operator: 'equal', value, ...(priority === undefined ? {} : { priority: priority as number }) });

  it('rule 15: the priority is that of the condition, else that of the fact', () => {
    expect(asked({ all: [is('a', 'a'), is('b', 'b', 3), is('c', 'c')] }, { c: 5 })).toBe('cba');
    expect(asked({ all: [is('a', 'a', 0), is('b', 'b')] }, { a: 2, b: 3 })).toBe('ba');
  });

  it('rule 16: a set is asked as a whole; only later sets are skipped, and what is skipped has no result', () => {
    expect(asked({ any: [is('a', 'a'), is('b', 'b'), is('c', 'c', 0.5)] })).toBe('ab');
    const { any = [] } = ask({ any: [compare('equal', 1, { priority: 2 }), compare('equal', 1)] }, { x: 1 }).conditions;
    expect(any.map((condition) => Object.keys(condition).sort())).toEqual([['fact', 'factResult', 'operator', 'priority', 'result', 'value', 'valueResult'], ['fact', 'operator', 'value']]);
  });

  it('rule 16: a missing fact throws even beside a true condition of its set, not behind one that settles the group', () => {
    expect(() => ask({ any: [compare('equal', 1), { fact: 'gone', operator: 'equal', value: 1 }] }, { x: 1 })).toThrow(UndefinedFactError);
    expect(ask({ any: [compare('equal', 1, { priority: 2 }), { fact: 'gone', operator: 'equal', value: 1 }] }, { x: 1 }).result).toBe(true);
  });

  it('rule 17: fractions and negative numbers count, a word comes last, and the rule stays as it was', () => {
    const conditions: RuleRoot = { all: [is('a', 'a', 'soon'), is('b', 'b', -1), is('c', 'c', 2.5)] };
    const before = JSON.stringify(conditions);
    expect(asked(conditions)).toBe('cba');
    expect(JSON.stringify(conditions)).toBe(before);
  });

  it('rule 18: rules run by priority, in the order in which they were added within one', () => {
    const engine = createRuleEngine();
    for (const [name, priority] of [['word', 'abc'], ['one', 1], ['null', null], ['2.9', 2.9], ['two', '2']] as const) {
      // A deeper tree is not later, as it is where each level is a promise more.
      engine.addRule(rule(name === 'one' ? { all: [{ all: [{ all: [] }] }] } : { all: [] }, { name, priority: priority as number }));
    }
    expect(engine.run().results.map(({ name, priority }) => [name, priority])).toEqual([['2.9', 2], ['two', 2], ['one', 1], ['null', 1], ['word', NaN]]);
    expect(() => engine.addRule(rule({ all: [] }, { priority: -1 }))).toThrow('Priority must be greater than zero');
  });
});

describe('results of createRuleEngine', () => {
  const engine = createRuleEngine([rule({ all: [compare('greaterThan', 20, { path: '$.n', name: 'many', note: 'kept' } as Partial<RuleCondition>), { not: compare('equal', 1) }] }, { name: 'r', priority: 3, event: { type: 'found', params: { a: [1] } } })]);

  it('rules 26 and 27: groups have operator, priority and result, comparisons what was found, and the root no result', () => {
    const [result] = engine.run({ x: { n: 21 } }).results;
    expect(result).toEqual({
      name: 'r', priority: 3, result: true, event: { type: 'found', params: { a: [1] } },
      conditions: { operator: 'all', priority: 1, all: [
        { fact: 'x', operator: 'greaterThan', value: 20, path: '$.n', name: 'many', note: 'kept', factResult: 21, valueResult: 20, result: true },
        { operator: 'not', priority: 1, result: true, not: { fact: 'x', operator: 'equal', value: 1, factResult: { n: 21 }, valueResult: 1, result: false } },
      ] },
    });
  });

  it('rule 26: the event is that of the result, and fresh for each run', () => {
    const first = engine.run({ x: { n: 21 } });
    expect(first.events[0]).toBe(first.results[0]?.event);
    (first.events[0]?.params as { a: unknown[] }).a.push(2);
    expect(engine.run({ x: { n: 21 } }).events[0]).toEqual({ type: 'found', params: { a: [1] } });
    expect(engine.run({ x: { n: 1 } })).toMatchObject({ events: [], results: [], failureEvents: [{ type: 'found' }], failureResults: [{ result: false }] });
  });

  it('rule 28: toJSON is text when it is called and an object within JSON.stringify', () => {
    const [result] = engine.run({ x: { n: 21 } }).results;
    const plain = {
      conditions: { priority: 1, all: [
        { name: 'many', operator: 'greaterThan', value: 20, fact: 'x', factResult: 21, valueResult: 20, result: true, path: '$.n' },
        { priority: 1, not: { operator: 'equal', value: 1, fact: 'x', factResult: { n: 21 }, valueResult: 1, result: false } },
      ] },
      event: { type: 'found', params: { a: [1] } }, priority: 3, name: 'r', result: true,
    };
    expect(result?.toJSON()).toBe(JSON.stringify(plain));
    expect(result?.toJSON(false)).toEqual(plain);
    expect(JSON.parse(JSON.stringify({ results: [result] }))).toEqual({ results: [plain] });
    expect(JSON.parse(JSON.stringify(result?.conditions))).toEqual(plain.conditions);
  });

  it('rule 29: of an event only type and true params are kept; a name is anything true, or 0', () => {
    const told = (more: Partial<RuleDefinition>): unknown => createRuleEngine([rule({ all: [] }, more)]).run().results[0];
    expect(told({ event: { type: 'a', params: 0, more: 1 } as unknown as RuleEvent, name: 0 })).toMatchObject({ event: { type: 'a' }, name: 0 });
    expect(told({ event: null as unknown as RuleEvent, name: '' })).toMatchObject({ event: { type: 'unknown' }, name: undefined });
  });

  it('rule 30: parameters that are references are replaced, those inside others are not', () => {
    const params = { n: { fact: 'x', path: '$.n' }, inner: { n: { fact: 'x' } } };
    const events = (options = {}): readonly RuleEvent[] => createRuleEngine([rule({ all: [] }, { event: { type: 'a', params } })], options).run({ x: { n: 7 } }).events;
    expect(events()[0]?.params).toEqual(params);
    expect(events({ replaceFactsInEventParams: true })[0]?.params).toEqual({ n: 7, inner: { n: { fact: 'x' } } });
    expect(params.n).toEqual({ fact: 'x', path: '$.n' });
  });

  it('does not see what happens to a rule after it was added', () => {
    const list = [1];
    const own = createRuleEngine([rule({ all: [compare('in', list)] })]);
    list.push(2);
    expect(own.run({ x: 2 }).results).toEqual([]);
    (own.run({ x: 1 }).results[0]?.conditions.all?.[0]?.value as number[]).push(2);
    expect(own.run({ x: 2 }).results).toEqual([]);
  });

  it('throws errors of its own class', () => {
    const error = thrownBy(() => ask({ all: [compare('equal', 1)] }, {}));
    expect(error).toBeInstanceOf(RuleEngineError);
    expect(error).toMatchObject({ name: 'UndefinedFactError', code: 'UNDEFINED_FACT', message: 'Undefined fact: x' });
  });
});
