import { isRecord } from '../form/json-schema.js';
import { pointerTokens, toPointer, valueAt } from '../problems/json-pointer.js';
import { withValueAt } from '../problems/with-value-at.js';
import type { JsonChange } from './json-edits.js';

/**
 * What an overlay could say so that the merged scheme changes, the least first: an entry for a list of things with ids, then the value itself, then what holds it, and
 * so on outwards, since some objects stand for one value and are replaced whole. Which of them does it is for the caller to try.
 *
 * @param overlay - The overlay's own document. @param before - The merged scheme. @param wanted - The merged scheme as it is to be.
 */
export function* overlayCandidates(overlay: unknown, before: unknown, wanted: unknown, change: JsonChange): Generator {
  if (!isRecord(overlay) || !Object.prototype.hasOwnProperty.call(overlay, 'extends')) return;
  const entry = listEntry(before, wanted, change);
  if (entry !== undefined) yield withEntry(overlay, before, entry);
  const tokens = pointerTokens(change.kind === 'set' ? change.pointer.replace(/\/-$/, '') : change.pointer);
  for (let depth = tokens.length; depth > 0; depth -= 1) {
    const pointer = toPointer(...tokens.slice(0, depth));
    const value = valueAt(wanted, pointer);
    if (value !== undefined) yield said(overlay, before, tokens.slice(0, depth), value);
  }
}

type Item = Readonly<Record<string, unknown>> & { readonly id: string };
interface ListEntry { readonly list: readonly string[]; readonly item: Item; readonly whole: boolean }

const isItem = (value: unknown): value is Item => isRecord(value) && typeof value['id'] === 'string';
const isListOfThings = (value: unknown): value is readonly Item[] => Array.isArray(value) && value.length > 0 && value.every(isItem);

/** How a thing that comes, goes or moves is said in a list that merges by id. */
function listEntry(before: unknown, wanted: unknown, change: JsonChange): ListEntry | undefined {
  if (change.kind === 'remove') {
    const tokens = pointerTokens(change.pointer);
    const item = valueAt(before, change.pointer);
    return isItem(item) && isListOfThings(valueAt(before, toPointer(...tokens.slice(0, -1)))) ? { list: tokens.slice(0, -1), item: { id: item.id, remove: true }, whole: true } : undefined;
  }
  const pointer = change.kind === 'set' ? change.pointer.replace(/\/(-|\d+)$/, '') : change.pointer;
  const [old, list] = [valueAt(before, pointer), valueAt(wanted, pointer)];
  if (!isListOfThings(old) || !isListOfThings(list) || change.kind === 'rename') return undefined;
  const index = change.kind === 'insert' ? change.index : change.kind === 'move' ? change.to : list.length - 1;
  const item = list[index];
  if (item === undefined || (change.kind === 'set' && list.length === old.length)) return undefined;
  const after = { after: list[index - 1]?.id ?? null };
  if (change.kind === 'move') return { list: pointerTokens(pointer), item: { id: item.id, ...after }, whole: false };
  return { list: pointerTokens(pointer), item: index === list.length - 1 ? item : { ...item, ...after }, whole: true };
}

function withEntry(overlay: unknown, before: unknown, { list, item, whole }: ListEntry): unknown {
  const path = ownPath(overlay, before, list);
  const known = path && valueAt(overlay, path);
  if (path === undefined) return said(overlay, before, list, [item]);
  const items = Array.isArray(known) ? (known as readonly unknown[]) : [];
  const at = items.findIndex((other) => isItem(other) && other.id === item.id);
  if (at < 0) return withValueAt(overlay, path, [...items, item]);
  return withValueAt(overlay, path, items.map((other, index) => (index !== at ? other : whole ? item : { ...(other as Item), ...item })));
}

/** Where the overlay speaks of a place of the merged scheme; `undefined` where it does not yet. */
function ownPath(overlay: unknown, before: unknown, tokens: readonly string[]): string | undefined {
  const path: string[] = [];
  let pointer = '';
  for (const token of tokens) {
    const [merged, here] = [valueAt(before, pointer), valueAt(overlay, toPointer(...path))];
    const thing = Array.isArray(merged) ? (merged as readonly unknown[])[Number(token)] : undefined;
    const own = isItem(thing) && Array.isArray(here) ? (here as readonly unknown[]).findIndex((item) => isItem(item) && item.id === thing.id) : -1;
    path.push(isItem(thing) ? String(own) : token);
    if (valueAt(overlay, toPointer(...path)) === undefined) return undefined;
    pointer += toPointer(token);
  }
  return toPointer(...path);
}

/**
 * The words of an overlay that are about a place and nothing else: those at the place itself, and what holds only them. `undefined` where it says nothing of it.
 *
 * @example ownStatement({ extends: '../base', parameters: { a: { value: 3 } } }, merged, '/parameters/a/value') // '/parameters'
 */
export function ownStatement(overlay: unknown, before: unknown, pointer: string): string | undefined {
  const path = ownPath(overlay, before, pointerTokens(pointer));
  if (path === undefined) return undefined;
  const tokens = [...pointerTokens(path)];
  while (tokens.length > 1) {
    const holder = valueAt(overlay, toPointer(...tokens.slice(0, -1)));
    const others = Array.isArray(holder) ? holder.length - 1 : Object.keys(holder as object).filter((key) => key !== 'id' && key !== tokens[tokens.length - 1]).length;
    if (others > 0) break;
    tokens.pop();
  }
  return toPointer(...tokens);
}

/** The overlay with a value said at a place of the merged scheme; things of lists are spoken of by their ids. */
function said(overlay: unknown, before: unknown, tokens: readonly string[], value: unknown): unknown {
  const [token, ...rest] = tokens;
  if (token === undefined) return value;
  const merged = Array.isArray(before) ? (before as readonly unknown[])[Number(token)] : valueAt(before, toPointer(token));
  if (Array.isArray(before) && isItem(merged)) {
    const items = Array.isArray(overlay) ? (overlay as readonly unknown[]) : [];
    const at = items.findIndex((item) => isItem(item) && item.id === merged.id);
    const inside = said(at < 0 ? {} : items[at], merged, rest, value);
    const item = isRecord(inside) ? { id: merged.id, ...inside } : inside;
    return at < 0 ? [...items, item] : items.map((other, index) => (index === at ? item : other));
  }
  const holder = isRecord(overlay) ? overlay : {};
  return withValueAt(holder, toPointer(token), said(valueAt(holder, toPointer(token)), merged, rest, value));
}
