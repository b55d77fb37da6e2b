import { expect } from 'vitest';

/** An explanation holds these, and nothing that a template left behind. */
export function expectWhole(text: string, parts: readonly string[]): void {
  expect(text).not.toMatch(/undefined|\[object|NaN|\{\w+\}|explain\//);
  for (const part of parts) expect(text).toContain(part);
}
