import { equalJson } from '../form/answers.js';
import { isRecord } from '../form/json-schema.js';
import { pointerTokens, toPointer, valueAt } from '../problems/json-pointer.js';
import type { Locale, Problem } from '../problems/problem.js';
import { diffSchemes } from '../scheme/diff/diff-schemes.js';
import type { SchemeChange } from '../scheme/diff/diff-schemes.js';
import { DocumentReader } from '../scheme/document-reader.js';
import { foldOverlays } from '../scheme/fold-overlays.js';
import type { SchemeFiles } from '../scheme/loaded-scheme.js';
import { readChain } from '../scheme/overlay-chain.js';
import { nodeAt } from '../scheme/overlay-place.js';
import type { IdPath } from '../scheme/overlay-place.js';
import { itemId } from '../scheme/overlay-values.js';
import { parseJson } from '../scheme/parse-json.js';
import { parseScheme } from '../scheme/parse-scheme.js';
import { memberOf, textMember, toValue } from '../scheme/source-node.js';
import type { SourceNode } from '../scheme/source-node.js';
import type { SchemeTexts } from './scheme-draft.js';

/** An overlay, its base as it is now, and the same base as it was when the overlay was reviewed last. */
export interface ChangedBase {
  /** Files of the overlay's folder. */
  readonly texts: SchemeTexts;
  /** Files of the schemes that it extends, as they are now. */
  readonly base: Pick<SchemeFiles, 'read'>;
  /** The schemes that it extended then, merged: `base` of a draft of that time. */
  readonly before: unknown;
  /** Language of the sentences. Default `zh-CN`. */
  readonly locale?: Locale;
  /** What differs between two merged schemes, place by place: renames not followed. Default `diffSchemes`; `compareSchemes` of `@cobuild/rules` says conditions as sentences besides. */
  readonly compare?: (before: unknown, after: unknown) => readonly SchemeChange[];
}

/** A change of the base, or several about one thing, and what the overlay has to do with it. */
export interface BaseReviewEntry {
  /**
   * - `conflict`: the base has changed what the overlay sets itself; the overlay's word stands until somebody takes the base's.
   * - `gone`: the overlay speaks of something that the base does not have any more.
   * - `broken`: what the overlay says is no longer allowed: a guard rail was set or moved.
   * - `same`: the base says now what the overlay said already.
   * - `own`: the base has given up something that the overlay says in full: it is the overlay's own now.
   * - `through`: the overlay says nothing of it; the change comes through.
   */
  readonly kind: 'conflict' | 'gone' | 'broken' | 'same' | 'own' | 'through';
  /** Keys, and ids for things of lists: `['parameters', 'cap', 'value']`. Two entries never have the same. */
  readonly path: IdPath;
  /** Into the merged scheme as it is now; the nearest place that exists. */
  readonly pointer: string;
  /** What the base has changed there; none where only a guard rail elsewhere was moved. */
  readonly changes: readonly SchemeChange[];
  /** How the overlay differs from the base as it is now, or as it was where it is `gone`: `after` is its own word. */
  readonly own?: SchemeChange;
  /** Why the overlay's word cannot stay. */
  readonly problem?: Problem;
}

/** The limits that a base sets to overlays. */
const GUARD_RAILS = ['locked', 'raise', 'lower', 'setting', 'parameter-use', 'removes', 'hides', 'changes', 'unlocks'].map((name) => `scheme/overlay-${name}`);
/** What a base says of itself alone. */
const OF_THE_BASE = ['id', 'version', 'title', 'extends', 'baseHash', 'replacesTests', '$schema', '$comment'];

/**
 * Compares three things: a base as it was, as it is, and what an overlay says over it.
 *
 * @returns Every change of the base once, in the order of `compare`, and what of the overlay has lost its footing besides; none where base and before say the same or the scheme extends no other. Where a
 *   file cannot be read nothing can be said, and there are none either.
 * @example reviewBase({ texts, base, before }).filter(({ kind }) => kind === 'conflict')
 */
export function reviewBase({ texts, base, before, locale = 'zh-CN', compare = (one, other) => diffSchemes(one, other, locale, { followRenames: false }) }: ChangedBase): readonly BaseReviewEntry[] {
  const layers = layersOf(texts, base, before);
  if (layers === undefined) return [];
  const { own, now, merged, mergedBefore } = layers;
  const differences = compare(now, merged).map((change) => ({ change, path: idPath(change.kind === 'removed' ? now : merged, change.pointer) }));
  // What the base has given up shows only over the base as it was what the overlay makes of it.
  const formerDifferences = compare(before, mergedBefore).map((change) => ({ change, path: idPath(change.kind === 'removed' ? before : mergedBefore, change.pointer) }));
  const ownAt = (path: IdPath, among = differences): SchemeChange | undefined => (among.find((each) => isSamePath(each.path, path)) ?? among.find((each) => isRelated(each.path, path)))?.change;
  const found = new Map<string, BaseReviewEntry>();
  const add = (kind: BaseReviewEntry['kind'], path: IdPath, changes: readonly SchemeChange[]): void => {
    const key = JSON.stringify(path);
    const known = found.get(key);
    const difference = kind === 'through' || kind === 'same' || kind === 'own' ? undefined : ownAt(path, kind === 'gone' ? formerDifferences : differences);
    found.set(key, { kind, path, pointer: pointerOf(merged, path), changes: [...(known?.changes ?? []), ...changes], ...(difference === undefined ? {} : { own: difference }) });
  };

  for (const change of compare(before, now)) {
    const path = idPath(change.kind === 'removed' ? before : now, change.pointer);
    if (OF_THE_BASE.includes(path[0] ?? '')) continue;
    if (change.kind === 'removed') add(removalKind(layers, path), path, [change]);
    else {
      const taken = removedAbove(now, merged, path);
      if (taken !== undefined) add('conflict', taken, [change]);
      else if (change.kind === 'moved' ? isSameOrder(valueIn(now, path), valueIn(merged, path)) : equalJson(valueIn(merged, path), valueIn(now, path))) add(change.kind !== 'moved' && equalJson(valueIn(mergedBefore, path), valueIn(now, path)) && nodeAt(own, path) !== undefined ? 'same' : 'through', path, [change]);
      else add('conflict', path, [change]);
    }
  }
  const isOwn = (path: IdPath): boolean => found.get(JSON.stringify(path))?.kind === 'own';
  for (const path of lostReferences(layers, isOwn)) if (!found.has(JSON.stringify(path))) add('gone', path, []);
  for (const problem of newlyRefused(texts, base, before, locale)) {
    const path = pathOfPlace(own, problem);
    const about = [...found.values()].find((entry) => (entry.kind === 'conflict' || entry.kind === 'broken') && isRelated(entry.path, path));
    if (about === undefined) add('broken', path, []);
    const entry = about ?? found.get(JSON.stringify(path));
    if (entry !== undefined) found.set(JSON.stringify(entry.path), { ...entry, kind: 'broken', problem });
  }
  return [...found.values()];
}

export interface Layers { readonly own: SourceNode; readonly nowNode: SourceNode; readonly before: unknown; readonly now: unknown; readonly merged: unknown; readonly mergedBefore: unknown }

/** The overlay by itself, both states of its base, and what it makes of either. */
export function layersOf(texts: SchemeTexts, base: Pick<SchemeFiles, 'read'>, before: unknown): Layers | undefined {
  const reader = new DocumentReader(filesOver(texts, base));
  const chain = readChain(reader, 'scheme.json');
  const [own] = chain;
  const now = chain.length < 2 ? undefined : foldOverlays(chain.slice(1), reader);
  const merged = now && foldOverlays(chain, reader);
  const former = isRecord(before) ? parseJson(JSON.stringify(before), 'before').root : undefined;
  const mergedBefore = own && former && foldOverlays([own, former], reader);
  if (own === undefined || now === undefined || merged === undefined || mergedBefore === undefined || reader.incomplete || reader.headless) return undefined;
  return { own, nowNode: now, before, now: toValue(now), merged: toValue(merged), mergedBefore: toValue(mergedBefore) };
}

function filesOver(texts: SchemeTexts, base: Pick<SchemeFiles, 'read'>): SchemeFiles {
  return { read: (path) => (path.startsWith('../') ? base.read(path) : Object.prototype.hasOwnProperty.call(texts, path) ? texts[path] : undefined) };
}

/** What the overlay makes of something that the base has given up. */
function removalKind({ own, mergedBefore }: Layers, path: IdPath): 'through' | 'own' | 'gone' {
  const said = nodeAt(own, path);
  if (said === undefined) return 'through';
  return equalJson(toValue(said), valueIn(mergedBefore, path)) ? 'own' : 'gone';
}

/** Problems of the guard rails that the overlay did not have over the base as it was. */
function newlyRefused(texts: SchemeTexts, base: Pick<SchemeFiles, 'read'>, before: unknown, locale: Locale): readonly Problem[] {
  const over = (read: (path: string) => string | undefined): readonly Problem[] => parseScheme(filesOver(texts, { read }), { locale, titlesOnly: true }).problems.filter(({ code }) => GUARD_RAILS.includes(code));
  const keyOf = ({ code, document, pointer }: Problem): string => JSON.stringify([code, document, pointer]);
  const former = new Set(over(() => JSON.stringify(before)).map(keyOf));
  return over((path) => base.read(path)).filter((problem) => !former.has(keyOf(problem)) && !problem.document.startsWith('../'));
}

/** Things of the base that the overlay names by their ids and that are gone: what an entry stands `after`, what `replacesTests` lists. */
function lostReferences({ own, before, now }: Layers, isOwn: (path: IdPath) => boolean): readonly IdPath[] {
  const found: IdPath[] = [];
  const walk = (node: SourceNode, path: IdPath): void => {
    if (node.kind === 'scalar') return;
    if (node.kind === 'array') {
      for (const item of node.items) {
        const id = itemId(item);
        if (id === undefined) continue;
        const after = textMember(item, 'after');
        if (after !== undefined && hasThing(before, path, after) && !hasThing(now, path, after) && !isOwn([...path, after])) found.push([...path, id, 'after']);
        walk(item, [...path, id]);
      }
    } else for (const [key, { value }] of node.members) walk(value, [...path, key]);
  };
  walk(own, []);
  const replaced = memberOf(own, 'replacesTests');
  for (const item of replaced?.kind === 'array' ? replaced.items : []) {
    const id = item.kind === 'scalar' ? String(item.value) : '';
    if (hasThing(before, ['tests'], id) && !hasThing(now, ['tests'], id)) found.push(['replacesTests', id]);
  }
  return found;
}

const hasThing = (document: unknown, list: IdPath, id: string): boolean => valueIn(document, [...list, id]) !== undefined;

/** The place of a pointer by keys and ids, which are the same in every layer. */
function idPath(document: unknown, pointer: string): IdPath {
  let at: unknown = document;
  return pointerTokens(pointer).map((token) => {
    const next = valueAt(at, toPointer(token));
    const name = Array.isArray(at) && isRecord(next) && typeof next['id'] === 'string' ? next['id'] : token;
    at = next;
    return name;
  });
}

export function valueIn(document: unknown, path: IdPath): unknown {
  return path.reduce<unknown>((at, token) => (Array.isArray(at) ? (at as readonly unknown[]).find((item) => isRecord(item) && item['id'] === token) : valueAt(at, toPointer(token))), document);
}

/** As a pointer, as far as it leads. */
function pointerOf(document: unknown, path: IdPath): string {
  let at: unknown = document;
  let pointer = '';
  for (const token of path) {
    const name = Array.isArray(at) ? (at as readonly unknown[]).findIndex((item) => isRecord(item) && item['id'] === token) : token;
    const next = valueAt(at, toPointer(name));
    if (next === undefined) break;
    [at, pointer] = [next, pointer + toPointer(name)];
  }
  return pointer;
}

/** The thing of the base around a place that the overlay has taken out. */
function removedAbove(now: unknown, merged: unknown, path: IdPath): IdPath | undefined {
  const depth = path.findIndex((_, index) => Array.isArray(valueIn(now, path.slice(0, index))) && valueIn(now, path.slice(0, index + 1)) !== undefined && valueIn(merged, path.slice(0, index + 1)) === undefined);
  return depth < 0 ? undefined : path.slice(0, depth + 1);
}

/** Whether those that both lists have stand in the same order. */
function isSameOrder(one: unknown, other: unknown): boolean {
  const ids = (list: unknown): readonly unknown[] => (Array.isArray(list) ? (list as readonly unknown[]).map((item) => valueAt(item, '/id')) : []);
  const [left, right] = [ids(one), ids(other)];
  return equalJson(left.filter((id) => right.includes(id)), right.filter((id) => left.includes(id)));
}

/** What the overlay says at a place of one of its files, as a place of every layer. */
function pathOfPlace(own: SourceNode, { document, pointer }: Pick<Problem, 'document' | 'pointer'>): IdPath {
  let best: IdPath = [];
  let longest = -1;
  const walk = (node: SourceNode, path: IdPath): void => {
    const { place } = node;
    if (place.document === document && (pointer === place.pointer || pointer.startsWith(`${place.pointer}/`)) && place.pointer.length > longest) [best, longest] = [path, place.pointer.length];
    if (node.kind === 'array') for (const item of node.items) walk(item, [...path, itemId(item) ?? '']);
    if (node.kind === 'object') for (const [key, { value }] of node.members) walk(value, [...path, key]);
  };
  walk(own, []);
  // A thing that is taken out is meant as a whole, and so is one that is put elsewhere.
  return best[best.length - 1] === 'id' || best[best.length - 1] === 'remove' ? best.slice(0, -1) : best;
}

const isSamePath = (one: IdPath, other: IdPath): boolean => one.length === other.length && one.every((token, index) => token === other[index]);
/** One lies in the other; a part of the scheme holds too much to be about the same thing. */
const isRelated = (one: IdPath, other: IdPath): boolean => Math.min(one.length, other.length) > 1 && one.slice(0, other.length).every((token, index) => token === other[index]);
