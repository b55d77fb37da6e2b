import type { Condition, NamedConditions } from '@cobuild/core';
import type { ConditionDefect, FactUse } from '../conditions/index.js';
import { compileCondition, conditionFacts, parsePath } from '../conditions/index.js';
import type { FactType, ResolvedOperator } from '../operators/index.js';
import { decorators, isCalendarDate, isEmpty, operators, resolveOperator } from '../operators/index.js';
import type { FactShape } from './fact-types.js';
import type { AnalysisCode } from './messages.js';
import { nearest } from './nearest.js';

/** Something found in a condition; the pointer starts at the condition. */
export interface ConditionFinding { readonly code: AnalysisCode; readonly pointer: string; readonly params: Readonly<Record<string, unknown>>; readonly severity?: 'error' | 'warning' }

const defectCodes: Readonly<Record<ConditionDefect['code'], AnalysisCode>> = {
  malformed: 'scheme/malformed-condition', unknownOperator: 'scheme/unknown-operator', path: 'scheme/path-refused', emptyInList: 'scheme/empty-in-list',
  objectValue: 'scheme/object-value', unknownCondition: 'scheme/unknown-condition', conditionCycle: 'scheme/condition-cycle', tooDeep: 'scheme/condition-too-large', tooLarge: 'scheme/condition-too-large',
};

/**
 * Finds what can never be judged in a condition: broken parts, unknown facts, operators and parameters, and comparisons
 * of things that do not compare.
 *
 * @param shapes - What is known of each fact; see `factShapes`.
 */
export function checkCondition(condition: Condition, named: NamedConditions, shapes: ReadonlyMap<string, FactShape>): readonly ConditionFinding[] {
  const defects = compileCondition(condition, { conditions: named }).defects.map(({ code, pointer, params }): ConditionFinding => ({ code: defectCodes[code], pointer, params: withSuggestion(code, params) }));
  const uses = conditionFacts(condition, named).filter((use) => use.condition === undefined);
  const findings = uses.flatMap((use): ConditionFinding[] => {
    const shape = shapeOfUse(use, shapes);
    if ('code' in shape) return [shape];
    return use.side === 'found' ? comparisonFindings(condition, use, shape, uses, shapes) : [];
  });
  return [...defects, ...findings];
}

function withSuggestion(code: ConditionDefect['code'], params: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  if (code === 'unknownOperator') {
    const written = String(params['operator']);
    const colon = written.lastIndexOf(':') + 1;
    const known = operators.map(({ name }) => name);
    const word = nearest(written.slice(colon), known);
    const decorated = written.slice(0, colon).split(':').filter(Boolean).map((part) => decorators.find(({ name }) => name === part)?.name ?? nearest(part, decorators.map(({ name }) => name)));
    return { ...params, known, ...(word !== undefined && decorated.every((part) => part !== undefined) ? { suggestion: [...decorated, word].join(':') } : {}) };
  }
  if (code === 'unknownCondition') {
    const suggestion = nearest(String(params['condition']), params['known'] as readonly string[]);
    return { ...params, ...(suggestion === undefined ? {} : { suggestion }) };
  }
  return params;
}

/** The shape that a use leads to, or why it leads nowhere. */
function shapeOfUse({ fact, path, pointer }: FactUse, shapes: ReadonlyMap<string, FactShape>): FactShape | ConditionFinding {
  const start = shapes.get(fact);
  if (start === undefined) return { code: 'scheme/unknown-fact', pointer: `${pointer}/fact`, params: suggested({ fact }, fact, [...shapes.keys()]) };
  const parsed = path === undefined ? undefined : parsePath(path);
  if (parsed === undefined || !parsed.ok) return start;
  let shape: FactShape = start;
  let many = false;
  for (const step of parsed.steps) {
    if (step.kind !== 'property') {
      shape = shape.items ?? { type: 'any' };
      many = true;
    } else if (shape.properties !== undefined) {
      const next = shape.properties.get(step.key);
      if (next === undefined) {
        const known = [...shape.properties.keys()];
        return fact === 'parameters'
          ? { code: 'scheme/unknown-parameter', pointer: `${pointer}/path`, params: suggested({ parameter: step.key }, step.key, known) }
          : { code: 'scheme/unknown-path', pointer: `${pointer}/path`, params: suggested({ fact, path }, step.key, known) };
      }
      shape = next;
    } else if (shape.type === 'list' && step.key === 'length') shape = { type: 'number' };
    else if (shape.type === 'list' && shape.items !== undefined) shape = shape.items;
    else shape = { type: 'any' };
  }
  return many ? { type: 'list', items: shape } : shape;
}

function suggested(params: Readonly<Record<string, unknown>>, word: string, known: readonly string[]): Readonly<Record<string, unknown>> {
  const suggestion = nearest(word, known);
  return { ...params, known, ...(suggestion === undefined ? {} : { suggestion }) };
}

function comparisonFindings(condition: Condition, use: FactUse, shape: FactShape, uses: readonly FactUse[], shapes: ReadonlyMap<string, FactShape>): ConditionFinding[] {
  const resolved = resolveOperator(use.operator);
  // Decorators other than `not` change what is compared with what; their parts are judged when they run.
  if (resolved === undefined || resolved.decorators.some(({ name }) => name !== 'not')) return [];
  const accepts = resolved.accepts;
  if (shape.type !== 'any' && !accepts.includes('any') && !accepts.includes(shape.type)) {
    return [{ code: 'scheme/operator-does-not-fit', pointer: `${use.pointer}/operator`, params: { operator: use.operator, type: shape.type, accepts } }];
  }
  const other = uses.find(({ pointer, side }) => side === 'wanted' && pointer === `${use.pointer}/value`);
  return other === undefined ? literalFindings(condition, use, shape, resolved) : factFindings(use, shape, resolved, shapeOfUse(other, shapes));
}

function factFindings(use: FactUse, shape: FactShape, { operator }: ResolvedOperator, wanted: FactShape | ConditionFinding): ConditionFinding[] {
  if ('code' in wanted || wanted.type === 'any') return [];
  const expected = operator.wants === 'same' ? shape.type : operator.wants === 'listOf' ? 'list' : (shape.items?.type ?? 'any');
  const fits = expected === 'any' || expected === wanted.type || (expected === 'list' && wanted.type === 'text') || (isTextual(expected) && isTextual(wanted.type));
  return fits ? [] : [{ code: 'scheme/value-does-not-fit', pointer: `${use.pointer}/value`, params: { fact: use.fact, type: expected, found: wanted.type } }];
}

function literalFindings(condition: Condition, use: FactUse, shape: FactShape, { operator }: ResolvedOperator): ConditionFinding[] {
  const value = literalAt(condition, use.pointer);
  if (isEmpty(value)) return [];
  const isList = operator.wants === 'listOf';
  if (isList && !Array.isArray(value)) return typeof value === 'string' ? [] : [{ code: 'scheme/value-does-not-fit', pointer: `${use.pointer}/value`, params: { fact: use.fact, type: shape.type, found: typeOfValue(value), isList } }];
  const target = operator.wants === 'itemOf' ? (shape.items ?? { type: 'any' as const }) : shape;
  const values: readonly unknown[] = isList ? (value as readonly unknown[]) : [value];
  return values.flatMap((item, index): ConditionFinding[] => {
    const pointer = isList ? `${use.pointer}/value/${index}` : `${use.pointer}/value`;
    const type = typeOfValue(item);
    if (isEmpty(item)) return [];
    if (target.type !== 'any' && !(target.type === type || (target.type === 'text' && type === 'date'))) {
      return [{ code: 'scheme/value-does-not-fit', pointer, params: { fact: use.fact, type: target.type, found: type, isList } }];
    }
    if (choosesAmong(operator) && target.options !== undefined && !target.options.includes(item)) {
      return [{ code: 'scheme/value-not-an-option', pointer, params: suggested({ fact: use.fact, value: item }, String(item), target.options.map(String)), severity: 'warning' }];
    }
    return [];
  });
}

/** Whether a value that is no option of the fact decides the comparison once and for all. */
function choosesAmong({ name }: ResolvedOperator['operator']): boolean {
  return !name.startsWith('less') && !name.startsWith('greater');
}

function isTextual(type: FactType): boolean {
  return type === 'text' || type === 'date';
}

function typeOfValue(value: unknown): FactType {
  if (Array.isArray(value)) return 'list';
  if (typeof value === 'number') return 'number';
  if (typeof value === 'boolean') return 'boolean';
  return isCalendarDate(value) ? 'date' : typeof value === 'string' ? 'text' : 'any';
}

/** The literal value of the comparison at a pointer that `conditionFacts` gave. */
function literalAt(condition: Condition, pointer: string): unknown {
  let node: unknown = condition;
  for (const token of pointer.split('/').slice(1)) node = (node as Readonly<Record<string, unknown>>)[token];
  return (node as { readonly value?: unknown }).value;
}
