import type { Check, Run } from '../evaluation.js';
import { isObject, textLength } from '../instance.js';
import type { Keyword } from '../site.js';

/** A keyword that compares a value, or the size of one, with a number. Values that it does not apply to fit. */
function limit(keyword: string, counts: boolean, fits: (instance: unknown, limit: number, run: Run) => boolean): Keyword {
  return (site): Check | undefined => {
    const bound = site.number(keyword, counts);
    if (bound === undefined) return undefined;
    const issue = site.issue(keyword, { limit: bound });
    return (instance, run) => fits(instance, bound, run) || run.report(issue);
  };
}

export const minimum = limit('minimum', false, (value, bound) => typeof value !== 'number' || value >= bound);
export const maximum = limit('maximum', false, (value, bound) => typeof value !== 'number' || value <= bound);
export const exclusiveMinimum = limit('exclusiveMinimum', false, (value, bound) => typeof value !== 'number' || value > bound);
export const exclusiveMaximum = limit('exclusiveMaximum', false, (value, bound) => typeof value !== 'number' || value < bound);
export const minLength = limit('minLength', true, (value, bound) => typeof value !== 'string' || textLength(value) >= bound);
export const maxLength = limit('maxLength', true, (value, bound) => typeof value !== 'string' || value.length <= bound || textLength(value) <= bound);
export const minItems = limit('minItems', true, (value, bound) => !Array.isArray(value) || value.length >= bound);
export const maxItems = limit('maxItems', true, (value, bound) => !Array.isArray(value) || value.length <= bound);
export const minProperties = limit('minProperties', true, (value, bound, run) => !isObject(value) || run.names(value).length >= bound);
export const maxProperties = limit('maxProperties', true, (value, bound, run) => !isObject(value) || run.names(value).length <= bound);
