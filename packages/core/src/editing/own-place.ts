import { pointerTokens, toPointer } from '../problems/json-pointer.js';
import type { SourceNode } from '../scheme/source-node.js';
import { findPlace } from '../scheme/source-node.js';
import type { JsonChange } from './json-edits.js';

/** The change in the file that says the thing; `undefined` where no file says it. Includes are followed, so that the included file is changed. */
export function ownPlace(root: SourceNode, change: JsonChange): { readonly document: string; readonly change: JsonChange } | undefined {
  const tokens = pointerTokens(change.pointer);
  const { place, missing } = findPlace(root, change.pointer);
  if (change.kind === 'set') return { document: place.document, change: { ...change, pointer: place.pointer + toPointer(...missing) } };
  if (missing.length > 0) return undefined;
  if (change.kind === 'insert' || change.kind === 'move') return { document: place.document, change: { ...change, pointer: place.pointer } };
  // What is taken away or gets another name is so in the thing that holds it: an included file has neither.
  const holder = findPlace(root, toPointer(...tokens.slice(0, -1)));
  return { document: holder.place.document, change: { ...change, pointer: holder.place.pointer + toPointer(tokens[tokens.length - 1] ?? '') } };
}
