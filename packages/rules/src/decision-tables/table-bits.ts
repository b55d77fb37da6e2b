import type { Facts, Truth } from '@cobuild/core';
import type { Entry } from './entry-truth.js';
import type { SegmentSample, Segments } from './segments.js';
import { segmentsOf } from './segments.js';
import { segmentTruth } from './segment-truth.js';
import type { PlannedColumn, TablePlan } from './table-plan.js';

/**
 * One bit per row and segment of a column: whether the row may fit there, and whether it surely does. A case is a segment per column; the rows
 * that may fit are the bits that all of them have.
 */
export interface TableBits {
  /** Number of 32-bit words that the rows take. */
  readonly words: number;
  readonly columns: readonly ColumnBits[];
}

export interface ColumnBits {
  readonly column: PlannedColumn;
  readonly segments: Segments;
  /** `words` per segment. */
  readonly may: Int32Array;
  readonly sure: Int32Array;
  readonly undecided: Int32Array;
}

/** Which rows stand at which bit: `order[bit]` is the row's index. */
export function tableBits(plan: TablePlan, order: readonly number[]): TableBits {
  const words = Math.max(1, Math.ceil(order.length / 32));
  return { words, columns: plan.columns.map((column) => columnBits(column, order, words)) };
}

function columnBits(column: PlannedColumn, order: readonly number[], words: number): ColumnBits {
  const segments = segmentsOf(column.entries);
  const make = (): Int32Array => new Int32Array(segments.count * words);
  const bits = { column, segments, may: make(), sure: make(), undecided: make() };
  const samples = Array.from({ length: segments.count }, (_, segment) => segments.sample(segment));
  for (let bit = 0; bit < order.length; bit += 1) {
    const entry = column.entries[order[bit] ?? 0];
    if (entry === undefined) continue;
    if (entry.kind === 'interval' && isPlain(entry)) fillInterval(bits, entry, bit, words);
    else fillEach(bits, entry, samples, bit, words);
  }
  return bits;
}

type Interval = Extract<Entry, { kind: 'interval' }>;

function isPlain({ from, below, openFrom, openBelow }: Interval): boolean {
  return !openFrom && !openBelow && (from === undefined || below === undefined || from < below);
}

/** An interval's ends are cuts of its axis: it fits from the one to before the other, and cannot tell of values of another kind. */
function fillInterval({ segments, may, sure }: ColumnBits, { of, from, below }: Interval, bit: number, words: number): void {
  const { start, end } = segments.axis(of);
  const first = from === undefined ? start : segments.locate(from);
  const behind = below === undefined ? end : segments.locate(below);
  for (let segment = 0; segment < start; segment += 1) setBit(may, segment, bit, words);
  for (let segment = end; segment < segments.count; segment += 1) setBit(may, segment, bit, words);
  for (let segment = first; segment < behind; segment += 1) {
    setBit(may, segment, bit, words);
    setBit(sure, segment, bit, words);
  }
}

function fillEach({ may, sure, undecided }: ColumnBits, entry: Entry, samples: readonly SegmentSample[], bit: number, words: number): void {
  for (const [segment, sample] of samples.entries()) {
    const truth = segmentTruth(entry, sample);
    if (truth === false) continue;
    setBit(may, segment, bit, words);
    if (truth === true) setBit(sure, segment, bit, words);
    if (truth === 'undecided') setBit(undecided, segment, bit, words);
  }
}

function setBit(bits: Int32Array, segment: number, bit: number, words: number): void {
  const word = segment * words + (bit >> 5);
  bits[word] = (bits[word] ?? 0) | (1 << (bit & 31));
}

/** What every row finds, by index of the row. */
export function rowTruths({ words, columns }: TableBits, order: readonly number[], facts: Facts): (Truth | 'undecided')[] {
  const segments = columns.map(({ column, segments: cut }) => cut.locate(column.read(facts)));
  const truths: (Truth | 'undecided')[] = order.map(() => true);
  for (const [bit, row] of order.entries()) {
    for (const [index, { may, sure, undecided }] of columns.entries()) {
      const word = (segments[index] ?? 0) * words + (bit >> 5);
      const mask = 1 << (bit & 31);
      if (((may[word] ?? 0) & mask) === 0) {
        truths[row] = false;
        break;
      }
      if (((sure[word] ?? 0) & mask) !== 0) continue;
      // A hole in the scheme stays one, whatever the applicant will answer.
      if (((undecided[word] ?? 0) & mask) !== 0) truths[row] = 'undecided';
      else if (truths[row] === true) truths[row] = 'unknown';
    }
  }
  return truths;
}
