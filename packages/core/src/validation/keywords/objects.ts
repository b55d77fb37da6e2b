import type { Run, Visit } from '../evaluation.js';
import { MISSING } from '../findings.js';
import type { Inside } from '../findings.js';
import { hasOwn, isObject } from '../instance.js';
import type { JsonObject } from '../instance.js';
import type { Keyword, Site } from '../site.js';
import type { ValidationIssue } from '../validator.js';
import { patternAt } from './strings.js';

export const required: Keyword = (site) => {
  const value = site.value('required');
  if (value === undefined) return undefined;
  const lacks = lacking(site.names(value, 'required'), (missingProperty) => site.issue('required', { missingProperty }));
  return (instance, run) => !isObject(instance) || lacks(instance, run);
};

/** Checks that properties are there. What is said of a missing one is made once. */
export function lacking(names: readonly string[], issue: (name: string) => ValidationIssue): (object: JsonObject, run: Run) => boolean {
  const said = new Map<string, Inside>();
  return (object, run) => {
    let valid = true;
    for (const name of names) {
      if (hasOwn(object, name)) continue;
      const item = said.get(name) ?? { key: name, rank: MISSING, part: { valid: false, found: [issue(name)] } };
      said.set(name, item);
      valid = run.report(item);
    }
    return valid;
  };
}

/** Fewer named properties than this are looked up one by one, whatever the size of the instance. */
const FEW = 4;

/** `properties`, `patternProperties` and `additionalProperties`: each property of the instance is looked at once. */
export const properties: Keyword = (site) => {
  const named = (site.entries('properties') ?? []).map(([name]) => [name, site.subschema('properties', name)] as const);
  const byName = new Map(named);
  const byPattern = (site.entries('patternProperties') ?? []).map(([source]) => {
    const { test } = patternAt(site, source, 'patternProperties', source);
    return { test, check: site.subschema('patternProperties', source) };
  });
  const other = additional(site);
  if (named.length === 0 && byPattern.length === 0 && !other) return undefined;
  const alone = byPattern.length === 0 && !other;
  const visit: Visit = (object, key, rank, run) => {
    const name = key as string;
    const check = byName.get(name);
    let known = check !== undefined;
    let fits = !check || run.descend(object, name, check, rank);
    for (const { test, check: matching } of byPattern) {
      if (!test(name)) continue;
      known = true;
      if (!run.descend(object, name, matching, rank)) fits = false;
    }
    return known || !other ? fits : other(object, name, rank, run);
  };
  return (instance, run, seen) => {
    if (!isObject(instance)) return true;
    if (seen) for (const name of run.names(instance)) if (other || byName.has(name) || byPattern.some(({ test }) => test(name))) seen.keys.add(name);
    // A condition looks at one property of many: going through all would make a form with many conditions slow.
    if (!alone || (named.length > FEW && named.length * 2 > run.names(instance).length)) return run.each(instance, run.names(instance), visit);
    let valid = true;
    for (const [name, check] of named) {
      if (!hasOwn(instance, name) || run.descend(instance, name, check)) continue;
      if (!run.found) return false;
      valid = false;
    }
    return valid;
  };
};

function additional(site: Site): Visit | undefined {
  const schema = site.value('additionalProperties');
  if (schema === undefined) return undefined;
  if (schema === false) return (_, property, __, run) => run.report(site.issue('additionalProperties', { property }));
  const check = site.subschema('additionalProperties');
  return (object, name, rank, run) => run.descend(object, name, check, rank);
}
