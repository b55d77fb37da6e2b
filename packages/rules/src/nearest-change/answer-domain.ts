import type { FormDefinition } from '@cobuild/core';
import { valueAt } from '@cobuild/core';

/** What an answer can be, as far as its place in the form's JSON Schema says so plainly. */
export interface AnswerDomain {
  /** Values to choose from; empty where any may be entered. */
  readonly options: readonly unknown[];
  /** Distance of two neighbouring numbers. */
  readonly step: number;
  /** The same of the items of a list. */
  readonly item: () => AnswerDomain;
}

/** Smallest step of numbers of which the schema says nothing. */
const STEP = 0.01;

/** The domain of an answer; `undefined` where the form has no such question. */
export function answerDomain(form: FormDefinition, pointer: string): AnswerDomain | undefined {
  let schema: unknown = form.schema;
  for (const token of pointer.split('/').slice(1)) schema = followed(form, valueAt(schema, /^\d+$/.test(token) ? '/items' : `/properties/${token}`));
  return schema === undefined ? undefined : domainOf(form, schema);
}

function domainOf(form: FormDefinition, schema: unknown): AnswerDomain {
  const [options, constant, type, step] = [valueAt(schema, '/enum'), valueAt(schema, '/const'), valueAt(schema, '/type'), valueAt(schema, '/multipleOf')];
  return {
    options: Array.isArray(options) ? options : constant !== undefined ? [constant] : type === 'boolean' ? [true, false] : [],
    step: typeof step === 'number' && step > 0 ? step : type === 'integer' ? 1 : STEP,
    item: () => domainOf(form, followed(form, valueAt(schema, '/items'))),
  };
}

function followed(form: FormDefinition, schema: unknown): unknown {
  const reference = valueAt(schema, '/$ref');
  return typeof reference === 'string' && reference.startsWith('#/') ? valueAt(form.schema, reference.slice(1)) : schema;
}
