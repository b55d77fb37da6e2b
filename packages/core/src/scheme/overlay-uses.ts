import type { PlacedFinding } from './finding.js';
import { titleParam } from './overlay-parameters.js';
import { nearestNode } from './overlay-place.js';
import { itemId } from './overlay-values.js';
import { memberOf, textMember } from './source-node.js';
import type { SourceNode } from './source-node.js';

type Report = (code: PlacedFinding['code'], node: SourceNode, params: PlacedFinding['params']) => void;

/** A place that reads a parameter: `thresholds`, `jointReview`, `ratio`. Things of a list are named by their id. */
interface Use { readonly parameter: string; readonly path: readonly string[] }

/** How conditions and calculations are built; moving a parameter about inside one of them leaves it in use. */
const STRUCTURE = ['all', 'any', 'not', 'value', 'of'];

/**
 * Holds an overlay to the places where the base reads a parameter that is `locked`, or may only be raised or lowered: a limit means nothing where
 * the rule that applies it is removed, or refers to something else.
 */
export function checkOverlayUses(base: SourceNode, merged: SourceNode, overlay: SourceNode, report: Report): void {
  const isRestricted = ({ parameter }: Use): boolean => ['locked', 'raise', 'lower'].includes(textMember(memberOf(memberOf(base, 'parameters'), parameter), 'overlay') ?? '');
  const kept = new Set(usesIn(merged).map(keyOf));
  const told = new Set<string>();
  for (const use of usesIn(base).filter(isRestricted)) {
    const key = keyOf(use);
    if (kept.has(key) || told.has(key)) continue;
    told.add(key);
    report('scheme/overlay-parameter-use', nearestNode(overlay, use.path), { key: use.parameter, ...titleParam(memberOf(memberOf(base, 'parameters'), use.parameter)) });
  }
}

const keyOf = ({ parameter, path }: Use): string => JSON.stringify([parameter, path]);

function usesIn(document: SourceNode): Use[] {
  const uses: Use[] = [];
  const walk = (node: SourceNode, path: readonly string[]): void => {
    if (node.kind === 'scalar') return;
    if (node.kind === 'array') {
      for (const item of node.items) walk(item, [...path, ...(itemId(item) === undefined ? [] : [itemId(item) ?? ''])]);
      return;
    }
    const parameter = parameterRead(node);
    if (parameter !== undefined) uses.push({ parameter, path });
    for (const [key, { value }] of node.members) {
      const isData = path.length === 0 && (key === 'parameters' || key === 'tests');
      if (!isData) walk(value, STRUCTURE.includes(key) ? path : [...path, key]);
    }
  };
  walk(document, []);
  return uses;
}

/** `{ "parameter": "key" }`, or the fact `parameters` with the path to one: `$.key`, `$['key'].p`. */
function parameterRead(node: SourceNode): string | undefined {
  if (textMember(node, 'fact') !== 'parameters') return node.kind === 'object' && node.members.size === 1 ? textMember(node, 'parameter') : undefined;
  return /^\$?\.?(?:\[['"])?([A-Za-z][A-Za-z0-9-]*)/.exec(textMember(node, 'path') ?? '')?.[1];
}
