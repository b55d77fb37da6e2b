import type { Locale } from '@cobuild/core';
import type { TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import { dayOf, timeOf } from '../internal/dates.js';
import { icons } from '../internal/icons.js';
import { noticeBox } from '../internal/pieces.js';
import type { Messages } from '../locales/messages.js';
import type { DraftKeeper } from './draft-keeper.js';
import type { DraftLoad } from './draft-load.js';
import type { DraftStorageFault } from './draft-storage.js';
import type { DraftWords } from './words.js';

export interface DraftView {
  readonly locale: Locale;
  readonly words: Messages;
  readonly text: DraftWords;
  /** Sentences that are made meanwhile are in the words of the scheme. */
  readonly inTerms: <T>(speak: () => T) => T;
}

/** In place of the form until the draft is read. */
export function draftWait({ failed }: DraftLoad, retry: () => void, { words, text }: DraftView): TemplateResult {
  if (!failed) return html`<p class="table-empty" role="status">${text.draftLoading}</p>`;
  const body = html`<p>${text.draftFailedHelp}</p>
    <p class="box-action"><button type="button" class="button" @click=${retry}>${text.retry}</button></p>`;
  return noticeBox('danger', words.error, body, { role: 'alert', title: text.draftFailed });
}

const faultHelp: Readonly<Record<DraftStorageFault, keyof DraftWords & `${string}Help`>> = { failed: 'saveFailedHelp', quota: 'fullHelp', blocked: 'blockedHelp', unavailable: 'unavailableHelp' };

/** That saving fails and why, what becomes of the answers, and a button that tries again at once. */
export function saveFailure(keeper: DraftKeeper, { words, text }: DraftView): TemplateResult | typeof nothing {
  if (keeper.status !== 'failed') return nothing;
  const body = html`<p>${text[faultHelp[keeper.fault]]}</p>
    <p class="box-action"><button type="button" class="button" @click=${() => keeper.flush()}>${text.saveNow}</button></p>`;
  return html`<div class="save-failure">${noticeBox('danger', words.error, body, { role: 'alert', title: text.saveFailed })}</div>`;
}

/** The quiet line that says when the answers were saved. */
export function saveLine(keeper: DraftKeeper, view: DraftView): TemplateResult {
  const { text } = view;
  const said = { idle: '', failed: '', merging: '', unsaved: text.unsaved, saving: text.saving, saved: savedText(keeper, view) }[keeper.status];
  return html`<p class="saved muted small ${keeper.status}" part="saved">${keeper.status === 'saved' ? icons.check : nothing}${said}</p>`;
}

/** When the answers were saved, to the minute: a live region with it speaks once in a minute and not with every pause in typing. */
export function savedText({ record: { savedAt } }: DraftKeeper, { locale, text }: DraftView): string {
  if (savedAt === undefined || Number.isNaN(Date.parse(savedAt))) return '';
  const time = timeOf(savedAt, locale);
  const date = dayOf(savedAt, locale);
  return date === dayOf(new Date().toISOString(), locale) ? text.savedToday({ time }) : text.savedOn({ date, time });
}

/** What happened to the answers without the person's doing. */
export function draftNews({ news, record }: DraftKeeper, { words, text }: DraftView): TemplateResult {
  const moved = record.opened !== undefined && record.opened.moved.length > 0;
  const lines = [...(news === undefined ? [] : [text[news]]), ...(moved ? [text.formChanged] : [])];
  // Always there: a live region that comes with its text is not read everywhere.
  return html`<div class="draft-news" role="status">${lines.length === 0 ? nothing : noticeBox('info', words.info, lines.map((line) => html`<p>${line}</p>`))}</div>`;
}
