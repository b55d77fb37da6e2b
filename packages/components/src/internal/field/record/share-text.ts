import type { Ratio } from '@cobuild/core';

/** `{ p: 40, q: 100 }` is 40%, one third stays 1/3: a share is never rounded in a sentence. */
export const shareText = ({ p, q }: Ratio): string => (Number.isInteger((p * 100) / q) ? `${(p * 100) / q}%` : `${p}/${q}`);
