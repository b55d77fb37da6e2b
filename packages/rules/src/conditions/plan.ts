import type { Truth } from '@cobuild/core';
import type { Entry } from '../decision-tables/entry-truth.js';
import type { Test } from './frame.js';

/** How a condition is answered, apart from where it is written: conditions that ask the same have one plan, however often they stand in a policy. */
export interface Plan {
  readonly id: number;
  readonly kind: 'comparison' | 'not' | 'all' | 'any';
  /** Rough price in comparisons of numbers. */
  readonly cost: number;
  /** Of a group: the cheap ones first. */
  readonly parts: readonly Plan[];
  /** How many other plans, rules and references ask it. */
  uses: number;
  /** Of a comparison. */
  readonly make?: () => Test;
  /** Of a comparison with a value that is known: the place that it reads, and where its answer may change. */
  readonly cut?: Cut;
  /** Built once all uses are known, see `testOf`. */
  test?: Test;
}

export interface Cut { readonly at: number; readonly entry: Entry }

/** Finds or makes the plans of a policy. */
export interface Planner {
  readonly constant: (truth: Truth) => Plan;
  /** @param key - Equal for comparisons that ask the same; `undefined` where that cannot be told. */
  readonly comparison: (key: string | undefined, cost: number, make: () => Test, cut?: Cut) => Plan;
  /** Every plan of a comparison, to be looked at when all are known. */
  readonly comparisons: () => readonly Plan[];
  readonly not: (part: Plan) => Plan;
  /** Neither order nor repetition inside a group changes its answer, nor does a group of one thing add anything. */
  readonly group: (kind: 'all' | 'any', parts: readonly Plan[]) => Plan;
}

export function planner(): Planner {
  const known = new Map<string, Plan>();
  const comparisons: Plan[] = [];
  let count = 0;

  function intern(key: string | undefined, plan: Omit<Plan, 'id' | 'uses'>): Plan {
    const before = key === undefined ? undefined : known.get(key);
    if (before !== undefined) return before;
    const made: Plan = { ...plan, id: count, uses: 0 };
    count += 1;
    for (const part of made.parts) part.uses += 1;
    if (key !== undefined) known.set(key, made);
    if (made.kind === 'comparison') comparisons.push(made);
    return made;
  }

  const constant = (truth: Truth): Plan => intern(`${truth}`, { kind: 'comparison', cost: 0, parts: [], make: () => () => truth });
  return {
    constant,
    comparison: (key, cost, make, cut) => intern(key, { kind: 'comparison', cost, parts: [], make, ...(cut === undefined ? {} : { cut }) }),
    comparisons: () => comparisons,
    not: (part) => intern(`not ${part.id}`, { kind: 'not', cost: part.cost + 1, parts: [part] }),
    group: (kind, parts) => {
      const sorted = [...new Set(parts)].sort((a, b) => a.cost - b.cost || a.id - b.id);
      const [only] = sorted;
      // An empty group is true in both kinds, as in json-rules-engine.
      if (only === undefined) return constant(true);
      if (sorted.length === 1) return only;
      return intern(`${kind} ${sorted.map(({ id }) => id).join(' ')}`, { kind, cost: sorted.reduce((sum, { cost }) => sum + cost, 1), parts: sorted });
    },
  };
}
