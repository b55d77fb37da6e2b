import { divideDecimals, formatDate, formatPercent, sumYuan } from '@cobuild/core';
import type { TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import { button, summaryList } from '../internal/pieces.js';
import type { LedgerContext } from './ledger-context.js';
import { yuan } from './ledger-context.js';

/** What is paid together, and the account's balance. */
export function figuresView(context: LedgerContext, balance: number): TemplateResult {
  const { project: { agreement, funding: { own, raised } }, text } = context;
  const figures: readonly (readonly [string, number])[] = [[text.award, agreement.amount], [text.own, own], [text.raised, raised], [text.total, sumYuan([agreement.amount, own, raised])], [text.balance, balance]];
  return html`<dl class="figures" part="figures">${figures.map(([name, value]) => html`<div><dt>${name}</dt><dd>${yuan(context, value)}</dd></div>`)}</dl>`;
}

export function contractView(context: LedgerContext): TemplateResult {
  const { project: { agreement, funding: { own, raised }, acceptance }, text, locale, may, open } = context;
  const { id, payee, signedOn, milestones = [], amount } = agreement;
  const total = sumYuan([amount, own, raised]);
  const share = total === 0 ? '0' : formatPercent(divideDecimals(sumYuan([own, raised]), total, { step: '0.0001', mode: 'half-up' }), 1);
  const sum = `${text.fundingSum({ award: yuan(context, amount), own: yuan(context, own), raised: yuan(context, raised), total: yuan(context, total) })} ${text.coFunding({ percent: share })}`;
  const signs = signedOn === undefined && may({ type: 'contractSigned', data: { on: '' } });
  const accepts = signedOn !== undefined && acceptance?.outcome !== 'passed' && may({ type: 'acceptanceRecorded', data: { outcome: 'passed', on: '' } });
  return html`<section class="stack" part="contract" aria-labelledby="contract-title">
    <h3 id="contract-title">${text.contract}</h3>
    ${summaryList([
      { label: text.contractNumber, value: id },
      { label: text.total, value: sum },
      ...(payee === undefined ? [] : [{ label: text.payee, value: html`${payee.name}<div class="muted small">${text.account({ account: payee.account, bank: payee.bank ?? '' })}</div>` }]),
      { label: text.signedOn, value: signedOn === undefined ? text.notSigned : formatDate(signedOn, locale) },
      ...(milestones.length === 0 ? [] : [{ label: text.milestones, value: html`<ul class="plain">${milestones.map(({ task, dueOn }) => html`<li>${text.by({ task, date: formatDate(dueOn, locale) })}</li>`)}</ul>` }]),
      ...(acceptance === undefined ? [] : [{ label: text.acceptance, value: (acceptance.outcome === 'passed' ? text.accepted : text.notAccepted)({ date: formatDate(acceptance.on, locale) }) }]),
    ])}
    ${signs || accepts ? html`<div class="actions no-print">
      ${signs ? button({ id: 'sign', label: text.sign, kind: 'primary', onClick: () => open('sign', '', 'sign') }) : nothing}
      ${accepts ? button({ id: 'accept', label: text.accept, onClick: () => open('accept', '', 'accept') }) : nothing}
    </div>` : nothing}
  </section>`;
}
