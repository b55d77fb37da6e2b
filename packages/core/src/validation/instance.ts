/** How the validator looks at instances: JSON's types, and own properties with a value. */
export type JsonType = 'null' | 'boolean' | 'number' | 'string' | 'array' | 'object';

export type JsonObject = Readonly<Record<string, unknown>>;

/** The JSON type; `undefined` for what JSON does not know (functions, NaN, bigint, …), which therefore fits no `type`. */
export function jsonType(value: unknown): JsonType | undefined {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'array';
  const type = typeof value;
  if (type === 'number') return Number.isFinite(value) ? 'number' : undefined;
  return type === 'string' || type === 'boolean' || type === 'object' ? type : undefined;
}

export function isObject(value: unknown): value is JsonObject {
  return value !== null && typeof value === 'object' && !Array.isArray(value);
}

/**
 * Whether the object itself has the property; what it inherits (`constructor`, `toString`) does not count. A property that
 * is `undefined` counts as absent, as it would be once the document is written as JSON.
 */
export function hasOwn(object: JsonObject, key: string): boolean {
  return Object.prototype.hasOwnProperty.call(object, key) && object[key] !== undefined;
}

/** The names of the properties that are there, in document order. */
export function ownKeys(object: JsonObject): string[] {
  const keys = Object.keys(object);
  for (const key of keys) if (object[key] === undefined) return keys.filter((name) => object[name] !== undefined);
  return keys;
}

/** Length as JSON Schema counts it: in characters, where 𠮷 (two UTF-16 units) is one. */
export function textLength(text: string): number {
  let length = text.length;
  for (let i = 0; i < text.length - 1; i++) {
    if ((text.charCodeAt(i) & 0xfc00) === 0xd800 && (text.charCodeAt(i + 1) & 0xfc00) === 0xdc00) {
      length--;
      i++;
    }
  }
  return length;
}

/**
 * A text that two values share exactly when JSON Schema calls them equal: 1 and 1.0 are, 1 and "1" are not, the order of
 * properties does not matter.
 */
export function equalityKey(value: unknown): string {
  switch (jsonType(value)) {
    case 'string':
      return JSON.stringify(value);
    case 'array':
      return `[${(value as unknown[]).map(equalityKey).join()}]`;
    case 'object': {
      const object = value as JsonObject;
      const members = ownKeys(object).sort().map((key) => `${JSON.stringify(key)}:${equalityKey(object[key])}`);
      return `{${members.join()}}`;
    }
    default:
      return String(value === 0 ? 0 : value); // -0 equals 0
  }
}

/** Compares with a fixed value, many times: scalars directly, containers by their key. */
export function equalTo(expected: unknown): (value: unknown) => boolean {
  if (expected === null || typeof expected !== 'object') return (value) => value === expected;
  const key = equalityKey(expected);
  return (value) => value !== null && typeof value === 'object' && equalityKey(value) === key;
}
