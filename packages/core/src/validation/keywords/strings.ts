import { textLength } from '../instance.js';
import { compilePattern } from '../patterns/pattern.js';
import type { Pattern } from '../patterns/pattern.js';
import type { Keyword, Site } from '../site.js';

export const minLength: Keyword = (site) => {
  const limit = site.number('minLength', true);
  if (limit === undefined) return undefined;
  const location = site.location('minLength');
  return (instance, run) => typeof instance !== 'string' || textLength(instance) >= limit || run.report('minLength', location, { limit });
};

export const maxLength: Keyword = (site) => {
  const limit = site.number('maxLength', true);
  if (limit === undefined) return undefined;
  const location = site.location('maxLength');
  return (instance, run) => {
    if (typeof instance !== 'string' || instance.length <= limit || textLength(instance) <= limit) return true;
    return run.report('maxLength', location, { limit });
  };
};

export const pattern: Keyword = (site) => {
  const source = site.value('pattern');
  if (source === undefined) return undefined;
  const location = site.location('pattern');
  const matcher = patternAt(site, source, 'pattern');
  const longest = site.number('maxLength', true) ?? Infinity;
  return (instance, run) => {
    if (typeof instance !== 'string' || matcher.test(instance)) return true;
    // Beyond what the expression can be trusted with it was not tried, and `maxLength` has said what matters.
    if (instance.length > matcher.longest && textLength(instance) > longest) return true;
    return run.report('pattern', location, { pattern: source });
  };
};

/** The regular expression at a place of the schema. */
export function patternAt(site: Site, source: unknown, ...tokens: readonly string[]): Pattern {
  if (typeof source !== 'string') return site.fail('A pattern must be a text.', ...tokens);
  const result = compilePattern(source);
  return typeof result === 'string' ? site.fail(result, ...tokens) : result;
}

export const format: Keyword = (site) => {
  const name = site.value('format');
  const { formats } = site.workshop;
  if (typeof name !== 'string' || !Object.prototype.hasOwnProperty.call(formats, name)) return undefined;
  const location = site.location('format');
  const fits = formats[name] as (value: string | number) => boolean;
  return (instance, run) =>
    (typeof instance !== 'string' && typeof instance !== 'number') || fits(instance) || run.report('format', location, { format: name });
};
