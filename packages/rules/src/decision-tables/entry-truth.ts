import type { InputEntry, Truth } from '@cobuild/core';
import { notTruth } from '../operators/index.js';
import { isMember } from '../operators/is-member.js';
import { isCalendarDate, isEmpty, kindOf } from '../operators/value-kind.js';

/** An input entry sorted out. `open` is what the scheme has not fixed. */
export type Entry =
  | { readonly kind: 'any' }
  | { readonly kind: 'open' }
  | { readonly kind: 'list'; readonly values: readonly (string | number | boolean)[]; readonly except: boolean }
  | { readonly kind: 'interval'; readonly of: 'number' | 'date'; readonly from?: number | string; readonly below?: number | string; readonly openFrom: boolean; readonly openBelow: boolean };

/** Reads an entry; what has no readable form (an unresolved parameter, limits of two kinds) counts as not fixed: nothing is decided by it. */
export function readEntry(entry: InputEntry | undefined): Entry {
  if (entry === undefined) return { kind: 'any' };
  if (Array.isArray(entry)) return { kind: 'list', values: entry, except: false };
  if (typeof entry !== 'object' || entry === null) return { kind: 'open' };
  if ('not' in entry) return Array.isArray(entry.not) ? { kind: 'list', values: entry.not, except: true } : { kind: 'open' };
  const { from, below } = entry;
  const [lower, upper] = [readBound(from), readBound(below)];
  const known = [lower, upper].filter((bound) => bound !== undefined);
  if (known.length === 0) return from === undefined && below === undefined ? { kind: 'any' } : { kind: 'open' };
  const of = typeof known[0] === 'number' ? 'number' : 'date';
  if (known.some((bound) => (typeof bound === 'number') !== (of === 'number'))) return { kind: 'open' };
  return {
    kind: 'interval', of, ...(lower === undefined ? {} : { from: lower }), ...(upper === undefined ? {} : { below: upper }),
    openFrom: from !== undefined && lower === undefined, openBelow: below !== undefined && upper === undefined,
  };
}

function readBound(bound: unknown): number | string | undefined {
  if (typeof bound === 'number' && Number.isFinite(bound)) return bound;
  return isCalendarDate(bound) ? bound : undefined;
}

/** Whether a value fits an entry. Nothing there, or a value of another kind: unknown. */
export function entryTruth(entry: Entry, found: unknown): Truth | 'undecided' {
  switch (entry.kind) {
    case 'any': return true;
    case 'open': return 'undecided';
    case 'list': {
      // A list without values excludes everything, whatever will be answered.
      if (entry.values.length === 0) return entry.except;
      const member = isMember(entry.values, found);
      return entry.except ? notTruth(member) : member;
    }
    case 'interval': return intervalTruth(entry, found);
  }
}

function intervalTruth({ of, from, below, openFrom, openBelow }: Extract<Entry, { kind: 'interval' }>, found: unknown): Truth | 'undecided' {
  if (from !== undefined && below !== undefined && from >= below) return false;
  if (isEmpty(found) || (of === 'number' ? kindOf(found) !== 'number' : !isCalendarDate(found))) return openFrom || openBelow ? 'undecided' : 'unknown';
  const value = found as number | string;
  if ((from !== undefined && value < from) || (below !== undefined && value >= below)) return false;
  return openFrom || openBelow ? 'undecided' : true;
}
