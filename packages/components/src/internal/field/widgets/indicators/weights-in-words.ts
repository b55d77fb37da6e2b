import type { Locale } from '@cobuild/core';
import { addDecimals, compareDecimals, decimalToText, subtractDecimals } from '@cobuild/core';
import { indicatorsWords } from './words.js';

/** The sum of the weights that can be read, in exact decimals, and whether it is 100 %. */
export function weightsInWords(weights: readonly unknown[], locale: Locale): { readonly text: string; readonly isExact: boolean } {
  const words = indicatorsWords[locale];
  const total = weights.filter((weight): weight is number => typeof weight === 'number' && Number.isFinite(weight)).reduce((sum, weight) => addDecimals(sum, weight), addDecimals(0, 0));
  const sum = decimalToText(total);
  const order = compareDecimals(total, 100);
  if (order === 0) return { text: words.exact, isExact: true };
  const by = decimalToText(order < 0 ? subtractDecimals(100, total) : subtractDecimals(total, 100));
  return { text: (order < 0 ? words.short : words.over)({ sum, by }), isExact: false };
}
