import type { NamedConditions } from '@cobuild/core';
import type { ConditionTrace } from '../results.js';
import type { ComparisonContext, CompiledComparison } from './compile-comparison.js';
import { compileComparison } from './compile-comparison.js';
import type { ConditionDefect } from './condition-defect.js';
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
  readonly comparison?: CompiledComparison;
  readonly children?: readonly Part[];
  /** The number of parts it stands for, so that names that double each other do not grow without end. */
  readonly size: number;
}

/** What the conditions of a policy are compiled with; named ones are compiled once. */
export interface PartContext extends ComparisonContext {
  readonly named: NamedConditions;
  readonly compiledNames: Map<string, Part>;
  readonly report: (defect: ConditionDefect) => void;
}

/** Compiles a condition with all that stands in it; broken parts are reported and answer unknown. */
export function compilePart(condition: unknown, pointer: string, depth: number, context: PartContext): Part {
  const { planner } = context;
  const read = readCondition(condition);
  const report = (code: ConditionDefect['code'], at: string, params: ConditionDefect['params'] = {}): void => context.report({ code, pointer: pointer + at, params });
  const broken = (kind: Part['kind']): Part => ({ kind, pointer, name: undefined, plan: planner.constant('unknown'), size: 1 });
  if (depth > MAX_DEPTH) {
    report('tooDeep', '', { limit: MAX_DEPTH });
    return broken('comparison');
  }
  switch (read.kind) {
    case 'malformed':
      report('malformed', read.pointer);
      return broken('comparison');
    case 'comparison': {
      const comparison = compileComparison(read, report, context);
      return { kind: 'comparison', pointer, name: read.name, plan: comparison.plan, comparison, size: 1 };
    }
    case 'reference':
      return compileReference(read.to, pointer, depth, context);
    case 'not': {
      const child = compilePart(read.item, `${pointer}/not`, depth + 1, context);
      return { kind: 'not', pointer, name: read.name, plan: planner.not(child.plan), children: [child], size: child.size + 1 };
    }
    default: {
      const children = read.items.map((item, index) => compilePart(item, `${pointer}/${read.kind}/${index}`, depth + 1, context));
      const size = children.reduce((sum, child) => sum + child.size, 1);
      if (size <= MAX_PARTS) return { kind: read.kind, pointer, name: read.name, plan: planner.group(read.kind, children.map(({ plan }) => plan)), children, size };
      report('tooLarge', '', { limit: MAX_PARTS });
      return broken(read.kind);
    }
  }
}

/** A reference has the named condition as only child, its pointers counted from that condition. Cycles have no child. */
function compileReference(to: string, pointer: string, depth: number, context: PartContext): Part {
  const { named, compiledNames, planner } = context;
  const target = namedCondition(named, to);
  const cycle = target === undefined ? undefined : conditionCycles(named).get(to);
  if (target === undefined || cycle !== undefined) {
    context.report(cycle === undefined
      ? { code: 'unknownCondition', pointer: `${pointer}/condition`, params: { condition: to, known: Object.keys(named) } }
      : { code: 'conditionCycle', pointer: `${pointer}/condition`, params: { condition: to, cycle } });
    return { kind: 'reference', pointer, name: to, plan: planner.constant('unknown'), size: 1 };
  }
  let child = compiledNames.get(to);
  if (child === undefined) {
    child = compilePart(target, '', depth + 1, { ...context, report: () => undefined });
    compiledNames.set(to, child);
  }
  return { kind: 'reference', pointer, name: to, plan: child.plan, children: [child], size: child.size + 1 };
}
