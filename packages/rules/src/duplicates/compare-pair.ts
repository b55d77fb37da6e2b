import { similarityPercent } from './normalized-text.js';
import type { ReadCaseSignals, SignalReading } from './read-signals.js';
import type { DuplicateReason, DuplicateSignal } from './types.js';

/** All reasons for which two applications may be one; none where nothing is alike. */
export function reasonsFor(left: ReadCaseSignals, right: ReadCaseSignals, signals: readonly DuplicateSignal[]): readonly DuplicateReason[] {
  return signals.flatMap((signal, index): DuplicateReason[] => {
    const [first, second] = [left.readings[index], right.readings[index]];
    const found = first === undefined || second === undefined ? undefined : compared(signal, first, second);
    return found === undefined ? [] : [{ signal: signal.id, title: signal.title, kind: signal.kind, ...found }];
  });
}

type Found = Pick<DuplicateReason, 'points' | 'values' | 'percent'>;

function compared(signal: DuplicateSignal, left: SignalReading, right: SignalReading): Found | undefined {
  if (signal.kind === 'same') {
    const values = [...(left.values ?? [])].flatMap(([value, written]) => (right.values?.has(value) === true ? [signal.masked === true ? lastFour(written) : written] : []));
    return values.length === 0 ? undefined : { points: signal.weight, values };
  }
  if (signal.kind === 'similar') {
    const percent = similarityPercent(left.pairs ?? new Set(), right.pairs ?? new Set());
    return percent < signal.atLeast ? undefined : { points: Math.floor((signal.weight * percent) / 100), values: [left.text ?? '', right.text ?? ''], percent };
  }
  const from = later(left.from, right.from);
  const to = later(left.to, right.to) === left.to ? right.to : left.to;
  return from === undefined || to === undefined || from > to ? undefined : { points: signal.weight, values: [from, to] };
}

function later(left: string | undefined, right: string | undefined): string | undefined {
  return left === undefined || right === undefined || left > right ? left : right;
}

/** Of a number that is short nothing is shown at all. */
function lastFour(text: string): string {
  const plain = text.replace(/\s/g, '');
  return plain.length <= 4 ? '****' : `****${plain.slice(-4)}`;
}
