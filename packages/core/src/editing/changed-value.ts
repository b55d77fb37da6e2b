import { pointerTokens, toPointer, valueAt } from '../problems/json-pointer.js';
import { withValueAt } from '../problems/with-value-at.js';
import type { JsonChange } from './json-edits.js';

/** What a change makes of a document, as a value. Throws where `editJson` would throw for want of a place. */
export function changedValue(document: unknown, change: JsonChange): unknown {
  if (change.kind === 'set') return withValueAt(document, change.pointer.replace(/\/-$/, () => `/${String(listAt(document, change.pointer.slice(0, -2)).length)}`), change.value);
  if (change.kind === 'insert') return withList(document, change.pointer, (list) => [...list.slice(0, change.index), change.value, ...list.slice(change.index)], change.index, 1);
  if (change.kind === 'move') {
    return withList(document, change.pointer, (list) => {
      const rest = list.filter((_, index) => index !== change.from);
      return [...rest.slice(0, change.to), list[change.from], ...rest.slice(change.to)];
    }, Math.max(change.from, change.to), 0);
  }
  if (valueAt(document, change.pointer) === undefined || change.pointer === '') throw new RangeError(`there is nothing to change at ${change.pointer}`);
  if (change.kind === 'remove') return withValueAt(document, change.pointer, undefined);
  const tokens = pointerTokens(change.pointer);
  const [holder, key] = [toPointer(...tokens.slice(0, -1)), tokens[tokens.length - 1]];
  const members = Object.entries(valueAt(document, holder) as object).map(([name, member]): [string, unknown] => [name === key ? change.key : name, member]);
  return withValueAt(document, holder, Object.fromEntries(members));
}

function listAt(document: unknown, pointer: string): readonly unknown[] {
  const list = valueAt(document, pointer);
  if (!Array.isArray(list)) throw new RangeError(`${pointer} is no array`);
  return list as readonly unknown[];
}

function withList(document: unknown, pointer: string, change: (list: readonly unknown[]) => readonly unknown[], index: number, more: number): unknown {
  const list = listAt(document, pointer);
  if (!Number.isInteger(index) || index < 0 || index > list.length - 1 + more) throw new RangeError(`an array of ${String(list.length)} has no place ${String(index)}`);
  return withValueAt(document, pointer, change(list));
}
