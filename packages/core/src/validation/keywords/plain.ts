import { KeywordTable } from '../keyword-table.js';
import { items, uniqueItems } from './arrays.js';
import {
  exclusiveMaximum, exclusiveMinimum, maximum, maxItems, maxLength, maxProperties, minimum, minItems, minLength, minProperties,
} from './limits.js';
import { multipleOf } from './numbers.js';
import { properties, required } from './objects.js';
import { format, pattern } from './strings.js';
import { constant, enumeration, type } from './values.js';

/** The keywords that most forms are made of, in the order of all. */
export const plainKeywords = new KeywordTable([
  [type, 'type'], [constant, 'const'], [enumeration, 'enum'],
  [minimum, 'minimum'], [maximum, 'maximum'], [exclusiveMinimum, 'exclusiveMinimum'], [exclusiveMaximum, 'exclusiveMaximum'], [multipleOf, 'multipleOf'],
  [minLength, 'minLength'], [maxLength, 'maxLength'], [pattern, 'pattern'], [format, 'format'],
  [minItems, 'minItems'], [maxItems, 'maxItems'], [uniqueItems, 'uniqueItems'], [items, 'items', 'prefixItems', 'additionalItems'],
  [required, 'required'], [minProperties, 'minProperties'], [maxProperties, 'maxProperties'], [properties, 'properties', 'patternProperties', 'additionalProperties'],
]);

/** The names of the others. */
export const OTHER_KEYWORDS: readonly string[] = [
  'contains', 'dependentRequired', 'propertyNames', '$ref', '$dynamicRef', 'dependentSchemas', 'dependencies', 'allOf', 'anyOf', 'oneOf', 'not', 'if',
  'unevaluatedItems', 'unevaluatedProperties',
];
