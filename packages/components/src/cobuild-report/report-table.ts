import { formatDate, localize, weekdayName } from '@cobuild/core';
import type { ReportDue, ReportState } from '@cobuild/rules';
import { projectTranches, roleTitle, tranchesOf } from '@cobuild/rules';
import type { TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import type { Tone } from '../internal/pieces.js';
import { button, dataTable, noticeBox, tag } from '../internal/pieces.js';
import type { ReportContext } from './report-context.js';
import { keyOf, periodWords, titleOf } from './report-context.js';

const tones: Readonly<Record<ReportState, Tone | 'neutral'>> = { later: 'neutral', soon: 'info', today: 'warning', overdue: 'danger', submitted: 'info', returned: 'warning', accepted: 'success', skipped: 'neutral' };

/** What is due when, and what the person can do with it. */
export function reportTable(context: ReportContext): TemplateResult {
  const { scheme, dues, text, locale } = context;
  const duties = scheme.supervision?.reports ?? [];
  const parties = ({ duty }: ReportDue): string => {
    const { from, to } = duties.find(({ id }) => id === duty) ?? {};
    return from === undefined || to === undefined ? '' : text.from({ from: roleTitle(scheme, from, locale), to: roleTitle(scheme, to, locale) });
  };
  return html`<section class="stack" part="schedule" aria-labelledby="schedule-title">
    <h3 id="schedule-title">${text.schedule}</h3>
    ${dataTable<ReportDue>(
      [
        { head: text.report, rowHead: true, cell: (due) => html`${titleOf(due, context)}<div class="muted small">${parties(due)}</div>` },
        { head: text.periodHead, cell: (due) => periodWords(due, context) },
        { head: text.dueOn, cell: ({ dueOn, provisional }) => html`<span class="day">${formatDate(dueOn, locale)}</span> <span class="muted small">${weekdayName(dueOn, locale)}</span>${provisional ? html`<div class="muted small">${text.provisional}</div>` : nothing}` },
        { head: text.state, cell: (due) => stateCell(due, context) },
      ],
      dues,
    )}
  </section>`;
}

function stateCell(due: ReportDue, context: ReportContext): TemplateResult {
  const { scheme, text, may, open, today, reading, read } = context;
  const { state, isLate, workingDays, report, skipped, duty, period, from } = due;
  const key = keyOf(due);
  const days = isLate ? text.late({ days: workingDays }) : state === 'soon' || (state === 'later' && from <= today) || state === 'returned' ? text.left({ days: workingDays }) : '';
  const named = (action: string): string => text.of({ action, report: titleOf(due, context), period: periodWords(due, context) });
  const fills = skipped === undefined && (report === undefined || state === 'returned') && from <= today && may({ type: 'reportSubmitted', data: { duty, period, answers: {} } });
  const fill = state === 'returned' ? text.fillAgain : text.fill;
  const isAsked = skipped === undefined && state !== 'submitted' && state !== 'accepted' && from <= today;
  const skips = isAsked && scheme.supervision?.reports?.find(({ id }) => id === duty)?.maySkip === true && may({ type: 'reportSkipped', data: { duty, period, reason: '' } });
  return html`${tag(tones[state], text.stateOf({ state }), state === 'later' || state === 'soon' || state === 'today' ? 'clock' : undefined)}
    ${days === '' ? nothing : html`<div class="small">${days}</div>`}${skipped === undefined ? nothing : html`<div class="small">${skipped.reason}</div>`}
    ${fills || skips || report !== undefined ? html`<div class="row no-print">
      ${fills ? button({ id: `fill-${key}`, label: fill, name: named(fill), kind: 'quiet', onClick: () => open('fill', due, `fill-${key}`) }) : nothing}
      ${skips ? button({ id: `skip-${key}`, label: text.skip, name: named(text.skip), kind: 'quiet', onClick: () => open('skip', due, `skip-${key}`) }) : nothing}
      ${report === undefined ? nothing : html`<button type="button" class="button quiet" id="read-${key}" aria-label=${named(text.read)} aria-expanded=${reading === key ? 'true' : 'false'} @click=${() => read(reading === key ? '' : key)}>${text.read}</button>`}
    </div>` : nothing}`;
}

/** Which payment waits for reports, and for which. */
export function holdView(context: ReportContext): TemplateResult | typeof nothing {
  const { scheme, project, today, calendar, text, common, dues, locale } = context;
  const states = projectTranches(scheme, project, today, calendar);
  const held = states.filter(({ reasons }) => reasons.some(({ kind }) => kind === 'reportAccepted')).map(({ id }) => localize(tranchesOf(scheme, project).find((tranche) => tranche.id === id)?.title, locale) || id);
  if (held.length === 0) return nothing;
  const late = dues.filter(({ isLate, state }) => isLate || state === 'returned');
  const lines = late.map((due) => html`<li>${text.of({ action: text.stateOf({ state: due.state }), report: titleOf(due, context), period: periodWords(due, context) })}</li>`);
  return html`<section part="holds">${noticeBox(late.length > 0 ? 'warning' : 'info', late.length > 0 ? common.warning : common.info, html`${held.map((tranche) => html`<p>${text.holding({ tranche })}</p>`)}<p>${text.why}</p>${lines.length === 0 ? nothing : html`<ul>${lines}</ul>`}`, { title: text.holds })}</section>`;
}

/** What the contract promises, beside which the figures of a report are read. */
export function indicatorView({ project: { agreement: { indicators = [] } }, text }: ReportContext): TemplateResult | typeof nothing {
  if (indicators.length === 0) return nothing;
  return html`<section class="stack tight" part="indicators"><h4>${text.indicators}</h4>${dataTable([{ head: text.indicator, rowHead: true, cell: ({ name }) => name }, { head: text.target, cell: ({ target }) => target }], indicators)}</section>`;
}
