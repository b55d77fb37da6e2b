import type { Locale, Scheme } from '@cobuild/core';
import { localize } from '@cobuild/core';

/**
 * What units like these are called: the title of their level where all are of one, `县（市、区）` for counties; else the usual word.
 *
 * @param ids - Ids of units, or the units as applicants, whose own level counts where the scheme does not list them.
 * @param usual - The word for units of several levels, or of none that the scheme gives a title.
 */
export function levelTitle({ organisation: { levels, units = [] } }: Scheme, ids: Iterable<string | { readonly id: string; readonly level?: string }>, locale: Locale, usual: string): string {
  const known = new Map(units.map(({ id, level }) => [id, level]));
  const levelOf = (unit: string | { readonly id: string; readonly level?: string }): string | undefined => (typeof unit === 'string' ? known.get(unit) : (known.get(unit.id) ?? unit.level));
  const found = new Set(Array.from(ids, levelOf).filter((level) => level !== undefined));
  const [only] = found.size === 1 ? found : [];
  return localize(levels.find(({ id }) => id === only)?.title, locale) || usual;
}
