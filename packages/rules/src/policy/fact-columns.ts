import type { Frame, FrameLayout, Test } from '../conditions/frame.js';
import type { Plan } from '../conditions/plan.js';
import type { TruthBit, TruthBits } from '../conditions/plan-test.js';
import type { Entry } from '../decision-tables/entry-truth.js';
import type { Segments } from '../decision-tables/segments.js';
import { segmentsOf } from '../decision-tables/segments.js';
import { segmentExample } from './segment-example.js';

/** Something that adds a number to a case by the value of a fact, and where that number may change. */
export interface Share { readonly at: number; readonly entries: readonly Entry[]; readonly shareOf: (found: unknown) => number }

/** Everything that is asked of one fact. */
interface Column extends Segments {
  readonly at: number;
  readonly plans: readonly { readonly test: Test; readonly bit: TruthBit }[];
  readonly shares: readonly Share[];
  /** Places of the words in which the bits of its comparisons stand. */
  readonly words: readonly number[];
  /** By segment and word: bits of what is surely, and of what may be true. */
  readonly sure: Int32Array;
  readonly may: Int32Array;
  readonly sums: Float64Array;
  /** 1 where the segment's answers hold for all its values; else the value itself is asked. */
  readonly known: Uint8Array;
}

/** Bits of a word; a whole number below 2^31 needs no box. */
const WORD_BITS = 31;

/**
 * Answers all comparisons with known values, and adds up all shares, fact by fact: a fact's values are cut into segments inside which nothing that the
 * policy asks of it can tell two values apart, and for each of them the answers stand ready as bits. A case costs a search per fact instead of a
 * comparison per condition and band.
 *
 * @returns The bits of the comparisons, and the place of the sum.
 */
export function compileColumns(plans: readonly Plan[], shares: readonly Share[], layout: FrameLayout): { readonly bits: TruthBits; readonly sumAt: number } {
  const sumAt = layout.placeOfDerived();
  const bits = new Map<Plan, TruthBit>();
  const words: number[] = [];
  const places = new Set([...plans.flatMap(({ cut }) => (cut === undefined ? [] : [cut.at])), ...shares.map(({ at }) => at)]);
  const columns = [...places].map((at) => {
    const asked = plans.filter(({ cut }) => cut?.at === at);
    for (const plan of asked) {
      if (bits.size % WORD_BITS === 0) {
        words.push(layout.placeOfDerived());
        layout.placeOfDerived();
      }
      bits.set(plan, { word: words[words.length - 1] ?? 0, bit: 1 << (bits.size % WORD_BITS) });
    }
    return columnOf(at, asked, shares.filter((share) => share.at === at), bits);
  });
  layout.derive((frame) => {
    for (const word of words) {
      frame[word] = 0;
      frame[word + 1] = 0;
    }
    let sum = 0;
    for (const column of columns) sum += look(column, frame);
    frame[sumAt] = sum;
  });
  return { bits, sumAt };
}

/** Sets the bits of one fact and gives its share of the sum. */
function look(column: Column, frame: Frame): number {
  const segment = column.locate(frame[column.at]);
  if (column.known[segment] !== 1) return ask(column, frame);
  const { words, sure, may } = column;
  for (let index = 0, at = segment * words.length; index < words.length; index += 1, at += 1) {
    const word = words[index] as number;
    frame[word] = (frame[word] as number) | (sure[at] as number);
    frame[word + 1] = (frame[word + 1] as number) | (may[at] as number);
  }
  return column.sums[segment] as number;
}

/** The same by asking every comparison. */
function ask({ at, plans, shares }: Column, frame: Frame): number {
  for (const { test, bit: { word, bit } } of plans) {
    const truth = test(frame);
    if (truth === true) frame[word] = (frame[word] as number) | bit;
    if (truth !== false) frame[word + 1] = (frame[word + 1] as number) | bit;
  }
  return shares.reduce((sum, { shareOf }) => sum + shareOf(frame[at]), 0);
}

function columnOf(at: number, asked: readonly Plan[], shares: readonly Share[], bits: TruthBits): Column {
  const segments = segmentsOf([...asked.flatMap(({ cut }) => (cut === undefined ? [] : [cut.entry])), ...shares.flatMap(({ entries }) => entries)]);
  const plans = asked.flatMap((plan) => {
    const bit = bits.get(plan);
    return plan.make === undefined || bit === undefined ? [] : [{ test: plan.make(), bit }];
  });
  const words = [...new Set(plans.map(({ bit }) => bit.word))];
  const { count } = segments;
  const column: Column = {
    ...segments, at, plans, shares, words,
    sure: new Int32Array(count * words.length), may: new Int32Array(count * words.length), sums: new Float64Array(count), known: new Uint8Array(count),
  };
  const frame: Frame = [];
  for (let segment = 0; segment < count; segment += 1) {
    const value = segment === 0 ? undefined : segmentExample(segments.sample(segment));
    if (segment !== 0 && value === undefined) continue;
    for (const word of words) frame[word] = frame[word + 1] = 0;
    frame[at] = value;
    column.sums[segment] = ask(column, frame);
    column.known[segment] = 1;
    words.forEach((word, index) => {
      column.sure[segment * words.length + index] = frame[word] as number;
      column.may[segment * words.length + index] = frame[word + 1] as number;
    });
  }
  return column;
}
