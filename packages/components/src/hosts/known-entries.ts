import type { LookUp, LookUpEntry } from './look-up.js';

const known = new WeakMap<LookUp, Map<string, LookUpEntry>>();

/** Entries that were found or resolved once are known for as long as the page has their register. */
export function rememberEntry(lookUp: LookUp, entry: LookUpEntry): void {
  const entries = known.get(lookUp) ?? new Map<string, LookUpEntry>();
  known.set(lookUp, entries.set(JSON.stringify(entry.value), entry));
}

/** The entry of a value, where it is known already. */
export const knownEntry = (lookUp: LookUp, value: unknown): LookUpEntry | undefined => known.get(lookUp)?.get(JSON.stringify(value));
