import type { NamedConditions } from '@cobuild/core';
import type { ConditionTrace } from '../results.js';
import type { ComparisonContext, CompiledComparison } from './compile-comparison.js';
import { compileComparison } from './compile-comparison.js';
import { conditionCycles, namedCondition } from './named-conditions.js';
import type { Plan } from './plan.js';
import { readCondition } from './read-condition.js';

/** Groups within groups (named ones included) below this depth answer unknown. */
export const MAX_DEPTH = 200;
/** A condition with more parts than this, each reference counted with all it refers to, answers unknown. */
export const MAX_PARTS = 10_000;

/** A condition as it stands in the document, with the plan that answers it. What is broken has neither children nor comparison. */
export interface Part {
  readonly kind: ConditionTrace['kind'];
  readonly pointer: string;
  readonly name: string | undefined;
  readonly plan: Plan;
  readonly comparison: CompiledComparison | undefined;
  readonly children: readonly Part[] | undefined;
  /** The number of parts it stands for, so that names that double each other do not grow without end. */
  readonly size: number;
}

/** What the conditions of a policy are compiled with; named ones are compiled once. */
export interface PartContext extends ComparisonContext {
  readonly named: NamedConditions;
  readonly compiledNames: Map<string, Part>;
}

/** Compiles a condition with all that stands in it; broken parts are reported and answer unknown. */
export function compilePart(condition: unknown, pointer: string, depth: number, context: PartContext): Part {
  const { planner, report } = context;
  if (depth > MAX_DEPTH) {
    report({ code: 'tooDeep', pointer, params: { limit: MAX_DEPTH } });
    return broken('comparison', pointer, undefined, context);
  }
  const read = readCondition(condition);
  switch (read.kind) {
    case 'malformed':
      report({ code: 'malformed', pointer: pointer + read.pointer, params: {} });
      return broken('comparison', pointer, undefined, context);
    case 'comparison': {
      const comparison = compileComparison(read, pointer, context);
      return { kind: 'comparison', pointer, name: read.name, plan: comparison.plan, comparison, children: undefined, size: 1 };
    }
    case 'reference':
      return compileReference(read.to, pointer, depth, context);
    case 'not': {
      const child = compilePart(read.item, `${pointer}/not`, depth + 1, context);
      return { kind: 'not', pointer, name: read.name, plan: planner.not(child.plan), comparison: undefined, children: [child], size: child.size + 1 };
    }
    default: {
      const { kind, items } = read;
      const children = items.map((item, index) => compilePart(item, `${pointer}/${kind}/${index}`, depth + 1, context));
      const size = children.reduce((sum, child) => sum + child.size, 1);
      if (size <= MAX_PARTS) return { kind, pointer, name: read.name, plan: planner.group(kind, children.map(({ plan }) => plan)), comparison: undefined, children, size };
      report({ code: 'tooLarge', pointer, params: { limit: MAX_PARTS } });
      return broken(kind, pointer, undefined, context);
    }
  }
}

function broken(kind: Part['kind'], pointer: string, name: string | undefined, { planner }: PartContext): Part {
  return { kind, pointer, name, plan: planner.constant('unknown'), comparison: undefined, children: undefined, size: 1 };
}

/** A reference has the named condition as only child, its pointers counted from that condition. Cycles have no child. */
function compileReference(to: string, pointer: string, depth: number, context: PartContext): Part {
  const { named, compiledNames, report } = context;
  const target = namedCondition(named, to);
  const cycle = target === undefined ? undefined : conditionCycles(named).get(to);
  if (target === undefined || cycle !== undefined) {
    const place = `${pointer}/condition`;
    report(cycle === undefined
      ? { code: 'unknownCondition', pointer: place, params: { condition: to, known: Object.keys(named) } }
      : { code: 'conditionCycle', pointer: place, params: { condition: to, cycle } });
    return broken('reference', pointer, to, context);
  }
  let child = compiledNames.get(to);
  if (child === undefined) {
    child = compilePart(target, '', depth + 1, { ...context, report: () => undefined });
    compiledNames.set(to, child);
  }
  return { kind: 'reference', pointer, name: to, plan: child.plan, comparison: undefined, children: [child], size: child.size + 1 };
}
