import type { AnswerPlace } from '@cobuild/core';
import type { TemplateResult } from 'lit';
import { html } from 'lit';

/** Answers that stand together in a section: in one group or tab of the layout, or in none. */
export interface HeadedPart<Entry> {
  /** Titles from the outside, one behind the other; `''` for answers that stand in the section itself. */
  readonly title: string;
  /** Texts of the layout in front of them. */
  readonly notes: readonly string[];
  readonly entries: readonly Entry[];
}

/** Divides the answers of a section where the group around them changes, and where a text stands between them. */
export function headedParts<Entry>(entries: readonly Entry[], placeOf: (entry: Entry) => AnswerPlace): readonly HeadedPart<Entry>[] {
  const parts: { title: string; notes: readonly string[]; entries: Entry[] }[] = [];
  for (const entry of entries) {
    const { under = [], notes = [] } = placeOf(entry);
    const title = under.join(' · ');
    const last = parts[parts.length - 1];
    if (last !== undefined && last.title === title && notes.length === 0) last.entries.push(entry);
    else parts.push({ title, notes, entries: [entry] });
  }
  return parts;
}

interface PartHead { readonly title: string; readonly notes: readonly string[]; readonly level?: 3 | 4 }

/** A part under its heading; one without stands as it is. */
export function answersPart({ title, notes, level = 4 }: PartHead, body: TemplateResult): TemplateResult {
  const texts = notes.map((note) => html`<p class="intro">${note}</p>`);
  if (title === '') return html`${texts}${body}`;
  return html`<div class="answers-part stack tight" role="group" aria-label=${title}>${level === 3 ? html`<h3>${title}</h3>` : html`<h4>${title}</h4>`}${texts}${body}</div>`;
}
