import type { Locale } from '@cobuild/core';
import { compareDecimals, decimalToText, subtractDecimals } from '@cobuild/core';
import { applicantsWords } from './words.js';

/** Whether shares are 100 % together, exactly, and by how much not. @param sum - Exact decimal text, percent. */
export function sharesInWords(sum: string, locale: Locale): { readonly text: string; readonly isExact: boolean } {
  const words = applicantsWords[locale];
  const order = compareDecimals(sum, 100);
  if (order === 0) return { text: words.exact, isExact: true };
  const by = decimalToText(order < 0 ? subtractDecimals(100, sum) : subtractDecimals(sum, 100));
  return { text: (order < 0 ? words.short : words.over)({ sum, by }), isExact: false };
}
