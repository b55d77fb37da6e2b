import type { Answers } from './answers.js';
import { isRecord, own } from './json-schema.js';

interface Origin { readonly from: object; readonly names: Set<string>; inPlace: boolean }

const NOTHING: Answers = {};
const NO_NAMES: ReadonlySet<string> = new Set();

/**
 * Which properties of an object differ from those of the object it was made from. Lives as long as one change of the answers is
 * worked through: who copies an object and sets a property notes it here, so that nobody after him compares a thousand properties
 * to find the one; what nobody noted is found by comparing.
 */
export class ChangedNames {
  private readonly origins = new Map<object, Origin>();

  /**
   * `to` is a copy of `from` in which only `name` may differ.
   *
   * @param inPlace - Whether both have the property, so that all properties stand in the same order.
   */
  note(from: object, to: object, name: string, inPlace: boolean): void {
    if (from === to) return;
    const known = this.origins.get(to);
    if (known === undefined) this.origins.set(to, { from, names: new Set([name]), inPlace });
    else if (known.from === from) {
      known.names.add(name);
      known.inPlace = known.inPlace && inPlace;
    }
  }

  /** Names of the properties that may differ, every one that does among them; what is no object has no properties. */
  between(before: unknown, after: unknown): ReadonlySet<string> {
    if (before === after) return NO_NAMES;
    const old = isRecord(before) ? before : NOTHING;
    const now = isRecord(after) ? after : NOTHING;
    const way = this.wayFrom(old, now);
    const [only] = way;
    if (only !== undefined) return way.length === 1 ? only.names : new Set(way.flatMap(({ names }) => [...names]));
    const names = compared(old, now);
    // Objects that were compared both ways would lead to each other for ever.
    if (now !== NOTHING && !this.origins.has(now) && this.wayFrom(now, old).length === 0) this.origins.set(now, { from: old, names, inPlace: false });
    return names;
  }

  /** Whether the same properties are known to stand in the same order in both. */
  keepOrder(before: object, after: object): boolean {
    if (before === after) return true;
    const way = this.wayFrom(before, after);
    return way.length > 0 && way.every(({ inPlace }) => inPlace);
  }

  /** The copies that lead from one object to the other; none where no such way was noted. */
  private wayFrom(before: object, after: object): readonly Origin[] {
    const way: Origin[] = [];
    for (let origin = this.origins.get(after); origin !== undefined; origin = this.origins.get(origin.from)) {
      way.push(origin);
      if (origin.from === before) return way;
    }
    return [];
  }
}

function compared(before: Answers, after: Answers): Set<string> {
  const names = new Set<string>();
  for (const name of Object.keys(after)) if (after[name] !== own(before, name)) names.add(name);
  for (const name of Object.keys(before)) if (own(after, name) === undefined && before[name] !== undefined) names.add(name);
  return names;
}
