import type { Case, Locale, Scheme, SchemeTest } from '@cobuild/core';
import { buildPublished, chinaCalendar, diffSchemes, localize, readYuan } from '@cobuild/core';
import type { ExplainedChange, Flip, FlipDirection, FlipQuery, PolicyChange, Sheet, SimulationResult } from '@cobuild/rules';
import { makeCaseTest } from '@cobuild/rules';
import type { CSSResultGroup, PropertyValues, TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import { property, state } from 'lit/decorators.js';
import { guard } from 'lit/directives/guard.js';
import { chartStyles } from '../internal/charts/chart.styles.js';
import { CobuildElement } from '../internal/cobuild-element.js';
import type { SchemeDocument } from '../internal/document-shapes.js';
import { schemeOf, schemeShape } from '../internal/document-shapes.js';
import { explanationTree } from '../internal/explanation/explanation-tree.js';
import { explanationStyles } from '../internal/explanation/explanation.styles.js';
import { OpenWhilePrinting } from '../internal/explanation/open-while-printing.js';
import { explanationWords } from '../internal/explanation/words.js';
import { instantText } from '../internal/dates.js';
import { icons } from '../internal/icons.js';
import { button, documentProblems, noticeBox } from '../internal/pieces.js';
import { PrintPage } from '../internal/print-page.js';
import { csvText, saveText } from '../internal/project/csv.js';
import type { Shape } from '../internal/shape.js';
import { isRecord, list, method } from '../internal/shape.js';
import { SpokenLine } from '../internal/spoken-line.js';
import { sharedStyles } from '../internal/styles.js';
import type { CaseFile } from './case-file.js';
import { openCaseFile } from './case-file.js';
import { fundingView } from './funding-view.js';
import type { ParameterPanel, Typed } from './parameter-panel.js';
import { parameterControl } from './parameter-panel.js';
import { isSame, readTurn, turnableKeys } from './parameter-turn.js';
import { SimulationDesk } from './simulation-desk.js';
import type { SimulatorRun, SimulatorSettings } from './simulator-settings.js';
import { MOST_CHANGES, MOST_KEPT, simulatorRunShape, simulatorSettingsShape } from './simulator-settings.js';
import { simulatorPageSheet, simulatorStyles } from './simulator.styles.js';
import type { ViewContext } from './simulator-texts.js';
import { countText } from './simulator-texts.js';
import { breakdownTable, flipHead, flipRow, flipTable, flowPicture, moneyPicture, outcomeTable, runReport, summarySentence } from './simulator-views.js';
import type { Reading, UnreadFile } from './source-view.js';
import { sourceView } from './source-view.js';
import { TurnHistory } from './turn-history.js';
import type { SimulatorWords } from './words.js';
import { simulatorWords } from './words.js';

export type { SimulatorRun, SimulatorSettings } from './simulator-settings.js';

/** What `cobuild-make-test` tells: a test in the format of a scheme's tests, and under which rules its case comes out as the test expects. */
export interface CobuildMakeTestDetail { readonly test: SchemeTest; readonly side: 'before' | 'after' }

/** What `cobuild-keep-run` tells. */
export interface CobuildKeepRunDetail { readonly run: SimulatorRun }

/** Flips on one page. */
const PAGE = 20;
/** Money that each batch has which no other is named for. */
const EVERY_BATCH = '*';
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
 * @fires {CustomEvent<CobuildMakeTestDetail>} cobuild-make-test - A test is made of a case; cancelable. Without cancelling, it is handed to the person as a file.
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
  /** Reads Excel in place of the worker: `(file) => Promise<Sheet>`. */
  @property({ attribute: false }) readSheet: ((file: File) => Promise<Sheet>) | undefined;
  /** Address of `cobuild-simulation-worker.js` on the page's own origin; without it the page does the work itself, in slices. */
  @property({ attribute: 'worker-url' }) workerUrl: string | undefined;
  /** Title above the simulator. */
  @property() heading = '';

  @state() private values: Readonly<Record<string, unknown>> = {};
  @state() private typed: Readonly<Record<string, Typed>> = {};
  @state() private direction: FlipDirection | '' = '';
  @state() private explained: { readonly flip: Pick<Flip, 'id' | 'place'>; readonly change: ExplainedChange } | undefined;
  /** What the person chose, in place of `cases`. */
  @state() private chosen: CaseFile | undefined;
  @state() private reading: (Reading & { readonly stop: AbortController }) | undefined;
  @state() private isCancelled = false;
  @state() private unread: UnreadFile | undefined;
  @state() private printed: string | undefined;
  /** Money of batches that the person typed, in yuan, by batch; `*` is every other one. */
  @state() private pools: Readonly<Record<string, number>> = {};
  @state() private poolErrors: Readonly<Record<string, string>> = {};
  /** Flips that were written to a file so far. */
  @state() private exported: number | undefined;
  /** A number that was looked up and that no case has. */
  @state() private notFound: string | undefined;
  /** The test that was made last. */
  @state() private made: string | undefined;
  private readonly desk = new SimulationDesk(this);
  private readonly spoken = new SpokenLine(this);
  private from: Scheme | undefined;
  private to: Scheme | undefined;
  private readonly history = new TurnHistory();
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
    if (['scheme', 'changedScheme', 'jsonParts'].some((name) => changed.has(name))) this.keepTurns(changed.has('scheme') && this.hasUpdated);
    // Cases that the host sets anew are the ones it means now.
    if (changed.has('cases') && this.hasUpdated && this.isConnected && changed.get('cases') !== this.cases) this.chosen = undefined;
    if (['scheme', 'changedScheme', 'cases', 'chosen', 'settings', 'workerUrl', 'pools', 'jsonParts'].some((name) => changed.has(name))) this.start();
  }

  /** What was turned goes on being turned in the edited rules, as far as they have the parameter and say otherwise; under another scheme nothing is. */
  private keepTurns(isOther: boolean): void {
    const { to } = this;
    this.values = isOther ? {} : Object.fromEntries(Object.entries(this.values).filter(([key, value]) => to?.parameters[key] !== undefined && !isSame(value, to.parameters[key].value)));
    this.typed = {};
    this.history.clear();
  }

  private start(): void {
    const { from, to, given } = this;
    const cases = this.chosen?.cases ?? this.readDocument('cases', this.cases ?? this.jsonPart('cases'), casesShape) ?? [];
    this.explained = undefined;
    if (from === undefined || to === undefined || cases.length === 0) return this.desk.close();
    const { parameters: _, pools: __, ...options } = given;
    const pools = this.poolsInUse;
    this.isCancelled = false;
    void this.desk.load({ scheme: from, cases, options: { ...options, ...(pools === undefined ? {} : { pools }), ...(to === from ? {} : { also: [to] }), locale: this.locale }, workerUrl: this.workerUrl });
    this.ask();
  }

  /** The money of batches as the host knows it, with what the person typed in its place. */
  private get poolsInUse(): SimulatorSettings['pools'] {
    const { pools } = this.given;
    const typed = Object.entries(this.pools);
    if (pools === undefined && typed.length === 0) return undefined;
    return { ...pools, ...Object.fromEntries(typed.map(([batch, pool]) => [batch, { ...pools?.[batch], pool }])) };
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
    const { from, to, text, locale, desk } = this;
    if (from === undefined || to === undefined) return html`${problems}`;
    // While a slider moves only what it changes is drawn anew.
    const drawnFrom = [from, to, locale, this.terms];
    const context: ViewContext = { scheme: from, changedScheme: to, locale, words: text };
    return html`${problems}<section class="stack wide ${this.printed === undefined ? '' : 'one-run'}">
      <h2>${this.heading || text.heading}</h2>
      ${sourceView({
        desk, reading: this.reading, file: this.chosen, unread: this.unread, isCancelled: this.isCancelled, readsWorkbooks: this.readSheet !== undefined || this.workerUrl !== undefined,
        locale, words: text, common: this.words, choose: (input) => void this.readFile(input), cancel: () => this.cancel(),
      })}
      ${desk.phase === 'empty' ? html`<div class="table-empty">${text.empty}</div>` : html`<div class="desk">${guard([...drawnFrom, settings, this.values, this.typed, this.history.canUndo, this.history.canRedo, this.pools, this.poolErrors, desk.tried], () => this.parametersView(to, settings))}${this.resultView(context)}</div>
        ${guard([...drawnFrom, desk.tried, desk.page, desk.isBusy, this.direction, this.explained, this.exported, this.notFound, this.made], () => this.tablesView(context))}`}
      ${this.runsView(runs, context)}
    </section>`;
  }

  private async readFile(input: HTMLInputElement): Promise<void> {
    const { from, locale, readSheet, workerUrl } = this;
    const file = input.files?.[0];
    if (from === undefined || file === undefined) return;
    this.reading?.stop.abort();
    const stop = new AbortController();
    const isMine = (): boolean => this.reading?.stop === stop;
    this.unread = undefined;
    this.isCancelled = false;
    this.reading = { stop, read: 0, part: undefined };
    try {
      const chosen = await openCaseFile(file, { scheme: from, locale, readSheet, workerUrl, signal: stop.signal, onProgress: (read, part) => { if (isMine()) this.reading = { stop, read, part }; } });
      if (!isMine()) return;
      if (chosen.cases.length === 0) this.unread = chosen;
      else this.chosen = chosen;
    } catch {
      if (!isMine()) return;
      this.unread = { name: file.name, problems: [], problemCount: 0 };
    }
    this.reading = undefined;
    // The same file may be chosen again once it is mended.
    input.value = '';
  }

  /** Breaks off the reading of a file, or else the loading of cases. */
  private cancel(): void {
    if (this.reading === undefined) {
      this.chosen = undefined;
      this.desk.close();
    }
    this.reading?.stop.abort();
    this.reading = undefined;
    this.isCancelled = true;
    const input = this.renderRoot.querySelector<HTMLInputElement>('input[type=file]');
    if (input !== null) input.value = '';
    input?.focus();
  }

  private parametersView(scheme: Scheme, { parameters }: SimulatorSettings): TemplateResult {
    const { text, locale } = this;
    const { deciding, others } = turnableKeys(scheme);
    const shown = parameters === undefined ? deciding : parameters.filter((key) => deciding.includes(key) || others.includes(key));
    const folded = parameters === undefined ? others : [];
    const panel: ParameterPanel = {
      scheme, from: this.from ?? scheme, values: this.values, typed: this.typed, locale, words: text, common: this.words,
      turn: (key, value) => this.turn(key, value), type: (key, texts) => this.type(key, texts), settle: (key) => this.settle(key), reset: (key) => this.reset(key),
    };
    const isTurned = Object.keys(this.values).length > 0 || Object.keys(this.typed).length > 0;
    const { canUndo, canRedo } = this.history;
    const { tried } = this.desk;
    return html`<section class="stack no-print" part="parameters" aria-labelledby="parameters-title">
      <div class="row spread"><h3 id="parameters-title">${text.parameters}</h3><span class="row turned">${canUndo || canRedo ? html`${button({ label: text.undo, kind: 'quiet', disabled: !canUndo, onClick: () => this.goBack() })}${button({ label: text.redo, kind: 'quiet', disabled: !canRedo, onClick: () => this.goForward() })}` : nothing}${isTurned ? button({ label: text.resetAll, kind: 'quiet', onClick: () => this.resetAll() }) : nothing}</span></div>
      ${scheme === this.from ? nothing : html`<p>${text.otherRules}</p>`}
      ${shown.length + folded.length === 0 ? html`<p class="muted">${text.noParameters}</p>` : html`<div class="turns">${shown.map((key) => parameterControl(panel, key))}</div>`}
      ${folded.length === 0 ? nothing : html`<details class="others" ?open=${shown.length === 0}><summary>${text.otherParameters}</summary><p class="small muted">${text.otherParametersHelp}</p><div class="turns">${folded.map((key) => parameterControl(panel, key))}</div></details>`}
      ${this.poolsView(scheme)}
      <p class="at-hand" aria-hidden="true">${tried === undefined ? nothing : summarySentence(tried.result, { locale, words: text })}</p>
    </section>`;
  }

  /** Where the scheme divides money: what there is to divide. */
  private poolsView(scheme: Scheme): TemplateResult | typeof nothing {
    const { text } = this;
    if (scheme.allocation === undefined && this.from?.allocation === undefined) return nothing;
    const pools = this.poolsInUse ?? {};
    const batches = Object.keys(pools).length === 0 ? [EVERY_BATCH] : Object.keys(pools);
    const field = (batch: string, index: number): TemplateResult => {
      const error = this.poolErrors[batch];
      const amount = pools[batch]?.pool;
      const id = `pool-${index}`;
      return html`<div class="field"><label class="label" for=${id}>${batch === EVERY_BATCH ? text.poolOfAll : text.poolOf({ batch })}</label>
        <input class="input number" id=${id} type="text" inputmode="decimal" autocomplete="off" .value=${typeof amount === 'number' ? String(amount) : ''} aria-invalid=${error === undefined ? nothing : 'true'} aria-describedby=${error === undefined ? 'pools-help' : `${id}-error pools-help`} @change=${(event: Event) => this.setPool(batch, (event.target as HTMLInputElement).value)} />
        ${error === undefined ? nothing : html`<p class="field-error" id="${id}-error">${icons.danger}<span>${error}</span></p>`}</div>`;
    };
    return html`<div class="stack tight pools"><h4>${text.pools}</h4>${batches.map(field)}<p class="help" id="pools-help">${text.poolsHelp}</p></div>`;
  }

  private setPool(batch: string, written: string): void {
    const { [batch]: _error, ...errors } = this.poolErrors;
    const { [batch]: _pool, ...pools } = this.pools;
    const amount = readYuan(written);
    this.poolErrors = errors;
    if (written.trim() === '') this.pools = pools;
    else if (amount === undefined || amount < 0) this.poolErrors = { ...errors, [batch]: this.text.notNumber };
    else this.pools = { ...pools, [batch]: amount };
  }

  private turn(key: string, value: unknown): void {
    this.history.record(this.values, key);
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
    this.history.settle();
  }

  private reset(key: string): void {
    this.turn(key, this.to?.parameters[key]?.value);
    this.history.settle();
  }

  private goBack(): void {
    this.values = this.history.undo(this.values);
    this.typed = {};
    this.ask();
  }

  private goForward(): void {
    this.values = this.history.redo(this.values);
    this.typed = {};
    this.ask();
  }

  private resetAll(): void {
    this.history.record(this.values, '');
    this.history.settle();
    this.values = {};
    this.typed = {};
    this.ask();
  }

  private resultView(context: ViewContext): TemplateResult {
    const { text, desk } = this;
    const { tried, failure } = desk;
    const summary = tried === undefined ? '' : summarySentence(tried.result, context);
    if (!desk.isBusy) this.spoken.say(failure === undefined ? summary : text.failure({ detail: failure }));
    // Batches of which no case was handed in give nothing.
    const funding = tried?.result.funding;
    const pool = funding === undefined || funding.length === 0 ? undefined : funding.reduce((sum, { after }) => sum + Math.round(after.pool * 100), 0) / 100;
    return html`<section class="stack picture" part="picture" aria-labelledby="picture-title">
      <h3 id="picture-title">${text.picture}</h3>
      <p class="visually-hidden" role="status">${this.spoken.text}</p>
      ${failure === undefined ? nothing : noticeBox('danger', this.words.error, html`<p>${text.failure({ detail: failure })}</p>`)}
      ${tried === undefined ? html`<p class="muted">${failure === undefined ? text.working : nothing}</p>` : html`<div class="stack pictures" aria-busy=${desk.isBusy ? 'true' : 'false'}>
        <p class="summary"><strong>${summary}</strong></p>
        ${flowPicture(tried.result, context)}
        ${moneyPicture(tried.result, pool, context)}
        ${funding === undefined ? nothing : fundingView(funding, (id) => desk.caseOf(id), context)}
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
    ${this.lookUpView(context)}
    ${this.explanationView(context)}`;
  }

  private flipsView(result: SimulationResult, context: ViewContext): TemplateResult {
    const { text, desk, locale } = this;
    const page = desk.page ?? result.flips.page;
    const count = (value: number): string => countText(value, locale);
    const choices: readonly (readonly [FlipDirection | '', string, number])[] = [['', text.allDirections, result.flips.total], ['better', text.better, result.flips.better], ['worse', text.worse, result.flips.worse], ['other', text.other, result.flips.other]];
    const last = page.offset + page.items.length;
    const open = (flip: Flip): TemplateResult => button({ label: text.open1, kind: 'quiet', name: text.openOf({ id: flip.id }), onClick: (event) => void this.explain(flip, event.currentTarget) });
    return html`<section class="stack" part="flips" aria-label=${text.flips}>
      <label class="row no-print"><span>${text.direction}</span><select class="input direction" @change=${(event: Event) => this.show((event.target as HTMLSelectElement).value as FlipDirection | '')}>
        ${choices.filter(([direction, , number]) => direction !== 'other' || number > 0).map(([direction, label, number]) => html`<option value=${direction} ?selected=${direction === this.direction}>${label} ${count(number)}</option>`)}
      </select></label>
      <div class="wide-table ${result.flips.total === 0 ? '' : 'flips'}">${flipTable(page.items, (place) => desk.caseAt(place), context, open)}</div>
      ${page.total <= PAGE ? nothing : html`<nav class="row no-print" aria-label=${text.flips}>
        ${button({ label: text.earlier, icon: 'chevronLeft', disabled: page.offset === 0, onClick: () => void desk.turnTo(this.query(Math.max(0, page.offset - PAGE))) })}
        <span>${text.pages({ from: count(page.offset + 1), to: count(last), count: count(page.total) })}</span>
        ${button({ label: text.later, icon: 'chevronRight', disabled: last >= page.total, onClick: () => void desk.turnTo(this.query(last)) })}
      </nav>`}
      ${result.flips.total === 0 ? nothing : html`<div class="actions no-print">${this.exported === undefined ? button({ label: text.exportFlips, disabled: desk.isBusy, onClick: () => void this.exportFlips(context) }) : html`<span role="status">${text.exporting({ done: count(this.exported), count: count(result.flips.total) })}</span>`}</div>`}
    </section>`;
  }

  private async exportFlips(context: ViewContext): Promise<void> {
    const { desk } = this;
    const rows: (readonly (string | number)[])[] = [flipHead(context)];
    this.exported = 0;
    for await (const flips of desk.allFlips()) {
      for (const flip of flips) rows.push(flipRow(flip, desk.caseAt(flip.place), context));
      this.exported = rows.length - 1;
    }
    this.exported = undefined;
    // Another change came meanwhile: half a list would be taken for the whole.
    if (rows.length - 1 === desk.tried?.result.flips.total) saveText(csvText(rows), context.words.flipsFile({ scheme: localize(context.scheme.title, context.locale) }));
  }

  /** Any case, flipped or not. */
  private lookUpView({ words }: ViewContext): TemplateResult {
    return html`<form class="stack tight no-print look-up" @submit=${(event: SubmitEvent) => void this.lookUp(event)}>
      <label for="look-up">${words.lookUp}</label>
      <div class="row"><input class="input" id="look-up" name="number" type="text" autocomplete="off" required aria-describedby="look-up-help" /><button class="button secondary">${words.showCase}</button></div>
      <p class="help" id="look-up-help">${words.lookUpHelp}</p>
      <p role="status">${this.notFound === undefined ? nothing : words.noCase({ id: this.notFound })}</p>
    </form>`;
  }

  private async lookUp(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const field = (event.target as HTMLFormElement).elements.namedItem('number') as HTMLInputElement;
    const id = field.value.trim();
    const place = this.desk.placeOf(id);
    this.notFound = place === undefined ? id : undefined;
    if (place !== undefined) await this.explain({ place, id }, field);
  }

  private show(direction: FlipDirection | ''): void {
    this.direction = direction;
    void this.desk.turnTo(this.query());
  }

  private async explain(flip: Pick<Flip, 'id' | 'place'>, opener: EventTarget | null): Promise<void> {
    const { tried } = this.desk;
    if (tried === undefined) return;
    this.opener = opener instanceof HTMLElement ? opener : undefined;
    this.made = undefined;
    const change = await this.desk.explain(flip.place, tried.change, this.locale);
    if (change === undefined || tried !== this.desk.tried) return;
    this.explained = { flip, change };
    this.wantsFocus = true;
  }

  private explanationView({ words }: ViewContext): TemplateResult | typeof nothing {
    const { explained } = this;
    if (explained === undefined) return nothing;
    const side = (name: 'before' | 'after', { explanation }: ExplainedChange['before']): TemplateResult => html`<section class="stack tight"><h5>${words[name]}</h5><p><strong>${explanation.verdict}</strong></p>${explanationTree(explanation.lines, this.words, this.wordsOf(explanationWords))}
      <div class="actions no-print">${button({ label: words.makeTest, icon: 'plus', name: words.makeTestOf({ side: words[name] }), onClick: () => this.makeTest(explained.flip.place, name) })}</div></section>`;
    return html`<section class="panel stack explanation" part="explanation" aria-labelledby="explanation-title">
      <div class="row spread"><h4 id="explanation-title" tabindex="-1">${words.explanation({ title: explained.flip.id })}</h4>${button({ label: words.close, kind: 'quiet', icon: 'cross', onClick: () => this.closeExplanation() })}</div>
      <div class="both">${side('before', explained.change.before)}${side('after', explained.change.after)}</div>
      <p class="small muted no-print">${words.privacy}</p><p role="status">${this.made ?? nothing}</p>
    </section>`;
  }

  /** A test that expects of a case what comes out of it under the rules as they are, or as changed. */
  private makeTest(place: number, side: 'before' | 'after'): void {
    const { from, to, desk } = this;
    const { tried } = desk;
    const caseData = desk.caseAt(place);
    if (caseData === undefined || from === undefined || to === undefined || tried === undefined) return;
    const scheme = side === 'before' ? from : withParameters(to, tried.change.parameters ?? {});
    const test = this.inTerms(() => makeCaseTest(scheme, caseData, { calendar: chinaCalendar, locale: this.locale }));
    const isTaken = !this.emit<CobuildMakeTestDetail>('cobuild-make-test', { test, side }, { cancelable: true });
    if (!isTaken) saveText(`${JSON.stringify(test, null, 2)}\n`, `${test.id}.json`, 'application/json');
    this.made = (isTaken ? this.text.testTaken : this.text.testMade)({ id: test.id });
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
    const given = this.scheme ?? this.jsonPart('scheme');
    const hash = isRecord(given) && typeof given['hash'] === 'string' ? given['hash'] : hashOf(from);
    const keptAt = new Date().toISOString();
    const run: SimulatorRun = {
      id: `${keptAt}-${this.runs.length + 1}`, keptAt, scheme: { id: from.id, version: from.version, hash },
      ...(this.chosen === undefined ? {} : { file: this.chosen.name }), leftOut: (this.chosen?.problemCount ?? 0) + desk.problems.length,
      parameters: Object.entries(tried.change.parameters ?? {}).map(([key, after]) => ({ key, before: from.parameters[key]?.value, after })),
      ...(to === from ? {} : { otherVersion: to.version, otherHash: hashOf(to), changes: this.inTerms(() => changesBetween(from, to, this.locale)) }), ...(today === undefined ? {} : { today }), result: { ...result, flips }, flips: kept.items,
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

/** The hash that a scheme has once it is published as it is. */
const hashOf = (scheme: Scheme): string => buildPublished(scheme, { calendarVersion: chinaCalendar.version }).hash;

function withParameters(scheme: Scheme, values: Readonly<Record<string, unknown>>): Scheme {
  const turned = Object.entries(values).flatMap(([key, value]) => (scheme.parameters[key] === undefined ? [] : [[key, { ...scheme.parameters[key], value }] as const]));
  return { ...scheme, parameters: { ...scheme.parameters, ...Object.fromEntries(turned) } } as Scheme;
}

/** What the edited rules say otherwise, in words. */
function changesBetween(from: Scheme, to: Scheme, locale: Locale): NonNullable<SimulatorRun['changes']> {
  const changes = diffSchemes(from, to, locale);
  return { total: changes.length, sentences: changes.slice(0, MOST_CHANGES).map(({ sentence }) => sentence) };
}
