import { equalTo, jsonType } from '../instance.js';
import type { Keyword } from '../site.js';

const TYPES = ['null', 'boolean', 'number', 'integer', 'string', 'array', 'object'];

export const type: Keyword = (site) => {
  const value = site.value('type');
  if (value === undefined) return undefined;
  const types: readonly unknown[] = Array.isArray(value) ? value : [value];
  if (types.length === 0 || !types.every((name) => TYPES.includes(name as string))) site.fail(`"type" must be among ${TYPES.join(', ')}.`, 'type');
  const issue = site.issue('type', { type: types });
  return (instance, run) => {
    const actual = jsonType(instance);
    if (types.includes(actual) || (actual === 'number' && Number.isInteger(instance) && types.includes('integer'))) return true;
    return run.report(issue);
  };
};

export const constant: Keyword = (site) => {
  const allowedValue = site.value('const');
  if (allowedValue === undefined) return undefined;
  const issue = site.issue('const', { allowedValue });
  const equal = equalTo(allowedValue);
  return (instance, run) => equal(instance) || run.report(issue);
};

export const enumeration: Keyword = (site) => {
  const allowedValues = site.list('enum');
  if (allowedValues === undefined) return undefined;
  const issue = site.issue('enum', { allowedValues });
  const scalars = new Set(allowedValues);
  const containers = allowedValues.filter((value) => value !== null && typeof value === 'object').map(equalTo);
  return (instance, run) => scalars.has(instance) || containers.some((equal) => equal(instance)) || run.report(issue);
};
