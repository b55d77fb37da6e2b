import type { Facts, Truth } from '@cobuild/core';
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
  readonly may: Uint32Array;
  readonly sure: Uint32Array;
  readonly undecided: Uint32Array;
}

/** Which rows stand at which bit: `order[bit]` is the row's index. */
export function tableBits(plan: TablePlan, order: readonly number[]): TableBits {
  const words = Math.max(1, Math.ceil(order.length / 32));
  return { words, columns: plan.columns.map((column) => columnBits(column, order, words)) };
}

function columnBits(column: PlannedColumn, order: readonly number[], words: number): ColumnBits {
  const segments = segmentsOf(column.entries);
  const make = (): Uint32Array => new Uint32Array(segments.count * words);
  const bits = { column, segments, may: make(), sure: make(), undecided: make() };
  for (let segment = 0; segment < segments.count; segment += 1) fill(bits, segment, segments.sample(segment), order, words);
  return bits;
}

function fill({ column, may, sure, undecided }: ColumnBits, segment: number, sample: SegmentSample, order: readonly number[], words: number): void {
  for (let bit = 0; bit < order.length; bit += 1) {
    const entry = column.entries[order[bit] ?? 0];
    const truth = entry === undefined ? false : segmentTruth(entry, sample);
    if (truth === false) continue;
    const word = segment * words + (bit >> 5);
    const mask = 1 << (bit & 31);
    may[word] = (may[word] ?? 0) | mask;
    if (truth === true) sure[word] = (sure[word] ?? 0) | mask;
    if (truth === 'undecided') undecided[word] = (undecided[word] ?? 0) | mask;
  }
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
