import { equalJson } from '../form/answers.js';
import { valueAt } from '../problems/json-pointer.js';
import type { DraftAnswers } from './form-draft.js';
import type { PrefilledAnswer } from './prefill.js';

/** Where an answer came from, as a field tells it. */
export interface PrefillNote extends PrefilledAnswer {
  /** The person has put something else in its place. */
  readonly changed: boolean;
}

/** For each answer that came from a source: the source, and whether the person changed it since. By pointer, for the fields. */
export function prefillNotes(answers: DraftAnswers, prefilled: readonly PrefilledAnswer[]): ReadonlyMap<string, PrefillNote> {
  return new Map(prefilled.map((answer) => [answer.pointer, { ...answer, changed: !equalJson(valueAt(answers, answer.pointer), answer.value) }]));
}
