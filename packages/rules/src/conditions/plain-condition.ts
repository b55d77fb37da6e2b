import type { Condition, Facts, Truth } from '@cobuild/core';
import type { OperatorName } from '../operators/index.js';
import { everyTruth, notTruth, someTruth } from '../operators/truth.js';
import { ownFact } from './fact-reader.js';
import { literalTest } from './literal-test.js';
import { MAX_PATH_LENGTH } from './path-length.js';

/** Answers a condition from the facts. */
export type PlainTest = (facts: Facts) => Truth;

/** Deeper ones are for the whole evaluator, which says what is too deep. */
const DEEPEST = 20;
const KINDS = ['all', 'any', 'not', 'condition', 'fact'] as const;
/** `$`, `$.a.b` or `a.b`, with names as paths have them. */
const PLAIN_PATH = /^(?:\$|(?!\$)[^.[\]'"*^~@()?`\s]+)(?:\.[^.[\]'"*^~@()?`\s]+)*$/;

const hasOwn = (value: object, key: string): boolean => Object.prototype.hasOwnProperty.call(value, key);

/**
 * The test of a condition of the kind that most questions of a form have: comparisons of a fact, or what a path of names leads to, with a value that stands there,
 * in groups. It answers what `compileCondition` makes of the same condition (a property test holds the two together) in a tenth of the code.
 *
 * @returns `undefined` for any other condition: one that refers to others or to other facts, has operators of other kinds, or is not right.
 */
export function plainCondition(condition: unknown, depth = 0): PlainTest | undefined {
  if (depth > DEEPEST || typeof condition !== 'object' || condition === null || Array.isArray(condition)) return undefined;
  const parts = condition as Readonly<Record<string, unknown>>;
  const [kind, another] = KINDS.filter((each) => hasOwn(parts, each));
  if (kind === undefined || another !== undefined) return undefined;
  if (kind === 'fact') return comparison(parts);
  if (kind === 'not') {
    const test = plainCondition(parts['not'], depth + 1);
    return test && ((facts) => notTruth(test(facts)));
  }
  const items = parts[kind];
  // A group of nothing is true, also where one of them is to hold.
  if (!Array.isArray(items) || items.length === 0) return undefined;
  const tests = items.map((item: unknown) => plainCondition(item, depth + 1));
  if (!tests.every((test): test is PlainTest => test !== undefined)) return undefined;
  const hold = kind === 'all' ? everyTruth : someTruth;
  return (facts) => hold(tests, (test) => test(facts));
}

function comparison(parts: Readonly<Record<string, unknown>>): PlainTest | undefined {
  const { fact, operator, value } = parts;
  const path = hasOwn(parts, 'path') ? parts['path'] : '';
  if (typeof fact !== 'string' || fact === '' || typeof operator !== 'string' || typeof path !== 'string' || hasOwn(parts, 'params') || !hasOwn(parts, 'operator') || !hasOwn(parts, 'value')) return undefined;
  if (path !== '' && (path.length > MAX_PATH_LENGTH || !PLAIN_PATH.test(path))) return undefined;
  const test = literalTest(operator as OperatorName, 0, value);
  const names = path.split('.').filter((name) => name !== '' && name !== '$');
  return test && ((facts) => test([names.reduce(property, ownFact(facts, fact))]));
}

const property = (value: unknown, name: string): unknown => (typeof value === 'object' && value !== null && hasOwn(value, name) ? (value as Readonly<Record<string, unknown>>)[name] : undefined);

const known = new WeakMap<Condition, { readonly test: PlainTest | undefined }>();

/** The same, kept as long as the condition lives. */
export function knownPlainCondition(condition: Condition): PlainTest | undefined {
  let found = known.get(condition);
  if (found === undefined) known.set(condition, (found = { test: plainCondition(condition) }));
  return found.test;
}
