import type { Facts } from '@cobuild/core';
import { drawBounds } from './bounds.js';
import type { Formula } from './formula.js';
import { allOf, variablesOf } from './formula.js';
import { Store } from './store.js';
import type { Variable } from './variables.js';
import { witnessOf } from './witness.js';

/** Whether a formula can hold: for these facts it does, it never can, or it was not found out. */
export type Answer = { readonly kind: 'holds'; readonly facts: Facts } | { readonly kind: 'never' } | { readonly kind: 'unknown' };

/** More attempts than this are not made for one question. */
const MOST_STEPS = 3000;

const NEVER: Answer = { kind: 'never' };
const UNKNOWN: Answer = { kind: 'unknown' };

/**
 * Looks for facts with which all formulas hold. `never` is said only where every way contradicts itself; `holds` only where the facts pass the test.
 *
 * @param confirm - Evaluates what is claimed with the facts; what it does not confirm is not said.
 * @param others - Values that the facts are to give too.
 */
export function solve(formulas: readonly Formula[], confirm: (facts: Facts) => boolean, others: Iterable<Variable> = []): Answer {
  const formula = allOf(formulas);
  const mentioned = new Set<Variable>([...others, ...formulas.flatMap((each) => [...variablesOf(each)])]);
  const search = { steps: 0, failed: false, confirm, mentioned };
  return branch(new Store(), [formula], [], search);
}

/** Whether no facts at all can make all formulas hold; cheaper where no facts are wanted. */
export function neverHolds(formulas: readonly Formula[]): boolean {
  return branch(new Store(), [allOf(formulas)], [], { steps: 0, failed: false, mentioned: new Set() }).kind === 'never';
}

type Choice = Extract<Formula, { readonly kind: 'all' | 'any' }>;
interface Search { steps: number; failed: boolean; readonly confirm?: (facts: Facts) => boolean; readonly mentioned: ReadonlySet<Variable> }

/** Takes demands in as long as there is no choice, then tries each way of the first choice. */
function branch(store: Store, demands: readonly Formula[], choices: readonly Choice[], search: Search): Answer {
  search.steps += 1;
  if (search.steps > MOST_STEPS) return UNKNOWN;
  const ordersBefore = store.less.length;
  const open = [...choices];
  const todo = [...demands];
  for (let next = todo.pop(); next !== undefined; next = todo.pop()) {
    if (next.kind === 'literal') {
      if (!store.add(next.literal)) return NEVER;
    } else if (next.kind === 'all') todo.push(...next.items);
    else if (next.items.length === 0) return NEVER;
    else open.push(next);
  }
  const [first, ...rest] = open;
  if (first === undefined) return settle(store, search);
  // Orders that already contradict each other contradict each other in every way; most first ways lead to an answer without asking.
  if (search.failed && store.less.length > ordersBefore && !drawBounds(store)) return NEVER;
  let answer: Answer = NEVER;
  for (const item of first.items) {
    const size = store.size;
    const found = branch(store, [item], rest, search);
    if (found.kind === 'holds') return found;
    search.failed = true;
    store.takeBack(size);
    // Without facts to be found, one way that was not refuted is enough.
    if (found.kind === 'unknown' && search.confirm === undefined) return UNKNOWN;
    if (found.kind === 'unknown') answer = UNKNOWN;
    if (search.steps > MOST_STEPS) return UNKNOWN;
  }
  return answer;
}

function settle(store: Store, { confirm, mentioned }: Search): Answer {
  if (!drawBounds(store)) return NEVER;
  // Nobody asks for facts.
  if (confirm === undefined) return UNKNOWN;
  const facts = witnessOf(store, mentioned);
  return facts !== undefined && confirm(facts) ? { kind: 'holds', facts } : UNKNOWN;
}
