import type { CaseEvent } from '@cobuild/core';
import { chinaCalendar } from '@cobuild/core';
import type { EntryDraft, Ledger } from '@cobuild/rules';
import { appendProjectEvent, foldProject, ledgerBalance, openProject } from '@cobuild/rules';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { gaoming, office, opening } from '../../../packages/rules/test/funded-project.js';
import { describeCaseStore } from '../../../packages/rules/test/host-contract.js';
import { additions, tables } from '../src/server/database.js';
import { FundBook } from '../src/server/fund-book.js';
import { JointAct } from '../src/server/joint-act.js';
import { createSqlLedger } from '../src/server/ledger-store.js';
import type { LedgerStore } from '../src/server/ledger-store.js';
import { createSqlProjectStore } from '../src/server/project-store.js';
import { createSqlCaseStore } from '../src/server/stores.js';
import type { PostgresPool } from './postgres-client.js';
import { startPostgres } from './postgres-server.js';
import type { PostgresServer } from './postgres-server.js';

/** Connections that write at the same time. */
const WRITERS = 12;
let server: PostgresServer;
let pool: PostgresPool;

beforeAll(async () => {
  server = await startPostgres();
  pool = await server.pool(WRITERS);
  await pool.connections[0]?.exec(`${tables}${additions}`);
}, 60_000);
beforeEach(async () => { await pool.connections[0]?.exec('truncate events, cases, submissions, drafts, ledger_entries, projects, project_events, project_seals'); });
afterAll(() => server.close());

describeCaseStore('PostgreSQL server', () => Promise.resolve({ store: createSqlCaseStore(pool), close: () => Promise.resolve() }));

const fund = 'fund';
const draft = (entry: Pick<EntryDraft, 'kind'> & Partial<EntryDraft>): EntryDraft => ({ year: 2026, at: '2026-03-05', by: 'clerk', ...entry });
const balance = (ledger: Ledger): ReturnType<typeof ledgerBalance> => ledgerBalance(ledger);

/** Posts what `next` makes of the newest ledger, again and again while others are first; `undefined` is nothing to do. Answers with the conflicts on the way. */
async function keepPosting(store: LedgerStore, next: (ledger: Ledger) => readonly EntryDraft[] | undefined): Promise<{ readonly conflicts: number; readonly refused: readonly string[]; readonly posted: boolean }> {
  let conflicts = 0;
  let seen = await store.ledger(fund);
  for (;;) {
    const drafts = next(seen);
    if (drafts === undefined) return { conflicts, refused: [], posted: false };
    const done = await store.post(fund, drafts, seen.version);
    if (done.ok) return { conflicts, refused: [], posted: true };
    if (!('conflict' in done)) return { conflicts, refused: done.problems.map(({ code }) => code), posted: false };
    // Whoever was second is told what the first one did.
    expect(done.ledger.version).toBeGreaterThan(seen.version);
    conflicts += 1;
    seen = done.ledger;
  }
}

describe('money under simultaneous commits', () => {
  it('is never awarded beyond the pool: of 24 awards of 60,000 from 500,000 at the same time 8 stand and 16 are refused', async () => {
    const store = createSqlLedger(pool);
    await store.post(fund, [draft({ kind: 'pool', amount: 500_000 })], 0);
    const results = await Promise.all(Array.from({ length: 24 }, (_, index) => keepPosting(store, () => [draft({ kind: 'reserved', amount: 60_000, project: `p${index}` })])));
    const after = balance(await store.ledger(fund));
    expect(results.filter(({ posted }) => posted)).toHaveLength(8);
    expect(results.filter(({ refused }) => refused.length === 1)).toHaveLength(16);
    expect([after.reserved, after.available]).toEqual([480_000, 20_000]);
    // They did meet: a test in which nobody was ever second would show nothing.
    expect(results.reduce((sum, { conflicts }) => sum + conflicts, 0)).toBeGreaterThan(WRITERS);
  }, 30_000);

  it('is never paid twice: of 12 payments of each tranche at the same time one stands', async () => {
    const store = createSqlLedger(pool);
    const projects = ['a', 'b', 'c'];
    await store.post(fund, [draft({ kind: 'pool', amount: 300_000 }), ...projects.flatMap((project) => [draft({ kind: 'reserved', amount: 100_000, project }), draft({ kind: 'committed', amount: 100_000, project })])], 0);
    const tranches = projects.flatMap((project) => [{ project, tranche: 'signing', amount: 60_000 }, { project, tranche: 'acceptance', amount: 40_000 }]);
    const isPaid = (ledger: Ledger, { project, tranche }: { project: string; tranche: string }): boolean => ledger.entries.some((entry) => entry.kind === 'paid' && entry.project === project && entry.tranche === tranche);
    const attempts = tranches.flatMap((tranche) => Array.from({ length: 12 }, () => tranche));
    const results = await Promise.all(attempts.map((tranche) => keepPosting(store, (ledger) => (isPaid(ledger, tranche) ? undefined : [draft({ kind: 'paid', ...tranche })]))));
    const { entries } = await store.ledger(fund);
    const paid = entries.filter(({ kind }) => kind === 'paid').map(({ project, tranche }) => `${project ?? ''} ${tranche ?? ''}`);
    expect([...paid].sort()).toEqual(tranches.map(({ project, tranche }) => `${project} ${tranche}`).sort());
    expect(results.filter(({ posted }) => posted)).toHaveLength(tranches.length);
    expect(balance(await store.ledger(fund))).toMatchObject({ paid: 300_000, committed: 0, reserved: 0, available: 0 });
    expect(entries.map(({ sequence }) => sequence)).toEqual(entries.map((_, index) => index + 1));
  }, 30_000);

  it('is never there in part: of batches that are posted at the same time each stands whole or not at all, and the sum is right after each entry', async () => {
    const store = createSqlLedger(pool);
    await store.post(fund, [draft({ kind: 'pool', amount: 1_000_000 })], 0);
    await Promise.all(Array.from({ length: 16 }, (_, index) => keepPosting(store, () => [1, 2, 3].map((part) => draft({ kind: 'reserved', amount: 30_000, project: `p${index}-${part}` })))));
    const { entries } = await store.ledger(fund);
    const reserved = entries.filter(({ kind }) => kind === 'reserved');
    expect(reserved).toHaveLength(33);
    expect(new Set(reserved.map(({ project = '' }) => project.split('-')[0])).size).toBe(11);
    const running = reserved.reduce<number[]>((sums, { amount = 0 }) => [...sums, (sums[sums.length - 1] ?? 1_000_000) - amount], []);
    expect(Math.min(...running)).toBeGreaterThanOrEqual(0);
  }, 30_000);
});

describe('the tranche of a project', () => {
  it('is paid once by 12 who pay it at the same moment, and the log stays whole', async () => {
    const store = createSqlProjectStore(pool);
    await store.open(opening);
    const at = '2026-04-01T10:00:00+08:00';
    const signed = appendProjectEvent(gaoming, openProject(opening), { type: 'contractSigned', data: { on: '2026-04-01' } }, office, at, { calendar: chinaCalendar });
    if (!('event' in signed)) throw new Error('not signed');
    await store.append(opening.id, signed.event);
    const pay = async (index: number): Promise<boolean> => {
      for (;;) {
        const { project } = foldProject(gaoming, opening, (await store.log(opening.id))?.events ?? []);
        const paid = appendProjectEvent(gaoming, project, { type: 'tranchePaid', data: { tranche: 'signing', amount: 60_000, on: '2026-04-01', voucher: `v${index}` } }, office, at, { calendar: chinaCalendar });
        if (!('event' in paid)) return false;
        if (await store.append(opening.id, paid.event)) return true;
      }
    };
    const paid = await Promise.all(Array.from({ length: WRITERS }, (_, index) => pay(index)));
    const { project, problems } = foldProject(gaoming, opening, (await store.log(opening.id))?.events ?? []);
    expect(paid.filter(Boolean)).toHaveLength(1);
    expect([project.account.map(({ amount }) => amount), problems]).toEqual([[60_000], []]);
  }, 30_000);
});

describe('the ledger that projects feed', () => {
  const at = '2026-04-01T10:00:00+08:00';
  const begun = (id: string) => openProject({ ...opening, id });
  const sign = async (book: FundBook, id: string): Promise<string> => {
    const before = begun(id);
    await book.open(gaoming, before.opening, { at, by: 'clerk' });
    const signed = appendProjectEvent(gaoming, before, { type: 'contractSigned', data: { on: '2026-04-01' } }, office, at, { calendar: chinaCalendar });
    if (!('event' in signed)) throw new Error('not signed');
    return (await book.append(gaoming, before, signed.event, signed.project)).kind;
  };

  it('holds every contract of 12 who sign at the same moment, once each', async () => {
    const book = new FundBook(pool);
    const kinds = await Promise.all(Array.from({ length: WRITERS }, (_, index) => sign(book, `p${index}`)));
    expect(kinds).toEqual(kinds.map(() => 'done'));
    expect(balance(await createSqlLedger(pool).ledger(gaoming.id))).toMatchObject({ pool: 10_000_000, reserved: 0, committed: 100_000 * WRITERS });
    expect(await sign(book, 'p0')).toBe('conflict');
    expect(balance(await createSqlLedger(pool).ledger(gaoming.id)).committed).toBe(100_000 * WRITERS);
  }, 30_000);

  it('keeps neither the event nor an entry where the fund has no more money', async () => {
    const book = new FundBook(pool);
    await createSqlLedger(pool).post(gaoming.id, [draft({ kind: 'pool', amount: 150_000 })], 0);
    expect([await sign(book, 'first'), await sign(book, 'second')]).toEqual(['done', 'refused']);
    expect((await createSqlProjectStore(pool).log('second'))?.events).toEqual([]);
    expect(balance(await createSqlLedger(pool).ledger(gaoming.id))).toMatchObject({ available: 50_000, reserved: 0, committed: 100_000 });
  }, 30_000);
});

describe('one act over several logs', () => {
  const at = '2026-04-01T10:00:00+08:00';
  const sign = async (book: Pick<FundBook, 'append'>, id: string): Promise<string> => {
    const before = openProject({ ...opening, id });
    const signed = appendProjectEvent(gaoming, before, { type: 'contractSigned', data: { on: '2026-04-01' } }, office, at, { calendar: chinaCalendar });
    if (!('event' in signed)) throw new Error('not signed');
    return (await book.append(gaoming, before, signed.event, signed.project)).kind;
  };
  const signedCase: CaseEvent = { id: 'c-1', caseId: 'c', sequence: 1, type: 'withdrawn', at, actor: { id: 'w', role: 'r' }, schemeHash: 'h', previousHash: '', hash: '', data: {} };

  it('writes down nothing where somebody else went on in one of them meanwhile, and all of it where nobody did', async () => {
    const [book, projects, store] = [new FundBook(pool), createSqlProjectStore(pool), createSqlCaseStore(pool)];
    for (const id of ['one', 'two']) await book.open(gaoming, { ...opening, id }, { at, by: 'clerk' });
    const kept = async (): Promise<unknown> => [...await Promise.all(['one', 'two'].map(async (id) => (await projects.log(id))?.events.length)), (await store.events('c')).length, balance(await createSqlLedger(pool).ledger(gaoming.id)).committed];
    const begin = async (): Promise<JointAct> => {
      const act = new JointAct(pool, { store, projects }, book);
      expect([(await act.logs.store.append('c', [signedCase])).ok, await sign(act.logs.book, 'one'), await sign(act.logs.book, 'two')]).toEqual([true, 'done', 'done']);
      // Its own services read it, nobody else does.
      expect([(await act.logs.projects.log('one'))?.events.length, (await act.logs.store.events('c')).length, await kept()]).toEqual([1, 1, [0, 0, 0, 0]]);
      return act;
    };
    const late = await begin();
    const done = await begin();
    expect([await done.commit(), await kept()]).toEqual([{ kind: 'done' }, [1, 1, 1, 200_000]]);
    expect([await late.commit(), await kept()]).toEqual([{ kind: 'conflict' }, [1, 1, 1, 200_000]]);
  }, 30_000);

  it('undoes the first log where the second was gone on with', async () => {
    const [book, projects, store] = [new FundBook(pool), createSqlProjectStore(pool), createSqlCaseStore(pool)];
    for (const id of ['one', 'two']) await book.open(gaoming, { ...opening, id }, { at, by: 'clerk' });
    const act = new JointAct(pool, { store, projects }, book);
    for (const id of ['one', 'two']) await sign(act.logs.book, id);
    expect(await sign(book, 'two')).toBe('done');
    expect(await act.commit()).toEqual({ kind: 'conflict' });
    expect(await Promise.all(['one', 'two'].map(async (id) => (await projects.log(id))?.events.length))).toEqual([0, 1]);
    expect(balance(await createSqlLedger(pool).ledger(gaoming.id)).committed).toBe(100_000);
  }, 30_000);
});

describe('two persons at one thing', () => {
  const event = (caseId: string, sequence: number, by: string): CaseEvent => ({ id: `${caseId}-${sequence}-${by}`, caseId, sequence, type: 'withdrawn', at: '2026-03-05T09:00:00+08:00', actor: { id: by, role: 'r' }, schemeHash: 'h', previousHash: '', hash: '', data: {} });

  it('decide on a case once: of 12 who act on the same state one is first, the others are told, and each goes on with what the first left', async () => {
    const store = createSqlCaseStore(pool);
    await store.append('case', [event('case', 1, 'applicant')]);
    const act = async (by: string): Promise<number> => {
      for (let tries = 1; ; tries += 1) {
        const seen = await store.events('case');
        if ((await store.append('case', [event('case', seen.length + 1, by)])).ok) return tries;
      }
    };
    const tries = await Promise.all(Array.from({ length: WRITERS }, (_, index) => act(`w${index}`)));
    const events = await store.events('case');
    expect(events.map(({ sequence }) => sequence)).toEqual(Array.from({ length: WRITERS + 1 }, (_, index) => index + 1));
    expect(new Set(events.map(({ actor }) => actor.id)).size).toBe(WRITERS + 1);
    expect(Math.max(...tries)).toBeGreaterThan(1);
  }, 30_000);

  it('submit once by one key: of 12 at the same time one makes the case, the others are given it', async () => {
    const store = createSqlCaseStore(pool);
    const results = await Promise.all(Array.from({ length: WRITERS }, (_, index) => store.append(`case-${index}`, [event(`case-${index}`, 1, 'applicant')], 'key')));
    const [made, ...others] = await store.caseIds();
    expect(others).toEqual([]);
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    expect(results.flatMap((result) => (result.ok ? [] : [result]))).toEqual(Array.from({ length: WRITERS - 1 }, () => ({ ok: false, reason: 'duplicate', caseId: made })));
  });

  it('edit a draft: each save that comes second is answered with the newest answers to merge with, and nothing of anybody is lost', async () => {
    const store = createSqlCaseStore(pool);
    const own = (index: number): Record<string, unknown> => ({ [`answer${index}`]: `${index}` });
    await store.saveDraft({ id: 'd', owner: 'village', answers: {}, savedAt: '2026-03-05T01:00:00Z' }, 0);
    const edit = async (index: number): Promise<number> => {
      let base: { readonly answers: unknown; readonly revision?: number } = { answers: {}, revision: 1 };
      for (let conflicts = 0; ; conflicts += 1) {
        const saved = await store.saveDraft({ id: 'd', owner: 'village', answers: { ...(base.answers as object), ...own(index) }, savedAt: '2026-03-05T02:00:00Z' }, base.revision);
        if (saved.ok) return conflicts;
        expect(saved.draft.revision).toBeGreaterThan(base.revision ?? 0);
        base = saved.draft;
      }
    };
    const conflicts = await Promise.all(Array.from({ length: WRITERS }, (_, index) => edit(index)));
    expect((await store.draft('d'))?.answers).toEqual(Object.assign({}, ...Array.from({ length: WRITERS }, (_, index) => own(index))));
    expect((await store.draft('d'))?.revision).toBe(WRITERS + 1);
    expect(conflicts.reduce((sum, each) => sum + each, 0)).toBeGreaterThan(0);
  }, 30_000);

  it('go on with a draft that was removed: it is made again once, and the others are asked to merge', async () => {
    const store = createSqlCaseStore(pool);
    const results = await Promise.all(Array.from({ length: WRITERS }, (_, index) => store.saveDraft({ id: 'gone', owner: 'village', answers: { index }, savedAt: '2026-03-05T02:00:00Z' }, 4)));
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    expect(results.flatMap((result) => (result.ok ? [] : [result.draft.revision]))).toEqual(Array.from({ length: WRITERS - 1 }, () => 5));
  });
});
