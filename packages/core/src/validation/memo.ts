import type { Check, Members, Run, Visit } from './evaluation.js';
import { SOUND } from './findings.js';
import type { Found, Part } from './findings.js';

/** How deep a check stood: what was not too deep there is not too deep anywhere above. */
interface Level {
  depth: number;
  references: number;
}

/** What was found out about one object by one check. */
interface Entry extends Level {
  readonly check: Check;
  readonly next: Entry | undefined;
  part: Part;
  /** False when only the answer was asked for. */
  full: boolean;
}

/** The members of the last container that a keyword saw, and what it found about each. */
interface Past extends Level {
  readonly names: readonly string[] | undefined;
  readonly values: readonly unknown[];
  readonly outcomes: readonly Part[];
}

/** How far ahead a name is looked for: more than a handful of answers are seldom taken out at once. */
const AHEAD = 32;

/**
 * What the validations of a session found out, by check and object. Documents that share structure share it: after an edit
 * only the objects on the way to the edited place are new.
 *
 * A new object with many members (the answers of a flat form) would still cost as much as all of them. Therefore each
 * keyword also remembers the members of the last large container it saw and passes over those that are the same.
 */
export class Memo {
  private readonly entries = new WeakMap<object, Entry>();
  private readonly pasts = new Map<Visit, Past>();

  /** The outcome of a check for an object. */
  part(instance: object, check: Check, run: Run): Part {
    let entry = this.entries.get(instance);
    while (entry && entry.check !== check) entry = entry.next;
    const full = run.found !== undefined;
    if (entry && (entry.full || !full) && isWithin(run, entry)) return entry.part;
    const part = run.fresh(instance, check);
    // Where the count of levels ended the answer belongs to this place alone.
    if (run.tooDeep !== undefined) return part;
    const { depth, references } = run;
    if (entry) Object.assign(entry, { part, full, depth, references });
    // Looked up again: the check itself may have come to the same object.
    else this.entries.set(instance, { check, next: this.entries.get(instance), part, full, depth, references });
    return part;
  }

  /** Visits each member that is not as it was; for the others says again what was found before. */
  each(container: Members, names: readonly string[] | undefined, values: readonly unknown[], visit: Visit, run: Run, found: Found[]): boolean {
    const last = this.pasts.get(visit);
    const past = last && isWithin(run, last) ? last : undefined;
    const outcomes: Part[] = [];
    let valid = true;
    for (let rank = 0, next = 0; rank < values.length; rank++) {
      const at = past?.names && names ? placeIn(past.names, names[rank] as string, next) : rank;
      if (at >= 0) next = at + 1;
      const before = found.length;
      const same = past && past.values[at] === values[rank] ? past.outcomes[at] : undefined;
      const fits = same ? same.valid : visit(container, names ? (names[rank] as string) : rank, rank, run);
      if (same) for (const item of same.found) found.push(at !== rank && 'part' in item ? { ...item, rank } : item);
      if (!fits) valid = false;
      const nothing = fits && found.length === before;
      outcomes.push(nothing ? SOUND : same && at === rank ? same : { valid: fits, found: found.slice(before) });
    }
    if (run.tooDeep === undefined) this.pasts.set(visit, { names, values, outcomes, depth: run.depth, references: run.references });
    return valid;
  }
}

function isWithin(run: Level, level: Level): boolean {
  return run.depth <= level.depth && run.references <= level.references;
}

/** Where a property stood before, looked for from where it should be; `-1` when it is new. */
function placeIn(names: readonly string[], name: string, next: number): number {
  if (names[next] === name) return next;
  const ahead = names.slice(next, next + AHEAD).indexOf(name);
  return ahead < 0 ? -1 : next + ahead;
}
