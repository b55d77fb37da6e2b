import { hashDocument } from '../hash/index.js';
import { isObject } from '../validation/instance.js';
import type { DocumentReader } from './document-reader.js';
import { textMember, toValue } from './source-node.js';
import type { ObjectNode } from './source-node.js';

/** What a base says of itself alone. */
const OF_THE_BASE = ['id', 'version', 'title', 'baseHash', '$schema', '$comment'];

/**
 * Tells one state of a base from another by what an overlay takes from it: its own id, version and title count for nothing, nor how its files are written.
 *
 * @param base - The schemes below an overlay, merged: `base` of a draft.
 * @returns SHA-256 in hexadecimal, as `baseHash` of an overlay says it; `undefined` for what is no scheme.
 * @example baseHash(draft.base) // '9f2c…', 64 digits
 */
export function baseHash(base: unknown): string | undefined {
  if (!isObject(base)) return undefined;
  try {
    return hashDocument(Object.fromEntries(Object.entries(base).filter(([key]) => !OF_THE_BASE.includes(key))));
  } catch {
    // Numbers beyond what JSON can carry: the format names them.
    return undefined;
  }
}

/** Says where an overlay was reviewed against another state of its base. */
export function checkBaseHash(overlay: ObjectNode, base: ObjectNode, reader: DocumentReader): void {
  const reviewed = textMember(overlay, 'baseHash');
  const place = overlay.members.get('baseHash')?.value.place;
  if (reviewed === undefined || place === undefined || reader.headless) return;
  const now = baseHash(toValue(base));
  if (now !== undefined && now !== reviewed) reader.report('scheme/base-changed', place, {}, 'warning');
}
