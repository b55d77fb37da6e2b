import type { DecisionTable, Facts } from '@cobuild/core';
import type { FactReaders } from '../conditions/fact-reader.js';
import { isNumber } from '../operators/value-kind.js';
import { axisSteps, rowOnAxis } from './axis-steps.js';
import type { DecideRows } from './decide-rows.js';
import { rowDecider } from './decide-rows.js';
import { missingInputs } from './missing-inputs.js';
import type { ColumnBits, TableBits } from './table-bits.js';
import { rowTruths, tableBits } from './table-bits.js';
import type { TablePlan } from './table-plan.js';
import { planTable } from './table-plan.js';
import type { DecisionTableResult } from './table-types.js';

/** A table that finds its rows, with what a trace of it looks into. */
export interface TableEvaluator {
  readonly plan: TablePlan;
  readonly bits: TableBits;
  /** Which row stands at which bit. */
  readonly order: readonly number[];
  readonly decide: DecideRows;
  readonly evaluate: (facts: Facts) => DecisionTableResult;
}

/**
 * A value's place in a column is found by binary search or in a map; the rows that fit are found by bits. What is not a plain hit (two rows, something
 * missing or not fixed) is worked out row by row.
 *
 * @param readers - Makes the readers of the inputs; whoever judges many cases hands in one that reads in its own way.
 */
export function tableEvaluator(table: DecisionTable, readers?: FactReaders): TableEvaluator {
  const plan = planTable(table, readers);
  // Rows that go first stand at the lowest bits, so that the lowest bit set is the row that decides.
  const order = plan.rows.map((_, index) => index).sort((a, b) => (plan.rows[a]?.tier ?? 0) - (plan.rows[b]?.tier ?? 0) || a - b);
  const bits = tableBits(plan, order);
  const decide = rowDecider(plan);
  const quick = table.hitPolicy !== 'collect' && !plan.rows.some(({ openPriority }) => openPriority);
  const hits = order.map((row): DecisionTableResult | undefined => {
    const planned = plan.rows[row];
    return planned?.outputs === undefined ? undefined : { outcome: 'matched', rows: [planned.row.id], outputs: planned.outputs };
  });
  const tiers = order.map((row) => plan.rows[row]?.tier ?? 0);
  const nothing: DecisionTableResult = { outcome: 'noMatch', rows: [] };
  const { words, columns } = bits;
  const rows = order.length;
  const width = columns.length;
  // Each word's rows that exist at all; offsets are filled anew for every case.
  const full = Array.from({ length: words }, (_, word) => (rows - word * 32 >= 32 ? -1 : (1 << (rows - word * 32)) - 1));
  const offsets = new Int32Array(width);
  const finders = columns.map((column) => offsetFinder(column, words));

  function slowly(facts: Facts): DecisionTableResult {
    const result = decide(rowTruths(bits, order, facts));
    return result.outcome === 'unknown' ? { ...result, missing: missingInputs(plan, result.rows, facts) } : result;
  }

  function evaluate(facts: Facts): DecisionTableResult {
    if (!quick) return slowly(facts);
    for (let index = 0; index < width; index += 1) offsets[index] = (finders[index] as FindOffset)(facts);
    let hit = -1;
    for (let word = 0; word < words; word += 1) {
      let may = full[word] as number;
      let sure = may;
      for (let index = 0; index < width && may !== 0; index += 1) {
        const bitsOf = columns[index] as (typeof columns)[number];
        const place = (offsets[index] as number) + word;
        may &= bitsOf.may[place] as number;
        sure &= bitsOf.sure[place] as number;
      }
      while (may !== 0) {
        const lowest = may & -may;
        const bit = word * 32 + 31 - Math.clz32(lowest);
        if (hit >= 0) return tiers[bit] === tiers[hit] ? slowly(facts) : (hits[hit] ?? slowly(facts));
        if ((sure & lowest) === 0) return slowly(facts);
        hit = bit;
        may ^= lowest;
      }
    }
    return hit < 0 ? nothing : (hits[hit] ?? slowly(facts));
  }

  const open: DecisionTableResult = { outcome: 'undecided', rows: [] };
  return { plan, bits, order, decide, evaluate: rowsOpen(table) ? () => open : evaluate };
}

type FindOffset = (facts: Facts) => number;

/** Where the bits of a value's segment begin. A column of numbers alone is searched in the few stretches that its rows tell apart. */
function offsetFinder({ column: { read }, segments, may, sure }: ColumnBits, words: number): FindOffset {
  const isSame = (segment: number): boolean => {
    for (let at = segment * words; at < (segment + 1) * words; at += 1) if (may[at] !== may[at - words] || sure[at] !== sure[at - words]) return false;
    return true;
  };
  const steps = segments.kind === 'number' ? axisSteps(segments, isSame) : undefined;
  if (steps === undefined) return (facts) => segments.locate(read(facts)) * words;
  const ends = Float64Array.from(steps, ({ until }) => until);
  const offsets = Int32Array.from(steps, ({ segment }) => segment * words);
  const last = ends.length - 1;
  return (facts) => {
    const value = read(facts);
    return offsets[isNumber(value) ? rowOnAxis(ends, 1, last, value) : 0] as number;
  };
}

/** Whether the scheme has not fixed the rows. */
export function rowsOpen({ rows }: DecisionTable): boolean {
  return !Array.isArray(rows);
}
