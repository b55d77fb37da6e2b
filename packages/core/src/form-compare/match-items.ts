import { identityOf } from '../drafts/merge-items.js';
import { equalJson, isEmpty } from '../form/answers.js';
import { isRecord, own } from '../form/json-schema.js';

/** An item of a list before and after; one place only where it was removed or added. Places count from 0. */
export interface ItemMatch {
  readonly from?: number;
  readonly to?: number;
  /** It stands elsewhere among the items that stayed. */
  readonly moved: boolean;
}

/** Members that tell items apart, where every item has another one. */
const IDENTITIES: readonly string[] = ['id', 'key', 'code', 'number'];
/** More comparisons than this are not made: the items between equal beginnings and ends are then paired by what they share. */
const MOST_COMPARISONS = 250_000;

/** Place after by place before. */
type Pairs = Map<number, number>;

/**
 * Which item of a list became which: by a member that tells them apart (`id`), else equal items in their longest common order, then equal ones
 * elsewhere, then those of one name, then between two that stayed the next one that shares an answer.
 *
 * @returns In the order of `after`; what was removed stands behind the item that it followed.
 */
export function matchItems(before: readonly unknown[], after: readonly unknown[]): readonly ItemMatch[] {
  const member = identityOf([before, after], IDENTITIES);
  const pairs = member === undefined ? pairsByContent(before, after) : pairsByMember(before, after, member);
  const staying = new Set(longestRise([...pairs].sort(([one], [other]) => one - other)).map(([from]) => from));
  const fromByTo = new Map([...pairs].map(([from, to]) => [to, from]));
  const matches: ItemMatch[] = after.map((_, to) => {
    const from = fromByTo.get(to);
    return from === undefined ? { to, moved: false } : { from, to, moved: !staying.has(from) };
  });
  before.forEach((_, from) => {
    if (pairs.has(from)) return;
    const previous = matches.findIndex((match) => match.from === from - 1);
    matches.splice(previous + 1, 0, { from, moved: false });
  });
  return matches;
}

function pairsByMember(before: readonly unknown[], after: readonly unknown[], member: string): Pairs {
  const places = new Map(after.map((item, to) => [own(item, member), to]));
  const pairs: Pairs = new Map();
  before.forEach((item, from) => {
    const to = places.get(own(item, member));
    if (to !== undefined) pairs.set(from, to);
  });
  return pairs;
}

function pairsByContent(before: readonly unknown[], after: readonly unknown[]): Pairs {
  const pairs: Pairs = new Map(commonOrder(before, after));
  const taken = new Set(pairs.values());
  const pairUp = (alike: (item: unknown, other: unknown, from: number, to: number) => boolean): void => {
    before.forEach((item, from) => {
      if (pairs.has(from)) return;
      const to = after.findIndex((other, place) => !taken.has(place) && alike(item, other, from, place));
      if (to < 0) return;
      pairs.set(from, to);
      taken.add(to);
    });
  };
  if (pairs.size < Math.min(before.length, after.length)) {
    pairUp(equalJson);
    const [names, others] = [namesOf(before), namesOf(after)];
    pairUp((_item, _other, from, to) => names[from] !== undefined && names[from] === others[to]);
    const gapOf = gaps(pairs);
    pairUp((item, other, from, to) => gapOf(from, to) && shareAnswer(item, other));
  }
  return pairs;
}

/** What each item is called: its first text, where no other item of the list has the same. */
function namesOf(items: readonly unknown[]): readonly (string | undefined)[] {
  const names = items.map((item) => (isRecord(item) ? Object.keys(item).map((key) => item[key]).find((value): value is string => typeof value === 'string' && value.trim() !== '') : undefined));
  const counts = new Map<string | undefined, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return names.map((name) => (counts.get(name) === 1 ? name : undefined));
}

/** Whether two places lie between the same two items that stayed. */
function gaps(pairs: Pairs): (from: number, to: number) => boolean {
  const staying = longestRise([...pairs].sort(([one], [other]) => one - other));
  return (from, to) => staying.every(([left, right]) => left < from === right < to);
}

/** Two items are one that was changed where they still say something the same. */
function shareAnswer(item: unknown, other: unknown): boolean {
  return isRecord(item) && isRecord(other) && Object.keys(item).some((name) => !isEmpty(item[name]) && typeof item[name] !== 'boolean' && equalJson(item[name], own(other, name)));
}

/** Pairs of equal items in the longest order that both lists have. */
function commonOrder(before: readonly unknown[], after: readonly unknown[]): [number, number][] {
  let start = 0;
  while (start < before.length && start < after.length && equalJson(before[start], after[start])) start += 1;
  let end = 0;
  while (end < before.length - start && end < after.length - start && equalJson(before[before.length - 1 - end], after[after.length - 1 - end])) end += 1;
  const rows = before.length - start - end;
  const columns = after.length - start - end;
  const pairs: [number, number][] = Array.from({ length: start }, (_, at) => [at, at]);
  if (rows * columns <= MOST_COMPARISONS) {
    // lengths[i][j]: how many can be paired of what begins at i and j.
    const lengths = Array.from({ length: rows + 1 }, () => new Uint32Array(columns + 1));
    const at = (row: number, column: number): number => lengths[row]?.[column] ?? 0;
    const equal = (row: number, column: number): boolean => equalJson(before[start + row], after[start + column]);
    for (let row = rows - 1; row >= 0; row -= 1) {
      for (let column = columns - 1; column >= 0; column -= 1) {
        (lengths[row] as Uint32Array)[column] = equal(row, column) ? at(row + 1, column + 1) + 1 : Math.max(at(row + 1, column), at(row, column + 1));
      }
    }
    for (let row = 0, column = 0; row < rows && column < columns; ) {
      if (equal(row, column)) pairs.push([start + row++, start + column++]);
      else if (at(row + 1, column) >= at(row, column + 1)) row += 1;
      else column += 1;
    }
  }
  for (let back = end; back > 0; back -= 1) pairs.push([before.length - back, after.length - back]);
  return pairs;
}

/** The most pairs whose places after rise as those before do: they stayed, the others were moved. */
function longestRise(pairs: readonly (readonly [number, number])[]): readonly (readonly [number, number])[] {
  const ends: number[] = [];
  const previous: (number | undefined)[] = [];
  pairs.forEach(([, to], index) => {
    let low = 0;
    let high = ends.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((pairs[ends[middle] as number]?.[1] ?? 0) < to) low = middle + 1;
      else high = middle;
    }
    previous[index] = low > 0 ? ends[low - 1] : undefined;
    ends[low] = index;
  });
  const rise: (readonly [number, number])[] = [];
  for (let at = ends[ends.length - 1]; at !== undefined; at = previous[at]) rise.unshift(pairs[at] as readonly [number, number]);
  return rise;
}
