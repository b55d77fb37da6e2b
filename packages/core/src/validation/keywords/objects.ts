import type { Check } from '../evaluation.js';
import { hasOwn, isObject, ownKeys } from '../instance.js';
import type { Keyword, Site } from '../site.js';
import { patternAt } from './strings.js';

function size(keyword: string, holds: (count: number, limit: number) => boolean): Keyword {
  return (site): Check | undefined => {
    const limit = site.number(keyword, true);
    if (limit === undefined) return undefined;
    const location = site.location(keyword);
    return (instance, run) => !isObject(instance) || holds(ownKeys(instance).length, limit) || run.report(keyword, location, { limit });
  };
}

export const minProperties = size('minProperties', (count, limit) => count >= limit);
export const maxProperties = size('maxProperties', (count, limit) => count <= limit);

export const required: Keyword = (site) => {
  const value = site.value('required');
  if (value === undefined) return undefined;
  const names = site.names(value, 'required');
  const location = site.location('required');
  return (instance, run) => {
    if (!isObject(instance)) return true;
    let valid = true;
    for (const missingProperty of names) {
      if (hasOwn(instance, missingProperty)) continue;
      valid = run.report('required', location, { missingProperty }, [missingProperty]);
    }
    return valid;
  };
};

/** `properties`, `patternProperties` and `additionalProperties`: each property of the instance is looked at once. */
export const properties: Keyword = (site) => {
  const byName = new Map((site.entries('properties') ?? []).map(([name]) => [name, site.subschema('properties', name)]));
  const byPattern = (site.entries('patternProperties') ?? []).map(([source]) => {
    const { test } = patternAt(site, source, 'patternProperties', source);
    return { test, check: site.subschema('patternProperties', source) };
  });
  const other = additional(site);
  if (byName.size === 0 && byPattern.length === 0 && !other) return undefined;
  return (instance, run, seen) => {
    if (!isObject(instance)) return true;
    let valid = true;
    for (const name of ownKeys(instance)) {
      const value = instance[name];
      const named = byName.get(name);
      let known = named !== undefined;
      let fits = !named || run.descend(name, value, named);
      for (const { test, check } of byPattern) {
        if (!test(name)) continue;
        known = true;
        if (!run.descend(name, value, check)) fits = false;
      }
      if (!known && other) fits = other(name, value, run);
      if (seen && (known || other)) seen.keys.add(name);
      if (fits) continue;
      if (!run.issues) return false;
      valid = false;
    }
    return valid;
  };
};

type MemberCheck = (name: string, value: unknown, run: Parameters<Check>[1]) => boolean;

function additional(site: Site): MemberCheck | undefined {
  const schema = site.value('additionalProperties');
  if (schema === undefined) return undefined;
  const location = site.location('additionalProperties');
  if (schema === false) return (property, _, run) => run.report('additionalProperties', location, { property });
  const check = site.subschema('additionalProperties');
  return (name, value, run) => run.descend(name, value, check);
}

export const propertyNames: Keyword = (site) => {
  if (site.value('propertyNames') === undefined) return undefined;
  const check = site.subschema('propertyNames');
  const location = site.location('propertyNames');
  return (instance, run) => {
    if (!isObject(instance)) return true;
    let valid = true;
    for (const property of ownKeys(instance)) {
      if (!run.aside(undefined, property, check)) valid = run.report('propertyNames', location, { property });
    }
    return valid;
  };
};

export const dependentRequired: Keyword = (site) => {
  const entries = site.entries('dependentRequired');
  const checks = entries?.map(([property, names]) => requiredWith(site, property, names, 'dependentRequired'));
  return checks && together(checks);
};

export const dependentSchemas: Keyword = (site) => {
  const entries = site.entries('dependentSchemas');
  const checks = entries?.map(([property]) => schemaWith(site, property, 'dependentSchemas'));
  return checks && together(checks);
};

/** Draft-07's word for both; documents of 2020-12 that use it mean the same. */
export const dependencies: Keyword = (site) => {
  const entries = site.entries('dependencies');
  const checks = entries?.map(([property, value]) =>
    Array.isArray(value) ? requiredWith(site, property, value, 'dependencies') : schemaWith(site, property, 'dependencies'),
  );
  return checks && together(checks);
};

function together(checks: readonly Check[]): Check {
  return (instance, run, seen) => {
    if (!isObject(instance)) return true;
    let valid = true;
    for (const check of checks) if (!check(instance, run, seen)) valid = false;
    return valid;
  };
}

function requiredWith(site: Site, property: string, value: unknown, keyword: string): Check {
  const names = site.names(value, keyword, property);
  const location = site.location(keyword, property);
  return (instance, run) => {
    const object = instance as Readonly<Record<string, unknown>>;
    if (!hasOwn(object, property)) return true;
    let valid = true;
    for (const missingProperty of names) {
      if (hasOwn(object, missingProperty)) continue;
      valid = run.report('dependentRequired', location, { property, missingProperty }, [missingProperty]);
    }
    return valid;
  };
}

function schemaWith(site: Site, property: string, keyword: string): Check {
  const check = site.subschema(keyword, property);
  return (instance, run, seen) => !hasOwn(instance as Readonly<Record<string, unknown>>, property) || check(instance, run, seen);
}
