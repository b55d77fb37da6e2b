import type { Condition, Scheme } from '@cobuild/core';
import { parametersFact, toPointer, valueAt, withValueAt } from '@cobuild/core';
import { evaluateCondition, parsePath } from '../../conditions/index.js';
import { readCondition } from '../../conditions/read-condition.js';
import type { OwnOperator } from '../../operators/index.js';
import { isCalendarDate, resolveOperator } from '../../operators/index.js';
import type { Part } from '../condition-parts.js';
import { structureOf } from '../condition-parts.js';
import type { FactShape, FactShapes } from '../fact-shapes.js';
import { eligibilityFacts } from '../fact-shapes.js';
import { followFact } from '../follow-fact.js';
import { dayNumber, dayText } from '../logic/day-number.js';
import { schemeConditions } from '../scheme-conditions.js';
import type { Mutation, TestRun } from './mutation.js';
import { neighbours } from './mutation.js';

const STRICTNESS: Readonly<Record<string, string>> = { lessThan: 'lessThanInclusive', lessThanInclusive: 'lessThan', greaterThan: 'greaterThanInclusive', greaterThanInclusive: 'greaterThan' };

/** The limits of requirements: numbers and days that answers are compared with, the parameters in their place, and whether the limit itself belongs to them. */
export function conditionMutations(scheme: Scheme, operators?: readonly OwnOperator[]): readonly Mutation[] {
  const owned = schemeConditions(scheme).filter(({ owner }) => owner === 'requirement' || owner === 'stage');
  const named = scheme.eligibility.conditions ?? {};
  const facts = eligibilityFacts(scheme);
  const readers = new Map<string, string[]>();
  const comparisons = new Map<string, unknown>();
  for (const { pointer, condition } of owned) {
    const open: Part[] = [{ pointer, condition }];
    const seen = new Set<string>();
    for (let part = open.pop(); part !== undefined; part = open.pop()) {
      if (seen.has(part.pointer)) continue;
      seen.add(part.pointer);
      const structure = structureOf(part, named);
      if ('parts' in structure) open.push(...[...structure.parts].reverse());
      else if (structure.kind !== 'comparison') open.push(structure.part);
      else {
        comparisons.set(part.pointer, part.condition);
        readers.set(part.pointer, [...(readers.get(part.pointer) ?? []), pointer]);
      }
    }
  }
  const parameters = new Map<string, { readonly shape: FactShape | undefined; readonly readers: readonly string[] }>();
  const own = [...comparisons].flatMap(([pointer, condition]) => {
    const read = readCondition(condition);
    const operator = read.kind === 'comparison' ? resolveOperator(read.operator)?.operator.name : undefined;
    if (read.kind !== 'comparison' || operator === undefined || STRICTNESS[operator] === undefined) return [];
    const shape = shapeAt(read, facts);
    const key = read.wanted.kind === 'fact' ? parameterOf(read.wanted) : undefined;
    const rules = readers.get(pointer) ?? [];
    if (key !== undefined) parameters.set(key, { shape, readers: [...(parameters.get(key)?.readers ?? []), ...rules] });
    const strict = read.operator.replace(operator, STRICTNESS[operator]);
    return [
      ...(read.wanted.kind === 'literal' ? steps(read.wanted.value, shape).map((value) => mutation(scheme, `${pointer}/value`, value, rules, operators)) : []),
      mutation(scheme, `${pointer}/operator`, strict, rules, operators),
    ];
  });
  const ofParameters = [...parameters].flatMap(([key, { shape, readers: rules }]) => {
    const pointer = `${toPointer('parameters', key)}/value`;
    return steps(valueAt(scheme, pointer), shape).map((value): Mutation => {
      const { touches, ...rest } = mutation(scheme, pointer, value, rules, operators);
      return { ...rest, touches: (run) => !isSet(run, key) && touches(run) };
    });
  });
  return [...ofParameters, ...own];
}

/** A test that sets a parameter does not read the scheme's own value. */
export function isSet({ test: { set } }: TestRun, key: string): boolean {
  return set !== undefined && Object.prototype.hasOwnProperty.call(set, key);
}

function mutation(scheme: Scheme, pointer: string, mutant: unknown, rules: readonly string[], operators: readonly OwnOperator[] | undefined): Mutation {
  const changed = withValueAt(scheme, pointer, mutant) as Scheme;
  const touches = ({ facts, test }: TestRun): boolean => {
    const isParameter = pointer.startsWith('/parameters/');
    const read = isParameter ? { ...facts, parameters: parametersFact(changed, test.set ?? {}) } : facts;
    return rules.some((rule) => truth(scheme, rule, facts, operators) !== truth(changed, rule, read, operators));
  };
  return { pointer, original: valueAt(scheme, pointer), mutant, scheme: changed, rules, touches };
}

function truth(scheme: Scheme, rule: string, facts: TestRun['facts'], operators: readonly OwnOperator[] | undefined): unknown {
  return evaluateCondition(valueAt(scheme, rule) as Condition, facts, scheme.eligibility.conditions, operators);
}

/** The next value down and up of a number or a day. */
export function steps(value: unknown, shape: FactShape | undefined): readonly unknown[] {
  if (typeof value === 'number') return neighbours(value, shape?.limits?.perUnit);
  return isCalendarDate(value) ? [-1, 1].flatMap((step) => dayText(dayNumber(value) + step) ?? []) : [];
}

/** What is known of what a condition or a column reads. */
export function shapeAt(reference: { readonly fact: string; readonly path?: string }, facts: FactShapes): FactShape | undefined {
  const end = followFact({ ...reference, pointer: '' }, facts);
  return 'code' in end ? undefined : end.type === 'list' ? end.item?.() : end;
}

function parameterOf({ fact, path }: { readonly fact: string; readonly path?: string }): string | undefined {
  const parsed = fact === 'parameters' && path !== undefined ? parsePath(path) : undefined;
  const [first] = parsed?.ok === true ? parsed.steps : [];
  return first?.kind === 'property' ? first.key : undefined;
}
