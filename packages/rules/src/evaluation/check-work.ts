import type { WorkCheck } from '@cobuild/core';
import { createSettingReader } from './settings.js';

/** What was found at each item, by its id. */
export type WorkFindings = Readonly<Record<string, { readonly met: boolean; readonly note?: string }>>;

export interface WorkCheckResult {
  /** `incomplete`: a required item, or one that could still make the number, has not been looked at. */
  readonly outcome: 'met' | 'notMet' | 'incomplete' | 'undecided';
  readonly check: string;
  readonly kind: WorkCheck['kind'];
  readonly items: readonly { readonly id: string; readonly required: boolean; readonly met: boolean | 'unknown'; readonly note?: string }[];
  readonly metCount: number;
  /** How many have to be met in all. */
  readonly atLeast?: number;
  /** Required items that are not met. */
  readonly failed: readonly string[];
  readonly holes: readonly string[];
}

/**
 * A mid-term check or an acceptance: met or not met. It makes no mark and no grade.
 *
 * @param check - Parameter references already replaced by their values.
 * @example checkWork(acceptance, { facilities: { met: true }, records: { met: false } }).outcome // 'notMet'
 */
export function checkWork(check: WorkCheck, findings: WorkFindings): WorkCheckResult {
  const read = createSettingReader();
  const items = check.items.map(({ id, required = true }) => {
    const found = Object.prototype.hasOwnProperty.call(findings, id) ? findings[id] : undefined;
    return { id, required, met: found === undefined ? ('unknown' as const) : found.met, ...(found?.note === undefined ? {} : { note: found.note }) };
  });
  const atLeast = check.atLeast === undefined ? undefined : read.count(check.atLeast, '/atLeast');
  const count = (met: boolean | 'unknown'): number => items.filter((item) => item.met === met).length;
  const failed = items.filter(({ required, met }) => required && met === false).map(({ id }) => id);
  const base = { check: check.id, kind: check.kind, items, metCount: count(true), ...(atLeast === undefined ? {} : { atLeast }), failed, holes: read.holes };
  // A required item that is not met decides, whatever the others are.
  if (failed.length > 0 || (atLeast !== undefined && count(true) + count('unknown') < atLeast)) return { outcome: 'notMet', ...base };
  if (read.holes.length > 0) return { outcome: 'undecided', ...base };
  const open = items.some(({ required, met }) => required && met === 'unknown');
  return { outcome: open || (atLeast !== undefined && count(true) < atLeast) ? 'incomplete' : 'met', ...base };
}
