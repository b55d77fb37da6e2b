import { splitFragment } from '../uri.js';
import type { Keyword, Site } from '../site.js';
import type { SchemaNode } from '../registry.js';

function target(site: Site, keyword: string): SchemaNode | undefined {
  const reference = site.value(keyword);
  if (reference === undefined) return undefined;
  if (typeof reference !== 'string') return site.fail(`"${keyword}" must be a text.`, keyword);
  return site.workshop.resolve(reference, site.node) ?? site.fail(`Nothing is known under "${reference}".`, keyword);
}

export const reference: Keyword = (site) => {
  const node = target(site, '$ref');
  if (!node) return undefined;
  const check = site.workshop.refer(node, site.node);
  return (instance, run, seen) => run.follow(instance, check, seen);
};

/**
 * `$dynamicRef`: where the reference leads to a `$dynamicAnchor`, the outermost resource of the dynamic scope that has an
 * anchor of this name takes its place.
 */
export const dynamicReference: Keyword = (site) => {
  const node = target(site, '$dynamicRef');
  if (!node) return undefined;
  const check = site.workshop.refer(node, site.node);
  const [, anchor] = splitFragment(site.value('$dynamicRef') as string);
  if (node.resource.dynamicAnchors.get(anchor) !== node) return (instance, run, seen) => run.follow(instance, check, seen);
  const targetIn = site.workshop.dynamicTargets(anchor);
  return (instance, run, seen) => {
    for (const resource of run.scope) {
      const outermost = targetIn(resource);
      if (outermost) return run.follow(instance, outermost, seen);
    }
    return run.follow(instance, check, seen);
  };
};
