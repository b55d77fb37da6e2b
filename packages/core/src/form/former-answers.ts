import type { Answers } from './answers.js';
import type { CompiledForm } from './compiled-form.js';
import type { Evaluation, EvaluationContext } from './evaluate-answers.js';
import { evaluateAnswers } from './evaluate-answers.js';
import type { FieldSpec } from './field-spec.js';
import { define, isRecord, own } from './json-schema.js';
import { findLimits } from './limits.js';

/**
 * Evaluates answers as the form does that a person fills in. Answers to questions that the form no longer has (a draft of an
 * earlier version) are kept but do not count: the schema would refuse them, and nobody has a field to remove them with.
 * A server calls `evaluateAnswers` itself and refuses them when they are sent.
 */
export function evaluateFilledIn(form: CompiledForm, answers: Answers, context: EvaluationContext): Evaluation {
  const present = withoutFormer(form.root, answers) as Answers;
  if (present === answers || findLimits(answers).some(({ kind }) => kind === 'too-large')) return evaluateAnswers(form, answers, context);
  const evaluation = evaluateAnswers(form, present, context);
  return { ...evaluation, answers: withFormer(form.root, answers, evaluation.answers) as Answers };
}

/** Keywords by which a name may be known to the schema without being a field. */
const MAY_KNOW_MORE = ['oneOf', 'anyOf', 'if', 'dependentSchemas', 'dependencies', '$dynamicRef', '$recursiveRef'];

/** Whether the schema of a group refuses every name that it does not list. */
function isClosed({ schema }: FieldSpec): boolean {
  if (own(schema, 'patternProperties') !== undefined) return false;
  if (own(schema, 'additionalProperties') === false) return true;
  return own(schema, 'unevaluatedProperties') === false && MAY_KNOW_MORE.every((keyword) => own(schema, keyword) === undefined);
}

function withoutFormer(spec: FieldSpec, value: unknown): unknown {
  if (spec.shape === 'list' && Array.isArray(value)) return eachItem(spec, value, withoutFormer);
  if (spec.shape !== 'group' || !isRecord(value)) return value;
  const fields = fieldsOf(spec);
  const closed = isClosed(spec);
  const present: Record<string, unknown> = {};
  let changed = false;
  for (const name of Object.keys(value)) {
    const field = fields.get(name);
    const before = value[name];
    if (field === undefined && closed) changed = true;
    else {
      const after = field ? withoutFormer(field, before) : before;
      changed = changed || after !== before;
      define(present, name, after);
    }
  }
  return changed ? present : value;
}

/** Puts back what `withoutFormer` took from `before`, as far as the group around it is still there. */
function withFormer(spec: FieldSpec, before: unknown, after: unknown): unknown {
  if (spec.shape === 'list' && Array.isArray(before) && Array.isArray(after)) {
    return eachItem(spec, after, (item, value, index) => withFormer(item, before[index], value));
  }
  if (spec.shape !== 'group' || !isRecord(before) || !isRecord(after)) return after;
  const fields = fieldsOf(spec);
  const closed = isClosed(spec);
  const whole: Record<string, unknown> = {};
  for (const name of Object.keys(after)) {
    const field = fields.get(name);
    define(whole, name, field ? withFormer(field, own(before, name), after[name]) : after[name]);
  }
  for (const name of Object.keys(before)) {
    if (closed && !fields.has(name) && own(after, name) === undefined) define(whole, name, before[name]);
  }
  return whole;
}

function eachItem({ item }: FieldSpec, values: readonly unknown[], change: (item: FieldSpec, value: unknown, index: number) => unknown): readonly unknown[] {
  if (item === undefined) return values;
  const changed = values.map((value, index) => change(item, value, index));
  return changed.every((value, index) => value === values[index]) ? values : changed;
}

function fieldsOf({ children }: FieldSpec): ReadonlyMap<string, FieldSpec> {
  return new Map(children.map((child) => [child.name, child]));
}
