import type { Locale, Problem } from '@cobuild/core';
import type { TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import { button, noticeBox } from '../internal/pieces.js';
import type { Messages } from '../locales/messages.js';
import type { CaseFile } from './case-file.js';
import type { SimulationDesk } from './simulation-desk.js';
import { countText } from './simulator-texts.js';
import type { SimulatorWords } from './words.js';

/** Lines that are left out and told one by one. */
const MOST_PROBLEMS = 5;

/** How far the reading of a file has come; `part` is 0 to 1, where that is known. */
export interface Reading { readonly read: number; readonly part: number | undefined }

/** A file of which nothing was loaded; `problems` are of its lines, none where it could not be opened. */
export type UnreadFile = Pick<CaseFile, 'name' | 'problems' | 'problemCount'>;

export interface SourceView {
  readonly desk: Pick<SimulationDesk, 'phase' | 'progress' | 'problems'>;
  readonly reading: Reading | undefined;
  /** The file that the cases came from. */
  readonly file: Pick<CaseFile, 'name' | 'problems' | 'problemCount'> | undefined;
  /** A file that could not be read at all, or in which nothing is an application; what was loaded before stays. */
  readonly unread: UnreadFile | undefined;
  readonly isCancelled: boolean;
  readonly readsWorkbooks: boolean;
  readonly locale: Locale;
  readonly words: SimulatorWords;
  readonly common: Messages;
  readonly choose: (input: HTMLInputElement) => void;
  readonly cancel: () => void;
}

/** Where past applications come from: a file, how far it is read and loaded, and what of it is left out. */
export function sourceView(view: SourceView): TemplateResult {
  const { words, locale, common, file, desk, unread, isCancelled, choose } = view;
  const types = `.jsonl,.json,.csv${view.readsWorkbooks ? ',.xlsx' : ''}`;
  const left = [...(file?.problems ?? []), ...desk.problems];
  const count = (file?.problemCount ?? 0) + desk.problems.length;
  return html`<div class="stack tight no-print" part="source">
    <label class="stack tight"><span>${words.file}</span><input class="input" type="file" accept=${types} aria-describedby="file-help" @change=${(event: Event) => choose(event.target as HTMLInputElement)} /></label>
    <p class="muted small" id="file-help">${words.fileHelp({ types: types.replace(/,/g, locale === 'en' ? ', ' : '、') })}</p>
    ${progressLine(view)}
    ${isCancelled ? html`<p role="status">${words.cancelled}</p>` : nothing}
    ${unread === undefined ? nothing : noticeBox('danger', common.error, html`<p>${unread.problemCount === 0 ? words.notRead({ name: unread.name }) : words.nothingIn({ name: unread.name })}</p>${problemLines(unread.problems, unread.problemCount, view)}`, { role: 'alert' })}
    ${left.length === 0 ? nothing : noticeBox('warning', common.warning, html`<p>${words.leftOut({ count: countText(count, locale) })}</p>${problemLines(left, count, view)}`)}
  </div>`;
}

/** The first of what is wrong, each with its line; of a sheet the sentence itself names the cell. */
function problemLines(problems: readonly Problem[], count: number, { words, locale }: SourceView): TemplateResult | typeof nothing {
  const placeOf = ({ line, document }: Problem): string => (line === undefined || /\.xlsx?$|\.csv$/i.test(document) ? '' : words.line({ line: countText(line, locale) }));
  if (count === 0) return nothing;
  return html`<ul>${problems.slice(0, MOST_PROBLEMS).map((problem) => html`<li>${placeOf(problem)}${problem.message}</li>`)}</ul>${count > MOST_PROBLEMS ? html`<p>${words.more({ count: countText(count - MOST_PROBLEMS, locale) })}</p>` : nothing}`;
}

function progressLine({ reading, desk: { phase, progress: { done, of }, problems }, file, words, locale, cancel }: SourceView): TemplateResult | typeof nothing {
  const line = (said: string, part: number | undefined): TemplateResult => html`<div class="row"><label><span>${said}</span> <progress max="1" value=${part ?? nothing}></progress></label>${button({ label: words.cancel, kind: 'quiet', icon: 'cross', onClick: cancel })}</div>`;
  if (reading !== undefined) return line(words.reading({ done: countText(reading.read, locale) }), reading.part);
  if (phase === 'loading') return line(words.loading({ done: countText(done, locale), count: countText(of, locale) }), of === 0 ? 0 : done / of);
  if (phase !== 'ready') return nothing;
  const count = countText(of - problems.length, locale);
  return html`<p class="muted small">${file === undefined ? words.loaded({ count }) : words.loadedFrom({ count, name: file.name })}</p>`;
}
