import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { emptyLedger, explainBalance, explanationText, ledgerAccounts, ledgerBalance, postEntry } from '../../src/index.js';
import type { EntryDraft, LedgerBalance, LedgerEntry } from '../../src/index.js';
import { sent } from './exact.js';
import { expectWhole } from './whole-text.js';

type Amounts = { -readonly [Item in keyof LedgerBalance]: number };

/** The balance of all accounts, or of those of a year, again from the entries. */
function balanceAgain(entries: readonly LedgerEntry[], year?: number): Amounts {
  const sums: Amounts = { pool: 0, adjusted: 0, carriedIn: 0, carriedOut: 0, lapsed: 0, reserved: 0, committed: 0, paid: 0, returned: 0, available: 0 };
  const add = (of: number, item: keyof Amounts, fen: number): void => {
    if (year === undefined || of === year) sums[item] += fen;
  };
  for (const { kind, amount = 0, year: of, batch, from = 'reserved', to } of entries) {
    const fen = Math.round(amount * 100);
    const elsewhere = to !== undefined && (to.year !== of || to.batch !== batch);
    if (kind === 'pool' || kind === 'adjusted' || kind === 'lapsed' || kind === 'reserved' || kind === 'committed' || kind === 'paid' || kind === 'returned') add(of, kind, fen);
    if (kind === 'committed') add(of, 'reserved', -fen);
    if (kind === 'paid') add(of, 'committed', -fen);
    if (kind === 'released') add(of, from, -fen);
    if (kind === 'carriedOver' || (kind === 'returned' && elsewhere)) {
      add(of, 'carriedOut', fen);
      add(to?.year ?? of, 'carriedIn', fen);
    }
  }
  sums.available = sums.pool + sums.adjusted + sums.carriedIn - sums.carriedOut - sums.lapsed - sums.reserved - sums.committed - sums.paid + sums.returned;
  return Object.fromEntries(Object.entries(sums).map(([item, fen]) => [item, fen / 100])) as unknown as Amounts;
}

const kind = fc.constantFrom<EntryDraft['kind']>('pool', 'pool', 'adjusted', 'reserved', 'reserved', 'committed', 'paid', 'released', 'returned', 'lapsed', 'carriedOver', 'closed');
const draft = fc.record({ kind, amount: fc.constantFrom(0.01, 12.34, 50, 100, 487.55), year: fc.constantFrom(2025, 2026), project: fc.constantFrom('a', 'b'), from: fc.constantFrom('reserved' as const, 'committed' as const), to: fc.constantFrom({ year: 2025 }, { year: 2026 }) })
  .map(({ kind: what, amount, year, project, from, to }): EntryDraft => ({
    kind: what, year, at: '2026-03-01', by: 'clerk', reason: '更正', ...(what === 'closed' ? {} : { amount }), ...(['reserved', 'committed', 'paid', 'released', 'returned'].includes(what) ? { project } : {}),
    ...(what === 'released' ? { from } : {}), ...(what === 'carriedOver' ? { to: { year: year === 2025 ? 2026 : 2025 } } : what === 'returned' ? { to } : {}),
  }));

const started = ['pool', 'reserved', 'committed', 'paid'].map((what): EntryDraft => ({ kind: what as EntryDraft['kind'], amount: 1000, year: 2026, at: '2026-01-05', by: 'clerk', ...(what === 'pool' ? {} : { project: 'a' }) }));

describe('a ledger from its entries alone', () => {
  it('row 55: gives the same balance of each year and of all, after any entries', () => {
    const posted = new Set<string>();
    fc.assert(fc.property(fc.array(draft, { minLength: 10, maxLength: 60 }), fc.boolean(), (drafts, isStarted) => {
      const ledger = [...(isStarted ? started : []), ...drafts].reduce((before, one) => {
        const result = postEntry(before, one, { expectedVersion: before.version });
        if (result.ok) posted.add(one.kind);
        return result.ok ? result.ledger : before;
      }, emptyLedger());
      const entries = sent(ledger.entries);
      expect(balanceAgain(entries)).toEqual(ledgerBalance(ledger));
      for (const { year, balance } of ledgerAccounts(ledger)) expect(balanceAgain(entries, year)).toEqual(balance);
    }), { numRuns: 150 });
    expect([...posted].sort()).toEqual(['adjusted', 'carriedOver', 'closed', 'committed', 'lapsed', 'paid', 'pool', 'released', 'reserved', 'returned']);
  });

  it('is told with every number, in both languages', () => {
    const drafts: EntryDraft[] = [{ kind: 'pool', amount: 5000000, year: 2026, at: '2026-01-05', by: 'clerk' }, { kind: 'reserved', amount: 487655.55, year: 2026, project: 'a', at: '2026-03-01', by: 'clerk' }];
    const ledger = drafts.reduce((before, one) => {
      const result = postEntry(before, one, { expectedVersion: before.version });
      if (!result.ok) throw new Error(result.problems[0]?.message);
      return result.ledger;
    }, emptyLedger());
    for (const locale of ['zh-CN', 'en'] as const) expectWhole(explanationText({ verdict: '', locale, lines: [explainBalance(ledgerBalance(ledger), locale)] }), ['5,000,000', '487,655.55', '4,512,344.45']);
  });
});
