import type { EntryDraft, Ledger, LedgerAccount } from '../ledger/index.js';
import { projectBalance } from '../ledger/index.js';
import type { WholeFen } from '../money/fen.js';
import { inYuan, readFen } from '../money/fen.js';
import { awardMoney, fundEntries } from './project-money.js';
import type { FundedProject, ProjectEvent } from './project-types.js';

/** What the ledger of a fund has to say of a project, in yuan: withheld money stays committed until it is paid or released. */
export interface FundPosition {
  /** Set aside while the contract is not signed. */
  readonly reserved: number;
  /** By a signed contract, not paid yet. */
  readonly committed: number;
  /** Paid, less what came back. */
  readonly paid: number;
}

/** Who posts and when, where no event says so: the approval itself. */
export interface FeedHead { readonly at: string; readonly by: string }

/** Where the money of a project has to stand in the ledger, by its log. */
export function fundPosition(project: FundedProject): FundPosition {
  const { approved, paid, held, left } = awardMoney(project);
  const open = inYuan(fen(held) + fen(left));
  return project.agreement.signedOn === undefined ? { reserved: approved, committed: 0, paid } : { reserved: 0, committed: open, paid };
}

/**
 * The entries that bring the ledger of a fund to where the log of a project stands: the approval reserves, the signed contract commits, a tranche is paid, money is returned or
 * released; a payment that was reversed comes back and is committed again. Made of ledger and log alone: what is posted already gives no entry, so that an event may be told twice, and a
 * ledger that lacks events is caught up with.
 *
 * @param project - After `event`.
 * @param change - The last event with the project before it, for tranche, voucher and reason. What the ledger lacks of earlier events is made up first, in one sum each.
 * @example postEntries(ledger, fundFeed(ledger, { year: 2026 }, project, { at, by }), { expectedVersion: ledger.version })
 */
export function fundFeed(ledger: Ledger, account: LedgerAccount, project: FundedProject, head: FeedHead, change?: { readonly event: ProjectEvent; readonly before: FundedProject }): readonly EntryDraft[] {
  const book = new Book(ledger, account, project.id);
  if (change === undefined || book.isAt(fundPosition(project))) return book.to(fundPosition(project), head);
  const { event, before } = change;
  const own = { at: event.at, by: event.actor.id };
  return book.to(fundPosition(before), own).concat(book.post(fundEntries(before, event, account)), book.to(fundPosition(project), own));
}

interface FenPosition { reserved: WholeFen; committed: WholeFen; paid: WholeFen }

/** A project's page of the ledger while entries are drawn up. */
class Book {
  private readonly now: FenPosition;

  constructor(ledger: Ledger, private readonly account: LedgerAccount, private readonly project: string) {
    const { reserved, committed, paid, returned } = projectBalance(ledger, account, project);
    this.now = { reserved: fen(reserved), committed: fen(committed), paid: fen(paid) - fen(returned) };
  }

  isAt({ reserved, committed, paid }: FundPosition): boolean {
    return this.now.reserved === fen(reserved) && this.now.committed === fen(committed) && this.now.paid === fen(paid);
  }

  post(drafts: readonly EntryDraft[]): readonly EntryDraft[] {
    for (const { kind, amount = 0, from } of drafts) this.move(kind, fen(amount), from);
    return drafts;
  }

  /** Money goes the way that the ledger knows: reserved, committed, paid, and back. */
  to(wanted: FundPosition, head: FeedHead): EntryDraft[] {
    const drafts: EntryDraft[] = [];
    const add = (kind: EntryDraft['kind'], amount: WholeFen, more: Partial<EntryDraft> = {}): void => {
      if (amount <= 0n) return;
      const draft: EntryDraft = { ...this.account, kind, amount: inYuan(amount), project: this.project, ...head, ...more };
      this.post([draft]);
      drafts.push(draft);
    };
    const [reserved, committed, paid] = [fen(wanted.reserved), fen(wanted.committed), fen(wanted.paid)];
    add('returned', this.now.paid - paid, { reason: '拨款冲销' });
    add('released', this.now.committed - committed - (paid - this.now.paid), { from: 'committed', reason: '不再拨付' });
    const toPay = paid - this.now.paid;
    const toCommit = committed + toPay - this.now.committed;
    add('reserved', reserved + toCommit - this.now.reserved);
    add('committed', toCommit);
    add('paid', toPay);
    add('released', this.now.reserved - reserved, { reason: '不再使用' });
    return drafts;
  }

  private move(kind: EntryDraft['kind'], amount: WholeFen, from: EntryDraft['from']): void {
    const { now } = this;
    switch (kind) {
      case 'reserved': now.reserved += amount; break;
      case 'committed': now.reserved -= amount; now.committed += amount; break;
      case 'paid': now.committed -= amount; now.paid += amount; break;
      case 'returned': now.paid -= amount; break;
      case 'released': if (from === 'committed') now.committed -= amount; else now.reserved -= amount; break;
      default: break;
    }
  }
}

const fen = (yuan: number): WholeFen => readFen(yuan) ?? 0n;
