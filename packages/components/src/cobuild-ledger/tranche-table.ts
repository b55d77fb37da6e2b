import { formatDate } from '@cobuild/core';
import type { ExplanationNode, TrancheState } from '@cobuild/rules';
import { explainTranches, projectTranches, standingEntries, tranchesOf } from '@cobuild/rules';
import type { TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import type { Tone } from '../internal/pieces.js';
import { button, dataTable, tag } from '../internal/pieces.js';
import { fileLinks } from '../internal/project/file-links.js';
import type { LedgerContext } from './ledger-context.js';
import { yuan } from './ledger-context.js';

const tones: Readonly<Record<TrancheState['status'], Tone | 'neutral'>> = { due: 'info', held: 'warning', paid: 'success', withheld: 'danger', returned: 'neutral', undecided: 'warning' };

/** Each tranche: planned, paid when on which receipt, and what it waits for. */
export function trancheTable(context: LedgerContext): TemplateResult {
  const { scheme, project, today, calendar, text, locale, may, open, hosts } = context;
  const states = projectTranches(scheme, project, today, calendar);
  const reasons = explainTranches(states, tranchesOf(scheme, project), locale);
  const titleOf = (id: string): string => project.agreement.tranches.find((tranche) => tranche.id === id)?.title ?? id;
  const receipts = ({ id }: TrancheState): unknown =>
    standingEntries(project.account).filter((entry) => entry.kind === 'received' && entry.tranche === id).map(({ on, voucher, files }) => html`<div>${formatDate(on, locale)}${voucher === undefined ? nothing : html` <span class="muted">${voucher}</span>`}</div>${fileLinks(files, hosts)}`);
  return html`<section class="stack" part="tranches" aria-labelledby="tranches-title">
    <h3 id="tranches-title">${text.tranches}</h3>
    ${dataTable<TrancheState>(
      [
        { head: text.tranche, rowHead: true, cell: ({ id }) => titleOf(id) },
        { head: text.planned, number: true, cell: ({ amount }) => yuan(context, amount) },
        { head: text.paid, number: true, cell: ({ paid }) => yuan(context, paid) },
        {
          head: text.state,
          cell: (state, index) => html`${tag(tones[state.status], text.status({ status: state.status }))}${waits(context, state, reasons[index])}
            ${state.status === 'due' && may({ type: 'tranchePaid', data: { tranche: state.id, amount: 0, on: '' } }) ? html`<div class="no-print">${button({ id: `pay-${state.id}`, label: text.pay, name: text.payOf({ tranche: titleOf(state.id) }), kind: 'quiet', onClick: () => open('pay', state.id, `pay-${state.id}`) })}</div>` : nothing}`,
        },
        { head: text.paidOn, cell: (state) => (state.paid === 0 ? '–' : receipts(state)) },
      ],
      states,
    )}
  </section>`;
}

/** Why it is not paid yet; a finding with what was found, since its number alone says nothing. */
function waits({ project, text }: LedgerContext, { reasons }: TrancheState, explanation: ExplanationNode | undefined): TemplateResult | typeof nothing {
  if (reasons.length === 0) return nothing;
  const lines = reasons.map(({ kind, about }, index) => {
    const finding = kind === 'noOpenFinding' ? project.findings.findIndex(({ id }) => id === about) : -1;
    return finding < 0 ? explanation?.children?.[index]?.text : text.openFinding({ number: String(finding + 1), text: project.findings[finding]?.text ?? '' });
  });
  return html`<ul class="reasons small">${lines.map((line) => html`<li>${line}</li>`)}</ul>`;
}
