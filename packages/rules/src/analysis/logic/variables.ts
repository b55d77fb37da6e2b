import type { FactReference } from '../../conditions/index.js';
import { parsePath } from '../../conditions/index.js';
import { isCalendarDate, kindOf } from '../../operators/index.js';
import type { FactShape, FactShapes, ValueLimits } from '../fact-shapes.js';
import { anything } from '../fact-shapes.js';
import { dayNumber } from './day-number.js';
import type { Domain } from './domain.js';
import { ANY_BOOLEAN, ANY_DAY, ANY_NUMBER, ANY_TEXT, both, listed, numbers } from './domain.js';
import type { Intervals } from './intervals.js';
import { ALL_NUMBERS, above, below, intersect } from './intervals.js';

/** A single value that conditions read: an answer, a part of a fact, a parameter, the length of a list. */
export interface Variable {
  readonly key: string;
  readonly fact: string;
  readonly steps: readonly string[];
  /** What it can be by itself. */
  readonly domain: Domain;
  /** It is the number of items of the list that its steps lead to. */
  readonly counts?: true;
}

/** A list that conditions read, with the number of its items. */
export interface ListVariable {
  readonly key: string;
  readonly fact: string;
  readonly steps: readonly string[];
  readonly length: Variable;
}

/** What a fact with its path stands for. `loose` is a value of which no type is known. */
export type Term =
  | { readonly kind: 'constant'; readonly value: unknown }
  | { readonly kind: 'scalar'; readonly variable: Variable }
  | { readonly kind: 'loose'; readonly typed: (kind: Domain['kind']) => Variable }
  | { readonly kind: 'list'; readonly list: ListVariable; readonly column: readonly string[]; readonly item: Domain | undefined };

/** Values of parameters that hold; one that is not here may have any value of its legal range. */
export type FixedParameters = Readonly<Record<string, unknown>>;

const COUNT = '#';

/**
 * Finds what a fact with its path stands for; `undefined` where nothing can be said of it. The same
 * reference gives the same variable.
 *
 * @param variables - Those of another source, so that formulas of both can be asked about together.
 */
export function termSource(facts: FactShapes, fixed: FixedParameters, variables: Map<string, Variable> = new Map()): (reference: FactReference) => Term | undefined {
  const terms = new Map<string, Term | undefined>();
  const variable = (fact: string, steps: readonly string[], domain: Domain, tag = ''): Variable => {
    const key = `${JSON.stringify([fact, ...steps])}${tag}`;
    const known = variables.get(key);
    if (known !== undefined) return known;
    const made: Variable = { key, fact, steps, domain, ...(tag === COUNT ? { counts: true } : {}) };
    variables.set(key, made);
    return made;
  };

  const read = ({ fact, path }: FactReference): Term | undefined => {
    const parsed = path === undefined ? undefined : parsePath(path);
    if (parsed?.ok === false) return undefined;
    const before: string[] = [];
    const column: string[] = [];
    let inside = false;
    let shape: FactShape = facts.byName.get(fact) ?? anything;
    for (const step of parsed?.steps ?? []) {
      if (step.kind === 'slice' || (step.kind === 'every' && (inside || shape.type !== 'list'))) return undefined;
      if (step.kind === 'every') {
        inside = true;
        shape = shape.item?.() ?? anything;
      } else if (shape.type === 'list') {
        return step.key === 'length' && !inside && step === parsed?.steps[parsed.steps.length - 1] ? { kind: 'scalar', variable: lengthOf(fact, before, shape) } : undefined;
      } else {
        (inside ? column : before).push(step.key);
        shape = shape.property?.(step.key) ?? anything;
      }
    }
    const [parameter] = before;
    if (fact === 'parameters' && !inside && before.length === 1 && parameter !== undefined && Object.prototype.hasOwnProperty.call(fixed, parameter)) return { kind: 'constant', value: fixed[parameter] };
    if (inside) return shape.type === 'list' ? undefined : list(fact, before, column, shape, facts);
    if (shape.type === 'list') return list(fact, before, [], shape.item?.() ?? anything, facts, shape);
    const domain = domainOf(shape);
    if (domain !== undefined) return { kind: 'scalar', variable: variable(fact, before, domain) };
    return shape.type === 'any' && shape.options === undefined && shape.names === undefined ? { kind: 'loose', typed: (kind) => variable(fact, before, anyOf(kind), kind) } : undefined;
  };
  const lengthOf = (fact: string, steps: readonly string[], shape: FactShape): Variable =>
    variable(fact, steps, numbers(intervalsOf({ minimum: 0, ...shape.limits }), 1), COUNT);
  const list = (fact: string, steps: readonly string[], column: readonly string[], item: FactShape, known: FactShapes, shape?: FactShape): Term => {
    const own = shape ?? steps.reduce<FactShape>((at, step) => at.property?.(step) ?? anything, known.byName.get(fact) ?? anything);
    return { kind: 'list', list: { key: JSON.stringify([fact, ...steps]), fact, steps, length: lengthOf(fact, steps, own) }, column, item: domainOf(item) };
  };

  return (reference) => {
    const key = `${reference.fact}\n${reference.path ?? ''}`;
    if (!terms.has(key)) terms.set(key, read(reference));
    return terms.get(key);
  };
}

/** The values that a shape lets through; `undefined` where its type is not known. */
export function domainOf({ type, options, limits }: FactShape): Domain | undefined {
  switch (type) {
    case 'number': {
      const domain = numbers(intervalsOf(limits ?? {}), limits?.perUnit ?? 0);
      return options === undefined ? domain : both(domain, listed(options, 'number'));
    }
    case 'text': return options === undefined ? ANY_TEXT : listed(options, 'value');
    case 'date': return options === undefined ? ANY_DAY : listed(options.filter(isCalendarDate).map(dayNumber), 'day');
    case 'boolean': return options === undefined ? ANY_BOOLEAN : listed(options, 'value');
    default: return undefined;
  }
}

/** A value of a condition as the domain counts it: days as numbers. `undefined` where the two do not compare. */
export function valueIn(kind: Domain['kind'], value: unknown): { readonly value: unknown } | undefined {
  if (kind === 'day') return isCalendarDate(value) ? { value: dayNumber(value) } : undefined;
  const found = kindOf(value);
  const fits = kind === 'number' ? found === 'number' : found === 'text' || found === 'boolean';
  return fits ? { value } : undefined;
}

/** The kind of domain that a written value belongs to. */
export function kindOfWritten(value: unknown): Domain['kind'] | undefined {
  const kind = kindOf(value);
  return kind === 'number' ? 'number' : kind === 'text' ? (isCalendarDate(value) ? 'day' : 'value') : kind === 'boolean' ? 'value' : undefined;
}

function anyOf(kind: Domain['kind']): Domain {
  return kind === 'number' ? ANY_NUMBER : kind === 'day' ? ANY_DAY : ANY_TEXT;
}

function intervalsOf({ minimum, maximum, exclusiveMinimum, exclusiveMaximum }: ValueLimits): Intervals {
  let intervals = ALL_NUMBERS;
  if (minimum !== undefined) intervals = intersect(intervals, [above(minimum, true)]);
  if (maximum !== undefined) intervals = intersect(intervals, [below(maximum, true)]);
  if (exclusiveMinimum !== undefined) intervals = intersect(intervals, [above(exclusiveMinimum, false)]);
  if (exclusiveMaximum !== undefined) intervals = intersect(intervals, [below(exclusiveMaximum, false)]);
  return intervals;
}
