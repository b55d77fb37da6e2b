import type { Truth } from '@cobuild/core';
import type { Frame } from '../conditions/frame.js';
import type { Plan } from '../conditions/plan.js';
import type { TruthBits } from '../conditions/plan-test.js';

/** Comparisons of which one has to hold, by word of bits: its place, the bits that are asked, and those whose opposite is asked. */
type Clause = readonly number[];
type Clauses = readonly Clause[];

/** Rules that would need more are answered group by group. */
const MOST_CLAUSES = 24;

/**
 * Makes clauses of requirements, all of which have to hold, each as soon as one of its comparisons does. The law of distribution holds for unknown answers
 * too, so that what is nested in the document is flat here and answered with a few operations on bits.
 *
 * @returns Numbers for {@link holds}: for each clause its end, then three for each word. `undefined` where there would be too many clauses.
 */
export function clauseCompiler(bits: TruthBits): (plan: Plan) => Int32Array | undefined {
  // What several requirements share, by plan: as it stands, and negated.
  const known = [new Map<Plan, Clauses | undefined>(), new Map<Plan, Clauses | undefined>()] as const;

  function clausesOf(plan: Plan, negated: boolean): Clauses | undefined {
    const before = known[negated ? 1 : 0];
    if (before.has(plan)) return before.get(plan);
    const clauses = combined(plan, negated);
    before.set(plan, clauses);
    return clauses;
  }

  function combined(plan: Plan, negated: boolean): Clauses | undefined {
    const bit = bits.get(plan);
    if (bit !== undefined) return [negated ? [bit.word, 0, bit.bit] : [bit.word, bit.bit, 0]];
    const [first] = plan.parts;
    if (plan.kind === 'not') return first === undefined ? undefined : clausesOf(first, !negated);
    const all = (plan.kind === 'all') !== negated;
    let clauses: Clause[] | undefined;
    for (const part of plan.parts) {
      const more = clausesOf(part, negated);
      if (more === undefined) return undefined;
      if (clauses === undefined) clauses = more.slice();
      else if (all) clauses.push(...more);
      else clauses = eachWithEach(clauses, more);
      if (clauses.length > MOST_CLAUSES) return undefined;
    }
    return clauses;
  }

  return (plan) => {
    const clauses = clausesOf(plan, false);
    if (clauses === undefined) return undefined;
    const program: number[] = [];
    for (const clause of clauses) program.push(program.length + 1 + clause.length, ...clause);
    return Int32Array.from(program);
  };
}

function eachWithEach(some: Clauses, others: Clauses): Clause[] {
  const clauses: Clause[] = [];
  for (const one of some) for (const other of others) clauses.push(either(one, other));
  return clauses;
}

function either(one: Clause, other: Clause): Clause {
  const clause = one.slice();
  for (let from = 0; from < other.length; from += 3) {
    let at = 0;
    while (at < clause.length && clause[at] !== other[from]) at += 3;
    if (at === clause.length) clause.push(other[from] as number, 0, 0);
    clause[at + 1] = (clause[at + 1] as number) | (other[from + 1] as number);
    clause[at + 2] = (clause[at + 2] as number) | (other[from + 2] as number);
  }
  return clause;
}

/** A requirement all of whose comparisons stand in one word of bits: its place, then for each clause the bits that are asked and those whose opposite is. */
export interface WordProgram { readonly word: number; readonly masks: Int32Array }

/** Most policies have so few comparisons that one word holds all of them. @returns `undefined` where a program asks several words, or none. */
export function inOneWord(program: Int32Array): WordProgram | undefined {
  const word = program[1];
  const masks: number[] = [];
  for (let at = 0; at < program.length; at = program[at] as number) {
    if (program[at] !== at + 4 || program[at + 1] !== word) return undefined;
    masks.push(program[at + 2] as number, program[at + 3] as number);
  }
  return word === undefined ? undefined : { word, masks: Int32Array.from(masks) };
}

/** Answers of {@link holdsInWord}: numbers are compared faster than truths of three types. */
export const [NOT_HELD, OPEN, HELD] = [0, 1, 2] as const;

/** As {@link holds}, in one word, of the clauses from one place of a program to another. */
export function holdsInWord(masks: Int32Array, from: number, end: number, sure: number, may: number): typeof NOT_HELD | typeof OPEN | typeof HELD {
  let result: typeof OPEN | typeof HELD = HELD;
  for (let at = from; at < end; at += 2) {
    const positive = masks[at] as number;
    const negative = masks[at + 1] as number;
    if (((may & positive) | (~sure & negative)) === 0) return NOT_HELD;
    if (((sure & positive) | (~may & negative)) === 0) result = OPEN;
  }
  return result;
}

/** Whether all clauses hold. What is surely not true is what may not be true, and the other way round. */
export function holds(program: Int32Array, frame: Frame): Truth {
  let result: Truth = true;
  let at = 0;
  while (at < program.length) {
    const end = program[at] as number;
    let sureHit = 0;
    let mayHit = 0;
    for (at += 1; at < end; at += 3) {
      const word = program[at] as number;
      const positive = program[at + 1] as number;
      const negative = program[at + 2] as number;
      const sure = frame[word] as number;
      const may = frame[word + 1] as number;
      sureHit |= (sure & positive) | (~may & negative);
      mayHit |= (may & positive) | (~sure & negative);
    }
    if (mayHit === 0) return false;
    if (sureHit === 0) result = 'unknown';
  }
  return result;
}
