import { nodeAt } from '../scheme/overlay-place.js';
import type { IdPath } from '../scheme/overlay-place.js';
import { itemId, replacesWhole } from '../scheme/overlay-values.js';
import { memberOf } from '../scheme/source-node.js';
import type { SourceNode } from '../scheme/source-node.js';
import type { BaseReviewEntry, ChangedBase, Layers } from './base-review.js';
import { layersOf, valueIn } from './base-review.js';
import { applyTextEdits, editJson } from './json-edits.js';
import type { JsonChange } from './json-edits.js';
import type { SchemeTexts } from './scheme-draft.js';

type Decided = Pick<BaseReviewEntry, 'kind' | 'path' | 'changes'>;

/**
 * The files of an overlay that lets the base's word stand: what it says itself at these places is taken out, with whatever held nothing else. All other text stays as it is.
 *
 * @param entries - Of `reviewBase`, about these files.
 * @example takeBase(changed, reviewBase(changed).filter(({ kind }) => kind === 'conflict'))
 */
export function takeBase(changed: ChangedBase, entries: readonly Decided[]): SchemeTexts {
  return entries.reduce((texts, entry) => withoutWords({ ...changed, texts }, entry), changed.texts);
}

/**
 * The files of an overlay that keeps what the base has given up, as something of its own: where it said only what differs, it says the whole from now on. What was only about the base's thing (that it is
 * removed, that something stands after it) goes.
 *
 * @param entries - Of `reviewBase`, of the kind `gone`; where the kind is another one, the overlay keeps its word by saying nothing else.
 */
export function keepOwn(changed: ChangedBase, entries: readonly Decided[]): SchemeTexts {
  return entries.filter(({ kind }) => kind === 'gone').reduce((texts, entry) => {
    const now = { ...changed, texts };
    const layers = layersOf(texts, changed.base, changed.before);
    const node = layers && nodeAt(layers.own, entry.path);
    const whole = layers && valueIn(layers.mergedBefore, entry.path);
    if (node === undefined || whole === undefined || isMention(entry.path)) return withoutWords(now, entry);
    return edited(texts, node, { kind: 'set', pointer: node.place.pointer, value: whole });
  }, changed.texts);
}

/** Of a thing only where another one stands, or that its test does not hold. */
const isMention = (path: IdPath): boolean => path[0] === 'replacesTests' || (path.length > 2 && path[path.length - 1] === 'after');

function withoutWords(changed: ChangedBase, { path, changes }: Decided): SchemeTexts {
  const layers = layersOf(changed.texts, changed.base, changed.before);
  if (layers === undefined) return changed.texts;
  const { own } = layers;
  const [list, test] = path;
  if (list === 'replacesTests' || (list === 'tests' && nodeAt(own, path) === undefined)) return withoutListed(changed.texts, memberOf(own, 'replacesTests'), test);
  if (changes.length > 0 && changes.every(({ kind }) => kind === 'moved')) return withoutOrder(changed, layers, path);
  const said = nearestWords(layers, path);
  if (said === undefined) return changed.texts;
  const texts = removed(changed.texts, own, said);
  const [part, key = '', member] = said;
  // Who says a value goes with it: the source of the overlay's number is no source of the base's.
  return part === 'parameters' && member === 'value' ? withoutWords({ ...changed, texts }, { kind: 'conflict', path: [part, key, 'provenance'], changes: [] }) : texts;
}

/** What the overlay says at a place, or around it where that stands for the whole: an entry that takes a thing out, a value that replaces another. */
function nearestWords({ own, nowNode }: Layers, path: IdPath): IdPath | undefined {
  if (nodeAt(own, path) !== undefined) return path;
  const at = path.slice(0, path.map((_, index) => path.slice(0, index)).filter((each) => nodeAt(own, each) !== undefined).length - 1);
  const [node, base] = [nodeAt(own, at), nodeAt(nowNode, at)];
  if (at.length === 0 || node === undefined) return undefined;
  const isValue = at[0] === 'parameters' && at[2] === 'value';
  const standsForAll = isValue || node.kind !== 'object' || node.members.has('remove') || (base?.kind === 'object' && replacesWhole(base, node));
  return standsForAll ? at : undefined;
}

/** Without a place and what held nothing else. */
function removed(texts: SchemeTexts, own: SourceNode, path: IdPath): SchemeTexts {
  let at = path;
  while (at.length > 1) {
    const holder = nodeAt(own, at.slice(0, -1));
    const last = at[at.length - 1];
    const others = holder?.kind === 'array' ? holder.items.length - 1 : holder?.kind === 'object' ? [...holder.members.keys()].filter((key) => key !== 'id' && key !== last).length : 1;
    // A file of its own is taken away by whoever includes it.
    const isFile = holder?.place.pointer === '';
    if (others > 0 || isFile) break;
    at = at.slice(0, -1);
  }
  const node = nodeAt(own, at);
  return node === undefined || node.place.pointer === '' ? texts : edited(texts, node, { kind: 'remove', pointer: node.place.pointer });
}

/** Things of the base stand where it puts them. */
function withoutOrder(changed: ChangedBase, { own, nowNode }: Layers, list: IdPath): SchemeTexts {
  const node = nodeAt(own, list);
  const placed = node?.kind === 'array' ? node.items.flatMap((item) => { const id = itemId(item); return id !== undefined && memberOf(item, 'after') !== undefined && nodeAt(nowNode, [...list, id]) !== undefined ? [id] : []; }) : [];
  return placed.reduce((texts, id) => withoutWords({ ...changed, texts }, { kind: 'conflict', path: [...list, id, 'after'], changes: [] }), changed.texts);
}

function withoutListed(texts: SchemeTexts, list: SourceNode | undefined, id: string | undefined): SchemeTexts {
  if (list?.kind !== 'array') return texts;
  const item = list.items.find((each) => each.kind === 'scalar' && each.value === id);
  if (item === undefined) return texts;
  return edited(texts, item, { kind: 'remove', pointer: list.items.length === 1 ? list.place.pointer : item.place.pointer });
}

function edited(texts: SchemeTexts, { place: { document } }: SourceNode, change: JsonChange): SchemeTexts {
  const text = texts[document] ?? '';
  return { ...texts, [document]: applyTextEdits(text, editJson(text, change)) };
}
