import { valueAt } from '@cobuild/core';
import type { Holds } from './form-dragging.js';
import type { FormOutline, PlacedItem, Spot } from './form-outline.js';
import { listAt } from './form-outline.js';

/** What a list holds, by where it stands. */
export const holdsOf = (list: string): Holds => (list.endsWith('/steps') ? 'steps' : list.endsWith('/sections') ? 'sections' : list.endsWith('/tabs') ? 'tabs' : 'items');

/** The place above or below the one where something stands: into a group or a tab as it comes, and past the end of a section into the next; `undefined` where there is none. */
export function spotBeside(document: unknown, outline: FormOutline, from: Spot, step: -1 | 1): Spot | undefined {
  const gaps = gapsFor(document, outline, from);
  const own = gaps.findIndex(({ list, index }) => list === from.list && index === from.index);
  // Before it and after it are the same place.
  return gaps[step < 0 ? own - 1 : own + 2];
}

/** Every place where something may go, in the order of the page; none of them lies in what is moved. */
function gapsFor(document: unknown, outline: FormOutline, from: Spot): readonly Spot[] {
  const holds = holdsOf(from.list);
  const within = `${from.list}/${from.index}/`;
  const around = (list: string, items: readonly PlacedItem[]): readonly Spot[] => (list.startsWith(within) ? [] : [...items.flatMap((item) => [
    { list, index: item.index }, ...(item.kind === 'field' ? [] : item.lists.flatMap((inner) => around(inner.list, inner.items))),
  ]), { list, index: items.length }]);
  if (holds === 'items') return outline.sections.flatMap(({ list, items }) => around(list, items));
  const lists = holds === 'sections' ? outline.steps.filter(({ review }) => !review).map(({ pointer }) => `${pointer}/sections`) : [from.list];
  return lists.flatMap((list) => Array.from({ length: listAt(document, list).length + 1 }, (_, index) => ({ list, index })));
}

/** A step keeps a section to ask something in. */
export const leavesNothing = (document: unknown, from: Spot, to: Spot): boolean => holdsOf(from.list) === 'sections' && from.list !== to.list && (valueAt(document, from.list) as readonly unknown[]).length === 1;
