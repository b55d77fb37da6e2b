import type { Members, Visit } from '../evaluation.js';
import { equalityKey } from '../instance.js';
import type { Keyword } from '../site.js';

export const uniqueItems: Keyword = (site) => {
  if (site.value('uniqueItems') !== true) return undefined;
  return (instance, run) => {
    if (!Array.isArray(instance)) return true;
    const first = new Map<string, number>();
    for (let j = 0; j < instance.length; j++) {
      const key = equalityKey(instance[j]);
      const i = first.get(key);
      if (i !== undefined) return run.report(site.issue('uniqueItems', { i, j }));
      first.set(key, j);
    }
    return true;
  };
};

/** `prefixItems` and `items`; in draft-07 `items` as a list and `additionalItems`. */
export const items: Keyword = (site) => {
  const { arrayItems } = site.node.resource.dialect;
  const listed = arrayItems && Array.isArray(site.value('items'));
  const first = listed ? 'items' : 'prefixItems';
  const others = listed ? 'additionalItems' : 'items';
  const prefix = (listed || !arrayItems ? site.list(first) : undefined)?.map((_, index) => site.subschema(first, String(index))) ?? [];
  const schema = site.value(others);
  if (Array.isArray(schema)) site.fail('"items" is one schema; a list of them is called "prefixItems".', others);
  // Of items that nobody expects it is said once that they are too many.
  const tooMany = schema === false ? site.issue(others, { limit: prefix.length }) : undefined;
  const rest = schema === undefined || tooMany ? undefined : site.subschema(others);
  if (prefix.length === 0 && schema === undefined) return undefined;
  const visit: Visit = (list, index, rank, run) => {
    const check = prefix[rank] ?? rest;
    return !check || run.descend(list, index, check);
  };
  return (instance, run, seen) => {
    if (!Array.isArray(instance)) return true;
    if (seen) {
      prefix.forEach((_, index) => seen.keys.add(index));
      seen.all = seen.all || schema !== undefined;
    }
    const fits = run.each(instance as unknown as Members, undefined, visit);
    return (!tooMany || instance.length <= prefix.length || run.report(tooMany)) && fits;
  };
};
