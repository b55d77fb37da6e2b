import { pointerTokens, valueAt } from '../problems/json-pointer.js';
import type { ValidationIssue } from '../validation/validator.js';
import type { FieldStatus } from './field-status.js';
import { nearestStatus } from './field-status.js';
import type { GateTests } from './gates.js';
import { fragmentOf } from './references.js';

/**
 * Issues in which the branch that the person chose speaks, in place of the one that comes closest to the answers: nobody is asked for what the other
 * branch wants. The same list where nothing is chosen.
 */
export function chosenIssues(issues: readonly ValidationIssue[], root: FieldStatus, tests: GateTests, counted: unknown): readonly ValidationIssue[] {
  if (issues.every(({ closest }) => closest === undefined)) return issues;
  return issues.map((issue) => (issue.closest === undefined ? issue : ofChosen(issue, root, tests, counted)));
}

function ofChosen(issue: ValidationIssue, root: FieldStatus, tests: GateTests, counted: unknown): ValidationIssue {
  const tokens = pointerTokens(issue.instancePointer);
  const { status, depth } = nearestStatus(root, tokens);
  if (depth < tokens.length || status.chosen.length === 0) return issue;
  const { alternatives } = status.spec;
  const found = alternatives.findIndex(({ at }) => issue.schemaLocation.endsWith(`#${fragmentOf(at)}`));
  const index = found < 0 && alternatives.length === 1 ? 0 : found;
  const branch = alternatives[index]?.branches.find((each) => each.index === status.chosen[index]);
  if (branch === undefined) return issue;
  const value = valueAt(counted, issue.instancePointer);
  const inside = tests.issues(branch.pointer, value).map((each) => ({ ...each, instancePointer: `${issue.instancePointer}${each.instancePointer}` }));
  return inside.length === 0 ? issue : { ...issue, closest: chosenIssues(inside, root, tests, counted) };
}
