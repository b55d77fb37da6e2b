import type { CharSet } from './char-set.js';
import type { RegexTree } from './regex-syntax.js';

/**
 * The positions of an expression (each place where it reads one character) and which may follow which: Glushkov's automaton.
 * `follows` counts the ways, because two ways of getting from one position to the next are what makes an engine backtrack.
 */
export interface Automaton {
  readonly sets: readonly CharSet[];
  readonly follows: readonly ReadonlyMap<number, number>[];
  readonly first: readonly number[];
  readonly last: readonly number[];
}

/** From this many repetitions on, a counted quantifier is looked at as an unbounded one. */
export const MANY = 10;
/** Repetitions of a single character that are written out: `\d{18}`. */
const WRITTEN_OUT = 64;
const MAX_POSITIONS = 2_000;

interface Fragment {
  readonly first: readonly number[];
  readonly last: readonly number[];
  readonly nullable: boolean;
}

/** Builds the automaton; `undefined` when the expression is too large to be looked at. */
export function automatonOf(tree: RegexTree): Automaton | undefined {
  const sets: CharSet[] = [];
  const follows: Map<number, number>[] = [];
  const EMPTY: Fragment = { first: [], last: [], nullable: true };
  let links = 0;

  function link(last: readonly number[], first: readonly number[]): void {
    links += last.length * first.length;
    if (links > 50 * MAX_POSITIONS) throw new TooLarge();
    for (const from of last) for (const to of first) follows[from]?.set(to, (follows[from]?.get(to) ?? 0) + 1);
  }

  function concat(a: Fragment, b: Fragment): Fragment {
    link(a.last, b.first);
    return {
      first: a.nullable ? [...a.first, ...b.first] : a.first,
      last: b.nullable ? [...a.last, ...b.last] : b.last,
      nullable: a.nullable && b.nullable,
    };
  }

  function build(node: RegexTree): Fragment {
    switch (node.kind) {
      case 'chars': {
        if (sets.length === MAX_POSITIONS) throw new TooLarge();
        follows.push(new Map());
        const position = sets.push(node.set) - 1;
        return { first: [position], last: [position], nullable: false };
      }
      case 'sequence':
        return node.parts.map(build).reduce(concat, EMPTY);
      case 'choice': {
        const parts = node.parts.map(build);
        return { first: parts.flatMap(({ first }) => first), last: parts.flatMap(({ last }) => last), nullable: parts.some(({ nullable }) => nullable) };
      }
      case 'repeat':
        return repeat(node);
    }
  }

  function repeat({ body, min, max }: RegexTree & { kind: 'repeat' }): Fragment {
    if (max === 0) return EMPTY;
    const one = body.kind === 'chars';
    const exact = one && min === max && max <= WRITTEN_OUT;
    // a{2,20} is aaa*: the least is written out, the rest counts as a loop.
    if (one && !exact && max >= MANY && min > 0 && min <= WRITTEN_OUT) {
      const least = Array.from({ length: min }, () => build(body)).reduce(concat, EMPTY);
      return concat(least, unbounded(body, 0));
    }
    const copies = exact || max < MANY ? max : 0;
    if (copies === 0) return unbounded(body, min);
    let result = EMPTY;
    const pieces = Array.from({ length: copies }, () => build(body));
    // a{1,3} is a(a(a)?)?: from the inside out, so that each copy has one way of being left out.
    for (let i = copies - 1; i >= 0; i--) {
      const chained = concat(pieces[i] as Fragment, result);
      result = i < min ? chained : { ...chained, nullable: true };
    }
    return result;
  }

  function unbounded(body: RegexTree, min: number): Fragment {
    const once = build(body);
    link(once.last, once.first);
    // (a?){20}: the engine chooses which of the twenty are empty. A second way round marks that.
    if (once.nullable && min >= MANY) link(once.last, once.first);
    return { ...once, nullable: once.nullable || min === 0 };
  }

  try {
    const { first, last } = build(tree);
    return { sets, follows, first, last };
  } catch (error) {
    if (error instanceof TooLarge) return undefined;
    throw error;
  }
}

class TooLarge extends Error {
  override readonly name = 'TooLarge';
}
