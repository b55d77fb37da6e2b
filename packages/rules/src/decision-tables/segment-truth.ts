import type { Truth } from '@cobuild/core';
import type { Entry } from './entry-truth.js';
import { entryTruth } from './entry-truth.js';
import type { SegmentSample } from './segments.js';

/** Whether all values of a segment fit an entry: the same answer as {@link entryTruth} gives for each of them. */
export function segmentTruth(entry: Entry, sample: SegmentSample): Truth | 'undecided' {
  if (sample.kind === 'missing') return entryTruth(entry, undefined);
  if (sample.at !== undefined) return entryTruth(entry, sample.at);
  if (entry.kind === 'list') return listTruth(entry, sample);
  if (entry.kind !== 'interval' || sample.kind !== entry.of) return entryTruth(entry, undefined);
  const { from, below, openFrom, openBelow } = entry;
  if (from !== undefined && below !== undefined && from >= below) return false;
  // The segment lies wholly before or behind every cut of the column.
  const before = from !== undefined && (sample.before !== undefined && sample.before <= from);
  const behind = below !== undefined && (sample.after !== undefined && sample.after >= below);
  if (before || behind) return false;
  return openFrom || openBelow ? 'undecided' : true;
}

/** A value that the column does not name is in no list; a list that has nothing of its kind cannot tell. */
function listTruth({ values, except }: Extract<Entry, { kind: 'list' }>, { kind }: SegmentSample): Truth {
  if (values.length === 0) return except;
  // An empty place may still become the value.
  if (values.includes('')) return 'unknown';
  const type = kind === 'number' ? 'number' : kind === 'boolean' ? 'boolean' : 'string';
  return values.some((value) => typeof value === type) ? except : 'unknown';
}
