import type { Terms } from '../generated/types.js';
import type { Locale, LocalizedText } from '../problems/problem.js';
import { currentTerms, sayInTerms, wordingOf } from './terms.js';
import type { Wording } from './terms.js';

/** Tables of words in both languages, each in the words of the scheme that is being spoken of. Only `wordTables` makes one. */
export class WordTables<T> implements Readonly<Record<Locale, T>> {
  constructor(private readonly tables: Readonly<Record<Locale, T>>) {}

  get 'zh-CN'(): T {
    return inTerms(this.tables['zh-CN'], 'zh-CN');
  }

  get en(): T {
    return inTerms(this.tables.en, 'en');
  }
}

/**
 * Both tables of some words: texts, sentences of parameters, and lists or groups of them. What is asked for inside `inTermsOf` is in the
 * words of that scheme; what a sentence quotes stays as it is.
 *
 * @example
 * const words = wordTables({ 'zh-CN': { sent: ({ name }) => `${name}已送镇街` }, en: { sent: ({ name }) => `${name} went to the town` } });
 * inTermsOf(scheme.terms, () => words['zh-CN'].sent({ name: '申请' })) // '申请已送乡镇'
 */
export const wordTables = <T>(tables: Readonly<Record<Locale, T>>): WordTables<T> => new WordTables(tables);

/** A single word of ours, which stands in both languages, in the words of the scheme that is being spoken of. */
export const wordIn = (word: Required<LocalizedText>, locale: Locale): string => wordingOf(currentTerms(), locale)(word[locale]);

/** Stands for a scheme that calls nothing otherwise. */
const NO_TERMS: Terms = {};
const known = new WeakMap<Terms, Map<unknown, unknown>>();

/** The same object for the same table and terms, so that drawings may compare by identity. */
function inTerms<T>(table: T, locale: Locale): T {
  const terms = currentTerms() ?? NO_TERMS;
  let tables = known.get(terms);
  if (tables === undefined) known.set(terms, (tables = new Map()));
  let said = tables.get(table);
  if (said === undefined) tables.set(table, (said = inWording(table, wordingOf(terms, locale))));
  return said as T;
}

type Said = (...args: readonly unknown[]) => string;

function inWording(entry: unknown, wording: Wording): unknown {
  if (typeof entry === 'string') return wording(entry);
  if (typeof entry === 'function') return (...args: readonly unknown[]) => sayInTerms(entry as Said, args, wording);
  if (Array.isArray(entry)) return entry.map((part) => inWording(part, wording));
  if (typeof entry === 'object' && entry !== null) return Object.fromEntries(Object.entries(entry).map(([key, part]) => [key, inWording(part, wording)]));
  return entry;
}
