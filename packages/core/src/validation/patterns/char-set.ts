/** A set of characters as ranges of code points, `[from, to]` inclusive, in any order. */
export type CharSet = readonly (readonly [from: number, to: number])[];

export const ANY: CharSet = [[0, 0x10ffff]];
export const DIGIT: CharSet = [[0x30, 0x39]];
export const WORD: CharSet = [[0x30, 0x39], [0x41, 0x5a], [0x5f, 0x5f], [0x61, 0x7a]];
export const SPACE: CharSet = [[9, 13], [0x20, 0x20], [0xa0, 0xa0], [0x1680, 0x1680], [0x2000, 0x200a], [0x2028, 0x2029], [0x202f, 0x202f], [0x205f, 0x205f], [0x3000, 0x3000], [0xfeff, 0xfeff]];
export const LINE_END: CharSet = [[10, 10], [13, 13], [0x2028, 0x2029]];

export function complement(set: CharSet): CharSet {
  const result: [number, number][] = [];
  let next = 0;
  for (const [from, to] of [...set].sort((a, b) => a[0] - b[0])) {
    if (from > next) result.push([next, from - 1]);
    next = Math.max(next, to + 1);
  }
  if (next <= 0x10ffff) result.push([next, 0x10ffff]);
  return result;
}

export function overlaps(a: CharSet, b: CharSet): boolean {
  return a.some(([from, to]) => b.some((other) => from <= other[1] && other[0] <= to));
}
