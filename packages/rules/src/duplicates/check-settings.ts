import { readInstant } from './instant.js';
import type { ComparedCase, DuplicateSettings, DuplicateSignal } from './types.js';

/** @throws {TypeError} for settings that cannot be followed: a caller's mistake, not an applicant's. */
export function checkSettings({ signals, threshold, largestGroup = 200 }: DuplicateSettings): void {
  if (signals.length === 0) throw new TypeError('Duplicates are found by at least one signal');
  const ids = new Set<string>();
  for (const signal of signals) {
    if (ids.has(signal.id)) throw new TypeError(`Two signals are called "${signal.id}"`);
    ids.add(signal.id);
    checkSignal(signal);
  }
  if (!Number.isInteger(threshold) || threshold < 1) throw new TypeError(`The threshold is a whole number of points from 1 on, not ${String(threshold)}`);
  if (!Number.isInteger(largestGroup) || largestGroup < 2) throw new TypeError(`The largest group is a whole number from 2 on, not ${String(largestGroup)}`);
  const overlaps = signals.filter(({ kind }) => kind === 'overlap').reduce((sum, { weight }) => sum + weight, 0);
  // Everything that runs in the same year would be a pair of everything else.
  if (overlaps >= threshold) throw new TypeError(`Periods alone give ${overlaps} points and would reach the threshold of ${threshold}`);
}

function checkSignal(signal: DuplicateSignal): void {
  if (!Number.isInteger(signal.weight) || signal.weight < 1) throw new TypeError(`The weight of "${signal.id}" is a whole number from 1 on, not ${String(signal.weight)}`);
  if (signal.kind === 'similar' && (!Number.isInteger(signal.atLeast) || signal.atLeast < 1 || signal.atLeast > 100)) throw new TypeError(`"${signal.id}" is similar from 1 to 100 percent on, not ${String(signal.atLeast)}`);
}

/** @throws {TypeError} for two applications of one name, or a time without its offset. */
export function checkCases(cases: readonly ComparedCase[]): void {
  const names = new Set<string>();
  for (const { scheme, case: application } of cases) {
    const name = JSON.stringify([scheme, application.id]);
    if (names.has(name)) throw new TypeError(`The application ${application.id} of the scheme ${scheme} was given twice`);
    if (readInstant(application.submittedAt) === undefined) throw new TypeError(`The application ${application.id} needs the time of its submission with an offset, not ${String(application.submittedAt)}`);
    names.add(name);
  }
}
