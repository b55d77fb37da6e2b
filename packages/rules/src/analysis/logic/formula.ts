import type { Domain } from './domain.js';
import { both, either, isEmptyDomain, outside } from './domain.js';
import type { ListVariable, Variable } from './variables.js';

/** One demand on values. What is said of a list's items is said of one `column` of them, `[]` for the items themselves. */
export type Literal =
  | { readonly kind: 'in'; readonly variable: Variable; readonly set: Domain }
  | { readonly kind: 'less'; readonly left: Variable; readonly right: Variable; readonly strict: boolean }
  | { readonly kind: 'same' | 'different'; readonly left: Variable; readonly right: Variable }
  | { readonly kind: 'some' | 'every'; readonly list: ListVariable; readonly column: readonly string[]; readonly item: Domain; readonly set: Domain }
  | { readonly kind: 'opaque'; readonly key: string; readonly holds: boolean };

/** Demands joined; without a `not`, which has been drawn into the demands. */
export type Formula =
  | { readonly kind: 'literal'; readonly literal: Literal }
  | { readonly kind: 'all' | 'any'; readonly items: readonly Formula[] };

export const TRUE: Formula = { kind: 'all', items: [] };
export const FALSE: Formula = { kind: 'any', items: [] };

export function literal(of: Literal): Formula {
  return { kind: 'literal', literal: of };
}

export function isTrue(formula: Formula): boolean {
  return formula.kind === 'all' && formula.items.length === 0;
}

export function isFalse(formula: Formula): boolean {
  return formula.kind === 'any' && formula.items.length === 0;
}

export function allOf(formulas: readonly Formula[]): Formula {
  return join('all', formulas);
}

/** Choices of one value become one demand: `a` or `b` is "in a, b". */
export function anyOf(formulas: readonly Formula[]): Formula {
  return join('any', formulas);
}

function join(kind: 'all' | 'any', formulas: readonly Formula[]): Formula {
  const settles = kind === 'all' ? isFalse : isTrue;
  const items: Formula[] = [];
  const bySubject = new Map<Variable, number>();
  for (const formula of formulas.flatMap((item) => (item.kind === kind ? item.items : [item]))) {
    if (settles(formula)) return kind === 'all' ? FALSE : TRUE;
    // The other constant says nothing here.
    if (formula.kind !== 'literal' && formula.items.length === 0) continue;
    const set = formula.kind === 'literal' && formula.literal.kind === 'in' ? formula.literal : undefined;
    const index = set === undefined ? undefined : bySubject.get(set.variable);
    const before = index === undefined ? undefined : items[index];
    if (set === undefined || index === undefined || before?.kind !== 'literal' || before.literal.kind !== 'in') {
      if (set !== undefined) bySubject.set(set.variable, items.length);
      items.push(formula);
      continue;
    }
    const joined = (kind === 'all' ? both : either)(before.literal.set, set.set);
    if (kind === 'all' && isEmptyDomain(joined)) return FALSE;
    items[index] = literal({ ...before.literal, set: joined });
  }
  const [only] = items;
  return items.length === 1 && only !== undefined ? only : { kind, items };
}

/** What has to hold for the formula not to. */
export function negate(formula: Formula): Formula {
  if (formula.kind === 'literal') return negateLiteral(formula.literal);
  const items = formula.items.map(negate);
  return formula.kind === 'all' ? anyOf(items) : allOf(items);
}

function negateLiteral(of: Literal): Formula {
  switch (of.kind) {
    case 'in': return literal({ ...of, set: outside(of.set) });
    case 'less': return literal({ kind: 'less', left: of.right, right: of.left, strict: !of.strict });
    case 'same': return apart(of.left, of.right);
    case 'different': return equal(of.left, of.right);
    case 'some': return literal({ ...of, kind: 'every', set: outside(of.set) });
    case 'every': return literal({ ...of, kind: 'some', set: outside(of.set) });
    case 'opaque': return literal({ ...of, holds: !of.holds });
  }
}

/** Two values are the same. */
export function equal(left: Variable, right: Variable): Formula {
  if (left === right) return TRUE;
  if (left.domain.kind === 'value') return literal({ kind: 'same', left, right });
  return allOf([literal({ kind: 'less', left, right, strict: false }), literal({ kind: 'less', left: right, right: left, strict: false })]);
}

/** Two values are not the same. */
export function apart(left: Variable, right: Variable): Formula {
  if (left === right) return FALSE;
  if (left.domain.kind === 'value') return literal({ kind: 'different', left, right });
  return anyOf([literal({ kind: 'less', left, right, strict: true }), literal({ kind: 'less', left: right, right: left, strict: true })]);
}

/** The single values that a formula speaks of; those of its lists by their length. */
export function variablesOf(formula: Formula, found: Set<Variable> = new Set()): Set<Variable> {
  if (formula.kind !== 'literal') {
    for (const item of formula.items) variablesOf(item, found);
    return found;
  }
  const of = formula.literal;
  switch (of.kind) {
    case 'in': return found.add(of.variable);
    case 'some': case 'every': return found.add(of.list.length);
    case 'less': case 'same': case 'different': return found.add(of.left).add(of.right);
    case 'opaque': return found;
  }
}

/** Whether every demand of a formula can be reckoned with; what is opaque may hold or not. */
export function isClear(formula: Formula): boolean {
  return formula.kind === 'literal' ? formula.literal.kind !== 'opaque' : formula.items.every(isClear);
}
