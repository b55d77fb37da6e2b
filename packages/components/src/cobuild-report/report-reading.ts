import type { FormDefinition } from '@cobuild/core';
import type { ReportDue } from '@cobuild/rules';
import type { TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import { dayOf } from '../internal/dates.js';
import { button, noticeBox } from '../internal/pieces.js';
import type { ReportContext } from './report-context.js';
import { keyOf, periodWords, titleOf } from './report-context.js';
import { indicatorView } from './report-table.js';

/** The form of a duty. */
export function reportForm({ scheme }: ReportContext, duty: string): FormDefinition | undefined {
  const form = scheme.supervision?.reports?.find(({ id }) => id === duty)?.form;
  return scheme.forms.find(({ id }) => id === form);
}

/** A report as it was handed in, against the indicators; what the person decides below it, and what stood there before. */
export function reportReading(due: ReportDue, context: ReportContext): TemplateResult | typeof nothing {
  const { report } = due;
  const { text, common, locale, may, send, open, hosts } = context;
  if (report === undefined) return nothing;
  const definition = reportForm(context, due.duty);
  const { id, at, by, decision, status, answers, earlier } = report;
  const name = (who: { readonly id: string; readonly name?: string }): string => who.name ?? who.id;
  const decides = status === 'submitted' && may({ type: 'reportAccepted', data: { report: id } });
  const shown = (value: Readonly<Record<string, unknown>>, before?: Readonly<Record<string, unknown>>): unknown => (definition === undefined ? nothing : html`<cobuild-answers .definition=${definition} .value=${value} .earlier=${before} .hosts=${hosts}></cobuild-answers>`);
  const last = earlier[earlier.length - 1];
  const opener = `return-${keyOf(due)}`;
  return html`<section class="panel stack reading" part="reading" id="reading" tabindex="-1" aria-labelledby="reading-title">
    <h4 id="reading-title">${text.of({ action: text.report, report: titleOf(due, context), period: periodWords(due, context) })}</h4>
    <p class="muted">${text.submittedBy({ name: name(by), date: dayOf(at, locale) })}</p>
    ${decision === undefined ? nothing : decision.reason === undefined ? html`<p class="muted">${text.acceptedBy({ name: name(decision.by), date: dayOf(decision.at, locale) })}</p>` : noticeBox('warning', common.warning, html`<p>${text.returnedFor({ date: dayOf(decision.at, locale), name: name(decision.by), reason: decision.reason })}</p>`)}
    ${shown(answers, last?.answers)} ${indicatorView(context)}
    ${earlier.length === 0 ? nothing : html`<details><summary>${text.earlier}</summary><div class="stack">${earlier.map((item) => html`<p class="muted">${text.returnedFor({ date: dayOf(item.returnedAt, locale), name: '', reason: item.reason })}</p>${shown(item.answers)}`)}</div></details>`}
    ${decides ? html`<div class="actions no-print">
      ${button({ id: `accept-${keyOf(due)}`, label: text.accept, kind: 'primary', onClick: () => send({ type: 'reportAccepted', data: { report: id } }) })}
      ${button({ id: opener, label: text.sendBack, onClick: () => open('return', due, opener) })}
    </div>` : nothing}
  </section>`;
}
