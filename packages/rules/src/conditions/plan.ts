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
  readonly make: (() => Test) | undefined;
  /** Of a comparison with a value that is known: the place that it reads, and where its answer may change. */
  readonly cut: Cut | undefined;
  /** Built once all uses are known, see `testOf`. */
  test: Test | undefined;
}

export interface Cut { readonly at: number; readonly entry: Entry }

/** What is needed to answer a comparison. */
export interface ComparisonPlan { readonly cost: number; readonly make: () => Test; readonly cut?: Cut | undefined }

/** Finds or makes the plans of a policy. */
export interface Planner {
  readonly constant: (truth: Truth) => Plan;
  /**
   * @param key - Equal for comparisons that ask the same; `undefined` where that cannot be told.
   * @param describe - Called where the comparison is new.
   */
  readonly comparison: (key: string | undefined, describe: () => ComparisonPlan) => Plan;
  /** Every plan of a comparison, to be looked at when all are known. */
  readonly comparisons: () => readonly Plan[];
  readonly not: (part: Plan) => Plan;
  /** Neither order nor repetition inside a group changes its answer, nor does a group of one thing add anything. */
  readonly group: (kind: 'all' | 'any', parts: readonly Plan[]) => Plan;
}

const NO_PARTS: readonly Plan[] = [];

export function planner(): Planner {
  const known = new Map<string, Plan>();
  const comparisons: Plan[] = [];
  let count = 0;

  function add(key: string | undefined, kind: Plan['kind'], cost: number, parts: readonly Plan[], compared?: ComparisonPlan): Plan {
    const plan: Plan = { id: count, kind, cost, parts, uses: 0, make: compared?.make, cut: compared?.cut, test: undefined };
    count += 1;
    for (const part of parts) part.uses += 1;
    if (key !== undefined) known.set(key, plan);
    if (compared !== undefined) comparisons.push(plan);
    return plan;
  }

  function comparison(key: string | undefined, describe: () => ComparisonPlan): Plan {
    const before = key === undefined ? undefined : known.get(key);
    if (before !== undefined) return before;
    const compared = describe();
    return add(key, 'comparison', compared.cost, NO_PARTS, compared);
  }

  const constant = (truth: Truth): Plan => comparison(`${truth}`, () => ({ cost: 0, make: () => () => truth }));
  return {
    constant,
    comparison,
    comparisons: () => comparisons,
    not: (part) => {
      const key = `not ${part.id}`;
      return known.get(key) ?? add(key, 'not', part.cost + 1, [part]);
    },
    group: (kind, parts) => {
      const sorted = inOrder(parts);
      const [only] = sorted;
      // An empty group is true in both kinds, as in json-rules-engine.
      if (only === undefined) return constant(true);
      if (sorted.length === 1) return only;
      let key: string = kind;
      let cost = 1;
      for (const part of sorted) {
        key += ` ${part.id}`;
        cost += part.cost;
      }
      return known.get(key) ?? add(key, kind, cost, sorted);
    },
  };
}

/** Each once, the cheap ones first. */
function inOrder(parts: readonly Plan[]): Plan[] {
  const sorted = parts.slice().sort((a, b) => a.cost - b.cost || a.id - b.id);
  return sorted.filter((part, index) => part !== sorted[index - 1]);
}
