/** Own property, whatever the name: `__proto__` in a file is a word like any other. */
export function hasOwn(value: unknown, key: string): boolean {
  return Object.prototype.hasOwnProperty.call(value, key);
}

/** Sets an own property; assigning `__proto__` would set the prototype instead. */
export function setOwn(target: object, key: string, value: unknown): void {
  if (key === '__proto__') Object.defineProperty(target, key, { value, enumerable: true, configurable: true, writable: true });
  else (target as Record<string, unknown>)[key] = value;
}

/**
 * A copy of what rules are written in: lists, objects and dates, at any depth and with rings. Everything else (functions, maps,
 * values of foreign classes) stays itself.
 */
export function copyValue<T>(value: T, seen?: Map<object, unknown>): T {
  if (value === null || typeof value !== 'object') return value;
  return copyObject(value, seen ?? new Map<object, unknown>()) as T;
}

/** The same for one value that is copied often: most are texts and numbers, or lists of them. */
export function copier<T>(value: T): () => T {
  if (value === null || typeof value !== 'object') return () => value;
  if (Array.isArray(value) && value.every((item) => item === null || typeof item !== 'object')) return () => value.slice() as T & unknown[];
  return () => copyValue(value);
}

function copyObject(value: object, seen: Map<object, unknown>): unknown {
  const known = seen.get(value);
  if (known !== undefined) return known;
  if (value instanceof Date) return new Date(value.getTime());
  const isList = Array.isArray(value);
  if (!isList && !isPlain(value)) return value;
  const copy: object = isList ? [] : {};
  seen.set(value, copy);
  for (const key of Object.keys(value)) setOwn(copy, key, copyValue((value as Record<string, unknown>)[key], seen));
  return copy;
}

function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || prototype === Object.prototype || Object.getPrototypeOf(prototype) === null;
}
