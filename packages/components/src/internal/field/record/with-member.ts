/** A copy with a member changed; `undefined` takes it away. Members keep the order in which they came. */
export function withMember<T extends object>(value: T, key: string, member: unknown): T {
  const entries = Object.entries(value).filter(([name]) => name !== key || member !== undefined);
  if (member === undefined) return Object.fromEntries(entries) as T;
  return Object.fromEntries(key in value ? entries.map(([name, old]) => [name, name === key ? member : old] as const) : [...entries, [key, member] as const]) as T;
}

/** A copy with one item in another's place. */
export function withItem<T>(items: readonly T[], index: number, item: T): T[] {
  return items.map((old, at) => (at === index ? item : old));
}

export function withoutItem<T>(items: readonly T[], index: number): T[] {
  return items.filter((_, at) => at !== index);
}

/** The items of a list in a value, at their places; what is no object is an empty one, so that a broken record can be mended. */
export function listIn<T extends object>(value: unknown, key: string): readonly T[] {
  return itemsOf<T>(typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>)[key] : undefined);
}

export function itemsOf<T extends object>(list: unknown): readonly T[] {
  return Array.isArray(list) ? (list as readonly unknown[]).map((item) => (typeof item === 'object' && item !== null ? item : {}) as T) : [];
}
