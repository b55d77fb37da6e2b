import type { Locale, Scheme } from '@cobuild/core';
import { sumYuan } from '@cobuild/core';
import type { AccountEntry, FundedProject } from '@cobuild/rules';
import { trancheTitle } from '../internal/project/tranche-title.js';
import type { LedgerWords } from './words.js';

/** A line of the book, in yuan. */
export interface BookRow {
  readonly entry: AccountEntry;
  readonly what: string;
  readonly line: string;
  readonly income: number | undefined;
  readonly expense: number | undefined;
  readonly balance: number;
  /** Number of the entry that takes it back. */
  readonly reversedBy: number | undefined;
}

/** The account in the order in which it was kept, with the balance after each entry. A reversal stands on the other side of what it takes back. */
export function bookRows(scheme: Scheme, project: FundedProject, text: LedgerWords, locale: Locale): readonly BookRow[] {
  const { account, agreement } = project;
  const titleOf = (line: string): string => agreement.budget?.find(({ id }) => id === line)?.title ?? line;
  const trancheOf = (tranche: string | undefined): string => (tranche === undefined ? '' : trancheTitle(scheme, project, tranche, locale));
  let balance = 0;
  return account.map((entry): BookRow => {
    const origin = entry.kind === 'reversed' ? account.find(({ sequence }) => sequence === entry.reverses) : entry;
    const isIncome = (origin?.kind === 'received') === (entry.kind !== 'reversed');
    balance = sumYuan([balance, isIncome ? entry.amount : -entry.amount]);
    const what = entry.kind === 'received' ? [text.received({ source: entry.source }), trancheOf(entry.tranche)].filter((part) => part !== '').join(' · ') : entry.kind === 'spent' ? (entry.purpose ?? titleOf(entry.line)) : entry.kind === 'returned' ? [text.returnedToFund, trancheOf(entry.tranche)].filter((part) => part !== '').join(' · ') : text.reversal({ number: entry.reverses });
    return {
      entry, what, balance, line: origin?.kind === 'spent' ? titleOf(origin.line) : '', income: isIncome ? entry.amount : undefined, expense: isIncome ? undefined : entry.amount,
      reversedBy: account.find((other) => other.kind === 'reversed' && other.reverses === entry.sequence)?.sequence,
    };
  });
}

/** The book for a spreadsheet: a row for each entry under one of heads. */
export function bookTable(scheme: Scheme, project: FundedProject, text: LedgerWords, locale: Locale): readonly (readonly (string | number)[])[] {
  const heads = [text.number, text.date, text.what, text.line, text.payeeOf, text.voucher, text.income, text.expense, text.left, text.reason];
  return [heads, ...bookRows(scheme, project, text, locale).map(({ entry, what, line, income, expense, balance }) => [
    entry.sequence, entry.on, what, line, entry.kind === 'spent' ? entry.payee : '', entry.voucher ?? '', yuan(income), yuan(expense), yuan(balance), entry.kind === 'reversed' || entry.kind === 'returned' ? entry.reason : '',
  ])];
}

/** With two decimals, as accounts have it: exact, since money has no more. */
const yuan = (amount: number | undefined): string => amount?.toFixed(2) ?? '';
