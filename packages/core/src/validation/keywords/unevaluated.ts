import { Evaluated } from '../evaluation.js';
import type { Check } from '../evaluation.js';
import { isObject, ownKeys } from '../instance.js';
import type { Keyword } from '../site.js';

// Both read `seen` and therefore come after all other keywords of their schema.

export const unevaluatedProperties: Keyword = (site) => {
  const schema = site.value('unevaluatedProperties');
  if (schema === undefined) return undefined;
  const check = site.subschema('unevaluatedProperties');
  const location = site.location('unevaluatedProperties');
  return (instance, run, seen = new Evaluated()) => {
    if (!isObject(instance)) return true;
    let valid = true;
    for (const property of ownKeys(instance)) {
      if (seen.has(property)) continue;
      if (schema === false) valid = run.report('unevaluatedProperties', location, { property });
      else if (!run.descend(property, instance[property], check)) valid = false;
    }
    seen.all = true;
    return valid;
  };
};

export const unevaluatedItems: Keyword = (site) => {
  const schema = site.value('unevaluatedItems');
  if (schema === undefined) return undefined;
  const check = site.subschema('unevaluatedItems');
  const location = site.location('unevaluatedItems');
  return (instance, run, seen = new Evaluated()) => {
    if (!Array.isArray(instance)) return true;
    let valid = true;
    for (let index = 0; index < instance.length && (valid || schema !== false); index++) {
      if (seen.has(index)) continue;
      if (schema === false) valid = run.report('unevaluatedItems', location, { index });
      else if (!run.descend(index, instance[index], check)) valid = false;
    }
    seen.all = true;
    return valid;
  };
};

/** Gives a schema with `unevaluated…` a record of its own: it must not know what the schemas around it evaluated. */
export function withOwnRecord(check: Check): Check {
  return (instance, run, seen) => {
    const own = new Evaluated();
    const valid = check(instance, run, own);
    seen?.add(own);
    return valid;
  };
}
