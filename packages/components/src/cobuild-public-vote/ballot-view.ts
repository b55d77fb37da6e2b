import { localize } from '@cobuild/core';
import type { Locale, Problem } from '@cobuild/core';
import type { TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import { live } from 'lit/directives/live.js';
import { repeat } from 'lit/directives/repeat.js';
import { confirmBox } from '../internal/confirm-box.js';
import { icons } from '../internal/icons.js';
import { button } from '../internal/pieces.js';
import { steadyButton } from '../internal/steady-button.js';
import type { Messages } from '../locales/messages.js';
import type { CandidateView, VoteView } from './vote-view.js';
import type { PublicVoteWords } from './words.js';

export interface Filter { readonly text: string; readonly region: string; readonly category: string; readonly onlyChosen: boolean }
export const noFilter: Filter = { text: '', region: '', category: '', onlyChosen: false };

/** What the ballot needs from the element. */
export interface BallotContext {
  readonly view: VoteView;
  readonly words: PublicVoteWords;
  readonly common: Messages;
  readonly locale: Locale;
  readonly picks: readonly string[];
  readonly filter: Filter;
  readonly problems: readonly Problem[];
  readonly confirming: boolean;
  readonly busy: boolean;
  readonly pick: (id: string, chosen: boolean) => void;
  readonly narrow: (filter: Partial<Filter>) => void;
  readonly clear: () => void;
  readonly check: () => void;
  readonly cast: () => void;
  readonly cancel: () => void;
}

const plain = (text: string): string => text.normalize('NFKC').toLowerCase().replace(/\s+/g, '');

/** The candidates that the filter lets through. */
export function shownCandidates({ view, filter, picks }: Pick<BallotContext, 'view' | 'filter' | 'picks'>): readonly CandidateView[] {
  const wanted = filter.text.split(/\s+/).map(plain);
  return view.candidates.filter(
    ({ id, title, region, regionTitle, category, card }) =>
      wanted.every((word) => plain(`${title}${regionTitle}${card?.town ?? ''}`).includes(word)) && (filter.region === '' || region === filter.region) && (filter.category === '' || category === filter.category) && (!filter.onlyChosen || picks.includes(id)),
  );
}

export function ballotView(context: BallotContext): TemplateResult {
  const { view, words, problems } = context;
  if (view.candidates.length === 0) return html`<p class="table-empty">${words.noCandidates}</p>`;
  const shown = shownCandidates(context);
  return html`<section class="stack" part="ballot" aria-labelledby="candidates-title">
    <h3 id="candidates-title">${words.candidates}</h3>
    ${filterBar(context)}
    <p class="muted small" role="status">${words.found({ count: shown.length, total: view.candidates.length })}</p>
    ${shown.length === 0 ? html`<p class="table-empty">${words.nothingFound}</p>` : html`<ul class="cards">${repeat(shown, ({ id }) => id, (candidate) => candidateCard(candidate, context))}</ul>`}
    ${context.confirming ? confirmation(context) : html`<div class="bar" part="bar">
      <p class="chosen" id="chosen"><strong>${words.chosen({ count: context.picks.length, maximum: view.maximum === undefined ? '' : String(view.maximum) })}</strong></p>
      ${problems.length === 0 ? nothing : html`<div class="field-error" id="ballot-error" role="alert">${icons.danger}<span>${problems.map(({ message }) => message).join('')}</span></div>`}
      <div class="actions">
        ${steadyButton({ id: 'check', label: words.check, kind: 'primary', blocked: context.busy, describedBy: problems.length === 0 ? 'chosen' : 'chosen ballot-error', onClick: context.check })}
        ${context.picks.length === 0 ? nothing : button({ id: 'clear', label: words.clear, kind: 'quiet', onClick: context.clear })}
      </div>
    </div>`}
  </section>`;
}

function filterBar({ view, words, filter, narrow }: BallotContext): TemplateResult {
  const select = (id: 'region' | 'category', label: string, options: readonly { readonly id: string; readonly title: string }[]): TemplateResult | typeof nothing =>
    options.length < 2
      ? nothing
      : html`<div class="field"><label class="label" for=${id}>${label}</label>
          <select class="input" id=${id} @change=${(event: Event) => narrow({ [id]: (event.target as HTMLSelectElement).value })}>
            <option value="" ?selected=${filter[id] === ''}>${words.all}</option>
            ${options.map((option) => html`<option value=${option.id} ?selected=${filter[id] === option.id}>${option.title}</option>`)}
          </select></div>`;
  return html`<div class="filters no-print">
    <div class="field"><label class="label" for="search">${words.search}</label><input class="input" type="search" id="search" autocomplete="off" .value=${live(filter.text)} @input=${(event: Event) => narrow({ text: (event.target as HTMLInputElement).value })} /></div>
    ${select('region', words.region, view.regions)} ${select('category', words.category, view.categories)}
    <label class="only"><input type="checkbox" id="only-chosen" .checked=${live(filter.onlyChosen)} @change=${(event: Event) => narrow({ onlyChosen: (event.target as HTMLInputElement).checked })} />${words.onlyChosen}</label>
  </div>`;
}

function candidateCard({ id, title, regionTitle, card }: CandidateView, { picks, words, common, busy, confirming, pick }: BallotContext): TemplateResult {
  const chosen = picks.includes(id);
  const place = [regionTitle, card?.town ?? ''].filter((part) => part !== '').join(' · ');
  return html`<li class="card ${chosen ? 'chosen' : ''}">
    <label>
      ${card?.picture === undefined ? nothing : html`<img src=${card.picture.src} alt=${card.picture.alt} loading="lazy" />`}
      <span class="head"><input type="checkbox" name="pick" value=${id} .checked=${live(chosen)} ?disabled=${busy || confirming} @change=${(event: Event) => pick(id, (event.target as HTMLInputElement).checked)} /><span class="name">${title}</span></span>
      ${place === '' ? nothing : html`<span class="muted small">${place}</span>`}
    </label>
    ${card?.text === undefined || card.text === '' ? nothing : html`<details><summary>${words.more}<span class="visually-hidden">${common.colon}${title}</span></summary><p class="answer-text">${card.text}</p></details>`}
  </li>`;
}

function confirmation({ view, words, common, picks, locale, cast, cancel }: BallotContext): TemplateResult {
  const title = (id: string): string => view.candidates.find((candidate) => candidate.id === id)?.title ?? id;
  return confirmBox({
    title: words.confirmTitle,
    body: html`<p>${localize(view.vote.title, locale)}${common.colon}${words.confirmBody({ count: picks.length })}</p>
      <ul>${picks.map((id) => html`<li>${title(id)}</li>`)}</ul>
      <p>${view.vote.change === 'none' ? words.mayNotChange : words.mayRevoke}</p>`,
    confirm: { label: words.confirm, onClick: cast },
    cancel: { label: common.edit, onClick: cancel },
  });
}
