import type { DecisionInput, Facts } from '@cobuild/core';
import { parsePath } from '../conditions/index.js';
import type { ColumnCell } from './column-cells.js';

/**
 * A part of what an input can be, in words of the format: an interval (`above` in place of `from` where the limit itself does not belong to it), named
 * values, or any value that no row names.
 */
export interface RegionSide {
  readonly input: string;
  readonly from?: number | string;
  readonly above?: number | string;
  readonly below?: number | string;
  readonly in?: readonly (string | number | boolean)[];
  readonly other?: true;
}

/** Cells that lie side by side, or named values together. */
export function regionSide({ id }: DecisionInput, cells: readonly ColumnCell[]): RegionSide {
  const [first, last] = [cells[0], cells[cells.length - 1]];
  if (first === undefined || last === undefined) return { input: id };
  const single = cells.every(({ sample }) => sample.kind === 'text' || sample.kind === 'boolean');
  const values = cells.flatMap(({ sample }) => (sample.at === undefined ? [] : [sample.at]));
  if (single || (cells.length === 1 && first.sample.at !== undefined)) return { input: id, ...(values.length === 0 ? {} : { in: values }), ...(cells.some(({ sample }) => sample.otherText) ? { other: true as const } : {}) };
  const { at, after } = first.sample;
  const below = last.sample.before;
  return {
    input: id,
    ...(typeof at === 'number' || typeof at === 'string' ? { from: at } : {}), ...(after === undefined ? {} : { above: after }),
    ...(below === undefined ? {} : { below }),
  };
}

/** Facts with these values, where each input reads. `undefined` where a path leads to a list or is refused. */
export function factsOf(values: readonly { readonly input: DecisionInput; readonly value: unknown }[]): Facts | undefined {
  const facts: Record<string, unknown> = {};
  for (const { input: { fact, path }, value } of values) {
    const parsed = path === undefined ? undefined : parsePath(path);
    if (parsed !== undefined && (!parsed.ok || parsed.multiple)) return undefined;
    const keys = [fact, ...(parsed?.ok === true ? parsed.steps : []).flatMap((step) => (step.kind === 'property' ? [step.key] : []))];
    put(facts, keys, value);
  }
  return facts;
}

function put(target: Record<string, unknown>, [key = '', ...rest]: readonly string[], value: unknown): void {
  const known = Object.prototype.hasOwnProperty.call(target, key) ? target[key] : undefined;
  const inner = typeof known === 'object' && known !== null ? (known as Record<string, unknown>) : {};
  // Defined, not assigned: a fact may be called `__proto__`.
  Object.defineProperty(target, key, { value: rest.length === 0 ? value : inner, enumerable: true, configurable: true, writable: true });
  if (rest.length > 0) put(inner, rest, value);
}
