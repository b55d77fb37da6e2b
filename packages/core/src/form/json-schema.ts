import { pointerTokens, toPointer, valueAt } from '../problems/json-pointer.js';

export { define } from '../problems/json-pointer.js';

/** A JSON Schema that is an object; `true` and `false` say nothing that could be drawn. */
export type JsonSchema = Readonly<Record<string, unknown>>;

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return value !== null && typeof value === 'object' && !Array.isArray(value);
}

/** An own property; inherited names such as `constructor` and a mere `__proto__` lead nowhere. */
export function own(object: unknown, key: string): unknown {
  return isRecord(object) && Object.prototype.hasOwnProperty.call(object, key) ? object[key] : undefined;
}

const NONE: readonly unknown[] = [];

export function listAt(schema: JsonSchema, keyword: string): readonly unknown[] {
  const value = own(schema, keyword);
  return Array.isArray(value) ? (value as readonly unknown[]) : NONE;
}

export function textAt(schema: JsonSchema, keyword: string): string | undefined {
  const value = own(schema, keyword);
  return typeof value === 'string' ? value : undefined;
}

export function numberAt(schema: JsonSchema, keyword: string): number | undefined {
  const value = own(schema, keyword);
  return typeof value === 'number' && Number.isFinite(value) ? value : undefined;
}

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

/** Whether a document is written for a dialect in which keywords beside a `$ref` say nothing. */
export function refStandsAlone(root: JsonSchema): boolean {
  return /^https?:\/\/json-schema\.org\/draft-0[67]\/schema#?$/.test(textAt(root, '$schema') ?? '');
}

/** The pointer as the fragment of an address: what a URI cannot hold is percent-encoded. */
export function fragmentOf(pointer: string): string {
  return pointerTokens(pointer).map((token) => `/${encodeURIComponent(token.replace(/~/g, '~0').replace(/\//g, '~1'))}`).join('');
}
