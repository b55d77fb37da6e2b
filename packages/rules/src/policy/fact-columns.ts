import type { Frame, FrameLayout, Test } from '../conditions/frame.js';
import type { Plan } from '../conditions/plan.js';
import type { TruthBit, TruthBits } from '../conditions/plan-test.js';
import { dayNumber, isNumber } from '../operators/index.js';
import type { AxisColumn } from './axis-column.js';
import { axisColumn, placeOnAxis } from './axis-column.js';
import type { BitTest, FactColumn, Share } from './fact-column.js';
import { askAll, factColumn } from './fact-column.js';

/** Columns whose bits stand in one word, by how a value is found in them. */
interface Word {
  readonly at: number;
  readonly numbers: AxisColumn[];
  readonly days: AxisColumn[];
  readonly texts: FactColumn[];
  readonly flags: FactColumn[];
  readonly others: FactColumn[];
  /** Comparisons that have no column: with another fact, of a list, by an own operator. */
  readonly asked: { readonly test: Test; readonly bit: number }[];
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
  const words: Word[] = [];
  let used = 0;

  /** A word with room for so many bits. */
  function wordFor(count: number): Word {
    if (words.length === 0 || used + count > WORD_BITS) {
      const at = layout.placeOfDerived();
      layout.placeOfDerived();
      words.push({ at, numbers: [], days: [], texts: [], flags: [], others: [], asked: [] });
      used = 0;
    }
    return words[words.length - 1] as Word;
  }

  function bitTest(plan: Plan, { at: word }: Word): { readonly test: Test; readonly bit: number } {
    const bit = 1 << used;
    used += 1;
    bits.set(plan, { word, bit });
    return { test: (plan.make as NonNullable<Plan['make']>)(), bit };
  }

  function addColumn(at: number, asked: readonly Plan[], adding: readonly Share[]): void {
    const word = wordFor(asked.length);
    const tests = asked.map((plan): BitTest => ({ ...bitTest(plan, word), entry: (plan.cut as NonNullable<Plan['cut']>).entry }));
    const column = factColumn(at, tests, adding);
    const axis = axisColumn(column);
    const { kind } = column.segments;
    const ready = !column.known.includes(0);
    if (axis === undefined) (ready && kind === 'text' ? word.texts : ready && kind === 'boolean' ? word.flags : word.others).push(column);
    else (kind === 'date' ? word.days : word.numbers).push(axis);
  }

  const places = new Map<number, Plan[]>();
  for (const { at } of shares) places.set(at, []);
  for (const plan of plans) {
    if (plan.cut === undefined) {
      const word = wordFor(1);
      word.asked.push(bitTest(plan, word));
      continue;
    }
    const asked = places.get(plan.cut.at);
    if (asked === undefined) places.set(plan.cut.at, [plan]);
    else asked.push(plan);
  }
  places.forEach((asked, at) => {
    addColumn(at, asked.slice(0, WORD_BITS), shares.filter((share) => share.at === at));
    for (let start = WORD_BITS; start < asked.length; start += WORD_BITS) addColumn(at, asked.slice(start, start + WORD_BITS), []);
  });
  layout.derive((frame) => {
    let sum = 0;
    for (const word of words) sum += look(word, frame);
    // A small whole number in a frame needs no box.
    frame[sumAt] = sum === (sum | 0) ? sum | 0 : sum;
  });
  return { bits, sumAt };
}

/** Sets the bits of a word and gives its columns' shares of the sum. */
function look({ at, numbers, days, texts, flags, others, asked }: Word, frame: Frame): number {
  let sure = 0;
  let may = 0;
  let sum = 0;
  for (const column of numbers) {
    const value = frame[column.at];
    const place = isNumber(value) ? placeOnAxis(column, value) : 0;
    sure |= column.sure[place] as number;
    may |= column.may[place] as number;
    sum += column.sums[place] as number;
  }
  for (const column of days) {
    const day = dayNumber(frame[column.at]);
    const place = day < 0 ? 0 : placeOnAxis(column, day);
    sure |= column.sure[place] as number;
    may |= column.may[place] as number;
    sum += column.sums[place] as number;
  }
  for (const column of texts) {
    const value = frame[column.at];
    const { index } = column.segments;
    // The last segment is that of the texts that nobody names.
    const place = typeof value === 'string' && value !== '' ? index.get(value) ?? column.sure.length - 1 : 0;
    sure |= column.sure[place] as number;
    may |= column.may[place] as number;
    sum += column.sums[place] as number;
  }
  for (const column of flags) {
    const value = frame[column.at];
    const place = value === true ? 2 : value === false ? 1 : 0;
    sure |= column.sure[place] as number;
    may |= column.may[place] as number;
    sum += column.sums[place] as number;
  }
  for (const column of others) {
    const place = column.segments.locate(frame[column.at]);
    if (column.known[place] === 1) {
      sure |= column.sure[place] as number;
      may |= column.may[place] as number;
      sum += column.sums[place] as number;
    } else {
      const answers = askAll(column, frame);
      sure |= answers.sure;
      may |= answers.may;
      sum += answers.sum;
    }
  }
  for (const { test, bit } of asked) {
    const truth = test(frame);
    if (truth === true) sure |= bit;
    if (truth !== false) may |= bit;
  }
  frame[at] = sure;
  frame[at + 1] = may;
  return sum;
}
