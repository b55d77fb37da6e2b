/** Escapes one reference token of a JSON Pointer (RFC 6901). */
export function escapeToken(token: string | number): string {
  const text = String(token);
  // Most names have nothing to escape.
  return /[~/]/.test(text) ? text.replace(/~/g, '~0').replace(/\//g, '~1') : text;
}

/** Joins reference tokens to a pointer: `toPointer('lines', 0)` is `/lines/0`; no tokens make `''`, the whole document. */
export function toPointer(...tokens: readonly (string | number)[]): string {
  return tokens.reduce<string>((pointer, token) => `${pointer}/${escapeToken(token)}`, '');
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

/** Writes an own property. Plain assignment of `__proto__` would change the prototype; defining it makes an ordinary one. */
export function define(target: Record<string, unknown>, key: string, value: unknown): void {
  Object.defineProperty(target, key, { value, enumerable: true, configurable: true, writable: true });
}
