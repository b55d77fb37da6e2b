import { valueAt } from '@cobuild/core';
import type { Designer } from './designer-actions.js';
import { fieldTitle, partTitle } from './designer-actions.js';
import { holdsOf } from './form-moves.js';
import type { PlacedBlock, SectionOutline, Spot } from './form-outline.js';
import { blocksIn, formOutline, listsIn } from './form-outline.js';

/** What a place among fields, tabs, sections or steps is called. */
export function spotTitle(designer: Designer, spot: Spot | undefined): string {
  const { context, words, form } = designer;
  if (spot === undefined) return words.nowhere;
  const section = formOutline(context.document, form).sections.find((each) => listsIn(each).includes(spot.list));
  const holder = spot.list.replace(/\/(layout\/steps|sections|tabs)$/, '');
  if (section === undefined && holdsOf(spot.list) === 'items') return words.nowhere;
  const title = section === undefined ? (holdsOf(spot.list) === 'tabs' ? words.tabs : partTitle(designer, holder)) : listTitle(designer, section, spot.list);
  const before = valueAt(context.document, `${spot.list}/${spot.index}`);
  return before === undefined ? words.end(title) : words.before(title, typeof before === 'string' ? fieldTitle(context, form, before) : rowTitle(designer, `${spot.list}/${spot.index}`));
}

/** What a list of fields is called: by its section, and by the group or the tab in it. */
export function listTitle(designer: Designer, section: SectionOutline, list: string): string {
  const own = partTitle(designer, section.pointer);
  return list === section.list ? own : `${own} › ${partTitle(designer, list.replace(/\/(group|elements)$/, ''))}`;
}

/** What a group, tabs, a text, a tab, a section or a step is called where there is one of a kind beside others. */
export function blockTitle(designer: Designer, { kind, pointer, lists }: PlacedBlock): string {
  const { words, context } = designer;
  return `${words[kind]}${context.messages.colon}${kind === 'tabs' ? lists.map((tab) => partTitle(designer, tab.pointer)).join(context.locale === 'en' ? ', ' : '、') : partTitle(designer, pointer)}`;
}

function rowTitle(designer: Designer, pointer: string): string {
  const block = formOutline(designer.context.document, designer.form).sections.flatMap(({ items }) => blocksIn(items)).find((each) => each.pointer === pointer);
  return block === undefined ? partTitle(designer, pointer) : blockTitle(designer, block);
}
