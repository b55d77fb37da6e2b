import type { Check } from '../evaluation.js';
import { equalityKey } from '../instance.js';
import type { Keyword, Site } from '../site.js';

function size(keyword: string, holds: (length: number, limit: number) => boolean): Keyword {
  return (site): Check | undefined => {
    const limit = site.number(keyword, true);
    if (limit === undefined) return undefined;
    const location = site.location(keyword);
    return (instance, run) => !Array.isArray(instance) || holds(instance.length, limit) || run.report(keyword, location, { limit });
  };
}

export const minItems = size('minItems', (length, limit) => length >= limit);
export const maxItems = size('maxItems', (length, limit) => length <= limit);

export const uniqueItems: Keyword = (site) => {
  if (site.value('uniqueItems') !== true) return undefined;
  const location = site.location('uniqueItems');
  return (instance, run) => {
    if (!Array.isArray(instance)) return true;
    const first = new Map<string, number>();
    for (let j = 0; j < instance.length; j++) {
      const key = equalityKey(instance[j]);
      const i = first.get(key);
      if (i !== undefined) return run.report('uniqueItems', location, { i, j });
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
  const rest = schema === undefined ? undefined : itemsAfter(site, others, prefix.length, schema === false);
  if (prefix.length === 0 && !rest) return undefined;
  return (instance, run, seen) => {
    if (!Array.isArray(instance)) return true;
    let valid = true;
    for (let index = 0; index < instance.length && index < prefix.length; index++) {
      if (run.descend(index, instance[index], prefix[index] as Check)) continue;
      if (!run.issues) return false;
      valid = false;
    }
    if (seen) {
      seen.upTo = Math.max(seen.upTo, prefix.length);
      seen.all = seen.all || rest !== undefined;
    }
    return (!rest || rest(instance, run)) && valid;
  };
};

function itemsAfter(site: Site, keyword: string, limit: number, none: boolean): Check {
  const location = site.location(keyword);
  if (none) return (instance, run) => (instance as unknown[]).length <= limit || run.report(keyword, location, { limit });
  const check = site.subschema(keyword);
  return (instance, run) => {
    const list = instance as unknown[];
    let valid = true;
    for (let index = limit; index < list.length; index++) {
      if (run.descend(index, list[index], check)) continue;
      if (!run.issues) return false;
      valid = false;
    }
    return valid;
  };
}

/** `contains` with `minContains` and `maxContains`. */
export const contains: Keyword = (site) => {
  if (site.value('contains') === undefined) return undefined;
  const check = site.subschema('contains');
  const location = site.location('contains');
  const min = site.number('minContains', true) ?? 1;
  const max = site.number('maxContains', true);
  return (instance, run, seen) => {
    if (!Array.isArray(instance)) return true;
    let found = 0;
    instance.forEach((item: unknown, index) => {
      if (!run.aside(undefined, item, (value) => run.descend(index, value, check))) return;
      found++;
      seen?.keys.add(index);
    });
    if (found >= min && found <= (max ?? Infinity)) return true;
    return run.report('contains', location, max === undefined ? { min, found } : { min, max, found });
  };
};
