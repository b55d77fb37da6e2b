/** Escapes one reference token of a JSON Pointer (RFC 6901). */
export function escapeToken(token: string | number): string {
  const text = String(token);
  // Most names have nothing to escape.
  return /[~/]/.test(text) ? text.replace(/~/g, '~0').replace(/\//g, '~1') : text;
}

/** Joins reference tokens to a pointer: `toPointer('lines', 0)` is `/lines/0`; no tokens make `''`, the whole document. */
export function toPointer(...tokens: readonly (string | number)[]): string {
  let pointer = '';
  for (const token of tokens) pointer += `/${escapeToken(token)}`;
  return pointer;
}

/** Splits a pointer into its unescaped tokens: `/a~1b/0` is `['a/b', '0']`. */
export function pointerTokens(pointer: string): string[] {
  if (pointer === '') return [];
  const tokens = pointer.slice(1).split('/');
  return pointer.includes('~') ? tokens.map((token) => token.replace(/~1/g, '/').replace(/~0/g, '~')) : tokens;
}

/** Follows a pointer over own properties only; `undefined` where nothing is there. `__proto__` leads nowhere. */
export function valueAt(document: unknown, pointer: string): unknown {
  let value: unknown = document;
  for (const token of pointerTokens(pointer)) {
    if (value === null || typeof value !== 'object' || !Object.prototype.hasOwnProperty.call(value, token)) return undefined;
    value = (value as Record<string, unknown>)[token];
  }
  return value;
}

/**
 * Returns a copy of the document with the value at the pointer replaced; `undefined` removes it. Only the containers on
 * the way are copied. Missing objects on the way are made; a token `0…n` of an existing array addresses its items.
 */
export function withValueAt(document: unknown, pointer: string, value: unknown): unknown {
  return replaceAt(document, pointerTokens(pointer), value);
}

function replaceAt(container: unknown, [token, ...rest]: readonly string[], value: unknown): unknown {
  if (token === undefined) return value;
  if (Array.isArray(container)) {
    const copy: unknown[] = [...(container as readonly unknown[])];
    const index = Number(token);
    const next = replaceAt(copy[index], rest, value);
    if (next === undefined && rest.length === 0) copy.splice(index, 1);
    else copy[index] = next;
    return copy;
  }
  const source = container !== null && typeof container === 'object' ? (container as Record<string, unknown>) : {};
  const own = Object.prototype.hasOwnProperty.call(source, token) ? source[token] : undefined;
  const next = replaceAt(own, rest, value);
  const entries = Object.entries(source).filter(([key]) => key !== token || next !== undefined);
  const copy: Record<string, unknown> = {};
  for (const [key, item] of entries) define(copy, key, key === token ? next : item);
  if (next !== undefined && !Object.prototype.hasOwnProperty.call(source, token)) define(copy, token, next);
  return copy;
}

/** Writes an own property. Plain assignment of `__proto__` would change the prototype; defining it makes an ordinary one. */
export function define(target: Record<string, unknown>, key: string, value: unknown): void {
  Object.defineProperty(target, key, { value, enumerable: true, configurable: true, writable: true });
}
