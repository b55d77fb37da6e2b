import type { Check } from '../evaluation.js';
import { isMultiple } from '../multiple.js';
import type { Keyword } from '../site.js';

function limit(keyword: string, holds: (value: number, limit: number) => boolean): Keyword {
  return (site): Check | undefined => {
    const bound = site.number(keyword);
    if (bound === undefined) return undefined;
    const location = site.location(keyword);
    return (instance, run) => typeof instance !== 'number' || holds(instance, bound) || run.report(keyword, location, { limit: bound });
  };
}

export const minimum = limit('minimum', (value, bound) => value >= bound);
export const maximum = limit('maximum', (value, bound) => value <= bound);
export const exclusiveMinimum = limit('exclusiveMinimum', (value, bound) => value > bound);
export const exclusiveMaximum = limit('exclusiveMaximum', (value, bound) => value < bound);

export const multipleOf: Keyword = (site) => {
  const step = site.number('multipleOf');
  if (step === undefined) return undefined;
  if (step <= 0) site.fail('"multipleOf" must be greater than 0.', 'multipleOf');
  const location = site.location('multipleOf');
  return (instance, run) => typeof instance !== 'number' || isMultiple(instance, step) || run.report('multipleOf', location, { multipleOf: step });
};
