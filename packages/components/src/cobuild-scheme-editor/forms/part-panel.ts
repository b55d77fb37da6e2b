import { valueAt } from '@cobuild/core';
import type { TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import { live } from 'lit/directives/live.js';
import { button } from '../../internal/pieces.js';
import { idOf } from '../editor-context.js';
import { guarded, lockNotice, lockSentence } from '../guided/guard-rails.js';
import type { Designer } from './designer-actions.js';
import { partTitle } from './designer-actions.js';
import { addedTab, movedItem, removedBlock, removedSections, removedTab } from './form-changes.js';
import type { FormOutline, PlacedBlock, SectionOutline, StepOutline } from './form-outline.js';
import { blocksIn, fieldsIn, formOutline, schemaPointer } from './form-outline.js';
import { choiceInput, conditionInput, folded, localizedInput, tickInput } from './panel-parts.js';
import { newTitle } from './new-titles.js';

const COLUMNS = ['1', '2', '3', '4'] as const;

/** Settings of a step, a section, or what arranges fields in one. */
export function partPanel(designer: Designer, pointer: string): TemplateResult {
  const { context, words, form } = designer;
  const outline = formOutline(context.document, form);
  const step = outline.steps.find((each) => each.pointer === pointer);
  const section = outline.sections.find((each) => each.pointer === pointer);
  const blocks = outline.sections.flatMap(({ items }) => blocksIn(items));
  const block = blocks.find((each) => each.pointer === pointer);
  const tabs = blocks.find(({ kind, lists }) => kind === 'tabs' && lists.some((tab) => tab.pointer === pointer));
  const title = block?.kind === 'tabs' ? words.tabs : partTitle(designer, pointer);
  return html`<aside class="panel quiet field-panel" aria-label=${words.settingsOf(title)} @keydown=${(event: KeyboardEvent) => { if (event.key === 'Escape') { event.stopPropagation(); designer.take(undefined, { focus: true }); } }}>
    <div class="row spread"><h3 tabindex="-1" class="panel-title">${title}</h3>${button({ label: '', icon: 'cross', kind: 'quiet', name: words.close, onClick: () => designer.take(undefined, { focus: true }) })}</div>
    ${lockNotice(context, pointer)}
    ${block?.kind === 'text' ? localizedInput(designer, `${pointer}/text`, words.text, { long: true, required: true, name: 'title' }) : nothing}
    ${block?.kind === 'text' || block?.kind === 'tabs' ? nothing : localizedInput(designer, `${pointer}/title`, words.title, { required: step !== undefined || tabs !== undefined, name: 'title' })}
    ${step !== undefined || section !== undefined || block?.kind === 'group' ? localizedInput(designer, `${pointer}/description`, words.description, { long: true }) : nothing}
    ${section !== undefined || tabs !== undefined || block?.kind === 'group' ? choiceInput(context, `${pointer}/columns`, words.columns, COLUMNS.map((count) => [count, count] as const)) : nothing}
    ${step === undefined ? nothing : choiceInput(context, `${form}/layout/show`, words.show, (['page', 'steps', 'taskList', 'tabs'] as const).map((value) => [value, words.shows[value]] as const))}
    ${conditionInput(designer, `${pointer}/visibleWhen`, words.visibleWhen)}
    ${step === undefined ? nothing : html`${tickInput(context, `${pointer}/afterEarlierSteps`, words.afterEarlierSteps)}
      ${folded(words.opensWhen, html`${conditionInput(designer, `${pointer}/opensWhen`, words.opensWhen)}${localizedInput(designer, `${pointer}/opensText`, words.help, { long: true })}`, valueAt(context.document, `${pointer}/opensWhen`) !== undefined)}`}
    ${section === undefined || context.readonly || outline.steps.length < 2 ? nothing : stepInput(designer, section, outline)}
    ${step === undefined && section === undefined ? nothing : lockInput(designer, pointer)}
    ${context.readonly ? nothing : step !== undefined ? removal(designer, step.sections, outline, words.removeStep, step) : section !== undefined ? removal(designer, [section], outline, words.removeSection) : block !== undefined ? blockEnds(designer, block) : tabs !== undefined ? tabEnds(designer, tabs, pointer) : nothing}
  </aside>`;
}

/** What districts may do with it. */
function lockInput({ context, words }: Designer, pointer: string): TemplateResult {
  const at = `${pointer}/overlay`;
  return choiceInput(guarded(context, context.overlayRule(at)), at, words.lock, (['', 'keep', 'locked'] as const).map((value) => [value, words.locks[value === '' ? 'any' : value]] as const));
}

function stepInput(designer: Designer, section: SectionOutline, { steps }: FormOutline): TemplateResult {
  const { context, words } = designer;
  const id = `${idOf(section.pointer)}-step`;
  const take = (event: Event): void => {
    const target = steps.find(({ pointer }) => pointer === (event.target as HTMLSelectElement).value);
    const from = { list: `${section.step}/sections`, index: Number(section.pointer.slice(section.step.length + '/sections/'.length)) };
    if (target === undefined || target.pointer === section.step) return;
    if (context.change(movedItem(context.document, from, { list: `${target.pointer}/sections`, index: target.sections.length }))) designer.take({ kind: 'part', pointer: `${target.pointer}/sections/${target.sections.length}` });
  };
  // A step is left with a section to ask something.
  const isOnly = steps.find(({ pointer }) => pointer === section.step)?.sections.length === 1;
  return html`<div class="choice-line"><label class="label" for=${id}>${words.moveToStep}</label><select class="input" id=${id} ?disabled=${isOnly} .value=${live(section.step)} @change=${take}>${steps.filter(({ review }) => !review).map(({ pointer }) => html`<option value=${pointer} ?selected=${pointer === section.step}>${partTitle(designer, pointer)}</option>`)}</select></div>`;
}

/** A group or tabs are taken apart, a text goes. */
function blockEnds(designer: Designer, block: PlacedBlock): TemplateResult {
  const { context, words } = designer;
  if (context.overlayRule(block.pointer) !== undefined) return html`<p class="small muted">${words.locked}</p>`;
  return html`${block.kind === 'tabs' ? tabAdd(designer, block) : nothing}<div class="stack">${button({ label: words.dissolve[block.kind], icon: 'trash', kind: 'quiet danger', onClick: () => { if (context.change(removedBlock(context.document, block))) designer.take(undefined, { focus: true }); } })}${block.kind === 'text' ? nothing : html`<p class="small muted">${words.dissolveHelp}</p>`}</div>`;
}

function tabAdd(designer: Designer, block: PlacedBlock): TemplateResult {
  const { context, words, form } = designer;
  const add = (): void => {
    const { changes, pointer } = addedTab(context.document, form, block.pointer, newTitle('newTab'));
    if (context.change(changes)) designer.take({ kind: 'part', pointer }, { focus: true });
  };
  return html`<div class="row">${button({ label: words.addTab, icon: 'plus', kind: 'quiet', onClick: add })}</div>`;
}

function tabEnds(designer: Designer, block: PlacedBlock, pointer: string): TemplateResult {
  const { context, words } = designer;
  const index = block.lists.findIndex((tab) => tab.pointer === pointer);
  const isLocked = context.overlayRule(pointer) !== undefined;
  return html`${tabAdd(designer, block)}${isLocked ? html`<p class="small muted">${words.locked}</p>` : html`<div class="stack">${button({ label: words.removeTab, icon: 'trash', kind: 'quiet danger', onClick: () => { if (context.change(removedTab(context.document, block, index))) designer.take(undefined, { focus: true }); } })}<p class="small muted">${block.lists.length === 1 ? words.dissolveHelp : words.removeTabHelp}</p></div>`}`;
}

/** Whoever takes a section away says what becomes of its fields. */
function removal(designer: Designer, sections: readonly SectionOutline[], outline: FormOutline, label: string, step?: StepOutline): unknown {
  const { context, words, form } = designer;
  const others = outline.sections.filter((each) => !sections.includes(each));
  const fields = sections.flatMap(({ items }) => fieldsIn(items)).map(({ field }) => field);
  const count = fields.length;
  // A question of the base can stand elsewhere, and cannot go.
  const holdsBaseFields = fields.some((field) => context.overlayRule(schemaPointer(context.document, form, field)) !== undefined);
  const kept = [...sections, ...(step === undefined ? [] : [step])].map(({ pointer }) => context.overlayRule(pointer)).find((rule) => rule?.mayRemove === false);
  // What is kept itself is said above.
  const isSaid = lockSentence(context, context.overlayRule(step?.pointer ?? sections[0]?.pointer ?? '')) !== '';
  if (kept !== undefined) return !isSaid ? html`<p class="small muted">${words.holdsKept}</p>` : nothing;
  if (others.length === 0 && sections.length > 0) return html`<p class="small muted">${words.onlySection}</p>`;
  const remove = (keepIn: SectionOutline | undefined): void => {
    const changes = step !== undefined && step.sections.length === 0 ? [{ kind: 'remove', pointer: step.pointer } as const] : removedSections(context.document, form, sections, keepIn);
    if (context.change(changes)) designer.take(undefined, { focus: true });
  };
  if (!designer.isRemoving) return html`<div class="row">${button({ label, icon: 'trash', kind: 'quiet danger', onClick: () => { if (count === 0) remove(undefined); else designer.askToRemove(true); } })}</div>`;
  const id = `${idOf(form)}-keep`;
  const submit = (event: Event): void => {
    event.preventDefault();
    const chosen = ((event.target as HTMLFormElement).elements.namedItem('keep') as HTMLSelectElement).value;
    remove(others.find(({ pointer }) => pointer === chosen));
  };
  return html`<form class="notice-box warning removing" tabindex="-1" @submit=${submit}><div class="body stack"><label for=${id}>${words.sectionFields(count)}</label>
    <select class="input" id=${id} name="keep">${others.map(({ pointer }) => html`<option value=${pointer}>${words.keepFields}${context.messages.colon}${partTitle(designer, pointer)}</option>`)}${holdsBaseFields ? nothing : html`<option value="">${words.dropFields}</option>`}</select>
    <div class="row"><button class="button danger">${label}</button>${button({ label: words.cancel, onClick: () => designer.askToRemove(false) })}</div></div></form>`;
}
