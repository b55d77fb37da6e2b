import fc from 'fast-check';
import type { RuleCondition, RuleDefinition, RuleRoot } from '../src/rule-engine/index.js';

/** Random rule sets over the whole format, with facts, for the comparison with json-rules-engine. */

/**
 * The one way in which a case may fail. One at a time: which of two errors a run of json-rules-engine is rejected with depends on
 * how many promises stand before each.
 */
export type Fault = 'nothing' | 'types' | 'missing fact' | 'unknown operator' | 'unknown condition';

export interface AgreementCase {
  readonly options: { readonly allowUndefinedFacts: boolean; readonly allowUndefinedConditions: boolean; readonly replaceFactsInEventParams: boolean };
  readonly conditions: Readonly<Record<string, RuleRoot>>;
  readonly rules: readonly RuleDefinition[];
  readonly priorities: Readonly<Record<string, number>>;
  readonly facts: Readonly<Record<string, unknown>>;
}

const object = fc.record({
  'a': fc.constantFrom({ b: 1 }, { b: null }, {}, 'text'),
  'dot.key': fc.constantFrom(3, '3', null),
  's': fc.constantFrom('text', ''),
  'list': fc.array(fc.oneof(fc.record({ n: fc.constantFrom(1, 5, '12abc', null, NaN), x: fc.constantFrom([1, 2], [], 'x') }, { noNullPrototype: true }), fc.constantFrom({}, 4, null)), { maxLength: 3 }),
  'nums': fc.array(fc.integer({ min: -5, max: 10 }), { maxLength: 4 }),
}, { requiredKeys: [], noNullPrototype: true });

const scalar = fc.constantFrom<unknown>(0, 1, 5, 7, -5, 2.5, 10, NaN, Infinity, '', '5', '10', '9', '12abc', 'a', 'ab', 'b', '2025-06-01', '2026-01-01', true, false, null, undefined);
const list = fc.array(fc.oneof(scalar, fc.constantFrom<unknown>([5], ['a'])), { maxLength: 3 });
/** What a fact may be: of any type, right or wrong. */
const anything = fc.oneof({ weight: 5, arbitrary: scalar }, { weight: 3, arbitrary: list }, { weight: 3, arbitrary: object }, { weight: 1, arbitrary: fc.constantFrom<unknown>(new Date(0), [5], {}, { toString: () => '3' }) });
const literal = fc.oneof({ weight: 5, arbitrary: scalar }, { weight: 2, arbitrary: list }, { weight: 1, arbitrary: fc.constantFrom<unknown>(new Date(0), {}, { n: 1 }) });

const IDS = ['num', 'txt', 'arr', 'obj', 'any', 'base', 'inherited', 'fixed', 'dynamic', 'derived', 'uncached', 'late', 'chained', 'ranked'] as const;
export const PATHS = [
  '$.a.b', 'a.b', "$['dot.key']", '$["dot.key"]', '$.list[0].n', '$.list.0.n', '$.list.length', '$.s.length', '$.list[*].n', '$.list[*]', '$.list.*', '$.list[0:1].n', '$.list[-1:].n', '$.list[:2]',
  '$.list[1:0]', '$.*', '$', '$.none', '$.none[*]', '$.toString', '$.nums[*]', '$.list[*].x[*]', '$[*]', '$[0]', '$.nums[-2:-1]', '$.a[*]', '',
] as const;
const params = fc.constantFrom<unknown>(undefined, null, {}, { n: 1 }, { n: 5, m: undefined }, { n: 5 }, { m: 1, n: 5 }, { n: 5, m: 1 }, { n: [1] }, 'text');
const optional = <T>(key: string, arbitrary: fc.Arbitrary<T>, weight = 3): fc.Arbitrary<Record<string, T>> =>
  fc.oneof({ weight, arbitrary: fc.constant({}) }, { weight: 1, arbitrary: arbitrary.map((value) => ({ [key]: value })) });

/** A name with where to look and what to ask with, in a condition, a value or a parameter of an event. */
const question = (ids: readonly string[]): fc.Arbitrary<{ readonly fact: string }> =>
  fc.tuple(fc.constantFrom(...ids), optional('path', fc.constantFrom<unknown>(...PATHS, null), 1), optional('params', params))
    .map(([fact, path, given]) => ({ fact, ...path, ...given }));

export const OPERATORS = ['equal', 'notEqual', 'in', 'notIn', 'contains', 'doesNotContain', 'lessThan', 'lessThanInclusive', 'greaterThan', 'greaterThanInclusive', 'longer', 'odd:name', 'even'] as const;
export const DECORATORS = ['someFact', 'everyFact', 'someValue', 'everyValue', 'swap', 'not', 'twice'] as const;
const membership: readonly string[] = ['in', 'notIn'];
const others = OPERATORS.filter((name) => !membership.includes(name));
const stacked = (words: readonly string[], operator: fc.Arbitrary<string>): fc.Arbitrary<string> =>
  fc.tuple(fc.array(fc.constantFrom(...words), { maxLength: 3 }), operator).map(([decorators, name]) => [...decorators, name].join(':'));

type Comparing = fc.Arbitrary<{ readonly operator: string; readonly value: unknown }>;
const harmless = ['someFact', 'everyFact', 'not', 'twice'];
const texts = fc.constantFrom<unknown>('abc', 'undefined!', '', '105');
/** Operators that read their value as a list get one, so that nothing throws. */
const quiet = (ids: readonly string[]): Comparing => {
  const value = fc.oneof({ weight: 3, arbitrary: literal }, { weight: 1, arbitrary: question(ids) });
  const member = stacked(harmless, fc.constantFrom(...membership)).chain((operator) => fc.record({ operator: fc.constant(operator), value: fc.oneof(list, texts) }));
  const each = fc.tuple(stacked(harmless, fc.constantFrom('someValue', 'everyValue')), stacked([...harmless, 'swap'], fc.constantFrom(...others)))
    .map((names) => names.join(':')).chain((operator) => fc.record({ operator: fc.constant(operator), value: list }));
  const other = fc.record({ operator: stacked([...harmless, 'swap'], fc.constantFrom(...others)), value });
  return fc.oneof({ weight: 4, arbitrary: other }, { weight: 2, arbitrary: member }, { weight: 1, arbitrary: each });
};
/** Any operator in front of anything; some throw a TypeError. */
const loud = (ids: readonly string[]): Comparing =>
  fc.record({ operator: stacked(DECORATORS, fc.constantFrom(...OPERATORS)), value: fc.oneof({ weight: 2, arbitrary: list }, { weight: 1, arbitrary: literal }, { weight: 1, arbitrary: question(ids) }) });
const unknownOperators = fc.constantFrom('atLeast', 'not:', 'unknown:equal', ':equal', 'equal:not', 'not:not:toString', '__proto__');

const conditionPriority = optional<unknown>('priority', fc.constantFrom<unknown>(1, 2, 5, 0, -1, 2.5, '3', '2', null, undefined, NaN, Infinity), 1);
const conditionName = optional('name', fc.constantFrom('named', ''), 5);
const NAMES = ['first', 'second', 'third'] as const;

function tree(comparing: Comparing, ids: readonly string[], names: readonly string[]): { readonly node: fc.Arbitrary<RuleCondition>; readonly root: fc.Arbitrary<RuleRoot> } {
  const trees = fc.letrec<{ node: RuleCondition; leaf: RuleCondition; group: RuleRoot }>((tie) => {
    const leaf = fc.tuple(question(ids), comparing, conditionPriority, conditionName).map((parts) => Object.assign({}, ...parts) as RuleCondition);
    const reference = fc.tuple(fc.constantFrom(...names, ''), conditionPriority, conditionName).map(([condition, ...rest]) => Object.assign({ condition }, ...rest) as RuleCondition);
    const group = fc.oneof(
      fc.record({ all: fc.array(tie('node'), { maxLength: 3 }) }),
      fc.record({ any: fc.array(tie('node'), { maxLength: 3 }) }),
      fc.record({ not: tie('node') }),
    );
    return {
      leaf: names.length === 0 ? leaf : fc.oneof({ weight: 6, arbitrary: leaf }, { weight: 1, arbitrary: reference }),
      group: fc.tuple(group, conditionPriority, conditionName, optional('note', fc.constant({ by: ['hand'] }), 9)).map((parts) => Object.assign({}, ...parts) as RuleRoot),
      node: fc.oneof({ maxDepth: 3, withCrossShrink: true }, { weight: 2, arbitrary: tie('leaf') }, { weight: 1, arbitrary: tie('group') }),
    };
  });
  // Several groups at once, or a name beside a group: only one of them counts, and which one depends on where it stands.
  const several = fc.tuple(trees.group, trees.group, names.length === 0 ? fc.constant({}) : optional('condition', fc.constantFrom(...names), 1)).map((parts): RuleRoot => Object.assign({}, ...parts));
  const named = names.length === 0 ? [] : [{ weight: 1, arbitrary: fc.record({ condition: fc.constantFrom(...names) }) }];
  return { node: trees.node, root: fc.oneof({ weight: 9, arbitrary: trees.group }, { weight: 1, arbitrary: several }, ...named) };
}

const NO_NAME = { condition: 'no such' };

/** Leaves one reference to a condition that does not exist: of two, one would reject a promise that nobody waits for. */
function withOneUnknown(rules: readonly RuleDefinition[], at: number): readonly RuleDefinition[] {
  return rules.map((rule, index) => (index === at % rules.length ? { ...rule, conditions: at % 2 === 0 ? { all: [rule.conditions, NO_NAME] } : { not: NO_NAME } } : rule));
}

/** The references that the tree makes up beside the three names are a word that exists only where it is allowed to be missing. */
function knownNames<T>(value: T, instead: string): T {
  if (Array.isArray(value)) return value.map((item: unknown) => knownNames(item, instead)) as T;
  if (value === null || typeof value !== 'object' || value instanceof Date || Object.prototype.hasOwnProperty.call(value, 'toString')) return value;
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, key === 'condition' && member === '' ? instead : knownNames(member, instead)])) as T;
}

const EVENT_TYPES = ['a', 'b', 'success', 'failure', 'error', 'stop'] as const;
const eventParams = (ids: readonly string[]): fc.Arbitrary<unknown> => fc.oneof(
  fc.dictionary(fc.constantFrom('x', 'y', 'to string'), fc.oneof(literal, question(ids), fc.constant({ inner: { fact: 'num' } })), { maxKeys: 2, noNullPrototype: true }),
  fc.constantFrom<unknown>(0, null, 'text', [1, 2]), fc.array(question(ids), { maxLength: 2 }),
);

/** Rules with named conditions and facts that fail, if at all, in the given way. */
export function agreementCases(fault: Fault): fc.Arbitrary<AgreementCase> {
  const allowed = fault === 'missing fact' ? fc.constant(false) : fault === 'types' ? fc.constant(true) : fc.boolean();
  return fc.tuple(allowed, unknownOperators).chain(([allowUndefinedFacts, unknownOperator]) => {
    // Where a missing fact would be an error, rules only ask for facts that are there, or for the one that is missing.
    const ids = fault === 'missing fact' ? [...IDS, 'missing'] : allowUndefinedFacts ? [...IDS, 'missing', '__proto__', 'toString'] : IDS;
    const usual = fault === 'types' ? loud(ids) : quiet(ids);
    const comparing = fault === 'unknown operator' ? fc.oneof({ weight: 6, arbitrary: usual }, { weight: 1, arbitrary: fc.record({ operator: fc.constant(unknownOperator), value: literal }) }) : usual;
    const { root } = tree(comparing, ids, NAMES);
    const rule = fc.tuple(
      fc.record({ conditions: root, event: fc.tuple(fc.constantFrom(...EVENT_TYPES), optional('params', eventParams(ids), 1)).map(([type, given]) => ({ type, ...given })) }),
      optional<unknown>('priority', fc.constantFrom<unknown>(1, 2, 3, 2.9, 0, null, '2', 'abc'), 1),
      optional<unknown>('name', fc.constantFrom<unknown>('rule', 0, '', 7)),
    ).map((parts) => Object.assign({}, ...parts) as RuleDefinition);
    return fc.record({
      options: fc.record({ allowUndefinedFacts: fc.constant(allowUndefinedFacts), allowUndefinedConditions: fault === 'unknown condition' ? fc.constant(false) : fc.boolean(), replaceFactsInEventParams: fc.boolean() }),
      first: tree(comparing, ids, []).root, second: tree(comparing, ids, ['first']).root, third: tree(comparing, ids, ['first', 'second']).root,
      rules: fc.array(rule, { minLength: 1, maxLength: 4 }),
      priorities: fc.dictionary(fc.constantFrom('num', 'dynamic', 'ranked'), fc.constantFrom(1, 3, 5, -2), { maxKeys: 2 }),
      facts: fc.record({ num: anything, txt: anything, arr: anything, obj: object, any: anything }),
      at: fc.nat(7),
    }).map(({ first, second, third, rules, options, at, ...rest }) => {
      const instead = options.allowUndefinedConditions ? 'no such' : 'first';
      const inFirst = options.allowUndefinedConditions ? 'no such' : 'empty';
      const known = knownNames(rules, instead);
      return {
        ...rest, options,
        conditions: { empty: { any: [] }, first: knownNames(first, inFirst), second: knownNames(second, instead), third: knownNames(third, instead) },
        rules: fault === 'unknown condition' ? withOneUnknown(known, at) : known,
      };
    });
  });
}

const junk = fc.constantFrom<unknown>(null, undefined, 0, 1, -1, '', 'text', '0', true, [], {}, { all: 1 }, { any: {} }, { not: [] }, { condition: 'first' }, { type: undefined }, { fact: 'num' }, { fact: 'num', operator: 'equal' });

/** A copy in which one place, found by the numbers, is missing or replaced. */
function broken(value: unknown, where: readonly number[], instead: { readonly value: unknown } | undefined): unknown {
  const [first, ...rest] = where;
  if (first === undefined || value === null || typeof value !== 'object' || value instanceof Date || Object.keys(value).length === 0) return instead?.value;
  const entries = Object.entries(value);
  const chosen = first % entries.length;
  const mended = entries.flatMap(([key, member], index): [string, unknown][] => {
    if (index !== chosen) return [[key, member]];
    return rest.length === 0 && instead === undefined ? [] : [[key, broken(member, rest, instead)]];
  });
  return Array.isArray(value) ? mended.map(([, member]) => member) : Object.fromEntries(mended);
}

/** A rule of which something is missing or replaced by what does not belong there. */
export const brokenRules: fc.Arbitrary<unknown> = fc.tuple(agreementCases('nothing'), fc.array(fc.nat(20), { maxLength: 7 }), fc.option(fc.record({ value: junk }), { nil: undefined }))
  .map(([{ rules }, where, instead]) => broken(rules[0], where, instead));
