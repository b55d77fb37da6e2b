import type { ConditionTrace } from '../results.js';
import { resolveOperator } from '../operators/index.js';

/**
 * How a fact is named in lists: `households`, with its path `applicant.town`, `lines[*].amount`. What stands before the
 * first `.` or `[` of such a name is the fact, as long as answers have plain names.
 */
export function factName(fact: string, path?: string): string {
  if (path === undefined || path === '' || path === '$') return fact;
  const rest = path.charAt(0) === '$' ? path.slice(1) : `.${path}`;
  return fact + rest;
}

/**
 * Facts that keep a condition from an answer, each once, in document order. Unknown parts beside one that settles the
 * matter do not count. An answer that is there but cannot be compared (a text for a number) counts: it has to be given again.
 */
export function missingFacts(trace: ConditionTrace): readonly string[] {
  const names = new Set<string>();
  collect(trace, names);
  return [...names];
}

function collect(trace: ConditionTrace, names: Set<string>): void {
  if (trace.result !== 'unknown') return;
  for (const child of trace.children ?? []) collect(child, names);
  // An operator that nobody knows cannot be mended by an answer.
  if (trace.fact === undefined || resolveOperator(trace.operator ?? '') === undefined) return;
  const wantedMissing = trace.wantedFrom !== undefined && !('wanted' in trace);
  if (!wantedMissing || !('found' in trace)) names.add(factName(trace.fact, trace.path));
  if (wantedMissing && trace.wantedFrom !== undefined) names.add(factName(trace.wantedFrom.fact, trace.wantedFrom.path));
}
