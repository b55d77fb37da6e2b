import type { DiffLine, Locale, SchemeChange } from '@cobuild/core';
import type { SchemeComparison } from '@cobuild/rules';
import type { TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import { tag } from '../../internal/pieces.js';
import type { VersionsWords } from './words.js';

export interface ComparisonContext {
  readonly locale: Locale;
  readonly words: VersionsWords;
  /** Opens the page of a place, where the newer side is the one that is open. */
  readonly open?: ((pointer: string) => void) | undefined;
}

/** Changes by parts, each as one line: what it is about, what was said before and is said now. */
export function comparisonView({ total, parts }: SchemeComparison, context: ComparisonContext): TemplateResult {
  const { words } = context;
  if (total === 0) return html`<p class="muted">${words.same}</p>`;
  return html`<div class="comparison-parts stack">${parts.map(({ title, changes }) => html`<section class="stack tight"><h4>${title} <span class="small muted">${words.places(changes.length)}</span></h4>
    <ul class="changes">${changes.map((change) => html`<li class="change ${change.kind}">${changeLine(change, context)}</li>`)}</ul></section>`)}</div>`;
}

/** One change: 公示天数：5 个工作日 → 7 个工作日; of a list what came and went. */
export function changeLine(change: SchemeChange, { words, open }: ComparisonContext): TemplateResult {
  const { kind, pointer, class: weight, words: { place, before, after, gained, lost } } = change;
  const name = open === undefined || kind === 'removed' ? html`<span class="change-place">${place}</span>` : html`<button type="button" class="link change-place" @click=${() => open(pointer)}>${place}</button>`;
  const was = before === undefined || isJson(before) ? nothing : html`<del>${before}</del>`;
  const now = after === undefined || isJson(after) ? nothing : html`<ins>${after}</ins>`;
  const listed = gained === undefined && lost === undefined ? undefined : html`${lost === undefined ? nothing : html`<span>${words.lost}<del>${lost}</del></span>`} ${gained === undefined ? nothing : html`<span>${words.gained}<ins>${gained}</ins></span>`}`;
  const body = listed ?? (kind === 'changed' || kind === 'moved' ? (was === nothing && now === nothing ? html`<span>${words.rewritten}</span>` : html`${was} <span aria-hidden="true">→</span><span class="visually-hidden">${words.becomes}</span> ${now}`) : kind === 'added' ? now : was);
  return html`${tag(kind === 'added' ? 'success' : kind === 'removed' ? 'danger' : 'info', words.kinds[kind], kind === 'added' ? 'plus' : kind === 'removed' ? 'cross' : 'pen')} ${name} ${weight === 'breaking' ? tag('warning', words.breaking) : nothing} <span class="change-words">${body}</span>`;
}

/** What has no words of its own; the text shows it. */
const isJson = (text: string): boolean => /^[[{]/.test(text);

/** So many equal lines are shown around those that differ. */
const AROUND = 3;

/** Two texts laid over each other; equal lines far from a difference are left out. */
export function linesView(lines: readonly DiffLine[], label: string, words: VersionsWords): TemplateResult {
  const near = new Set<number>();
  lines.forEach(({ kind }, index) => { if (kind !== 'same') for (let at = index - AROUND; at <= index + AROUND; at += 1) near.add(at); });
  if (near.size === 0) return html`<p class="muted">${words.same}</p>`;
  const rows = lines.flatMap((line, index) => (near.has(index) ? [{ line, gap: index > 0 && !near.has(index - 1) }] : []));
  const signs = { same: ' ', added: '+', removed: '−' } as const;
  return html`<div class="lines" tabindex="0" role="region" aria-label=${label}><table><caption class="visually-hidden">${label}</caption>
    <thead class="visually-hidden"><tr><th scope="col">${words.oldLine}</th><th scope="col">${words.newLine}</th><th scope="col">${words.lineKind}</th><th scope="col">${words.lineText}</th></tr></thead>
    <tbody>${rows.map(({ line: { kind, text, oldLine, newLine }, gap }) => html`${gap ? html`<tr class="gap"><td colspan="4" aria-label=${words.leftOut}>⋯</td></tr>` : nothing}<tr class=${kind}><td class="number">${oldLine ?? ''}</td><td class="number">${newLine ?? ''}</td><td class="sign">${kind === 'same' ? nothing : html`<span aria-hidden="true">${signs[kind]}</span><span class="visually-hidden">${words.kinds[kind]}</span>`}</td><td><code>${text}</code></td></tr>`)}</tbody></table></div>`;
}
