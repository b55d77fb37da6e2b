import type { DefinitionVersion, LocalizedText } from '@cobuild/core';
import { definitionDifferences, definitionUses, definitionVersions, localize, nextVersion, valueAt } from '@cobuild/core';
import type { TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import { button, noticeBox } from '../../internal/pieces.js';
import type { EditorContext } from '../editor-context.js';
import { lockNotice } from '../guided/guard-rails.js';
import { titleOf } from '../outline.js';
import type { DrawnField } from './definitions.js';
import { definitionPut, offeredDefinitions } from './definitions.js';
import type { Designer } from './designer-actions.js';
import { formsWords } from './words.js';

type Speaker = Pick<Designer, 'context' | 'words'>;

/** `单位 第1版`. */
export const definitionName = ({ context, words }: Speaker, { title, version }: { readonly title: LocalizedText; readonly version: number }): string => words.definitionVersion(localize(title, context.locale), version);

/** What forms are drawn from stays as it is: a change is a new version. */
export function isChangeable({ document }: EditorContext, pointer: string): boolean {
  const own = definitionVersions(document).find((each) => each.pointer === pointer);
  return own === undefined || definitionUses(document, own.address).length === 0;
}

/** Above the questions of a definition: who is drawn from it, and the way to a new version. */
export function definitionActions(designer: Designer): unknown {
  const { context, words, form } = designer;
  const own = definitionVersions(context.document).find(({ pointer }) => pointer === form);
  if (own === undefined) return nothing;
  const remove = (): void => { if (context.change({ kind: 'remove', pointer: form })) context.open('/definitions'); };
  return isChangeable(context, form)
    ? html`${lockNotice(context, form)}<p class="small muted">${words.definitionOpen(definitionName(designer, own))}</p>${context.readonly ? nothing : html`<div class="row">${button({ label: words.removeVersion, icon: 'trash', kind: 'quiet', name: `${words.removeVersion}${context.messages.colon}${definitionName(designer, own)}`, onClick: remove })}</div>`}`
    : noticeBox('info', words.sharedField, html`${usersOf(designer, own)}${context.readonly ? nothing : html`<div class="row">${newVersionButton(designer, own)}</div>`}`, { title: words.definitionKept(definitionName(designer, own)) });
}

function newVersionButton(designer: Speaker, own: DefinitionVersion): TemplateResult {
  const { context, words } = designer;
  const make = (): void => {
    const next = nextVersion(context.document, own.pointer);
    if (next !== undefined && context.change(next.change)) context.open(next.pointer);
  };
  return button({ label: words.makeVersion, icon: 'plus', name: `${words.makeVersion}${context.messages.colon}${definitionName(designer, own)}`, onClick: make });
}

/** The forms and definitions that are drawn from a version, each a way there. */
function usersOf({ context, words }: Speaker, { address }: DefinitionVersion): TemplateResult {
  const holders = [...new Set(definitionUses(context.document, address).map(({ holder }) => holder))];
  return html`<p class="small">${holders.length === 0 ? words.notUsed : html`${words.usedAt}${context.messages.colon}${holders.map((holder, index) => html`${index === 0 ? nothing : ' · '}<button type="button" class="link" @click=${() => context.open(holder)}>${titleOf(valueAt(context.document, holder), context.locale)}</button>`)}`}</p>`;
}

/** The definitions of the scheme with who is drawn from them, and those that come with the product and can be put into it. */
export function definitionList(designer: Speaker): TemplateResult {
  const { context, words } = designer;
  const versions = definitionVersions(context.document);
  const ready = offeredDefinitions(context.document).flatMap((each) => (each.ready === undefined ? [] : [{ ...each, ready: each.ready }]));
  const put = (each: (typeof ready)[number]): void => void context.change(definitionPut(context.document, each.ready));
  return html`<div class="stack"><p class="small muted">${words.definitionsHelp}</p>
    ${versions.length === 0 ? html`<p>${words.noDefinitions}</p>` : html`<ul class="things">${versions.map((each) => html`<li class="item"><div class="grow"><button type="button" class="link" @click=${() => context.open(each.pointer)}>${definitionName(designer, each)}</button>${usersOf(designer, each)}</div>${context.readonly ? nothing : html`<span class="row">${newVersionButton(designer, each)}</span>`}</li>`)}</ul>`}
    ${context.readonly || ready.length === 0 ? nothing : html`<div class="row">${ready.map((each) => button({ label: words.putDefinition(localize(each.title, context.locale)), icon: 'plus', kind: 'quiet', onClick: () => put(each) }))}</div>`}</div>`;
}

/** The page of all definitions. */
export const definitionsPage = (context: EditorContext): TemplateResult => definitionList({ context, words: formsWords[context.locale] });

/** Which field, if any, is asked whether it takes the newer version. */
interface Taking { reference?: string | undefined }

/** In the settings of a field: what it is drawn from, the way there, and the newer version with all that it changes before it is taken. */
export function definitionNote(designer: Designer, { definition, newer, reference }: DrawnField): TemplateResult {
  const { context, words } = designer;
  const taking = context.keep<Taking>('definition', () => ({}));
  const ask = (at: string | undefined): void => {
    taking.reference = at;
    context.redraw((root) => root.querySelector<HTMLElement>(at === undefined ? '.field-panel .take-version' : '.field-panel .taking')?.focus());
  };
  const take = (address: string, said: string): void => {
    taking.reference = undefined;
    if (context.change({ kind: 'set', pointer: reference, value: address })) designer.say(said);
    context.redraw((root) => root.querySelector<HTMLElement>('.field-panel .panel-title')?.focus());
  };
  return html`<div class="definition-note"><p class="small">${words.drawnFrom}${context.messages.colon}<strong>${definitionName(designer, definition)}</strong> <button type="button" class="link" @click=${() => context.open(definition.pointer)}>${words.toDefinition}</button></p>
    ${newer === undefined || context.readonly ? nothing : taking.reference === reference
      ? html`<div class="notice-box info taking" role="group" aria-label=${words.takeVersion(newer.version)} tabindex="-1"><div class="body"><p>${words.versionChanges(definitionName(designer, newer))}</p>${differenceList(designer, definition, newer)}
        <div class="row">${button({ label: words.takeVersion(newer.version), kind: 'primary', onClick: () => take(newer.address, words.versionTaken(definitionName(designer, newer))) })}${button({ label: words.cancel, onClick: () => ask(undefined) })}</div></div></div>`
      : html`<button type="button" class="button secondary take-version" @click=${() => ask(reference)}>${words.takeVersion(newer.version)}</button>`}</div>`;
}

function differenceList({ context, words }: Designer, from: DefinitionVersion, to: DefinitionVersion): TemplateResult {
  const differences = definitionDifferences(context.document, from.address, to.address);
  return differences.length === 0 ? html`<p>${words.nothingChanges}</p>` : html`<ul>${differences.map(({ kind, title }) => html`<li>${words.differences[kind](localize(title, context.locale))}</li>`)}</ul>`;
}
