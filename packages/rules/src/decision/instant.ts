import { dateInZone } from '@cobuild/core';

/** Whether a text is an instant whose day is known: ISO 8601 with its offset or `Z`. */
export function isInstant(at: string): boolean {
  return dayOf(at) !== undefined;
}

/** The day of an instant in the scheme's zone; `undefined` where the text is none. */
export function dayOf(at: string): string | undefined {
  try {
    return dateInZone(at);
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}
