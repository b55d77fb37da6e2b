import type { Rational } from '@cobuild/core';
import { compareRationals } from '@cobuild/core';
import { readNumber } from '../scoring/exact.js';

/** An interval of a table: `from` belongs to it, `below` does not; an end that is absent is open. Parameters have been replaced by values. */
export interface Band { readonly from?: unknown; readonly below?: unknown }

/**
 * Finds the row that a number falls in: 89.5 lies in 80–90 and not in 90–.
 *
 * @returns The index; `open` where no row surely takes it and a limit that would decide is not decided yet; `none` where no row takes the number, `several` where more
 * than one does: tables that the check of the scheme refuses.
 */
export function bandOf(bands: readonly Band[], value: Rational): number | 'none' | 'several' | 'open' {
  const found = bands.map((band) => holds(band, value));
  const hits = found.flatMap((result, index) => (result === true ? [index] : []));
  if (hits.length > 1) return 'several';
  return hits[0] ?? (found.includes('open') ? 'open' : 'none');
}

/** A limit that excludes the number decides, also where the other one is open. */
function holds({ from, below }: Band, value: Rational): boolean | 'open' {
  const lower = from === undefined ? true : compared(value, from, (order) => order >= 0);
  const upper = below === undefined ? true : compared(value, below, (order) => order < 0);
  if (lower === false || upper === false) return false;
  return lower === 'open' || upper === 'open' ? 'open' : true;
}

function compared(value: Rational, limit: unknown, holdsFor: (order: -1 | 0 | 1) => boolean): boolean | 'open' {
  const read = readNumber(limit);
  return read === undefined ? 'open' : holdsFor(compareRationals(value, read));
}

/** What is wrong with the limits of a table, rows by their index. Numbers are those of the document. */
export type BandDefect =
  | { readonly kind: 'gap'; readonly from: number; readonly below: number; /** Row after the gap, in rising order. */ readonly row: number }
  | { readonly kind: 'overlap'; readonly row: number; readonly other: number; readonly value: number }
  | { readonly kind: 'empty'; readonly row: number };

/**
 * Holds the limits of a table against one another: rows in rising order have to meet exactly. Rows with a limit that is not decided are left
 * out, and nothing is said about what lies beside them.
 *
 * @param range - Lowest and highest number that can occur, where known: the table has to reach so far.
 */
export function bandDefects(bands: readonly Band[], range: { readonly lowest?: number; readonly highest?: number } = {}): BandDefect[] {
  const rows = bands.map((band, row) => ({ row, from: band.from, below: band.below }));
  const known = rows.filter(isDecided);
  const empty = known.filter(({ from, below }) => from !== undefined && below !== undefined && from >= below);
  const sorted = known.filter((row) => !empty.includes(row)).sort((a, b) => (a.from ?? -Infinity) - (b.from ?? -Infinity));
  const defects: BandDefect[] = empty.map(({ row }) => ({ kind: 'empty', row }));
  if (known.length < rows.length) return [...defects, ...overlaps(sorted)];
  return [...defects, ...overlaps(sorted), ...gaps(sorted, range)];
}

interface Limits<Limit> { readonly row: number; readonly from: Limit; readonly below: Limit }
type Row = Limits<number | undefined>;

function isDecided(row: Limits<unknown>): row is Row {
  const decided = (limit: unknown): boolean => limit === undefined || (typeof limit === 'number' && Number.isFinite(limit));
  return decided(row.from) && decided(row.below);
}

function overlaps(sorted: readonly Row[]): BandDefect[] {
  return sorted.flatMap((row, index): BandDefect[] => {
    const before = sorted.slice(0, index).find((other) => other.below === undefined || row.from === undefined || other.below > row.from);
    if (before === undefined) return [];
    // The first number of this row lies in both; two rows without a lower end share what lies below the nearer upper end.
    const value = row.from ?? Math.min(row.below ?? Infinity, before.below ?? Infinity) - 1;
    return [{ kind: 'overlap', row: row.row, other: before.row, value: Number.isFinite(value) ? value : 0 }];
  });
}

function gaps(sorted: readonly Row[], { lowest, highest }: { readonly lowest?: number; readonly highest?: number }): BandDefect[] {
  const found: BandDefect[] = [];
  let reached = lowest ?? sorted[0]?.from;
  for (const { row, from, below } of sorted) {
    if (from !== undefined && reached !== undefined && from > reached) found.push({ kind: 'gap', from: reached, below: from, row });
    reached = below === undefined ? Infinity : Math.max(reached ?? below, below);
  }
  const last = sorted[sorted.length - 1];
  // The highest number itself has to be in a row: a last row below 100 leaves 100 out.
  if (last !== undefined && highest !== undefined && reached !== undefined && reached <= highest) found.push({ kind: 'gap', from: reached, below: highest, row: last.row });
  return found;
}
