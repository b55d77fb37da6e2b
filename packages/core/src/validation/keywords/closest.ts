import type { Check, Evaluated } from '../evaluation.js';
import { listIssues } from '../findings.js';
import type { Found } from '../findings.js';
import { equalTo, hasOwn, isObject } from '../instance.js';
import type { Site } from '../site.js';
import type { ValidationIssue } from '../validator.js';

/** A property whose fixed values tell which branch is meant: `{ "kind": { "const": "card" } }`. */
interface Discriminator {
  readonly property: string;
  readonly fits: (value: unknown) => boolean;
}

/** One of the schemas of `anyOf` or `oneOf`. */
export interface Branch {
  readonly check: Check;
  readonly index: number;
  readonly discriminators: readonly Discriminator[];
}

export interface FailedBranch {
  readonly branch: Branch;
  readonly found: readonly Found[];
  readonly evaluated: Evaluated | undefined;
}

/** The branch that came closest, with what it has to say: places counted from the value. */
export interface ClosestBranch extends FailedBranch {
  readonly issues: readonly ValidationIssue[];
}

/** Reads the discriminators of a branch, through references. */
export function discriminators(site: Site, schema: unknown): Discriminator[] {
  let target = schema;
  // Ten references are more than any hand-written schema chains here; the bound ends circles.
  for (let node = site.node, i = 0; i < 10 && isObject(target) && typeof target['$ref'] === 'string' && !hasOwn(target, 'properties'); i++) {
    const next = site.workshop.resolve(target['$ref'], node);
    if (!next) return [];
    [node, target] = [next, next.schema];
  }
  const properties = isObject(target) ? target['properties'] : undefined;
  if (!isObject(properties)) return [];
  return Object.entries(properties).flatMap(([property, value]): Discriminator[] => {
    if (!isObject(value)) return [];
    const allowed = hasOwn(value, 'const') ? [value['const']] : value['enum'];
    if (!Array.isArray(allowed)) return [];
    const tests = allowed.map(equalTo);
    return [{ property, fits: (actual) => tests.some((equal) => equal(actual)) }];
  });
}

/**
 * The branch that came closest: the one whose discriminators match; among equals one that does not reject the instance as a
 * whole, then the one with fewest issues, then the one whose issues lie deepest, then the first.
 */
export function closestBranch(failed: readonly FailedBranch[], instance: unknown): ClosestBranch | undefined {
  let best: ClosestBranch | undefined;
  let bestRank: readonly number[] = [];
  for (const branch of failed) {
    const candidate = { ...branch, issues: listIssues({ valid: false, found: branch.found }) };
    const rank = rankOf(candidate, instance);
    if (best && !isLower(rank, bestRank)) continue;
    [best, bestRank] = [candidate, rank];
  }
  return best;
}

/** Lower is closer. */
function rankOf({ branch, issues }: ClosestBranch, instance: unknown): number[] {
  const present = isObject(instance) ? branch.discriminators.filter(({ property }) => hasOwn(instance, property)) : [];
  const matching = present.filter(({ property, fits }) => fits((instance as Readonly<Record<string, unknown>>)[property]));
  const depths = issues.map(({ instancePointer }) => instancePointer.split('/').length);
  const rejected = issues.some(({ keyword, instancePointer }) => keyword === 'type' && instancePointer === '');
  return [present.length - matching.length, -matching.length, Number(rejected), issues.length, -Math.max(...depths.slice(0, 1000))];
}

function isLower(a: readonly number[], b: readonly number[]): boolean {
  const at = a.findIndex((value, index) => value !== b[index]);
  return at >= 0 && (a[at] as number) < (b[at] as number);
}
