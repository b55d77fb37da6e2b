import type { Case, Problem, Scheme } from '@cobuild/core';
import type { ExplainedChange, Flip, FlipDirection, FlipQuery, PolicyChange, Sheet, SimulationResult } from '@cobuild/rules';
import type { CSSResultGroup, PropertyValues, TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import { property, state } from 'lit/decorators.js';
import { chartStyles } from '../internal/charts/chart.styles.js';
import { CobuildElement } from '../internal/cobuild-element.js';
import type { SchemeDocument } from '../internal/document-shapes.js';
import { schemeOf, schemeShape } from '../internal/document-shapes.js';
import { explanationTree } from '../internal/explanation/explanation-tree.js';
import { explanationStyles } from '../internal/explanation/explanation.styles.js';
import { OpenWhilePrinting } from '../internal/explanation/open-while-printing.js';
import { explanationWords } from '../internal/explanation/words.js';
import { instantText } from '../internal/dates.js';
import { button, documentProblems, noticeBox } from '../internal/pieces.js';
import { PrintPage } from '../internal/print-page.js';
import type { Shape } from '../internal/shape.js';
import { list, method } from '../internal/shape.js';
import { SpokenLine } from '../internal/spoken-line.js';
import { sharedStyles } from '../internal/styles.js';
import { readCaseFile } from './case-file.js';
import type { ParameterPanel, Typed } from './parameter-panel.js';
import { parameterControl } from './parameter-panel.js';
import { isSame, readTurn, turnableKeys } from './parameter-turn.js';
import { SimulationDesk } from './simulation-desk.js';
import type { SimulatorRun, SimulatorSettings } from './simulator-settings.js';
import { MOST_KEPT, simulatorRunShape, simulatorSettingsShape } from './simulator-settings.js';
import { simulatorPageSheet, simulatorStyles } from './simulator.styles.js';
import type { ViewContext } from './simulator-views.js';
import { breakdownTable, countText, flipTable, flowPicture, moneyPicture, outcomeTable, runReport, summarySentence } from './simulator-views.js';
import type { SimulatorWords } from './words.js';
import { simulatorWords } from './words.js';

export type { SimulatorRun, SimulatorSettings } from './simulator-settings.js';

/** What `cobuild-keep-run` tells. */
export interface CobuildKeepRunDetail { readonly run: SimulatorRun }

/** Flips on one page. */
const PAGE = 20;
/** Lines that are left out and told one by one. */
const MOST_PROBLEMS = 5;
const NO_SETTINGS: SimulatorSettings = {};
/** Looked at one by one while they are loaded, when there may be very many. */
const casesShape: Shape<readonly Case[]> = (value, pointer) => (Array.isArray(value) ? undefined : { pointer, expected: 'list' });
const readSheetShape = method as Shape<(file: File) => Promise<Sheet>>;
const runsShape = list(simulatorRunShape) as Shape<readonly SimulatorRun[]>;

/**
 * What a change of the rules would have done to past applications: parameters are turned with a slider and a field, and the picture, the tables and those who flip follow.
 * Every verdict is that of the rules, case by case.
 *
 * @summary Policy simulator.
 * @fires {CustomEvent<CobuildKeepRunDetail>} cobuild-keep-run - A run is kept; cancelable. Without cancelling, the element adds it to `runs`.
 * @csspart source - Where a file of past applications is chosen.
 * @csspart parameters - What can be turned.
 * @csspart picture - Before and after, with the flow between them, and the money.
 * @csspart figures - The figures of the picture as tables.
 * @csspart flips - Who flips, one by one.
 * @csspart explanation - The reasons of one case before and after.
 * @csspart runs - Runs that were kept.
 * @example
 * Object.assign(document.querySelector('cobuild-simulator'), { scheme, cases, workerUrl: '/cobuild-simulation-worker.js' });
 */
export class CobuildSimulator extends CobuildElement {
  static override styles: CSSResultGroup = [...sharedStyles, chartStyles, explanationStyles, simulatorStyles];

  /** The scheme as it is, loaded, or a published file. A child script `data-part="scheme"` does the same. */
  @property({ attribute: false }) scheme: SchemeDocument | undefined;
  /** Another version of it with edited rules, to be held against the scheme; parameters are turned in this one. */
  @property({ attribute: false }) changedScheme: SchemeDocument | undefined;
  /** Past cases. A child script `data-part="cases"` does the same, and so does a file that the person chooses. */
  @property({ attribute: false }) cases: readonly Case[] | undefined;
  /** What is asked and by what it is summed, `{ parameters?, today?, amount?, breakdown?, pools? }`. */
  @property({ attribute: false }) settings: SimulatorSettings | undefined;
  /** Runs that were kept, oldest first. */
  @property({ attribute: false }) runs: readonly SimulatorRun[] = [];
  /** Reads a file of another kind than JSON and CSV, such as Excel: `(file) => Promise<Sheet>`. */
  @property({ attribute: false }) readSheet: ((file: File) => Promise<Sheet>) | undefined;
  /** Address of `cobuild-simulation-worker.js` on the page's own origin; without it the page does the work itself, in slices. */
  @property({ attribute: 'worker-url' }) workerUrl: string | undefined;
  /** Title above the simulator. */
  @property() heading = '';

  @state() private values: Readonly<Record<string, unknown>> = {};
  @state() private typed: Readonly<Record<string, Typed>> = {};
  @state() private direction: FlipDirection | '' = '';
  @state() private explained: { readonly flip: Flip; readonly change: ExplainedChange } | undefined;
  @state() private chosen: readonly Case[] | undefined;
  /** Cases of the file that is being read; `undefined` where none is. */
  @state() private reading: number | undefined;
  @state() private unread: string | undefined;
  @state() private fileProblems: readonly Problem[] = [];
  @state() private printed: string | undefined;
  private readonly desk = new SimulationDesk(this);
  private readonly spoken = new SpokenLine(this);
  private from: Scheme | undefined;
  private to: Scheme | undefined;
  private readings = 0;
  private opener: HTMLElement | undefined;
  private wantsFocus = false;

  constructor() {
    super();
    new PrintPage(this, simulatorPageSheet);
    new OpenWhilePrinting(this);
  }

  private get text(): SimulatorWords {
    return this.wordsOf(simulatorWords);
  }

  private get given(): SimulatorSettings {
    return this.readDocument('settings', this.settings, simulatorSettingsShape) ?? NO_SETTINGS;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    // The simulation ended when the element was taken away.
    if (this.hasUpdated) this.requestUpdate('cases');
    addEventListener('afterprint', this.onPrinted);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener('afterprint', this.onPrinted);
  }

  private readonly onPrinted = (): void => {
    this.printed = undefined;
  };

  protected override willUpdate(changed: PropertyValues): void {
    this.from = this.readScheme(this.scheme);
    this.to = this.readDocument('changedScheme', schemeOf(this.changedScheme), schemeShape) ?? this.from;
    if (['scheme', 'changedScheme', 'jsonParts'].some((name) => changed.has(name))) {
      this.values = {};
      this.typed = {};
    }
    // Cases that the host sets anew are the ones it means now.
    if (changed.has('cases') && this.hasUpdated && this.isConnected && changed.get('cases') !== this.cases) this.chosen = undefined;
    if (['scheme', 'changedScheme', 'cases', 'chosen', 'settings', 'workerUrl', 'jsonParts'].some((name) => changed.has(name))) this.start();
  }

  private start(): void {
    const { from, to, given } = this;
    const cases = this.chosen ?? this.readDocument('cases', this.cases ?? this.jsonPart('cases'), casesShape) ?? [];
    this.explained = undefined;
    if (from === undefined || to === undefined || cases.length === 0) return this.desk.close();
    const { parameters: _, ...options } = given;
    void this.desk.load({ scheme: from, cases, options: { ...options, ...(to === from ? {} : { also: [to] }), locale: this.locale }, workerUrl: this.workerUrl });
    this.ask();
  }

  private get change(): PolicyChange {
    return { parameters: this.values, ...(this.to === undefined || this.to === this.from ? {} : { scheme: this.to }) };
  }

  private query(offset = 0): FlipQuery {
    return { offset, limit: PAGE, ...(this.direction === '' ? {} : { direction: this.direction }) };
  }

  private ask(): void {
    this.explained = undefined;
    this.desk.ask(this.change, this.query());
  }

  protected override updated(): void {
    if (!this.wantsFocus) return;
    this.wantsFocus = false;
    this.renderRoot.querySelector<HTMLElement>('.explanation h4')?.focus();
  }

  protected override render(): TemplateResult {
    const settings = this.given;
    this.readDocument('readSheet', this.readSheet, readSheetShape);
    const runs = this.readDocument('runs', this.runs, runsShape) ?? [];
    const problems = documentProblems(this.givenProblems, this.words);
    const { from, to, text, locale } = this;
    if (from === undefined || to === undefined) return html`${problems}`;
    const context: ViewContext = { scheme: from, changedScheme: to, locale, words: text };
    return html`${problems}<section class="stack wide ${this.printed === undefined ? '' : 'one-run'}">
      <h2>${this.heading || text.heading}</h2>
      ${this.sourceView()}
      ${this.desk.phase === 'empty' ? html`<div class="table-empty">${text.empty}</div>` : html`<div class="desk">${this.parametersView(to, settings)}${this.resultView(context, settings)}</div>${this.tablesView(context)}`}
      ${this.runsView(runs, context)}
    </section>`;
  }

  private sourceView(): TemplateResult {
    const { text, locale, desk } = this;
    const types = `.jsonl,.json,.csv${this.readSheet === undefined ? '' : ',.xlsx'}`;
    const { done, of } = desk.progress;
    const left = [...this.fileProblems, ...desk.problems];
    return html`<div class="stack tight no-print" part="source">
      <label class="stack tight"><span>${text.file}</span><input class="input" type="file" accept=${types} aria-describedby="file-help" @change=${(event: Event) => void this.readFile(event.target as HTMLInputElement)} /></label>
      <p class="muted small" id="file-help">${text.fileHelp({ types: types.replace(/,/g, locale === 'en' ? ', ' : '、') })}</p>
      ${this.reading === undefined ? nothing : html`<p>${text.reading({ done: countText(this.reading, locale) })}</p>`}
      ${desk.phase === 'loading' ? html`<label><span>${text.loading({ done: countText(done, locale), count: countText(of, locale) })}</span> <progress max=${of} value=${done}></progress></label>` : desk.phase === 'ready' ? html`<p class="muted small">${text.loaded({ count: countText(of - desk.problems.length, locale) })}</p>` : nothing}
      ${this.unread === undefined ? nothing : noticeBox('danger', this.words.error, html`<p>${text.notRead({ name: this.unread })}</p>`, { role: 'alert' })}
      ${left.length === 0 ? nothing : noticeBox('warning', this.words.warning, html`<p>${text.leftOut({ count: countText(left.length, locale) })}</p><ul>${left.slice(0, MOST_PROBLEMS).map(({ message, line }) => html`<li>${line === undefined ? '' : `${line}${this.words.colon}`}${message}</li>`)}</ul>${left.length > MOST_PROBLEMS ? html`<p>${text.more({ count: countText(left.length - MOST_PROBLEMS, locale) })}</p>` : nothing}`)}
    </div>`;
  }

  private async readFile(input: HTMLInputElement): Promise<void> {
    const { from, locale, readSheet } = this;
    const file = input.files?.[0];
    if (from === undefined || file === undefined) return;
    this.readings += 1;
    const mine = this.readings;
    this.unread = undefined;
    this.reading = 0;
    try {
      const { cases, problems } = await readCaseFile(file, { scheme: from, locale, readSheet, onProgress: (read) => { if (mine === this.readings) this.reading = read; } });
      if (mine !== this.readings) return;
      this.fileProblems = problems;
      this.chosen = cases;
    } catch {
      if (mine === this.readings) this.unread = file.name;
    }
    if (mine !== this.readings) return;
    this.reading = undefined;
    // The same file may be chosen again once it is mended.
    input.value = '';
  }

  private parametersView(scheme: Scheme, { parameters }: SimulatorSettings): TemplateResult {
    const { text, locale } = this;
    const { deciding, others } = turnableKeys(scheme);
    const shown = parameters === undefined ? deciding : parameters.filter((key) => deciding.includes(key) || others.includes(key));
    const folded = parameters === undefined ? others : [];
    const panel: ParameterPanel = {
      scheme, from: this.from ?? scheme, values: this.values, typed: this.typed, locale, words: text, common: this.words,
      turn: (key, value) => this.turn(key, value), type: (key, texts) => this.type(key, texts), settle: (key) => this.settle(key), reset: (key) => this.turn(key, scheme.parameters[key]?.value),
    };
    const isTurned = Object.keys(this.values).length > 0 || Object.keys(this.typed).length > 0;
    return html`<section class="stack no-print" part="parameters" aria-labelledby="parameters-title">
      <div class="row spread"><h3 id="parameters-title">${text.parameters}</h3>${isTurned ? button({ label: text.resetAll, kind: 'quiet', onClick: () => this.resetAll() }) : nothing}</div>
      ${scheme === this.from ? nothing : html`<p>${text.otherRules}</p>`}
      ${shown.length + folded.length === 0 ? html`<p class="muted">${text.noParameters}</p>` : html`<div class="turns">${shown.map((key) => parameterControl(panel, key))}</div>`}
      ${folded.length === 0 ? nothing : html`<details class="others" ?open=${shown.length === 0}><summary>${text.otherParameters}</summary><div class="turns">${folded.map((key) => parameterControl(panel, key))}</div></details>`}
    </section>`;
  }

  private turn(key: string, value: unknown): void {
    const { [key]: _value, ...values } = this.values;
    const { [key]: _typed, ...typed } = this.typed;
    this.values = isSame(value, this.to?.parameters[key]?.value) ? values : { ...values, [key]: value };
    this.typed = typed;
    this.ask();
  }

  private type(key: string, texts: readonly string[]): void {
    const { to } = this;
    if (to === undefined) return;
    const read = readTurn(to, key, texts, this.locale, this.text.notNumber);
    if ('value' in read) this.turn(key, read.value);
    this.typed = { ...this.typed, [key]: 'error' in read ? { texts, error: read.error } : { texts } };
  }

  private settle(key: string): void {
    const { [key]: typed, ...others } = this.typed;
    if (typed !== undefined && typed.error === undefined) this.typed = others;
  }

  private resetAll(): void {
    this.values = {};
    this.typed = {};
    this.ask();
  }

  private resultView(context: ViewContext, { pools }: SimulatorSettings): TemplateResult {
    const { text, desk } = this;
    const { tried, failure } = desk;
    const summary = tried === undefined ? '' : summarySentence(tried.result, context);
    if (!desk.isBusy) this.spoken.say(failure === undefined ? summary : text.failure({ detail: failure }));
    const amounts = Object.values(pools ?? {}).map(({ pool }) => pool);
    const pool = amounts.length > 0 && amounts.every((each): each is number => typeof each === 'number') ? amounts.reduce((sum, each) => sum + Math.round(each * 100), 0) / 100 : undefined;
    return html`<section class="stack picture" part="picture" aria-labelledby="picture-title">
      <h3 id="picture-title">${text.picture}</h3>
      <p class="visually-hidden" role="status">${this.spoken.text}</p>
      ${failure === undefined ? nothing : noticeBox('danger', this.words.error, html`<p>${text.failure({ detail: failure })}</p>`)}
      ${tried === undefined ? html`<p class="muted">${failure === undefined ? text.working : nothing}</p>` : html`<div class="stack pictures" aria-busy=${desk.isBusy ? 'true' : 'false'}>
        <p class="summary"><strong>${summary}</strong></p>
        ${flowPicture(tried.result, context)}
        ${moneyPicture(tried.result, pool, context)}
      </div>
      <div class="actions no-print">${button({ label: text.keep, disabled: desk.isBusy, onClick: () => void this.keep() })}</div>`}
    </section>`;
  }

  private tablesView(context: ViewContext): TemplateResult | typeof nothing {
    const { tried } = this.desk;
    if (tried === undefined) return nothing;
    return html`<section class="stack" part="figures">
      <div class="wide-table">${outcomeTable(tried.result, context)}</div>
      ${Object.entries(tried.result.breakdown).map(([name, rows]) => html`<div class="wide-table">${breakdownTable(name, rows, context)}</div>`)}
    </section>
    ${this.flipsView(tried.result, context)}
    ${this.explanationView(context)}`;
  }

  private flipsView(result: SimulationResult, context: ViewContext): TemplateResult {
    const { text, desk, locale } = this;
    const page = desk.page ?? result.flips.page;
    const count = (value: number): string => countText(value, locale);
    const choices: readonly (readonly [FlipDirection | '', string, number])[] = [['', text.allDirections, result.flips.total], ['better', text.better, result.flips.better], ['worse', text.worse, result.flips.worse], ['other', text.other, result.flips.other]];
    const last = page.offset + page.items.length;
    const open = (flip: Flip): TemplateResult => button({ label: text.open1, kind: 'quiet', name: text.openOf({ id: flip.id }), onClick: (event) => void this.explain(flip, event) });
    return html`<section class="stack" part="flips" aria-label=${text.flips}>
      <label class="row no-print"><span>${text.direction}</span><select class="input direction" @change=${(event: Event) => this.show((event.target as HTMLSelectElement).value as FlipDirection | '')}>
        ${choices.filter(([direction, , number]) => direction !== 'other' || number > 0).map(([direction, label, number]) => html`<option value=${direction} ?selected=${direction === this.direction}>${label} ${count(number)}</option>`)}
      </select></label>
      <div class="wide-table">${flipTable(page.items, desk.cases, context, open)}</div>
      ${page.total <= PAGE ? nothing : html`<nav class="row no-print" aria-label=${text.flips}>
        ${button({ label: text.earlier, icon: 'chevronLeft', disabled: page.offset === 0, onClick: () => void desk.turnTo(this.query(Math.max(0, page.offset - PAGE))) })}
        <span>${text.pages({ from: count(page.offset + 1), to: count(last), count: count(page.total) })}</span>
        ${button({ label: text.later, icon: 'chevronRight', disabled: last >= page.total, onClick: () => void desk.turnTo(this.query(last)) })}
      </nav>`}
    </section>`;
  }

  private show(direction: FlipDirection | ''): void {
    this.direction = direction;
    void this.desk.turnTo(this.query());
  }

  private async explain(flip: Flip, event: Event): Promise<void> {
    const { tried } = this.desk;
    if (tried === undefined) return;
    this.opener = event.currentTarget instanceof HTMLElement ? event.currentTarget : undefined;
    const change = await this.desk.explain(flip.place, tried.change, this.locale);
    if (change === undefined || tried !== this.desk.tried) return;
    this.explained = { flip, change };
    this.wantsFocus = true;
  }

  private explanationView({ words }: ViewContext): TemplateResult | typeof nothing {
    const { explained } = this;
    if (explained === undefined) return nothing;
    const side = (title: string, { explanation }: ExplainedChange['before']): TemplateResult => html`<section class="stack tight"><h5>${title}</h5><p><strong>${explanation.verdict}</strong></p>${explanationTree(explanation.lines, this.words, this.wordsOf(explanationWords))}</section>`;
    return html`<section class="panel stack explanation" part="explanation" aria-labelledby="explanation-title">
      <div class="row spread"><h4 id="explanation-title" tabindex="-1">${words.explanation({ title: explained.flip.id })}</h4>${button({ label: words.close, kind: 'quiet', icon: 'cross', onClick: () => this.closeExplanation() })}</div>
      <div class="both">${side(words.before, explained.change.before)}${side(words.after, explained.change.after)}</div>
    </section>`;
  }

  private closeExplanation(): void {
    this.explained = undefined;
    this.opener?.focus();
  }

  private async keep(): Promise<void> {
    const { desk, from, to } = this;
    const { tried } = desk;
    if (tried === undefined || from === undefined || to === undefined) return;
    const kept = await desk.flips({ limit: MOST_KEPT });
    if (kept === undefined) return;
    const { flips: { page: _, ...flips }, ...result } = tried.result;
    const { today } = this.given;
    const keptAt = new Date().toISOString();
    const run: SimulatorRun = {
      id: `${keptAt}-${this.runs.length + 1}`, keptAt, scheme: { id: from.id, version: from.version },
      parameters: Object.entries(tried.change.parameters ?? {}).map(([key, after]) => ({ key, before: from.parameters[key]?.value, after })),
      ...(to === from ? {} : { otherVersion: to.version }), ...(today === undefined ? {} : { today }), result: { ...result, flips }, flips: kept.items,
    };
    if (this.emit<CobuildKeepRunDetail>('cobuild-keep-run', { run }, { cancelable: true })) this.runs = [...this.runs, run];
  }

  private runsView(runs: readonly SimulatorRun[], context: ViewContext): TemplateResult | typeof nothing {
    if (runs.length === 0) return nothing;
    const { text } = this;
    return html`<section class="stack runs" part="runs"><h3>${text.kept}</h3>
      ${runs.map((run, index) => {
        const name = text.keptAs({ number: String(index + 1) });
        return html`<details class="run ${this.printed === run.id ? 'printed' : ''}"><summary><strong>${name}</strong> ${instantText(run.keptAt, this.locale)} · ${summarySentence(run.result, context)}</summary>
          <div class="stack">${runReport(run, context)}
          <div class="actions no-print">${button({ label: this.words.print, icon: 'print', name: text.printOf({ name }), onClick: () => void this.print(run) })}${button({ label: text.remove, kind: 'quiet danger', icon: 'trash', name: text.removeOf({ name }), onClick: () => { this.runs = this.runs.filter((each) => each !== run); } })}</div></div></details>`;
      })}
    </section>`;
  }

  private async print(run: SimulatorRun): Promise<void> {
    this.printed = run.id;
    await this.updateComplete;
    print();
  }
}
