import type { Terms } from '../generated/types.js';
import type { Locale } from '../problems/problem.js';
import { nestQuotes } from './nested-quotes.js';

/** Words that a district may call otherwise, by the name of the term, as our own sentences say them. */
const usualTerms: Readonly<Record<string, Readonly<Record<Locale, string>>>> = { town: { 'zh-CN': '镇街', en: 'town' } };

/** Puts the words of a district in place of the usual ones. */
export type Wording = (text: string) => string;

const plain: Wording = (text) => text;
const wordings: Readonly<Record<Locale, WeakMap<Terms, Wording>>> = { 'zh-CN': new WeakMap(), en: new WeakMap() };

/**
 * What a scheme's `terms` make of our own words. The key is the name of a term, `town`, or the usual word itself, `镇街`. English words
 * are replaced whole, with their capital letter and their plural in `s`.
 *
 * @example wordingOf({ town: { 'zh-CN': '乡镇', en: 'township' } }, 'zh-CN')('由镇街初审') // '由乡镇初审'
 */
export function wordingOf(terms: Terms | undefined, locale: Locale): Wording {
  if (terms === undefined) return plain;
  const known = wordings[locale].get(terms);
  if (known) return known;
  const made = makeWording(terms, locale);
  wordings[locale].set(terms, made);
  return made;
}

function makeWording(terms: Terms, locale: Locale): Wording {
  const own = new Map<string, string>();
  for (const [key, text] of Object.entries(terms)) {
    const wanted = typeof text === 'string' ? text : text[locale];
    const usual = Object.prototype.hasOwnProperty.call(usualTerms, key) ? (usualTerms[key]?.[locale] ?? key) : key;
    if (typeof wanted === 'string' && wanted !== '' && usual !== '') own.set(usual.toLowerCase(), wanted);
  }
  if (own.size === 0) return plain;
  // The longest first: a term may be part of another one.
  const words = [...own.keys()].sort((a, b) => b.length - a.length).map((word) => word.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'));
  const isLatin = /^[\w\s-]+$/;
  const pattern = new RegExp(words.map((word) => (isLatin.test(word) ? `\\b${word}(?:s)?\\b` : word)).join('|'), 'gi');
  return (text) => text.replace(pattern, (found) => replacement(found, own));
}

function replacement(found: string, own: ReadonlyMap<string, string>): string {
  const lower = found.toLowerCase();
  const singular = own.get(lower);
  const wanted = singular ?? `${own.get(lower.slice(0, -1)) ?? found.slice(0, -1)}s`;
  return found === lower ? wanted : wanted.charAt(0).toUpperCase() + wanted.slice(1);
}

/** Of the sentences that are being made; see {@link inTermsOf}. */
let current: Terms | undefined;

/**
 * Makes sentences in the words of a scheme: whatever `speak` says, calls or draws meanwhile, in this package and in others, says them.
 *
 * @example inTermsOf(scheme.terms, () => explainDecision(scheme, decision, 'zh-CN'))
 */
export function inTermsOf<T>(terms: Terms | undefined, speak: () => T): T {
  const before = current;
  current = terms;
  try {
    return speak();
  } finally {
    current = before;
  }
}

/** The terms that sentences are being made in. */
export const currentTerms = (): Terms | undefined => current;

/** Stands around the number of a quotation while a sentence is put together; a character that no document has a use for. */
const MARK = '\uE000';

/** A sentence of ours in the words of a scheme. What the sentence quotes (a label, a name) stays as the document has it, but for quotation marks inside a quotation. */
export function sayInTerms<A extends readonly unknown[]>(sentence: (...args: A) => string, args: A, wording: Wording): string {
  if (wording === plain) return nestQuotes(sentence(...args));
  const quoted: string[] = [];
  const hide = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(hide);
    if (typeof value === 'object' && value !== null) return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, hide(part)]));
    if (typeof value !== 'string' || wording(value) === value) return value;
    quoted.push(value);
    return `${MARK}${quoted.length - 1}${MARK}`;
  };
  const said = wording(sentence(...(args.map(hide) as unknown as A)));
  return nestQuotes(said.replace(/\uE000(\d+)\uE000/g, (_, index: string) => quoted[Number(index)] ?? ''));
}
