import { Evaluated } from '../evaluation.js';
import type { Check, Members, Run } from '../evaluation.js';
import { isObject } from '../instance.js';
import type { Keyword } from '../site.js';

// Both read `seen` and therefore come after all other keywords of their schema.

export const unevaluatedProperties = unevaluated('unevaluatedProperties', 'property', (instance, run) => (isObject(instance) ? run.names(instance) : undefined));
export const unevaluatedItems = unevaluated('unevaluatedItems', 'index', (instance) => (Array.isArray(instance) ? [...instance.keys()] : undefined));

function unevaluated(keyword: string, param: string, keysOf: (instance: unknown, run: Run) => readonly (string | number)[] | undefined): Keyword {
  return (site): Check | undefined => {
    const schema = site.value(keyword);
    if (schema === undefined) return undefined;
    const check = site.subschema(keyword);
    return (instance, run, seen = new Evaluated()) => {
      const keys = keysOf(instance, run)?.filter((key) => !seen.has(key));
      if (!keys) return true;
      seen.all = true;
      let valid = true;
      for (const key of keys) {
        if (schema !== false) valid = run.descend(instance as Members, key, check) && valid;
        // Of items that nobody expects the first one says it all.
        else if (valid || param === 'property') valid = run.report(site.issue(keyword, { [param]: key }));
      }
      return valid;
    };
  };
}

/** Gives a schema with `unevaluated…` a record of its own: it must not know what the schemas around it evaluated. */
export function withOwnRecord(check: Check): Check {
  return (instance, run, seen) => {
    const own = new Evaluated();
    const valid = check(instance, run, own);
    seen?.add(own);
    return valid;
  };
}
