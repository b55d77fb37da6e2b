import type { Check } from '../evaluation.js';
import { hasOwn, isObject } from '../instance.js';
import type { JsonObject } from '../instance.js';
import type { Keyword, Site } from '../site.js';
import { lacking } from './objects.js';

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
