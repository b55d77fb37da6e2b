import type { Truth } from '@cobuild/core';
import type { Frame } from '../conditions/frame.js';
import type { Plan } from '../conditions/plan.js';
import type { TruthBits } from '../conditions/plan-test.js';

/** A comparison, or its opposite. */
interface Literal { readonly plan: Plan; readonly negated: boolean }
type Clause = readonly Literal[];

/** Rules that would need more are answered group by group. */
const MOST_CLAUSES = 24;

/**
 * A requirement as clauses, all of which have to hold, each as soon as one of its comparisons does. The law of distribution holds for unknown answers
 * too, so that what is nested in the document is flat here and answered with a few operations on bits.
 *
 * @returns Numbers for {@link holds}: for each clause its end, then by word of bits its place, the comparisons that it asks, and those whose opposite it
 *   asks. `undefined` where there would be too many clauses.
 */
export function compileClauses(plan: Plan, bits: TruthBits): Int32Array | undefined {
  const clauses = clausesOf(plan, false);
  if (clauses === undefined) return undefined;
  const program: number[] = [];
  for (const clause of clauses) {
    const words = new Map<number, { positive: number; negative: number }>();
    for (const { plan: comparison, negated } of clause) {
      const bit = bits.get(comparison);
      if (bit === undefined) return undefined;
      const masks = words.get(bit.word) ?? { positive: 0, negative: 0 };
      if (negated) masks.negative |= bit.bit;
      else masks.positive |= bit.bit;
      words.set(bit.word, masks);
    }
    program.push(program.length + 1 + words.size * 3);
    words.forEach(({ positive, negative }, word) => program.push(word, positive, negative));
  }
  return Int32Array.from(program);
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

function clausesOf(plan: Plan, negated: boolean): readonly Clause[] | undefined {
  if (plan.kind === 'comparison') return [[{ plan, negated }]];
  const [first] = plan.parts;
  if (plan.kind === 'not') return first === undefined ? undefined : clausesOf(first, !negated);
  const all = (plan.kind === 'all') !== negated;
  let clauses: readonly Clause[] = all ? [] : [[]];
  for (const part of plan.parts) {
    const more = clausesOf(part, negated);
    if (more === undefined) return undefined;
    const before = clauses;
    clauses = all ? [...before, ...more] : before.flatMap((clause) => more.map((other) => [...clause, ...other]));
    if (clauses.length > MOST_CLAUSES) return undefined;
  }
  return clauses;
}
