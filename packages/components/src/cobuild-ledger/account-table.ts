import { formatDate } from '@cobuild/core';
import { accountBalance } from '@cobuild/rules';
import type { TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import { dayOf } from '../internal/dates.js';
import { button, dataTable, moreCards, tag } from '../internal/pieces.js';
import { fileLinks } from '../internal/project/file-links.js';
import type { BookRow } from './account-book.js';
import { bookRows } from './account-book.js';
import type { LedgerContext } from './ledger-context.js';
import { yuan } from './ledger-context.js';

/** The dedicated account: how its balance comes about, and each entry. */
export function accountTable(context: LedgerContext): TemplateResult {
  const { scheme, project, text, common, may, open, locale, hosts } = context;
  const { received, spent, returned, balance } = accountBalance(project.account);
  const words = { fund: yuan(context, received.fund), own: yuan(context, received.own), raised: yuan(context, received.raised), spent: yuan(context, spent), ...(returned === 0 ? {} : { returned: yuan(context, returned) }), balance: yuan(context, balance) };
  const spends = project.agreement.signedOn !== undefined && may({ type: 'expenseRecorded', data: { line: '', amount: 0, on: '', payee: '' } });
  const rows = bookRows(scheme, project, text, locale);
  const about = ({ entry, what, reversedBy }: BookRow): TemplateResult => html`<div>${what}${reversedBy === undefined ? nothing : html` ${tag('neutral', text.reversed({ number: reversedBy }))}`}</div>
    ${entry.kind === 'spent' ? html`<div class="small">${text.to({ payee: entry.payee })}</div>` : nothing}${entry.kind === 'reversed' || entry.kind === 'returned' ? html`<div class="small">${entry.reason}</div>` : nothing}
    <div class="muted small">${text.enteredBy({ name: entry.by.name ?? entry.by.id, date: dayOf(entry.at, locale) })}</div>
    ${reversible(context, { entry, reversedBy }) ? html`<div class="no-print">${button({ id: `reverse-${entry.sequence}`, label: text.reverse, name: text.reverseOf({ number: entry.sequence }), kind: 'quiet', onClick: () => open('reverse', String(entry.sequence), `reverse-${entry.sequence}`) })}</div>` : nothing}`;
  return html`<section class="stack" part="account" aria-labelledby="account-title">
    <h3 id="account-title">${text.book}</h3>
    <p class="measure">${text.bookSum(words)}</p>
    ${spends ? html`<div class="actions no-print">
      ${button({ id: 'expense', label: text.recordExpense, kind: 'primary', onClick: () => open('expense', '', 'expense') })}
      ${button({ id: 'funds', label: text.recordFunds, onClick: () => open('funds', '', 'funds') })}
    </div>` : nothing}
    ${dataTable<BookRow>(
      [
        { head: text.number, cell: ({ entry }) => entry.sequence },
        { head: text.date, cell: ({ entry }) => html`<span class="day">${formatDate(entry.on, locale)}</span>` },
        { head: text.what, rowHead: true, cell: about },
        { head: text.line, cell: ({ line }) => line },
        { head: text.voucher, cell: ({ entry }) => html`${entry.voucher ?? ''}${fileLinks(entry.files, hosts)}` },
        { head: text.income, number: true, cell: ({ income }) => (income === undefined ? '' : yuan(context, income)) },
        { head: text.expense, number: true, cell: ({ expense }) => (expense === undefined ? '' : yuan(context, expense)) },
        { head: text.left, number: true, cell: (row) => yuan(context, row.balance) },
      ],
      rows,
      { empty: text.bookEmpty, open: context.cards.of('account') },
    )}
    ${moreCards({ count: rows.length, open: context.cards.of('account'), label: common.moreCards, onMore: (open) => context.cards.show('account', open) })}
  </section>`;
}

/** An entry that stands, and that the person may take back. */
function reversible({ may }: LedgerContext, { entry, reversedBy }: Pick<BookRow, 'entry' | 'reversedBy'>): boolean {
  return entry.kind !== 'reversed' && reversedBy === undefined && may({ type: 'entryReversed', data: { entry: entry.sequence, reason: '' } });
}
