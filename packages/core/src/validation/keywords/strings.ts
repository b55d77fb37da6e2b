import { textLength } from '../instance.js';
import { patternPart } from '../parts/validation-parts.js';
import type { Pattern } from '../patterns/pattern.js';
import type { Keyword, Site } from '../site.js';

export const pattern: Keyword = (site) => {
  const source = site.value('pattern');
  if (source === undefined) return undefined;
  const issue = site.issue('pattern', { pattern: source });
  const matcher = patternAt(site, source, 'pattern');
  const longest = site.number('maxLength', true) ?? Infinity;
  return (instance, run) => {
    if (typeof instance !== 'string' || matcher.test(instance)) return true;
    // Beyond what the expression can be trusted with it was not tried, and `maxLength` has said what matters.
    if (instance.length > matcher.longest && textLength(instance) > longest) return true;
    return run.report(issue);
  };
};

/** The regular expression at a place of the schema. */
export function patternAt(site: Site, source: unknown, ...tokens: readonly string[]): Pattern {
  if (typeof source !== 'string') return site.fail('A pattern must be a text.', ...tokens);
  const result = patternPart.now.compilePattern(source);
  return typeof result === 'string' ? site.fail(result, ...tokens) : result;
}

export const format: Keyword = (site) => {
  const name = site.value('format');
  const { formats } = site.workshop;
  if (typeof name !== 'string' || !Object.prototype.hasOwnProperty.call(formats, name)) return undefined;
  const issue = site.issue('format', { format: name });
  const fits = formats[name] as (value: string | number) => boolean;
  return (instance, run) => (typeof instance !== 'string' && typeof instance !== 'number') || fits(instance) || run.report(issue);
};
