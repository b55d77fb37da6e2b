import type { AnswerSizes } from './answer-sizes.js';
import type { Answers } from './answers.js';
import { ChangedNames } from './changed-names.js';
import type { CompiledForm } from './compiled-form.js';
import type { Evaluation } from './evaluate-answers.js';
import { evaluateAnswers } from './evaluate-answers.js';
import { isTooLarge } from './limits.js';
import { formerPart } from './parts/form-parts.js';
import type { ConditionContext } from './truths.js';

/** The evaluation of what a person filled in; `whole` are the sizes with what the form no longer asks. */
export interface FilledIn extends Evaluation { readonly whole?: AnswerSizes }

/**
 * Evaluates answers as the form does that a person fills in. Answers to questions that the form no longer has (a draft of an
 * earlier version) are kept but do not count: the schema would refuse them, and nobody has a field to remove them with.
 * A server calls `evaluateAnswers` itself and refuses them when they are sent.
 */
export function evaluateFilledIn(form: CompiledForm, answers: Answers, context: ConditionContext, before?: FilledIn, names: ChangedNames = new ChangedNames()): FilledIn {
  const base = before && !isTooLarge(before.limits) ? before : undefined;
  return form.plan.root.mayHoldFormer ? formerPart.now.evaluateWithFormer(form, answers, context, base, names) : evaluateAnswers(form, answers, context, base, names);
}
