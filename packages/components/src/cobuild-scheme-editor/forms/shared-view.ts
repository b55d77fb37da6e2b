import type { TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import { button } from '../../internal/pieces.js';
import { definitionList } from './definition-views.js';
import type { Designer } from './designer-actions.js';
import { fieldTitle } from './designer-actions.js';
import type { SharedField } from './shared-fields.js';
import { removedShared, sharedFields } from './shared-fields.js';

export interface SharedOptions {
  readonly open: (field: string) => void;
  /** Adds a field that is drawn from it. */
  readonly use: (shared: SharedField) => void;
}

/** What several fields are drawn from: the scheme's definitions, and those of this form with their uses. */
export function sharedView(designer: Designer, { open, use }: SharedOptions): TemplateResult {
  const { context, words, form } = designer;
  const all = sharedFields(context.document, form);
  return html`<div class="stack"><h4>${words.definitions}</h4>${definitionList(designer)}<h4>${words.sharedInForm}</h4><p class="small muted">${words.sharedHelp}</p>
    ${all.length === 0 ? html`<p>${words.noShared}</p>` : html`<ul class="things">${all.map((shared) => html`<li class="item"><div class="grow"><strong><code>${shared.name}</code></strong>
      <p class="small">${shared.fields.length === 0 ? words.notUsed : html`${words.usedAt}${context.messages.colon}${shared.fields.map((field, index) => html`${index === 0 ? nothing : ' · '}<button type="button" class="link" @click=${() => open(field)}>${fieldTitle(context, form, field)}</button>`)}`}</p></div>
      ${context.readonly ? nothing : html`<span class="row">${button({ label: words.useShared(shared.name), icon: 'plus', kind: 'quiet', onClick: () => use(shared) })}
      ${button({ label: '', icon: 'trash', kind: 'quiet', name: words.removeShared(shared.name), disabled: shared.fields.length > 0, onClick: () => void context.change(removedShared(context.document, form, shared)) })}</span>`}</li>`)}</ul>`}</div>`;
}
