import { formatDate } from '@cobuild/core';
import type { ChangeRecord, ChangeRequest } from '@cobuild/rules';
import { changeRoute, explainChange, roleTitle } from '@cobuild/rules';
import type { TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import { button, dataTable, tag } from '../internal/pieces.js';
import type { LedgerContext } from './ledger-context.js';
import { yuan } from './ledger-context.js';

type Line = { readonly request: ChangeRequest; readonly decided?: ChangeRecord };

/** Changes that wait, and those on file, refused ones too. */
export function changeList(context: LedgerContext): TemplateResult | typeof nothing {
  const { scheme, project, text, locale, may, open } = context;
  const lines: readonly Line[] = [...(project.agreement.changes ?? []).map((record) => ({ request: record.request, decided: record })), ...project.openChanges.map(({ request }) => ({ request }))];
  const asks = project.agreement.signedOn !== undefined && may({ type: 'changeRequested', data: { request: { kind: 'executor', executor: '', reason: '' } } });
  if (lines.length === 0 && !asks) return nothing;
  const state = ({ request, decided }: Line, index: number): TemplateResult => {
    if (decided !== undefined) {
      const { decision } = decided;
      if (decision === undefined) return tag('info', text.noted);
      return html`${tag(decision.granted ? 'success' : 'danger', decision.granted ? text.granted : text.refused)}<div class="small">${decision.by} ${formatDate(decision.on, locale)}</div>${decision.reason === undefined ? nothing : html`<div class="small">${decision.reason}</div>`}`;
    }
    const route = changeRoute(scheme, project, request);
    const role = route.decidedBy === undefined ? '' : roleTitle(scheme, route.decidedBy, locale);
    return html`${tag('warning', text.waitsFor({ role }), 'clock')}<div class="small">${explainChange(route, locale, (id) => roleTitle(scheme, id, locale)).text}</div>
      ${may({ type: 'changeDecided', data: { change: request.id, granted: true } }) ? html`<div class="no-print">${button({ id: `decide-${request.id}`, label: text.decide, name: text.decideOf({ number: index + 1 }), kind: 'quiet', onClick: () => open('decide', request.id, `decide-${request.id}`) })}</div>` : nothing}`;
  };
  return html`<section class="stack" part="changes" aria-labelledby="changes-title">
    <h3 id="changes-title">${text.changes}</h3>
    ${asks ? html`<div class="actions no-print">${button({ id: 'change', label: text.requestChange, onClick: () => open('change', '', 'change') })}</div>` : nothing}
    ${dataTable<Line>(
      [
        { head: text.change, rowHead: true, cell: ({ request, decided }) => html`${text.kindOf({ kind: request.kind })}${whatChanges(context, request, decided)}` },
        { head: text.reason, cell: ({ request }) => html`<span class="answer-text">${request.reason}</span>` },
        { head: text.askedBy, cell: ({ request }) => html`${request.by}<div class="small">${formatDate(request.askedOn, locale)}</div>` },
        { head: text.decision, cell: state },
      ],
      lines,
      { empty: text.noChanges },
    )}
  </section>`;
}

function whatChanges(context: LedgerContext, request: ChangeRequest, decided: ChangeRecord | undefined): TemplateResult | typeof nothing {
  const { project: { agreement }, locale, text } = context;
  const list = (lines: readonly string[]): TemplateResult => html`<ul class="plain small">${lines.map((line) => html`<li>${line}</li>`)}</ul>`;
  switch (request.kind) {
    case 'money': {
      const before = (decided?.before['budget'] ?? agreement.budget ?? []) as readonly { readonly id: string; readonly title?: string; readonly amount: number }[];
      const lines = (request.budget ?? []).flatMap(({ id, title, amount }) => {
        const old = before.find((line) => line.id === id);
        return old?.amount === amount ? [] : [`${title ?? old?.title ?? id}${context.common.colon}${yuan(context, old?.amount ?? 0)} → ${yuan(context, amount)}`];
      });
      return list(lines);
    }
    case 'time': return list(request.milestones.map(({ task, dueOn }) => text.by({ task, date: formatDate(dueOn, locale) })));
    case 'content': return html`<div class="small answer-text">${request.content}</div>`;
    case 'payee': return html`<div class="small">${request.payee.name} ${text.account({ account: request.payee.account, bank: request.payee.bank ?? '' })}</div>`;
    case 'executor': return html`<div class="small">${request.executor}</div>`;
  }
}
