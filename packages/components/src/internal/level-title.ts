import type { Locale, Scheme } from '@cobuild/core';
import { localize } from '@cobuild/core';

/**
 * What units like these are called: the title of their level where all are of one, `县（市、区）` for counties; else the usual word.
 *
 * @param ids - Ids of units; those that the scheme does not list say nothing.
 * @param usual - The word for units of several levels, or of none that the scheme gives a title.
 */
export function levelTitle({ organisation: { levels, units = [] } }: Scheme, ids: Iterable<string>, locale: Locale, usual: string): string {
  const known = new Map(units.map(({ id, level }) => [id, level]));
  const found = new Set(Array.from(ids, (id) => known.get(id)).filter((level) => level !== undefined));
  const [only] = found.size === 1 ? found : [];
  return localize(levels.find(({ id }) => id === only)?.title, locale) || usual;
}
