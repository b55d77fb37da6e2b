/** Values that a look-up is asked with: `{ "year": 2025 }`. */
export type FactParams = Readonly<Record<string, unknown>>;

/**
 * Name under which the answer to a look-up with params stands among the facts: `creditRating({"year":2025})`; the same whatever the order of the params.
 * Without params it is the fact's own. No answer of a form has such a name.
 */
export function factKey(fact: string, params?: FactParams): string {
  if (params === undefined || Object.keys(params).length === 0) return fact;
  try {
    return `${fact}(${JSON.stringify(params, inOrder)})`;
  } catch {
    // Params that contain themselves, which no file can hold.
    return fact;
  }
}

function inOrder(_: string, value: unknown): unknown {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}
