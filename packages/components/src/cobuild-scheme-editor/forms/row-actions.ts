import { fieldUses, removeField, valueAt } from '@cobuild/core';
import type { TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import { live } from 'lit/directives/live.js';
import { icons } from '../../internal/icons.js';
import { button, tag } from '../../internal/pieces.js';
import { lockSentence } from '../guided/guard-rails.js';
import type { RowDesigner } from './designer-actions.js';
import { spotBeside } from './form-moves.js';
import type { FormOutline, Spot } from './form-outline.js';
import { formOutline, listAt, listsIn } from './form-outline.js';
import { listTitle } from './spot-titles.js';

/** Opens the settings of a step, a section or a block, and closes them. */
export function partLink(designer: RowDesigner, pointer: string, label: string): TemplateResult {
  const isInHand = designer.inHand?.kind === 'part' && designer.inHand.pointer === pointer;
  const isConditional = valueAt(designer.context.document, `${pointer}/visibleWhen`) !== undefined || valueAt(designer.context.document, `${pointer}/opensWhen`) !== undefined;
  return html`<button type="button" class="link" data-row=${`part ${pointer}`} aria-expanded=${isInHand} @click=${() => designer.take(isInHand ? undefined : { kind: 'part', pointer }, { focus: true })}>${label}</button>${isConditional ? html` ${tag('neutral', designer.words.conditional)}` : nothing}${lock(lockSentence(designer.context, designer.context.overlayRule(pointer)))}`;
}

/** That the base locks something, and in words what that means. */
export function lock(said: string): unknown {
  return said === '' ? nothing : html`<span class="lock muted" title=${said}>${icons.lock}<span class="visually-hidden">${said}</span></span>`;
}

/** Takes hold of something: dragging it, or its arrow keys, which go past the end of a list into the next one. */
export function grip(designer: RowDesigner, place: Spot | undefined, title: string, field?: string): TemplateResult {
  const { words, context } = designer;
  const take = (): void => { if (field !== undefined) designer.take({ kind: 'field', field }); else if (place !== undefined) designer.take({ kind: 'part', pointer: `${place.list}/${place.index}` }); };
  const moveByKey = (event: KeyboardEvent): void => {
    const step = { ArrowUp: -1, ArrowDown: 1 }[event.key] as -1 | 1 | undefined;
    if (step === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    const outline = formOutline(context.document, designer.form);
    const lists = outline.sections.flatMap(listsIn);
    const spot = place !== undefined ? spotBeside(context.document, outline, place, step) : step > 0 && lists[0] !== undefined ? { list: lists[0], index: 0 } : undefined;
    if (spot !== undefined && designer.move(place, spot, title, field)) designer.focusRow();
  };
  return html`<button type="button" class="grip" data-grip data-title=${title} title=${words.drag} aria-label=${words.moveOf(title)} @click=${take} @keydown=${moveByKey}>${icons.grip}</button>`;
}

/** Among its neighbours, one place up or down. */
export function arrows(designer: RowDesigner, { list, index }: Spot, all: number, title: string, field?: string): TemplateResult {
  const { words } = designer.context;
  const move = (to: number, name: string): void => {
    if (designer.move({ list, index }, { list, index: to }, title, field)) designer.focusRow(name);
  };
  const [up, down] = [words.up(title), words.down(title)];
  return html`${button({ label: '', icon: 'up', kind: 'quiet', name: up, disabled: index === 0, onClick: () => move(index - 1, up) })}${button({ label: '', icon: 'down', kind: 'quiet', name: down, disabled: index === all - 1, onClick: () => move(index + 2, down) })}`;
}

/** Without dragging, to the end of any section, group or tab. */
export function placeInput(designer: RowDesigner, outline: FormOutline, place: Spot | undefined, title: string, field?: string): unknown {
  const { context, words } = designer;
  const within = place === undefined ? undefined : `${place.list}/${place.index}/`;
  const lists = outline.sections.flatMap((section) => listsIn(section).map((list) => ({ list, title: listTitle(designer, section, list) }))).filter(({ list }) => within === undefined || !list.startsWith(within));
  if (lists.length < (place === undefined ? 1 : 2)) return nothing;
  const take = (event: Event): void => {
    const list = (event.target as HTMLSelectElement).value;
    if (list !== '' && list !== place?.list) designer.move(place, { list, index: listAt(context.document, list).length }, title, field);
  };
  return html`<select class="input small-input" aria-label="${context.words.moveTo}${context.messages.colon}${title}" .value=${live(place?.list ?? '')} @change=${take}>${place === undefined ? html`<option value="" selected>${words.moveField}</option>` : nothing}${lists.map((each) => html`<option value=${each.list} ?selected=${each.list === place?.list}>${each.title}</option>`)}</select>`;
}

/** The palette adds at the end of something next. */
export function addHere(designer: RowDesigner, spot: Spot, title: string): TemplateResult {
  const { context, words } = designer;
  return button({ label: words.addHere, icon: 'plus', kind: 'quiet', name: `${words.addHere}${context.messages.colon}${title}`, onClick: () => designer.addAt(spot) });
}

/** Asks first where something else in the scheme reads the answer. */
export function removeButton(designer: RowDesigner, field: string, title: string, isBase: boolean): TemplateResult {
  const { context, words, form } = designer;
  const remove = (): void => {
    if (fieldUses(context.document, form, field).some(({ part }) => part !== 'test')) { designer.askToRemove(true); return; }
    if (context.change(removeField(context.document, form, field))) { designer.take(undefined); designer.say(words.removed(title)); }
  };
  return html`${button({ label: '', icon: 'trash', kind: 'quiet', name: context.words.removeThing(title), disabled: isBase, onClick: remove })}${isBase ? html`<span class="small muted">${words.locked}</span>` : nothing}`;
}
