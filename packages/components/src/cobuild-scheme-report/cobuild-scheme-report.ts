import type { Problem, Severity } from '@cobuild/core';
import type { SchemeReport } from '@cobuild/rules';
import type { CSSResultGroup, TemplateResult } from 'lit';
import { css, html, nothing } from 'lit';
import { property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { CobuildElement } from '../internal/cobuild-element.js';
import { instantText } from '../internal/dates.js';
import { reportShape } from '../internal/document-shapes.js';
import type { Tone } from '../internal/pieces.js';
import { button, dataTable, documentProblems, tag } from '../internal/pieces.js';
import { sharedStyles } from '../internal/styles.js';
import { words } from './words.js';

const tones: Readonly<Record<Severity, Tone>> = { error: 'danger', undecided: 'warning', warning: 'warning', info: 'info' };

/**
 * What an administrator sees of the scheme folders: problems with place and remedy, the schemes' own tests, limits that no
 * test pins, settings, and what has been published.
 *
 * @summary Schemes with their problems, tests and published versions.
 * @csspart scheme - One scheme with all that is known of it.
 * @fires {CustomEvent<{ folder: string }>} cobuild-edit - The administrator wants to change this folder's scheme.
 * @fires {CustomEvent<{ folder: string }>} cobuild-publish - The administrator wants this folder's version published.
 */
export class CobuildSchemeReport extends CobuildElement {
  static override styles: CSSResultGroup = [sharedStyles, css`
    :host { display: block; }
    code { font-family: ui-monospace, "Cascadia Mono", Menlo, Consolas, "Noto Sans Mono CJK SC", monospace; font-size: var(--cb-small-size); overflow-wrap: anywhere; }
    summary { padding-block: 8px; font-weight: 600; cursor: pointer; }
    .place { min-inline-size: 9em; }
    .filter select { inline-size: auto; }
  `];

  /** One per folder: `[{ folder, title?, version?, problems: Problem[], tests, unpinned?, checkedAt, published, publishable, parameters }]`, as `SchemeReport` of `@cobuild/rules` says. */
  @property({ attribute: false }) reports: readonly SchemeReport[] = [];
  /** Folders that are being checked still, by name: their number is told, and none of them counts as missing. */
  @property({ attribute: false }) waiting: readonly string[] = [];
  /** There is an editor: each scheme has a button that asks for it. */
  @property({ type: Boolean }) editable = false;
  /** By folder: the weight that is shown alone. */
  @state() private filters: Readonly<Record<string, Severity | ''>> = {};

  override render(): TemplateResult {
    const text = this.wordsOf(words);
    const reports = this.readLines('reports', this.reports, reportShape);
    const problems = this.givenProblems;
    const waiting = this.waiting.length;
    if (reports.length === 0 && problems.length === 0 && waiting === 0) return html`<div class="table-empty">${text.empty}</div>`;
    // By folder: what somebody has opened stays open and in its place when the report of another folder comes.
    return html`<div class="stack wide">${documentProblems(problems, this.words)}${repeat(reports, ({ folder }) => folder, (report) => this.renderReport(report))}<p class="waiting muted" role="status">${waiting === 0 ? nothing : text.waiting(waiting)}</p></div>`;
  }

  private renderReport(report: SchemeReport): TemplateResult {
    const text = this.wordsOf(words);
    const checked = instantText(report.checkedAt, this.locale, 'second');
    const passed = report.tests.filter((test) => test.passed).length;
    return html`<section class="panel stack" part="scheme" aria-labelledby=${`scheme-${report.folder}`} data-folder=${report.folder}>
      <div class="row spread">
        <h2 id=${`scheme-${report.folder}`}>${report.title ?? report.folder}</h2>
        <span class="row">${this.renderCounts(report)}${this.editable ? button({ label: text.edit, icon: 'pen', name: `${text.edit}${this.words.colon}${report.title ?? report.folder}`, onClick: () => this.emit('cobuild-edit', { folder: report.folder }) }) : nothing}</span>
      </div>
      <p class="muted small" role="status">${report.version === undefined ? nothing : html`${text.version} ${report.version} · `}<code>schemes/${report.folder}</code> · ${text.checked} ${checked}</p>
      ${this.renderPublish(report)}
      <details ?open=${report.problems.some(({ severity }) => severity !== 'info')}><summary>${text.counted({ label: text.problems, count: report.problems.length })}</summary>${this.renderProblems(report)}</details>
      <details ?open=${passed < report.tests.length}><summary>${text.counted({ label: text.tests, count: text.summary(report.tests.length, passed) })}</summary>${this.renderTests(report)}</details>
      ${report.unpinned === undefined ? nothing : html`<details class="unpinned"><summary>${text.counted({ label: text.unpinned, count: report.unpinned.length })}</summary>${this.renderUnpinned(report.unpinned, report.tests.length)}</details>`}
      <details><summary>${text.counted({ label: text.parameters, count: report.parameters.length })}</summary>${this.renderParameters(report)}</details>
      <details><summary>${text.counted({ label: text.published, count: report.published.length })}</summary>${this.renderPublished(report)}</details>
    </section>`;
  }

  private renderCounts({ problems, tests }: SchemeReport): TemplateResult {
    const text = this.wordsOf(words);
    const count = (wanted: Severity): number => problems.filter(({ severity }) => severity === wanted).length;
    const failing = tests.filter(({ passed }) => !passed).length;
    const parts = [
      count('error') > 0 ? tag('danger', text.errors(count('error'))) : nothing,
      count('undecided') > 0 ? tag('warning', text.holes(count('undecided')), 'unknown') : nothing,
      failing > 0 ? tag('danger', text.failing(failing)) : nothing,
    ];
    return html`${parts.every((part) => part === nothing) ? tag('success', text.noProblems.replace(/[。.]$/, '')) : parts}`;
  }

  private renderPublish(report: SchemeReport): TemplateResult {
    const text = this.wordsOf(words);
    if (report.publishable) return html`<div class="row">${button({ label: text.publish, name: `${text.publish}${this.words.colon}${report.title ?? report.folder} ${report.version ?? ''}`, kind: 'primary', onClick: () => this.emit('cobuild-publish', { folder: report.folder }) })}<span class="muted small">${text.publishHelp}</span></div>`;
    const count = (wanted: Severity): number => report.problems.filter(({ severity }) => severity === wanted).length;
    const failing = report.tests.filter(({ passed }) => !passed).length;
    const reasons = [
      ...(count('error') > 0 ? [text.errors(count('error'))] : []), ...(count('undecided') > 0 ? [text.holes(count('undecided'))] : []), ...(failing > 0 ? [text.failing(failing)] : []),
      ...(report.published.some(({ version }) => version === report.version) ? [text.used] : []),
    ];
    return html`<p class="muted">${text.cannotPublish}${reasons.join(text.comma)}${this.locale === 'en' ? '.' : '。'}</p>`;
  }

  private renderProblems({ folder, problems }: SchemeReport): TemplateResult {
    const text = this.wordsOf(words);
    const filter = this.filters[folder] ?? '';
    const present = (['error', 'undecided', 'warning', 'info'] as const).filter((severity) => problems.some((problem) => problem.severity === severity));
    // What stops the scheme comes first; within a weight the order of the files stays.
    const shown = present.flatMap((severity) => problems.filter((problem) => problem.severity === severity && (filter === '' || severity === filter)));
    return html`<div class="stack">
      ${present.length > 1 ? html`<label class="row filter"><span>${text.filter}</span><select class="input" @change=${(event: Event) => { this.filters = { ...this.filters, [folder]: (event.target as HTMLSelectElement).value as Severity | '' }; }}>
        <option value="">${text.all}</option>${present.map((severity) => html`<option value=${severity} ?selected=${severity === filter}>${text[severity]}</option>`)}</select></label>` : nothing}
      ${dataTable<Problem>([
        { head: text.severity, cell: ({ severity }) => tag(tones[severity], text[severity], severity === 'undecided' ? 'unknown' : undefined) },
        { head: text.problem, rowHead: true, cell: ({ message, remedy, code }) => html`<span class="stack tight"><span>${message}</span>${remedy === undefined ? nothing : html`<span class="muted">${remedy}</span>`}<code class="muted">${code}</code></span>` },
        { head: text.place, cell: (problem) => this.renderPlace(problem) },
      ], shown, { empty: text.noProblems })}
    </div>`;
  }

  private renderTests({ tests }: SchemeReport): TemplateResult {
    const text = this.wordsOf(words);
    return dataTable([
      { head: text.result, cell: ({ passed }) => (passed ? tag('success', text.passed) : tag('danger', text.failed)) },
      { head: text.test, rowHead: true, cell: ({ id, description, source, differences }) => html`<span class="stack tight"><span>${description}</span><code class="muted">${id}${source === undefined ? nothing : ` · ${source}`}</code>
        ${differences.map(({ field, expected, actual }) => html`<span><code>${field}</code> ${text.expected} <code>${JSON.stringify(expected)}</code>${text.comma}${text.actual} <code>${JSON.stringify(actual)}</code></span>`)}</span>` },
    ], tests, { empty: text.noTests });
  }

  private renderUnpinned(unpinned: readonly Problem[], tests: number): TemplateResult {
    const text = this.wordsOf(words);
    return html`<div class="stack">${unpinned.length === 0 ? nothing : html`<p class="muted">${text.unpinnedHelp}</p>`}
      ${dataTable<Problem>([
        { head: text.limit, rowHead: true, cell: ({ message, remedy }) => html`<span class="stack tight"><span>${message}</span>${remedy === undefined ? nothing : html`<span class="muted">${remedy}</span>`}</span>` },
        { head: text.place, cell: (problem) => this.renderPlace(problem) },
      ], unpinned, { empty: tests === 0 ? text.noTestsAtAll : text.allPinned })}</div>`;
  }

  private renderPlace({ document, line, column, pointer }: Problem): TemplateResult {
    return html`<span class="stack tight place"><code>${[document, line, column].filter((part) => part !== undefined).join(':')}</code><code class="muted">${pointer}</code></span>`;
  }

  private renderParameters({ parameters }: SchemeReport): TemplateResult {
    const text = this.wordsOf(words);
    const origin = (kind: string | undefined): unknown => (kind === 'invented' || kind === 'inferred' ? tag('warning', text[kind], 'pen') : kind === 'stated' ? text.stated : '');
    return dataTable([
      { head: text.name, rowHead: true, cell: ({ title, key }) => html`${title} <code class="muted">${key}</code>` },
      { head: text.value, cell: ({ value }) => (value === 'UNDECIDED' ? tag('warning', text.undecided, 'unknown') : value) },
      { head: text.origin, cell: ({ provenance }) => origin(provenance) },
    ], parameters);
  }

  private renderPublished({ published }: SchemeReport): TemplateResult {
    const text = this.wordsOf(words);
    return dataTable([
      { head: text.version, rowHead: true, cell: ({ version, active }) => html`<span class="row">${version}${active ? tag('success', text.active) : nothing}</span>` },
      { head: text.at, cell: ({ publishedAt }) => instantText(publishedAt, this.locale) },
      { head: text.hash, cell: ({ hash }) => html`<code>${hash}</code>` },
    ], published, { empty: text.notPublished });
  }
}
