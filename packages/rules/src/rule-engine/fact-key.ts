/** Objects that cannot be written out, such as functions, told apart by identity. */
const identities = new WeakMap<object, number>();
let nextIdentity = 0;

/**
 * Key under which the answer of a fact is kept: the same for the same name and equal parameters, whatever the order of their
 * members. `{ a: 1, b: undefined }` is another key than `{ a: 1 }`.
 */
export function factKey(id: unknown, params: unknown): string {
  return `${written(id, [])} ${written(params, [])}`;
}

function written(value: unknown, above: readonly object[]): string {
  switch (typeof value) {
    case 'string': return JSON.stringify(value);
    case 'bigint': return `${value}n`;
    case 'symbol': return String(value);
    case 'number': return Object.is(value, -0) ? '-0' : String(value);
    case 'function': return identity(value);
    case 'object': return value === null ? 'null' : writtenObject(value, above);
    default: return String(value);
  }
}

function writtenObject(value: object, above: readonly object[]): string {
  if (value instanceof Date) return `date ${value.getTime()}`;
  if (above.includes(value)) return identity(value);
  const inside = [...above, value];
  if (Array.isArray(value)) return `[${value.map((item) => written(item, inside)).join()}]`;
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null) return identity(value);
  const members = value as Record<string, unknown>;
  return `{${Object.keys(members).sort().map((key) => `${JSON.stringify(key)}:${written(members[key], inside)}`).join()}}`;
}

function identity(value: object): string {
  const known = identities.get(value) ?? nextIdentity;
  if (known === nextIdentity) identities.set(value, nextIdentity++);
  return `#${known}`;
}
