import type { PlacedFinding } from './finding.js';
import { nearestName } from './nearest-name.js';
import { itemId, replacesWhole } from './overlay-values.js';
import { arrayNode, memberOf, objectNode } from './source-node.js';
import type { ArrayNode, Member, ObjectNode, SourceNode } from './source-node.js';

type Report = (code: PlacedFinding['code'], node: SourceNode, params: PlacedFinding['params']) => void;

/**
 * Lays an overlay over a base. Objects merge by key, objects that stand for one value (a text, a ratio, a condition, …) and
 * arrays are replaced, arrays of things with an `id` merge by `id`: `"remove": true` takes a thing out, `"after": "id"`
 * puts it behind another, `"after": null` at the front; new things come last.
 */
export function mergeNodes(base: SourceNode, overlay: SourceNode, report: Report): SourceNode {
  if (base.kind === 'object' && overlay.kind === 'object') return replacesWhole(base, overlay) ? overlay : mergeObjects(base, overlay, report);
  if (base.kind === 'array' && overlay.kind === 'array' && mergesById(base, overlay)) return mergeById(base, overlay, report);
  return overlay;
}

/** The merged object keeps the place of the base, where the thing is described. */
export function mergeObjects(base: ObjectNode, overlay: ObjectNode, report: Report): ObjectNode {
  const members = new Map<string, Member>(base.members);
  for (const [key, member] of overlay.members) {
    const below = base.members.get(key);
    if (key === 'required' && below) checkRequired(below.value, member.value, overlay, report);
    // `value` holds a parameter's value: one, whatever its shape.
    members.set(key, below && key !== 'value' ? { ...member, value: mergeNodes(below.value, member.value, report) } : member);
  }
  return objectNode(base.place, members);
}

/** A list of required answers replaces that of the base: whoever adds one easily forgets the others. A `$comment` beside it says that it is meant. */
function checkRequired(base: SourceNode, overlay: SourceNode, holder: ObjectNode, report: Report): void {
  const lost = textsOf(base).filter((name) => !textsOf(overlay).includes(name));
  if (overlay.kind === 'array' && lost.length > 0 && !holder.members.has('$comment')) report('scheme/overlay-drops-required', overlay, { names: lost });
}

function textsOf(node: SourceNode): string[] {
  return node.kind === 'array' ? node.items.flatMap((item) => (item.kind === 'scalar' && typeof item.value === 'string' ? [item.value] : [])) : [];
}

/** An overlay with nothing in its array changes nothing of a base that has things with ids. */
function mergesById(base: ArrayNode, overlay: ArrayNode): boolean {
  const hasId = (item: SourceNode): boolean => itemId(item) !== undefined;
  return base.items.length > 0 ? base.items.every(hasId) && (overlay.items.length === 0 || overlay.items.some((item) => item.kind === 'object')) : overlay.items.some(hasId);
}

function mergeById(base: ArrayNode, overlay: ArrayNode, report: Report): ArrayNode {
  const merged = new Map<string, SourceNode>();
  for (const item of base.items) merged.set(itemId(item) ?? '', merged.get(itemId(item) ?? '') ?? item);
  const ordered: { readonly id: string; readonly after: SourceNode }[] = [];
  const seen = new Set<string>();
  for (const item of overlay.items) {
    const id = itemId(item);
    // An include that could not be resolved has been reported.
    if (id === undefined && memberOf(item, '$file')) continue;
    if (id === undefined || item.kind !== 'object') {
      report('scheme/overlay-item-without-id', item, {});
      continue;
    }
    const place = item.members.get('id')?.value ?? item;
    if (seen.has(id)) report('scheme/duplicate-id', place, { id });
    seen.add(id);
    const present = merged.get(id);
    if (isRemoval(item)) {
      if (!merged.delete(id)) report('scheme/overlay-unknown-remove', place, withNearest(id, [...merged.keys()]));
      continue;
    }
    // Things with an id always merge: an overlay that names only its `id` and one setting means the rest of the base.
    merged.set(id, present?.kind === 'object' ? mergeObjects(present, withoutOrder(item), report) : withoutOrder(item));
    const after = item.members.get('after')?.value;
    if (after) ordered.push({ id, after });
  }
  const order = [...merged.keys()];
  for (const { id, after } of ordered) move(order, id, after, report);
  return arrayNode(base.place, order.flatMap((id) => merged.get(id) ?? []));
}

function isRemoval(item: ObjectNode): boolean {
  const remove = item.members.get('remove')?.value;
  return remove?.kind === 'scalar' && remove.value === true;
}

function withoutOrder(item: ObjectNode): ObjectNode {
  const members = new Map(item.members);
  members.delete('after');
  return objectNode(item.place, members);
}

/** Puts an id behind another, or at the front. */
function move(order: string[], id: string, after: SourceNode, report: Report): void {
  const target = after.kind === 'scalar' ? after.value : undefined;
  const others = order.filter((other) => other !== id);
  const position = target === null ? 0 : others.indexOf(String(target)) + 1;
  if (position === 0 && target !== null) {
    report('scheme/overlay-unknown-after', after, withNearest(String(target), others));
    return;
  }
  others.splice(position, 0, id);
  order.splice(0, order.length, ...others);
}

function withNearest(id: string, known: readonly string[]): PlacedFinding['params'] {
  const nearest = nearestName(id, known);
  return nearest === undefined ? { id, known } : { id, known, nearest };
}
