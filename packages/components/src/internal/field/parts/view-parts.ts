import type { FormDefinition } from '@cobuild/core';
import { LatePart, wordsIn } from '@cobuild/core';
import type * as Added from './added.js';
import type * as Answers from '../answers.js';
import type * as Arranged from './arranged.js';
import { hasOpenQuestion } from './open-schema.js';
import type * as Texts from './texts.js';
import type * as Capitals from '../widgets/number/capital-numerals.js';

/** Drawings that only some forms need, each loaded before the first of them is drawn. */
export const addedPart = new LatePart<typeof Added>('added views', () => import('./added.js'));
export const arrangedPart = new LatePart<typeof Arranged>('arranged questions', () => import('./arranged.js'));
/** Answers that nobody fills in. */
export const answersPart = new LatePart<typeof Answers>('answers', () => import('../answers.js'));

/** Schemas that come back to themselves, lists with fixed places and names of the person's own: what people add one by one. */
const COMING_BACK = ['$ref', '$dynamicRef', '$recursiveRef', 'patternProperties', 'prefixItems'];
const NAMING = ['additionalProperties', 'unevaluatedProperties'];
const WIDGETS = ['map', 'tuple', 'absent'];

/** Answers in words, at questions that nobody answers. */
export const textPart = new LatePart<typeof Texts>('answers in words', () => import('./texts.js'));

/** Amounts of money in capital numerals. */
export const capitalsPart = new LatePart<typeof Capitals>('capital numerals', () => import('../widgets/number/capital-numerals.js'));

/** What makes a question one that nobody answers, for now or at all. */
const SHOWN_ONLY = ['readOnly', 'readonlyWhen', 'computed'];

/** What is needed to draw a definition. */
export function viewParts(definition: FormDefinition): readonly LatePart<unknown>[] {
  const { all, formats, lists, objects, widgets } = wordsIn(definition);
  const isAdded = COMING_BACK.some((keyword) => all.has(keyword)) || NAMING.some((keyword) => objects.has(keyword)) || lists.has('items') || WIDGETS.some((widget) => widgets.has(widget)) || hasOpenQuestion(definition.schema);
  const isTold = SHOWN_ONLY.some((word) => all.has(word));
  const isMoney = formats.has('money') || widgets.has('money');
  return [...(isTold ? [textPart] : []), ...(isMoney ? [capitalsPart] : []), ...(isAdded ? [addedPart] : []), ...(all.has('elements') || all.has('columns') ? [arrangedPart] : [])];
}
