import { backtrackingDegree } from './backtracking.js';

/** A regular expression that will not hang. */
export interface Pattern {
  /** Longest text, in UTF-16 units, that is tried; any longer one does not match. */
  readonly longest: number;
  readonly test: (text: string) => boolean;
}

/**
 * Longest text by how the running time grows, so that the worst text takes well under a second: no limit for expressions
 * that keep in step with the text, 10,000 where time grows with the square, then 300 and 100.
 */
const LONGEST = [Infinity, Infinity, 10_000, 300, 100];

/**
 * Makes a pattern ready, with the `u` flag as JSON Schema asks. Returns what is wrong when it is no regular expression, or one
 * whose running time explodes on a crafted text.
 */
export function compilePattern(source: string): Pattern | string {
  let expression: RegExp;
  try {
    expression = new RegExp(source, 'u');
  } catch (error) {
    return `"${source}" is not a regular expression: ${(error as Error).message}`;
  }
  const longest = LONGEST[backtrackingDegree(source)];
  if (longest === undefined) {
    return `"${source}" can take for ever on some texts: a repetition whose content can be read in several ways, such as (a+)+ or (a|a)*. Write it so that each text has one reading.`;
  }
  return { longest, test: (text) => text.length <= longest && expression.test(text) };
}
