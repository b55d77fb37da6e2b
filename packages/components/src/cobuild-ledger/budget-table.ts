import type { BudgetRow } from '@cobuild/rules';
import { projectBudget } from '@cobuild/rules';
import type { TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import { noticeBox, tag } from '../internal/pieces.js';
import type { LedgerContext } from './ledger-context.js';
import { yuan } from './ledger-context.js';

/** Budget, spending and what is left, line by line; a line over its cap says so in words. */
export function budgetTable(context: LedgerContext): TemplateResult | typeof nothing {
  const { scheme, project, text, common } = context;
  const { rows, total, problems } = projectBudget(project, scheme.supervision);
  if (rows.length === 0) return nothing;
  const known = new Set((project.agreement.budget ?? []).map(({ id }) => id));
  const state = (row: BudgetRow): unknown =>
    !known.has(row.line) ? tag('warning', text.elsewhere) : row.left < 0 ? tag(row.overspent ? 'danger' : 'warning', text.over({ amount: yuan(context, -row.left) })) : row.left === 0 ? tag('neutral', text.usedUp) : html`<span class="muted">${text.within}</span>`;
  const amounts = ({ budget, actual, left }: Pick<BudgetRow, 'budget' | 'actual' | 'left'>): TemplateResult =>
    html`<td class="number" data-label=${text.budgeted}>${yuan(context, budget)}</td>
      <td class="number" data-label=${text.spent}>${yuan(context, actual)}</td>
      <td class="number" data-label=${text.remaining}>${yuan(context, left)}</td>`;
  return html`<section class="stack" part="budget" aria-labelledby="budget-title">
    <h3 id="budget-title">${text.budget}</h3>
    ${problems.length === 0 ? nothing : noticeBox('warning', common.warning, html`<p>${text.overHelp}</p>`)}
    <table class="table cards">
      <thead><tr><th scope="col">${text.line}</th><th scope="col" class="number">${text.budgeted}</th><th scope="col" class="number">${text.spent}</th><th scope="col" class="number">${text.remaining}</th><th scope="col">${text.state}</th></tr></thead>
      <tbody>${rows.map((row) => html`<tr><th scope="row" data-label=${text.line}>${row.title ?? (row.line === '' ? text.elsewhere : row.line)}</th>${amounts(row)}<td data-label=${text.state}>${state(row)}</td></tr>`)}</tbody>
      <tfoot><tr><th scope="row">${text.sum}</th>${amounts(total)}<td></td></tr></tfoot>
    </table>
  </section>`;
}
