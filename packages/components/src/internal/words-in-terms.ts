import type { Locale, Terms, Wording } from '@cobuild/core';
import { sayInTerms, wordingOf } from '@cobuild/core';

const known = new WeakMap<Terms, Map<unknown, unknown>>();

/** A table of our words in the words of a scheme; the same object for the same table and terms. What sentences quote stays as it is. */
export function wordsInTerms<T>(table: T, terms: Terms | undefined, locale: Locale): T {
  if (terms === undefined) return table;
  const tables = known.get(terms) ?? new Map<unknown, unknown>();
  known.set(terms, tables);
  if (!tables.has(table)) tables.set(table, inWording(table, wordingOf(terms, locale)));
  return tables.get(table) as T;
}

function inWording(entry: unknown, wording: Wording): unknown {
  if (typeof entry === 'string') return wording(entry);
  if (typeof entry === 'function') return (...args: readonly unknown[]) => sayInTerms(entry as (...args: readonly unknown[]) => string, args, wording);
  if (Array.isArray(entry)) return entry.map((part) => inWording(part, wording));
  if (typeof entry === 'object' && entry !== null) return Object.fromEntries(Object.entries(entry).map(([key, part]) => [key, inWording(part, wording)]));
  return entry;
}
