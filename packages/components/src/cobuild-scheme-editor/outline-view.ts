import type { TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import { guard } from 'lit/directives/guard.js';
import type { EditorContext } from './editor-context.js';
import { counts } from './guided/place-editor.js';
import type { OutlineEntry } from './outline.js';
import { outlineOf, pageOf } from './outline.js';

/** The parts of the scheme as links, those of the part that is open with its things. Of hundreds of lines only those that changed are drawn anew. */
export function outlineView(context: EditorContext, place: string): TemplateResult {
  const { words, locale, document } = context;
  const page = pageOf(place);
  const things = ({ pointer, things: each }: OutlineEntry): unknown => (each.length === 0 || (page !== pointer && !each.some((thing) => thing.pointer === page)) ? nothing
    : html`<ul>${each.map((thing) => html`<li>${line(context, thing.pointer, thing.title, page)}</li>`)}</ul>`);
  return html`<ul><li>${line(context, '', words.overview, page)}</li>
    ${outlineOf(document, locale).filter(({ absent }) => !absent).map((entry) => html`<li>${line(context, entry.pointer, entry.title, page)}${things(entry)}</li>`)}
    <li>${line(context, '/tests', words.tests, page)}</li></ul>`;
}

function line(context: EditorContext, pointer: string, title: string, page: string): unknown {
  return guard([pointer, title, page === pointer, context.locale, context.problemsIn(pointer)], () => html`<span class="row spread line"><button type="button" class="link" aria-current=${page === pointer ? 'page' : nothing} @click=${() => context.open(pointer)}>${title}</button>${pointer === '' ? nothing : counts(context, pointer)}</span>`);
}
