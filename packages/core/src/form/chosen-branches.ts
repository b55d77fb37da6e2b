import { pointerTokens } from '../problems/json-pointer.js';
import { isEmpty } from './answers.js';
import { hasType, likeness } from './branch-outline.js';
import type { Choices } from './choices.js';
import { choiceKey, readChoiceKey } from './choices.js';
import type { ChosenBranches } from './gates.js';
import { isRecord } from './json-schema.js';
import type { Alternatives } from './schema-branches.js';
import type { Gate } from './schema-sources.js';

/** What decides which branches apply to a value. */
export interface BranchQuestion {
  readonly pointer: string;
  readonly value: unknown;
  readonly choices: Choices;
  readonly fits: (pointer: string, value: unknown) => boolean;
  readonly hold: (gates: readonly Gate[], chosen: ChosenBranches) => boolean;
}

/**
 * The branches of a value: those that the person chose, else those that the answer fits, else the closest ones.
 *
 * @returns one for each of the alternatives; -1 where there is no choice now.
 */
export function branchesOf(alternatives: readonly Alternatives[], question: BranchQuestion): readonly number[] {
  const chosen = new Map<string, number>();
  return alternatives.map((each, index) => {
    if (!question.hold(each.gates, chosen)) return -1;
    const explicit = question.choices.branches.get(choiceKey(question.pointer, index));
    const branch = each.branches.some((known) => known.index === explicit) ? (explicit as number) : closestBranch(each, question.value, question.fits);
    chosen.set(each.at, branch);
    return branch;
  });
}

/** A branch that the value passes counts for more than any likeness. */
const FITS = 1_000;

/** The branch that a value was most likely given to; the first of those that are equally likely, and where nothing is answered. */
export function closestBranch({ branches }: Alternatives, value: unknown, fits: (pointer: string, value: unknown) => boolean): number {
  const [first] = branches;
  if (first === undefined) return -1;
  if (value === undefined) return first.index;
  // An empty group passes wherever nothing is required; that says nothing about what was meant.
  const isBare = isRecord(value) && isEmpty(value);
  let best = first.index;
  let most = -Infinity;
  for (const branch of branches) {
    const outline = branch.outline();
    const like = isBare ? (hasType(outline, value) ? 0 : -1) : likeness(outline, value) + (hasType(outline, value) && fits(branch.pointer, value) ? FITS : 0);
    if (like > most) [best, most] = [branch.index, like];
  }
  return best;
}

/** The pointers at which somebody decided otherwise than before, with the tokens of those around them. */
export function changedChoices(before: Choices, now: Choices): ReadonlyMap<string, ReadonlySet<string>> {
  const ways = new Map<string, Set<string>>();
  if (before.branches === now.branches) return ways;
  const keys = [...before.branches.keys(), ...now.branches.keys()].filter((key) => before.branches.get(key) !== now.branches.get(key));
  for (const key of keys) {
    let at = '';
    for (const token of pointerTokens(readChoiceKey(key)?.pointer ?? '')) {
      const way = ways.get(at) ?? new Set();
      ways.set(at, way.add(token));
      at = `${at}/${token.replace(/~/g, '~0').replace(/\//g, '~1')}`;
    }
    if (!ways.has(at)) ways.set(at, new Set());
  }
  return ways;
}

export function withChoice(choices: Choices, key: string, branch: number): Choices {
  return choices.branches.get(key) === branch ? choices : { ...choices, branches: new Map(choices.branches).set(key, branch) };
}

/** Keeps an answer for the time when its branch is chosen again. */
export function withAside(choices: Choices, key: string, branch: number, value: unknown): Choices {
  const values = new Map(choices.aside.get(key)).set(branch, value);
  return { ...choices, aside: new Map(choices.aside).set(key, values) };
}

/** What was decided at places that moved goes with them. */
export function withMovedChoices(choices: Choices, placeOf: (pointer: string) => string | undefined): Choices {
  const moved = <T>(map: ReadonlyMap<string, T>): ReadonlyMap<string, T> => {
    const result = new Map<string, T>();
    for (const [key, value] of map) {
      const known = readChoiceKey(key);
      const pointer = known && placeOf(known.pointer);
      if (known && pointer !== undefined) result.set(choiceKey(pointer, known.index), value);
    }
    return result;
  };
  if ([...choices.branches.keys(), ...choices.aside.keys()].every((key) => placeOf(readChoiceKey(key)?.pointer ?? '') === readChoiceKey(key)?.pointer)) return choices;
  return { branches: moved(choices.branches), aside: moved(choices.aside) };
}
