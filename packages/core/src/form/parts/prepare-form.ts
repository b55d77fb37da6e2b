import type { FormDefinition } from '../../generated/types.js';
import type { LatePart } from '../../late/late-part.js';
import { missingParts } from '../../late/late-part.js';
import { codeWidgets } from '../code-widgets.js';
import { branchPart, computedPart, elementPart, entryPart, formerPart, recordPart, titlePart } from './form-parts.js';
import type { WordsIn } from '../../late/words-in.js';
import { wordsIn } from '../../late/words-in.js';
import { addressPart, formatPart, keywordPart, patternPart } from '../../validation/parts/validation-parts.js';
import { validationParts } from '../../validation/parts/prepare-schema.js';

/** Keywords with which schemas refer to others, or apply only now and then. */
const BRANCHES = ['$ref', '$dynamicRef', '$recursiveRef', 'allOf', 'if', 'dependentSchemas', 'dependentRequired', 'dependencies', 'propertyNames'];
const ENTRIES = ['additionalProperties', 'unevaluatedProperties', 'patternProperties'];

type Need = readonly [LatePart<unknown>, (words: WordsIn) => boolean];

const hasRecords = ({ objects }: WordsIn): boolean => objects.has('record');

const neededBy: readonly Need[] = [
  [branchPart, ({ all, lists }) => BRANCHES.some((keyword) => all.has(keyword)) || ['oneOf', 'anyOf', 'type'].some((keyword) => lists.has(keyword))],
  [entryPart, ({ objects }) => ENTRIES.some((keyword) => objects.has(keyword))],
  [recordPart, hasRecords],
  // The schemas of records, which nobody writes into a form, use these.
  ...[patternPart, formatPart, keywordPart, addressPart].map((part): Need => [part, hasRecords]),
  [computedPart, ({ all }) => all.has('computed')],
  [elementPart, ({ all }) => all.has('elements') || all.has('columns')],
  [titlePart, ({ all, widgets }) => all.has('itemTitle') || widgets.has('listDetail')],
  [formatPart, ({ widgets }) => Object.keys(codeWidgets).some((widget) => widgets.has(widget))],
  [formerPart, ({ all }) => all.has('additionalProperties') || all.has('unevaluatedProperties')],
];

/** The parts of the model and of the validator that a form of this definition needs. */
export function partsOf(definition: FormDefinition): ReadonlySet<LatePart<unknown>> {
  const words = wordsIn(definition);
  return new Set([...neededBy.filter(([, needs]) => needs(words)).map(([part]) => part), ...validationParts(words)]);
}

/**
 * Loads the parts of the model that a form of this definition needs and that are not there yet. Most forms need none.
 *
 * @returns `undefined` where all are there; rejected where one cannot be loaded.
 * @example await prepareForm(definition); const form = createPreparedForm(definition, options);
 */
export function prepareForm(definition: FormDefinition): Promise<unknown> | undefined {
  return missingParts([...partsOf(definition)]);
}

/** Loads every part: for a definition of which only its compilation tells what it needs, such as one of answers of any kind. */
export const prepareWhole = (): Promise<unknown> | undefined => missingParts([...neededBy.map(([part]) => part), keywordPart, patternPart, addressPart]);
