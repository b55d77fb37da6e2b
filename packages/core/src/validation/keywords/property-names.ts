import { isObject } from '../instance.js';
import type { Keyword } from '../site.js';

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
