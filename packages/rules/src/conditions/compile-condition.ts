import type { Condition, Facts, NamedConditions, Truth } from '@cobuild/core';
import { notTruth } from '../operators/index.js';
import type { ConditionTrace } from '../results.js';
import { compileComparison } from './compile-comparison.js';
import type { ConditionDefect } from './condition-defect.js';
import { conditionCycles, namedCondition } from './named-conditions.js';
import type { ReadCondition } from './read-condition.js';
import { readCondition } from './read-condition.js';

export interface ConditionOptions {
  /** Conditions that others refer to by name: `eligibility.conditions`. */
  readonly conditions?: NamedConditions;
}

/** A condition made ready; keep it where the same one is asked often. */
export interface CompiledCondition {
  readonly evaluate: (facts: Facts) => Truth;
  /** The same answer with what was found everywhere; nothing is skipped. */
  readonly trace: (facts: Facts) => ConditionTrace;
  /**
   * What is wrong with the condition; each such part answers unknown. Defects inside a named condition belong to that
   * one and are listed when it is compiled itself.
   */
  readonly defects: readonly ConditionDefect[];
}

/** Groups within groups (named ones included) below this depth answer unknown. */
export const MAX_DEPTH = 200;
/** A condition with more parts than this, each reference counted with all it refers to, answers unknown. */
export const MAX_PARTS = 10_000;

/** A part with the number of parts it stands for, so that names that double each other do not grow without end. */
interface Part { readonly evaluate: (facts: Facts) => Truth; readonly trace: (facts: Facts) => ConditionTrace; readonly size: number }

interface Context { readonly named: NamedConditions; readonly compiledNames: Map<string, Part>; readonly report: (defect: ConditionDefect) => void }

const NO_CONDITIONS: NamedConditions = {};

/**
 * Compiles a condition in json-rules-engine's format to closures: no code from text, nothing asynchronous.
 *
 * The answer is true, false or unknown. A comparison is unknown when its fact, or the fact that its value refers to, is
 * missing, null or `''`, and when the types do not fit; an empty list is a value. `all` is false as soon as one part is,
 * `any` true as soon as one is, otherwise one unknown part makes them unknown; `not` unknown is unknown. Empty groups are
 * true. On complete facts of the right types the answer is json-rules-engine's. `priority` decides nothing and is ignored, as is
 * `params`: facts are values here.
 *
 * @param condition - Taken as it is; broken parts become {@link CompiledCondition.defects} and never throw.
 * @see https://github.com/CacheControl/json-rules-engine/blob/master/docs/rules.md
 * @example
 * compileCondition({ all: [{ fact: 'households', operator: 'greaterThanInclusive', value: 20 }] }).evaluate({ households: 20 }) // true
 */
export function compileCondition(condition: Condition, options: ConditionOptions = {}): CompiledCondition {
  const defects: ConditionDefect[] = [];
  const context = { named: options.conditions ?? NO_CONDITIONS, compiledNames: new Map(), report: (defect: ConditionDefect) => defects.push(defect) };
  const { evaluate, trace } = compilePart(condition, '', 0, context);
  return { evaluate, trace, defects };
}

function compilePart(condition: unknown, pointer: string, depth: number, context: Context): Part {
  const read = readCondition(condition);
  const report = (code: ConditionDefect['code'], at: string, params: ConditionDefect['params'] = {}): void => context.report({ code, pointer: pointer + at, params });
  if (depth > MAX_DEPTH) {
    report('tooDeep', '', { limit: MAX_DEPTH });
    return unknownPart({ kind: 'comparison', result: 'unknown', pointer });
  }
  switch (read.kind) {
    case 'malformed':
      report('malformed', read.pointer);
      return unknownPart({ kind: 'comparison', result: 'unknown', pointer });
    case 'comparison':
      return { ...compileComparison(read, pointer, report), size: 1 };
    case 'reference':
      return compileReference(read.to, pointer, depth, context);
    case 'not':
      return negationOf(compilePart(read.item, `${pointer}/not`, depth + 1, context), pointer, named(read));
    default: {
      const parts = read.items.map((item, index) => compilePart(item, `${pointer}/${read.kind}/${index}`, depth + 1, context));
      const group = groupOf(read.kind, parts, pointer, named(read));
      if (group.size <= MAX_PARTS) return group;
      report('tooLarge', '', { limit: MAX_PARTS });
      return unknownPart({ kind: read.kind, result: 'unknown', pointer });
    }
  }
}

function named(read: ReadCondition & { readonly name?: string }): { readonly name?: string } {
  return read.name === undefined ? {} : { name: read.name };
}

function unknownPart(trace: ConditionTrace): Part {
  return { evaluate: () => 'unknown', trace: () => trace, size: 1 };
}

function negationOf(part: Part, pointer: string, name: { readonly name?: string }): Part {
  return {
    size: part.size + 1,
    evaluate: (facts) => notTruth(part.evaluate(facts)),
    trace: (facts) => {
      const child = part.trace(facts);
      return { kind: 'not', result: notTruth(child.result), pointer, ...name, children: [child] };
    },
  };
}

function groupOf(kind: 'all' | 'any', parts: readonly Part[], pointer: string, name: { readonly name?: string }): Part {
  // The answer that settles the group; an empty group is true in both kinds, as in json-rules-engine.
  const settles = kind === 'any';
  const otherwise = parts.length === 0 ? true : !settles;
  return {
    size: parts.reduce((sum, part) => sum + part.size, 1),
    evaluate: (facts) => {
      let result: Truth = otherwise;
      for (const part of parts) {
        const truth = part.evaluate(facts);
        if (truth === settles) return settles;
        if (truth === 'unknown') result = 'unknown';
      }
      return result;
    },
    trace: (facts) => {
      const children = parts.map((part) => part.trace(facts));
      const results = children.map((child) => child.result);
      const result = results.includes(settles) ? settles : results.includes('unknown') ? 'unknown' : otherwise;
      return { kind, result, pointer, ...name, children };
    },
  };
}

/** A reference has the named condition as only child, its pointers counted from that condition. Cycles have no child. */
function compileReference(to: string, pointer: string, depth: number, context: Context): Part {
  const target = namedCondition(context.named, to);
  const cycle = target === undefined ? undefined : conditionCycles(context.named).get(to);
  if (target === undefined || cycle !== undefined) {
    context.report(cycle === undefined
      ? { code: 'unknownCondition', pointer: `${pointer}/condition`, params: { condition: to, known: Object.keys(context.named) } }
      : { code: 'conditionCycle', pointer: `${pointer}/condition`, params: { condition: to, cycle } });
    return unknownPart({ kind: 'reference', result: 'unknown', pointer, name: to });
  }
  let part = context.compiledNames.get(to);
  if (part === undefined) {
    part = compilePart(target, '', depth + 1, { ...context, report: () => undefined });
    context.compiledNames.set(to, part);
  }
  const { evaluate, trace, size } = part;
  return {
    size: size + 1,
    evaluate,
    trace: (facts) => {
      const child = trace(facts);
      return { kind: 'reference', result: child.result, pointer, name: to, children: [child] };
    },
  };
}
