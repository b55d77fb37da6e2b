import type { FormNode } from '@cobuild/core';
import { arrange } from './dom.js';
import type { View, ViewHost } from './view.js';

/**
 * Brings the views of a place up to date: keeps those whose pointer is still there, draws what came, forgets what went.
 *
 * @param draw - Draws the view of a node that had none.
 * @returns the views in the order of the nodes.
 */
export function patchViews(views: readonly View[], nodes: readonly FormNode[], host: ViewHost, draw: (node: FormNode, index: number) => View): readonly View[] {
  const isSame = views.length === nodes.length && views.every((view, index) => view.pointer === nodes[index]?.pointer && view.fits(nodes[index]));
  if (isSame) {
    views.forEach((view, index) => view.patch(nodes[index] as FormNode));
    return views;
  }
  const left = new Map(views.map((view) => [view.pointer, view]));
  const kept = nodes.map((node) => {
    const known = left.get(node.pointer);
    if (known?.fits(node) !== true) return undefined;
    left.delete(node.pointer);
    return known;
  });
  for (const view of left.values()) host.forget(view);
  return nodes.map((node, index) => {
    const known = kept[index];
    known?.patch(node);
    return known ?? draw(node, index);
  });
}

/** The same, and puts their elements into a parent that has no others. */
export function patchViewsIn(parent: Element, views: readonly View[], nodes: readonly FormNode[], host: ViewHost, draw: (node: FormNode, index: number) => View): readonly View[] {
  const next = patchViews(views, nodes, host, draw);
  if (next !== views) arrange(parent, next.map(({ element }) => element));
  return next;
}
