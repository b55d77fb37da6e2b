import type { Calendar, Locale, Scheme } from '@cobuild/core';
import { formatDate, localize } from '@cobuild/core';
import type { CadenceCount, FundedProject, ReportDue } from '@cobuild/rules';
import { projectDuties, reportsDue, schemeCadence } from '@cobuild/rules';
import type { TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import type { ReportWords } from '../cobuild-report/words.js';
import type { Column } from '../internal/pieces.js';
import { dataTable, tag } from '../internal/pieces.js';
import type { SupervisionWords } from './words.js';

export interface CadenceContext {
  readonly scheme: Scheme;
  readonly projects: readonly FundedProject[];
  readonly today: string;
  readonly calendar: Calendar;
  /** The year that is counted, `2026`; `''` is all of them. */
  readonly year: string;
  readonly onYear: (year: string) => void;
  readonly locale: Locale;
  readonly text: SupervisionWords;
  readonly reports: ReportWords;
}

interface OverdueLine extends ReportDue { readonly project: FundedProject }

/** So many overdue lines stand open; the others are a click away. */
const MOST_OPEN = 10;

/** What all projects of a scheme have to hold or hand in by when: what is overdue first, then the sums by duty and by project. Nothing where the scheme asks for nothing. */
export function schemeCadenceView(context: CadenceContext): TemplateResult | typeof nothing {
  const { scheme, projects, today, calendar, year, text } = context;
  if (projectDuties(scheme).length === 0) return nothing;
  const all = projects.flatMap((project) => reportsDue(scheme, project, today, calendar).map((due): OverdueLine => ({ ...due, project })));
  const years = [...new Set(all.map(({ to }) => to.slice(0, 4)))].sort();
  const [from, until] = year === '' ? [undefined, undefined] : [`${year}-01-01`, `${year}-12-31`];
  const overdue = all.filter(({ isLate, from: first, to }) => isLate && first >= (from ?? first) && to <= (until ?? to)).sort((a, b) => (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : 0));
  const { total, duties, projects: rows } = schemeCadence(scheme, projects, today, calendar, from, until);
  return html`<section class="stack" part="cadence" aria-labelledby="cadence-title">
    <h3 id="cadence-title">${text.cadence}</h3>
    ${all.length === 0 ? html`<p class="table-empty">${text.noCadence}</p>` : html`
      ${years.length > 1 ? yearChoice(years, context) : nothing}
      <p id="cadence-total">${text.cadenceTotal(total)}</p>
      ${overdueTable(overdue, context)}
      <details><summary>${text.byDuty}</summary>${dataTable<CadenceCount>([{ head: text.duty, rowHead: true, cell: ({ title }) => localize(title, context.locale) }, ...figures<CadenceCount>(text)], duties)}</details>
      <details><summary>${text.byProject({ count: rows.length })}</summary>${dataTable([{ head: text.project, rowHead: true, cell: ({ title, applicant }) => projectName(title, applicant) }, ...figures(text)], rows)}</details>`}
  </section>`;
}

const projectName = (title: string, applicant: string): TemplateResult => html`${title}<div class="muted small">${applicant}</div>`;

function figures<Row extends Omit<CadenceCount, 'duty' | 'title'>>(text: SupervisionWords): readonly Column<Row>[] {
  return (['late', 'doneLate', 'done', 'skipped', 'toCome', 'due'] as const).map((key) => ({ head: text.counted({ figure: key }), number: true, cell: (row) => row[key] }));
}

function overdueTable(lines: readonly OverdueLine[], { locale, text, reports }: CadenceContext): TemplateResult {
  if (lines.length === 0) return html`<p class="row">${tag('success', text.noneOverdue)}</p>`;
  const day = (date: string): string => formatDate(date, locale);
  const table = (rows: readonly OverdueLine[]): TemplateResult => dataTable<OverdueLine>(
    [
      { head: text.project, rowHead: true, cell: ({ project: { title, applicant } }) => projectName(title, applicant.name ?? applicant.id) },
      { head: text.duty, cell: ({ title }) => localize(title, locale) },
      { head: reports.periodHead, cell: ({ from, to }) => reports.period({ from: day(from), to: day(to) }) },
      { head: reports.dueOn, cell: ({ dueOn, workingDays }) => html`${day(dueOn)} ${tag('danger', text.late({ days: workingDays }), 'clock')}` },
    ],
    rows,
  );
  const rest = lines.slice(MOST_OPEN);
  return html`<h4>${text.overdue({ count: lines.length })}</h4>
    ${table(lines.slice(0, MOST_OPEN))}
    ${rest.length === 0 ? nothing : html`<details><summary>${text.moreOverdue({ count: rest.length })}</summary>${table(rest)}</details>`}`;
}

function yearChoice(years: readonly string[], { year, onYear, text }: CadenceContext): TemplateResult {
  return html`<div class="filters no-print"><label><span class="label">${text.year}</span>
    <select class="input" id="cadence-year" @change=${(event: Event) => onYear((event.target as HTMLSelectElement).value)}>
      <option value="">${text.all}</option>
      ${years.map((each) => html`<option value=${each} ?selected=${each === year}>${each}</option>`)}
    </select></label></div>`;
}
