import { toPointer } from '../problems/json-pointer.js';
import type { ValidationIssue } from './validator.js';
import type { Resource } from './registry.js';

/** Levels of nesting in an instance; a form has a handful, and the stack of a browser ends somewhere beyond a few thousand. */
export const MAX_DEPTH = 500;
/** References followed inside each other. Beyond it, a schema goes in circles. */
const MAX_REFERENCES = 1500;

/**
 * Checks an instance at the run's current place. Returns whether it is valid; issues go to `run.issues`, what was evaluated
 * to `seen` where somebody asked. Without a list of issues (`run.issues` undefined) a check stops at the first failure.
 */
export type Check = (instance: unknown, run: Run, seen?: Evaluated) => boolean;

/** What the keywords of a schema have looked at, for `unevaluatedProperties` and `unevaluatedItems`. */
export class Evaluated {
  all = false;
  /** Items before this index. */
  upTo = 0;
  /** Property names, and items found by `contains`. */
  readonly keys = new Set<string | number>();

  has(key: string | number): boolean {
    return this.all || (typeof key === 'number' && key < this.upTo) || this.keys.has(key);
  }

  add(other: Evaluated): void {
    this.all = this.all || other.all;
    this.upTo = Math.max(this.upTo, other.upTo);
    other.keys.forEach((key) => this.keys.add(key));
  }
}

/** One validation under way: where it stands in the instance, which resources it came through, what it found. */
export class Run {
  issues: ValidationIssue[] | undefined = [];
  readonly path: (string | number)[] = [];
  /** The dynamic scope: schema resources entered, outermost first. */
  readonly scope: Resource[] = [];
  /** The place that was too deep. Kept apart from the issues so that no `not` or `anyOf` can swallow it. */
  tooDeep: string | undefined;
  private references = 0;

  /** Notes an issue and returns false, so that a check can end with it. `below` leads from here to a place further down. */
  report(keyword: string, schemaLocation: string, params: ValidationIssue['params'], below: readonly string[] = [], closest?: readonly ValidationIssue[]): false {
    if (this.issues) {
      const issue: ValidationIssue = { keyword, instancePointer: toPointer(...this.path, ...below), schemaLocation, params };
      this.issues.push(closest ? { ...issue, closest } : issue);
    }
    return false;
  }

  /** Checks a member of the instance. Once a place was too deep nothing is descended into any more: the answer stands. */
  descend(key: string | number, member: unknown, check: Check): boolean {
    if (this.tooDeep !== undefined) return true;
    this.path.push(key);
    if (this.path.length > MAX_DEPTH) this.tooDeep = toPointer(...this.path);
    const valid = this.tooDeep !== undefined || check(member, this);
    this.path.pop();
    return valid;
  }

  /** Follows a reference at the same place of the instance. */
  follow(instance: unknown, check: Check, seen: Evaluated | undefined): boolean {
    if (this.tooDeep !== undefined) return true;
    if (++this.references > MAX_REFERENCES) this.tooDeep = toPointer(...this.path);
    const valid = this.tooDeep !== undefined || check(instance, this, seen);
    this.references--;
    return valid;
  }

  /** Runs a check with a list of its own; without one (`undefined`) the answer alone counts. */
  aside(issues: ValidationIssue[] | undefined, instance: unknown, check: Check, seen?: Evaluated): boolean {
    const outer = this.issues;
    this.issues = issues;
    const valid = check(instance, this, seen);
    this.issues = outer;
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
      if (!run.issues) return false;
      valid = false;
    }
    return valid;
  };
}
