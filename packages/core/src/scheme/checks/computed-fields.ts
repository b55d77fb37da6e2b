import { isObject } from '../../validation/instance.js';
import { entriesAt } from '../parts.js';

/** An answer that a computation reads. */
export interface Operand {
  readonly address: string;
  readonly pointer: string;
}

/** The answers that a computation reads, at any level of its tree. */
export function computedOperands(computation: unknown, pointer: string): Operand[] {
  const operands = isObject(computation) ? computation['of'] : undefined;
  if (!Array.isArray(operands)) return [];
  return (operands as unknown[]).flatMap((operand, index): Operand[] => {
    const at = `${pointer}/of/${index}`;
    return typeof operand === 'string' ? [{ address: operand, pointer: at }] : computedOperands(operand, at);
  });
}

/** Computed fields of a form that come back to themselves, each with the way round. */
export function computedCycles(document: unknown, form: string): { readonly pointer: string; readonly through: readonly string[] }[] {
  const computed = entriesAt(document, `${form}/computed`);
  const reads = new Map(computed.map(({ key, value, pointer }) => [key, dependencies(computedOperands(value, pointer), computed.map((entry) => entry.key))]));
  return computed.flatMap(({ key, pointer }) => {
    const through = wayBack(key, reads);
    return through ? [{ pointer, through }] : [];
  });
}

/** Reading a group reads what is computed inside it, and reading inside a computed answer reads that answer. */
function dependencies(operands: readonly Operand[], computed: readonly string[]): string[] {
  return operands.flatMap(({ address }) => computed.filter((key) => key === address || key.startsWith(`${address}/`) || address.startsWith(`${key}/`)));
}

function wayBack(start: string, reads: ReadonlyMap<string, readonly string[]>): string[] | undefined {
  const waiting = [[start]];
  const seen = new Set<string>();
  for (let way = waiting.pop(); way; way = waiting.pop()) {
    for (const next of reads.get(way[way.length - 1] ?? '') ?? []) {
      if (next === start) return [...way, start];
      if (seen.has(next)) continue;
      seen.add(next);
      waiting.push([...way, next]);
    }
  }
  return undefined;
}
