import { isEmpty, kindOf, resolveOperator, resolveOwnOperator } from '../operators/index.js';
import type { Compare, OperatorName, OwnOperator, ReportFailure, ResolvedOperator } from '../operators/index.js';
import type { ConditionDefect } from './condition-defect.js';
import type { FactParams } from './fact-key.js';
import type { FrameLayout, Test } from './frame.js';
import { literalEntry, literalTest } from './literal-test.js';
import { parsePath } from './parse-path.js';
import type { Plan, Planner } from './plan.js';
import type { FactReference, ReadCondition } from './read-condition.js';

type Comparison = Extract<ReadCondition, { kind: 'comparison' }>;
type Report = (code: ConditionDefect['code'], at: string, params?: ConditionDefect['params']) => void;

/** What comparisons are compiled with. */
export interface ComparisonContext { readonly layout: FrameLayout; readonly planner: Planner; readonly operators: readonly OwnOperator[] }

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
export function compileComparison(comparison: Comparison, report: Report, context: ComparisonContext): CompiledComparison {
  const { layout, planner, operators } = context;
  const { fact, path, operator, wanted } = comparison;
  const resolved = resolveOperator(operator);
  const own = resolved === undefined ? resolveOwnOperator(operator, operators, silent) : undefined;
  if (resolved === undefined && own === undefined) report('unknownOperator', '/operator', { operator });
  reportPath(path, '', report);
  if (wanted.kind === 'fact') reportPath(wanted.path, '/value', report);
  // What an own operator is given is for it to read.
  else if (own === undefined) reportLiteral(wanted.value, report);

  const found = layout.placeOf(reference(comparison));
  const wantedFrom = wanted.kind === 'fact' ? reference(wanted) : undefined;
  const wantedAt = wantedFrom === undefined ? undefined : layout.placeOf(wantedFrom);
  const value = wanted.kind === 'literal' ? wanted.value : undefined;
  // A parameter is as good as a literal once its value is known.
  const known = wantedFrom !== undefined && wantedAt !== undefined && layout.isConstant(wantedFrom.fact) ? { value: layout.constantAt(wantedAt) } : wanted.kind === 'literal' ? { value } : undefined;
  const plan = (): Plan => {
    const compare = resolved?.compare ?? own;
    if (compare === undefined || (wantedFrom !== undefined && known !== undefined && isEmpty(known.value))) return planner.constant('unknown');
    if (known === undefined) return planner.comparison(`${operator} ${found} @${String(wantedAt)}`, own ? 20 : 3, () => factTest(compare, found, wantedAt ?? found));
    const plain = resolved && plainName(resolved);
    const key = literalKey(known.value);
    const fast = plain && literalTest(plain, found, known.value);
    const entry = plain && fast && literalEntry(plain, known.value);
    return planner.comparison(
      key === undefined ? undefined : `${plain ?? operator} ${found} ${key}`, own ? 20 : costOf(known.value),
      () => fast ?? valueTest(compare, found, known.value), entry && { at: found, entry },
    );
  };
  return {
    plan: plan(), fact, path, params: comparison.params, operator, found, wantedAt, wantedFrom, wanted: value,
    compareReporting: own && ((toReport) => resolveOwnOperator(operator, operators, toReport) ?? own),
  };
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
  if (!decorators.every(({ name }) => name === 'not')) return undefined;
  return decorators.length % 2 === 0 ? operator.name : operator.inverse;
}

/** A text that is the same for equal values; none for what JSON does not hold. */
function literalKey(value: unknown): string | undefined {
  switch (kindOf(value)) {
    case 'number': return Object.is(value, -0) ? '0' : String(value);
    case 'text': return JSON.stringify(value);
    case 'boolean': case 'empty': return String(value === '' ? '""' : value);
    case 'list': {
      const keys = (value as readonly unknown[]).map((item) => (Array.isArray(item) ? undefined : literalKey(item)));
      return keys.includes(undefined) ? undefined : `[${keys.join()}]`;
    }
    default: return undefined;
  }
}

function costOf(value: unknown): number {
  return kindOf(value) === 'list' || typeof value === 'string' ? 2 : 1;
}

function reference({ fact, path, params }: { readonly fact: string; readonly path?: string | undefined; readonly params?: FactParams | undefined }): FactReference {
  return { fact, ...(path === undefined ? {} : { path }), ...(params === undefined ? {} : { params }) };
}

function reportPath(path: string | undefined, holder: '' | '/value', report: Report): void {
  const parsed = path === undefined ? undefined : parsePath(path);
  if (parsed?.ok === false) report('path', `${holder}/path`, { path, reason: parsed.reason, at: parsed.at });
}

function reportLiteral(value: unknown, report: Report): void {
  if (kindOf(value) === 'object') report('objectValue', '/value');
  if (!Array.isArray(value)) return;
  const index = value.findIndex(isEmpty);
  if (index !== -1) report('emptyInList', `/value/${index}`);
}
