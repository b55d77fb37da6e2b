import type { RegexTree } from '../../validation/patterns/regex-syntax.js';
import { parseRegex } from '../../validation/patterns/regex-syntax.js';
import type { CharSet } from '../../validation/patterns/char-set.js';

/** Characters that people write, before any others. */
const USUAL: readonly (readonly [number, number])[] = [[0x30, 0x39], [0x61, 0x7a], [0x41, 0x5a], [0x4e00, 0x9fa5], [0x20, 0x7e]];

/**
 * A text that fits a regular expression, the same for the same `index`; `undefined` where none is found (the expression is broken, or looks around).
 *
 * @example sampleOfPattern('^1[3-9][0-9]{9}$', 0) // '13012345678'
 */
export function sampleOfPattern(pattern: string, index: number): string | undefined {
  let count = index;
  const draw = (tree: RegexTree): string => {
    if (tree.kind === 'chars') return charOf(tree.set, count++);
    if ('parts' in tree) return tree.kind === 'sequence' ? tree.parts.map(draw).join('') : draw(tree.parts[0] ?? { kind: 'sequence', parts: [] });
    return Array.from({ length: tree.min === 0 ? Math.min(1, tree.max) : tree.min }, () => draw(tree.body)).join('');
  };
  try {
    const expression = new RegExp(pattern, 'u');
    const text = draw(parseRegex(pattern).tree);
    return expression.test(text) ? text : undefined;
  } catch {
    return undefined;
  }
}

function charOf(set: CharSet, index: number): string {
  const usual = USUAL.flatMap(([from, to]) => set.flatMap(([low, high]) => (low <= to && high >= from ? [[Math.max(low, from), Math.min(high, to)] as const] : [])));
  const [from, to] = usual[0] ?? set[0] ?? [0x30, 0x39];
  return String.fromCodePoint(from + (index % (to - from + 1)));
}
