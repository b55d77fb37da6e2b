import { diffLines } from '@cobuild/core';
import { compareSchemes } from '@cobuild/rules';
import type { TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import { instantText } from '../../internal/dates.js';
import { button, dataTable, tag } from '../../internal/pieces.js';
import type { ComparisonContext } from './comparison-view.js';
import { comparisonView, linesView } from './comparison-view.js';
import type { EditedFiles, SchemeVersion, Side, SideContent, VersionsDesk } from './versions-desk.js';

/** The versions of a scheme, and what differs between two of them. */
export function versionsView(desk: VersionsDesk, versions: readonly SchemeVersion[], edited: EditedFiles, context: ComparisonContext): TemplateResult {
  const { words, locale } = context;
  const { before, after } = desk.sides(versions);
  const title = (side: Side): string => (side === 'current' ? words.current : side === 'saved' ? words.saved : words.version(versions.find(({ hash }) => hash === side)?.version ?? side));
  const choices: readonly Side[] = ['current', 'saved', ...versions.map(({ hash }) => hash)];
  const choose = (label: string, name: 'before' | 'after', chosen: Side): TemplateResult => html`<span class="row"><label for="version-${name}">${label}</label><select class="input small-input" id="version-${name}" @change=${(event: Event) => desk.choose({ [name]: (event.target as HTMLSelectElement).value })}>
    ${choices.map((side) => html`<option value=${side} ?selected=${side === chosen}>${title(side)}</option>`)}</select></span>`;
  return html`<div class="stack versions"><h3 class="page-title" id="page-title" tabindex="-1">${words.versions}</h3>
    ${dataTable<SchemeVersion>([
      { head: words.number, rowHead: true, cell: ({ version }) => version },
      { head: words.when, cell: ({ publishedAt }) => instantText(publishedAt, locale) },
      { head: words.who, cell: ({ publishedBy }) => publishedBy ?? html`<span class="muted">${words.nobody}</span>` },
      { head: words.state, cell: ({ active }) => (active ? tag('success', words.active) : words.former) },
      { head: words.look, cell: ({ hash, version }) => button({ label: words.withCurrent, kind: 'quiet', name: `${words.withCurrent} ${words.version(version)}`, onClick: () => desk.choose({ before: hash, after: 'current' }) }) },
    ], versions, { caption: words.published, empty: words.none })}
    <div class="row">${choose(words.from, 'before', before)} ${choose(words.to, 'after', after)}
      <span class="row" role="group" aria-label=${words.how}>${(['words', 'texts'] as const).map((face) => html`<button type="button" class="button ${desk.face === face ? 'primary' : 'secondary'}" aria-pressed=${desk.face === face} @click=${() => desk.show(face)}>${words.faces[face]}</button>`)}</span></div>
    <section class="stack tight" aria-label=${words.difference(title(before), title(after))}>
      ${difference(desk.content(before, versions, edited), desk.content(after, versions, edited), desk, { ...context, ...(after === 'current' ? {} : { open: undefined }) })}</section>
  </div>`;
}

function difference(before: SideContent | 'failed' | undefined, after: SideContent | 'failed' | undefined, desk: VersionsDesk, context: ComparisonContext): unknown {
  const { words, locale } = context;
  if (before === 'failed' || after === 'failed') return html`<p role="alert">${words.failed}</p>${button({ label: words.retry, onClick: () => desk.retry() })}`;
  if (before === undefined || after === undefined) return html`<p class="muted" role="status">${words.loading}</p>`;
  if (desk.face === 'texts' || before.document === undefined || after.document === undefined) return texts(before, after, context);
  const comparison = compareSchemes(before.document, after.document, locale);
  return html`<p class="muted small" role="status">${comparison.total === 0 ? nothing : words.total(comparison.total)}</p>${comparisonView(comparison, context)}`;
}

/** File by file where both sides have files; else the whole scheme as one text, its members in the order of the older one. */
function texts(before: SideContent, after: SideContent, { words }: ComparisonContext): unknown {
  if (before.texts === undefined || after.texts === undefined) {
    if (before.document === undefined || after.document === undefined) return html`<p class="muted">${words.unreadable}</p>`;
    return linesView(diffLines(JSON.stringify(before.document, undefined, 2), JSON.stringify(inOrderOf(after.document, before.document), undefined, 2)), words.wholeText, words);
  }
  const [old, now] = [before.texts, after.texts];
  const paths = [...new Set([...Object.keys(old), ...Object.keys(now)])].filter((path) => old[path] !== now[path]).sort();
  return paths.length === 0 ? html`<p class="muted">${words.same}</p>` : paths.map((path) => html`<h4>${path}</h4>${linesView(diffLines(old[path] ?? '', now[path] ?? ''), path, words)}`);
}

/** The same value with the members of its objects in the order of another one. */
export function inOrderOf(value: unknown, model: unknown): unknown {
  if (Array.isArray(value)) {
    const models = Array.isArray(model) ? (model as readonly unknown[]) : [];
    const same = (item: unknown, index: number): unknown => models.find((other) => idOf(other) !== undefined && idOf(other) === idOf(item)) ?? models[index];
    return value.map((item: unknown, index) => inOrderOf(item, same(item, index)));
  }
  if (value === null || typeof value !== 'object') return value;
  const members = value as Readonly<Record<string, unknown>>;
  const known = model !== null && typeof model === 'object' ? (model as Readonly<Record<string, unknown>>) : {};
  const names = [...Object.keys(known).filter((name) => name in members), ...Object.keys(members).filter((name) => !(name in known))];
  return Object.fromEntries(names.map((name) => [name, inOrderOf(members[name], known[name])]));
}

const idOf = (value: unknown): unknown => (value !== null && typeof value === 'object' ? (value as { readonly id?: unknown }).id : undefined);
