import type { Frame, Test } from '../conditions/frame.js';
import type { Entry } from '../decision-tables/entry-truth.js';
import type { Segments } from '../decision-tables/segments.js';
import { segmentsOf } from '../decision-tables/segments.js';
import { segmentExample } from './segment-example.js';

/** Something that adds a number to a case by the value of a fact, and where that number may change. */
export interface Share { readonly at: number; readonly entries: readonly Entry[]; readonly shareOf: (found: unknown) => number }

/** A comparison with its bit, and where its answer may change. */
export interface BitTest { readonly test: Test; readonly bit: number; readonly entry: Entry }

/** Answers about one fact, by what is asked and by segment of its values; the first segment is that of what is missing or of another kind. */
export interface Answers {
  /** Bits of what is surely true, and of what may be true. */
  readonly sure: Int32Array;
  readonly may: Int32Array;
  readonly sums: Float64Array;
  /** 1 where the answers hold for all values of the segment; else the value itself has to be asked. */
  readonly known: Uint8Array;
}

/** Everything that is asked of one fact, as far as it stands in one word of bits. */
export interface FactColumn extends Answers {
  readonly at: number;
  readonly segments: Segments;
  readonly tests: readonly BitTest[];
  readonly shares: readonly Share[];
}

/** What is answered of one value. */
export interface Asked { readonly sure: number; readonly may: number; readonly sum: number }

/** Asks every test and share about the value that stands in a frame. */
export function askAll({ at, tests, shares }: Pick<FactColumn, 'at' | 'tests' | 'shares'>, frame: Frame): Asked {
  let [sure, may] = [0, 0];
  for (const { test, bit } of tests) {
    const truth = test(frame);
    if (truth === true) sure |= bit;
    if (truth !== false) may |= bit;
  }
  return { sure, may, sum: sumOf(shares, frame[at]) };
}

function sumOf(shares: readonly Share[], found: unknown): number {
  return shares.reduce((sum, { shareOf }) => sum + shareOf(found), 0);
}

/** Works out the answers of every segment from one of its values. */
export function factColumn(at: number, tests: readonly BitTest[], shares: readonly Share[]): FactColumn {
  const segments = segmentsOf([...tests.map(({ entry }) => entry), ...shares.flatMap(({ entries }) => entries)]);
  const { count, sample } = segments;
  const column = { at, segments, tests, shares, sure: new Int32Array(count), may: new Int32Array(count), sums: new Float64Array(count), known: new Uint8Array(count) };
  const changing = changesBySegment(segments, tests);
  const frame: Frame = Array.from({ length: at + 1 });
  let before: { readonly kind: string; readonly asked: Asked } | undefined;
  for (let segment = 0; segment < count; segment += 1) {
    const lying = sample(segment);
    const value = segment === 0 ? undefined : segmentExample(lying);
    if (segment !== 0 && value === undefined) {
      before = undefined;
      continue;
    }
    frame[at] = value;
    const same = before?.kind === lying.kind ? before.asked : undefined;
    const asked = same === undefined ? askAll(column, frame) : askAgain(same, changing[segment], column, frame);
    column.sure[segment] = asked.sure;
    column.may[segment] = asked.may;
    column.sums[segment] = asked.sum;
    column.known[segment] = 1;
    before = { kind: lying.kind, asked };
  }
  return column;
}

/** Tests whose answers may change when a segment begins: at what they name, and behind it. */
function changesBySegment({ count, locate }: Segments, tests: readonly BitTest[]): (BitTest[] | undefined)[] {
  const changing: (BitTest[] | undefined)[] = Array.from({ length: count });
  const note = (test: BitTest, segment: number): void => {
    if (segment < count) (changing[segment] ??= []).push(test);
  };
  for (const test of tests) {
    for (const value of namedBy(test.entry)) {
      const segment = locate(value);
      note(test, segment);
      note(test, segment + 1);
    }
  }
  return changing;
}

function namedBy(entry: Entry): readonly unknown[] {
  if (entry.kind === 'list') return entry.values;
  return entry.kind === 'interval' ? [entry.from, entry.below].filter((limit) => limit !== undefined) : [];
}

/** What the segment before was answered, with the tests asked again that can tell the two apart. */
function askAgain({ sure, may }: Asked, tests: readonly BitTest[] | undefined, { at, shares }: Pick<FactColumn, 'at' | 'shares'>, frame: Frame): Asked {
  if (tests === undefined) return { sure, may, sum: sumOf(shares, frame[at]) };
  const other = ~tests.reduce((mask, { bit }) => mask | bit, 0);
  const asked = askAll({ at, tests, shares }, frame);
  return { sure: (sure & other) | asked.sure, may: (may & other) | asked.may, sum: asked.sum };
}
