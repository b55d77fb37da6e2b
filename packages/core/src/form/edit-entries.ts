import { formSentence } from '../locales/sentence.js';
import { valueAt } from '../problems/json-pointer.js';
import type { Locale, Problem } from '../problems/problem.js';
import type { Answers } from './answers.js';
import type { CompiledForm } from './compiled-form.js';
import { setOwn } from './copies.js';
import type { Edited } from './edit-answers.js';
import { withAnswer } from './edit-answers.js';
import type { FieldPlan } from './field-plan.js';
import { isRecord, own } from './json-schema.js';
import { fieldLabel } from './labels.js';

/** Where a name is to be given. */
export interface Naming { readonly form: CompiledForm; readonly map: FieldPlan; readonly pointer: string; readonly answers: Answers; readonly locale: Locale }

/** Longer names are no names. */
const LONGEST_NAME = 200;

/** Why an answer cannot have a name: there is none, another one has it, the schema does not allow it. */
export function entryProblem({ form, map, pointer, answers, locale }: Naming, name: string): Problem | undefined {
  const label = fieldLabel(map.spec, locale);
  const refuse = (reason: string): Problem => {
    const params = { label, reason, name };
    return { code: 'form/entry-name', severity: 'error', document: 'answers', pointer, params, message: formSentence('form/entry-name', params, locale) };
  };
  if (name.trim() === '') return refuse('empty');
  if (name.length > LONGEST_NAME) return refuse('long');
  if (own(valueAt(answers, pointer), name) !== undefined || map.positions.has(name)) return refuse('taken');
  const isAllowed = map.entry?.(name) !== undefined && (map.spec.entries?.namePointers ?? []).every((at) => form.gateTests.fits(at, name));
  return isAllowed ? undefined : refuse('form');
}

const entriesAt = (answers: Answers, pointer: string): Answers => {
  const value = valueAt(answers, pointer);
  return isRecord(value) ? value : {};
};

/** A copy with other names, in the same order; a name that becomes `undefined` is left out. */
function renamed(entries: Answers, nameOf: (name: string) => string | undefined): Answers {
  const copy: Record<string, unknown> = {};
  for (const name of Object.keys(entries)) {
    const to = nameOf(name);
    if (to !== undefined) setOwn(copy, to, entries[name]);
  }
  return copy;
}

export function withEntryAdded(edited: Edited, pointer: string, name: string, value: unknown): Answers {
  const copy = renamed(entriesAt(edited.answers, pointer), (each) => each);
  setOwn(copy, name, value);
  return withAnswer(edited, pointer, copy);
}

/** @param to - `undefined` leaves the answer out. */
export function withEntryRenamed(edited: Edited, pointer: string, name: string, to: string | undefined): Answers {
  const entries = entriesAt(edited.answers, pointer);
  if (own(entries, name) === undefined) return edited.answers;
  const rest = renamed(entries, (each) => (each === name ? to : each));
  return withAnswer(edited, pointer, Object.keys(rest).length > 0 || pointer === '' ? rest : undefined);
}
