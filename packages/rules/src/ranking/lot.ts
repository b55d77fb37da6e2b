import { sha256Hex } from '@cobuild/core';

/**
 * The lot of an item: SHA-256 of the seed, a line break and the id, in hexadecimal. The smallest lot comes first. Anybody can recompute it with
 * the tools of every system (`printf '%s\n%s' SEED ID | sha256sum`), and nobody who does not know the seed beforehand can foresee it.
 */
export function lotOf(seed: string, id: string): string {
  return sha256Hex(`${seed}\n${id}`);
}
