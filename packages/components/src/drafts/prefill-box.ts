import type { FormNode, FormStep, PrefillNote } from '@cobuild/core';
import { localize } from '@cobuild/core';
import type { TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import { dayOf } from '../internal/dates.js';
import { noticeBox } from '../internal/pieces.js';
import type { DraftView } from './draft-status.js';

/** Says of a step which of its answers came from where; an answer that the person changed is theirs and is not named. */
export function prefillBox(step: FormStep | undefined, notes: ReadonlyMap<string, PrefillNote>, { locale, words, text }: DraftView): TemplateResult | typeof nothing {
  if (step === undefined || notes.size === 0) return nothing;
  const lines = new Map<string, { readonly note: PrefillNote; readonly labels: string[] }>();
  for (const node of nodesOf(step)) {
    const note = notes.get(node.pointer);
    if (note === undefined || note.changed) continue;
    const key = `${note.source.id} ${dayOf(note.at, locale)}`;
    lines.set(key, { note, labels: [...(lines.get(key)?.labels ?? []), node.label] });
  }
  if (lines.size === 0) return nothing;
  const body = [...lines.values()].map(({ note, labels }) => html`<p>${text.prefilledFrom({ labels: labels.join(text.listed), source: localize(note.source.title, locale), date: dayOf(note.at, locale) })}</p>`);
  return html`<div class="draft-prefill" part="prefilled">${noticeBox('info', words.info, body, { title: text.prefillTitle })}</div>`;
}

function nodesOf({ sections }: FormStep): readonly FormNode[] {
  const visible = (nodes: readonly FormNode[]): readonly FormNode[] => nodes.filter((node) => node.visible).flatMap((node) => [node, ...visible(node.children)]);
  return sections.filter((section) => section.visible).flatMap((section) => visible(section.fields));
}
