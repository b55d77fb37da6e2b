import type { ReadCaseSignals } from './read-signals.js';
import type { DuplicateSettings, DuplicateSignal } from './types.js';

/**
 * Sets of signals that reach the threshold together and of which none can be left out, without the periods: whatever two applications make a pair have all
 * of at least one of them. Applications are only compared where they share keys of such a set, so that no pair is missed and few are compared.
 */
export function sufficientSets({ signals, threshold }: DuplicateSettings): readonly (readonly number[])[] {
  const overlap = signals.reduce((sum, { kind, weight }) => (kind === 'overlap' ? sum + weight : sum), 0);
  const usable = signals.flatMap(({ kind }, index) => (kind === 'overlap' ? [] : [index]));
  const weightOf = (set: readonly number[]): number => set.reduce((sum, index) => sum + (signals[index]?.weight ?? 0), overlap);
  const found: (readonly number[])[] = [];
  const grow = (set: readonly number[], rest: readonly number[]): void => {
    if (weightOf(set) >= threshold) {
      // With one signal fewer it would still do: the smaller set is found on its own.
      if (set.every((index) => weightOf(set.filter((other) => other !== index)) < threshold)) found.push(set);
      return;
    }
    rest.forEach((index, place) => grow([...set, index], rest.slice(place + 1)));
  };
  grow([], usable);
  return found;
}

/** How often each pair of characters occurs, so that titles are looked up by their rarest ones. */
export function pairFrequencies(cases: readonly ReadCaseSignals[], index: number): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { readings } of cases) for (const pair of readings[index]?.pairs ?? []) counts.set(pair, (counts.get(pair) ?? 0) + 1);
  return counts;
}

/**
 * Keys of one signal. Of a text, the rarest pairs of characters only: two texts that are similar enough share at least one among the first
 * `n - ⌈n·t/(2-t)⌉ + 1` of their `n`, whatever order both are sorted in (t as a fraction).
 */
export function keysOf(signal: DuplicateSignal, application: ReadCaseSignals, index: number, frequencies: ReadonlyMap<string, number> | undefined): readonly string[] {
  const reading = application.readings[index];
  if (reading === undefined) return [];
  if (signal.kind === 'same') return [...(reading.values?.keys() ?? [])];
  if (signal.kind === 'overlap') return [];
  const pairs = [...(reading.pairs ?? [])];
  // Floating point must not make the prefix one too short.
  const needed = Math.ceil((pairs.length * signal.atLeast) / (200 - signal.atLeast) - 1e-9);
  const rarest = pairs.sort((left, right) => (frequencies?.get(left) ?? 0) - (frequencies?.get(right) ?? 0) || (left < right ? -1 : 1));
  return rarest.slice(0, pairs.length - needed + 1);
}

/** Every combination of one key of each list. */
export function combined(lists: readonly (readonly string[])[]): readonly string[] {
  return lists.reduce<readonly string[]>((made, keys) => made.flatMap((head) => keys.map((key) => `${head}\u0000${key}`)), ['']);
}
