import type { Ratio } from '../generated/types.js';

/** `{ p: 40, q: 100 }` is 40 %, one third stays 1/3: a share is never rounded in a sentence. */
export function shareText(ratio: unknown): string {
  const { p, q } = ratio as Ratio;
  return Number.isInteger((p * 100) / q) ? `${(p * 100) / q}%` : `${p}/${q}`;
}
