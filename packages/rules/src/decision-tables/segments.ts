import { dayNumber, isCalendarDate, isNumber } from '../operators/value-kind.js';
import { axisPosition } from './axis-position.js';
import type { Entry } from './entry-truth.js';

/**
 * The values of an input, cut into segments inside which no row can tell two values apart. Segment 0 is what no row can compare: nothing, or a
 * value of a kind that the column does not speak of. `locate` finds a value's segment by binary search or in a map.
 */
export interface Segments {
  readonly count: number;
  readonly locate: (value: unknown) => number;
  /** First segment of an axis, and the one behind its last. */
  readonly axis: (of: 'number' | 'date') => { readonly start: number; readonly end: number };
  /** What lies in the segment. */
  readonly sample: (segment: number) => SegmentSample;
  /** Where the column speaks of one kind of value alone: who has many such columns can locate in them without asking for the kind each time. */
  readonly kind: Exclude<SegmentSample['kind'], 'missing'> | undefined;
  /** Of numbers, or of days as `dayNumber` gives them. */
  readonly cuts: Float64Array;
  /** Segments of the texts that are named; the next one is that of every other text. */
  readonly index: ReadonlyMap<string, number>;
}

export interface SegmentSample {
  readonly kind: 'missing' | 'number' | 'date' | 'text' | 'boolean';
  /** At a cut: the cut. Between cuts: the cuts on either side, where there are any. */
  readonly at?: number | string | boolean;
  readonly after?: number | string;
  readonly before?: number | string;
  /** Any text that the column does not name. */
  readonly otherText?: true;
}

type Scalar = string | number | boolean;

/** Sorted cuts of a column, and the texts and booleans that it names. */
export function segmentsOf(entries: readonly Entry[]): Segments {
  const listed = entries.flatMap((entry): readonly Scalar[] => (entry.kind === 'list' ? entry.values : []));
  const limits = entries.flatMap((entry) => (entry.kind === 'interval' ? [entry.from, entry.below].filter((limit): limit is number | string => limit !== undefined) : []));
  const withDates = limits.some((limit) => typeof limit === 'string');
  const named = [...listed, ...limits];
  const numbers = ascending(named.filter((value): value is number => typeof value === 'number' && Number.isFinite(value)));
  const dates = withDates ? ascending(named.filter((value): value is string => isCalendarDate(value))) : [];
  const texts = [...new Set(listed.filter((value): value is string => typeof value === 'string' && value !== '' && !(withDates && isCalendarDate(value))))];
  const numberStart = 1;
  const dateStart = numberStart + axisSize(numbers.length);
  const textStart = dateStart + axisSize(dates.length);
  // One more than the texts: every other text. Dates beside named texts are texts that are not named.
  const otherText = textStart + texts.length;
  // A list of days, too, can tell that another text is not in it.
  const hasOther = listed.some((value) => typeof value === 'string' && value !== '');
  const booleanStart = otherText + (hasOther ? 1 : 0);
  const hasBooleans = listed.some((value) => typeof value === 'boolean');
  const textIndex = new Map(texts.map((text, index) => [text, textStart + index]));
  const [numberCuts, dayCuts] = [Float64Array.from(numbers), Float64Array.from(dates, dayNumber)];
  const locate = (value: unknown): number => {
    switch (typeof value) {
      case 'number': return numbers.length > 0 && isNumber(value) ? numberStart + axisPosition(numberCuts, value) : 0;
      case 'string': {
        if (value === '') return 0;
        const index = texts.length > 0 ? textIndex.get(value) : undefined;
        if (index !== undefined) return index;
        const day = dates.length > 0 ? dayNumber(value) : -1;
        if (day >= 0) return dateStart + axisPosition(dayCuts, day);
        return hasOther ? otherText : 0;
      }
      case 'boolean': return hasBooleans ? booleanStart + (value ? 1 : 0) : 0;
      default: return 0;
    }
  };
  const sample = (segment: number): SegmentSample => {
    if (segment >= booleanStart && hasBooleans) return { kind: 'boolean', at: segment === booleanStart + 1 };
    if (segment >= textStart && hasOther) return segment === otherText ? { kind: 'text', otherText: true } : { kind: 'text', at: texts[segment - textStart] ?? '' };
    if (segment >= dateStart && dates.length > 0) return onAxis('date', dates, segment - dateStart);
    return segment >= numberStart && numbers.length > 0 ? onAxis('number', numbers, segment - numberStart) : { kind: 'missing' };
  };
  const axis = (of: 'number' | 'date'): { start: number; end: number } => (of === 'number' ? { start: numberStart, end: dateStart } : { start: dateStart, end: textStart });
  const speaksOf = [...(numbers.length > 0 ? ['number' as const] : []), ...(dates.length > 0 ? ['date' as const] : []), ...(hasOther ? ['text' as const] : []), ...(hasBooleans ? ['boolean' as const] : [])];
  return { count: booleanStart + (hasBooleans ? 2 : 0), locate, axis, sample, kind: speaksOf.length === 1 ? speaksOf[0] : undefined, cuts: dates.length > 0 ? dayCuts : numberCuts, index: textIndex };
}

/** Between, at, between, at, …, between: one more than twice the cuts. */
function axisSize(cuts: number): number {
  return cuts === 0 ? 0 : 2 * cuts + 1;
}

function onAxis(kind: 'number' | 'date', cuts: readonly (number | string)[], place: number): SegmentSample {
  const cut = cuts[(place - 1) / 2];
  if (cut !== undefined) return { kind, at: cut };
  const [after, before] = [cuts[place / 2 - 1], cuts[place / 2]];
  return { kind, ...(after === undefined ? {} : { after }), ...(before === undefined ? {} : { before }) };
}

function ascending<Value extends number | string>(values: readonly Value[]): Value[] {
  return [...new Set(values)].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
}
