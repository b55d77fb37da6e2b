import type { Condition, NamedConditions } from '@cobuild/core';
import type { Part } from '../conditions/compile-part.js';
import { compilePart } from '../conditions/compile-part.js';
import { frameLayout } from '../conditions/frame.js';
import { planner } from '../conditions/plan.js';
import { resolvePath } from '../conditions/resolve-path.js';
import type { Compare, OwnOperator } from '../operators/index.js';
import { isEmpty, resolveOperator, resolveOwnOperator } from '../operators/index.js';
import type { Column } from './column.js';
import { compareColumns, compareWithValue } from './compare-columns.js';
import type { Truths } from './truths.js';
import { allTruths, anyTruths, constantTruths, negated } from './truths.js';

/** What the conditions of one policy are made of, over the columns of one table. */
export interface NodeContext {
  readonly rows: number;
  readonly parameters: Readonly<Record<string, unknown>>;
  readonly operators: readonly OwnOperator[];
  /** Column of a fact of a case. */
  readonly columnOf: (fact: string, path: string | undefined) => { readonly key: string; readonly column: Column };
}

/** A condition over all cases; conditions that ask the same are one node. */
export interface ConditionNode { readonly id: number; readonly truths: Truths }

/**
 * Evaluates conditions over whole columns. Every node has a key made of what it asks, with parameters replaced by their values. A pool that stands on an
 * earlier one finds there what did not change, so that only conditions that depend on a change are answered again.
 */
export class NodePool {
  private readonly nodes = new Map<string, ConditionNode>();
  private count: number;
  private unkeyed = 0;

  constructor(private readonly before?: NodePool) {
    this.count = before === undefined ? 0 : before.count;
  }

  /** How many conditions were answered here, not taken from the pool before. */
  get answered(): number {
    return this.nodes.size;
  }

  condition(condition: Condition, named: NamedConditions | undefined, context: NodeContext): ConditionNode {
    return this.ofPart(partOf(condition, named), context);
  }

  private ofPart(part: Part, context: NodeContext): ConditionNode {
    const { children } = part;
    if (part.comparison !== undefined) return this.ofComparison(part.comparison, context);
    const [first] = children ?? [];
    if (children === undefined) return this.constant('unknown', context);
    if (part.kind === 'reference' && first !== undefined) return this.ofPart(first, context);
    if (part.kind === 'not' && first !== undefined) {
      const inner = this.ofPart(first, context);
      return this.intern(`not ${inner.id}`, () => negated(inner.truths));
    }
    const nodes = new Map(children.map((child) => this.ofPart(child, context)).map((node) => [node.id, node]));
    const [only] = nodes.values();
    if (only === undefined) return this.constant(true, context);
    if (nodes.size === 1) return only;
    const kind = part.kind === 'all' ? 'all' : 'any';
    const truths = [...nodes.values()].map((node) => node.truths);
    return this.intern(`${kind} ${[...nodes.keys()].sort((a, b) => a - b).join(' ')}`, () => (kind === 'all' ? allTruths : anyTruths)(truths));
  }

  private ofComparison({ fact, path, operator, wanted, wantedFrom }: NonNullable<Part['comparison']>, context: NodeContext): ConditionNode {
    const compare = compareOf(operator, context.operators);
    if (compare === undefined) return this.constant('unknown', context);
    const { parameters, columnOf } = context;
    const right: Operand = wantedFrom === undefined ? { value: wanted } : operandOf(wantedFrom.fact, wantedFrom.path, context);
    if (wantedFrom !== undefined && 'value' in right && isEmpty(right.value)) return this.constant('unknown', context);
    if (fact === 'parameters') {
      const value = parameterAt(parameters, path);
      if (isEmpty(value)) return this.constant('unknown', context);
      if ('value' in right) return this.constant(compare(value, right.value), context);
      const swapped: Compare = (found, other) => compare(other, found);
      return this.intern(`${operator}\n=${this.valueKey(value)}\n${right.key}`, () => compareWithValue(right.column, value, { name: `swap:${operator}`, compare: swapped }));
    }
    const left = columnOf(fact, path);
    if ('value' in right) return this.intern(`${operator}\n${left.key}\n=${this.valueKey(right.value)}`, () => compareWithValue(left.column, right.value, { name: operator, compare }));
    return this.intern(`${operator}\n${left.key}\n${right.key}`, () => compareColumns(left.column, right.column, { name: operator, compare }));
  }

  private constant(truth: boolean | 'unknown', { rows }: NodeContext): ConditionNode {
    return this.intern(`${truth}`, () => constantTruths(rows, truth));
  }

  private intern(key: string, make: () => Truths): ConditionNode {
    const known = this.find(key);
    if (known !== undefined) return known;
    const node = { id: this.count, truths: make() };
    this.count += 1;
    this.nodes.set(key, node);
    return node;
  }

  private find(key: string): ConditionNode | undefined {
    return this.nodes.get(key) ?? this.before?.find(key);
  }

  /** Equal for values that no operator tells apart; a value that JSON cannot write equals nothing. */
  private valueKey(value: unknown): string {
    try {
      const text = JSON.stringify(value);
      if (text !== undefined && (typeof value !== 'number' || Number.isFinite(value))) return text;
    } catch {
      // A list that holds itself.
    }
    this.unkeyed += 1;
    return `#${this.count}.${this.unkeyed}`;
  }
}

type Operand = { readonly value: unknown } | { readonly key: string; readonly column: Column };

function operandOf(fact: string, path: string | undefined, { parameters, columnOf }: NodeContext): Operand {
  return fact === 'parameters' ? { value: parameterAt(parameters, path) } : columnOf(fact, path);
}

function parameterAt(parameters: Readonly<Record<string, unknown>>, path: string | undefined): unknown {
  return path === undefined ? parameters : resolvePath(parameters, path);
}

function compareOf(operator: string, operators: readonly OwnOperator[]): Compare | undefined {
  return resolveOperator(operator)?.compare ?? resolveOwnOperator(operator, operators, () => undefined);
}

const NO_CONDITIONS: NamedConditions = {};
const parts = new WeakMap<NamedConditions, WeakMap<Condition, Part>>();

/** A condition as it was read; like all documents it is not changed in place. */
function partOf(condition: Condition, named: NamedConditions = NO_CONDITIONS): Part {
  const known = parts.get(named)?.get(condition);
  if (known !== undefined) return known;
  const part = compilePart(condition, '', 0, { layout: frameLayout(), planner: planner(), operators: [], named, compiledNames: new Map(), report: () => undefined });
  if (condition === null || typeof condition !== 'object') return part;
  const byCondition = parts.get(named) ?? new WeakMap<Condition, Part>();
  parts.set(named, byCondition.set(condition, part));
  return part;
}
