import type { Truth } from '@cobuild/core';
import type { Frame } from './frame.js';
import type { TruthBits } from './plan-test.js';
import type { Plan } from './plan.js';

/** Answers as numbers: 0 false, 1 unknown, 2 true. So `all` is the least of its parts and `any` the greatest. */
export type Truths = readonly number[];

/** The answers that the numbers stand for. */
export const TRUTHS: readonly Truth[] = [false, 'unknown', true];

/** All plans that some conditions are made of, answered in one pass. */
export interface PlanTruths {
  /** Where a plan's answer stands. */
  readonly placeOf: (plan: Plan) => number;
  readonly answer: (frame: Frame) => Truths;
}

const [COMPARISON, NOT, ALL, ANY] = [0, 1, 2, 3];

/** @param bits - Of every comparison. */
export function planTruths(roots: readonly Plan[], bits: TruthBits): PlanTruths {
  const places = new Map<Plan, number>();
  const program: number[] = [];

  /** Parts before what they are parts of. */
  function add(plan: Plan): number {
    const known = places.get(plan);
    if (known !== undefined) return known;
    const parts = plan.parts.map(add);
    const bit = bits.get(plan);
    if (bit !== undefined) program.push(COMPARISON, bit.word, bit.bit);
    else if (plan.kind === 'not') program.push(NOT, ...parts);
    else program.push(plan.kind === 'any' ? ANY : ALL, parts.length, ...parts);
    places.set(plan, places.size);
    return places.size - 1;
  }

  roots.forEach(add);
  const steps = Int32Array.from(program);
  // Copied for every case: an array that grows would be copied again and again.
  const blank = Array.from(places, () => 0);
  return { placeOf: (plan) => places.get(plan) ?? 0, answer: (frame) => answerAll(steps, blank.slice(), frame) };
}

function answerAll(steps: Int32Array, truths: number[], frame: Frame): Truths {
  let at = 0;
  for (let place = 0; place < truths.length; place += 1) {
    const kind = steps[at];
    const operand = steps[at + 1] as number;
    at += 2;
    if (kind === COMPARISON) {
      const bit = steps[at] as number;
      at += 1;
      truths[place] = Number(((frame[operand] as number) & bit) !== 0) + Number(((frame[operand + 1] as number) & bit) !== 0);
    } else if (kind === NOT) truths[place] = 2 - (truths[operand] as number);
    else {
      let truth = kind === ALL ? 2 : 0;
      for (const end = at + operand; at < end; at += 1) {
        const part = truths[steps[at] as number] as number;
        if (kind === ALL ? part < truth : part > truth) truth = part;
      }
      truths[place] = truth;
    }
  }
  return truths;
}
