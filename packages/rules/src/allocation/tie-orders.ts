import type { WholeFen } from '../money/fen.js';
import type { Branch, Item, Outcome, Terms } from './fill.js';
import { copyBranch, fits, getsNothing, giveTurn, leftIn } from './fill.js';

/** So many turns are tried for one tie; what would need more stays undecided. Six equals, in all their orders, need fewer than 2,000. */
const MOST_TURNS = 5000;

/** What equals get in all orders in which they may come. */
export interface GroupResult {
  /** By id, one for each way it may come out. */
  readonly outcomes: ReadonlyMap<string, readonly Outcome[]>;
  readonly branches: readonly Branch[];
  /** Ids whose order was tried, where it changes something. */
  readonly tied: readonly string[];
}

/** So many open consents of equals are tried both ways; with more, all stays undecided. */
const MOST_CONSENTS = 5;

/** Gives a group of equals its turn in one branch, which is used up by it; both ways where a consent is awaited, so that what hangs on it shows. */
export function giveGroup(branch: Branch, items: readonly Item[], terms: Terms): GroupResult {
  if (branch.policy !== 'partFund' || terms.consent === 'notRequired' || fitTogether(branch, items)) return giveOnce(branch, items, terms);
  const { assumed = new Map<string, boolean>() } = terms;
  const result = giveOnce(copyBranch(branch), items, terms);
  const awaiting = items.find(({ candidate: { id } }) => !assumed.has(id) && (result.outcomes.get(id) ?? []).some(({ awaitsConsent }) => awaitsConsent === true));
  if (awaiting === undefined) return result;
  if (items.filter(({ candidate: { id } }) => assumed.has(id)).length >= MOST_CONSENTS) return givenUp(branch, items, new Map());
  const [agreed, refused] = [true, false].map((answer) => giveGroup(copyBranch(branch), items, { ...terms, assumed: new Map([...Array.from(assumed), [awaiting.candidate.id, answer]]) })) as [GroupResult, GroupResult];
  return {
    outcomes: new Map(items.map(({ candidate: { id } }): [string, readonly Outcome[]] => [id, [...(agreed.outcomes.get(id) ?? []), ...(refused.outcomes.get(id) ?? [])]])),
    branches: [...agreed.branches, ...refused.branches], tied: Array.from(new Set([...agreed.tied, ...refused.tied])),
  };
}

function giveOnce(branch: Branch, items: readonly Item[], terms: Terms): GroupResult {
  const [only, ...others] = items;
  if (only !== undefined && others.length === 0) return { outcomes: new Map([[only.candidate.id, [giveTurn(branch, only, terms)]]]), branches: [branch], tied: [] };
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
  return tryOrders(branch, open, terms, outcomes);
}

function fitTogether(branch: Branch, items: readonly Item[]): boolean {
  const sums = new Map<string, WholeFen>();
  return items.every((item) => fits(branch, item) && item.pots.every((pot) => {
    const sum = (sums.get(pot.key) ?? 0n) + (item.own.due ?? 0n);
    sums.set(pot.key, sum);
    return sum <= leftIn(branch, pot);
  }));
}

function tryOrders(start: Branch, items: readonly Item[], terms: Terms, settled: ReadonlyMap<string, readonly Outcome[]>): GroupResult {
  const found = new Map<string, Map<string, Outcome>>(items.map(({ candidate }) => [candidate.id, new Map<string, Outcome>()]));
  const ends = new Map<string, Branch>();
  const seen = new Set<string>();
  const excerpt = excerptOf(start, items);
  const keys = Array.from(excerpt.left.keys());
  let turns = 0;
  const walk = (branch: Branch, rest: readonly Item[]): void => {
    const state = stateOf(branch, keys);
    const place = `${rest.map(({ candidate }) => candidate.id).join('\n')}\n${state}`;
    if (seen.has(place)) return;
    seen.add(place);
    if (rest.length === 0) ends.set(state, branch);
    for (const item of rest) {
      turns += 1;
      if (turns > MOST_TURNS) return;
      const next = copyBranch(branch);
      const outcome = giveTurn(next, item, terms);
      found.get(item.candidate.id)?.set(signature(outcome), outcome);
      walk(next, rest.filter((other) => other !== item));
    }
  };
  walk(excerpt, items);
  const ids = items.map(({ candidate }) => candidate.id);
  if (turns > MOST_TURNS) return givenUp(start, items, settled);
  const outcomes = new Map([...Array.from(settled), ...Array.from(found, ([id, ways]): [string, readonly Outcome[]] => [id, Array.from(ways.values())])]);
  const matters = ends.size > 1 || Array.from(found.values()).some((ways) => ways.size > 1);
  return { outcomes, branches: Array.from(ends.values(), (end) => merged(ends.size === 1 ? start : copyBranch(start), end)), tied: matters ? ids : [] };
}

/** The pots of a group alone: a branch is copied at every turn, and each applicant may have a pot. */
function excerptOf(branch: Branch, items: readonly Item[]): Branch {
  const pots = items.flatMap((item) => item.pots);
  const closed = pots.flatMap(({ key }): [string, string][] => {
    const by = branch.closed.get(key);
    return by === undefined ? [] : [[key, by]];
  });
  return { ...branch, left: new Map(pots.map((pot) => [pot.key, leftIn(branch, pot)])), closed: new Map(closed) };
}

/** Puts what came of a group into the whole branch. */
function merged(branch: Branch, end: Branch): Branch {
  end.left.forEach((left, key) => branch.left.set(key, left));
  end.closed.forEach((by, key) => branch.closed.set(key, by));
  branch.unsure = end.unsure;
  branch.lost = end.lost;
  return branch;
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
