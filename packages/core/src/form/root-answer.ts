import type { Answers } from './answers.js';
import type { FieldSpec } from './field-spec.js';
import { isRecord } from './json-schema.js';

/** Whether the outermost schema describes an object and nothing else: its answers have names, whatever is handed in. */
export const hasNamedAnswers = ({ shape }: FieldSpec): boolean => shape === 'group';

/**
 * Whether the outermost answer is itself something to fill in, beside the fields in it or in their stead: a list, a text, one of several ways to answer,
 * answers under names of the person's own.
 */
export const isRootDrawn = (root: FieldSpec): boolean => !hasNamedAnswers(root) || root.entries !== undefined;

/** One object for each, so that answers that were not there before and are not there now are the same. */
const NO_ANSWERS = Object.freeze({});
const NO_ITEMS = Object.freeze([]);

/** What an outermost answer is before anybody answered; `undefined` for a single question. */
function nothingYet({ shape, alternatives }: FieldSpec): unknown {
  if (shape === 'group') return NO_ANSWERS;
  return shape === 'leaf' || alternatives.length > 0 ? undefined : NO_ITEMS;
}

/** What was handed in as the answers of a form: an object where its answers have names, else the list or the single value that its schema describes. */
export function asAnswers(root: FieldSpec, given: unknown): Answers {
  const isUsable = hasNamedAnswers(root) ? isRecord(given) : given !== undefined;
  return (isUsable ? given : nothingYet(root)) as Answers;
}
