import { formatDate } from '@cobuild/core';
import type { FundPosition, LedgerEntry } from '@cobuild/rules';
import { fundPosition } from '@cobuild/rules';
import type { TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import { dayOf } from '../internal/dates.js';
import { dataTable, moreCards, tag } from '../internal/pieces.js';
import { trancheTitle } from '../internal/project/tranche-title.js';
import type { LedgerContext } from './ledger-context.js';
import { yuan } from './ledger-context.js';

/** What the ledger of the fund holds of this project, entry by entry, and whether it comes to what the log of the project says. */
export function fundTable(context: LedgerContext, entries: readonly LedgerEntry[] | undefined): TemplateResult | typeof nothing {
  if (entries === undefined) return nothing;
  const { scheme, project, text, common, locale } = context;
  const [booked, logged] = [positionOf(entries), fundPosition(project)];
  const agrees = (['reserved', 'committed', 'paid'] as const).every((part) => booked[part] === logged[part]);
  const sums = (position: FundPosition): string => text.fundSum({ reserved: yuan(context, position.reserved), committed: yuan(context, position.committed), paid: yuan(context, position.paid) });
  return html`<section class="stack" part="fund" aria-labelledby="fund-title">
    <h3 id="fund-title">${text.fund}</h3>
    <p class="measure">${text.fundHelp}</p>
    <p class="measure">${sums(booked)} ${agrees ? tag('success', text.fundAgrees) : tag('danger', text.fundDiffers)}</p>
    ${agrees ? nothing : html`<p class="measure">${text.fundByLog({ sums: sums(logged) })}</p>`}
    ${dataTable<LedgerEntry>(
      [
        { head: text.number, cell: ({ sequence }) => sequence },
        { head: text.date, cell: ({ at }) => html`<span class="day">${at.length > 10 ? dayOf(at, locale) : formatDate(at, locale)}</span>` },
        { head: text.what, rowHead: true, cell: (entry) => html`<div>${text.fundEntry({ kind: entry.kind })}</div>${entry.reason === undefined ? nothing : html`<div class="small">${entry.reason}</div>`}` },
        { head: text.tranche, cell: ({ tranche }) => (tranche === undefined ? '' : trancheTitle(scheme, project, tranche, locale)) },
        { head: text.voucher, cell: ({ voucher }) => voucher ?? '' },
        { head: text.amount, number: true, cell: ({ amount }) => (amount === undefined ? '' : yuan(context, amount)) },
      ],
      entries,
      { empty: text.fundEmpty, open: context.cards.of('fund') },
    )}
    ${moreCards({ count: entries.length, open: context.cards.of('fund'), label: common.moreCards, onMore: (open) => context.cards.show('fund', open) })}
  </section>`;
}

/** The sums of the entries, in fen while they are added. */
function positionOf(entries: readonly LedgerEntry[]): FundPosition {
  const sum = (kind: LedgerEntry['kind'], fits: (entry: LedgerEntry) => boolean = () => true): number => entries.filter((entry) => entry.kind === kind && fits(entry)).reduce((total, { amount = 0 }) => total + Math.round(amount * 100), 0);
  const [paid, fromCommitted, committed] = [sum('paid'), sum('released', ({ from }) => from === 'committed'), sum('committed')];
  const reserved = sum('reserved') - committed - sum('released', ({ from }) => from !== 'committed');
  return { reserved: reserved / 100, committed: (committed - paid - fromCommitted) / 100, paid: (paid - sum('returned')) / 100 };
}
