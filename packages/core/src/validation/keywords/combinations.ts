import { Evaluated, every } from '../evaluation.js';
import type { Check } from '../evaluation.js';
import type { Found } from '../findings.js';
import { hasOwn, isObject } from '../instance.js';
import type { Keyword, Site } from '../site.js';
import { closestBranch, discriminators } from './closest.js';
import type { Branch, FailedBranch } from './closest.js';

function branchChecks(site: Site, keyword: string): Check[] | undefined {
  const branches = site.list(keyword);
  if (branches?.length === 0) site.fail(`"${keyword}" needs at least one schema.`, keyword);
  return branches?.map((_, index) => site.subschema(keyword, String(index)));
}

export const allOf: Keyword = (site) => {
  const checks = branchChecks(site, 'allOf');
  return checks && every(checks);
};

export const anyOf = alternatives('anyOf', false);
export const oneOf = alternatives('oneOf', true);

function alternatives(keyword: string, one: boolean): Keyword {
  return (site): Check | undefined => {
    const schemas = site.list(keyword);
    const branches = branchChecks(site, keyword)?.map((check, index) => ({ check, index, discriminators: discriminators(site, schemas?.[index]) }));
    if (!branches) return undefined;
    const issue = site.issue(keyword, {});
    const location = issue.schemaLocation;
    const constants = constantBranches(schemas, branches);
    return (instance, run, seen) => {
      const failed: FailedBranch[] = [];
      const passing: number[] = [];
      let inner: Found[] | undefined;
      for (const branch of constants === undefined ? branches : (constants.get(instance) ?? branches.slice(0, 1))) {
        // Where several may pass and nobody asks what was evaluated, one passing branch settles it.
        if (!one && !seen && passing.length > 0) break;
        const found: Found[] | undefined = run.found && [];
        const evaluated = seen && new Evaluated();
        if (run.aside(found, instance, branch.check, evaluated)) {
          if (evaluated) seen?.add(evaluated);
          inner = inner ?? found;
          passing.push(branch.index);
        } else if (found) failed.push({ branch, found, evaluated });
      }
      const [first] = passing;
      const said = one ? { ...issue, params: { passing } } : issue;
      if (first !== undefined) {
        run.take(location, first, true, inner);
        return !one || passing.length === 1 || run.report(said);
      }
      const closest = closestBranch(failed, instance);
      if (!closest) return run.report(said);
      // The schema fails anyway; what its closest branch knows should not also be complained of as unevaluated.
      if (closest.evaluated) seen?.add(closest.evaluated);
      run.take(location, closest.branch.index, false, closest.found);
      return run.report({ ...said, closest: closest.issues });
    };
  };
}

/** Keywords that say nothing about the value. */
const ANNOTATIONS = ['$comment', 'default', 'deprecated', 'description', 'examples', 'title'];
const isConstant = (schema: unknown): schema is { readonly const: unknown } =>
  isObject(schema) && hasOwn(schema, 'const') && Object.keys(schema).every((key) => (key === 'const' ? typeof schema['const'] !== 'object' : ANNOTATIONS.includes(key)));

/**
 * A long list of choices is mostly texts or numbers with titles: the branches that can fit are found by the value. All others fail alike, so
 * the first of them speaks for all where none fits.
 */
function constantBranches(schemas: readonly unknown[] | undefined, branches: readonly Branch[]): ReadonlyMap<unknown, readonly Branch[]> | undefined {
  if (schemas === undefined || !schemas.every(isConstant)) return undefined;
  const byValue = new Map<unknown, Branch[]>();
  schemas.forEach((schema, index) => byValue.set(schema.const, [...(byValue.get(schema.const) ?? []), branches[index] as Branch]));
  return byValue;
}

export const not: Keyword = (site) => {
  if (site.value('not') === undefined) return undefined;
  const check = site.subschema('not');
  const issue = site.issue('not', {});
  return (instance, run) => !run.aside(undefined, instance, check) || run.report(issue);
};

/** `if` with `then` and `else`. */
export const condition: Keyword = (site) => {
  if (site.value('if') === undefined) return undefined;
  const test = site.subschema('if');
  const location = site.location('if');
  const then = site.value('then') === undefined ? undefined : site.subschema('then');
  const otherwise = site.value('else') === undefined ? undefined : site.subschema('else');
  return (instance, run, seen) => {
    const evaluated = seen && new Evaluated();
    const holds = run.aside(undefined, instance, test, evaluated);
    if (holds && evaluated) seen?.add(evaluated);
    run.take(location, Number(!holds), true);
    const branch = holds ? then : otherwise;
    return !branch || branch(instance, run, seen);
  };
};
