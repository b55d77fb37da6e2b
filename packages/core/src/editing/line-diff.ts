/** A line of two texts laid over each other: in both, or in one of them, with its numbers there, counted from 1. */
export interface DiffLine {
  readonly kind: 'same' | 'removed' | 'added';
  readonly text: string;
  readonly oldLine?: number;
  readonly newLine?: number;
}

/** So many lines that differ are looked through for what they have in common; texts that differ in more are shown as one block each. */
const MOST_DIFFERENCES = 1000;

/**
 * Lays two texts over each other line by line, with as few lines removed and added as possible.
 *
 * @returns Every line of both texts once; a removed line comes before the one that takes its place. Line ends `\r\n` and `\n` are told apart.
 * @example diffLines('a\nb', 'a\nc').map(({ kind }) => kind) // ['same', 'removed', 'added']
 */
export function diffLines(before: string, after: string): readonly DiffLine[] {
  const [old, now] = [linesOf(before), linesOf(after)];
  let start = 0;
  while (start < old.length && start < now.length && old[start] === now[start]) start += 1;
  let end = 0;
  while (end < old.length - start && end < now.length - start && old[old.length - 1 - end] === now[now.length - 1 - end]) end += 1;
  const pairs = commonLines(old.slice(start, old.length - end), now.slice(start, now.length - end));
  const lines: DiffLine[] = [];
  let [x, y] = [0, 0];
  const upTo = (oldEnd: number, newEnd: number): void => {
    for (; x < oldEnd; x += 1) lines.push({ kind: 'removed', text: old[x] as string, oldLine: x + 1 });
    for (; y < newEnd; y += 1) lines.push({ kind: 'added', text: now[y] as string, newLine: y + 1 });
  };
  const same = (oldAt: number, newAt: number): void => {
    upTo(oldAt, newAt);
    lines.push({ kind: 'same', text: old[x] as string, oldLine: (x += 1), newLine: (y += 1) });
  };
  for (let index = 0; index < start; index += 1) same(index, index);
  for (const [oldAt, newAt] of pairs) same(start + oldAt, start + newAt);
  for (let index = end; index > 0; index -= 1) same(old.length - index, now.length - index);
  upTo(old.length, now.length);
  return lines;
}

/** An empty text has no line. */
const linesOf = (text: string): readonly string[] => (text === '' ? [] : text.split('\n'));

/** Places of lines that both have, in order, as many as possible: E. Myers, An O(ND) Difference Algorithm and Its Variations (1986). */
function commonLines(old: readonly string[], now: readonly string[]): readonly (readonly [number, number])[] {
  const most = Math.min(old.length + now.length, MOST_DIFFERENCES);
  const furthest = new Map<number, number>([[1, 0]]);
  const trail: ReadonlyMap<number, number>[] = [];
  for (let differences = 0; differences <= most; differences += 1) {
    trail.push(new Map(furthest));
    for (let diagonal = -differences; diagonal <= differences; diagonal += 2) {
      let x = nextStart(furthest, diagonal, differences);
      while (x < old.length && x - diagonal < now.length && old[x] === now[x - diagonal]) x += 1;
      furthest.set(diagonal, x);
      if (x >= old.length && x - diagonal >= now.length) return walkBack(trail, old.length, now.length);
    }
  }
  return [];
}

/** Where a diagonal goes on: after a line more of the new text, or one less of the old. */
function nextStart(furthest: ReadonlyMap<number, number>, diagonal: number, differences: number): number {
  const [below, above] = [furthest.get(diagonal - 1) ?? -1, furthest.get(diagonal + 1) ?? -1];
  return diagonal === -differences || (diagonal !== differences && below < above) ? above : below + 1;
}

function walkBack(trail: readonly ReadonlyMap<number, number>[], oldLength: number, newLength: number): readonly (readonly [number, number])[] {
  const pairs: (readonly [number, number])[] = [];
  let [x, y] = [oldLength, newLength];
  for (let differences = trail.length - 1; differences >= 0; differences -= 1) {
    const furthest = trail[differences] as ReadonlyMap<number, number>;
    const diagonal = x - y;
    const start = nextStart(furthest, diagonal, differences);
    const isDown = diagonal === -differences || (diagonal !== differences && (furthest.get(diagonal - 1) ?? -1) < (furthest.get(diagonal + 1) ?? -1));
    for (; x > start && y > 0 && x > 0; x -= 1, y -= 1) pairs.push([x - 1, y - 1]);
    if (differences > 0) [x, y] = isDown ? [x, y - 1] : [x - 1, y];
  }
  return pairs.reverse();
}
