import type { Decimal } from '@cobuild/core';
import { isMoney, readDecimal } from '@cobuild/core';

/**
 * Reads settings of a part of the scheme whose parameter references have been replaced by their values, and keeps the pointers of those that
 * are open. A value that does not fit its setting (from a parameter, say) counts as open too: nothing is decided by a rule that cannot be read.
 */
export interface SettingReader {
  /** Pointers of what was asked for and is open, each once, in the order asked. */
  readonly holes: readonly string[];
  decimal(value: unknown, pointer: string): Decimal | undefined;
  /** Yuan as an exact decimal. */
  money(value: unknown, pointer: string): Decimal | undefined;
  /** A whole number that is not negative. */
  count(value: unknown, pointer: string): number | undefined;
  ratio(value: unknown, pointer: string): { readonly p: number; readonly q: number } | undefined;
  choice<Choice extends string>(value: unknown, choices: readonly Choice[], pointer: string): Choice | undefined;
  /** Notes a hole that was found elsewhere. */
  open(pointer: string): undefined;
}

export function createSettingReader(): SettingReader {
  const holes = new Set<string>();
  const open = (pointer: string): undefined => {
    holes.add(pointer);
    return undefined;
  };
  const decimal = (value: unknown, pointer: string): Decimal | undefined => (typeof value === 'number' ? readDecimal(value) : undefined) ?? open(pointer);
  return {
    get holes() { return [...holes]; },
    open,
    decimal,
    money: (value, pointer) => (isMoney(value) ? decimal(value, pointer) : open(pointer)),
    count: (value, pointer) => (isCount(value) ? value : open(pointer)),
    ratio: (value, pointer) => readRatio(value) ?? open(pointer),
    choice: (value, choices, pointer) => choices.find((candidate) => candidate === value) ?? open(pointer),
  };
}

/** The pointer of something wrong or open, from the whole part: `/gradings/0` + `/grades/1/from`. */
export const below = (pointer: string, ...tokens: readonly (string | number)[]): string => [pointer, ...tokens].join('/');

export function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 0;
}

function readRatio(value: unknown): { readonly p: number; readonly q: number } | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const { p, q } = value as { readonly p?: unknown; readonly q?: unknown };
  return isCount(p) && isCount(q) && q > 0 ? { p, q } : undefined;
}
