import type { DecisionInput } from '@cobuild/core';
import { isCalendarDate } from '../operators/value-kind.js';
import type { Entry } from './entry-truth.js';
import { entryTruth, readEntry } from './entry-truth.js';
import type { SegmentSample, Segments } from './segments.js';
import { segmentsOf } from './segments.js';
import { segmentTruth } from './segment-truth.js';
import type { PlannedColumn } from './table-plan.js';

/** A part of a column that no row divides, with a value from it. */
export interface ColumnCell {
  readonly value: number | string | boolean;
  readonly sample: SegmentSample;
  /** Rows that surely fit there, and those that may (something of them is not fixed): one bit per row. */
  readonly sure: bigint;
  readonly may: bigint;
}

export interface ColumnCells { readonly input: DecisionInput; readonly cells: readonly ColumnCell[] }

/**
 * Divides a column at its limits: an interval's ends, each value that a row names, and any other value. Only what the input can be: its domain, else the
 * options of the form field, else everything but numbers below zero where no row speaks of them.
 */
export function columnCells(column: PlannedColumn, options: readonly unknown[] | undefined): ColumnCells {
  const domain = domainOf(column, options);
  const segments = segmentsOf(domain === undefined ? column.entries : [...column.entries, domain]);
  const samples = Array.from({ length: segments.count }, (_, segment) => segments.sample(segment));
  const cells = samples.flatMap((sample): ColumnCell[] => {
    const value = allowed(sample, domain, column.entries) ? valueIn(sample, segments) : undefined;
    if (value === undefined) return [];
    const truths = column.entries.map((entry) => segmentTruth(entry, sample));
    return [{ value, sample, sure: mask(truths.map((truth) => truth === true)), may: mask(truths.map((truth) => truth !== false)) }];
  });
  return { input: column.input, cells: cells.length > 0 ? cells : [anywhere(column.entries)] };
}

/** A column of which the scheme has fixed nothing that could divide it. */
function anywhere(entries: readonly Entry[]): ColumnCell {
  const truths = entries.map((entry) => entryTruth(entry, ANY_TEXT));
  return { value: ANY_TEXT, sample: { kind: 'text', otherText: true }, sure: mask(truths.map((truth) => truth === true)), may: mask(truths.map((truth) => truth !== false)) };
}

const ANY_TEXT = '其他';

function domainOf({ input, entries }: PlannedColumn, options: readonly unknown[] | undefined): Entry | undefined {
  const declared = readEntry(input.domain);
  if (declared.kind === 'list' || declared.kind === 'interval') return declared;
  const values = options?.filter((option): option is string | number | boolean => typeof option === 'string' || typeof option === 'number' || typeof option === 'boolean');
  if (values !== undefined && values.length > 0) return { kind: 'list', values, except: false };
  return speaksOfNegative(entries) || !entries.some((entry) => entry.kind === 'interval' && entry.of === 'number') ? undefined : NOT_NEGATIVE;
}

const NOT_NEGATIVE: Entry = { kind: 'interval', of: 'number', from: 0, openFrom: false, openBelow: false };

function speaksOfNegative(entries: readonly Entry[]): boolean {
  const negative = (value: unknown): boolean => typeof value === 'number' && value < 0;
  return entries.some((entry) => (entry.kind === 'interval' && (negative(entry.from) || negative(entry.below) || entry.below === 0)) || (entry.kind === 'list' && entry.values.some(negative)));
}

function allowed(sample: SegmentSample, domain: Entry | undefined, entries: readonly Entry[]): boolean {
  if (sample.kind === 'missing' || (sample.otherText === true && !entries.some(namesText))) return false;
  if (domain === undefined) return true;
  if (domain !== NOT_NEGATIVE) return segmentTruth(domain, sample) === true;
  // What no row says of numbers does not bear on the column's texts.
  return sample.kind === 'number' ? segmentTruth(domain, sample) === true : entries.some((entry) => entry.kind === 'list');
}

/** Beside days alone, a text that is no day is not expected. */
function namesText(entry: Entry): boolean {
  return entry.kind === 'list' && entry.values.some((value) => typeof value === 'string' && !isCalendarDate(value));
}

/** A value of the segment; `undefined` where there is none between two neighbouring days. */
function valueIn(sample: SegmentSample, segments: Segments): number | string | boolean | undefined {
  if (sample.at !== undefined) return sample.at;
  if (sample.kind === 'text') return otherText(segments);
  return sample.kind === 'date' ? dayBetween(sample.after as string | undefined, sample.before as string | undefined) : numberBetween(sample.after as number | undefined, sample.before as number | undefined);
}

function otherText(segments: Segments): string {
  let number = 0;
  // A text that the column does not name lies in a segment without a named text.
  for (;;) {
    const candidate = number === 0 ? ANY_TEXT : `${ANY_TEXT}${number}`;
    if (segments.sample(segments.locate(candidate)).otherText === true) return candidate;
    number += 1;
  }
}

function numberBetween(after: number | undefined, before: number | undefined): number | undefined {
  if (after === undefined) return before === undefined ? 0 : before - 1;
  const candidates = [after + 1, Math.round(after * 100 + 1) / 100, before === undefined ? after * 2 : (after + before) / 2];
  return candidates.find((value) => value > after && (before === undefined || value < before));
}

const DAY = 86_400_000;

function dayBetween(after: string | undefined, before: string | undefined): string | undefined {
  const day = (from: string, days: number): string => new Date(Date.parse(`${from}T00:00:00Z`) + days * DAY).toISOString().slice(0, 10);
  if (after === undefined) return before === undefined ? undefined : day(before, -1);
  const next = day(after, 1);
  return before === undefined || next < before ? next : undefined;
}

function mask(bits: readonly boolean[]): bigint {
  let text = '0b';
  for (let index = bits.length - 1; index >= 0; index -= 1) text += bits[index] === true ? '1' : '0';
  return text === '0b' ? 0n : BigInt(text);
}
