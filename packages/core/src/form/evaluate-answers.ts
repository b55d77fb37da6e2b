import type { Condition } from '../generated/types.js';
import type { Answers } from './answers.js';
import type { CompiledForm } from './compiled-form.js';
import { calculateAnswers } from './computed-answers.js';
import { countedAnswers, keptAnswers } from './counted-answers.js';
import type { FieldStatus } from './field-status.js';
import { statusTree } from './field-status.js';
import type { EvaluateCondition, Facts, Truth } from './form-model.js';
import type { LimitFinding } from './limits.js';
import { findLimits } from './limits.js';

/** What answers are evaluated with. */
export interface EvaluationContext {
  readonly evaluateCondition: EvaluateCondition;
  readonly facts: Facts;
}

/** Answers, worked through: a pure function of definition, answers and facts, so page and server agree. */
export interface Evaluation {
  /** As filled in, with computed fields, without what hidden fields clear. */
  readonly answers: Answers;
  /** As they count: what is validated and submitted. */
  readonly counted: Answers;
  readonly root: FieldStatus;
  readonly limits: readonly LimitFinding[];
  readonly truthOf: (condition: Condition) => Truth;
}

/** Fields may hide fields that hide fields; a chain this long is still followed to its end, a circle stops here. */
const MOST_ROUNDS = 64;

/**
 * Finds out which fields are there and what counts. Hiding a field takes its answer away, which may hide another: this is
 * repeated until nothing changes, always from the start, so that the way by which somebody came here does not matter.
 * Calculated values count in conditions and further calculations even where they are not shown.
 */
export function evaluateAnswers(form: CompiledForm, answers: Answers, context: EvaluationContext): Evaluation {
  const limits = findLimits(answers);
  if (limits.some((limit) => limit.kind === 'too-large')) {
    const truthOf = truths({}, context);
    return { answers, counted: {}, root: statusTree({ form, answers: {}, counted: {}, truthOf }), limits, truthOf };
  }
  const settled = settle(form, answers, context);
  const kept = keptAnswers(settled.root);
  return { ...(kept === settled.answers ? settled : settle(form, kept, context)), limits };
}

function settle(form: CompiledForm, answers: Answers, context: EvaluationContext): Omit<Evaluation, 'limits'> {
  let now = round(form, answers, answers, context);
  for (let rounds = 1; rounds < MOST_ROUNDS; rounds += 1) {
    const next = round(form, now.answers, now.counted, context);
    const settled = signature(next.root) === signature(now.root);
    now = next;
    if (settled) break;
  }
  return now;
}

function round(form: CompiledForm, answers: Answers, counted: Answers, context: EvaluationContext): Omit<Evaluation, 'limits'> {
  const calculation = calculateAnswers(form.computed, counted);
  const filled = calculation.writeInto(answers);
  const truthOf = truths(calculation.answers, context);
  const root = statusTree({ form, answers: filled, counted: calculation.answers, truthOf });
  return { answers: filled, counted: countedAnswers(root), root, truthOf };
}

/** Truth of conditions against fixed facts, each worked out once. Reserved facts win over answers of the same name. */
function truths(counted: Answers, { evaluateCondition, facts }: EvaluationContext): (condition: Condition) => Truth {
  const all: Facts = { ...counted, ...facts };
  const known = new Map<Condition, Truth>();
  return (condition) => {
    const before = known.get(condition);
    if (before !== undefined) return before;
    const truth = ask(evaluateCondition, condition, all);
    known.set(condition, truth);
    return truth;
  };
}

/** A condition that cannot be asked at all is reported when the scheme is checked; while filling in, nobody is stopped by it. */
function ask(evaluateCondition: EvaluateCondition, condition: Condition, facts: Facts): Truth {
  try {
    return evaluateCondition(condition, facts);
  } catch {
    return 'unknown';
  }
}

/** Tells two trees apart by what is visible and required. */
function signature(status: FieldStatus): string {
  const mark = status.visible ? (status.required ? '!' : '+') : '-';
  return status.children.length === 0 ? mark : `${mark}(${status.children.map(signature).join('')})`;
}
