import { isEmpty, isScalarKind, kindOf, resolveOperator, resolveOwnOperator } from '../operators/index.js';
import type { Compare, OperatorName, OwnOperator, ReportFailure, ResolvedOperator } from '../operators/index.js';
import type { ConditionDefect } from './condition-defect.js';
import type { FactParams } from './fact-key.js';
import type { FrameLayout, Test } from './frame.js';
import { literalEntry } from './literal-entry.js';
import { literalTest } from './literal-test.js';
import { parsePath } from './parse-path.js';
import type { Plan, Planner } from './plan.js';
import type { FactReference, ReadCondition } from './read-condition.js';
import { factReference } from './read-condition.js';

type Comparison = Extract<ReadCondition, { kind: 'comparison' }>;

/** What comparisons are compiled with. */
export interface ComparisonContext {
  readonly layout: FrameLayout;
  readonly planner: Planner;
  readonly operators: readonly OwnOperator[];
  readonly report: (defect: ConditionDefect) => void;
}

/** A comparison with the places where both of its sides stand. */
export interface CompiledComparison {
  readonly plan: Plan;
  readonly fact: string;
  readonly path: string | undefined;
  readonly params: FactParams | undefined;
  readonly operator: string;
  readonly found: number;
  /** What is wanted is a fact: where it is, and what it is called. */
  readonly wantedAt: number | undefined;
  readonly wantedFrom: FactReference | undefined;
  readonly wanted: unknown;
  /** Where an own operator compares: the same comparison, saying what goes wrong in it. */
  readonly compareReporting: ((report: ReportFailure) => Compare) | undefined;
}

const silent: ReportFailure = () => undefined;

/** Compiles one comparison; an unknown operator or a refused path makes it unknown for all facts. */
export function compileComparison(comparison: Comparison, pointer: string, context: ComparisonContext): CompiledComparison {
  const { layout, operators, report } = context;
  const { fact, path, params, operator, wanted: right } = comparison;
  const [wanted, wantedFrom] = right.kind === 'fact' ? [undefined, factReference(right)] : [right.value, undefined];
  const resolved = resolveOperator(operator);
  const own = resolved === undefined ? resolveOwnOperator(operator, operators, silent) : undefined;
  if (resolved === undefined && own === undefined) report({ code: 'unknownOperator', pointer: `${pointer}/operator`, params: { operator } });
  if (path !== undefined) reportPath(path, pointer, report);
  if (wantedFrom === undefined) {
    // What an own operator is given is for it to read.
    if (own === undefined) reportLiteral(wanted, pointer, report);
  } else if (wantedFrom.path !== undefined) reportPath(wantedFrom.path, `${pointer}/value`, report);

  const found = layout.placeOf(comparison);
  const wantedAt = wantedFrom === undefined ? undefined : layout.placeOf(wantedFrom);
  return {
    plan: planOf({ operator, resolved, own, found, wantedAt, wantedFrom, wanted }, context), fact, path, params, operator, found, wantedAt, wantedFrom, wanted,
    compareReporting: own && ((toReport) => resolveOwnOperator(operator, operators, toReport) ?? own),
  };
}

type Placed = Pick<CompiledComparison, 'operator' | 'found' | 'wantedAt' | 'wantedFrom' | 'wanted'> & { readonly resolved: ResolvedOperator | undefined; readonly own: Compare | undefined };

function planOf({ operator, resolved, own, found, wantedAt, wantedFrom, wanted }: Placed, { layout, planner }: ComparisonContext): Plan {
  const compare = resolved?.compare ?? own;
  if (compare === undefined) return planner.constant('unknown');
  const costOf = (plain: number): number => (own === undefined ? plain : 20);
  if (wantedFrom !== undefined && wantedAt !== undefined && !layout.isConstant(wantedFrom.fact)) {
    return planner.comparison({ operator, found, value: `@${wantedAt}`, inWords: true }, () => ({ cost: costOf(3), make: () => factTest(compare, found, wantedAt) }));
  }
  // A parameter is as good as a literal once its value is known.
  const value = wantedAt === undefined ? wanted : layout.constantAt(wantedAt);
  if (wantedAt !== undefined && isEmpty(value)) return planner.constant('unknown');
  const plain = resolved && plainName(resolved);
  const key = literalKey(value);
  const inWords = key === undefined ? undefined : key !== value;
  return planner.comparison({ operator: plain ?? operator, found, value: key, inWords }, () => {
    const fast = plain && literalTest(plain, found, value);
    const entry = plain && literalEntry(plain, value);
    return { cost: costOf(priceOf(value)), make: () => fast ?? valueTest(compare, found, value), cut: entry && { at: found, entry } };
  });
}

function factTest(compare: Compare, at: number, wantedAt: number): Test {
  return (frame) => {
    const found = frame[at];
    const wanted = frame[wantedAt];
    return isEmpty(found) || isEmpty(wanted) ? 'unknown' : compare(found, wanted);
  };
}

function valueTest(compare: Compare, at: number, wanted: unknown): Test {
  return (frame) => {
    const found = frame[at];
    return isEmpty(found) ? 'unknown' : compare(found, wanted);
  };
}

/** The operator that says the same without decorators; of these, only `not` can be worked in. */
function plainName({ operator, decorators }: ResolvedOperator): OperatorName | undefined {
  if (decorators.length === 0) return operator.name;
  if (!decorators.every(({ name }) => name === 'not')) return undefined;
  return decorators.length % 2 === 0 ? operator.name : operator.inverse;
}

/** The value itself, or for a list a text that is the same for equal ones; nothing for what JSON does not hold. */
function literalKey(value: unknown): unknown {
  switch (kindOf(value)) {
    case 'number': case 'text': case 'boolean': return value;
    case 'list': {
      const list = value as readonly unknown[];
      return list.every((item) => isScalarKind(kindOf(item))) ? JSON.stringify(list) : undefined;
    }
    default: return undefined;
  }
}

function priceOf(value: unknown): number {
  return kindOf(value) === 'list' || typeof value === 'string' ? 2 : 1;
}

type Report = ComparisonContext['report'];

/** @param holder - Pointer of what holds the path. */
function reportPath(path: string, holder: string, report: Report): void {
  const parsed = parsePath(path);
  if (!parsed.ok) report({ code: 'path', pointer: `${holder}/path`, params: { path, reason: parsed.reason, at: parsed.at } });
}

function reportLiteral(value: unknown, pointer: string, report: Report): void {
  if (typeof value !== 'object') return;
  if (kindOf(value) === 'object') report({ code: 'objectValue', pointer: `${pointer}/value`, params: {} });
  if (!Array.isArray(value)) return;
  const index = value.findIndex(isEmpty);
  if (index !== -1) report({ code: 'emptyInList', pointer: `${pointer}/value/${index}`, params: {} });
}
