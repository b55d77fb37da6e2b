import { expect } from 'vitest';

/** An explanation holds these, and nothing that a template left behind. */
export function expectWhole(text: string, parts: readonly string[]): void {
  expect(text).not.toMatch(/undefined|\[object|NaN|\{\w+\}|explain\//);
  // 39,456 in one language or place, 39456 in another.
  const plain = text.replace(/(\d),(?=\d{3})/g, '$1');
  for (const part of parts) expect(plain).toContain(part.replace(/(\d),(?=\d{3})/g, '$1'));
}
