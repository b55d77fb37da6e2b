import type { FormDefinition } from '../generated/types.js';
import type { Answers } from './answers.js';
import { calculateAnswers } from './computed-answers.js';
import type { ComputedPlan } from './computed-plan.js';
import { planComputed } from './computed-plan.js';

const plans = new WeakMap<FormDefinition, ComputedPlan>();

/**
 * The answers with every computed field of the form calculated from the others; what stood in their place is replaced.
 *
 * @example withComputedAnswers(form, { own: 1, requested: 2 }) // { own: 1, requested: 2, total: 3 }
 */
export function withComputedAnswers(definition: FormDefinition, answers: Answers): Answers {
  let plan = plans.get(definition);
  if (plan === undefined) {
    plan = planComputed(definition);
    plans.set(definition, plan);
  }
  return calculateAnswers(plan, answers).answers;
}
