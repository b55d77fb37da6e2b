import type { ParsedPath, PathStep } from './parse-path.js';
import { parsePath } from './parse-path.js';

/** Reads a value at a path that has been parsed once. */
export type PathReader = (value: unknown) => unknown;

const hasOwn = (value: object, key: string): boolean => Object.prototype.hasOwnProperty.call(value, key);

/**
 * Compiles a path that {@link parsePath} accepted.
 *
 * The reader follows own properties only, so `__proto__`, `constructor` and `toString` lead nowhere. A path with `[*]` or a
 * slice gives a list with one place per item, `undefined` where the item lacks the property: a row whose question is not
 * answered is an unanswered question, not a missing row. What is no list or object has no items: `undefined`.
 */
export function compileSteps({ steps, multiple }: Extract<ParsedPath, { ok: true }>): PathReader {
  if (!multiple) return (value) => follow(value, steps, 0, steps.length);
  const first = steps.findIndex(({ kind }) => kind !== 'property');
  return (value) => {
    const container = follow(value, steps, 0, first);
    if (container === null || typeof container !== 'object') return undefined;
    const found: unknown[] = [];
    return collect(container, steps, first, found) ? found : undefined;
  };
}

/**
 * The value at a path, `undefined` where nothing is or the path is refused.
 *
 * @example resolvePath({ lines: [{ n: 1 }, { n: 2 }] }, '$.lines[*].n') // [1, 2]
 */
export function resolvePath(value: unknown, path: string): unknown {
  const parsed = parsePath(path);
  return parsed.ok ? compileSteps(parsed)(value) : undefined;
}

function follow(value: unknown, steps: readonly PathStep[], from: number, to: number): unknown {
  let current = value;
  for (let index = from; index < to; index += 1) {
    const step = steps[index];
    if (step?.kind !== 'property' || current === null || typeof current !== 'object' || !hasOwn(current, step.key)) return undefined;
    current = (current as Record<string, unknown>)[step.key];
  }
  return current;
}

/** Puts what the steps from `at` on lead to into `found`; `false` where a list of items is asked of something that has none. */
function collect(value: unknown, steps: readonly PathStep[], at: number, found: unknown[]): boolean {
  const step = steps[at];
  if (step === undefined) {
    found.push(value);
    return true;
  }
  if (step.kind === 'property') return collect(follow(value, steps, at, at + 1), steps, at + 1, found);
  const items = itemsOf(value, step);
  if (items === undefined) {
    found.push(undefined);
    return false;
  }
  for (const item of items) collect(item, steps, at + 1, found);
  return true;
}

function itemsOf(value: unknown, step: Exclude<PathStep, { kind: 'property' }>): readonly unknown[] | undefined {
  if (Array.isArray(value)) {
    const items: readonly unknown[] = value;
    return step.kind === 'slice' ? items.slice(step.from, step.to) : items;
  }
  return step.kind === 'every' && value !== null && typeof value === 'object' ? Object.values(value) : undefined;
}
