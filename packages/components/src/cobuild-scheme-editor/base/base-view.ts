import type { BaseReviewEntry, Locale, SchemeChange } from '@cobuild/core';
import type { TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { icons } from '../../internal/icons.js';
import { button, tag } from '../../internal/pieces.js';
import { titleOf } from '../outline.js';
import { changeLine } from '../versions/comparison-view.js';
import type { VersionsWords } from '../versions/words.js';
import type { BaseWords } from './words.js';

/** What the page is drawn from. */
export interface BaseView {
  readonly words: BaseWords;
  readonly versionsWords: VersionsWords;
  readonly locale: Locale;
  readonly readonly: boolean;
  /** `undefined` where a file cannot be read. */
  readonly entries: readonly BaseReviewEntry[] | undefined;
  /** The merged scheme, which knows what things are called. */
  readonly titleAt: (pointer: string) => unknown;
  readonly isKept: (entry: BaseReviewEntry) => boolean;
  readonly take: (entries: readonly BaseReviewEntry[]) => void;
  readonly keep: (entries: readonly BaseReviewEntry[]) => void;
  readonly adopt: (entries: readonly BaseReviewEntry[]) => void;
  readonly reconsider: (entry: BaseReviewEntry) => void;
  readonly open: (pointer: string) => void;
  readonly finish: () => void;
}

/** What the base has changed, what clashes with the overlay and has to be decided, and what comes through by itself. */
export function baseView(view: BaseView): TemplateResult {
  const { words, entries } = view;
  const head = html`<h3 class="page-title" id="page-title" tabindex="-1">${words.heading}</h3>`;
  if (entries === undefined) return html`<div class="base-review stack">${head}<p role="alert">${words.unread}</p></div>`;
  const conflicts = entries.filter(({ kind }) => kind === 'conflict' || kind === 'broken');
  const gone = entries.filter(({ kind }) => kind === 'gone');
  const settled = entries.filter(({ kind }) => kind === 'through' || kind === 'same' || kind === 'own');
  const left = [...conflicts, ...gone].filter((entry) => !view.isKept(entry));
  return html`<div class="base-review stack" tabindex="-1">${head}
    <p role="status">${words.intro(entries.filter(({ changes }) => changes.length > 0).length)} ${conflicts.length + gone.length === 0 ? nothing : words.left(left.length)}</p>
    ${conflicts.length === 0 ? nothing : html`<section class="stack tight" aria-label=${words.conflicts}><h4>${words.conflicts}${words.count(conflicts.length)}</h4><p class="small muted">${words.conflictsHelp}</p>
      ${view.readonly || conflicts.length < 2 ? nothing : html`<div class="row">${button({ label: words.takeAll, onClick: () => view.take(conflicts) })}${button({ label: words.keepAll, onClick: () => view.keep(conflicts.filter(({ kind }) => kind === 'conflict')) })}</div>`}
      <ul class="decisions">${repeat(conflicts, ({ path }) => path.join('/'), (entry) => conflict(entry, view))}</ul></section>`}
    ${gone.length === 0 ? nothing : html`<section class="stack tight" aria-label=${words.gone}><h4>${words.gone}${words.count(gone.length)}</h4><p class="small muted">${words.goneHelp}</p>
      <ul class="decisions">${repeat(gone, ({ path }) => path.join('/'), (entry) => lost(entry, view))}</ul></section>`}
    ${settled.length === 0 ? nothing : html`<section class="stack tight" aria-label=${words.through}><h4>${words.through}${words.count(settled.length)}</h4><p class="small muted">${words.throughHelp}</p>
      <ul class="changes">${settled.flatMap((entry) => entry.changes.map((change) => html`<li class="change ${change.kind}">${changeLine(change, { locale: view.locale, words: view.versionsWords, open: view.open })}${entry.kind === 'through' ? nothing : tag('neutral', entry.kind === 'own' ? words.ownNow : words.sameNow)}</li>`))}</ul></section>`}
    ${view.readonly ? nothing : html`<div class="stack tight"><p class="small muted">${words.finishHelp} ${left.length === 0 ? nothing : words.notYet}</p>
      <div class="row">${button({ label: words.finish, kind: 'primary', id: 'finish-review', disabled: left.length > 0, onClick: view.finish })}</div></div>`}</div>`;
}

function conflict(entry: BaseReviewEntry, view: BaseView): TemplateResult {
  const { words } = view;
  const { changes, own, problem, pointer } = entry;
  const isKept = view.isKept(entry);
  const name = nameOf(entry, view);
  const [change] = changes;
  // A change of something that was taken out here as a whole is told by its sentence.
  const isWhole = changes.length === 1 && own?.kind !== 'removed';
  return html`<li class="decision ${isKept ? 'decided' : ''}" tabindex="-1"><h5>${name}</h5>
    <dl class="three">${word(words.before, 'before', isWhole ? textOf(change?.words.before, words) : changes.length === 0 ? textOf(own?.words.before, words) : '', words)}
      ${word(words.now, 'now', isWhole ? textOf(change?.words.after, words) : changes.length === 0 ? textOf(own?.words.before, words) : changes.map(({ sentence }) => sentence).join('\n'), words)}
      ${word(words.own, 'own', own === undefined ? '' : own.kind === 'removed' ? words.removedHere : textOf(own.words.after, words), words)}</dl>
    ${problem === undefined ? nothing : html`<p class="refused">${icons.danger} <strong>${words.mustTake}</strong>${problem.message}</p>`}
    ${view.readonly ? nothing : isKept ? html`<div class="row">${tag('success', words.kept)}${button({ label: words.again, kind: 'quiet', name: `${words.again}${words.colon}${name}`, onClick: () => view.reconsider(entry) })}</div>`
      : html`<div class="row">${button({ label: words.take, name: `${words.take}${words.colon}${name}`, onClick: () => view.take([entry]) })}${problem === undefined ? button({ label: words.keep, name: `${words.keep}${words.colon}${name}`, onClick: () => view.keep([entry]) }) : button({ label: words.go, kind: 'quiet', name: `${words.go}${words.colon}${name}`, onClick: () => view.open(pointer) })}</div>`}</li>`;
}

/** What the base has given up: out of the overlay, too, or its own from now on. */
function lost(entry: BaseReviewEntry, view: BaseView): TemplateResult {
  const { words } = view;
  const { path, changes } = entry;
  const isMention = changes.length === 0;
  const name = path[0] === 'replacesTests' ? words.mention.test(path[1] ?? '') : isMention ? words.mention.after(titleOf(view.titleAt(entry.pointer), view.locale) || (path[path.length - 2] ?? '')) : nameOf(entry, view);
  const [was, own] = [textOf(changes.length === 1 ? changes[0]?.words.before : undefined, words), textOf(entry.own?.words.after, words)];
  return html`<li class="decision" tabindex="-1"><h5>${name}</h5>
    ${was === '' && own === '' ? nothing : html`<dl class="three">${word(words.before, 'before', was, words)}${word(words.now, 'now', words.goneNow, words)}${word(words.own, 'own', own, words)}</dl>`}
    ${view.readonly ? nothing : html`<div class="row">${button({ label: words.drop, name: `${words.drop}${words.colon}${name}`, onClick: () => view.take([entry]) })}${isMention ? nothing : button({ label: words.adopt, name: `${words.adopt}${words.colon}${name}`, onClick: () => view.adopt([entry]) })}</div>`}</li>`;
}

const nameOf = ({ changes, own, path }: BaseReviewEntry, { words }: BaseView): string => (own?.kind === 'removed' ? own : (changes[0] ?? own))?.words.place ?? path.join(words.colon);

function word(label: string, kind: 'before' | 'now' | 'own', text: string, words: BaseWords): unknown {
  return html`<div class="word ${kind}"><dt>${label}</dt><dd>${text === '' ? html`<span class="muted">${kind === 'before' ? words.around : words.nothing}</span>` : text}</dd></div>`;
}

/** What has no words of its own is not shown as JSON. */
function textOf(text: SchemeChange['words']['before'], words: BaseWords): string {
  return text === undefined ? '' : /^[[{]/.test(text) ? words.rewritten : text;
}
