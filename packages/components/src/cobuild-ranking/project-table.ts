import { formatYuan, isMoney } from '@cobuild/core';
import type { Locale } from '@cobuild/core';
import { explainAward } from '@cobuild/rules';
import type { TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import { explanationTree } from '../internal/explanation/explanation-tree.js';
import type { ExplanationWords } from '../internal/explanation/words.js';
import type { Tone } from '../internal/pieces.js';
import { tag } from '../internal/pieces.js';
import type { Messages } from '../locales/messages.js';
import type { RankedBatch, RankedProject } from './ranked-batch.js';
import type { RankingWords } from './words.js';

export interface ProjectTableOptions {
  readonly batch: RankedBatch;
  /** What put each project where it is, by id. */
  readonly rankedBy: ReadonlyMap<string, readonly string[]>;
  readonly locale: Locale;
  readonly words: Messages;
  readonly text: RankingWords;
  readonly reasons: ExplanationWords;
  readonly onOpen: (id: string) => void;
}

const tones: Readonly<Record<RankedProject['award']['status'], Tone | 'neutral'>> = { funded: 'success', partFunded: 'success', declined: 'neutral', waiting: 'info', notFunded: 'neutral', undecided: 'warning' };

/** All projects in the order of the money, with the line below which it no longer covers them. */
export function projectTable(options: ProjectTableOptions): TemplateResult {
  const { batch: { projects, made }, rankedBy, text } = options;
  const hasReasons = rankedBy.size > 0;
  const columns = hasReasons ? 6 : 5;
  const line = made.allocation.outcome === 'undecided' ? undefined : made.allocation.fundingLine;
  return html`<table class="table cards">
    <caption class="visually-hidden">${text.ranking}</caption>
    <thead>
      <tr>
        <th scope="col">${text.rank}</th>
        <th scope="col">${text.project}</th>
        ${hasReasons ? html`<th scope="col">${text.rankedBy}</th>` : nothing}
        <th scope="col" class="number">${text.requested}</th>
        <th scope="col" class="number">${text.award}</th>
        <th scope="col">${text.result}</th>
      </tr>
    </thead>
    <tbody>
      ${line === 0 ? lineRow(text.fundingLineNone, columns) : nothing}
      ${projects.map((project, index) => html`${projectRow(project, options, hasReasons)}${line !== undefined && line === index + 1 ? lineRow(text.fundingLine, columns) : nothing}`)}
    </tbody>
  </table>`;
}

const lineRow = (sentence: string, columns: number): TemplateResult => html`<tr class="line"><td colspan=${columns}>${sentence}</td></tr>`;

function projectRow(project: RankedProject, { rankedBy, locale, text, words, reasons, batch, onOpen }: ProjectTableOptions, hasReasons: boolean): TemplateResult {
  const { award, id, title, applicant, rank, isShared, requested } = project;
  const { children = [] } = explainAward(award, batch.words);
  return html`<tr class=${award.status}>
    <td class="rank" data-label=${text.rank}>${rank === undefined ? html`<span class="muted">${text.unranked}</span>` : html`<span class="place">${rank}</span>${isShared ? html` <span class="muted small">${text.sharedRank}</span>` : nothing}`}</td>
    <th scope="row" data-label=${text.project}><button type="button" class="link name" @click=${() => onOpen(id)}>${title}</button>${applicant === '' ? nothing : html`<div class="muted small">${applicant}</div>`}</th>
    ${hasReasons ? html`<td data-label=${text.rankedBy}>${(rankedBy.get(id) ?? []).map((reason) => html`<div>${reason}</div>`)}</td>` : nothing}
    <td class="number" data-label=${text.requested}>${requested === undefined || !isMoney(requested) ? '–' : formatYuan(requested, locale)}</td>
    <td class="number award" data-label=${text.award}>${award.status === 'undecided' ? '–' : formatYuan(award.amount, locale)}</td>
    <td data-label=${text.result}>
      ${tag(award.awaitsConsent === true ? 'warning' : tones[award.status], resultWord(award, text))}
      ${children.length === 0 ? nothing : html`<details class="why" ?open=${award.status === 'undecided'}><summary aria-label=${text.whyOf({ project: title })}>${text.why}</summary>${explanationTree(children, words, reasons)}</details>`}
    </td>
  </tr>`;
}

function resultWord({ status, waitingPlace, awaitsConsent }: RankedProject['award'], text: RankingWords): string {
  if (awaitsConsent === true) return text.awaitsConsent;
  return status === 'waiting' && waitingPlace !== undefined ? text.waitingPlace({ place: waitingPlace }) : text[status];
}
