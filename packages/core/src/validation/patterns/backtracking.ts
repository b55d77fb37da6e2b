import { automatonOf, MANY } from './automaton.js';
import type { Automaton } from './automaton.js';
import { ANY, overlaps } from './char-set.js';
import type { CharSet } from './char-set.js';
import { parseRegex } from './regex-syntax.js';
import type { RegexTree } from './regex-syntax.js';

/** Pairs of positions looked at before an expression counts as too involved to be trusted. */
const MAX_PAIRS = 20_000;

/**
 * How the worst running time of a regular expression grows with the length of the text: 1 for in step with it, 2 for its
 * square, … and Infinity for exponentially. An upper guess: it may be too high for an expression with assertions, not too low
 * except for back-references.
 *
 * A backtracking engine is slow where a text can be read in many ways. Two different ways round the same loop double with
 * each turn: (a+)+, (a|a)*, (a|ab|b)*. Loops after each other that can share a stretch of text multiply: .*a.*b.
 *
 * @param source - Valid under the `u` flag.
 */
export function backtrackingDegree(source: string): number {
  const { tree, asides } = parseRegex(source);
  const starts = source.startsWith('^') && tree.kind !== 'choice';
  // With an assertion somewhere, even the last repetition may have to give characters back.
  const ends = /\$|\\b|\(\?[=!<]/i.test(source);
  const worst = Math.max(degree(tree, starts, ends), ...asides.map((aside) => degree(aside, true, true)));
  return worst > MOST_BY_COUNTING ? worst : Math.min(MOST_BY_COUNTING, worst + [tree, ...asides].reduce((sum, part) => sum + ambiguousCounts(part), 0));
}

/** As far as short counted repetitions alone may raise the answer: they multiply the time, but by a fixed number. */
const MOST_BY_COUNTING = 4;

/** How many repetitions of two to nine times would be ambiguous as loops: (a|ab|b){3}. */
function ambiguousCounts(tree: RegexTree): number {
  if (tree.kind === 'chars') return 0;
  if (tree.kind !== 'repeat') return tree.parts.reduce((sum, part) => sum + ambiguousCounts(part), 0);
  const inside = ambiguousCounts(tree.body);
  if (tree.max < 2 || tree.max >= MANY || tree.body.kind === 'chars') return inside;
  const looped = automatonOf({ ...tree, min: 0, max: Infinity });
  return inside + Number(!looped || loopsOf(looped).some((loop) => isAmbiguous(looped, loop)));
}

function degree(tree: RegexTree, starts: boolean, ends: boolean): number {
  // An expression that may begin anywhere is tried at each place: the same as a loop in front of it.
  const anywhere: RegexTree = { kind: 'repeat', body: { kind: 'chars', set: ANY }, min: 0, max: Infinity };
  const body = automatonOf(tree);
  if (!body || body.sets.length === 0) return body ? 1 : Infinity;
  const loops = loopsOf(body);
  if (loops.some((loop) => isAmbiguous(body, loop))) return Infinity;
  if (starts) return longestChain(body, loops, ends);
  const searching = automatonOf({ kind: 'sequence', parts: [anywhere, tree] });
  return searching ? longestChain(searching, loopsOf(searching), ends) : Infinity;
}

/** The groups of positions that can come round to themselves (strongly connected, after Tarjan), in order of reading. */
function loopsOf({ follows }: Automaton): number[][] {
  const index = new Map<number, number>();
  const low = new Map<number, number>();
  const stack: number[] = [];
  const open = new Set<number>();
  const loops: number[][] = [];
  const visit = (position: number): void => {
    const order = index.size;
    index.set(position, order);
    let lowest = order;
    stack.push(position);
    open.add(position);
    for (const next of (follows[position] as ReadonlyMap<number, number>).keys()) {
      if (!index.has(next)) visit(next);
      if (open.has(next)) lowest = Math.min(lowest, low.get(next) ?? (index.get(next) as number));
    }
    low.set(position, lowest);
    if (lowest !== order) return;
    const group = stack.splice(stack.indexOf(position));
    group.forEach((member) => open.delete(member));
    if (group.length > 1 || follows[position]?.has(position)) loops.push(group);
  };
  follows.forEach((_, position) => {
    if (!index.has(position)) visit(position);
  });
  return loops.reverse();
}

/** Whether some text leads round the loop in two ways. */
function isAmbiguous({ sets, follows }: Automaton, loop: readonly number[]): boolean {
  const inside = new Set(loop);
  const next = (position: number): number[] => [...(follows[position] as ReadonlyMap<number, number>).keys()].filter((to) => inside.has(to));
  const known = new Set<string>();
  const waiting: (readonly [number, number])[] = [];
  // Two readers go side by side over the same text. They part here, and if they meet again the text had two readings.
  const step = (a: number, b: number): boolean => {
    for (const to of next(a)) {
      for (const other of next(b)) {
        if (a === b ? to >= other : false) continue;
        if (!overlaps(sets[to] as CharSet, sets[other] as CharSet)) continue;
        if (to === other) return true;
        const key = `${Math.min(to, other)} ${Math.max(to, other)}`;
        if (known.has(key)) continue;
        known.add(key);
        waiting.push([to, other]);
      }
    }
    return false;
  };
  for (const position of loop) {
    for (const [to, ways] of follows[position] as ReadonlyMap<number, number>) if (ways > 1 && inside.has(to)) return true;
    step(position, position);
  }
  for (let pair = waiting.pop(); pair; pair = waiting.pop()) {
    if (known.size > MAX_PAIRS || step(...pair)) return true;
  }
  return false;
}

/** The most loops in a row such that neighbours can share text. */
function longestChain(automaton: Automaton, loops: readonly (readonly number[])[], ends: boolean): number {
  // A loop that the expression may end with, open-ended, never has to give anything back.
  const last = new Set(automaton.last);
  const costly = ends ? loops : loops.filter((loop) => !loop.some((position) => last.has(position)));
  const lengths: number[] = [];
  // Loops come in order of reading: from the last one backwards, what follows is already measured.
  for (let i = costly.length - 1; i >= 0; i--) {
    let longest = 1;
    for (let j = i + 1; j < costly.length; j++) {
      const length = 1 + (lengths[j] as number);
      if (length > longest && shareText(automaton, costly[i] as readonly number[], costly[j] as readonly number[])) longest = length;
    }
    lengths[i] = longest;
  }
  return Math.max(1, ...lengths);
}

/** Whether the way from one loop to the other reads only characters that both also read. */
function shareText({ sets, follows }: Automaton, from: readonly number[], to: readonly number[]): boolean {
  const common = (set: CharSet): boolean => from.some((p) => overlaps(set, sets[p] as CharSet)) && to.some((p) => overlaps(set, sets[p] as CharSet));
  const goal = new Set(to);
  const starts = from.filter((position) => common(sets[position] as CharSet));
  const known = new Set<number>(starts);
  const waiting = [...starts];
  for (let position = waiting.pop(); position !== undefined; position = waiting.pop()) {
    for (const next of (follows[position] as ReadonlyMap<number, number>).keys()) {
      if (known.has(next) || !common(sets[next] as CharSet)) continue;
      if (goal.has(next)) return true;
      known.add(next);
      waiting.push(next);
    }
  }
  return false;
}
