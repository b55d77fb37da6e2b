import type { SegmentSample } from '../decision-tables/segments.js';
import { isCalendarDate } from '../operators/index.js';

const DAY_MS = 86_400_000;

/**
 * A value of a segment of a fact. None for the segment of what is missing or of a kind that nobody speaks of, and where none can be named: between
 * two neighbouring days, or at the end of what numbers and years can hold.
 */
export function segmentExample({ kind, at, after, before, otherText }: SegmentSample): string | number | boolean | undefined {
  if (at !== undefined) return at;
  // No text that a person types begins with this character.
  if (otherText === true) return '\u0000other';
  if (kind === 'number') return numberBetween(after as number | undefined, before as number | undefined);
  return kind === 'date' ? dayBetween(after as string | undefined, before as string | undefined) : undefined;
}

function numberBetween(low: number | undefined, high: number | undefined): number | undefined {
  const between = low === undefined ? (high ?? 0) - Math.max(1, Math.abs(high ?? 0)) : high === undefined ? low + Math.max(1, Math.abs(low)) : low + (high - low) / 2;
  return between !== low && between !== high && Number.isFinite(between) ? between : undefined;
}

function dayBetween(low: string | undefined, high: string | undefined): string | undefined {
  const day = low === undefined ? dayOf(Date.parse(high ?? '') - DAY_MS) : dayOf(Date.parse(low) + DAY_MS);
  return day !== undefined && (high === undefined || day < high) ? day : undefined;
}

function dayOf(time: number): string | undefined {
  const day = Number.isFinite(time) ? new Date(time).toISOString().slice(0, 10) : undefined;
  return isCalendarDate(day) ? day : undefined;
}
