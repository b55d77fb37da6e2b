import { isDate, toDayNumber } from '@cobuild/core';

/** Calendar days from one date to another, negative where it lies before; `undefined` where one of them is no date. */
export function daysBetween(from: string, to: string): number | undefined {
  return isDate(from) && isDate(to) ? toDayNumber(to) - toDayNumber(from) : undefined;
}
