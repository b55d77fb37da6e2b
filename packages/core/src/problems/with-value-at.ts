import { define, pointerTokens } from './json-pointer.js';

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
