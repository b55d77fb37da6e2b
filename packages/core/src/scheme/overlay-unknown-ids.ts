import type { PlacedFinding } from './finding.js';
import { formatRoot, formatSitesOf } from './format-schema.js';
import { nearestName } from './nearest-name.js';
import { itemId } from './overlay-values.js';
import type { SchemaSite } from './schema-cursor.js';
import { arrayNode, memberOf, objectNode } from './source-node.js';
import type { Member, ObjectNode, SourceNode } from './source-node.js';

type Report = (code: PlacedFinding['code'], node: SourceNode, params: PlacedFinding['params']) => void;

/**
 * Takes things out of an overlay that mean a thing of the base under a misspelt id: they lack what a new thing needs, and
 * their id is near one that the base has. Each is told once, instead of as a new thing with much missing.
 */
export function withoutUnknownIds(base: ObjectNode, overlay: ObjectNode, report: Report): ObjectNode {
  return inObject(base, overlay, formatRoot(), report);
}

function inNode(base: SourceNode, overlay: SourceNode, sites: readonly SchemaSite[], report: Report): SourceNode {
  if (sites.length === 0) return overlay;
  if (base.kind === 'object' && overlay.kind === 'object') return inObject(base, overlay, sites, report);
  if (base.kind !== 'array' || overlay.kind !== 'array') return overlay;
  const known = base.items.flatMap((item) => itemId(item) ?? []);
  const inside = formatSitesOf(sites, '*');
  const items = overlay.items.flatMap((item): SourceNode[] => {
    const id = itemId(item);
    const present = base.items.find((other) => id !== undefined && itemId(other) === id);
    if (present) return [inNode(present, item, inside, report)];
    return id !== undefined && isMisspelt(id, known, item, inside, memberOf(item, 'id') ?? item, report) ? [] : [item];
  });
  // What did not change stays the same node: whoever remembers what it means need not read it again.
  return items.length === overlay.items.length && items.every((item, index) => item === overlay.items[index]) ? overlay : arrayNode(overlay.place, items);
}

function inObject(base: ObjectNode, overlay: ObjectNode, sites: readonly SchemaSite[], report: Report): ObjectNode {
  const members = new Map<string, Member>();
  for (const [key, member] of overlay.members) {
    const present = base.members.get(key)?.value;
    const inside = formatSitesOf(sites, key);
    if (present) members.set(key, { ...member, value: inNode(present, member.value, inside, report) });
    else if (!isMisspelt(key, [...base.members.keys()], member.value, inside, { kind: 'scalar', place: member.keyPlace, value: null }, report)) members.set(key, member);
  }
  return members.size === overlay.members.size && [...members].every(([key, { value }]) => overlay.members.get(key)?.value === value) ? overlay : objectNode(overlay.place, members);
}

function isMisspelt(id: string, known: readonly string[], node: SourceNode, sites: readonly SchemaSite[], at: SourceNode, report: Report): boolean {
  if (node.kind !== 'object' || node.members.has('remove') || node.members.has('$file')) return false;
  const required = sites.flatMap(({ schema }) => (Array.isArray(schema['required']) ? (schema['required'] as unknown[]) : []));
  if (required.every((name) => node.members.has(String(name)))) return false;
  const nearest = nearestName(id, known);
  if (nearest === undefined) return false;
  report('scheme/overlay-unknown-id', at, { id, known, nearest });
  return true;
}
