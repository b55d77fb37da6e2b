import type { NamedConditions } from '@cobuild/core';
import { conditionCycles } from '../../conditions/index.js';
import { readCondition } from '../../conditions/read-condition.js';
import { resolveOperator } from '../../operators/index.js';
import type { Operator, OperatorName } from '../../operators/index.js';
import type { FactShapes } from '../fact-shapes.js';
import type { Domain } from './domain.js';
import { both, days, listed, numbers, outside } from './domain.js';
import type { Formula } from './formula.js';
import { FALSE, TRUE, allOf, anyOf, apart, equal, literal, negate } from './formula.js';
import { above, below } from './intervals.js';
import type { FixedParameters, Term, Variable } from './variables.js';
import { kindOfWritten, termSource, valueIn } from './variables.js';

/** Makes formulas of conditions; the same condition object gives the same formula. */
export type FormulaReader = (condition: unknown) => Formula;

type Comparison = Extract<ReturnType<typeof readCondition>, { kind: 'comparison' }>;

/**
 * A reader for conditions that have no defect. A comparison of which nothing can be reckoned becomes an opaque demand: it may hold or not, but
 * not both. Answers are taken to be given and within the limits of their form.
 *
 * @param fixed - Values of parameters; see `termSource`, as for `variables`.
 */
export function formulaReader(facts: FactShapes, named: NamedConditions, fixed: FixedParameters, variables?: Map<string, Variable>): FormulaReader {
  const source = termSource(facts, fixed, variables);
  const known = new WeakMap<object, Formula>();
  const read: FormulaReader = (condition) => {
    const cached = typeof condition === 'object' && condition !== null ? known.get(condition) : undefined;
    if (cached !== undefined) return cached;
    const formula = make(condition);
    if (typeof condition === 'object' && condition !== null) known.set(condition, formula);
    return formula;
  };
  const make: FormulaReader = (condition) => {
    const part = readCondition(condition);
    switch (part.kind) {
      case 'all': return allOf(part.items.map(read));
      // An empty group holds, whichever kind it is.
      case 'any': return part.items.length === 0 ? TRUE : anyOf(part.items.map(read));
      case 'not': return negate(read(part.item));
      case 'reference': {
        const isSound = Object.prototype.hasOwnProperty.call(named, part.to) && !conditionCycles(named).has(part.to);
        return isSound ? read(named[part.to]) : opaque(condition);
      }
      case 'comparison': return comparison(part, condition);
      default: return opaque(condition);
    }
  };
  const comparison = (part: Comparison, condition: unknown): Formula => {
    const operator = resolveOperator(part.operator);
    const left = source(part);
    const right: Term | undefined = part.wanted.kind === 'literal' ? { kind: 'constant', value: part.wanted.value } : source(part.wanted);
    if (operator === undefined || left === undefined || right === undefined) return opaque(condition);
    return decorated(operator.decorators.map(({ name }) => name), operator.operator, left, right) ?? opaque(condition);
  };
  return read;
}

function opaque(condition: unknown): Formula {
  return literal({ kind: 'opaque', key: JSON.stringify(condition) ?? '', holds: true });
}

/** A comparison with the words in front of its operator, the outermost first. */
function decorated([first, ...rest]: readonly string[], operator: Operator, left: Term, right: Term): Formula | undefined {
  switch (first) {
    case undefined: return plain(operator, left, right);
    case 'not': {
      const inner = decorated(rest, operator, left, right);
      return inner === undefined ? undefined : negate(inner);
    }
    case 'swap': return decorated(rest, operator, right, left);
    case 'someValue': case 'everyValue': {
      if (right.kind !== 'constant' || !Array.isArray(right.value)) return undefined;
      const items = (right.value as readonly unknown[]).map((value) => decorated(rest, operator, left, { kind: 'constant', value }));
      if (items.includes(undefined)) return undefined;
      return (first === 'someValue' ? anyOf : allOf)(items as readonly Formula[]);
    }
    default: return first === 'someFact' || first === 'everyFact' ? ofItems(first, rest, operator, left, right) : undefined;
  }
}

/** What is asked of the items of a list, where it is a comparison of each with something written. */
function ofItems(first: 'someFact' | 'everyFact', rest: readonly string[], operator: Operator, left: Term, right: Term): Formula | undefined {
  if (left.kind !== 'list' || left.item === undefined || right.kind !== 'constant') return undefined;
  const { list, column, item } = left;
  const stand: Variable = { key: `${list.key}*`, fact: list.fact, steps: [...list.steps, '*', ...column], domain: item };
  const inner = decorated(rest, operator, { kind: 'scalar', variable: stand }, right);
  if (inner?.kind === 'literal' && inner.literal.kind === 'in') return literal({ kind: first === 'someFact' ? 'some' : 'every', list, column, item, set: inner.literal.set });
  return undefined;
}

function plain({ name, mirror }: Operator, left: Term, right: Term): Formula | undefined {
  if (left.kind === 'list') return right.kind === 'constant' ? ofList(name, left, right.value) : undefined;
  if (right.kind === 'list') return left.kind === 'constant' ? ofList(mirror, right, left.value) : undefined;
  if (left.kind === 'constant') return right.kind === 'constant' || name === 'in' || name === 'notIn' ? undefined : withConstant(mirror, right, left.value);
  return right.kind === 'constant' ? withConstant(name, left, right.value) : betweenVariables(name, left, right);
}

function ofList(name: OperatorName, { list, column, item }: Extract<Term, { kind: 'list' }>, value: unknown): Formula | undefined {
  if (item === undefined || (name !== 'contains' && name !== 'doesNotContain')) return undefined;
  const wanted = valueIn(item.kind, value);
  if (wanted === undefined) return undefined;
  const set = listed([wanted.value], item.kind);
  return literal(name === 'contains' ? { kind: 'some', list, column, item, set } : { kind: 'every', list, column, item, set: outside(set) });
}

function withConstant(name: OperatorName, term: Exclude<Term, { kind: 'constant' | 'list' }>, value: unknown): Formula | undefined {
  if (name === 'contains' || name === 'doesNotContain') return undefined;
  const negative = name === 'notEqual' || name === 'notIn';
  if (name === 'equal' || name === 'notEqual' || name === 'in' || name === 'notIn') {
    const values = name === 'equal' || name === 'notEqual' ? [value] : value;
    if (!Array.isArray(values)) return undefined;
    const kind = term.kind === 'scalar' ? term.variable.domain.kind : kindOfWritten((values as readonly unknown[])[0]);
    if (kind === undefined) return values.length === 0 ? (negative ? TRUE : FALSE) : undefined;
    const members = (values as readonly unknown[]).map((member) => valueIn(kind, member));
    // What does not compare leaves the answer open.
    if (members.includes(undefined)) return undefined;
    const set = listed(members.map((member) => member?.value), kind);
    return member(variableOf(term, kind), negative ? outside(set) : set);
  }
  const kind = term.kind === 'scalar' ? term.variable.domain.kind : kindOfWritten(value);
  const limit = kind === undefined || kind === 'value' ? undefined : valueIn(kind, value)?.value;
  if (kind === undefined || kind === 'value' || typeof limit !== 'number') return undefined;
  const interval = name.startsWith('less') ? below(limit, name === 'lessThanInclusive') : above(limit, name === 'greaterThanInclusive');
  return member(variableOf(term, kind), kind === 'day' ? days([interval]) : numbers([interval]));
}

/** In a set; what every value of the variable is in says nothing, and what none is in is false, but both are kept to be told. */
function member(variable: Variable, set: Domain): Formula {
  return literal({ kind: 'in', variable, set: variable.domain.kind === set.kind ? set : both(variable.domain, set) });
}

function variableOf(term: Exclude<Term, { kind: 'constant' | 'list' }>, kind: Domain['kind']): Variable {
  return term.kind === 'scalar' ? term.variable : term.typed(kind);
}

function betweenVariables(name: OperatorName, left: Term, right: Term): Formula | undefined {
  if (left.kind !== 'scalar' || right.kind !== 'scalar' || left.variable.domain.kind !== right.variable.domain.kind) return undefined;
  const [a, b] = [left.variable, right.variable];
  switch (name) {
    case 'equal': return equal(a, b);
    case 'notEqual': return apart(a, b);
    case 'lessThan': return a === b ? FALSE : literal({ kind: 'less', left: a, right: b, strict: true });
    case 'lessThanInclusive': return a === b ? TRUE : literal({ kind: 'less', left: a, right: b, strict: false });
    case 'greaterThan': return a === b ? FALSE : literal({ kind: 'less', left: b, right: a, strict: true });
    case 'greaterThanInclusive': return a === b ? TRUE : literal({ kind: 'less', left: b, right: a, strict: false });
    default: return undefined;
  }
}
