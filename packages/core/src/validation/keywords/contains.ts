import type { Members } from '../evaluation.js';
import type { Keyword } from '../site.js';

/** `contains` with `minContains` and `maxContains`. */
export const contains: Keyword = (site) => {
  if (site.value('contains') === undefined) return undefined;
  const check = site.subschema('contains');
  const min = site.number('minContains', true) ?? 1;
  const max = site.number('maxContains', true);
  return (instance, run, seen) => {
    if (!Array.isArray(instance)) return true;
    const outer = run.found;
    let found = 0;
    // The answers count, not what is wrong with an item.
    run.found = undefined;
    for (let index = 0; index < instance.length; index++) {
      if (!run.descend(instance as unknown as Members, index, check)) continue;
      found++;
      seen?.keys.add(index);
    }
    run.found = outer;
    if (found >= min && found <= (max ?? Infinity)) return true;
    return run.report(site.issue('contains', max === undefined ? { min, found } : { min, max, found }));
  };
};
