import { Evaluated, every } from '../evaluation.js';
import type { Check, Run } from '../evaluation.js';
import type { Keyword, Site } from '../site.js';
import type { ValidationIssue } from '../validator.js';
import { closestBranch } from './closest.js';
import type { Branch, FailedBranch } from './closest.js';
import { discriminators } from './closest.js';

function branchChecks(site: Site, keyword: string): Check[] | undefined {
  const branches = site.list(keyword);
  if (branches?.length === 0) site.fail(`"${keyword}" needs at least one schema.`, keyword);
  return branches?.map((_, index) => site.subschema(keyword, String(index)));
}

function branchesOf(site: Site, keyword: string): Branch[] | undefined {
  const schemas = site.list(keyword);
  return branchChecks(site, keyword)?.map((check, index) => ({ check, discriminators: discriminators(site, schemas?.[index]) }));
}

export const allOf: Keyword = (site) => {
  const checks = branchChecks(site, 'allOf');
  return checks && every(checks);
};

export const anyOf: Keyword = (site) => {
  const branches = branchesOf(site, 'anyOf');
  if (!branches) return undefined;
  const location = site.location('anyOf');
  return (instance, run, seen) => {
    const failed: FailedBranch[] = [];
    let passed = false;
    for (const branch of branches) {
      // Without anybody asking what was evaluated, one passing branch settles it.
      if (passed && !seen) break;
      if (tried(branch, instance, run, seen, failed)) passed = true;
    }
    return passed || none('anyOf', location, {}, instance, run, seen, failed);
  };
};

export const oneOf: Keyword = (site) => {
  const branches = branchesOf(site, 'oneOf');
  if (!branches) return undefined;
  const location = site.location('oneOf');
  return (instance, run, seen) => {
    const failed: FailedBranch[] = [];
    const passing: number[] = [];
    branches.forEach((branch, index) => {
      if (tried(branch, instance, run, seen, failed)) passing.push(index);
    });
    if (passing.length === 1) return true;
    return passing.length > 0 ? run.report('oneOf', location, { passing }) : none('oneOf', location, { passing }, instance, run, seen, failed);
  };
};

function tried(branch: Branch, instance: unknown, run: Run, seen: Evaluated | undefined, failed: FailedBranch[]): boolean {
  const issues: ValidationIssue[] | undefined = run.issues && [];
  const evaluated = seen && new Evaluated();
  const passed = run.aside(issues, instance, branch.check, evaluated);
  if (passed && evaluated) seen?.add(evaluated);
  if (!passed && issues) failed.push({ branch, issues, evaluated });
  return passed;
}

function none(
  keyword: string,
  location: string,
  params: ValidationIssue['params'],
  instance: unknown,
  run: Run,
  seen: Evaluated | undefined,
  failed: readonly FailedBranch[],
): false {
  const closest = closestBranch(failed, instance, run.path.length);
  // The schema fails anyway; what its closest branch knows should not also be complained of as unevaluated.
  if (closest?.evaluated) seen?.add(closest.evaluated);
  return run.report(keyword, location, params, [], closest?.issues);
}

export const not: Keyword = (site) => {
  if (site.value('not') === undefined) return undefined;
  const check = site.subschema('not');
  const location = site.location('not');
  return (instance, run) => !run.aside(undefined, instance, check) || run.report('not', location, {});
};

/** `if` with `then` and `else`. */
export const condition: Keyword = (site) => {
  if (site.value('if') === undefined) return undefined;
  const test = site.subschema('if');
  const then = site.value('then') === undefined ? undefined : site.subschema('then');
  const otherwise = site.value('else') === undefined ? undefined : site.subschema('else');
  return (instance, run, seen) => {
    const evaluated = seen && new Evaluated();
    const holds = run.aside(undefined, instance, test, evaluated);
    if (holds && evaluated) seen?.add(evaluated);
    const branch = holds ? then : otherwise;
    return !branch || branch(instance, run, seen);
  };
};
