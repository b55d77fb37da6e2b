import type { NamedConditions } from '@cobuild/core';
import { readCondition } from './read-condition.js';

/** The named condition, over own properties only; `undefined` where there is none. */
export function namedCondition(named: NamedConditions, name: string): unknown {
  return Object.prototype.hasOwnProperty.call(named, name) ? named[name] : undefined;
}

/** Names that a condition refers to, itself or deeper inside (not through those names). */
function referencesOf(condition: unknown): Set<string> {
  const names = new Set<string>();
  const open: unknown[] = [condition];
  while (open.length > 0) {
    const read = readCondition(open.pop());
    if (read.kind === 'reference') names.add(read.to);
    else if (read.kind === 'not') open.push(read.item);
    else if (read.kind === 'all' || read.kind === 'any') for (const item of read.items) open.push(item);
  }
  return names;
}

const known = new WeakMap<NamedConditions, ReadonlyMap<string, readonly string[]>>();

/**
 * Named conditions that lead back to themselves, each with the way: `a` → `['a', 'b', 'a']`. In json-rules-engine such a
 * rule never ends; here every reference to one of them is unknown, wherever the reading starts.
 */
export function conditionCycles(named: NamedConditions): ReadonlyMap<string, readonly string[]> {
  const before = known.get(named);
  if (before !== undefined) return before;
  const references = new Map(Object.keys(named).map((name) => [name, referencesOf(named[name])]));
  const cycles = new Map<string, readonly string[]>();
  for (const name of references.keys()) {
    const way = wayBack(name, references);
    if (way !== undefined) cycles.set(name, way);
  }
  known.set(named, cycles);
  return cycles;
}

/** Shortest way from a name back to itself, breadth first. */
function wayBack(start: string, references: ReadonlyMap<string, ReadonlySet<string>>): readonly string[] | undefined {
  const cameFrom = new Map<string, string>();
  const queue = [start];
  for (const name of queue) {
    for (const next of references.get(name) ?? []) {
      if (next === start) {
        const way = [start];
        for (let step: string | undefined = name; step !== undefined && step !== start; step = cameFrom.get(step)) way.unshift(step);
        return [start, ...way];
      }
      if (references.has(next) && !cameFrom.has(next)) {
        cameFrom.set(next, name);
        queue.push(next);
      }
    }
  }
  return undefined;
}
