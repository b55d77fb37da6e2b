import type { DocumentReader } from './document-reader.js';
import { nearestName } from './nearest-name.js';
import { mergeObjects } from './overlay.js';
import { checkOverlayLocks } from './overlay-locks.js';
import { checkOverlayParameters } from './overlay-parameters.js';
import { withoutUnknownIds } from './overlay-unknown-ids.js';
import { checkOverlayUses } from './overlay-uses.js';
import { itemId } from './overlay-values.js';
import { arrayNode, memberOf, objectNode, textMember } from './source-node.js';
import type { Member, ObjectNode, SourceNode } from './source-node.js';

/** What each scheme says of itself; an overlay has its own. */
const OWN = ['id', 'version', 'title'];

/** Hears of each overlay and what it lies over. */
export type OnBase = (overlay: ObjectNode, base: ObjectNode) => void;

/**
 * Lays the schemes of a chain over one another.
 *
 * @param chain - From the scheme itself to the base that extends nothing.
 * @returns `undefined` where a file is missing or no object.
 */
export function foldOverlays(chain: readonly SourceNode[], reader: DocumentReader, onBase?: OnBase): ObjectNode | undefined {
  const objects = chain.filter((document): document is ObjectNode => document.kind === 'object');
  for (const document of chain) if (document.kind !== 'object') reader.report('scheme/not-an-object', document.place, {});
  if (objects.length < chain.length) return undefined;
  let merged = objects[objects.length - 1];
  for (const overlay of objects.slice(0, -1).reverse()) {
    if (merged) onBase?.(overlay, merged);
    merged = merged && layOver(merged, overlay, reader);
  }
  return merged;
}

function layOver(base: ObjectNode, written: ObjectNode, reader: DocumentReader): ObjectNode {
  const report = (code: Parameters<DocumentReader['report']>[0], node: SourceNode, params: Readonly<Record<string, unknown>>): void => {
    // What seems to be missing may stand in the part that could not be read.
    if (!reader.headless && !reader.isDamaged(node, '')) reader.report(code, node.place, params, code === 'scheme/overlay-drops-required' ? 'warning' : 'error');
  };
  if (!reader.isDamaged(written, '')) checkHead(base, written, reader);
  const overlay = withoutUnknownIds(base, written, report);
  checkOverlayParameters(base, overlay, report);
  const merged = mergeObjects(withoutReplacedTests(base, overlay, report), overlay, report);
  checkOverlayUses(base, merged, overlay, report);
  checkOverlayLocks(base, merged, overlay, report);
  const members = new Map(merged.members);
  // What the base was reviewed against says nothing of this one.
  if (!overlay.members.has('baseHash')) members.delete('baseHash');
  members.delete('extends');
  members.delete('replacesTests');
  return objectNode(overlay.place, members);
}

function checkHead(base: ObjectNode, overlay: ObjectNode, reader: DocumentReader): void {
  for (const key of OWN) {
    if (!overlay.members.has(key)) reader.report('scheme/overlay-head', { ...overlay.place, pointer: `/${key}` }, { property: key });
  }
  const id = overlay.members.get('id')?.value;
  if (id && textMember(overlay, 'id') === textMember(base, 'id')) reader.report('scheme/overlay-same-id', id.place, { id: textMember(base, 'id') });
}

/** The base without the tests that do not hold for the overlay. */
function withoutReplacedTests(base: ObjectNode, overlay: ObjectNode, report: (code: 'scheme/overlay-unknown-test' | 'scheme/type', node: SourceNode, params: Readonly<Record<string, unknown>>) => void): ObjectNode {
  const replaced = memberOf(overlay, 'replacesTests');
  const tests = base.members.get('tests');
  if (!replaced) return base;
  if (replaced.kind !== 'array') {
    report('scheme/type', replaced, { type: ['array'], found: replaced.kind === 'object' ? 'object' : typeof replaced.value });
    return base;
  }
  const items = tests?.value.kind === 'array' ? tests.value.items : [];
  const known = items.flatMap((item) => itemId(item) ?? []);
  const named = new Set<string>();
  for (const item of replaced.items) {
    const id = item.kind === 'scalar' ? String(item.value) : '';
    const nearest = nearestName(id, known);
    if (known.includes(id)) named.add(id);
    else report('scheme/overlay-unknown-test', item, { id, known, ...(nearest === undefined ? {} : { nearest }) });
  }
  if (tests?.value.kind !== 'array') return base;
  const kept: Member = { ...tests, value: arrayNode(tests.value.place, items.filter((item) => !named.has(itemId(item) ?? ''))) };
  return objectNode(base.place, new Map([...base.members, ['tests', kept]]));
}
