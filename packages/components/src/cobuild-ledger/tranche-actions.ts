import { sumYuan } from '@cobuild/core';
import type { TrancheState } from '@cobuild/rules';
import { accountBalance, trancheMoney } from '@cobuild/rules';
import type { TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import { button } from '../internal/pieces.js';
import { trancheTitle } from '../internal/project/tranche-title.js';
import type { LedgerContext } from './ledger-context.js';
import { yuan } from './ledger-context.js';

/** What the person may do with the money of a tranche: pay it, hold a part back, give paid money back. */
export function trancheActions({ scheme, project, text, locale, may, open }: LedgerContext, { id, status }: TrancheState): TemplateResult | typeof nothing {
  const tranche = trancheTitle(scheme, project, id, locale);
  const money = trancheMoney(project).find((each) => each.id === id);
  const { balance } = accountBalance(project.account);
  const left = project.released === undefined ? (money?.left ?? 0) : 0;
  const pays = status === 'due' && may({ type: 'tranchePaid', data: { tranche: id, amount: 0, on: '' } });
  const withholds = left > 0 && may({ type: 'trancheWithheld', data: { tranche: id, amount: left, reason: '' } });
  const returns = Math.min(money?.paid ?? 0, balance) > 0 && may({ type: 'fundsReturned', data: { tranche: id, amount: 0, on: '', reason: '' } });
  if (!pays && !withholds && !returns) return nothing;
  const act = (kind: string, label: string, name: string): TemplateResult => button({ id: `${kind}-${id}`, label, name, kind: 'quiet', onClick: () => open(kind, id, `${kind}-${id}`) });
  return html`<div class="row no-print">
    ${pays ? act('pay', text.pay, text.payOf({ tranche })) : nothing} ${withholds ? act('withhold', text.withhold, text.withholdOf({ tranche })) : nothing} ${returns ? act('return', text.giveBack, text.giveBackOf({ tranche })) : nothing}
  </div>`;
}

/** What is withheld of a tranche, each with its reason and with the way to free it. */
export function withheldList(context: LedgerContext, { id }: TrancheState): TemplateResult | typeof nothing {
  const { project, text, may, open } = context;
  const items = (project.withheld ?? []).filter(({ tranche }) => tranche === id);
  if (items.length === 0) return nothing;
  return html`<ul class="reasons small">
    ${items.map(({ id: withheld, amount, reason, by }) => html`<li>${text.withheldOf({ amount: yuan(context, amount), reason, name: by.name ?? by.id })}
      ${may({ type: 'withholdingLifted', data: { withheld, reason: '' } }) ? html`<span class="no-print">${button({ id: `lift-${withheld}`, label: text.lift, name: text.liftOf({ amount: yuan(context, amount) }), kind: 'quiet', onClick: () => open('lift', withheld, `lift-${withheld}`) })}</span>` : nothing}</li>`)}
  </ul>`;
}

/** Yuan that the pool gets back at the end: what is left of each tranche, withheld or not. */
export const remainder = ({ project }: LedgerContext): number => sumYuan(trancheMoney(project).flatMap(({ held, left }) => [held, left]));

/** Once the project was accepted or failed: what was not paid goes back to the pool. */
export function releaseAction(context: LedgerContext): TemplateResult | typeof nothing {
  const { project, text, may, open } = context;
  const amount = remainder(context);
  if (project.released !== undefined || project.acceptance === undefined || amount <= 0 || !may({ type: 'remainderReleased', data: { reason: '' } })) return nothing;
  return html`<div class="actions no-print">${button({ id: 'release', label: text.releaseOf({ amount: yuan(context, amount) }), onClick: () => open('release', '', 'release') })}</div>`;
}
