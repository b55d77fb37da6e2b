import { formatYuan, fromDayNumber, isDate, localize, toDayNumber } from '@cobuild/core';
import type { CountedCase, Statistics, StatisticsFigure, StatisticsMeasure, StatisticsRequest } from '@cobuild/rules';
import { csvFromSheet, sheetFromStatistics, statisticsOf } from '@cobuild/rules';
import type { CSSResultGroup, PropertyValues, TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { CobuildExportDetail } from '../cobuild-register/cobuild-register.js';
import type { ChartData } from '../internal/charts/chart.js';
import { MOST_SERIES, barChart, lineChart } from '../internal/charts/chart.js';
import { chartStyles } from '../internal/charts/chart.styles.js';
import { CobuildElement } from '../internal/cobuild-element.js';
import type { SchemeDocument } from '../internal/document-shapes.js';
import { download } from '../internal/download.js';
import type { Column } from '../internal/pieces.js';
import { button, dataTable, documentProblems, noticeBox } from '../internal/pieces.js';
import { portraitPageSheet } from '../internal/page-sheets.js';
import { PrintPage } from '../internal/print-page.js';
import { sharedStyles } from '../internal/styles.js';
import type { AxisChoice, StatisticsSettings } from './statistics-choices.js';
import { axisChoices, axisKey, countedShape, statisticsSettingsShape } from './statistics-choices.js';
import { statisticsStyles } from './statistics.styles.js';
import type { StatisticsWords } from './words.js';
import { statisticsWords } from './words.js';

export type { StatisticsSettings } from './statistics-choices.js';

/** What the person chose; what is not chosen is as the settings say. */
interface Choice { readonly rows?: string; readonly columns?: string; readonly measure?: string; readonly from?: string; readonly until?: string }

const NO_SETTINGS: StatisticsSettings = {};

/**
 * Counts and sums of a scheme by town, level, category, stage, result or period: figures, a chart and the table of the same figures. The rules decide the numbers.
 *
 * @summary Statistics board.
 * @fires {CustomEvent<CobuildExportDetail>} cobuild-export - A sheet is handed out; cancel it to make the file elsewhere. Excel files are made by the page.
 * @csspart choices - Rows, columns, time.
 * @csspart figures - The totals.
 * @csspart chart - The drawing.
 * @csspart table - The figures.
 * @example
 * Object.assign(document.querySelector('cobuild-statistics'), { scheme, cases, settings: { rows: { by: 'town' }, columns: { by: 'period', every: 'halfYear' } } });
 */
export class CobuildStatistics extends CobuildElement {
  static override styles: CSSResultGroup = [...sharedStyles, chartStyles, statisticsStyles];

  /** The scheme, loaded, or a published file. A child script `data-part="scheme"` does the same. */
  @property({ attribute: false }) scheme: SchemeDocument | undefined;
  /** Cases, states or reports, `[{ id, submittedAt, applicant: { id, level, town }, answers, stage?, status?, end?, timeliness?, reviews? }]`. A child script `data-part="cases"` does the same. */
  @property({ attribute: false }) cases: readonly CountedCase[] | undefined;
  /** What is counted at first, `{ rows?, columns?, measures?, from?, below?, fixed? }`. */
  @property({ attribute: false }) settings: StatisticsSettings | undefined;
  /** Title above the board. */
  @property() heading = '';
  /** The page makes Excel files of `cobuild-export`: the button is shown. */
  @property({ type: Boolean }) excel = false;

  @state() private choice: Choice = {};
  private choices: readonly AxisChoice[] = [];
  private made: Statistics | undefined;
  private count = 0;

  constructor() {
    super();
    new PrintPage(this, portraitPageSheet);
  }

  private get text(): StatisticsWords {
    return this.wordsOf(statisticsWords);
  }

  protected override willUpdate(changed: PropertyValues): void {
    const scheme = this.readScheme(this.scheme);
    const cases = this.readLines('cases', this.cases ?? this.jsonPart('cases'), countedShape);
    const settings = this.readDocument('settings', this.settings, statisticsSettingsShape) ?? NO_SETTINGS;
    if (!['scheme', 'cases', 'settings', 'choice', 'locale', 'jsonParts'].some((name) => changed.has(name))) return;
    this.count = cases.length;
    this.choices = scheme === undefined ? [] : axisChoices(scheme, cases, this.locale, this.text);
    this.made = scheme === undefined || this.hasWrongDays(settings) ? undefined : statisticsOf(scheme, cases, this.request(settings));
  }

  private request(settings: StatisticsSettings): StatisticsRequest {
    const { choice } = this;
    const chosen = (key: string | undefined): AxisChoice['axis'] | undefined => this.choices.find((each) => each.key === key)?.axis;
    const columns = choice.columns === undefined ? settings.columns : chosen(choice.columns);
    const [from, below] = this.days(settings);
    return {
      rows: chosen(choice.rows) ?? settings.rows ?? { by: 'town' }, ...(columns === undefined ? {} : { columns }), ...(settings.measures === undefined ? {} : { measures: settings.measures }),
      ...(from === undefined ? {} : { from }), ...(below === undefined ? {} : { below }),
    };
  }

  /** First day, and the day after the last one; what is no day is as if it were not there. */
  private days({ from: first, below: last }: StatisticsSettings): readonly [string | undefined, string | undefined] {
    const { from = first, until } = this.choice;
    const below = until === undefined ? last : isDate(until) ? dayAfter(until, 1) : undefined;
    return [from !== undefined && isDate(from) ? from : undefined, below !== undefined && isDate(below) ? below : undefined];
  }

  private hasWrongDays(settings: StatisticsSettings): boolean {
    const [from, below] = this.days(settings);
    return from !== undefined && below !== undefined && from >= below;
  }

  protected override render(): TemplateResult {
    const problems = documentProblems(this.givenProblems, this.words);
    const { text, made } = this;
    const settings = this.readDocument('settings', this.settings, statisticsSettingsShape) ?? NO_SETTINGS;
    if (this.readScheme(this.scheme) === undefined) return html`${problems}`;
    const body = this.count === 0 ? html`<div class="table-empty">${text.empty}</div>` : html`${this.choiceBar(settings)} ${made === undefined ? noticeBox('danger', this.words.error, html`<p>${text.wrongDays}</p>`, { role: 'alert' }) : made.counted === 0 ? html`<div class="table-empty">${text.nothing}</div>` : this.board(made)}`;
    return html`${problems}<section class="stack wide"><h2>${this.heading || text.heading}</h2>${body}</section>`;
  }

  private choiceBar(settings: StatisticsSettings): TemplateResult {
    const { text, made } = this;
    const { rows, columns } = this.request(settings);
    const [from = '', below = ''] = this.days(settings);
    const choose = (choice: Choice): void => { this.choice = { ...this.choice, ...choice }; };
    const day = (label: string, value: string, onChange: (day: string) => void): TemplateResult => html`<label class="stack tight"><span>${label}</span><input class="input" type="date" .value=${value} @change=${(event: Event) => onChange((event.target as HTMLInputElement).value)} /></label>`;
    const measures = made?.measures ?? [];
    return html`<div class="choices-bar no-print" part="choices">
      ${settings.fixed === true ? nothing : html`${this.select(text.rows, axisKey(rows), this.choices, (key) => choose({ rows: key }))}
        ${this.select(text.columns, columns === undefined ? '' : axisKey(columns), [{ key: '', label: text.noColumns }, ...this.choices.filter(({ key }) => key !== axisKey(rows))], (key) => choose({ columns: key }))}`}
      ${measures.length < 2 ? nothing : this.select(text.measure, this.measureOf(measures).id, measures.map(({ id, title }) => ({ key: id, label: localize(title, this.locale) })), (measure) => choose({ measure }))}
      ${day(text.from, this.choice.from ?? from, (value) => choose({ from: value }))} ${day(text.until, this.choice.until ?? (below === '' ? '' : dayAfter(below, -1)), (until) => choose({ until }))}
    </div>`;
  }

  private select(label: string, chosen: string, options: readonly Pick<AxisChoice, 'key' | 'label'>[], onChoose: (key: string) => void): TemplateResult {
    return html`<label class="stack tight"><span>${label}</span><select class="input" @change=${(event: Event) => onChoose((event.target as HTMLSelectElement).value)}>${options.map((option) => html`<option value=${option.key} ?selected=${option.key === chosen}>${option.label}</option>`)}</select></label>`;
  }

  private measureOf(measures: readonly StatisticsMeasure[]): StatisticsMeasure {
    return measures.find(({ id }) => id === this.choice.measure) ?? (measures[0] as StatisticsMeasure);
  }

  private board(made: Statistics): TemplateResult {
    const { text, locale } = this;
    const measure = this.measureOf(made.measures);
    const rows = this.choices.find(({ key }) => key === axisKey(made.request.rows))?.label ?? text.rows;
    const chart = this.chartData(made, measure, rows);
    const isOverTime = made.request.rows.by === 'period' && made.rows.length > 1;
    const unread = made.measures.flatMap(({ title }, index) => { const count = made.totals[index]?.unread ?? 0; return count === 0 ? [] : [text.unread({ measure: localize(title, locale), count: this.number(count) })]; });
    return html`<dl class="figures" part="figures">
        ${made.measures.some(({ sum }) => sum === undefined) ? nothing : html`<div><dt>${text.counted}</dt><dd>${this.number(made.counted)}</dd></div>`}
        ${made.measures.map((each, index) => html`<div><dt>${localize(each.title, locale)}</dt><dd>${this.figure(made.totals[index], each)}</dd></div>`)}
      </dl>
      ${unread.length === 0 ? nothing : noticeBox('info', this.words.info, unread.map((sentence) => html`<p>${sentence}</p>`))}
      <div part="chart" class="stack tight">${isOverTime ? lineChart(chart, 'fill') : barChart(chart, 'fill')}</div>
      <div part="table" class="wide-table">${this.table(made, measure, rows)}</div>
      <div class="actions no-print">
        ${button({ label: text.exportCsv, onClick: () => this.export('csv', made) })}
        ${this.excel ? button({ label: text.exportExcel, onClick: () => this.export('xlsx', made) }) : nothing}
        ${button({ label: this.words.print, icon: 'print', onClick: () => print() })}
      </div>`;
  }

  /** The first series, and all further ones as one where there are too many to tell apart. */
  private chartData({ rows, columns, cells, rowTotals, measures, request }: Statistics, measure: StatisticsMeasure, by: string): ChartData {
    const { text, locale } = this;
    const index = measures.indexOf(measure);
    const value = (figures: readonly StatisticsFigure[] | undefined): number => figures?.[index]?.value ?? 0;
    const all = request.columns === undefined ? [{ name: localize(measure.title, locale), values: rowTotals.map(value) }] : columns.map(({ title }, place) => ({ name: localize(title, locale), values: cells.map((row) => value(row[place])) }));
    const rest = all.slice(MOST_SERIES - 1);
    const series = all.length <= MOST_SERIES ? all : [...all.slice(0, MOST_SERIES - 1), { name: text.others, values: rows.map((_, row) => rest.reduce((sum, { values }) => sum + (values[row] ?? 0), 0)) }];
    return { label: text.chart({ measure: localize(measure.title, locale), rows: by }), groups: rows.map(({ title }) => localize(title, locale)), series, format: (number) => this.figure({ value: number, unread: 0 }, measure) };
  }

  private table({ rows, columns, cells, rowTotals, columnTotals, totals, measures, request }: Statistics, measure: StatisticsMeasure, by: string): TemplateResult {
    const { text, locale } = this;
    interface Line { readonly title: string; readonly figures: readonly string[] }
    const index = measures.indexOf(measure);
    const isSplit = request.columns !== undefined;
    const line = (title: string, own: readonly (readonly StatisticsFigure[])[] | undefined, total: readonly StatisticsFigure[] | undefined): Line => ({
      title, figures: isSplit ? [...(own ?? []).map((figures) => this.figure(figures[index], measure)), this.figure(total?.[index], measure)] : measures.map((each, place) => this.figure(total?.[place], each)),
    });
    const lines = [...rows.map(({ title }, row) => line(localize(title, locale), cells[row], rowTotals[row])), line(text.total, columnTotals, totals)];
    const heads = isSplit ? [...columns.map(({ title }) => localize(title, locale)), text.total] : measures.map(({ title }) => localize(title, locale));
    const tableColumns: Column<Line>[] = [{ head: by, rowHead: true, cell: ({ title }) => title }, ...heads.map((head, place) => ({ head, number: true, cell: ({ figures }: Line) => figures[place] ?? '' }))];
    return dataTable(tableColumns, lines, { caption: isSplit ? text.table({ measure: localize(measure.title, locale), rows: by }) : text.tableAll({ rows: by }) });
  }

  private number(value: number): string {
    return new Intl.NumberFormat(this.locale, { maximumFractionDigits: 6 }).format(value);
  }

  private figure(figure: StatisticsFigure | undefined, { unit }: StatisticsMeasure): string {
    const { value = 0 } = figure ?? {};
    return unit === 'yuan' ? formatYuan(Math.round(value * 100) / 100, this.locale) : this.number(value);
  }

  private export(format: CobuildExportDetail['format'], made: Statistics): void {
    const name = this.heading || this.text.heading;
    const sheet = sheetFromStatistics(made, this.locale);
    const isMine = this.emit<CobuildExportDetail>('cobuild-export', { format, name, sheet }, { cancelable: true });
    if (isMine && format === 'csv') download(`${name}.csv`, csvFromSheet(sheet), 'text/csv;charset=utf-8');
  }
}

const dayAfter = (day: string, days: number): string => fromDayNumber(toDayNumber(day) + days);

declare global {
  interface HTMLElementTagNameMap { 'cobuild-statistics': CobuildStatistics }
}
