import { isMultiple } from '../multiple.js';
import type { Keyword } from '../site.js';

export const multipleOf: Keyword = (site) => {
  const step = site.number('multipleOf');
  if (step === undefined) return undefined;
  if (step <= 0) site.fail('"multipleOf" must be greater than 0.', 'multipleOf');
  const issue = site.issue('multipleOf', { multipleOf: step });
  return (instance, run) => typeof instance !== 'number' || isMultiple(instance, step) || run.report(issue);
};
