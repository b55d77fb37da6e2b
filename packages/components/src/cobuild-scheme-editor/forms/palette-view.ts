import type { TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import { live } from 'lit/directives/live.js';
import { icons } from '../../internal/icons.js';
import { definitionName } from './definition-views.js';
import type { OfferedDefinition } from './definitions.js';
import { isDefinition, offeredDefinitions } from './definitions.js';
import type { Designer } from './designer-actions.js';
import type { FormOutline, Spot } from './form-outline.js';
import type { PaletteEntry, PartKind } from './palette.js';
import { PARTS, palette, paletteGroups, partKinds } from './palette.js';
import { spotTitle } from './spot-titles.js';
import type { FormsWords } from './words.js';
import { formsWords } from './words.js';

/** How the palette stands, and what becomes of what somebody takes from it. */
export interface PaletteOptions {
  /** On a phone, where it is folded otherwise. */
  readonly isOpen: boolean;
  readonly query: string;
  /** Where the next field goes. */
  readonly spot: Spot | undefined;
  readonly toggle: () => void;
  readonly search: (query: string) => void;
  readonly addEntry: (entry: PaletteEntry) => void;
  readonly addDefinition: (offered: OfferedDefinition) => void;
  readonly addPart: (kind: PartKind) => void;
}

/** What a definition is called among the entries that can be dragged. */
export const definitionEntry = ({ address }: OfferedDefinition): string => `definition ${address}`;

/** What can be asked and what arranges it, to be pressed or dragged; by a search, those that it finds. */
export function paletteView(designer: Designer, outline: FormOutline, options: PaletteOptions): TemplateResult {
  const { words } = designer;
  const { isOpen, query } = options;
  const found = foundEntries(query);
  const parts = isDefinition(designer.form) ? [] : foundParts(query).filter((kind) => kind === 'section' || outline.steps.length > 0);
  const shared = isDefinition(designer.form) ? [] : foundDefinitions(designer, query);
  return html`<section class="palette ${isOpen ? 'open' : ''}" aria-label=${words.palette}>
    <button type="button" class="button secondary palette-toggle" aria-expanded=${isOpen} @click=${options.toggle}>${icons.plus}${words.showPalette}</button>
    <div class="body"><label class="visually-hidden" for="palette-search">${words.search}</label><input class="input" id="palette-search" type="search" autocomplete="off" placeholder=${words.searchHelp} .value=${live(query)} @input=${(event: Event) => options.search((event.target as HTMLInputElement).value)}>
      <p class="small muted">${words.addsTo(spotTitle(designer, options.spot))}</p>
      ${found.length + parts.length + shared.length === 0 ? html`<p class="small" role="status">${words.noEntry}</p>` : paletteGroups.map((group) => {
        const entries = found.filter((entry) => entry.group === group);
        return entries.length === 0 ? nothing : html`<h4 id="palette-${group}">${words.groups[group]}</h4><ul class="entries" aria-labelledby="palette-${group}">${entries.map((entry) => html`<li><button type="button" class="entry" data-entry=${entry.id} data-holds="items" data-title=${words.entries[entry.id]} @click=${() => options.addEntry(entry)}>${icons.plus}${words.entries[entry.id]}</button></li>`)}</ul>`;
      })}
      ${shared.length === 0 ? nothing : html`<h4 id="palette-definitions">${words.definitions}</h4><ul class="entries" aria-labelledby="palette-definitions">${shared.map((each) => html`<li><button type="button" class="entry" data-entry=${definitionEntry(each)} data-holds="items" data-title=${definitionName(designer, each)} @click=${() => options.addDefinition(each)}>${icons.plus}<span>${definitionName(designer, each)}${each.ready === undefined ? nothing : html`<span class="small muted"> ${words.readyDefinition}</span>`}</span></button></li>`)}</ul>`}
      ${parts.length === 0 ? nothing : html`<h4 id="palette-parts">${words.arranging}</h4><ul class="entries" aria-labelledby="palette-parts">${parts.map((kind) => html`<li><button type="button" class="entry" data-entry=${kind} data-holds=${PARTS[kind]} data-title=${words[kind]} @click=${() => options.addPart(kind)}>${icons.plus}${words[kind]}</button></li>`)}</ul>`}</div></section>`;
}

/** By words of both languages, since people know either. */
const isFound = (query: string, said: (words: FormsWords) => string): boolean => [formsWords['zh-CN'], formsWords.en].some((words) => said(words).toLowerCase().includes(query.trim().toLowerCase()));

const foundEntries = (query: string): readonly PaletteEntry[] => palette.filter(({ id, group }) => isFound(query, (words) => `${words.entries[id]} ${words.others[id]} ${words.groups[group]}`));

const foundParts = (query: string): readonly PartKind[] => partKinds.filter((kind) => isFound(query, (words) => `${words[kind]} ${words.arranging}`));

const foundDefinitions = ({ context }: Designer, query: string): readonly OfferedDefinition[] => offeredDefinitions(context.document).filter(({ title, name }) => isFound(query, (words) => `${title['zh-CN']} ${title.en ?? ''} ${name} ${words.definitions}`));
