import type { Calendar, Locale, Scheme } from '@cobuild/core';
import { formatDate, localize } from '@cobuild/core';
import type { FundedProject, ReportDue } from '@cobuild/rules';
import { cadenceCounts, reportsDue } from '@cobuild/rules';
import type { TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import type { ReportWords } from '../cobuild-report/words.js';
import type { Tone } from '../internal/pieces.js';
import { dataTable, tag } from '../internal/pieces.js';
import type { TimelineWords } from './words.js';

export interface CadenceInput {
  readonly scheme: Scheme;
  readonly project: FundedProject;
  readonly today: string;
  readonly calendar: Calendar;
  readonly locale: Locale;
  readonly text: TimelineWords;
  readonly reports: ReportWords;
}

const tones: Readonly<Record<ReportDue['state'], Tone | 'neutral'>> = { later: 'neutral', soon: 'info', today: 'warning', overdue: 'danger', submitted: 'success', returned: 'warning', accepted: 'success', skipped: 'neutral' };

/** What a project has to hold or hand in by when, how each period stands, and the sum of each duty. Nothing where the scheme asks for nothing or the work has not begun. */
export function cadenceView({ scheme, project, today, calendar, locale, text, reports }: CadenceInput): TemplateResult | typeof nothing {
  const dues = reportsDue(scheme, project, today, calendar);
  if (dues.length === 0) return nothing;
  const counts = cadenceCounts(scheme, project, today, calendar);
  const day = (date: string): string => formatDate(date, locale);
  const stands = ({ state, isLate, workingDays, skipped }: ReportDue): TemplateResult => html`${tag(tones[state], reports.stateOf({ state }))}${isLate ? html` <span class="late">${reports.late({ days: workingDays })}</span>` : nothing}${skipped === undefined ? nothing : html` <span class="muted small">${skipped.reason}</span>`}`;
  return html`<section class="stack tight" part="cadence" aria-labelledby="cadence-title">
    <h3 id="cadence-title">${text.cadence}</h3>
    <ul class="plain">${counts.map(({ title, ...figures }) => html`<li>${text.cadenceOf({ title: localize(title, locale), ...figures })}</li>`)}</ul>
    <details>
      <summary>${text.cadenceList({ count: dues.length })}</summary>
      ${dataTable<ReportDue>(
        [
          { head: reports.report, rowHead: true, cell: ({ title }) => localize(title, locale) },
          { head: reports.periodHead, cell: ({ from, to }) => reports.period({ from: day(from), to: day(to) }) },
          { head: reports.dueOn, cell: ({ dueOn, provisional }) => html`${day(dueOn)}${provisional ? html`<div class="muted small">${reports.provisional}</div>` : nothing}` },
          { head: reports.state, cell: stands },
        ],
        dues,
      )}
    </details>
  </section>`;
}
