import type { Decorator } from './operator.js';
import { everyTruth, notTruth, someTruth } from './truth.js';

/**
 * The decorators of json-rules-engine 7. What has to be a list and is none gives unknown, where the original says false
 * for a fact and throws for a value. Of an empty list `some…` is false and `every…` true.
 */
export const decorators: readonly Decorator[] = [
  { name: 'someFact', apply: (found, wanted, next) => (Array.isArray(found) ? someTruth(found, (item) => next(item, wanted)) : 'unknown') },
  { name: 'everyFact', apply: (found, wanted, next) => (Array.isArray(found) ? everyTruth(found, (item) => next(item, wanted)) : 'unknown') },
  { name: 'someValue', apply: (found, wanted, next) => (Array.isArray(wanted) ? someTruth(wanted, (item) => next(found, item)) : 'unknown') },
  { name: 'everyValue', apply: (found, wanted, next) => (Array.isArray(wanted) ? everyTruth(wanted, (item) => next(found, item)) : 'unknown') },
  { name: 'swap', apply: (found, wanted, next) => next(wanted, found) },
  { name: 'not', apply: (found, wanted, next) => notTruth(next(found, wanted)) },
];
