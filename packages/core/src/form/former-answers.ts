import { sizesOf } from './answer-sizes.js';
import type { Answers } from './answers.js';
import type { ChangedNames } from './changed-names.js';
import type { CompiledForm } from './compiled-form.js';
import { setOwn, withProperty } from './copies.js';
import { evaluateAnswers } from './evaluate-answers.js';
import type { FieldPlan } from './field-plan.js';
import type { FilledIn } from './filled-in.js';
import { isRecord, own } from './json-schema.js';
import { isTooLarge } from './limits.js';
import type { ConditionContext } from './truths.js';

/** @param base - The evaluation of other answers, where something can be taken over from it. */
export function evaluateWithFormer(form: CompiledForm, answers: Answers, context: ConditionContext, base: FilledIn | undefined, names: ChangedNames): FilledIn {
  const { root } = form.plan;
  const present = withoutFormer(root, answers, base && { value: base.answers, present: base.present }, names) as Answers;
  if (present === answers) return evaluateAnswers(form, answers, context, base, names);
  const whole = sizesOf(answers, base?.whole);
  if (isTooLarge(whole.limits)) return evaluateAnswers(form, answers, context, base, names);
  const evaluation = evaluateAnswers(form, present, context, base, names);
  return { ...evaluation, answers: withFormer(root, { given: answers, present }, evaluation.present) as Answers, whole };
}

/** A value that was looked through before, and what was left of it. */
interface Before { readonly value: unknown; readonly present: unknown }

function withoutFormer(plan: FieldPlan, value: unknown, before: Before | undefined, names: ChangedNames): unknown {
  if (!plan.mayHoldFormer) return value;
  if (before !== undefined && before.value === value) return before.present;
  if (plan.spec.shape === 'list' && plan.item && Array.isArray(value)) return eachItem(plan.item, value, before, names);
  if (plan.spec.shape !== 'group' || !isRecord(value)) return value;
  const presentOf = (name: string): unknown => {
    const position = plan.positions.get(name);
    const child = position === undefined ? undefined : plan.children[position];
    const given = own(value, name);
    if (child === undefined || given === undefined) return plan.closed && child === undefined ? undefined : given;
    return withoutFormer(child, given, before && { value: own(before.value, name), present: own(before.present, name) }, names);
  };
  return before !== undefined && isRecord(before.value) && isRecord(before.present) && names.keepOrder(before.value, value)
    ? patchedGroup(value, before.value, before.present, presentOf, names)
    : wholeGroup(value, presentOf);
}

function patchedGroup(value: Answers, before: Answers, present: Answers, presentOf: (name: string) => unknown, names: ChangedNames): Answers {
  let asIs = before === present;
  let patched = present;
  const changed = names.between(before, value);
  for (const name of changed) asIs = asIs && presentOf(name) === own(value, name);
  if (asIs) return value;
  for (const name of changed) patched = withProperty(patched, name, presentOf(name), names);
  return patched;
}

function wholeGroup(value: Answers, presentOf: (name: string) => unknown): Answers {
  const present: Record<string, unknown> = {};
  let changed = false;
  for (const name of Object.keys(value)) {
    const after = presentOf(name);
    changed = changed || after !== value[name];
    if (after !== undefined) setOwn(present, name, after);
  }
  return changed ? present : value;
}

function eachItem(item: FieldPlan, values: readonly unknown[], before: Before | undefined, names: ChangedNames): readonly unknown[] {
  const [olds, presents] = [listOf(before?.value), listOf(before?.present)];
  const changed = Array.from(values, (value, index) => withoutFormer(item, value, index < olds.length ? { value: olds[index], present: presents[index] } : undefined, names));
  return changed.every((value, index) => value === values[index]) ? values : changed;
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? (value as readonly unknown[]) : [];
}

/** Puts back what `withoutFormer` took from the answers that were given, as far as the group around it is still there. */
function withFormer(plan: FieldPlan, { given, present }: { readonly given: unknown; readonly present: unknown }, after: unknown): unknown {
  if (after === present) return given;
  if (given === present) return after;
  const { item } = plan;
  if (plan.spec.shape === 'list' && item && Array.isArray(given) && Array.isArray(after)) {
    const presents = listOf(present);
    return Array.from(after as readonly unknown[], (each, index) => withFormer(item, { given: given[index], present: presents[index] }, each));
  }
  if (plan.spec.shape !== 'group' || !isRecord(given) || !isRecord(after)) return after;
  const whole: Record<string, unknown> = {};
  for (const name of Object.keys(after)) {
    const position = plan.positions.get(name);
    const child = position === undefined ? undefined : plan.children[position];
    setOwn(whole, name, child ? withFormer(child, { given: own(given, name), present: own(present, name) }, after[name]) : after[name]);
  }
  for (const name of Object.keys(given)) {
    if (plan.closed && !plan.positions.has(name) && own(after, name) === undefined) setOwn(whole, name, given[name]);
  }
  return whole;
}
