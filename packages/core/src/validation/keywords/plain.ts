import type { Keyword } from '../site.js';
import { items, uniqueItems } from './arrays.js';
import {
  exclusiveMaximum, exclusiveMinimum, maximum, maxItems, maxLength, maxProperties, minimum, minItems, minLength, minProperties,
} from './limits.js';
import { multipleOf } from './numbers.js';
import { properties, required } from './objects.js';
import { format, pattern } from './strings.js';
import { constant, enumeration, type } from './values.js';

/** The keywords that most forms are made of, in the order of all. */
export const plainKeywords: readonly Keyword[] = [
  type, constant, enumeration,
  minimum, maximum, exclusiveMinimum, exclusiveMaximum, multipleOf,
  minLength, maxLength, pattern, format,
  minItems, maxItems, uniqueItems, items,
  required, minProperties, maxProperties, properties,
];

/** The names of the others. */
export const OTHER_KEYWORDS: readonly string[] = [
  'contains', 'dependentRequired', 'propertyNames', '$ref', '$dynamicRef', 'dependentSchemas', 'dependencies', 'allOf', 'anyOf', 'oneOf', 'not', 'if',
  'unevaluatedItems', 'unevaluatedProperties',
];
