import type { Scheme } from '@cobuild/core';
import { resolveParameters } from '@cobuild/core';

const resolved = new WeakMap<Scheme, Scheme>();

/**
 * The scheme with parameter references replaced by their values; with overrides, by those. The scheme's own values are resolved once per
 * scheme object, which like all documents is not changed in place. A resolved scheme resolves to itself.
 */
export function resolvedScheme(scheme: Scheme, overrides?: Readonly<Record<string, unknown>>): Scheme {
  if (overrides !== undefined && Object.keys(overrides).length > 0) return resolveParameters(scheme, overrides);
  const known = resolved.get(scheme);
  if (known !== undefined) return known;
  const result = resolveParameters(scheme);
  resolved.set(scheme, result);
  resolved.set(result, result);
  return result;
}
