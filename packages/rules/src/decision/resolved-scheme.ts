import type { Scheme } from '@cobuild/core';
import { resolveParameters } from '@cobuild/core';

const resolved = new WeakMap<Scheme, Scheme>();
const overridden = new WeakMap<Scheme, Map<string, Scheme>>();

/** A simulation tries a handful of values; whoever tries more pays for resolving again. */
const KEPT = 16;

/**
 * The scheme with parameter references replaced by their values; with overrides, by those. Resolved once per scheme object, which like all documents is not changed
 * in place, and once per set of values, so that a hundred thousand cases under one changed parameter resolve it once. A resolved scheme resolves to itself.
 */
export function resolvedScheme(scheme: Scheme, overrides?: Readonly<Record<string, unknown>>): Scheme {
  if (overrides !== undefined && Object.keys(overrides).length > 0) return withOverrides(scheme, overrides);
  const known = resolved.get(scheme);
  if (known !== undefined) return known;
  const result = resolveParameters(scheme);
  resolved.set(scheme, result);
  resolved.set(result, result);
  return result;
}

function withOverrides(scheme: Scheme, overrides: Readonly<Record<string, unknown>>): Scheme {
  const key = keyOf(overrides);
  if (key === undefined) return resolveParameters(scheme, overrides);
  const byKey = overridden.get(scheme) ?? new Map<string, Scheme>();
  overridden.set(scheme, byKey);
  const known = byKey.get(key);
  if (known !== undefined) return known;
  const result = resolveParameters(scheme, overrides);
  const [oldest] = byKey.size >= KEPT ? [...byKey.keys()] : [];
  if (oldest !== undefined) byKey.delete(oldest);
  byKey.set(key, result);
  return result;
}

/** The values as text; `undefined` where text cannot tell them apart or cannot hold them: -0 and 0, `undefined` and `null`. */
function keyOf(overrides: Readonly<Record<string, unknown>>): string | undefined {
  let isPlain = true;
  try {
    const text = JSON.stringify(Object.entries(overrides), (_, value: unknown) => {
      const fits = value === null || typeof value === 'string' || typeof value === 'boolean' || typeof value === 'object' || (Number.isFinite(value) && !Object.is(value, -0));
      isPlain = isPlain && fits;
      return value;
    });
    return isPlain ? text : undefined;
  } catch {
    return undefined;
  }
}
