import type { Locale, Terms } from '@cobuild/core';
import { sayInTerms, wordingOf } from '@cobuild/core';

type Entry = string | ((params: Readonly<Record<string, unknown>>) => string);

const known = new WeakMap<Terms, Map<unknown, unknown>>();

/** A table of our words in the words of a scheme; the same object for the same table and terms. What sentences quote stays as it is. */
export function wordsInTerms<T>(table: T, terms: Terms | undefined, locale: Locale): T {
  if (terms === undefined) return table;
  const tables = known.get(terms) ?? new Map<unknown, unknown>();
  known.set(terms, tables);
  if (!tables.has(table)) tables.set(table, made(table as Readonly<Record<string, Entry>>, terms, locale));
  return tables.get(table) as T;
}

function made(table: Readonly<Record<string, Entry>>, terms: Terms, locale: Locale): Readonly<Record<string, Entry>> {
  const wording = wordingOf(terms, locale);
  const inTerms = (entry: Entry): Entry => {
    if (typeof entry === 'string') return wording(entry);
    return typeof entry === 'function' ? (params) => sayInTerms(entry, params, wording) : entry;
  };
  return Object.fromEntries(Object.entries(table).map(([key, entry]) => [key, inTerms(entry)]));
}
