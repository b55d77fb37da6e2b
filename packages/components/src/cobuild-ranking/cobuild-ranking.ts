import type { Case, Scheme } from '@cobuild/core';
import { formatYuan } from '@cobuild/core';
import type { BatchAllocation, Explanation, ExplanationNode } from '@cobuild/rules';
import { explainAllocation, explainRanking, factWords, rankedBy } from '@cobuild/rules';
import type { CSSResultGroup, TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import { property } from 'lit/decorators.js';
import { outcomeWord, words as decisionWords } from '../cobuild-decision/words.js';
import { CobuildElement } from '../internal/cobuild-element.js';
import type { SchemeDocument } from '../internal/document-shapes.js';
import { caseShape, dayShape } from '../internal/document-shapes.js';
import { explanationTree } from '../internal/explanation/explanation-tree.js';
import { explanationStyles } from '../internal/explanation/explanation.styles.js';
import { OpenWhilePrinting } from '../internal/explanation/open-while-printing.js';
import { explanationWords } from '../internal/explanation/words.js';
import { button, dataTable, documentProblems, noticeBox } from '../internal/pieces.js';
import { landscapePageSheet } from '../internal/page-sheets.js';
import { PrintPage } from '../internal/print-page.js';
import { sharedStyles } from '../internal/styles.js';
import { rankingStyles } from './cobuild-ranking.styles.js';
import { projectTable } from './project-table.js';
import type { RankedBatch, RankingBatch } from './ranked-batch.js';
import { rankBatch } from './ranked-batch.js';
import { batchAllocationShape, rankingBatchShape } from './ranking-shapes.js';
import type { RankingWords } from './words.js';
import { rankingWords } from './words.js';

export type { RankingBatch } from './ranked-batch.js';

/**
 * A batch in the order of its ranking with the money: who gets how much, where the funding line lies, who waits, what is still open, and for each award
 * which limit decided.
 *
 * @summary Ranking and funding line of a batch.
 * @fires {CustomEvent<{ id: string }>} cobuild-open - A project was chosen.
 * @csspart figures - Money of the batch, allocated, left, projects funded.
 * @csspart open - What has to be settled before every award is known.
 * @csspart projects - The projects in order.
 * @csspart others - Applications that take no part.
 * @example
 * const element = document.querySelector('cobuild-ranking');
 * Object.assign(element, { scheme, cases, batch: { pool: 5000000 } });
 */
export class CobuildRanking extends CobuildElement {
  static override styles: CSSResultGroup = [...sharedStyles, explanationStyles, rankingStyles];

  /** The scheme, loaded, or a published file, `{ hash, scheme, … }`. A child script `data-part="scheme"` does the same without a script. */
  @property({ attribute: false }) scheme: SchemeDocument | undefined;
  /** The cases of the batch, `[{ id, submittedAt, applicant: { id, name }, answers: { projectName, amountRequested, … }, meeting?, scores? }]`. A child script `data-part="cases"` does the same. */
  @property({ attribute: false }) cases: readonly Case[] | undefined;
  /** What there is to give and what is known of the batch, yuan: `{ pool: 5000000, yearFund?, batchNumber?, spent?, consents?, tieEvidence? }`. A child script `data-part="batch"` does the same. */
  @property({ attribute: false }) batch: RankingBatch | undefined;
  /** What `allocateBatch()` of `@cobuild/rules` returned elsewhere; shown as it is, nothing is decided again. */
  @property({ attribute: false }) result: BatchAllocation | undefined;
  /** Day of the decision, `2026-03-05`; for each case the day of its submission by default. */
  @property() today: string | undefined;

  constructor() {
    super();
    new PrintPage(this, landscapePageSheet);
    new OpenWhilePrinting(this);
  }

  private get text(): RankingWords {
    return this.wordsOf(rankingWords);
  }

  protected override render(): TemplateResult {
    const scheme = this.readScheme(this.scheme);
    const cases = this.readLines('cases', this.cases ?? this.jsonPart('cases'), caseShape);
    const batch = this.readDocument('batch', this.batch ?? this.jsonPart('batch'), rankingBatchShape);
    const result = this.readDocument('result', this.result, batchAllocationShape);
    const today = this.readDocument('today', this.today, dayShape);
    const pool = batch ?? (result === undefined ? undefined : { pool: result.allocation.pool });
    const isShown = scheme !== undefined && pool !== undefined && (cases.length > 0 || result !== undefined);
    const body = isShown ? this.batchView(scheme, rankBatch(scheme, cases, pool, result, { locale: this.locale, today })) : this.emptyView(cases.length > 0 && scheme !== undefined);
    return html`${documentProblems(this.givenProblems, this.words)}${body}`;
  }

  private emptyView(hasCases: boolean): TemplateResult | typeof nothing {
    return this.givenProblems.length > 0 ? nothing : html`<p class="table-empty">${hasCases ? this.text.noPool : this.text.empty}</p>`;
  }

  private batchView(scheme: Scheme, batch: RankedBatch): TemplateResult {
    const { text, locale } = this;
    const { made: { ranking, settled, allocation }, words } = batch;
    const explanation = explainAllocation(allocation, words);
    const { label } = factWords(scheme, locale);
    const telling = { item: (id: string) => words.titles?.get(id) ?? id, fact: label };
    return html`<article class="stack wide">
      <h2>${explanation.verdict}</h2>
      ${this.figures(batch)} ${this.openView(explanation)}
      <section class="stack" part="projects">
        ${batch.projects.length === 0
          ? html`<p class="table-empty">${text.empty}</p>`
          : projectTable({
              batch, locale, text, words: this.words, reasons: this.wordsOf(explanationWords),
              rankedBy: ranking === undefined ? new Map<string, readonly string[]>() : rankedBy(ranking, locale, telling),
              onOpen: (id) => this.open(id),
            })}
        ${ranking === undefined ? nothing : this.howRanked(explainRanking(ranking, locale, telling, settled))}
      </section>
      ${this.othersView(batch)}
      <div class="no-print">${button({ label: this.words.print, icon: 'print', onClick: () => print() })}</div>
    </article>`;
  }

  private figures({ made: { allocation }, projects }: RankedBatch): TemplateResult {
    const { text, locale } = this;
    const funded = projects.filter(({ award }) => award.amount > 0).length;
    const figures: readonly (readonly [string, string])[] = [
      [text.pool, formatYuan(allocation.pool, locale)],
      [text.allocated, formatYuan(allocation.allocated, locale)],
      [text.remainder, formatYuan(allocation.remainder, locale)],
      [text.projects, text.ofProjects({ funded, count: projects.length })],
    ];
    return html`<dl class="figures" part="figures">${figures.map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl>`;
  }

  /** What nobody has settled yet stands before the results that hang on it. Awards have theirs in their row. */
  private openView({ lines }: Explanation): TemplateResult | typeof nothing {
    const open = lines.filter((line) => line.status === 'unknown' && line.children === undefined);
    if (open.length === 0) return nothing;
    return html`<div part="open">${noticeBox('warning', this.words.warning, html`<ul>${open.map((line) => html`<li>${line.text}</li>`)}</ul>`, { title: this.text.toSettle })}</div>`;
  }

  private howRanked(nodes: readonly ExplanationNode[]): TemplateResult {
    return html`<details class="why"><summary>${this.text.howRanked}</summary>${explanationTree(nodes, this.words, this.wordsOf(explanationWords))}</details>`;
  }

  private othersView({ others }: RankedBatch): TemplateResult | typeof nothing {
    if (others.length === 0) return nothing;
    const { text } = this;
    const decision = this.wordsOf(decisionWords);
    const rows = dataTable(
      [
        { head: text.project, rowHead: true, cell: ({ id, title, applicant }) => html`<button type="button" class="link name" @click=${() => this.open(id)}>${title}</button>${applicant === '' ? nothing : html`<div class="muted small">${applicant}</div>`}` },
        { head: text.state, cell: ({ outcome }) => outcomeWord(outcome, decision) },
      ],
      others,
    );
    return html`<section class="stack" part="others"><h3>${text.others}</h3><p class="muted small">${text.othersHelp}</p>${rows}</section>`;
  }

  private open(id: string): void {
    this.emit('cobuild-open', { id });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'cobuild-ranking': CobuildRanking;
  }
}
