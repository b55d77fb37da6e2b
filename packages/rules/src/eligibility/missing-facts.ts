import type { ConditionTrace } from '../results.js';
import type { OwnOperator } from '../operators/index.js';
import { isKnownOperator } from '../operators/index.js';

/**
 * How a fact is named in lists: `households`, with its path `applicant.town`, `lines[*].amount`. What stands before the
 * first `.` or `[` of such a name is the fact, as long as answers have plain names.
 */
export function factName(fact: string, path?: string): string {
  if (path === undefined || path === '' || path === '$') return fact;
  const rest = path.charAt(0) === '$' ? path.slice(1) : `.${path}`;
  return fact + rest;
}

const NONE: readonly string[] = [];

/**
 * Facts that keep a condition from an answer, each once, in document order. Unknown parts beside one that settles the
 * matter do not count. An answer that is there but cannot be compared (a text for a number) counts: it has to be given again.
 *
 * @param operators - Own operators that the condition was compiled with.
 */
export function missingFacts(trace: ConditionTrace, operators: readonly OwnOperator[] = []): readonly string[] {
  if (trace.result !== 'unknown') return NONE;
  const names = new Set<string>();
  collect(trace, operators, names);
  return [...names];
}

function collect(trace: ConditionTrace, operators: readonly OwnOperator[], names: Set<string>): void {
  if (trace.result !== 'unknown') return;
  for (const child of trace.children ?? []) collect(child, operators, names);
  // An operator that nobody knows, or that fails, cannot be mended by an answer.
  if (trace.fact === undefined || trace.failure !== undefined || !isKnownOperator(trace.operator ?? '', operators)) return;
  const wantedMissing = trace.wantedFrom !== undefined && !('wanted' in trace);
  if (!wantedMissing || !('found' in trace)) names.add(factName(trace.fact, trace.path));
  if (wantedMissing && trace.wantedFrom !== undefined) names.add(factName(trace.wantedFrom.fact, trace.wantedFrom.path));
}
