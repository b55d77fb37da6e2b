import type { Keyword } from '../site.js';
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
export const keywords: readonly Keyword[] = [
  type, constant, enumeration,
  minimum, maximum, exclusiveMinimum, exclusiveMaximum, multipleOf,
  minLength, maxLength, pattern, format,
  minItems, maxItems, uniqueItems, items, contains,
  required, minProperties, maxProperties, dependentRequired, properties, propertyNames,
  reference, dynamicReference, dependentSchemas, dependencies,
  allOf, anyOf, oneOf, not, condition,
  unevaluatedItems, unevaluatedProperties,
];
