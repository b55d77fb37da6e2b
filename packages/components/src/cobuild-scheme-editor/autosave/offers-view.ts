import type { Locale, SchemeTexts } from '@cobuild/core';
import { diffLines } from '@cobuild/core';
import { compareSchemes } from '@cobuild/rules';
import type { TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { instantText } from '../../internal/dates.js';
import { button, noticeBox } from '../../internal/pieces.js';
import { comparisonView, linesView } from '../versions/comparison-view.js';
import { documentOf } from '../versions/document-of.js';
import type { VersionsWords } from '../versions/words.js';
import type { KeptWork } from './kept-work.js';
import { savedByOthers, unsavedSince, withSide } from './kept-work.js';
import type { AutosaveWords } from './words.js';

export interface OffersContext {
  readonly locale: Locale;
  readonly words: AutosaveWords;
  readonly versionsWords: VersionsWords;
  readonly warning: string;
  /** Files as the host gave them, and those of the schemes that they extend. */
  readonly files: SchemeTexts;
  readonly base: SchemeTexts;
  /** What is looked at, and what somebody is about to discard: ids. */
  readonly seen: string | undefined;
  readonly doomed: string | undefined;
  readonly see: (id: string | undefined) => void;
  readonly doom: (id: string | undefined) => void;
  readonly restore: (work: KeptWork) => void;
  readonly discard: (work: KeptWork) => void;
}

/** What was not saved when the scheme was open last: to restore, to look at, to discard. */
export function offersView(offers: readonly KeptWork[], context: OffersContext): unknown {
  return repeat(offers, ({ id }) => id, (work) => offer(work, context));
}

function offer(work: KeptWork, context: OffersContext): TemplateResult {
  const { words, locale, files, seen, doomed } = context;
  const others = savedByOthers(work, files);
  const isSeen = seen === work.id;
  const name = instantText(work.keptAt, locale);
  const quiet = (label: string, kind: 'secondary' | 'quiet' | 'quiet danger' | 'danger', onClick: () => void): TemplateResult => button({ label, kind, name: `${label} ${name}`, onClick });
  const body = html`<p>${words.left(name, Object.keys(unsavedSince(work, files)).join(words.list) || words.title)}</p>
    ${work.typing === undefined ? nothing : html`<p>${words.typing(work.typing.label, work.typing.text)}</p>`}
    ${others.length === 0 ? nothing : html`<p><strong>${words.others(others.join(words.list))}</strong></p>`}
    ${doomed === work.id
      ? html`<p>${words.gone}</p><div class="row">${quiet(words.discardSurely, 'danger', () => context.discard(work))}${quiet(words.keep, 'secondary', () => context.doom(undefined))}</div>`
      : html`<div class="row">${button({ label: others.length === 0 ? words.restore : words.restoreOver, kind: 'primary', name: `${others.length === 0 ? words.restore : words.restoreOver} ${name}`, onClick: () => context.restore(work) })}
        ${work.schemeId === '' && Object.keys(files).length === 0 ? nothing : quiet(isSeen ? words.hide : words.see, 'secondary', () => context.see(isSeen ? undefined : work.id))}${quiet(words.discard, 'quiet danger', () => context.doom(work.id))}</div>`}
    ${isSeen ? difference(work, others, context) : nothing}`;
  return html`<div class="offer" part="offer" tabindex="-1">${noticeBox('warning', context.warning, body, { title: work.schemeId === '' ? words.newTitle : words.title })}</div>`;
}

/** What the work changes, and what others changed meanwhile. */
function difference(work: KeptWork, others: readonly string[], context: OffersContext): TemplateResult {
  const { words, files } = context;
  const mine = unsavedSince(work, files);
  const begun = withSide(files, Object.fromEntries(others.map((path) => [path, work.files[path] as KeptWork['files'][string]])), 'before');
  return html`<div class="stack tight"><h3>${words.mine}</h3>${between(begun, withSide(files, mine, 'after'), context)}
    ${others.length === 0 ? nothing : html`<h3>${words.theirs}</h3>${between(begun, files, context)}`}</div>`;
}

function between(before: SchemeTexts, after: SchemeTexts, { locale, base, words, versionsWords }: OffersContext): unknown {
  const [old, now] = [documentOf(before, base), documentOf(after, base)];
  if (old !== undefined && now !== undefined) return comparisonView(compareSchemes(old, now, locale), { locale, words: versionsWords });
  const paths = [...new Set([...Object.keys(before), ...Object.keys(after)])].filter((path) => before[path] !== after[path]);
  return html`<p class="small muted">${words.unreadable}</p>${paths.map((path) => html`<h4>${path}</h4>${linesView(diffLines(before[path] ?? '', after[path] ?? ''), path, versionsWords)}`)}`;
}
