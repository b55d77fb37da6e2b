import type { Keyword } from './site.js';

/** A keyword, or a family of them that works together, with every name that it reads. */
export type KeywordEntry = readonly [keyword: Keyword, ...names: string[]];

/** Keywords in the order in which they are tried, by name: a schema has a handful of them. */
export class KeywordTable {
  private readonly places = new Map<string, number>();

  constructor(private readonly entries: readonly KeywordEntry[]) {
    entries.forEach(([, ...names], place) => names.forEach((name) => this.places.set(name, place)));
  }

  /** Those that a schema has, in order. */
  of(schema: object): readonly Keyword[] {
    const found: number[] = [];
    Object.keys(schema).forEach((name) => {
      const place = this.places.get(name);
      if (place !== undefined && !found.includes(place)) found.push(place);
    });
    return found.sort((left, right) => left - right).map((place) => (this.entries[place] as KeywordEntry)[0]);
  }
}
