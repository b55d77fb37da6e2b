import type { LocalizedText, Problem, Scheme } from '@cobuild/core';
import { ruleProblem } from '../locales/rule-message.js';
import type { ProblemCode } from '../locales/rule-message.js';
import { postEntries } from '../ledger/index.js';
import type { EntryDraft, Ledger, LedgerAccount, PostResult } from '../ledger/index.js';
import type { WholeFen } from '../money/fen.js';
import { inYuan, readFen } from '../money/fen.js';
import type { AgreedTranche, Agreement, ChangeDecision, ChangeRequest } from './contract-types.js';
import { agreedTrancheTitle } from './names.js';

/** The book in which the award of an agreement is committed: its account, and the version that the decision was made on. */
export interface AmendmentBook extends LedgerAccount {
  readonly ledger: Ledger;
  readonly expectedVersion: number;
}

export type MoneyChange = Extract<ChangeRequest, { readonly kind: 'money' }>;

/** Whether a change touches what is paid, and not only what it is spent on. */
export function changesPayments({ amount, tranches }: MoneyChange): boolean {
  return amount !== undefined || tranches !== undefined;
}

/** What is wrong with a new amount and its tranches: no money, a sum that differs, less than has been paid, a budget that does not cover it. */
export function amountProblem(agreement: Agreement, request: MoneyChange, payments: Ledger['entries'], scheme?: Scheme): Problem | undefined {
  const titleOf: TitleOf = (tranche) => (scheme === undefined ? tranche.title : agreedTrancheTitle(scheme, tranche));
  const problem = (code: ProblemCode, params: Problem['params']): Problem => ruleProblem(code, { document: 'change', pointer: '', params: { change: request.id, ...params } });
  const amount = request.amount ?? agreement.amount;
  const whole = readFen(amount);
  const agreed = agreement.tranches ?? [];
  const tranches = request.tranches ?? agreed;
  if (whole === undefined || whole <= 0n) return problem('contract/change-amount-no-money', { amount });
  if (request.tranches === undefined && agreed.length > 0 && whole !== readFen(agreement.amount)) return problem('contract/change-without-tranches', { amount });
  const twice = tranches.find(({ id }, index) => tranches.findIndex((other) => other.id === id) < index);
  if (twice !== undefined) return problem('contract/change-tranche-twice', { tranche: titleOf(twice) });
  const sum = sumOf(tranches);
  if (tranches.length > 0 && sum !== whole) return problem('contract/tranches-do-not-add-up', { sum: sum === undefined ? null : inYuan(sum), amount });
  return belowPaid(agreement, tranches, whole, payments, problem, titleOf) ?? budgetProblem(agreement, request, whole, problem);
}

type TitleOf = (tranche: Pick<AgreedTranche, 'id' | 'title'>) => LocalizedText | string;
type Report = (code: ProblemCode, params: Problem['params']) => Problem;

function sumOf(items: readonly { readonly amount: number }[]): WholeFen | undefined {
  return items.reduce<WholeFen | undefined>((total, item) => {
    const amount = readFen(item.amount);
    return total === undefined || amount === undefined || amount < 0n ? undefined : total + amount;
  }, 0n);
}

/** What has been paid cannot be agreed away: not of a tranche, nor of the whole. */
function belowPaid({ project, tranches: agreed = [] }: Agreement, tranches: readonly AgreedTranche[], amount: WholeFen, payments: Ledger['entries'], problem: Report, titleOf: TitleOf): Problem | undefined {
  const own = payments.filter((entry) => entry.project === project.id);
  const paidOf = (entries: Ledger['entries']): WholeFen => entries.reduce((sum, { kind, amount: moved }) => (kind === 'paid' ? sum + (readFen(moved) ?? 0n) : kind === 'returned' ? sum - (readFen(moved) ?? 0n) : sum), 0n);
  for (const id of new Set([...agreed, ...tranches].map((tranche) => tranche.id))) {
    const paid = paidOf(own.filter((entry) => entry.tranche === id));
    const left = readFen(tranches.find((tranche) => tranche.id === id)?.amount) ?? 0n;
    if (left < paid) return problem('contract/change-below-paid', { tranche: titleOf([...tranches, ...agreed].find((tranche) => tranche.id === id) ?? { id, title: id }), amount: inYuan(left), paid: inYuan(paid) });
  }
  const paid = paidOf(own);
  return amount < paid ? problem('contract/change-below-all-paid', { amount: inYuan(amount), paid: inYuan(paid) }) : undefined;
}

function budgetProblem({ budget: agreed }: Agreement, { budget = agreed }: MoneyChange, amount: WholeFen, problem: Report): Problem | undefined {
  if (budget === undefined || budget.length === 0) return undefined;
  const sum = sumOf(budget) ?? 0n;
  return sum < amount ? problem('contract/change-below-award', { sum: inYuan(sum), amount: inYuan(amount) }) : undefined;
}

/** Commits what is added and gives back what is taken away; the ledger refuses what it does not have. An amount that stays posts nothing. */
export function postAmendment({ amount: before, project }: Agreement, { amount = before, reason }: MoneyChange, { by, on }: ChangeDecision, { ledger, expectedVersion, year, batch }: AmendmentBook): PostResult {
  const difference = (readFen(amount) ?? 0n) - (readFen(before) ?? 0n);
  const entry = (kind: EntryDraft['kind'], moved: WholeFen, more: Partial<EntryDraft> = {}): EntryDraft => ({ kind, amount: inYuan(moved), project: project.id, year, ...(batch === undefined ? {} : { batch }), at: on, by, reason, ...more });
  const drafts = difference > 0n ? [entry('reserved', difference), entry('committed', difference)] : difference < 0n ? [entry('released', -difference, { from: 'committed' })] : [];
  return postEntries(ledger, drafts, { expectedVersion });
}
