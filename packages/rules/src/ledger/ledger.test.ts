import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { auditRows } from './audit-rows.js';
import { budgetVersusActual } from './budget-actual.js';
import { ledgerAccounts, ledgerBalance, projectBalance } from './ledger-balance.js';
import type { EntryDraft, EntryKind, Ledger, LedgerEntry } from './ledger-types.js';
import { emptyLedger, postEntries, postEntry, readLedger } from './post-entry.js';

const base = { year: 2026, at: '2026-03-02', by: 'office' };
const entry = (kind: EntryKind, amount?: number, more: Partial<EntryDraft> = {}): EntryDraft => ({ ...base, kind, ...(amount === undefined ? {} : { amount }), ...(['reserved', 'committed', 'released', 'paid', 'returned'].includes(kind) ? { project: 'p1' } : {}), ...more });
const post = (ledger: Ledger, ...drafts: readonly EntryDraft[]): Ledger => {
  const result = postEntries(ledger, drafts, { expectedVersion: ledger.version });
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.ledger;
};
const refusal = (ledger: Ledger, draft: EntryDraft, requireVoucher = false): string | undefined => {
  const result = postEntry(ledger, draft, { expectedVersion: ledger.version, requireVoucher });
  return result.ok ? undefined : result.problems[0]?.code;
};
const funded = post(emptyLedger(), entry('pool', 1000), entry('reserved', 600), entry('committed', 500), entry('paid', 300));

describe('postEntry', () => {
  it('keeps the sum of the money: what came in is available, held, or paid out', () => {
    expect(ledgerBalance(funded)).toEqual({ pool: 1000, adjusted: 0, carriedIn: 0, carriedOut: 0, lapsed: 0, reserved: 100, committed: 200, paid: 300, returned: 0, available: 400 });
    expect(projectBalance(funded, { year: 2026 }, 'p1')).toEqual({ reserved: 100, committed: 200, paid: 300, returned: 0 });
    expect(projectBalance(funded, { year: 2026 }, '__proto__')).toEqual({ reserved: 0, committed: 0, paid: 0, returned: 0 });
  });

  it.each<[string, EntryDraft, string]>([
    ['reserve', entry('reserved', 400), 'ledger/more-than-available'],
    ['commit', entry('committed', 100), 'ledger/more-than-reserved'],
    ['pay', entry('paid', 200), 'ledger/more-than-committed'],
    ['return', entry('returned', 300), 'ledger/more-than-paid'],
    ['release reserved', entry('released', 100), 'ledger/more-than-reserved'],
    ['release committed', entry('released', 200, { from: 'committed' }), 'ledger/more-than-committed'],
    ['let lapse', entry('lapsed', 400), 'ledger/more-than-available'],
    ['carry over', entry('carriedOver', 400, { to: { year: 2027 } }), 'ledger/more-than-available'],
    ['cut', entry('adjusted', -400, { reason: '预算调减' }), 'ledger/more-than-available'],
  ])('%s: as much as there is, not a fen more', (_, draft, code) => {
    const amount = draft.amount ?? 0;
    const fen = amount < 0 ? -0.01 : 0.01;
    expect([refusal(funded, { ...draft, amount: amount - fen }), refusal(funded, draft), refusal(funded, { ...draft, amount: amount + fen })]).toEqual([undefined, undefined, code]);
  });

  it('keeps projects apart: one cannot use what another reserved', () => {
    expect(refusal(funded, entry('committed', 1, { project: 'p2' }))).toBe('ledger/more-than-reserved');
    expect(refusal(funded, entry('paid', 1, { project: 'p2' }))).toBe('ledger/more-than-committed');
  });

  it('keeps batches apart: each is an account of its own', () => {
    const ledger = post(funded, entry('pool', 50, { batch: '2026-1' }));
    expect(refusal(ledger, entry('reserved', 50.01, { batch: '2026-1' }))).toBe('ledger/more-than-available');
    expect([ledgerBalance(ledger, { year: 2026 }).available, ledgerBalance(ledger, { batch: '2026-1' }).available, ledgerBalance(ledger, { year: 2025 }).pool]).toEqual([450, 50, 0]);
    expect(ledgerAccounts(ledger).map(({ year, batch, balance, closed }) => [year, batch, balance.available, closed])).toEqual([[2026, undefined, 400, false], [2026, '2026-1', 50, false]]);
  });

  it.each<[string, unknown]>([
    ['entry', null], ['kind', { ...entry('pool', 1), kind: 'gift' }], ['year', { ...entry('pool', 1), year: '2026' }], ['amount', entry('pool', 0)], ['amount', entry('pool', -1)], ['amount', entry('pool', 0.001)],
    ['amount', entry('pool')], ['amount', { ...entry('pool'), amount: '5' }], ['amount', entry('closed', 1)], ['at', { ...entry('pool', 1), at: '' }], ['by', { ...entry('pool', 1), by: undefined }],
    ['project', { ...entry('paid', 1), project: undefined }], ['reason', entry('adjusted', 5)], ['from', { ...entry('released', 1), from: 'paid' }], ['to', entry('carriedOver', 1)], ['to', entry('carriedOver', 1, { to: { year: 2026 } })], ['to', entry('paid', 1, { to: { year: 2027 } })], ['line', { ...entry('paid', 1), line: 7 }],
  ])('refuses an entry with a malformed %s', (part, draft) => {
    const result = postEntry(funded, draft as EntryDraft, { expectedVersion: funded.version });
    expect(result).toMatchObject({ ok: false, problems: [{ code: 'ledger/malformed-entry', params: { part } }] });
  });

  it('posts all of several entries or none', () => {
    const result = postEntries(funded, [entry('reserved', 400), entry('reserved', 0.01)], { expectedVersion: funded.version });
    expect(result).toMatchObject({ ok: false, problems: [{ code: 'ledger/more-than-available', pointer: '/1' }] });
    expect([funded.version, ledgerBalance(funded).available]).toEqual([4, 400]);
  });

  it('is misuse with a ledger from elsewhere, or without the version that was seen', () => {
    expect(() => postEntry({ entries: [], version: 0 }, entry('pool', 1), { expectedVersion: 0 })).toThrow(TypeError);
    expect(() => postEntry(funded, entry('pool', 1), {} as never)).toThrow(/expectedVersion/);
  });

  it('asks for vouchers where the account is dedicated', () => {
    expect(refusal(funded, entry('paid', 1), true)).toBe('ledger/voucher-missing');
    expect(refusal(funded, entry('paid', 1, { voucher: '记-18' }), true)).toBeUndefined();
  });

  it('holds no more than can be said exactly', () => {
    expect(refusal(post(emptyLedger(), entry('pool', 2 ** 46)), entry('pool', 0.01))).toBe('ledger/too-much-money');
  });
});

describe('closing a year', () => {
  const pending = post(emptyLedger(), entry('pool', 100), entry('reserved', 100), entry('committed', 100), entry('paid', 60, { tranche: 'first' }));

  it('waits for the last tranche, and for what is left to lapse or be carried over', () => {
    expect(refusal(pending, entry('closed'))).toBe('ledger/year-has-pending');
    const left = post(pending, entry('released', 40, { from: 'committed' }));
    expect(refusal(left, entry('closed'))).toBe('ledger/year-has-remainder');
    expect(refusal(post(left, entry('lapsed', 40)), entry('closed'))).toBeUndefined();
    expect(refusal(post(left, entry('carriedOver', 40, { to: { year: 2027 } })), entry('closed'))).toBeUndefined();
  });

  it('takes nothing more afterwards, but money that comes back goes to an open year', () => {
    const closed = post(pending, entry('paid', 40, { tranche: 'last' }), entry('closed'));
    expect([refusal(closed, entry('pool', 1)), refusal(closed, entry('returned', 5)), refusal(closed, entry('carriedOver', 5, { year: 2025, to: { year: 2026 } }))]).toEqual(['ledger/year-closed', 'ledger/year-closed', 'ledger/year-closed']);
    const back = post(closed, entry('returned', 5, { to: { year: 2027 } }));
    expect([ledgerBalance(back, { year: 2027 }).available, ledgerBalance(back, { year: 2026 }).available, ledgerBalance(back, { year: 2026 }).returned]).toEqual([5, 0, 5]);
    expect(refusal(back, entry('returned', 95.01, { to: { year: 2027 } }))).toBe('ledger/more-than-paid');
  });
});

const kinds: readonly EntryKind[] = ['pool', 'adjusted', 'reserved', 'committed', 'released', 'paid', 'returned', 'lapsed', 'carriedOver', 'closed'];
const drafts = fc.record({
  kind: fc.constantFrom(...kinds.filter((kind) => kind !== 'closed'), 'reserved' as const, 'committed' as const, 'paid' as const, 'closed' as const), year: fc.constantFrom(2026, 2027), batch: fc.option(fc.constant('b'), { nil: undefined }),
  fen: fc.integer({ min: 1, max: 40_000 }), project: fc.constantFrom('p1', 'p2', '__proto__'), from: fc.constantFrom('reserved' as const, 'committed' as const), toYear: fc.constantFrom(2026, 2027, 2028), sign: fc.constantFrom(1, 1, -1),
}).map(({ kind, year, batch, fen, project, from, toYear, sign }): EntryDraft => ({
  kind, year, at: '2026-03-02', by: 'office', ...(batch === undefined || kind === 'closed' ? {} : { batch }), ...(kind === 'closed' ? {} : { amount: ((kind === 'adjusted' ? sign : 1) * fen) / 100 }),
  ...(['reserved', 'committed', 'released', 'paid', 'returned'].includes(kind) ? { project } : {}), ...(kind === 'released' ? { from } : {}), ...(kind === 'adjusted' ? { reason: '调整' } : {}), ...(kind === 'carriedOver' ? { to: { year: toYear } } : {}),
}));
const cents = (yuan: number): number => Math.round(yuan * 100);

describe('row 66: ledger in fen that never goes over', () => {
  it('keeps every invariant over 1,000 random operations', () => {
    let posted = 0;
    fc.assert(fc.property(fc.array(drafts, { minLength: 1000, maxLength: 1000 }), (list) => {
      let ledger = post(emptyLedger(), entry('pool', 5000));
      for (const draft of list) {
        const result = postEntry(ledger, draft, { expectedVersion: ledger.version });
        if (!result.ok) continue;
        ledger = result.ledger;
        posted += 1;
        for (const { balance } of ledgerAccounts(ledger)) expectSound(balance);
      }
      expect(readLedger(JSON.parse(JSON.stringify(ledger.entries)) as LedgerEntry[])).toMatchObject({ ok: true, ledger: { version: ledger.version } });
      expect(auditRows(ledger).balanced).toBe(true);
      expect(auditRows(ledger, { year: 2026 }).balanced).toBe(true);
      expect(auditRows(ledger, { year: 2027, batch: 'b' }).balanced).toBe(true);
    }), { numRuns: 5 });
    expect(posted).toBeGreaterThan(200);
  });

  it('lets only one of two commitments pass that were decided on the same version', () => {
    const ledger = post(emptyLedger(), entry('pool', 100), entry('reserved', 100));
    const seen = ledger.version;
    const first = postEntry(ledger, entry('committed', 60), { expectedVersion: seen });
    if (!first.ok) throw new Error('the first passes');
    // The store holds the first one's ledger by the time the second arrives, although 40 would still fit.
    const second = postEntry(first.ledger, entry('committed', 40), { expectedVersion: seen });
    expect(second).toMatchObject({ ok: false, problems: [{ code: 'ledger/version-conflict', params: { expected: 2, found: 3 } }] });
    expect(ledgerBalance(first.ledger)).toMatchObject({ committed: 60, reserved: 40 });
  });
});

function expectSound(balance: ReturnType<typeof ledgerBalance>): void {
  const { adjusted, ...rest } = balance;
  for (const amount of Object.values(rest)) expect(amount).toBeGreaterThanOrEqual(0);
  const { pool, carriedIn, carriedOut, lapsed, reserved, committed, paid, returned, available } = balance;
  expect(cents(pool) + cents(adjusted) + cents(carriedIn) - cents(carriedOut) - cents(lapsed)).toBe(cents(available) + cents(reserved) + cents(committed) + cents(paid) - cents(returned));
  expect(returned).toBeLessThanOrEqual(paid);
}

describe('readLedger', () => {
  const stored = funded.entries.map((item) => ({ ...item }));

  it('checks stored entries as if they were posted again', () => {
    expect(readLedger(stored)).toMatchObject({ ok: true, ledger: { version: 4 } });
    expect(readLedger(stored.slice(0, 1).concat(stored.slice(2)))).toMatchObject({ ok: false, problems: [{ code: 'ledger/more-than-reserved', pointer: '/1' }] });
    expect(readLedger([{ ...(stored[0] as LedgerEntry), sequence: 2 }])).toMatchObject({ ok: false, problems: [{ code: 'ledger/wrong-sequence' }] });
    expect(readLedger({} as never)).toMatchObject({ ok: false, problems: [{ params: { part: 'entries' } }] });
  });
});

describe('row 71: dedicated account with vouchers, budget and actual by line', () => {
  const budget = [{ id: 'works', title: '改造', amount: 400 }, { id: 'things', amount: 100 }];
  const paid = (amount: number, line: string): EntryDraft => entry('paid', amount, { line, voucher: '记-1', payee: '施工方' });
  const start = post(emptyLedger(), entry('pool', 1000), entry('reserved', 600), entry('committed', 600));

  it('alerts when a line is overspent: at the budget not, a fen above it', () => {
    const report = (amount: number, ...more: readonly EntryDraft[]) => budgetVersusActual(post(start, paid(amount, 'works'), ...more), 'p1', budget);
    expect(report(400).problems).toEqual([]);
    expect(report(400.01).problems).toMatchObject([{ code: 'ledger/line-overspent', severity: 'warning', params: { line: '改造', budget: 400, actual: 400.01 } }]);
    expect(report(400.01, entry('returned', 0.01, { line: 'works' })).problems).toEqual([]);
    expect(report(399).rows).toEqual([{ line: 'works', title: '改造', budget: 400, paid: 399, returned: 0, actual: 399, left: 1, overspent: false }, { line: 'things', budget: 100, paid: 0, returned: 0, actual: 0, left: 100, overspent: false }]);
    expect(report(399).total).toMatchObject({ budget: 500, actual: 399, left: 101 });
  });

  it('allows a line its tolerance, and names payments on no line', () => {
    const codes = (amount: number) => budgetVersusActual(post(start, paid(amount, 'things')), 'p1', budget, { p: 1, q: 10 }).problems.map(({ code }) => code);
    expect([codes(110), codes(110.01)]).toEqual([[], ['ledger/line-overspent']]);
    expect(budgetVersusActual(post(start, entry('paid', 1)), 'p1', budget).problems).toMatchObject([{ code: 'ledger/no-such-line' }]);
  });

  it('gives the auditor a book that balances: income less expense is what is held', () => {
    const ledger = post(start, paid(399, 'works'), entry('returned', 9, { voucher: '记-2' }), entry('adjusted', -100, { reason: '预算调减' }), entry('carriedOver', 50, { to: { year: 2027 } }));
    const book = auditRows(ledger, { year: 2026 });
    expect(book).toMatchObject({ income: 1009, expense: 549, closing: 460, held: 460, balanced: true, withoutVoucher: [] });
    expect(book.rows.map(({ kind, income, expense, balance }) => [kind, income, expense, balance])).toEqual([
      ['pool', 1000, 0, 1000], ['reserved', 0, 0, 1000], ['committed', 0, 0, 1000], ['paid', 0, 399, 601], ['returned', 9, 0, 610], ['adjusted', 0, 100, 510], ['carriedOver', 0, 50, 460],
    ]);
    expect(auditRows(ledger, { year: 2027 })).toMatchObject({ income: 50, expense: 0, closing: 50, balanced: true });
    expect(auditRows(ledger)).toMatchObject({ income: 1009, expense: 499, closing: 510, balanced: true });
    expect(auditRows(post(start, entry('paid', 1))).withoutVoucher).toEqual([4]);
  });
});
