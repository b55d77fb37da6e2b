import type { Truth } from '@cobuild/core';
import type { OperatorFailure } from '../operators/index.js';
import { isEmpty, notTruth } from '../operators/index.js';
import type { ConditionTrace } from '../results.js';
import type { CompiledComparison } from './compile-comparison.js';
import type { Part } from './compile-part.js';
import type { Frame } from './frame.js';
import type { Plan } from './plan.js';

/** How a plan was answered. */
export type AnswerOf = (plan: Plan) => Truth;

type Draft = { -readonly [Key in keyof ConditionTrace]: ConditionTrace[Key] };

/** What was found at a condition and everywhere in it; nothing is skipped. */
export function tracePart(part: Part, frame: Frame, answerOf: AnswerOf): ConditionTrace {
  const { kind, pointer, name, comparison, children } = part;
  if (comparison !== undefined) return traceComparison(part, comparison, frame, answerOf);
  const parts: ConditionTrace[] = [];
  for (const child of children ?? []) parts.push(tracePart(child, frame, answerOf));
  const trace: Draft = children === undefined ? { kind, result: 'unknown', pointer } : { kind, result: resultOf(kind, parts), pointer, children: parts };
  if (name !== undefined) trace.name = name;
  return trace;
}

function resultOf(kind: ConditionTrace['kind'], parts: readonly ConditionTrace[]): Truth {
  const [first] = parts;
  // An empty group is true in both kinds.
  if (first === undefined) return true;
  if (kind === 'not') return notTruth(first.result);
  if (kind === 'reference') return first.result;
  const settles = kind === 'any';
  let result: Truth = !settles;
  for (const part of parts) {
    if (part.result === settles) return settles;
    if (part.result !== !settles) result = 'unknown';
  }
  return result;
}

/** Fixed members first and the rare ones after: literals of one shape are cheap, and a policy has hundreds of comparisons. */
function traceComparison({ pointer, name, plan }: Part, comparison: CompiledComparison, frame: Frame, answerOf: AnswerOf): ConditionTrace {
  const { fact, path, params, operator, wantedAt, wantedFrom } = comparison;
  const result = answerOf(plan);
  const found = frame[comparison.found];
  const wanted = wantedAt === undefined ? comparison.wanted : frame[wantedAt];
  const trace: Draft = isEmpty(found) ? { kind: 'comparison', result, pointer, fact, operator } : { kind: 'comparison', result, pointer, fact, operator, found };
  if (wantedAt === undefined || !isEmpty(wanted)) trace.wanted = wanted;
  if (path !== undefined) trace.path = path;
  if (params !== undefined) trace.params = params;
  if (wantedFrom !== undefined) trace.wantedFrom = wantedFrom;
  if (name !== undefined) trace.name = name;
  const failure = failureOf(comparison, frame, result);
  if (failure !== undefined) trace.failure = failure;
  return trace;
}

/** Asks an own operator that gave no answer again, to hear why. */
export function failureOf({ compareReporting, found, wanted, wantedAt }: CompiledComparison, frame: Frame, result: Truth): OperatorFailure | undefined {
  if (compareReporting === undefined || result !== 'unknown') return undefined;
  const failures: OperatorFailure[] = [];
  compareReporting((failure) => failures.push(failure))(frame[found], wantedAt === undefined ? wanted : frame[wantedAt]);
  return failures[0];
}
