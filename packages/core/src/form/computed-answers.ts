import type { Computation } from '../generated/types.js';
import { pointerTokens, toPointer } from '../problems/json-pointer.js';
import type { Answers } from './answers.js';
import { ChangedNames } from './changed-names.js';
import type { ComputedPlan } from './computed-plan.js';
import { operandPointers } from './computed-plan.js';
import { computeValue } from './computed-values.js';
import type { ComputedPlaces } from './computed-writing.js';
import { computedPlaces, writeComputed } from './computed-writing.js';
import { withProperty } from './copies.js';
import { isRecord, own } from './json-schema.js';

/** A computed field with the places that it reads. */
interface Step {
  readonly computation: Computation;
  readonly tokens: readonly string[];
  /** Index of the first `*`; -1 for a field that there is once. */
  readonly star: number;
  /** What it reads elsewhere than in its own item, up to the first list whose items are all read. */
  readonly outside: readonly (readonly string[])[];
}

interface Prepared { readonly steps: readonly Step[]; readonly places: ComputedPlaces }

const prepared = new WeakMap<ComputedPlan, Prepared>();

function prepare(plan: ComputedPlan): Prepared {
  const known = prepared.get(plan);
  if (known) return known;
  const steps = plan.order.map(({ template, computation }): Step => {
    const tokens = pointerTokens(template);
    const star = tokens.indexOf('*');
    const inItem = (read: readonly string[]): boolean => star >= 0 && tokens.slice(0, star + 1).every((token, index) => token === read[index]);
    const outside = operandPointers(computation).map(pointerTokens).filter((read) => !inItem(read)).map((read) => (read.includes('*') ? read.slice(0, read.indexOf('*')) : read));
    return { computation, tokens, star, outside };
  });
  const made = { steps, places: computedPlaces(steps.map((step) => step.tokens)) };
  prepared.set(plan, made);
  return made;
}

/** What one computed field made of the answers; `value` is its result where there is one. */
interface Result { readonly input: Answers; readonly output: Answers; readonly value?: number | undefined }

/** What was calculated; also for writing into other views of the same answers. */
export interface Calculation {
  readonly input: Answers;
  /** The answers with every computed field filled in, or emptied where it has no result. */
  readonly answers: Answers;
  readonly results: readonly Result[];
}

/**
 * Calculates all computed fields from these answers; what somebody typed or sent in their place is replaced.
 *
 * @param before - A calculation for other answers: what reads the same as there is not calculated again.
 */
export function calculateAnswers(plan: ComputedPlan, answers: Answers, before?: Calculation, names: ChangedNames = new ChangedNames()): Calculation {
  if (before !== undefined && before.input === answers) return before;
  const results: Result[] = [];
  let current = answers;
  prepare(plan).steps.forEach((step, index) => {
    const result = resultOf(step, current, before?.results[index], names);
    results.push(result);
    current = result.output;
  });
  return { input: answers, answers: current, results };
}

/** Writes the results into another view of the answers; `before` is what was written there before, from which calculation. */
export function withResults(plan: ComputedPlan, calculation: Calculation, other: Answers, before: { readonly calculation: Calculation; readonly other: Answers; readonly result: Answers } | undefined, names: ChangedNames): Answers {
  if (other === calculation.input) return calculation.answers;
  const written = before && { into: before.other, from: before.calculation.answers, result: before.result };
  return writeComputed(prepare(plan).places, other, calculation.answers, written, names) as Answers;
}

function at(value: unknown, tokens: readonly string[]): unknown {
  let found = value;
  for (const token of tokens) found = Array.isArray(found) ? (found as readonly unknown[])[Number(token)] : own(found, token);
  return found;
}

function resultOf(step: Step, input: Answers, before: Result | undefined, names: ChangedNames): Result {
  if (before !== undefined && before.input === input) return before;
  const old = before !== undefined && step.outside.every((read) => at(input, read) === at(before.input, read)) ? before : undefined;
  if (step.star < 0) {
    const value = old ? old.value : computeValue(step.computation, toPointer(...step.tokens), input);
    return { input, output: withField(input, step.tokens, [], () => value, names) as Answers, value };
  }
  const list = step.tokens.slice(0, step.star);
  const oldItems = [at(old?.input, list), at(old?.output, list)].map((items) => (Array.isArray(items) ? (items as readonly unknown[]) : []));
  const reused = (item: unknown, index: number): unknown => (item === oldItems[1]?.[index] || item === oldItems[0]?.[index] ? oldItems[1]?.[index] : undefined);
  const compute = (way: readonly string[]): unknown => computeValue(step.computation, toPointer(...way), input);
  return { input, output: withField(input, step.tokens, [], compute, names, reused) as Answers };
}

type Reused = (item: unknown, index: number) => unknown;

/** Sets what a template names, in every item on the way, in one pass; containers in which nothing changes stay the same objects. */
function withField(container: unknown, [token, ...rest]: readonly string[], way: readonly string[], valueAt: (way: readonly string[]) => unknown, names: ChangedNames, reused?: Reused): unknown {
  if (token === undefined) return valueAt(way);
  if (token === '*') {
    if (!Array.isArray(container)) return container;
    const items = Array.from(container as readonly unknown[], (item, index) => reused?.(item, index) ?? withField(item, rest, [...way, String(index)], valueAt, names));
    return items.every((item, index) => item === container[index]) ? container : items;
  }
  if (container !== undefined && !isRecord(container)) return container;
  const value = withField(own(container, token), rest, [...way, token], valueAt, names, reused);
  return container === undefined && value === undefined ? undefined : withProperty(container ?? {}, token, value, names);
}
