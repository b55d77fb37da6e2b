import type { Frame, Test } from '../conditions/frame.js';
import { axisSteps, rowOnAxis } from '../decision-tables/axis-steps.js';
import { dayNumber, isNumber } from '../operators/index.js';
import type { FactColumn } from './fact-column.js';
import { askAll } from './fact-column.js';

/** Columns of facts whose bits stand in one word, and comparisons that have no column: with another fact, of a list, by an own operator. */
export interface Word {
  /** Place of what is surely true; what may be true stands behind it. */
  readonly at: number;
  readonly columns: FactColumn[];
  readonly asked: { readonly test: Test; readonly bit: number }[];
}

/** Sets the bits of a word and gives its columns' shares of the sum. */
export type LookAtWord = (frame: Frame) => number;

/**
 * Lays the answers of all columns in common tables: an engine then reads a few long arrays instead of several short ones for each column.
 *
 * A column has its rows in these tables, the first for what is missing or of another kind. Behind it a column of numbers has a row for each stretch in
 * which its answers stay the same, with the number at which the next stretch begins, a column of named texts a row for each and one for all others.
 */
export function lookAtWord({ at, columns, asked }: Word): LookAtWord {
  const numbers: number[] = [];
  const days: number[] = [];
  const flags: number[] = [];
  const texts: { readonly place: number; readonly missing: number; readonly other: number; readonly rows: ReadonlyMap<string, number> }[] = [];
  const others: FactColumn[] = [];
  const rows: { sure: number; may: number; sum: number; step: number }[] = [];

  for (const column of columns) {
    const { at: place, segments: { kind, index, count }, sure, may, sums } = column;
    const first = rows.length;
    const addRow = (segment: number, step = NaN): void => { rows.push({ sure: sure[segment] as number, may: may[segment] as number, sum: sums[segment] as number, step }); };
    const ready = !column.known.includes(0);
    const isSame = (segment: number): boolean => sure[segment] === sure[segment - 1] && may[segment] === may[segment - 1] && Object.is(sums[segment], sums[segment - 1]);
    const steps = ready ? axisSteps(column.segments, isSame) : undefined;
    if (steps !== undefined) {
      for (const { segment, until } of steps) addRow(segment, until);
      (kind === 'date' ? days : numbers).push(place, first, first + steps.length - 1);
    } else if (!ready || (kind !== 'text' && kind !== 'boolean')) {
      others.push(column);
    } else {
      for (let segment = 0; segment < count; segment += 1) addRow(segment);
      if (kind === 'boolean') flags.push(place, first);
      else texts.push({ place, missing: first, other: rows.length - 1, rows: new Map([...index].map(([text, segment]) => [text, first + segment])) });
    }
  }

  const [sures, mays] = [Int32Array.from(rows, ({ sure }) => sure), Int32Array.from(rows, ({ may }) => may)];
  const [sums, steps] = [Float64Array.from(rows, ({ sum }) => sum), Float64Array.from(rows, ({ step }) => step)];

  return (frame) => {
    let sure = 0;
    let may = 0;
    let sum = 0;
    for (let index = 0; index < numbers.length; index += 3) {
      const value = frame[numbers[index] as number];
      let row = numbers[index + 1] as number;
      if (isNumber(value)) row = rowOnAxis(steps, row + 1, numbers[index + 2] as number, value);
      sure |= sures[row] as number;
      may |= mays[row] as number;
      sum += sums[row] as number;
    }
    for (let index = 0; index < days.length; index += 3) {
      const day = dayNumber(frame[days[index] as number]);
      let row = days[index + 1] as number;
      if (day >= 0) row = rowOnAxis(steps, row + 1, days[index + 2] as number, day);
      sure |= sures[row] as number;
      may |= mays[row] as number;
      sum += sums[row] as number;
    }
    for (const { place, missing, other, rows: named } of texts) {
      const value = frame[place];
      const row = typeof value === 'string' && value !== '' ? named.get(value) ?? other : missing;
      sure |= sures[row] as number;
      may |= mays[row] as number;
      sum += sums[row] as number;
    }
    for (let index = 0; index < flags.length; index += 2) {
      const value = frame[flags[index] as number];
      const row = (flags[index + 1] as number) + (value === true ? 2 : value === false ? 1 : 0);
      sure |= sures[row] as number;
      may |= mays[row] as number;
      sum += sums[row] as number;
    }
    for (const column of others) {
      const segment = column.segments.locate(frame[column.at]);
      const known = column.known[segment] === 1;
      const answers = known ? undefined : askAll(column, frame);
      sure |= answers === undefined ? column.sure[segment] as number : answers.sure;
      may |= answers === undefined ? column.may[segment] as number : answers.may;
      sum += answers === undefined ? column.sums[segment] as number : answers.sum;
    }
    for (const { test, bit } of asked) {
      const truth = test(frame);
      if (truth === true) sure |= bit;
      if (truth !== false) may |= bit;
    }
    frame[at] = sure;
    frame[at + 1] = may;
    return sum;
  };
}
