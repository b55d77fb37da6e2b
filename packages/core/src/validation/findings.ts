import { escapeToken } from '../problems/json-pointer.js';
import type { ValidationIssue } from './validator.js';

/** What a check has to say of one value: issues of the value itself, what its members had to say, which branches were taken. */
export type Found = ValidationIssue | Inside | Taken;

/** Findings about a member. */
export interface Inside {
  readonly key: string | number;
  /** Place among the members of the document; missing ones come after all others. */
  readonly rank: number;
  readonly part: Part;
}

/** The branch of an `anyOf`, `oneOf` or `if` that the value took, with the branches taken inside it. */
export interface Taken {
  readonly schemaLocation: string;
  readonly branch: number;
  readonly fits: boolean;
  readonly inner: readonly Found[];
}

/**
 * The outcome of a check for one value. Places in it are counted from the value, so that it holds wherever the value stands;
 * the pointers of the whole document come when it is listed.
 */
export interface Part {
  readonly valid: boolean;
  readonly found: readonly Found[];
  /** What it was listed as last, and where: a part that did not change gives the same objects again. */
  listed?: { readonly at: string; readonly issues: readonly ValidationIssue[] };
}

export const MISSING = Infinity;
/** Of a value that nothing is to be said about. */
export const SOUND: Part = { valid: true, found: [] };

/**
 * The issues of a part in document order: a value before its members, members in the order of the document, missing ones
 * after those present. Issues of one place keep the order in which they were found.
 *
 * @param at - Pointer to the value.
 */
export function listIssues(part: Part, at = ''): readonly ValidationIssue[] {
  if (part.listed?.at === at) return part.listed.issues;
  const issues: ValidationIssue[] = [];
  const inside: Inside[] = [];
  for (const item of part.found) {
    // A member in order has no issues, though perhaps branches that it takes.
    if ('part' in item && !item.part.valid) inside.push(item);
    else if ('keyword' in item) issues.push(at === '' ? item : movedTo(at, item));
  }
  // Plain subtraction would make NaN of two missing ones.
  inside.sort((a, b) => (a.rank < b.rank ? -1 : Number(a.rank > b.rank)));
  for (let i = 0; i < inside.length; ) {
    const { key, rank, part: first } = inside[i++] as Inside;
    let member = first;
    // Several keywords may have looked into the same member.
    while (rank !== MISSING && inside[i]?.rank === rank) member = { valid: false, found: [...member.found, ...(inside[i++] as Inside).part.found] };
    listIssues(member, `${at}/${escapeToken(key)}`).forEach((issue) => issues.push(issue));
  }
  part.listed = { at, issues };
  return issues;
}

function movedTo(at: string, issue: ValidationIssue): ValidationIssue {
  const moved = { ...issue, instancePointer: at + issue.instancePointer };
  return issue.closest ? { ...moved, closest: issue.closest.map((inner) => movedTo(at, inner)) } : moved;
}

/** The branch that the value at the end of the tokens takes at a keyword. */
export function findBranch(found: readonly Found[], tokens: readonly string[], schemaLocation: string): Taken | undefined {
  for (const item of found) {
    let taken: Taken | undefined;
    if ('inner' in item) taken = tokens.length === 0 && item.schemaLocation === schemaLocation ? item : findBranch(item.inner, tokens, schemaLocation);
    else if ('part' in item && String(item.key) === tokens[0]) taken = findBranch(item.part.found, tokens.slice(1), schemaLocation);
    if (taken) return taken;
  }
  return undefined;
}
