import type { WholeFen } from '../money/fen.js';
import { inYuan, readFen } from '../money/fen.js';
import type { EntryDraft, LedgerAccount } from '../ledger/index.js';
import { standingEntries } from './project-account.js';
import type { FundedProject, ProjectEvent } from './project-types.js';

/**
 * Where the money of an award is, in yuan. Always `paid + held + returned + released + left = approved`, and none of them is negative.
 */
export interface AwardMoney {
  /** What was awarded: the tranches of the contract. */
  readonly approved: number;
  /** With the project: what was paid, less what came back. */
  readonly paid: number;
  /** Withheld from tranches that are not paid. */
  readonly held: number;
  /** Came back from the project. */
  readonly returned: number;
  /** Given back to the pool without having been paid. */
  readonly released: number;
  /** Still to be paid. */
  readonly left: number;
}

/** The same of one tranche. */
export interface TrancheMoney extends AwardMoney { readonly id: string }

interface FenMoney { readonly approved: WholeFen; readonly paid: WholeFen; readonly held: WholeFen; readonly returned: WholeFen; readonly released: WholeFen; readonly left: WholeFen }

/** Money of every tranche of the contract, in its order. */
export function trancheMoney(project: FundedProject): readonly TrancheMoney[] {
  return project.agreement.tranches.map(({ id }) => ({ id, ...yuan(fenOf(project, id)) }));
}

/** Money of the whole award. */
export function awardMoney(project: FundedProject): AwardMoney {
  const parts = project.agreement.tranches.map(({ id }) => fenOf(project, id));
  const sum = (read: (money: FenMoney) => WholeFen): WholeFen => parts.reduce((total, part) => total + read(part), 0n);
  return yuan({ approved: sum((m) => m.approved), paid: sum((m) => m.paid), held: sum((m) => m.held), returned: sum((m) => m.returned), released: sum((m) => m.released), left: sum((m) => m.left) });
}

function fenOf({ agreement, account, withheld = [], released = [] }: FundedProject, id: string): FenMoney {
  const standing = standingEntries(account);
  const total = (amounts: readonly number[]): WholeFen => amounts.reduce((sum, amount) => sum + (readFen(amount) ?? 0n), 0n);
  const approved = readFen(agreement.tranches.find((tranche) => tranche.id === id)?.amount) ?? 0n;
  const paidOut = total(standing.flatMap((entry) => (entry.kind === 'received' && entry.tranche === id ? [entry.amount] : [])));
  const returned = total(standing.flatMap((entry) => (entry.kind === 'returned' && entry.tranche === id ? [entry.amount] : [])));
  const held = total(withheld.flatMap((item) => (item.tranche === id ? [item.amount] : [])));
  const gone = total(released.flatMap((item) => (item.tranche === id ? [item.amount] : [])));
  return { approved, paid: paidOut - returned, held, returned, released: gone, left: approved - paidOut - held - gone };
}

function yuan({ approved, paid, held, returned, released, left }: FenMoney): AwardMoney {
  return { approved: inYuan(approved), paid: inYuan(paid), held: inYuan(held), returned: inYuan(returned), released: inYuan(released), left: inYuan(left) };
}

/**
 * What an event of a project means for the ledger of the fund: a payment, a return, money that goes back from what was committed; one entry for each tranche. Reversals and
 * everything else are none of the ledger's (a payment made by mistake is corrected there by hand).
 *
 * @param before - The project before the event.
 * @example for (const draft of fundEntries(project, event, { year: 2026 })) ledger = post(ledger, draft)
 */
export function fundEntries(before: FundedProject, event: ProjectEvent, account: LedgerAccount): readonly EntryDraft[] {
  const head = { ...account, project: before.id, at: event.at, by: event.actor.id };
  switch (event.type) {
    case 'tranchePaid': return [{ ...head, kind: 'paid', amount: event.data.amount, tranche: event.data.tranche, ...voucherOf(event.data) }];
    case 'fundsReturned': return [{ ...head, kind: 'returned', amount: event.data.amount, tranche: event.data.tranche, reason: event.data.reason, ...voucherOf(event.data) }];
    case 'remainderReleased': return remainders(before).map(({ tranche, amount }) => ({ ...head, kind: 'released' as const, from: 'committed' as const, amount, tranche, reason: event.data.reason }));
    default: return [];
  }
}

const voucherOf = ({ voucher }: { readonly voucher?: string }): { readonly voucher?: string } => (voucher === undefined ? {} : { voucher });

/** What is left of each tranche and what is withheld of it: all that the pool gets back at the end. */
export function remainders(project: FundedProject): readonly { readonly tranche: string; readonly amount: number }[] {
  return project.agreement.tranches.flatMap(({ id }) => {
    const { held, left } = fenOf(project, id);
    return held + left > 0n ? [{ tranche: id, amount: inYuan(held + left) }] : [];
  });
}
