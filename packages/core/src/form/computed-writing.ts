import type { ChangedNames } from './changed-names.js';
import { withProperty } from './copies.js';
import { isRecord, own } from './json-schema.js';

/** The places of computed fields as a tree of tokens; `*` stands for every item. */
export interface ComputedPlaces {
  isField: boolean;
  readonly members: Map<string, ComputedPlaces>;
}

/** Joins templates, split into tokens, to one tree. */
export function computedPlaces(templates: readonly (readonly string[])[]): ComputedPlaces {
  const root: ComputedPlaces = { isField: false, members: new Map() };
  for (const tokens of templates) {
    let place = root;
    for (const token of tokens) {
      const next = place.members.get(token) ?? { isField: false, members: new Map<string, ComputedPlaces>() };
      place.members.set(token, next);
      place = next;
    }
    place.isField = true;
  }
  return root;
}

/** What was written before: into which value, from which source, with which result. */
interface Written { readonly into: unknown; readonly from: unknown; readonly result: unknown }

/**
 * Writes what stands at the places of computed fields in one view of the answers into another view of them; containers in which
 * nothing changes stay the same objects, and where both views are as before, so is the result.
 */
export function writeComputed(places: ComputedPlaces, into: unknown, from: unknown, before: Written | undefined, names: ChangedNames): unknown {
  if (before !== undefined && before.into === into && before.from === from) return before.result;
  if (places.isField) return from;
  if (Array.isArray(into)) {
    const item = places.members.get('*');
    return item ? writeItems(item, into, from, before, names) : into;
  }
  if (into !== undefined && !isRecord(into)) return into;
  const old = before !== undefined && (before.into === undefined || isRecord(before.into)) ? before : undefined;
  let result = into;
  for (const [token, place] of places.members) {
    if (token === '*') continue;
    const member: Written | undefined = old && { into: own(old.into, token), from: own(old.from, token), result: own(old.result, token) };
    const value = writeComputed(place, own(into, token), own(from, token), member, names);
    if (result !== undefined || value !== undefined) result = withProperty(result ?? {}, token, value, names);
  }
  return result;
}

function writeItems(place: ComputedPlaces, into: readonly unknown[], from: unknown, before: Written | undefined, names: ChangedNames): readonly unknown[] {
  const old = before && { into: listOf(before.into), from: listOf(before.from), result: listOf(before.result) };
  const source = listOf(from);
  const items = Array.from(into, (item, index) =>
    writeComputed(place, item, source[index], old && index < old.into.length ? { into: old.into[index], from: old.from[index], result: old.result[index] } : undefined, names),
  );
  return items.every((item, index) => item === into[index]) ? into : items;
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? (value as readonly unknown[]) : [];
}
