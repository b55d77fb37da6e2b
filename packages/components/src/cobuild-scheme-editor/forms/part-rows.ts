import type { TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { button } from '../../internal/pieces.js';
import { idOf } from '../editor-context.js';
import type { RowDesigner } from './designer-actions.js';
import { partTitle } from './designer-actions.js';
import { fieldRow } from './field-rows.js';
import type { FormOutline, PlacedBlock, PlacedItem, SectionOutline, StepOutline } from './form-outline.js';
import { listAt } from './form-outline.js';
import { addHere, arrows, grip, partLink, placeInput } from './row-actions.js';
import { blockTitle } from './spot-titles.js';

/** A step of the form with its sections. */
export function stepView(designer: RowDesigner, outline: FormOutline, step: StepOutline): TemplateResult {
  const { context, words } = designer;
  const isAlone = outline.steps.length === 1 && !step.review;
  const title = partTitle(designer, step.pointer);
  const name = `${words.step}${context.messages.colon}${title}`;
  const place = { list: `${designer.form}/layout/steps`, index: step.index };
  const list = `${step.pointer}/sections`;
  return html`<section class="form-step" aria-label=${name} data-index=${step.index}>
    <div class="step-head">${isAlone || context.readonly ? nothing : grip(designer, place, name)}<h3 class="grow">${partLink(designer, step.pointer, `${words.step} ${step.index + 1}${context.messages.colon}${title}`)}</h3>${isAlone || context.readonly ? nothing : html`<span class="row">${arrows(designer, place, outline.steps.length, name)}</span>`}</div>
    ${step.review ? html`<p class="muted small">${words.review}</p>` : html`<div class="form-parts" data-list=${list} data-holds="sections">${step.sections.map((section) => sectionView(designer, outline, section))}</div>`}
    ${context.readonly || step.review || outline.steps.length < 2 ? nothing : html`<div class="row">${button({ label: words.addSection, icon: 'plus', kind: 'quiet', name: `${words.addSection}${context.messages.colon}${title}`, onClick: () => designer.addPart('section', { list, index: step.sections.length }) })}</div>`}
  </section>`;
}

function sectionView(designer: RowDesigner, outline: FormOutline, section: SectionOutline): TemplateResult {
  const { context, words } = designer;
  const title = partTitle(designer, section.pointer);
  const list = `${section.step}/sections`;
  const name = `${words.section}${context.messages.colon}${title}`;
  const place = { list, index: Number(section.pointer.slice(list.length + 1)) };
  const all = outline.sections.filter(({ step }) => step === section.step).length;
  const isInHand = designer.inHand?.kind === 'part' && designer.inHand.pointer === section.pointer;
  return html`<section class="form-part ${isInHand ? 'selected' : ''}" aria-labelledby=${idOf(section.pointer)} data-index=${place.index}>
    <div class="part-head">${context.readonly || outline.sections.length < 2 ? nothing : grip(designer, place, name)}<h4 class="grow" id=${idOf(section.pointer)}>${partLink(designer, section.pointer, name)}</h4>${context.readonly || all < 2 ? nothing : html`<span class="row">${arrows(designer, place, all, name)}</span>`}</div>
    ${itemList(designer, outline, section.list, section.items)}
    ${context.readonly ? nothing : addHere(designer, { list: section.list, index: section.items.length }, title)}</section>`;
}

/** What a section, a group or a tab asks, in order. */
function itemList(designer: RowDesigner, outline: FormOutline, list: string, items: readonly PlacedItem[]): TemplateResult {
  return html`<ol class="field-list" data-list=${list} data-holds="items">${repeat(items, (item) => (item.kind === 'field' ? item.field : item.pointer), (item) => (item.kind === 'field' ? fieldRow(designer, item.field, item) : blockRow(designer, outline, item)))}</ol>
    ${items.length === 0 ? html`<p class="small muted">${designer.words.emptyList}</p>` : nothing}`;
}

function blockRow(designer: RowDesigner, outline: FormOutline, block: PlacedBlock): TemplateResult {
  const { context } = designer;
  const { pointer, list, index, lists } = block;
  const title = blockTitle(designer, block);
  const isInHand = designer.inHand?.kind === 'part' && designer.inHand.pointer === pointer;
  return html`<li class="field-row ${isInHand ? 'selected' : ''}" data-index=${index}><div class="line">${context.readonly ? nothing : grip(designer, { list, index }, title)}<span class="grow">${partLink(designer, pointer, title)}</span></div>
    ${isInHand && !context.readonly ? blockActions(designer, outline, block, title) : nothing}
    ${block.kind === 'tabs' ? html`<ol class="field-list tab-list" data-list="${pointer}/tabs" data-holds="tabs">${lists.map((tab, place) => tabRow(designer, outline, block, tab, place))}</ol>` : lists.map((inner) => itemList(designer, outline, inner.list, inner.items))}</li>`;
}

function tabRow(designer: RowDesigner, outline: FormOutline, block: PlacedBlock, { pointer, list, items }: PlacedBlock['lists'][number], index: number): TemplateResult {
  const { context, words } = designer;
  const title = partTitle(designer, pointer);
  const name = `${words.tabs}${context.messages.colon}${title}`;
  const place = { list: `${block.pointer}/tabs`, index };
  const isInHand = designer.inHand?.kind === 'part' && designer.inHand.pointer === pointer;
  return html`<li class="field-row ${isInHand ? 'selected' : ''}" data-index=${index}><div class="line">${context.readonly || block.lists.length < 2 ? nothing : grip(designer, place, name)}<span class="grow">${partLink(designer, pointer, name)}</span></div>
    ${isInHand && !context.readonly ? html`<div class="actions">${arrows(designer, place, block.lists.length, name)}${addHere(designer, { list, index: items.length }, title)}</div>` : nothing}${itemList(designer, outline, list, items)}</li>`;
}

function blockActions(designer: RowDesigner, outline: FormOutline, block: PlacedBlock, title: string): TemplateResult {
  const [inner] = block.kind === 'group' ? block.lists : [];
  return html`<div class="actions">${arrows(designer, block, listAt(designer.context.document, block.list).length, title)}${placeInput(designer, outline, block, title)}
    ${inner === undefined ? nothing : addHere(designer, { list: inner.list, index: inner.items.length }, title)}</div>`;
}
