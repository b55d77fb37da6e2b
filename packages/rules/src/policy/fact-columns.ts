import type { FrameLayout, Test } from '../conditions/frame.js';
import type { Plan } from '../conditions/plan.js';
import type { TruthBit, TruthBits } from '../conditions/plan-test.js';
import type { LookAtWord, Word } from './answer-word.js';
import { lookAtWord } from './answer-word.js';
import type { BitTest, Share } from './fact-column.js';
import { factColumn } from './fact-column.js';

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
      words.push({ at, columns: [], asked: [] });
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
    word.columns.push(factColumn(at, tests, adding));
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
  const looks = words.map(lookAtWord);
  layout.derive((frame) => {
    let sum = 0;
    for (let index = 0; index < looks.length; index += 1) sum += (looks[index] as LookAtWord)(frame);
    // A small whole number in a frame needs no box.
    frame[sumAt] = sum === (sum | 0) ? sum | 0 : sum;
  });
  return { bits, sumAt };
}
