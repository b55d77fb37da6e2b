import { describe, expect, it } from 'vitest';
import type { Condition, Facts, NamedConditions, Truth } from '@cobuild/core';
import { compileCondition } from './compile-condition.js';
import { MAX_DEPTH, MAX_PARTS } from './compile-part.js';
import { conditionFacts } from './condition-facts.js';
import { compiledCondition, evaluateCondition, traceCondition } from './evaluate-condition.js';

const yes: Condition = { fact: 'yes', operator: 'equal', value: true };
const no: Condition = { fact: 'no', operator: 'equal', value: true };
const open: Condition = { fact: 'open', operator: 'equal', value: true };
const facts: Facts = { yes: true, no: false };
const x = (operator: string, value: Extract<Condition, { fact: string }>['value']): Condition => ({ fact: 'x', operator, value });
/** What a document holds that nobody has checked. */
const unchecked = (value: unknown): Condition => value as Condition;

describe('evaluateCondition', () => {
  // Section "missing data": what other engines answer "yes" or "no" to, or stop at, is unknown here.
  it.each<[string, Facts]>([['absent', {}], ['undefined', { x: undefined }], ['null', { x: null }], ['an empty text', { x: '' }]])('is unknown for every question about a fact that is %s', (_, missing) => {
    const questions: Condition[] = [
      x('lessThan', 10), { not: x('greaterThanInclusive', 10) }, x('not:greaterThanInclusive', 10), x('notEqual', 5), x('notIn', ['a']), x('contains', 'a'), x('doesNotContain', 'a'),
      x('equal', 5), x('in', ['a']), x('someFact:equal', 1), x('everyFact:equal', 1), x('not:someFact:equal', 1), x('swap:in', [1]), x('someValue:equal', []),
    ];
    for (const question of questions) expect([question, evaluateCondition(question, missing)]).toEqual([question, 'unknown']);
  });

  it('is unknown for a text where a number is asked', () => {
    expect(evaluateCondition(x('greaterThanInclusive', 10), { x: '12' })).toBe('unknown');
    expect(evaluateCondition({ not: x('greaterThanInclusive', 10) }, { x: '12' })).toBe('unknown');
  });

  it.each<[Condition, Truth]>([
    [{ all: [] }, true], [{ any: [] }, true], [{ not: { all: [] } }, false], [{ not: { any: [] } }, false],
    [{ all: [yes, yes] }, true], [{ all: [yes, no] }, false], [{ all: [yes, open] }, 'unknown'], [{ all: [open, no] }, false],
    [{ any: [no, no] }, false], [{ any: [no, yes] }, true], [{ any: [no, open] }, 'unknown'], [{ any: [open, yes] }, true],
    [{ not: yes }, false], [{ not: no }, true], [{ not: open }, 'unknown'], [{ not: { not: open } }, 'unknown'],
    [{ any: [{ all: [yes, open] }, { not: no }] }, true], [yes, true],
  ])('answers %j with %s', (condition, expected) => {
    expect(evaluateCondition(condition, facts)).toBe(expected);
    expect(traceCondition(condition, facts).result).toBe(expected);
  });

  it('reads a value from another fact, and is unknown while that one is empty', () => {
    const condition: Condition = { fact: 'households', operator: 'greaterThanInclusive', value: { fact: 'parameters', path: '$.minHouseholds' } };
    const at = (households: number, parameters: unknown): Truth => evaluateCondition(condition, { households, parameters });
    expect([19, 20, 21].map((households) => at(households, { minHouseholds: 20 }))).toEqual([false, true, true]);
    expect([{}, undefined, null, { minHouseholds: null }, { minHouseholds: '' }].map((parameters) => at(21, parameters))).toEqual(Array(5).fill('unknown'));
    expect(evaluateCondition({ fact: 'a', operator: 'notEqual', value: { fact: 'b' } }, { a: 1, b: '' })).toBe('unknown');
    expect(evaluateCondition({ fact: 'a', operator: 'in', value: { fact: 'b' } }, { a: 1, b: [] })).toBe(false);
  });

  it('reads own properties only', () => {
    for (const fact of ['__proto__', 'constructor', 'toString']) expect(evaluateCondition({ fact, operator: 'notEqual', value: 'x' }, {})).toBe('unknown');
    expect(evaluateCondition(yes, Object.create({ yes: true }) as Facts)).toBe('unknown');
    expect(evaluateCondition({ condition: 'toString' }, {}, {})).toBe('unknown');
    expect(evaluateCondition(unchecked(Object.create({ all: [] })), {})).toBe('unknown');
  });

  it('ignores a path on a value that has no parts, where json-rules-engine compares the value itself', () => {
    expect(evaluateCondition({ fact: 'x', path: '$.n', operator: 'equal', value: 5 }, { x: 5 })).toBe('unknown');
    expect(evaluateCondition({ fact: 'x', path: '', operator: 'equal', value: 5 }, { x: 5 })).toBe(true);
  });

  it('takes priority and params as harmless, and leaves the condition as it was', () => {
    const condition: Condition = { all: [{ ...yes, priority: 1.5, params: { a: 1 } }, { any: [no, yes], priority: -3 }], priority: 0 };
    const before = JSON.stringify(condition);
    expect(evaluateCondition(condition, facts)).toBe(true);
    expect(JSON.stringify(condition)).toBe(before);
  });

  it('compiles a condition once for the same named conditions', () => {
    const condition: Condition = { condition: 'ok' };
    const [first, second]: NamedConditions[] = [{ ok: yes }, { ok: no }];
    expect(compiledCondition(condition, first)).toBe(compiledCondition(condition, first));
    expect(evaluateCondition(condition, facts, first)).toBe(true);
    expect(evaluateCondition(condition, facts, second)).toBe(false);
    expect(evaluateCondition(condition, facts)).toBe('unknown');
  });
});

describe('traceCondition', () => {
  it('tells what was found and wanted everywhere, without skipping', () => {
    const condition: Condition = {
      name: 'both', all: [
        { fact: 'households', operator: 'lessThan', value: 20, name: 'few' },
        { not: { fact: 'applicant', path: '$.level', operator: 'equal', value: { fact: 'parameters', path: '$.level' } } },
        { condition: 'ok' }, open,
      ],
    };
    expect(traceCondition(condition, { households: 20, applicant: { level: 'village' }, parameters: {}, yes: true }, { ok: { any: [yes] } })).toEqual({
      kind: 'all', name: 'both', pointer: '', result: false, children: [
        { kind: 'comparison', name: 'few', pointer: '/all/0', fact: 'households', operator: 'lessThan', found: 20, wanted: 20, result: false },
        {
          kind: 'not', pointer: '/all/1', result: 'unknown', children: [{
            kind: 'comparison', pointer: '/all/1/not', fact: 'applicant', path: '$.level', operator: 'equal', found: 'village',
            wantedFrom: { fact: 'parameters', path: '$.level' }, result: 'unknown',
          }],
        },
        {
          kind: 'reference', name: 'ok', pointer: '/all/2', result: true, children: [{
            kind: 'any', pointer: '', result: true, children: [{ kind: 'comparison', pointer: '/any/0', fact: 'yes', operator: 'equal', found: true, wanted: true, result: true }],
          }],
        },
        { kind: 'comparison', pointer: '/all/3', fact: 'open', operator: 'equal', wanted: true, result: 'unknown' },
      ],
    });
  });
});

describe('named conditions', () => {
  it('that lead back to themselves are unknown from wherever they are asked', () => {
    const named: NamedConditions = { a: { any: [{ condition: 'b' }, yes] }, b: { not: { condition: 'a' } }, self: { condition: 'self' }, c: { all: [{ condition: 'a' }] }, fine: yes };
    for (const name of ['a', 'b', 'self', 'c']) expect(evaluateCondition({ condition: name }, facts, named)).toBe('unknown');
    expect(evaluateCondition({ condition: 'fine' }, facts, named)).toBe(true);
    expect(compileCondition({ all: [{ condition: 'a' }, { condition: 'self' }, { condition: 'c' }] }, { conditions: named }).defects).toEqual([
      { code: 'conditionCycle', pointer: '/all/0/condition', params: { condition: 'a', cycle: ['a', 'b', 'a'] } },
      { code: 'conditionCycle', pointer: '/all/1/condition', params: { condition: 'self', cycle: ['self', 'self'] } },
    ]);
  });

  it('that double each other are refused instead of growing without end', () => {
    const named: Record<string, Condition> = { n0: yes };
    for (let level = 1; level <= 40; level += 1) named[`n${level}`] = { all: [{ condition: `n${level - 1}` }, { condition: `n${level - 1}` }] };
    expect(evaluateCondition({ condition: 'n10' }, facts, named)).toBe(true);
    expect(evaluateCondition({ condition: 'n40' }, facts, named)).toBe('unknown');
  });
});

describe('compileCondition', () => {
  it.each<[unknown, string, string]>([
    [null, 'malformed', ''], [[], 'malformed', ''], ['all', 'malformed', ''], [{}, 'malformed', ''], [{ all: [], any: [] }, 'malformed', ''],
    [{ all: {} }, 'malformed', '/all'], [{ any: 'x' }, 'malformed', '/any'], [{ not: [] }, 'malformed', '/not'], [{ condition: 5 }, 'malformed', '/condition'],
    [{ fact: 5, operator: 'equal', value: 1 }, 'malformed', '/fact'], [{ fact: 'x', value: 1 }, 'malformed', '/operator'], [{ fact: 'x', operator: 'equal' }, 'malformed', ''],
    [{ fact: 'x', path: 5, operator: 'equal', value: 1 }, 'malformed', '/path'], [{ fact: 'x', operator: 'equal', value: { fact: 5 } }, 'malformed', '/value/fact'],
    [{ fact: 'x', operator: 'greaterThen', value: 1 }, 'unknownOperator', '/operator'], [{ fact: 'x', path: '$..a', operator: 'equal', value: 1 }, 'path', '/path'],
    [{ fact: 'x', operator: 'equal', value: { fact: 'y', path: '$[?(1)]' } }, 'path', '/value/path'], [{ fact: 'x', operator: 'equal', value: { a: 1 } }, 'objectValue', '/value'],
    [{ fact: 'x', operator: 'in', value: ['a', null] }, 'emptyInList', '/value/1'], [{ condition: 'nobody' }, 'unknownCondition', '/condition'],
  ])('names what is wrong with %j and answers unknown', (broken, code, pointer) => {
    const compiled = compileCondition(unchecked({ all: [broken] }));
    expect(compiled.defects).toMatchObject([{ code, pointer: broken !== null && typeof broken === 'object' && 'not' in broken ? '/all/0/not' : `/all/0${pointer}` }]);
    expect(compiled.evaluate({ x: 1, y: {} })).toBe('unknown');
    expect(compiled.trace({ x: 1, y: {} }).result).toBe('unknown');
    expect(evaluateCondition(unchecked(broken), { x: 1, y: {} })).toBe('unknown');
  });

  it('finds nothing wrong with a good condition', () => {
    expect(compileCondition({ all: [yes, { condition: 'ok' }, x('not:someFact:in', ['a'])] }, { conditions: { ok: { any: [no] } } }).defects).toEqual([]);
  });

  it('answers unknown below the stated depth', () => {
    const nest = (levels: number): Condition => {
      let condition: Condition = yes;
      for (let level = 0; level < levels; level += 1) condition = { all: [condition] };
      return condition;
    };
    expect(evaluateCondition(nest(MAX_DEPTH), facts)).toBe(true);
    expect(evaluateCondition(nest(MAX_DEPTH + 1), facts)).toBe('unknown');
    expect(compileCondition(nest(MAX_DEPTH + 1)).defects).toMatchObject([{ code: 'tooDeep', params: { limit: MAX_DEPTH } }]);
    expect(evaluateCondition(nest(5000), facts)).toBe('unknown');
  });

  it('answers unknown above the stated number of parts', () => {
    expect(compileCondition({ all: Array<Condition>(MAX_PARTS - 1).fill(yes) }).defects).toEqual([]);
    const large = compileCondition({ all: Array<Condition>(MAX_PARTS).fill(yes) });
    expect(large.defects).toMatchObject([{ code: 'tooLarge', pointer: '' }]);
    expect(large.evaluate(facts)).toBe('unknown');
  });
});

describe('conditionFacts', () => {
  it('lists every fact in document order, through names once, with the place of each', () => {
    const condition: Condition = {
      all: [
        { fact: 'households', operator: 'greaterThanInclusive', value: { fact: 'parameters', path: '$.min' } },
        { condition: 'ok' }, { not: { fact: 'applicant', path: '$.level', operator: 'in', value: ['village'] } }, { condition: 'ok' }, unchecked({}),
      ],
    };
    expect(conditionFacts(condition, { ok: { any: [yes, { condition: 'ok' }] } })).toEqual([
      { fact: 'households', pointer: '/all/0', operator: 'greaterThanInclusive', side: 'found' },
      { fact: 'parameters', path: '$.min', pointer: '/all/0/value', operator: 'greaterThanInclusive', side: 'wanted' },
      { fact: 'yes', pointer: '/any/0', condition: 'ok', operator: 'equal', side: 'found' },
      { fact: 'applicant', path: '$.level', pointer: '/all/2/not', operator: 'in', side: 'found' },
    ]);
  });
});
