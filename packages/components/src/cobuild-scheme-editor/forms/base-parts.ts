import { createSchemeDraft, pointerTokens, toPointer, valueAt } from '@cobuild/core';
import type { SchemeTexts } from '@cobuild/core';

/** The scheme that a folder extends, merged with those below it; `undefined` where it extends none, or cannot be read. */
export function baseDocument(texts: SchemeTexts, base: SchemeTexts): unknown {
  const folder = /"extends"\s*:\s*"([^"]+)"/.exec(texts['scheme.json'] ?? '')?.[1];
  return folder !== undefined ? createSchemeDraft({}, { entry: `${folder}/scheme.json`, base: { read: (path) => base[path] } }).document : undefined;
}

/** Whether a place of the merged scheme is in its base, too: things of lists are the same by their id. */
export function isInBase(document: unknown, base: unknown, pointer: string): boolean {
  let [at, there] = [document, base];
  for (const token of pointerTokens(pointer)) {
    const next = valueAt(at, toPointer(token));
    const id = valueAt(next, '/id');
    there = Array.isArray(there) && id !== undefined ? (there as readonly unknown[]).find((each) => valueAt(each, '/id') === id) : valueAt(there, toPointer(token));
    at = next;
  }
  return at !== undefined && there !== undefined;
}
