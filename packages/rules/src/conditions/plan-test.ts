import type { Truth } from '@cobuild/core';
import { notTruth } from '../operators/index.js';
import type { FrameLayout, Test } from './frame.js';
import type { Plan } from './plan.js';

/** A cheaper answer is given again faster than it is looked up. */
const WORTH_KEEPING = 4;

/** Answers that are worked out before any test is asked: for a comparison, the two places in a frame and the bit in both. */
export interface TruthBit {
  /** Place of the word in which the bit is set where the answer is surely true; the next place: where it may be true. */
  readonly word: number;
  readonly bit: number;
}

export type TruthBits = ReadonlyMap<Plan, TruthBit>;

const NO_BITS: TruthBits = new Map();

/** The closure that answers a plan; one that is dear and asked in several places keeps its answer during an evaluation. */
export function testOf(plan: Plan, layout: FrameLayout, bits: TruthBits = NO_BITS): Test {
  if (plan.test === undefined) {
    const test = build(plan, layout, bits);
    plan.test = plan.uses > 1 && priceOf(plan, bits) >= WORTH_KEEPING ? kept(test, layout.placeOfAnswer()) : test;
  }
  return plan.test;
}

/** What is left to pay when the bits are there. */
function priceOf(plan: Plan, bits: TruthBits): number {
  if (bits.has(plan)) return 0;
  return plan.parts.length === 0 ? plan.cost : plan.parts.reduce((sum, part) => (bits.has(part) ? sum : sum + part.cost), 0);
}

function build(plan: Plan, layout: FrameLayout, bits: TruthBits): Test {
  const own = bits.get(plan);
  if (own !== undefined) return everyBit(own.word, own.bit);
  if (plan.make !== undefined) return plan.make();
  const settles = plan.kind === 'any';
  const tests = [...bitTests(plan, bits, settles), ...plan.parts.filter((part) => !bits.has(part)).map((part) => testOf(part, layout, bits))];
  const [first, second, third] = tests;
  if (first === undefined) return () => 'unknown';
  if (plan.kind === 'not') return (frame) => notTruth(first(frame));
  if (second === undefined) return first;
  // Groups of two and three are most of all groups.
  if (third === undefined) return settles ? either(first, second) : both(first, second);
  if (tests.length === 3) return settles ? either(either(first, second), third) : both(both(first, second), third);
  return (frame) => {
    let result: Truth = !settles;
    for (const test of tests) {
      const truth = test(frame);
      if (truth === settles) return settles;
      if (truth !== !settles) result = 'unknown';
    }
    return result;
  };
}

/** All comparisons of a group that stand in one word are answered at once. */
function bitTests({ parts }: Plan, bits: TruthBits, settles: boolean): Test[] {
  const masks = new Map<number, number>();
  for (const part of parts) {
    const bit = bits.get(part);
    if (bit !== undefined) masks.set(bit.word, (masks.get(bit.word) ?? 0) | bit.bit);
  }
  return [...masks].map(([word, mask]) => (settles ? someBit(word, mask) : everyBit(word, mask)));
}

function everyBit(word: number, mask: number): Test {
  const may = word + 1;
  return (frame) => {
    if (((frame[may] as number) & mask) !== mask) return false;
    return ((frame[word] as number) & mask) === mask ? true : 'unknown';
  };
}

function someBit(word: number, mask: number): Test {
  const may = word + 1;
  return (frame) => {
    if (((frame[word] as number) & mask) !== 0) return true;
    return ((frame[may] as number) & mask) === 0 ? false : 'unknown';
  };
}

function both(first: Test, second: Test): Test {
  return (frame) => {
    const truth = first(frame);
    if (truth === false) return false;
    const other = second(frame);
    return other === false || truth === true ? other : 'unknown';
  };
}

function either(first: Test, second: Test): Test {
  return (frame) => {
    const truth = first(frame);
    if (truth === true) return true;
    const other = second(frame);
    return other === true || truth === false ? other : 'unknown';
  };
}

function kept(test: Test, at: number): Test {
  return (frame) => {
    const known = frame[at];
    if (known !== undefined) return known as Truth;
    const truth = test(frame);
    frame[at] = truth;
    return truth;
  };
}
