import type { Locale } from '@cobuild/core';
import { decimalToText, parseDecimal, roundRational } from '@cobuild/core';
import { readExact } from '../scoring/exact.js';
import type { ExactText } from '../scoring/exact.js';

/** An exact number for reading: `88.33`; a fraction with what it comes to: `265/3（约88.3333）`. */
export function exactWords(value: ExactText, locale: Locale): string {
  const number = value.includes('/') ? readExact(value) : undefined;
  if (number === undefined) return value;
  const about = decimalToText(roundRational(number, '0.0001', 'half-up'));
  return locale === 'en' ? `${value} (about ${about})` : `${value}（约${about}）`;
}

/** A rounded score with the decimals of its step: 89.3 at 0.01 is `89.30`. */
export function scoreWords(rounded: ExactText, step: ExactText | undefined): string {
  const number = readExact(rounded);
  if (number === undefined || step === undefined || rounded.includes('/')) return rounded;
  return decimalToText(rounded, parseDecimal(step).scale);
}
