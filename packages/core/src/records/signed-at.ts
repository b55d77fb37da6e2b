import { dateInZone } from '../calendar/dates.js';

/** Whether a text is an instant with its offset; a signature without one says nothing about when. */
export function isInstant(value: unknown): value is string {
  if (typeof value !== 'string') return false;
  try {
    dateInZone(value, 'UTC');
    return true;
  } catch {
    return false;
  }
}
