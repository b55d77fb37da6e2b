import { formatDate } from '@cobuild/core';
import type { ExplanationNode, TrancheState } from '@cobuild/rules';
import { explainTranches, projectTranches, standingEntries, tranchesOf } from '@cobuild/rules';
import type { TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import type { Tone } from '../internal/pieces.js';
import { dataTable, tag } from '../internal/pieces.js';
import { fileLinks } from '../internal/project/file-links.js';
import { trancheTitle } from '../internal/project/tranche-title.js';
import type { LedgerContext } from './ledger-context.js';
import { yuan } from './ledger-context.js';
import { releaseAction, trancheActions, withheldList } from './tranche-actions.js';

const tones: Readonly<Record<TrancheState['status'], Tone | 'neutral'>> = { due: 'info', held: 'warning', paid: 'success', withheld: 'danger', returned: 'neutral', undecided: 'warning' };

/** Each tranche: planned, paid when on which receipt, and what it waits for. */
export function trancheTable(context: LedgerContext): TemplateResult {
  const { scheme, project, today, calendar, text, locale, hosts } = context;
  const states = projectTranches(scheme, project, today, calendar);
  const reasons = explainTranches(states, tranchesOf(scheme, project), locale);
  const receipts = ({ id }: TrancheState): unknown =>
    standingEntries(project.account).filter((entry) => entry.kind === 'received' && entry.tranche === id).map(({ on, voucher, files }) => html`<div>${formatDate(on, locale)}${voucher === undefined ? nothing : html` <span class="muted">${voucher}</span>`}</div>${fileLinks(files, hosts)}`);
  return html`<section class="stack" part="tranches" aria-labelledby="tranches-title">
    <h3 id="tranches-title">${text.tranches}</h3>
    ${dataTable<TrancheState>(
      [
        { head: text.tranche, rowHead: true, cell: ({ id }) => trancheTitle(scheme, project, id, locale) },
        { head: text.planned, number: true, cell: ({ amount }) => yuan(context, amount) },
        { head: text.paid, number: true, cell: ({ paid }) => yuan(context, paid) },
        {
          head: text.state,
          cell: (state, index) => html`${stateTag(context, state)}${waits(context, state, reasons[index])}${withheldList(context, state)}${trancheActions(context, state)}`,
        },
        { head: text.paidOn, cell: (state) => (state.paid === 0 ? '' : receipts(state)) },
      ],
      states,
    )}
    ${releaseAction(context)}
  </section>`;
}

/** A tranche that was released whole counts as settled, without a payment. */
function stateTag({ text }: LedgerContext, { status, paid, released }: TrancheState): TemplateResult {
  return status === 'paid' && paid === 0 && released !== undefined ? tag('neutral', text.released) : tag(tones[status], text.status({ status }));
}

/** Why it is not paid yet, and what came or went back; a finding with what was found, since its number alone says nothing. What is withheld has lines of its own. */
function waits({ project, text }: LedgerContext, { reasons }: TrancheState, { children = [] }: Partial<ExplanationNode> = {}): TemplateResult | typeof nothing {
  const waiting = reasons.filter(({ kind }) => kind !== 'withheld').map(({ kind, about }, index) => {
    const finding = kind === 'noOpenFinding' ? project.findings.findIndex(({ id }) => id === about) : -1;
    return finding < 0 ? children[index]?.text : text.openFinding({ number: String(finding + 1), text: project.findings[finding]?.text ?? '' });
  });
  const lines = [...waiting, ...children.slice(waiting.length).filter((child) => child.status === 'info').map((child) => child.text)];
  return lines.length === 0 ? nothing : html`<ul class="reasons small">${lines.map((line) => html`<li>${line}</li>`)}</ul>`;
}
