import { escapeToken } from '../problems/json-pointer.js';
import { SOUND } from './findings.js';
import type { Found, Part } from './findings.js';
import type { JsonObject } from './instance.js';
import type { Memo } from './memo.js';
import type { Resource } from './registry.js';

/** Levels of nesting in an instance; a form has a handful, and the stack of a browser ends somewhere beyond a few thousand. */
export const MAX_DEPTH = 500;
/** References followed inside each other. Beyond it, a schema goes in circles. */
const MAX_REFERENCES = 1500;
/** Members from which on it pays to remember what was found out about each. */
const MANY = 24;

/**
 * Checks a value. Returns whether it is valid; what was found goes to `run.found`, what was evaluated to `seen` where somebody
 * asked. Without a list (`run.found` undefined) a check stops at the first failure.
 */
export type Check = (instance: unknown, run: Run, seen?: Evaluated) => boolean;

/** Checks one member of a container. */
export type Visit = (container: Members, key: string | number, rank: number, run: Run) => boolean;

/** An object or a list. */
export type Members = Readonly<Record<string | number, unknown>>;

/** What the keywords of a schema have looked at, for `unevaluatedProperties` and `unevaluatedItems`. */
export class Evaluated {
  all = false;
  /** Names of properties, or places of items. */
  readonly keys = new Set<string | number>();

  has(key: string | number): boolean {
    return this.all || this.keys.has(key);
  }

  add(other: Evaluated): void {
    this.all = this.all || other.all;
    other.keys.forEach((key) => this.keys.add(key));
  }
}

/** Where the answer alone counts. */
const WRONG: Part = { valid: false, found: [] };

/** One validation under way: how deep it stands in the instance, which resources it came through, what it found about the current value. */
export class Run {
  found: Found[] | undefined = [];
  /** The dynamic scope: schema resources entered, outermost first. */
  readonly scope: Resource[] = [];
  /** The place that was too deep, counted from the current value. Kept apart from the findings so that no `not` or `anyOf` can swallow it. */
  tooDeep: string | undefined;
  depth = 0;
  references = 0;
  private large: { readonly object?: JsonObject; readonly names: readonly string[]; readonly values: readonly unknown[] } = { names: [], values: [] };

  /**
   * @param notes - Whether to note which branches are taken.
   * @param memo - What earlier runs found out.
   */
  constructor(readonly notes = false, readonly memo?: Memo) {}

  /** Notes an issue of the current value, or one of a property that it lacks, and returns false, so that a check can end with it. */
  report(issue: Found): false {
    this.found?.push(issue);
    return false;
  }

  /** Notes the branch that the current value takes. */
  take(schemaLocation: string, branch: number, fits: boolean, inner: readonly Found[] = []): void {
    if (this.notes) this.found?.push({ schemaLocation, branch, fits, inner });
  }

  /** Names of the properties that are there. Those of a large object are asked for by many keywords in a row. */
  names(object: JsonObject): readonly string[] {
    if (this.large.object === object) return this.large.names;
    let names = Object.keys(object);
    let values = names.map((name) => object[name]);
    if (values.includes(undefined)) {
      names = names.filter((_, index) => values[index] !== undefined);
      values = values.filter((value) => value !== undefined);
    }
    if (names.length > MANY) this.large = { object, names, values };
    return names;
  }

  /**
   * Checks a member of the current value. Once a place was too deep nothing is descended into any more: the answer stands.
   *
   * @param rank - Place of a property in the document; looked up where it is needed and not given.
   */
  descend(container: Members, key: string | number, check: Check, rank?: number): boolean {
    if (this.tooDeep !== undefined) return true;
    if (++this.depth > MAX_DEPTH) this.tooDeep = '';
    const part = this.tooDeep === undefined ? this.part(container[key], check) : SOUND;
    this.depth--;
    if (this.tooDeep !== undefined) this.tooDeep = `/${escapeToken(key)}${this.tooDeep}`;
    if (part.found.length > 0) this.found?.push({ key, rank: rank ?? (typeof key === 'number' ? key : this.names(container).indexOf(key)), part });
    return part.valid;
  }

  /** What a check has to say of a value. */
  part(instance: unknown, check: Check): Part {
    return this.memo && typeof instance === 'object' && instance !== null ? this.memo.part(instance, check, this) : this.fresh(instance, check);
  }

  /** Runs a check and takes out what it found. */
  fresh(instance: unknown, check: Check): Part {
    const { found } = this;
    const before = found ? found.length : 0;
    const valid = check(instance, this);
    if (!found || found.length === before) return valid ? SOUND : WRONG;
    return { valid, found: found.splice(before) };
  }

  /**
   * Checks each member of a container.
   *
   * @param names - Of the properties; none for a list.
   */
  each(container: Members, names: readonly string[] | undefined, visit: Visit): boolean {
    const count = names ? names.length : (container as unknown as readonly unknown[]).length;
    if (this.memo && this.found && count > MANY) {
      const values = names ? this.large.values : [...(container as unknown as readonly unknown[])];
      return this.memo.each(container, names, values, visit, this, this.found);
    }
    let valid = true;
    for (let rank = 0; rank < count; rank++) {
      if (visit(container, names ? (names[rank] as string) : rank, rank, this)) continue;
      if (!this.found) return false;
      valid = false;
    }
    return valid;
  }

  /** Follows a reference at the same place of the instance. */
  follow(instance: unknown, check: Check, seen: Evaluated | undefined): boolean {
    if (this.tooDeep !== undefined) return true;
    if (++this.references > MAX_REFERENCES) this.tooDeep = '';
    const valid = this.tooDeep !== undefined || check(instance, this, seen);
    this.references--;
    return valid;
  }

  /** Runs a check with a list of its own; without one (`undefined`) the answer alone counts. */
  aside(found: Found[] | undefined, instance: unknown, check: Check, seen?: Evaluated): boolean {
    const outer = this.found;
    this.found = found;
    const valid = check(instance, this, seen);
    this.found = outer;
    return valid;
  }
}

/** All checks at the same place. */
export function every(checks: readonly Check[]): Check {
  const [only] = checks;
  if (only && checks.length === 1) return only;
  return (instance, run, seen) => {
    let valid = true;
    for (const check of checks) {
      if (check(instance, run, seen)) continue;
      if (!run.found) return false;
      valid = false;
    }
    return valid;
  };
}
