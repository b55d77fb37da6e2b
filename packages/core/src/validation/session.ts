import { pointerTokens } from '../problems/json-pointer.js';
import { MAX_DEPTH, Run } from './evaluation.js';
import type { Check } from './evaluation.js';
import { findBranch, listIssues, SOUND } from './findings.js';
import type { Found } from './findings.js';
import { Memo } from './memo.js';
import type { ValidationIssue, ValidationSession } from './validator.js';

/** The issues of a document, in document order, and all that was found. */
export interface Outcome {
  readonly issues: readonly ValidationIssue[];
  readonly found: readonly Found[];
}

/** Runs a check on a document. `uri` names the schema where the document itself cannot be validated. */
export function outcome(instance: unknown, check: Check, uri: string, run: Run): Outcome {
  let part = SOUND;
  try {
    part = run.part(instance, check);
  } catch (error) {
    // Comparing very deep values (`const`, `uniqueItems`) can end the stack before the count of levels does.
    if (!(error instanceof RangeError)) throw error;
    run.tooDeep = run.tooDeep ?? '';
  }
  const { found } = part;
  const issues = listIssues(part);
  const { tooDeep } = run;
  return { found, issues: tooDeep === undefined ? issues : [...issues, { keyword: 'depth', instancePointer: tooDeep, schemaLocation: `${uri}#`, params: { limit: MAX_DEPTH } }] };
}

/** @param lasting - Whether a check always says the same of an object; otherwise nothing can be remembered. */
export function createSession(check: Check, uri: string, lasting: boolean): ValidationSession {
  const memo = lasting ? new Memo() : undefined;
  let found: readonly Found[] = [];
  return {
    validate(instance) {
      const end = outcome(instance, check, uri, new Run(true, memo));
      found = end.found;
      return end.issues;
    },
    branch(instancePointer, schemaLocation) {
      const taken = findBranch(found, pointerTokens(instancePointer), schemaLocation);
      return taken && { instancePointer, schemaLocation, branch: taken.branch, fits: taken.fits };
    },
  };
}
