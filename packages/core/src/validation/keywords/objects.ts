import type { Check, Run, Visit } from '../evaluation.js';
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
function lacking(names: readonly string[], issue: (name: string) => ValidationIssue): (object: JsonObject, run: Run) => boolean {
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

export const propertyNames: Keyword = (site) => {
  if (site.value('propertyNames') === undefined) return undefined;
  const check = site.subschema('propertyNames');
  return (instance, run) => {
    if (!isObject(instance)) return true;
    let valid = true;
    for (const property of run.names(instance)) {
      if (!run.aside(undefined, property, check)) valid = run.report(site.issue('propertyNames', { property }));
    }
    return valid;
  };
};

export const dependentRequired = dependent('dependentRequired', () => true);
export const dependentSchemas = dependent('dependentSchemas', () => false);
/** Draft-07's word for both; documents of 2020-12 that use it mean the same. */
export const dependencies = dependent('dependencies', Array.isArray);

function dependent(keyword: string, isNames: (value: unknown) => boolean): Keyword {
  return (site): Check | undefined => {
    const checks = site.entries(keyword)?.map(([property, value]) => (isNames(value) ? requiredWith(site, property, value, keyword) : schemaWith(site, property, keyword)));
    return checks && ((instance, run, seen) => {
      if (!isObject(instance)) return true;
      let valid = true;
      for (const check of checks) if (!check(instance, run, seen)) valid = false;
      return valid;
    });
  };
}

function requiredWith(site: Site, property: string, value: unknown, keyword: string): Check {
  const names = site.names(value, keyword, property);
  const lacks = lacking(names, (missingProperty) => site.issue('dependentRequired', { property, missingProperty }, keyword, property));
  return (instance, run) => !hasOwn(instance as JsonObject, property) || lacks(instance as JsonObject, run);
}

function schemaWith(site: Site, property: string, keyword: string): Check {
  const check = site.subschema(keyword, property);
  return (instance, run, seen) => !hasOwn(instance as JsonObject, property) || check(instance, run, seen);
}
