import { KeywordTable } from '../keyword-table.js';
import { items, uniqueItems } from './arrays.js';
import { contains } from './contains.js';
import { dependencies, dependentRequired, dependentSchemas } from './dependencies.js';
import { allOf, anyOf, condition, not, oneOf } from './combinations.js';
import {
  exclusiveMaximum, exclusiveMinimum, maximum, maxItems, maxLength, maxProperties, minimum, minItems, minLength, minProperties,
} from './limits.js';
import { multipleOf } from './numbers.js';
import { properties, required } from './objects.js';
import { propertyNames } from './property-names.js';
import { dynamicReference, reference } from './references.js';
import { format, pattern } from './strings.js';
import { unevaluatedItems, unevaluatedProperties } from './unevaluated.js';
import { constant, enumeration, type } from './values.js';

/** Every keyword that asserts something, in the order in which they are tried; the unevaluated ones are last by necessity. */
export const keywords = new KeywordTable([
  [type, 'type'], [constant, 'const'], [enumeration, 'enum'],
  [minimum, 'minimum'], [maximum, 'maximum'], [exclusiveMinimum, 'exclusiveMinimum'], [exclusiveMaximum, 'exclusiveMaximum'], [multipleOf, 'multipleOf'],
  [minLength, 'minLength'], [maxLength, 'maxLength'], [pattern, 'pattern'], [format, 'format'],
  [minItems, 'minItems'], [maxItems, 'maxItems'], [uniqueItems, 'uniqueItems'], [items, 'items', 'prefixItems', 'additionalItems'], [contains, 'contains'],
  [required, 'required'], [minProperties, 'minProperties'], [maxProperties, 'maxProperties'], [dependentRequired, 'dependentRequired'],
  [properties, 'properties', 'patternProperties', 'additionalProperties'], [propertyNames, 'propertyNames'],
  [reference, '$ref'], [dynamicReference, '$dynamicRef'], [dependentSchemas, 'dependentSchemas'], [dependencies, 'dependencies'],
  [allOf, 'allOf'], [anyOf, 'anyOf'], [oneOf, 'oneOf'], [not, 'not'], [condition, 'if'],
  [unevaluatedItems, 'unevaluatedItems'], [unevaluatedProperties, 'unevaluatedProperties'],
]);
