import type { Case, EventActor, Problem } from '@cobuild/core';
import { localize } from '@cobuild/core';
import type { EnteredMark, RegisterAssessment, Sheet } from '@cobuild/rules';
import { applicationForm, csvFromSheet, sheetFromMarks, sheetFromText } from '@cobuild/rules';
import type { CSSResultGroup, PropertyValues, TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import { property, state } from 'lit/decorators.js';
import { CobuildElement } from '../internal/cobuild-element.js';
import type { SchemeDocument } from '../internal/document-shapes.js';
import { actorShape, caseShape, problemShape } from '../internal/document-shapes.js';
import { download } from '../internal/download.js';
import { levelTitle } from '../internal/level-title.js';
import { button, documentProblems, noticeBox } from '../internal/pieces.js';
import { landscapePageSheet } from '../internal/page-sheets.js';
import { PrintPage } from '../internal/print-page.js';
import { inSlices } from '../internal/slices.js';
import { sharedStyles } from '../internal/styles.js';
import { fileText } from '../internal/file-text.js';
import { RegisterAssessmentDesk } from './register-assessment.js';
import type { RegisterColumn } from './register-columns.js';
import { registerColumns } from './register-columns.js';
import { exportSteps } from './register-export.js';
import type { Progress } from './register-list.js';
import { RegisterList } from './register-list.js';
import type { PanelContext } from './register-panels.js';
import { assessmentFigures, countText, filterBar, pager, progressLine, takenNotice } from './register-panels.js';
import type { RegisterMarks, RegisterPlan, RegisterSettings } from './register-settings.js';
import { planRegister } from './register-settings.js';
import { manyCasesShape, readSheetShape, registerMarksShape, registerSettingsShape } from './register-shapes.js';
import { neighbour, registerTable } from './register-table.js';
import { registerStyles } from './register.styles.js';
import type { RegisterWords } from './words.js';
import { registerWords } from './words.js';

export type { RegisterMarks, RegisterSettings } from './register-settings.js';

/** What `cobuild-export` tells: a sheet that the person asked for. */
export interface CobuildExportDetail { readonly format: 'csv' | 'xlsx'; /** File name without ending. */ readonly name: string; readonly sheet: Sheet }
/** What `cobuild-marks` tells: marks to be stored; `null` takes one away. */
export interface CobuildMarksDetail { readonly marks: readonly EnteredMark[] }
/** What `cobuild-assessed` tells: grades and rewards as the rules worked them out from the marks on the page. */
export interface CobuildAssessedDetail { readonly assessment: RegisterAssessment }

/** So many entries are looked at one by one before anything is drawn; more of them while the page goes on. */
const LOOKED_AT_FIRST = 500;
const NO_SETTINGS: RegisterSettings = {};
const NO_MARKS: RegisterMarks = {};
const NO_CASES: readonly Case[] = [];

/**
 * A register of tens of thousands of entries: found, filtered, put in order, opened, and assessed once a year. Marks are typed, pasted or imported for many at once; grades and
 * rewards are worked out by the rules, group by group, while the page goes on answering.
 *
 * @summary Register of many entries with yearly assessment.
 * @fires {CustomEvent<{ id: string }>} cobuild-open - An entry is to be opened.
 * @fires {CustomEvent<CobuildMarksDetail>} cobuild-marks - Marks are to be stored; cancelable. Set `marks` again with them.
 * @fires {CustomEvent<CobuildAssessedDetail>} cobuild-assessed - Grades and rewards were worked out.
 * @fires {CustomEvent<CobuildExportDetail>} cobuild-export - A sheet is handed out; cancel it to make the file elsewhere. Excel files are made by the page.
 * @csspart filters - What is looked for.
 * @csspart figures - Entries by grade, marks that are missing, rewards.
 * @csspart groups - Groups that cannot be rewarded yet.
 * @csspart assessment - Where marks are pasted, imported, saved and worked out.
 * @csspart refused - Cells that were refused.
 * @csspart entries - The table.
 * @csspart pager - Pages.
 * @example
 * const element = document.querySelector('cobuild-register');
 * Object.assign(element, { scheme, cases, actor, settings: { grading: 'year', lowest: 0, highest: 100 }, marks, assessing: true });
 */
export class CobuildRegister extends CobuildElement {
  static override styles: CSSResultGroup = [...sharedStyles, registerStyles];

  /** The scheme, loaded, or a published file. A child script `data-part="scheme"` does the same. */
  @property({ attribute: false }) scheme: SchemeDocument | undefined;
  /** The entries, `[{ id, submittedAt, applicant: { id, unit, town }, answers }]`; up to 200,000. A child script `data-part="cases"` does the same. */
  @property({ attribute: false }) cases: readonly Case[] | undefined;
  /** Who looks: what their role may not see is masked or left out. Without it the register shows what the public may see. */
  @property({ attribute: false }) actor: EventActor | undefined;
  /** Columns and assessment, `{ columns?, grading?, potPer?, inputs?, lowest?, highest?, pay? }`. */
  @property({ attribute: false }) settings: RegisterSettings | undefined;
  /** Marks that are stored, `{ 'household-01': { village: 95, town: 88 } }`. */
  @property({ attribute: false }) marks: RegisterMarks | undefined;
  /** Reads a file of another kind than CSV, such as Excel: `(file) => Promise<Sheet>`. */
  @property({ attribute: false }) readSheet: ((file: File) => Promise<Sheet>) | undefined;
  /** Title above the register. */
  @property() heading = '';
  /** Marks may be entered here. */
  @property({ type: Boolean }) assessing = false;
  /** The page makes Excel files of `cobuild-export`: the button is shown. */
  @property({ type: Boolean }) excel = false;
  /** An answer of the host is awaited: nothing is sent twice. */
  @property({ type: Boolean }) busy = false;
  /** Why the host refused the last marks, `{ code, severity, document, pointer, message, remedy? }`. */
  @property({ attribute: false }) problems: readonly Problem[] = [];

  @state() private opened: string | undefined;
  @state() private exporting: Progress | undefined;
  @state() private isNotRead = false;
  private plan: RegisterPlan | undefined;
  private readonly list = new RegisterList(() => this.requestUpdate());
  private readonly desk = new RegisterAssessmentDesk((isWorkedOut) => {
    this.list.assess({ items: this.desk.result?.items, marks: this.desk.marks }, isWorkedOut);
    this.requestUpdate();
  });
  private stopExport = (): void => undefined;

  constructor() {
    super();
    new PrintPage(this, landscapePageSheet);
    // A page of cards is many times as long as one of lines.
    if (matchMedia('(max-width: 899px)').matches) this.list.pageSize = 20;
  }

  private get text(): RegisterWords {
    return this.wordsOf(registerWords);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.list.stop();
    this.desk.stop();
    this.stopExport();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    // What was stopped when it left the page begins anew.
    if (this.hasUpdated) this.requestUpdate('cases');
  }

  protected override willUpdate(changed: PropertyValues): void {
    const hasNewPlan = ['scheme', 'settings', 'jsonParts'].some((name) => changed.has(name));
    const hasNewLines = hasNewPlan || ['cases', 'actor', 'locale'].some((name) => changed.has(name));
    if (hasNewPlan) {
      const scheme = this.readScheme(this.scheme);
      this.plan = scheme && planRegister(scheme, this.readDocument('settings', this.settings, registerSettingsShape) ?? NO_SETTINGS);
    }
    if (changed.has('marks')) this.desk.give(this.readDocument('marks', this.marks, registerMarksShape) ?? NO_MARKS);
    if (hasNewLines && this.plan) this.list.start(this.plan, this.givenCases(), this.readDocument('actor', this.actor, actorShape), this.locale);
  }

  private givenCases(): readonly unknown[] {
    const given = this.cases ?? this.jsonPart('cases');
    if (Array.isArray(given) && given.length > LOOKED_AT_FIRST) return this.readDocument('cases', given as readonly unknown[], manyCasesShape) ?? NO_CASES;
    return given === undefined || given === null ? NO_CASES : this.readLines('cases', given, caseShape);
  }

  protected override render(): TemplateResult {
    this.givenCases();
    this.readDocument('actor', this.actor, actorShape);
    this.readDocument('readSheet', this.readSheet, readSheetShape);
    const refused = this.readLines('problems', this.problems, problemShape);
    const problems = documentProblems(this.givenProblems, this.words);
    const { plan, list } = this;
    if (plan === undefined) return html`${problems}`;
    const text = this.wordsFor(plan);
    const { named } = list.read;
    const context: PanelContext = { plan, list, desk: this.desk, named, locale: this.locale, words: text, common: this.words };
    const columns = this.columnsOf(context);
    const count = countText(list.read.lines.length, this.locale);
    const found = countText(list.matches.length, this.locale);
    const isEmpty = list.read.lines.length === 0 && list.reading === undefined;
    return html`${problems}<section class="stack wide">
      <div class="stack tight">
        <h2>${this.heading || text.heading}</h2>
        <p class="muted" role="status">${isEmpty ? '' : list.matches.length === list.read.lines.length ? text.count({ count }) : text.found({ found, count })}</p>
      </div>
      ${list.reading === undefined ? nothing : progressLine(text.reading({ done: countText(list.reading.done, this.locale), count: countText(list.reading.of, this.locale) }), list.reading)}
      ${list.read.left === 0 ? nothing : noticeBox('warning', this.words.warning, html`<p>${text.left({ count: countText(list.read.left, this.locale) })}</p>`)}
      ${this.desk.result === undefined ? nothing : assessmentFigures(this.desk.result, context)}
      ${plan.grading === undefined || isEmpty ? nothing : this.assessmentPanel(plan, context, refused)}
      ${isEmpty ? nothing : html`<div class="stack tight">${filterBar(context, (filter) => list.lookFor(filter))}<p class="muted small no-print" id="search-help">${text.searchHelp}</p>${this.phoneSort(columns)}</div>`}
      ${this.tableView(context, columns, isEmpty)}
      ${isEmpty ? nothing : this.outputs(columns, context)}
    </section>`;
  }

  /** The words with what the scheme calls the levels of the places in the list. */
  private wordsFor({ scheme }: RegisterPlan): RegisterWords {
    const { text, locale, list: { read: { towns, units } } } = this;
    return { ...text, town: levelTitle(scheme, towns, locale, text.town), unit: levelTitle(scheme, units, locale, text.unit) };
  }

  private columnsOf({ plan, named, locale, words }: PanelContext): readonly RegisterColumn[] {
    const { columns: readers, towns, units } = this.list.read;
    return registerColumns({ plan, readers, named, marks: this.desk.marks, result: this.desk.result, hasTowns: towns.some((id) => id !== ''), hasUnits: units.some(({ id }) => id !== ''), locale, words });
  }

  private tableView(context: PanelContext, columns: readonly RegisterColumn[], isEmpty: boolean): TemplateResult {
    const { list, text, locale } = this;
    const { scheme } = context.plan;
    const actor = this.readDocument('actor', this.actor, actorShape);
    if (isEmpty || (list.matches.length === 0 && list.reading === undefined)) return html`<div class="table-empty" part="entries">${isEmpty ? text.empty : text.none}</div>`;
    const table = registerTable({
      columns, lines: list.shown, sort: list.sort, desk: this.desk, isEntering: this.assessing && !this.busy, opened: this.opened, form: this.opened === undefined ? undefined : applicationForm(scheme), role: actor?.role,
      caption: this.heading || text.heading, locale, words: text,
      onSort: (key) => this.sortBy(key, columns),
      onToggle: (id) => { this.opened = this.opened === id ? undefined : id; },
      onOpen: (id) => this.emit('cobuild-open', { id }),
      onType: ({ entry }, input, value) => this.desk.type(entry.id, input, value, context.plan, locale),
      onPaste: (event, line, input) => this.paste(event, line.entry.id, input, context.plan),
      onKey: (event) => this.moveBy(event),
    });
    const where = text.printed({ page: countText(list.page + 1, locale), pages: countText(list.pages, locale), count: countText(list.matches.length, locale) });
    return html`<div class="stack" part="entries" aria-busy=${String(list.sorting)}>${table}<p class="on-paper small">${where}</p>${list.pages > 1 || list.matches.length > 20 ? pager(context, (page) => list.turnTo(page)) : nothing}</div>`;
  }

  private phoneSort(columns: readonly RegisterColumn[]): TemplateResult {
    const { list: { sort }, text } = this;
    return html`<div class="phone-sort stack tight no-print">
      <label class="stack tight"><span>${text.order}</span><select class="input" @change=${(event: Event) => this.list.sortBy((event.target as HTMLSelectElement).value === '' ? undefined : { key: (event.target as HTMLSelectElement).value, down: sort?.down ?? false })}>
        <option value="" ?selected=${sort === undefined}>${text.usualOrder}</option>
        ${columns.map(({ key, label }) => html`<option value=${key} ?selected=${key === sort?.key}>${label}</option>`)}
      </select></label>
      ${sort === undefined ? nothing : html`<label class="row"><input type="checkbox" ?checked=${sort.down} @change=${(event: Event) => this.list.sortBy({ key: sort.key, down: (event.target as HTMLInputElement).checked })} /> ${text.descending}</label>`}
    </div>`;
  }

  /** Figures begin with the highest, words with the first; the next press turns it round. */
  private sortBy(key: string, columns: readonly RegisterColumn[]): void {
    const { sort } = this.list;
    const isNumber = columns.find((column) => column.key === key)?.isNumber === true;
    this.list.sortBy({ key, down: sort?.key === key ? !sort.down : isNumber && key !== 'rank' });
  }

  private assessmentPanel(plan: RegisterPlan, context: PanelContext, refused: readonly Problem[]): TemplateResult {
    const { text, desk, locale, words } = this;
    const { unsaved } = desk;
    const types = this.readSheet === undefined ? '.csv' : '.csv,.xlsx';
    const stop = button({ label: text.stop, kind: 'quiet', onClick: () => desk.stop() });
    const figures = ({ done, of }: Progress): { done: string; count: string } => ({ done: countText(done, locale), count: countText(of, locale) });
    const isWorking = desk.working !== undefined || desk.importing !== undefined || this.list.reading !== undefined;
    return html`<section class="panel quiet stack no-print" part="assessment" aria-labelledby="assessment-title">
      <h3 id="assessment-title">${localize(plan.grading?.title, locale) || text.assessment}</h3>
      ${this.assessing ? html`<p class="muted measure">${text.pasteHelp}</p>` : nothing}
      ${refused.length === 0 ? nothing : noticeBox('danger', words.error, html`<ul>${refused.map(({ message, remedy }) => html`<li>${message}${remedy === undefined ? '' : ` ${remedy}`}</li>`)}</ul>`, { role: 'alert' })}
      ${this.isNotRead ? noticeBox('danger', words.error, html`<p>${text.notRead}</p>`, { role: 'alert' }) : takenNotice(context)}
      ${this.assessing ? html`<div class="row">
        <label class="stack tight"><span>${text.importMarks}</span><input class="input" type="file" accept=${types} ?disabled=${isWorking} aria-describedby="import-help" @change=${(event: Event) => void this.importFile(event.target as HTMLInputElement, plan)} /></label>
        ${button({ label: text.template, onClick: () => this.template(plan) })}
      </div><p class="muted small" id="import-help">${text.importHelp({ types: types.split(',').join(this.words.listSeparator) })}</p>` : nothing}
      ${desk.importing === undefined ? nothing : progressLine(text.importing(figures(desk.importing)), desk.importing, stop)}
      ${desk.working === undefined ? nothing : progressLine(text.working(figures(desk.working)), desk.working, stop)}
      ${desk.isStale ? noticeBox('info', words.info, html`<p>${text.stale}</p>`) : nothing}
      <div class="actions">
        ${button({ label: text.work, kind: 'primary', disabled: isWorking, onClick: () => desk.workOut(this.list.read.lines, plan, locale, (assessment) => this.emit<CobuildAssessedDetail>('cobuild-assessed', { assessment })) })}
        ${this.assessing && unsaved.length > 0 ? button({ label: text.save, disabled: this.busy, onClick: () => this.emit<CobuildMarksDetail>('cobuild-marks', { marks: unsaved }, { cancelable: true }) }) : nothing}
        <span class="muted" role="status">${this.busy ? text.saving : unsaved.length === 0 || !this.assessing ? '' : text.changed({ count: countText(unsaved.length, locale) })}</span>
      </div>
    </section>`;
  }

  private outputs(columns: readonly RegisterColumn[], { locale, words: text }: PanelContext): TemplateResult {
    const { exporting } = this;
    return html`${exporting === undefined ? nothing : progressLine(text.exporting({ done: countText(exporting.done, locale), count: countText(exporting.of, locale) }), exporting)}
      <div class="actions no-print">
        ${button({ label: text.exportCsv, disabled: exporting !== undefined, onClick: () => this.export('csv', columns) })}
        ${this.excel ? button({ label: text.exportExcel, disabled: exporting !== undefined, onClick: () => this.export('xlsx', columns) }) : nothing}
        ${button({ label: text.printPage, icon: 'print', onClick: () => print() })}
      </div>`;
  }

  private export(format: CobuildExportDetail['format'], columns: readonly RegisterColumn[]): void {
    const lines = this.list.matches;
    const name = this.heading || this.text.heading;
    this.stopExport();
    this.stopExport = inSlices(exportSteps(lines, columns, this.text.code), {
      onProgress: (done) => { this.exporting = { done, of: lines.length }; },
      onDone: ({ sheet, csv }) => {
        this.exporting = undefined;
        const isMine = this.emit<CobuildExportDetail>('cobuild-export', { format, name, sheet }, { cancelable: true });
        if (isMine && format === 'csv') download(`${name}.csv`, csv, 'text/csv;charset=utf-8');
      },
    });
  }

  /** A sheet of the entries that are found, to be filled in elsewhere. */
  private template(plan: RegisterPlan): void {
    if (plan.grading === undefined) return;
    const entries = this.list.matches.map(({ entry, texts }) => ({ id: entry.id, name: texts[0] ?? '', marks: this.desk.marks[entry.id] ?? {} }));
    const sheet = sheetFromMarks({ ...plan.grading, inputs: [...plan.inputs] }, entries, this.locale);
    const name = localize(plan.grading.title, this.locale) || this.text.assessment;
    if (this.emit<CobuildExportDetail>('cobuild-export', { format: 'csv', name, sheet }, { cancelable: true })) download(`${name}.csv`, csvFromSheet(sheet), 'text/csv;charset=utf-8');
  }

  private async importFile(input: HTMLInputElement, plan: RegisterPlan): Promise<void> {
    const file = input.files?.[0];
    if (file === undefined) return;
    try {
      const sheet = /\.xlsx$/i.test(file.name) && this.readSheet !== undefined ? await this.readSheet(file) : sheetFromText(await fileText(file));
      this.isNotRead = false;
      this.desk.import(sheet, new Map(this.list.read.lines.map(({ entry }) => [entry.id, entry])), plan, file.name, this.locale);
    } catch {
      this.isNotRead = true;
    }
    // The same file may be chosen again once it is mended.
    input.value = '';
  }

  private paste(event: ClipboardEvent, id: string, input: string, plan: RegisterPlan): void {
    const text = event.clipboardData?.getData('text/plain') ?? '';
    if (!/[\t\r\n]/.test(text.trim())) return;
    event.preventDefault();
    const { matches } = this.list;
    this.desk.paste(sheetFromText(text), matches.slice(matches.findIndex(({ entry }) => entry.id === id)), input, plan, this.locale);
  }

  private moveBy(event: KeyboardEvent): void {
    const target = event.target as HTMLElement;
    if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey || !target.matches('.mark, .name')) return;
    if (event.key === 'PageDown' || event.key === 'PageUp') {
      event.preventDefault();
      this.list.turnTo(this.list.page + (event.key === 'PageDown' ? 1 : -1));
      const selector = target.matches('.mark') ? '.mark' : '.name';
      void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>(`tbody ${selector}`)?.focus());
      return;
    }
    const next = neighbour(target, event.key);
    if (next === undefined) return;
    event.preventDefault();
    next.focus();
    if (next instanceof HTMLInputElement) next.select();
  }
}

declare global {
  interface HTMLElementTagNameMap { 'cobuild-register': CobuildRegister }
  interface HTMLElementEventMap {
    'cobuild-marks': CustomEvent<CobuildMarksDetail>;
    'cobuild-assessed': CustomEvent<CobuildAssessedDetail>;
    'cobuild-export': CustomEvent<CobuildExportDetail>;
  }
}
