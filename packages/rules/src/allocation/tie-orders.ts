import type { WholeFen } from '../money/fen.js';
import type { Branch, Item, Outcome, Terms } from './fill.js';
import { copyBranch, fits, getsNothing, giveTurn, leftIn } from './fill.js';

/** So many turns are tried for all ties together; what would need more stays undecided. */
export const MOST_TURNS = 20_000;

/** What equals get in all orders in which they may come. */
export interface GroupResult {
  /** By id, one for each way it may come out. */
  readonly outcomes: ReadonlyMap<string, readonly Outcome[]>;
  readonly branches: readonly Branch[];
  /** Ids whose order was tried, where it changes something. */
  readonly tied: readonly string[];
}

export interface Budget { turns: number }

/** Gives a group of equals its turn in one branch. */
export function giveGroup(before: Branch, items: readonly Item[], terms: Terms, budget: Budget): GroupResult {
  const branch = copyOf(before, items);
  const outcomes = new Map<string, Outcome[]>();
  const give = (item: Item): void => void outcomes.set(item.candidate.id, [giveTurn(branch, item, terms)]);
  // What changes nothing for the others comes first: it gets the same in every order.
  const open = items.filter((item) => {
    const settled = getsNothing(item) || branch.lost || item.pots.some(({ key }) => branch.closed.has(key)) || (branch.policy === 'skip' && !item.unsure && !branch.unsure && !fits(branch, item));
    if (settled) give(item);
    return !settled;
  });
  if (open.length <= 1 || fitTogether(branch, open)) {
    open.forEach(give);
    return { outcomes, branches: [branch], tied: [] };
  }
  return tryOrders(branch, open, terms, budget, outcomes);
}

/** One project alone changes the branch in place: it is used no more. Copies are dear where each applicant has a pot. */
function copyOf(branch: Branch, items: readonly Item[]): Branch {
  return items.length === 1 ? branch : copyBranch(branch);
}

function fitTogether(branch: Branch, items: readonly Item[]): boolean {
  const sums = new Map<string, WholeFen>();
  return items.every((item) => fits(branch, item) && item.pots.every((pot) => {
    const sum = (sums.get(pot.key) ?? 0n) + (item.own.due ?? 0n);
    sums.set(pot.key, sum);
    return sum <= leftIn(branch, pot);
  }));
}

function tryOrders(start: Branch, items: readonly Item[], terms: Terms, budget: Budget, settled: ReadonlyMap<string, readonly Outcome[]>): GroupResult {
  const found = new Map<string, Map<string, Outcome>>(items.map(({ candidate }) => [candidate.id, new Map<string, Outcome>()]));
  const ends = new Map<string, Branch>();
  const seen = new Set<string>();
  const keys = Array.from(new Set(items.flatMap(({ pots }) => pots.map(({ key }) => key))));
  const walk = (branch: Branch, rest: readonly Item[]): void => {
    const state = stateOf(branch, keys);
    const place = `${rest.map(({ candidate }) => candidate.id).join('\n')}\n${state}`;
    if (seen.has(place)) return;
    seen.add(place);
    if (rest.length === 0) ends.set(state, branch);
    for (const item of rest) {
      budget.turns += 1;
      if (budget.turns > MOST_TURNS) return;
      const next = copyBranch(branch);
      const outcome = giveTurn(next, item, terms);
      found.get(item.candidate.id)?.set(signature(outcome), outcome);
      walk(next, rest.filter((other) => other !== item));
    }
  };
  walk(start, items);
  const ids = items.map(({ candidate }) => candidate.id);
  if (budget.turns > MOST_TURNS) return givenUp(start, items, settled);
  const outcomes = new Map([...Array.from(settled), ...Array.from(found, ([id, ways]): [string, readonly Outcome[]] => [id, Array.from(ways.values())])]);
  const matters = ends.size > 1 || Array.from(found.values()).some((ways) => ways.size > 1);
  return { outcomes, branches: Array.from(ends.values()), tied: matters ? ids : [] };
}

function givenUp(start: Branch, items: readonly Item[], settled: ReadonlyMap<string, readonly Outcome[]>): GroupResult {
  const open = (item: Item): Outcome => ({ status: 'undecided', amount: 0n, left: item.pots.map((pot) => leftIn(start, pot)), closedBy: item.pots.map(() => undefined) });
  return {
    outcomes: new Map([...Array.from(settled), ...items.map((item): [string, readonly Outcome[]] => [item.candidate.id, [open(item)]])]),
    branches: [{ ...start, lost: true }], tied: items.map(({ candidate }) => candidate.id),
  };
}

/** Whether two outcomes are the same to the applicant. */
export function signature({ status, amount, awaitsConsent }: Outcome): string {
  return `${status} ${amount} ${awaitsConsent === true}`;
}

function stateOf(branch: Branch, keys: readonly string[]): string {
  return `${branch.unsure} ${branch.lost} ${keys.map((key) => `${branch.left.get(key) ?? ''}${branch.closed.has(key) ? '!' : ''}`).join(' ')}`;
}
