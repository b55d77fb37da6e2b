import type { SchemeTexts } from '@cobuild/core';
import { createSchemeDraft } from '@cobuild/core';

const known = new WeakMap<SchemeTexts, { readonly base: SchemeTexts; readonly document: unknown }>();

/** The merged scheme of texts; `undefined` where one of them is no JSON: of such a file a reader guesses parts, and what is missing would seem to be taken out. */
export function documentOf(texts: SchemeTexts, base: SchemeTexts): unknown {
  const found = known.get(texts);
  if (found?.base === base) return found.document;
  const document = Object.values(texts).every(isJson) ? createSchemeDraft(texts, { base: { read: (path) => base[path] } }).document : undefined;
  known.set(texts, { base, document });
  return document;
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
