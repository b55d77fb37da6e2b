import type { FormDefinition, Validator } from '@cobuild/core';
import { visibleAnswers } from '@cobuild/core';
import { isRecord } from './route-tools.js';

type Answers = Readonly<Record<string, unknown>>;

/**
 * As `visibleAnswers`, for tens of thousands of answers to one form: whether a question is seen is asked once, unless something within it has a visibility of its own.
 */
export function quickVisibleAnswers(form: FormDefinition, role: string): (answers: Answers) => Answers {
  const viewer = { role, stage: '*' };
  const settled = Object.entries(form.fields ?? {}).filter(([, { visibleTo }]) => visibleTo !== undefined).map(([pointer]) => pointer);
  // What is said of a place in the schema may hold anywhere.
  const isPlain = (key: string): boolean => !settled.some((pointer) => pointer.startsWith('#') || pointer.startsWith(`/${key}/`));
  const known = new Map<string, boolean>();
  const isSeen = (key: string, value: unknown): boolean => {
    const before = known.get(key);
    if (before !== undefined) return before;
    const seen = Object.keys(visibleAnswers(form, { [key]: value }, viewer)).includes(key);
    known.set(key, seen);
    return seen;
  };
  return (answers) => {
    const entries = Object.entries(answers);
    const nested = entries.filter(([key]) => !isPlain(key));
    return { ...Object.fromEntries(entries.filter(([key, value]) => isPlain(key) && isSeen(key, value))), ...(nested.length === 0 ? {} : visibleAnswers(form, Object.fromEntries(nested), viewer)) };
  };
}

/** Whether answers are of the form's shape, for tens of thousands of them: its schema is compiled once. */
export function answersCheck(form: FormDefinition | undefined, validator: Validator): (answers: unknown) => boolean {
  if (form === undefined) return isRecord;
  const compiled = validator.compile(form.schema);
  return (answers) => isRecord(answers) && compiled.validate(answers).length === 0;
}
