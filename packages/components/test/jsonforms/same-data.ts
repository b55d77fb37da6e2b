import { canonicalJson } from '@cobuild/core';

/** Whether two data say the same as JSON; a property without a value is none. */
export function sameData(left: unknown, right: unknown): boolean {
  return asJson(left) === asJson(right);
}

const asJson = (value: unknown): string | undefined => (value === undefined ? undefined : canonicalJson(JSON.parse(JSON.stringify(value)) as never));
