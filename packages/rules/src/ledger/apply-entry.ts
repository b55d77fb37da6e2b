import type { Problem } from '@cobuild/core';
import { ruleProblem } from '../locales/rule-message.js';
import type { ProblemCode } from '../locales/rule-message.js';
import type { WholeFen } from '../money/fen.js';
import { inYuan } from '../money/fen.js';
import type { FenBalance } from './balance.js';
import { availableOf } from './balance.js';
import { amountOf, malformedPart, sameAccount } from './entry-shape.js';
import type { LedgerState } from './ledger-state.js';
import { accountKey, add, balanceAt, projectKey } from './ledger-state.js';
import type { EntryDraft } from './ledger-types.js';

/** The most that an account ever holds, in fen: 70 trillion yuan. */
const MOST_FEN = 2n ** 46n * 100n;

/** Applies an entry to a state, or says why it cannot be; then the state is as it was. */
export function applyEntry(state: LedgerState, draft: EntryDraft, requireVoucher: boolean): Problem | undefined {
  const part = malformedPart(draft);
  if (part !== undefined) return problem('ledger/malformed-entry', { part });
  const closed = closedYear(state, draft);
  if (closed !== undefined) return problem('ledger/year-closed', { year: closed });
  if (draft.kind === 'closed') return closeYear(state, draft.year);
  if (requireVoucher && (draft.kind === 'paid' || draft.kind === 'returned') && draft.voucher === undefined) return problem('ledger/voucher-missing', { project: draft.project });
  return move(state, draft, amountOf(draft) ?? 0n);
}

/** A return may reach back into a closed year when an open one gets the money. */
function closedYear({ closedYears }: LedgerState, { kind, year, to }: EntryDraft): number | undefined {
  if (closedYears.has(year) && !(kind === 'returned' && to !== undefined && to.year !== year)) return year;
  return to !== undefined && (kind === 'carriedOver' || kind === 'returned') && closedYears.has(to.year) ? to.year : undefined;
}

/** A year closes when nothing is reserved or committed any more, and what is left has lapsed or was carried over. */
function closeYear(state: LedgerState, year: number): Problem | undefined {
  const ofYear = Array.from(state.accounts).filter(([key]) => (JSON.parse(key) as [number])[0] === year).map(([, balance]) => balance);
  const sum = (read: (balance: FenBalance) => WholeFen): WholeFen => ofYear.reduce((total, balance) => total + read(balance), 0n);
  const [reserved, committed, available] = [sum((balance) => balance.reserved), sum((balance) => balance.committed), sum(availableOf)];
  if (reserved + committed > 0n) return problem('ledger/year-has-pending', { year, reserved: inYuan(reserved), committed: inYuan(committed) });
  if (available > 0n) return problem('ledger/year-has-remainder', { year, available: inYuan(available) });
  state.closedYears.add(year);
  return undefined;
}

/** What an entry takes and gives. `taken` is what there has to be; without it the amount only comes in. */
interface Effect {
  readonly taken?: { readonly left: WholeFen; readonly code: ProblemCode };
  readonly account: Partial<FenBalance>;
  readonly project?: Partial<FenBalance>;
  /** For the account that gets the money. */
  readonly target?: Partial<FenBalance>;
}

function move(state: LedgerState, draft: EntryDraft, amount: WholeFen): Problem | undefined {
  const { project = '', to } = draft;
  const account = accountKey(draft);
  const effect = effectOf(draft, amount, balanceAt(state.accounts, account), balanceAt(state.projects, projectKey(draft, project)));
  const { taken } = effect;
  const needed = amount < 0n ? -amount : amount;
  if (taken !== undefined && needed > taken.left) return problem(taken.code, { project, amount: inYuan(needed), left: inYuan(taken.left) });
  const growing = effect.target === undefined || to === undefined ? account : accountKey(to);
  if (taken === undefined || effect.target !== undefined) {
    const { pool, adjusted, carriedIn } = balanceAt(state.accounts, growing);
    if (pool + adjusted + carriedIn + needed > MOST_FEN) return problem('ledger/too-much-money', {});
  }
  add(state.accounts, account, effect.account);
  if (effect.project !== undefined) add(state.projects, projectKey(draft, project), effect.project);
  if (effect.target !== undefined && to !== undefined) add(state.accounts, accountKey(to), effect.target);
  return undefined;
}

function effectOf(draft: EntryDraft, amount: WholeFen, account: FenBalance, project: FenBalance): Effect {
  const available = { left: availableOf(account), code: 'ledger/more-than-available' as const };
  const both = (taken: Effect['taken'], change: Partial<FenBalance>): Effect => ({ ...(taken === undefined ? {} : { taken }), account: change, project: change });
  switch (draft.kind) {
    case 'adjusted': return { ...(amount < 0n ? { taken: available } : {}), account: { adjusted: amount } };
    case 'reserved': return both(available, { reserved: amount });
    case 'committed': return both({ left: project.reserved, code: 'ledger/more-than-reserved' }, { reserved: -amount, committed: amount });
    case 'paid': return both({ left: project.committed, code: 'ledger/more-than-committed' }, { committed: -amount, paid: amount });
    case 'released': return draft.from === 'committed'
      ? both({ left: project.committed, code: 'ledger/more-than-committed' }, { committed: -amount })
      : both({ left: project.reserved, code: 'ledger/more-than-reserved' }, { reserved: -amount });
    case 'returned': {
      const taken = { left: project.paid - project.returned, code: 'ledger/more-than-paid' as const };
      const elsewhere = draft.to !== undefined && !sameAccount(draft, draft.to);
      return elsewhere ? { taken, account: { returned: amount, carriedOut: amount }, project: { returned: amount }, target: { carriedIn: amount } } : both(taken, { returned: amount });
    }
    case 'lapsed': return { taken: available, account: { lapsed: amount } };
    case 'carriedOver': return { taken: available, account: { carriedOut: amount }, target: { carriedIn: amount } };
    default: return { account: { pool: amount } };
  }
}

function problem(code: ProblemCode, params: Problem['params']): Problem {
  return ruleProblem(code, { document: 'ledger', pointer: '', params });
}
