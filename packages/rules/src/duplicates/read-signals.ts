import { isDate, pointerTokens } from '@cobuild/core';
import { readInstant } from './instant.js';
import { characterPairs, normalizedText } from './normalized-text.js';
import type { ComparedCase, DuplicateSignal, PairedCase, SignalPlace } from './types.js';

/** What one signal reads of one application. Nothing where the answer is empty or of another kind: what is not known is never the same. */
export interface SignalReading {
  /** `same`: what is compared, with what was written. */
  readonly values?: ReadonlyMap<string, string>;
  /** `similar`. */
  readonly text?: string;
  readonly pairs?: ReadonlySet<string>;
  /** `overlap`. */
  readonly from?: string;
  readonly to?: string;
}

export interface ReadCaseSignals extends PairedCase {
  /** When it was submitted, for the order of a pair. */
  readonly time: number;
  /** By place of the signal in the settings. */
  readonly readings: readonly (SignalReading | undefined)[];
}

/** @throws {RangeError} for a submission time without its offset, which `checkCases` has refused. */
export function readSignals({ scheme, case: application }: ComparedCase, signals: readonly DuplicateSignal[]): ReadCaseSignals {
  const instant = readInstant(application.submittedAt);
  if (instant === undefined) throw new RangeError(`Not an instant with an offset: ${String(application.submittedAt)}`);
  return {
    scheme, id: application.id, submittedOn: instant.day, year: Number(instant.day.slice(0, 4)), time: instant.time,
    readings: signals.map((signal) => readSignal(signal, scheme, application)),
  };
}

function readSignal(signal: DuplicateSignal, scheme: string, application: unknown): SignalReading | undefined {
  const read = (place: SignalPlace): readonly string[] => textsAt(application, placeOf(place, scheme));
  if (signal.kind === 'same') {
    const values = new Map<string, string>();
    for (const written of read(signal.at)) {
      const value = normalizedText(written);
      if (value !== '' && !values.has(value)) values.set(value, written);
    }
    return values.size === 0 ? undefined : { values };
  }
  if (signal.kind === 'similar') {
    const [text] = read(signal.at);
    const pairs = text === undefined ? undefined : characterPairs(normalizedText(text, signal.ignored));
    return text === undefined || pairs === undefined || pairs.size === 0 ? undefined : { text, pairs };
  }
  const [from] = read(signal.from);
  const [to] = read(signal.to);
  return from === undefined || to === undefined || !isDate(from) || !isDate(to) || from > to ? undefined : { from, to };
}

function placeOf(place: SignalPlace, scheme: string): string | undefined {
  if (typeof place === 'string') return place;
  return Object.prototype.hasOwnProperty.call(place, scheme) ? place[scheme] : undefined;
}

function textsAt(document: unknown, pointer: string | undefined): readonly string[] {
  if (pointer === undefined) return [];
  const found = pointerTokens(pointer).reduce<readonly unknown[]>((values, token) => values.flatMap((value) => stepInto(value, token)), [document]);
  return found.flatMap((value) => (typeof value === 'string' && value.trim() !== '' ? [value.trim()] : typeof value === 'number' && Number.isFinite(value) ? [String(value)] : []));
}

function stepInto(value: unknown, token: string): readonly unknown[] {
  if (value === null || typeof value !== 'object') return [];
  if (token === '*') return Array.isArray(value) ? value : [];
  return Object.prototype.hasOwnProperty.call(value, token) ? [(value as Readonly<Record<string, unknown>>)[token]] : [];
}
