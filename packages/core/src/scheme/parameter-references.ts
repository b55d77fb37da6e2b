import { isObject } from '../validation/instance.js';

/**
 * A copy of settings in which each `{ "parameter": key }` is replaced by the parameter's value; parts without one stay the same objects. A reference whose value is
 * `undefined` stays as it is.
 */
export function withParameters(node: unknown, valueOf: (key: string) => unknown): unknown {
  if (Array.isArray(node)) {
    const items = node.map((item: unknown) => withParameters(item, valueOf));
    return items.some((item, index) => item !== node[index]) ? items : node;
  }
  if (!isObject(node)) return node;
  const entries = Object.entries(node);
  const [only] = entries;
  if (entries.length === 1 && only?.[0] === 'parameter' && typeof only[1] === 'string') return valueOf(only[1]) ?? node;
  const replaced = entries.map(([key, value]) => [key, withParameters(value, valueOf)] as const);
  return replaced.some(([key, value]) => value !== node[key]) ? Object.fromEntries(replaced) : node;
}
