import type { SchemeTexts } from '@cobuild/core';
import { createSchemeDraft, newSchemeTexts } from '@cobuild/core';
import type { TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import type { EditorWords } from './words.js';

/** A scheme that others begin with: a title and its files, with those of the schemes that it extends. */
export interface SchemeTemplate {
  readonly title: string;
  readonly files: SchemeTexts;
  readonly base?: SchemeTexts;
}

export interface StartOptions {
  readonly words: EditorWords;
  readonly templates: readonly SchemeTemplate[];
  /** An id for whoever does not mind. */
  readonly proposedId: string;
  readonly begin: (id: string, title: string, template: SchemeTemplate | undefined) => void;
}

/** Nothing is open: a new scheme, or one that begins as another. */
export function startView({ words, templates, proposedId, begin }: StartOptions): TemplateResult {
  const create = (event: Event): void => {
    event.preventDefault();
    const { elements } = event.target as HTMLFormElement;
    const [title, id] = ['title', 'id'].map((name) => elements.namedItem(name) as HTMLInputElement) as [HTMLInputElement, HTMLInputElement];
    id.setCustomValidity(/^[A-Za-z][A-Za-z0-9-]*$/.test(id.value.trim()) ? '' : words.keyWrong);
    if (!id.checkValidity()) { id.reportValidity(); return; }
    const chosen = (elements.namedItem('template') as HTMLSelectElement | null)?.value ?? '';
    begin(id.value.trim(), title.value.trim(), chosen === '' ? undefined : templates[Number(chosen)]);
  };
  return html`<h2>${words.newScheme}</h2>
    <form class="stack" @submit=${create}>
      <div><label class="label alone" for="new-title">${words.newTitle}</label><input class="input" id="new-title" name="title" autocomplete="off" required></div>
      <div><label class="label alone" for="new-id">${words.newId}</label><p class="help small" id="new-id-help">${words.newIdHelp}</p><input class="input" id="new-id" name="id" autocomplete="off" required value=${proposedId} @focus=${(event: Event) => (event.target as HTMLInputElement).select()} aria-describedby="new-id-help" @input=${(event: Event) => (event.target as HTMLInputElement).setCustomValidity('')}></div>
      ${templates.length === 0 ? nothing : html`<div><label class="label alone" for="template">${words.beginWith}</label><select class="input" id="template" name="template"><option value="">${words.blank}</option>${templates.map(({ title }, index) => html`<option value=${index}>${title}</option>`)}</select></div>`}
      <div class="row"><button class="button primary">${words.create}</button></div>
    </form>`;
}

/** The files of a new scheme: few and empty, or those of a template under a name of their own. */
export function begunTexts(id: string, title: string, template: SchemeTemplate | undefined): SchemeTexts {
  if (template === undefined) return newSchemeTexts(id, title);
  const { files, base = {} } = template;
  const draft = createSchemeDraft(files, { base: { read: (path) => base[path] } });
  draft.change([{ kind: 'set', pointer: '/id', value: id }, { kind: 'set', pointer: '/version', value: '1.0.0' }, { kind: 'set', pointer: '/title', value: { 'zh-CN': title } }]);
  return draft.texts;
}
