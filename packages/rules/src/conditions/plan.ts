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

/** Equal for comparisons that ask the same. */
export interface AskedComparison {
  readonly operator: string;
  /** Place of what is found. */
  readonly found: number;
  /** What it is compared with: a number, text or boolean, or a text that stands for it, see `inWords`. */
  readonly value: unknown;
  /** `undefined` where nobody can tell whether another one asks the same. */
  readonly inWords: boolean | undefined;
}

/** Finds or makes the plans of a policy. */
export interface Planner {
  readonly constant: (truth: Truth) => Plan;
  /** @param describe - Called where the comparison is new. */
  readonly comparison: (asked: AskedComparison, describe: () => ComparisonPlan) => Plan;
  /** Every plan of a comparison, to be looked at when all are known. */
  readonly comparisons: () => readonly Plan[];
  readonly not: (part: Plan) => Plan;
  /** Neither order nor repetition inside a group changes its answer, nor does a group of one thing add anything. */
  readonly group: (kind: 'all' | 'any', parts: readonly Plan[]) => Plan;
}

const NO_PARTS: readonly Plan[] = [];

export function planner(): Planner {
  /** Of groups and negations. */
  const known = new Map<string, Plan>();
  const constants = new Map<Truth, Plan>();
  /** By place, then by operator, then by value: no text has to be put together for it. */
  const places: Map<string, Map<unknown, Plan>>[] = [];
  const comparisons: Plan[] = [];
  let count = 0;

  function add(key: string | undefined, kind: Plan['kind'], cost: number, parts: readonly Plan[], compared?: ComparisonPlan): Plan {
    const plan: Plan = { id: count, kind, cost, parts, uses: 0, make: compared?.make, cut: compared?.cut, test: undefined };
    count += 1;
    for (const part of parts) part.uses += 1;
    if (key !== undefined) known.set(key, plan);
    return plan;
  }

  function addComparison(compared: ComparisonPlan): Plan {
    const plan = add(undefined, 'comparison', compared.cost, NO_PARTS, compared);
    comparisons.push(plan);
    return plan;
  }

  /** Plans of one operator at one place by value, and apart from these by words. */
  function plansOf({ operator, found, inWords }: AskedComparison): Map<unknown, Plan> {
    const operators = (places[found] ??= new Map<string, Map<unknown, Plan>>());
    const name = inWords === true ? `${operator} ` : operator;
    let plans = operators.get(name);
    if (plans === undefined) {
      plans = new Map<unknown, Plan>();
      operators.set(name, plans);
    }
    return plans;
  }

  function comparison(asked: AskedComparison, describe: () => ComparisonPlan): Plan {
    if (asked.inWords === undefined) return addComparison(describe());
    const plans = plansOf(asked);
    let plan = plans.get(asked.value);
    if (plan === undefined) {
      plan = addComparison(describe());
      plans.set(asked.value, plan);
    }
    return plan;
  }

  function constant(truth: Truth): Plan {
    let plan = constants.get(truth);
    if (plan === undefined) {
      plan = addComparison({ cost: 0, make: () => () => truth });
      constants.set(truth, plan);
    }
    return plan;
  }

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
