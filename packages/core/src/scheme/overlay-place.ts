import { itemId } from './overlay-values.js';
import { memberOf } from './source-node.js';
import type { SourceNode } from './source-node.js';

/** A place in schemes that lie over one another: keys, and for things of lists their ids. */
export type IdPath = readonly string[];

/** What stands at a place. */
export function nodeAt(node: SourceNode | undefined, path: IdPath): SourceNode | undefined {
  return path.reduce<SourceNode | undefined>(inside, node);
}

/** What an overlay says nearest to a place. */
export function nearestNode(overlay: SourceNode, path: IdPath): SourceNode {
  let node = overlay;
  for (const token of path) {
    const next = inside(node, token);
    if (next === undefined) return node;
    node = next;
  }
  return node;
}

function inside(node: SourceNode | undefined, token: string): SourceNode | undefined {
  return node?.kind === 'array' ? node.items.find((item) => itemId(item) === token) : memberOf(node, token);
}
