import type { ValidationIssue } from '../validation/validator.js';
import { equalJson } from './answers.js';

/** A list of issues against the one before it. */
export interface IssueChanges {
  /** The new list, in which issues that say the same are the objects of before. */
  readonly issues: readonly ValidationIssue[];
  readonly gone: readonly ValidationIssue[];
  readonly come: readonly ValidationIssue[];
  /** Those that stay, and may stand in another order among each other. */
  readonly moved: readonly ValidationIssue[];
}

const NONE: readonly ValidationIssue[] = [];

/** Compares two lists of issues, which mostly have the beginning and the end in common. */
export function changedIssues(before: readonly ValidationIssue[], now: readonly ValidationIssue[]): IssueChanges {
  const most = Math.min(before.length, now.length);
  let start = 0;
  while (start < most && sameIssue(before[start] as ValidationIssue, now[start] as ValidationIssue)) start += 1;
  let end = 0;
  while (end < most - start && sameIssue(before[before.length - 1 - end] as ValidationIssue, now[now.length - 1 - end] as ValidationIssue)) end += 1;
  if (start + end === before.length && before.length === now.length) return { issues: before, gone: NONE, come: NONE, moved: NONE };
  const olds = byPlace(before.slice(start, before.length - end));
  const come: ValidationIssue[] = [];
  const moved: ValidationIssue[] = [];
  const middle = now.slice(start, now.length - end).map((issue) => {
    const candidates = olds.get(issue.instancePointer);
    const index = candidates?.findIndex((old) => sameIssue(old, issue)) ?? -1;
    const [old] = index >= 0 ? (candidates?.splice(index, 1) ?? []) : [];
    (old ? moved : come).push(old ?? issue);
    return old ?? issue;
  });
  const gone = [...olds.values()].flat();
  return { issues: [...before.slice(0, start), ...middle, ...before.slice(before.length - end)], gone, come, moved };
}

function byPlace(issues: readonly ValidationIssue[]): Map<string, ValidationIssue[]> {
  const found = new Map<string, ValidationIssue[]>();
  for (const issue of issues) {
    const others = found.get(issue.instancePointer);
    if (others) others.push(issue);
    else found.set(issue.instancePointer, [issue]);
  }
  return found;
}

function sameIssue(left: ValidationIssue, right: ValidationIssue): boolean {
  if (left === right) return true;
  return (
    left.keyword === right.keyword &&
    left.instancePointer === right.instancePointer &&
    left.schemaLocation === right.schemaLocation &&
    equalJson(left.params, right.params) &&
    sameIssues(left.closest, right.closest)
  );
}

function sameIssues(left: readonly ValidationIssue[] = NONE, right: readonly ValidationIssue[] = NONE): boolean {
  return left.length === right.length && left.every((issue, index) => sameIssue(issue, right[index] as ValidationIssue));
}
