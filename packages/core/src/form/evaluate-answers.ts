import type { Condition } from '../generated/types.js';
import type { Answers } from './answers.js';
import type { AnswerSizes } from './answer-sizes.js';
import { sizesOf } from './answer-sizes.js';
import type { Choices } from './choices.js';
import { NO_CHOICES } from './choices.js';
import { ChangedNames } from './changed-names.js';
import type { CompiledForm } from './compiled-form.js';
import type { Calculation } from './computed-answers.js';
import { countedAnswers, keptAnswers } from './counted-answers.js';
import type { FieldStatus } from './field-status.js';
import { statusTree } from './field-status.js';
import type { Truth } from './form-model.js';
import { computedPart } from './parts/form-parts.js';
import type { LimitFinding } from './limits.js';
import { isTooLarge } from './limits.js';
import type { ConditionContext } from './truths.js';
import { Truths, changedFacts } from './truths.js';

/** Answers, worked through: a pure function of definition, answers and facts, so page and server agree. */
export interface Evaluation {
  /** As filled in, with computed fields, without what hidden fields clear. */
  readonly answers: Answers;
  /** The same without answers to questions that the form no longer has. */
  readonly present: Answers;
  /** As they count: what is validated and submitted. */
  readonly counted: Answers;
  readonly root: FieldStatus;
  readonly limits: readonly LimitFinding[];
  readonly truthOf: (condition: Condition) => Truth;
  /** How it was worked out, for the next one to take over what stays the same. */
  readonly work: { readonly sizes: AnswerSizes; readonly rounds: readonly Round[]; readonly again: readonly Round[] };
}

/** One round of working through: what counted so far, and what counts by that. */
interface Round {
  readonly given: { readonly answers: Answers; readonly counted: Answers };
  readonly calculation: Calculation;
  readonly answers: Answers;
  readonly truths: Truths;
  readonly choices: Choices;
  readonly root: FieldStatus;
  readonly counted: Answers;
}

/** Fields may hide fields that hide fields; a chain this long is still followed to its end, a circle stops here. */
const MOST_ROUNDS = 64;

/**
 * Finds out which fields are there and what counts. Hiding a field takes its answer away, which may hide another: this is
 * repeated until nothing changes, always from the start, so that the way by which somebody came here does not matter.
 * Calculated values count in conditions and further calculations even where they are not shown.
 *
 * @param before - An evaluation of other answers to the same form. Its parts are taken over wherever what they were made from is
 *   the same object; the result is the same without it.
 */
export function evaluateAnswers(form: CompiledForm, answers: Answers, context: ConditionContext, before?: Evaluation, names: ChangedNames = new ChangedNames()): Evaluation {
  const sizes = sizesOf(answers, before?.work.sizes);
  if (isTooLarge(sizes.limits)) {
    const truths = new Truths({}, context);
    return { answers, present: answers, counted: {}, root: statusTree({ form, answers: {}, counted: {}, truths, choices: NO_CHOICES, names }), limits: sizes.limits, truthOf: truths.of, work: { sizes, rounds: [], again: [] } };
  }
  const rounds = settle(form, answers, context, before?.work.rounds ?? [], names);
  const settled = lastOf(rounds);
  const cleared = keptAnswers(settled.root, before?.root);
  const again = cleared === settled.answers ? [] : settle(form, cleared, context, rounds, names);
  const { root, counted, truths, answers: filled } = again.length > 0 ? lastOf(again) : settled;
  // A text that is too long and was cleared or calculated anew is nobody's any more.
  const kept = sizesOf(filled, sizes);
  return { answers: filled, present: filled, counted, root, limits: kept.limits, truthOf: truths.of, work: { sizes: kept, rounds, again } };
}

const lastOf = (rounds: readonly Round[]): Round => rounds[rounds.length - 1] as Round;

/** @param before - Rounds of other answers; each new one is made from the one that came as far. */
function settle(form: CompiledForm, answers: Answers, context: ConditionContext, before: readonly Round[], names: ChangedNames): readonly Round[] {
  let now = round(form, { answers, counted: answers }, context, before[0], undefined, names);
  const rounds = [now];
  while (rounds.length < MOST_ROUNDS) {
    const next = round(form, now, context, before[rounds.length] ?? now, now, names);
    rounds.push(next);
    if (next.root === now.root || sameMarks(next.root, now.root)) break;
    now = next;
  }
  return rounds;
}

function round(form: CompiledForm, { answers, counted }: Round['given'], context: ConditionContext, before: Round | undefined, twin: Round | undefined, names: ChangedNames): Round {
  const [calculation, filled] = form.computed.order.length === 0 ? [nothingCalculated(counted, before), answers] : calculated(form, { answers, counted }, before, names);
  const truths = truthsOf(calculation.answers, context, before?.truths, names);
  const { choices = NO_CHOICES } = context;
  const inputs = { form, answers: filled, counted: calculation.answers, truths, choices, names };
  const root = statusTree(inputs, before && { root: before.root, counted: before.calculation.answers, choices: before.choices }, twin?.root);
  const counts = before !== undefined && before.root === root ? before.counted : countedAnswers(root, before?.root);
  return { given: { answers, counted }, calculation, answers: filled, truths, choices, root, counted: counts };
}

const nothingCalculated = (counted: Answers, before: Round | undefined): Calculation =>
  before !== undefined && before.calculation.input === counted ? before.calculation : { input: counted, answers: counted, results: [] };

function calculated({ computed }: CompiledForm, { answers, counted }: Round['given'], before: Round | undefined, names: ChangedNames): readonly [Calculation, Answers] {
  const { calculateAnswers, withResults } = computedPart.now;
  const calculation = calculateAnswers(computed, counted, before?.calculation, names);
  return [calculation, withResults(computed, calculation, answers, before && { calculation: before.calculation, other: before.given.answers, result: before.answers }, names)];
}

function truthsOf(counted: Answers, context: ConditionContext, before: Truths | undefined, names: ChangedNames): Truths {
  if (before === undefined) return new Truths(counted, context);
  if (before.counted === counted && before.context === context) return before;
  return new Truths(counted, context, before, changedFacts(before.context, context, names.between(before.counted, counted)));
}

/** Whether the same is drawn, visible and required in both trees. */
function sameMarks(left: FieldStatus, right: FieldStatus): boolean {
  if (left === right) return true;
  if (left.plan !== right.plan || left.visible !== right.visible || left.required !== right.required || left.children.length !== right.children.length) return false;
  return left.children === right.children || left.children.every((child, index) => sameMarks(child, right.children[index] as FieldStatus));
}
