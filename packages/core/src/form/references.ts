import { escapeToken, pointerTokens, toPointer, valueAt } from '../problems/json-pointer.js';
import type { JsonSchema } from './json-schema.js';
import { isRecord, own, textAt } from './json-schema.js';

/**
 * Where a `$ref` points, as a pointer into the same document; `undefined` when it leaves the document or leads nowhere.
 * Understands `#/…`, `#anchor` of a definition, and both behind the document's own `$id`.
 */
export function resolveLocal(root: JsonSchema, reference: string): string | undefined {
  const [base = '', fragment = ''] = reference.split('#', 2);
  if (base !== '' && base !== (textAt(root, '$id') ?? '').replace(/#$/, '')) return undefined;
  const pointer = fragment === '' || fragment.startsWith('/') ? decode(fragment) : anchorPointer(root, fragment);
  return pointer !== undefined && isSchema(valueAt(root, pointer)) ? pointer : undefined;
}

function isSchema(value: unknown): boolean {
  return typeof value === 'boolean' || isRecord(value);
}

function decode(fragment: string): string | undefined {
  try {
    return decodeURIComponent(fragment);
  } catch {
    return undefined; // a stray percent sign
  }
}

/** Definitions by the anchors that they have: `$anchor`, `$dynamicAnchor`, or an `$id` that is nothing but a fragment, as before 2019-09. */
function anchorPointer(root: JsonSchema, anchor: string): string | undefined {
  if (names(root, anchor)) return '';
  for (const keyword of ['$defs', 'definitions']) {
    const definitions = own(root, keyword);
    for (const name of isRecord(definitions) ? Object.keys(definitions) : []) {
      if (names(own(definitions, name), anchor)) return toPointer(keyword, name);
    }
  }
  return undefined;
}

function names(schema: unknown, anchor: string): boolean {
  return own(schema, '$anchor') === anchor || own(schema, '$dynamicAnchor') === anchor || own(schema, '$id') === `#${anchor}`;
}

/** The pointer as the fragment of an address: what a URI cannot hold is percent-encoded. */
export function fragmentOf(pointer: string): string {
  return pointerTokens(pointer).map((token) => `/${encodeURIComponent(escapeToken(token))}`).join('');
}
