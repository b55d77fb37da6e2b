import type { CaseTableOptions, Flip, SimulationResult } from '@cobuild/rules';
import { isDate } from '@cobuild/core';
import { date, list, object, optional, record, text } from '../internal/shape.js';

/** What is simulated, as the host knows it. */
export interface SimulatorSettings extends Pick<CaseTableOptions, 'today' | 'amount' | 'breakdown' | 'pools'> {
  /** Keys of the parameters that are offered, in this order; default those that decide, and the others folded away. */
  readonly parameters?: readonly string[];
}

const fact = object<{ fact: string; path: string }>({ fact: text, path: optional(text) });
export const simulatorSettingsShape = object<SimulatorSettings>({ parameters: optional(list(text)), today: optional(date(isDate)), amount: optional(fact), breakdown: optional(record(fact)), pools: optional(record(record())) });

/** A change that was kept, as plain data: a report to print, or for the host to store. */
export interface SimulatorRun {
  readonly id: string;
  /** Instant. */
  readonly keptAt: string;
  readonly scheme: { readonly id: string; readonly version: string; /** As of `cobuild publish`. */ readonly hash?: string };
  /** Name of the file that the cases came from, where the person chose one. */
  readonly file?: string;
  /** Places of the file that could not be read. */
  readonly leftOut?: number;
  /** Parameters that were turned, with both values. */
  readonly parameters: readonly { readonly key: string; readonly before: unknown; readonly after: unknown }[];
  /** Version of the other scheme that was tried, where there was one, and the first of what it says otherwise, at most {@link MOST_CHANGES}, in words. */
  readonly otherVersion?: string;
  readonly otherHash?: string;
  readonly changes?: { readonly total: number; readonly sentences: readonly string[] };
  /** Day of all decisions; without it each case was decided at the day of its submission. */
  readonly today?: string;
  readonly result: Omit<SimulationResult, 'flips'> & { readonly flips: Omit<SimulationResult['flips'], 'page'> };
  /** The first of the flips, at most {@link MOST_KEPT}. */
  readonly flips: readonly Flip[];
}

/** Flips that a kept run lists; a report of more is no longer read. */
export const MOST_KEPT = 500;

/** Changes of the rules that a kept run lists. */
export const MOST_CHANGES = 50;

const result = object<SimulatorRun['result']>({ before: record(), after: record(), flips: record() });
export const simulatorRunShape = object<SimulatorRun>({ id: text, keptAt: text, scheme: object<SimulatorRun['scheme']>({ id: text, version: text }), parameters: list(object<{ key: string }>({ key: text })), result, flips: list(object<Flip>({ id: text, direction: text })) });
