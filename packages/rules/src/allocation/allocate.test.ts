import type { Allocation, AllocationCap } from '@cobuild/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AllocationContext, AllocationResult, Candidate } from './allocation-types.js';
import { allocate } from './allocate.js';

const title = { 'zh-CN': '上限' };
const abc: readonly Candidate[] = [{ id: 'A', place: 1, requested: 60 }, { id: 'B', place: 2, requested: 50 }, { id: 'C', place: 3, requested: 40 }];
const given = (result: AllocationResult): string => result.awards.map(({ id, status, amount }) => `${id} ${status}${amount > 0 ? ` ${amount}` : ''}`).join(', ');
const run = (allocation: Allocation, candidates: readonly Candidate[] = abc, context: Partial<AllocationContext> = {}): AllocationResult => allocate(allocation, candidates, { pool: 100, ...context });

describe('row 67: allocation with pool 100 and A 60, B 50, C 40', () => {
  it.each<[Allocation['whenShort'], string, number, readonly string[]]>([
    ['skip', 'A funded 60, B notFunded, C funded 40', 0, []],
    ['stop', 'A funded 60, B notFunded, C notFunded', 40, []],
    ['partFund', 'A funded 60, B partFunded 40, C notFunded', 0, []],
    ['waitingList', 'A funded 60, B waiting, C waiting', 40, ['B', 'C']],
  ])('%s: %s', (whenShort, expected, remainder, waitingList) => {
    const result = run({ ...(whenShort === undefined ? {} : { whenShort }), ...(whenShort === 'partFund' ? { partFund: { consent: 'notRequired' as const } } : {}) });
    expect(given(result)).toBe(expected);
    expect([result.outcome, result.remainder, result.fundingLine, result.waitingList]).toEqual(['allocated', remainder, 1, waitingList]);
  });

  it('numbers the waiting list and names the pool and the project at which it closed', () => {
    const [, b, c] = run({ whenShort: 'waitingList' }).awards;
    expect([b?.waitingPlace, c?.waitingPlace]).toEqual([1, 2]);
    expect(b?.binding).toMatchObject({ kind: 'pool', amount: 40, total: 100, given: 60 });
    expect(c?.binding).toMatchObject({ kind: 'pool', amount: 0, closedBy: 'B' });
  });

  it('part-funds only with the applicant’s consent: it is awaited, given, or refused and the money goes on', () => {
    expect(run({ whenShort: 'partFund' }).awards[1]).toMatchObject({ awaitsConsent: true, due: 50 });
    expect(run({ whenShort: 'partFund' }, abc, { consents: { B: true } }).awards[1]).not.toHaveProperty('awaitsConsent');
    expect(run({ whenShort: 'partFund', partFund: { consent: 'notRequired' } }).awards[1]).not.toHaveProperty('awaitsConsent');
    expect(given(run({ whenShort: 'partFund' }, abc, { consents: { B: false } }))).toBe('A funded 60, B declined, C funded 40');
  });

  it('leaves part-funding undecided while the scheme does not say whether consent is needed', () => {
    const result = run({ whenShort: 'partFund', partFund: { consent: 'UNDECIDED' } });
    expect([result.awards[1]?.status, result.awards[1]?.holes]).toEqual(['undecided', ['/partFund/consent']]);
  });

  it('leaves open only what an open rule changes: A is funded whatever happens when money is short', () => {
    for (const whenShort of ['UNDECIDED', undefined] as const) {
      const result = run({ ...(whenShort === undefined ? {} : { whenShort }) });
      expect([given(result), result.outcome, result.holes]).toEqual(['A funded 60, B undecided, C undecided', 'undecided', ['/whenShort']]);
    }
    expect(run({ whenShort: 'UNDECIDED' }, abc, { pool: 150 }).outcome).toBe('allocated');
  });

  it.each([[149.99, 'A funded 60, B funded 50, C notFunded'], [150, 'A funded 60, B funded 50, C funded 40'], [150.01, 'A funded 60, B funded 50, C funded 40'], [0, 'A notFunded, B notFunded, C notFunded']])('with a pool of %s yuan: %s', (pool, expected) => {
    expect(given(run({ whenShort: 'skip' }, abc, { pool }))).toBe(expected);
  });
});

describe('ties', () => {
  const tied: readonly Candidate[] = [{ id: 'A', place: 1, requested: 60 }, { id: 'B', place: 2, requested: 50 }, { id: 'C', place: 2, requested: 40 }];

  it('asks for a rule only where the order changes who gets what: with skip B never fits', () => {
    expect(run({ whenShort: 'skip' }, tied)).toMatchObject({ outcome: 'allocated', openTies: [] });
    expect(given(run({ whenShort: 'skip' }, tied))).toBe('A funded 60, B notFunded, C funded 40');
  });

  it('leaves exactly those undecided whose award hangs on the order', () => {
    const result = run({ whenShort: 'stop' }, [...tied, { id: 'D', place: 4, requested: 1 }]);
    expect(given(result)).toBe('A funded 60, B notFunded, C undecided, D notFunded');
    expect(result.openTies).toEqual([{ place: 2, ids: ['B', 'C'] }]);
    expect(result.awards[2]).toMatchObject({ tiedWith: ['B'], holes: ['/ties'] });
  });

  it('is no matter where all of the equals fit', () => {
    expect(run({ whenShort: 'stop' }, tied, { pool: 150 })).toMatchObject({ outcome: 'allocated', openTies: [], remainder: 0 });
  });

  it('treats projects that nobody put in order as equals', () => {
    const unranked = abc.map(({ id, requested = 0 }) => ({ id, requested }));
    expect(run({ whenShort: 'skip' }, unranked)).toMatchObject({ outcome: 'undecided', openTies: [{ ids: ['A', 'B', 'C'] }], holes: ['/ranking'] });
    expect(run({ whenShort: 'skip' }, unranked, { pool: 150 }).outcome).toBe('allocated');
  });

  it('gives up on more orders than can be tried, and says so', () => {
    const many = Array.from({ length: 30 }, (_, index) => ({ id: `p${index}`, place: 1, requested: 2 ** index }));
    const result = run({ whenShort: 'stop' }, many, { pool: 2 ** 28 });
    expect(result.outcome).toBe('undecided');
    expect(result.awards.every(({ status }) => status === 'undecided')).toBe(true);
  });
});

const cap = (more: Partial<AllocationCap>): AllocationCap => ({ id: 'cap', title, per: 'all', ...more });
const one = (allocation: Allocation, candidate: Partial<Candidate>, context: Partial<AllocationContext> = {}) => allocate({ whenShort: 'partFund', ...allocation }, [{ id: 'P', place: 1, requested: 1_000_000, ...candidate }], { pool: 10_000_000, ...context }).awards[0];

describe('row 68: each cap alone, at the edge, with the binding one named', () => {
  it.each<[string, Allocation, Partial<Candidate>, Partial<AllocationContext>, number, object]>([
    ['what was asked for', {}, { requested: 5000 }, {}, 5000, { kind: 'requested' }],
    ['eligible cost', {}, { eligibleCost: 4999.99 }, {}, 4999.99, { kind: 'eligibleCost' }],
    ['own share of one fifth', { coFunding: { p: 1, q: 5 } }, { eligibleCost: 1_000_000, ownFunds: 200_000 }, {}, 800_000, { kind: 'ownShare', of: 1_000_000, share: { p: 4, q: 5 } }],
    ['no own share', { coFunding: { p: 0, q: 1 } }, {}, {}, 1_000_000, { kind: 'requested' }],
    ['share of public money', { coFunding: { publicShareMaximum: { p: 7, q: 10 } } }, { eligibleCost: 900_000.01 }, {}, 630_000, { kind: 'publicShare' }],
    ['cap per project', { perProjectCap: 200_000 }, {}, {}, 200_000, { kind: 'projectCap' }],
    ['row 9: Luohu, works a fen below 1,000,000', { caps: [cap({ per: 'project', answer: '/kind', values: [{ is: 'works', amount: 1_000_000 }, { is: 'services', amount: 500_000 }] })] }, { requested: 999_999.99, facts: { kind: 'works' } }, {}, 999_999.99, { kind: 'requested' }],
    ['row 9: Luohu, services a fen below 500,000', { caps: [cap({ per: 'project', answer: '/kind', values: [{ is: 'works', amount: 1_000_000 }, { is: 'services', amount: 500_000 }] })] }, { requested: 499_999.99, facts: { kind: 'services' } }, {}, 499_999.99, { kind: 'requested' }],
    ['row 9: Luohu, works up to 1,000,000', { caps: [cap({ per: 'project', answer: '/kind', values: [{ is: 'works', amount: 1_000_000 }, { is: 'services', amount: 500_000 }] })] }, { requested: 1_000_000.01, facts: { kind: 'works' } }, {}, 1_000_000, { kind: 'cap', cap: 'cap' }],
    ['row 9: Luohu, services up to 500,000', { caps: [cap({ per: 'project', answer: '/kind', values: [{ is: 'works', amount: 1_000_000 }, { is: 'services', amount: 500_000 }] })] }, { requested: 500_000.01, facts: { kind: 'services' } }, {}, 500_000, { kind: 'cap' }],
    ['a value that is not listed', { caps: [cap({ per: 'project', values: [{ is: 'works', amount: 1 }] })] }, { category: 'goods' }, {}, 1_000_000, { kind: 'requested' }],
    ['share of the eligible cost', { caps: [cap({ per: 'project', share: { p: 1, q: 2 }, of: 'eligibleCost' })] }, { eligibleCost: 1_200_000 }, {}, 600_000, { kind: 'cap', of: 1_200_000 }],
    ['category', { caps: [cap({ per: 'category', amount: 300_000 })] }, { category: 'x' }, { spent: [{ amount: 100_000, category: 'x', within: 'batch' }, { amount: 50_000, category: 'y', within: 'batch' }] }, 200_000, { kind: 'cap', group: 'x', total: 300_000, given: 100_000 }],
    ['category, earlier batches do not count', { caps: [cap({ per: 'category', amount: 300_000 })] }, { category: 'x' }, { spent: [{ amount: 100_000, category: 'x' }] }, 300_000, { kind: 'cap', given: 0 }],
    ['category of the year', { caps: [cap({ per: 'category', within: 'year', amount: 300_000 })] }, { category: 'x' }, { spent: [{ amount: 100_000, category: 'x' }] }, 200_000, { kind: 'cap', given: 100_000 }],
    ['applicant', { caps: [cap({ per: 'applicant', within: 'year', amount: 150_000 })] }, { applicant: 'v1' }, { spent: [{ amount: 100_000, applicant: 'v1' }, { amount: 90_000, applicant: 'v2' }] }, 50_000, { kind: 'cap', group: 'v1' }],
    ['village', { caps: [cap({ per: 'unit', within: 'year', amount: 60_000 })] }, { unit: 'v1' }, { spent: [{ amount: 59_999.99, unit: 'v1' }] }, 0.01, { kind: 'cap', group: 'v1' }],
    ['town', { caps: [cap({ per: 'town', amount: 60_000 })] }, { town: 't1' }, {}, 60_000, { kind: 'cap', group: 't1' }],
    ['value of an answer', { caps: [cap({ per: 'answer', answer: '/road', amount: 7 })] }, { facts: { road: 'north' } }, {}, 7, { kind: 'cap', group: 'north' }],
    ['batch', { caps: [cap({ amount: 70_000 })] }, {}, { spent: [{ amount: 10_000, within: 'batch' }, { amount: 30_000 }] }, 60_000, { kind: 'cap', given: 10_000 }],
    ['share of the pool', { caps: [cap({ share: { p: 3, q: 100 } })] }, {}, {}, 300_000, { kind: 'cap', share: { p: 3, q: 100 }, of: 10_000_000 }],
    ['share of the fund of the year', { caps: [cap({ share: { p: 1, q: 100 }, of: 'yearFund' })] }, {}, { yearFund: 20_000_000 }, 200_000, { kind: 'cap', of: 20_000_000 }],
    ['maximum of the year', { fundPerYear: { maximum: 500_000 } }, {}, { spent: [{ amount: 499_000 }] }, 1000, { kind: 'yearMaximum', given: 499_000 }],
    ['pool', {}, {}, { pool: 999_999.99 }, 999_999.99, { kind: 'pool' }],
    ['a cap with a condition that holds', { caps: [cap({ per: 'project', amount: 5, when: { fact: 'poor', operator: 'equal', value: true } })] }, { facts: { poor: true } }, {}, 5, { kind: 'cap' }],
    ['a cap with a condition that does not hold', { caps: [cap({ per: 'project', amount: 5, when: { fact: 'poor', operator: 'equal', value: true } })] }, { facts: { poor: false } }, {}, 1_000_000, { kind: 'requested' }],
    ['a cap of another category', { caps: [cap({ per: 'project', amount: 5, category: 'x' })] }, { category: 'y' }, {}, 1_000_000, { kind: 'requested' }],
    ['more given than a lowered cap', { caps: [cap({ within: 'year', amount: 5 })] }, {}, { spent: [{ amount: 9 }] }, 0, { kind: 'cap', amount: 0, total: 5, given: 9 }],
  ])('%s', (_, allocation, candidate, context, amount, binding) => {
    const award = one(allocation, candidate, context);
    expect(award?.amount).toBe(amount);
    expect(award?.binding).toMatchObject(binding);
  });

  it('names every limit that applied, in order, and of them the smallest, the earlier of equals', () => {
    const all: Allocation = {
      coFunding: { p: 1, q: 10 }, perProjectCap: 300_000, fundPerYear: { maximum: 280_000 },
      caps: [cap({ id: 'category', per: 'category', amount: 250_000 }), cap({ id: 'kind', per: 'project', amount: 250_000 })],
    };
    const project = { eligibleCost: 900_000, ownFunds: 90_000, category: 'x' };
    const award = one(all, project);
    expect(award?.limits.map(({ kind, amount }) => [kind, amount])).toEqual([
      ['requested', 1_000_000], ['eligibleCost', 900_000], ['ownShare', 810_000], ['projectCap', 300_000], ['cap', 250_000],
      ['cap', 250_000], ['yearMaximum', 280_000], ['pool', 10_000_000],
    ]);
    expect(award).toMatchObject({ status: 'funded', amount: 250_000, binding: { cap: 'kind' } });
    expect(one({ ...all, perProjectCap: 249_999.99 }, project)?.binding).toMatchObject({ kind: 'projectCap' });
    expect(one({ ...all, fundPerYear: { maximum: 249_999.99 } }, project)?.binding).toMatchObject({ kind: 'yearMaximum' });
  });

  it('takes only the pot that is short out of the running: another category goes on', () => {
    const projects = [{ id: 'A', place: 1, requested: 60, category: 'x' }, { id: 'B', place: 2, requested: 50, category: 'x' }, { id: 'C', place: 3, requested: 5, category: 'x' }, { id: 'D', place: 4, requested: 30, category: 'y' }];
    expect(given(run({ whenShort: 'stop', caps: [cap({ per: 'category', amount: 70 })] }, projects, { pool: 1000 }))).toBe('A funded 60, B notFunded, C notFunded, D funded 30');
  });

  it('rounds down to the unit and says what was taken', () => {
    const award = one({ rounding: { unit: 1000 }, coFunding: { p: 1, q: 3 } }, { eligibleCost: 100_000, ownFunds: 33_333.33 });
    expect(award).toMatchObject({ amount: 66_000, due: 66_000, rounded: { unit: 1000, from: 66_666.66 } });
    expect(one({ rounding: { unit: 100 } }, { requested: 99.99 })).toMatchObject({ amount: 0, status: 'notFunded' });
    expect(one({ rounding: { unit: 100 } }, {}, { pool: 1099.99 })).toMatchObject({ status: 'partFunded', amount: 1000, rounded: { unit: 100, from: 1099.99 } });
  });
});

describe('what is open or missing', () => {
  it('leaves a project with an open cap undecided, and those after it as far as they fit anyway', () => {
    const allocation: Allocation = { whenShort: 'skip', caps: [cap({ per: 'project', category: 'x', amount: 'UNDECIDED' })] };
    const projects = [{ id: 'A', place: 1, requested: 60, category: 'x' }, { id: 'B', place: 2, requested: 40, category: 'y' }, { id: 'C', place: 3, requested: 1, category: 'y' }];
    const result = run(allocation, projects);
    expect(given(result)).toBe('A undecided, B funded 40, C undecided');
    expect(result.awards.map(({ holes, waitsFor }) => [holes, waitsFor])).toEqual([[['/caps/0/amount'], []], [[], []], [['/caps/0/amount'], ['A']]]);
  });

  it.each<[string, Allocation, Partial<Candidate>, object]>([
    ['requested', {}, { requested: -1 }, { missing: ['requested'] }],
    ['eligible cost for the own share', { coFunding: { p: 1, q: 2 } }, {}, { missing: ['eligibleCost'] }],
    ['own funds for the own share', { coFunding: { p: 1, q: 2 } }, { eligibleCost: 2 }, { missing: ['ownFunds'] }],
    ['town for a cap by town', { caps: [cap({ per: 'town', amount: 1 })] }, {}, { missing: ['town'] }],
    ['answer for a cap by its value', { caps: [cap({ per: 'project', answer: '/kind', values: [] })] }, {}, { missing: ['/kind'] }],
    ['category for a cap of one', { caps: [cap({ category: 'x', amount: 1 })] }, {}, { missing: ['cap:cap'] }],
    ['fact for a condition', { caps: [cap({ per: 'project', amount: 1, when: { fact: 'poor', operator: 'equal', value: true } })] }, {}, { missing: ['cap:cap'] }],
    ['fund of the year', { caps: [cap({ share: { p: 1, q: 2 }, of: 'yearFund' })] }, {}, { missing: ['yearFund'] }],
    ['perProjectCap', { perProjectCap: 'UNDECIDED' }, {}, { holes: ['/perProjectCap'] }],
    ['a parameter that does not exist', { perProjectCap: { parameter: 'none' } }, {}, { holes: ['/perProjectCap'] }],
    ['coFunding', { coFunding: 'UNDECIDED' }, {}, { holes: ['/coFunding'] }],
    ['maximum of the year', { fundPerYear: { maximum: 'UNDECIDED' } }, {}, { holes: ['/fundPerYear/maximum'] }],
    ['unit of rounding', { rounding: { unit: 'UNDECIDED' } }, {}, { holes: ['/rounding/unit'] }],
    ['a unit of nothing', { rounding: { unit: 0 } }, {}, { holes: ['/rounding/unit'] }],
  ])('%s', (_, allocation, candidate, expected) => {
    expect(one(allocation, candidate)).toMatchObject({ status: 'undecided', amount: 0, ...expected });
  });

  it('never counts a cap that is open for others only', () => {
    expect(one({ caps: [cap({ per: 'project', category: 'x', amount: 'UNDECIDED' })] }, { category: 'y' })?.status).toBe('funded');
  });

  it('does not need the missing amount where nothing more is given', () => {
    const projects = [{ id: 'A', place: 1, requested: 101 }, { id: 'B', place: 2 }];
    expect(given(run({ whenShort: 'stop' }, projects))).toBe('A notFunded, B notFunded');
    expect(given(run({ whenShort: 'waitingList' }, projects))).toBe('A waiting, B undecided');
  });
});

describe('fund of the year', () => {
  it('keeps floor and ceiling apart: below the floor is a warning, and money is given all the same', () => {
    const allocation: Allocation = { whenShort: 'skip', fundPerYear: { minimum: 10_000_000 }, batchesPerYear: 2 };
    const codes = (context: Partial<AllocationContext>) => run(allocation, abc, context).problems.map(({ code, severity }) => `${code} ${severity}`);
    expect(codes({ yearFund: 9_999_999.99 })).toEqual(['allocation/fund-below-minimum warning']);
    expect([codes({ yearFund: 10_000_000 }), codes({ yearFund: 10_000_000.01 }), codes({})]).toEqual([[], [], []]);
    expect([codes({ batchNumber: 2 }), codes({ batchNumber: 3 })]).toEqual([[], ['allocation/more-batches warning']]);
  });

});

describe('own funds below the least share', () => {
  const fifth: Allocation = { whenShort: 'skip', coFunding: { p: 1, q: 5 } };
  const projects = (ownFunds: number): readonly Candidate[] => [{ id: 'A', place: 1, requested: 60, eligibleCost: 75, ownFunds }, { id: 'B', place: 2, requested: 40, eligibleCost: 50, ownFunds: 10 }, { id: 'C', place: 3, requested: 1, eligibleCost: 5, ownFunds: 1 }];

  it.each([[0, 'A undecided, B funded 40, C undecided'], [14.99, 'A undecided, B funded 40, C undecided'], [15, 'A funded 60, B funded 40, C notFunded'], [15.01, 'A funded 60, B funded 40, C notFunded']])('with %s of 15 yuan: %s', (ownFunds, expected) => {
    expect(given(run(fifth, projects(ownFunds)))).toBe(expected);
  });

  it('says how much is lacking, and keeps what the project could get', () => {
    const { awards, outcome } = run(fifth, projects(14.99));
    expect(outcome).toBe('undecided');
    expect(awards[0]).toMatchObject({ status: 'undecided', amount: 0, missing: [], holes: [], ownFundsShort: { least: 15, found: 14.99, by: 0.01, share: { p: 1, q: 5 }, of: 75 } });
    expect(awards[2]).toMatchObject({ status: 'undecided', waitsFor: ['A'] });
  });

  it('never holds part of a fen against anybody', () => {
    expect(one({ coFunding: { ownShareMinimum: { p: 1, q: 3 } } }, { eligibleCost: 100, ownFunds: 33.33 })?.status).toBe('funded');
    expect(one({ coFunding: { ownShareMinimum: { p: 1, q: 3 } } }, { eligibleCost: 100, ownFunds: 33.32 })?.status).toBe('undecided');
  });

  it('says nothing where no own funds are asked for', () => {
    expect(one({ coFunding: { p: 0, q: 1 } }, { eligibleCost: 100, ownFunds: 0 })?.status).toBe('funded');
    expect(one({ coFunding: { publicShareMaximum: { p: 1, q: 2 } } }, { eligibleCost: 100 })?.status).toBe('funded');
  });
});

describe('consent that is open', () => {
  const offer: Allocation = { whenShort: 'partFund', partFund: { consent: 'required' } };

  it('leaves undecided what a refusal would change, and names whose answer it waits for', () => {
    const result = run(offer);
    expect([given(result), result.outcome]).toEqual(['A funded 60, B partFunded 40, C undecided', 'undecided']);
    expect(result.awards[1]).toMatchObject({ awaitsConsent: true });
    expect(result.awards[2]).toMatchObject({ waitsForConsent: ['B'], holes: [] });
    expect([given(run(offer, abc, { consents: { B: true } })), given(run(offer, abc, { consents: { B: false } }))]).toEqual(['A funded 60, B partFunded 40, C notFunded', 'A funded 60, B declined, C funded 40']);
  });

  it('decides what comes out the same whatever is answered', () => {
    const town: Allocation = { ...offer, caps: [cap({ per: 'town', amount: 70 })] };
    const projects = [{ id: 'A', place: 1, requested: 60, town: 'x' }, { id: 'B', place: 2, requested: 50, town: 'x' }, { id: 'C', place: 3, requested: 30, town: 'y' }, { id: 'D', place: 4, requested: 5, town: 'x' }];
    expect(given(run(town, projects, { pool: 1000 }))).toBe('A funded 60, B partFunded 10, C funded 30, D undecided');
  });

  it('is no tie: equals whose order changes nothing wait for a consent alone', () => {
    const projects = [{ id: 'A', place: 1, requested: 80, town: 'x' }, { id: 'B', place: 1, requested: 20, town: 'y' }, { id: 'C', place: 2, requested: 70, town: 'x' }];
    expect(run({ ...offer, caps: [cap({ per: 'town', amount: 70 })] }, projects, { pool: 1000 })).toMatchObject({ openTies: [], awards: [{ status: 'partFunded', amount: 70 }, { status: 'funded' }, { status: 'undecided', waitsForConsent: ['A'] }] });
  });

  it('gives up on more open consents of equals than can be tried', () => {
    const equals = Array.from({ length: 7 }, (_, index): Candidate => ({ id: `p${index}`, place: 1, requested: 90, town: `t${index}` }));
    const result = run({ ...offer, caps: [cap({ per: 'town', amount: 10 })] }, equals, { pool: 1000 });
    expect(new Set(result.awards.map(({ status }) => status))).toEqual(new Set(['undecided']));
  });
});

describe('allocate, called wrongly', () => {
  it.each([[{}], [{ pool: -1 }], [{ pool: 1.005 }], [{ pool: '100' }], [undefined], [{ pool: 1, spent: [{ amount: -1 }] }]])('refuses the context %j', (context) => {
    expect(() => allocate({}, abc, context as AllocationContext)).toThrow(TypeError);
  });

  it('counts the first of two projects with one id', () => {
    expect(run({ whenShort: 'skip' }, [...abc, { id: 'A', place: 9, requested: 1 }])).toMatchObject({ awards: { length: 3 }, problems: [{ code: 'allocation/duplicate-candidate', pointer: '/3' }] });
  });
});

const fen = fc.integer({ min: 0, max: 30_000 }).map((value) => value / 100);
const names = fc.constantFrom('x', 'y', '__proto__', 'constructor');
const candidateList = (places: fc.Arbitrary<number | undefined>) => fc.array(fc.record({ place: places, requested: fc.option(fen, { nil: undefined }), eligibleCost: fc.option(fen, { nil: undefined }), category: fc.option(names, { nil: undefined }), town: names }), { maxLength: 9 })
  .map((list) => list.map(({ place, requested, eligibleCost, category, town }, index): Candidate => ({ id: `p${index}`, town, ...(place === undefined ? {} : { place }), ...(requested === undefined ? {} : { requested }), ...(eligibleCost === undefined ? {} : { eligibleCost }), ...(category === undefined ? {} : { category }) })));
const ratio = fc.record({ p: fc.integer({ min: 0, max: 10 }), q: fc.integer({ min: 1, max: 10 }) });
const allocations: fc.Arbitrary<Allocation> = fc.record({
  whenShort: fc.constantFrom('skip' as const, 'stop' as const, 'partFund' as const, 'waitingList' as const, 'UNDECIDED' as const),
  rounding: fc.record({ unit: fc.constantFrom(0.01, 1, 10) }), perProjectCap: fc.oneof(fen, fc.constant('UNDECIDED' as const)), coFunding: ratio,
  caps: fc.array(fc.record({ id: fc.constantFrom('c1', 'c2'), title: fc.constant(title), per: fc.constantFrom('project' as const, 'category' as const, 'town' as const, 'all' as const), within: fc.constantFrom('batch' as const, 'year' as const), amount: fen }), { maxLength: 3 })
    .map((caps) => caps.map((item, index) => ({ ...item, id: `c${index}` }))),
}, { requiredKeys: ['whenShort'] });
const cents = (value: number): number => Math.round(value * 100);
const sum = (values: readonly number[]): number => values.reduce((total, value) => total + cents(value), 0);

describe('allocate, for all allocations', () => {
  it('never gives more than the pool or any cap, nor more than was due, and adds up to the pool to the fen', () => {
    fc.assert(fc.property(allocations, candidateList(fc.option(fc.integer({ min: 1, max: 6 }), { nil: undefined })), fen, (allocation, candidates, pool) => {
      const result = allocate(allocation, candidates, { pool });
      expect(sum(result.awards.map(({ amount }) => amount))).toBe(cents(result.allocated));
      expect(cents(result.allocated) + cents(result.remainder)).toBe(cents(pool));
      expect(result.remainder).toBeGreaterThanOrEqual(0);
      for (const award of result.awards) for (const limit of award.limits) expect(cents(award.amount)).toBeLessThanOrEqual(award.amount === 0 ? cents(award.amount) : cents(limit.amount));
      for (const { id, per, amount } of allocation.caps ?? []) {
        const groups = new Map<string, number>();
        for (const award of result.awards) {
          const candidate = candidates.find((item) => item.id === award.id);
          const group = per === 'project' ? award.id : per === 'all' ? '' : String(candidate?.[per as 'town' | 'category']);
          groups.set(group, (groups.get(group) ?? 0) + cents(award.amount));
        }
        for (const total of groups.values()) expect(`${id} ${total <= cents(Number(amount))}`).toBe(`${id} true`);
      }
    }), { numRuns: 500 });
  });

  it('gives the same whatever the order of the list', () => {
    const shuffled = candidateList(fc.option(fc.integer({ min: 1, max: 4 }), { nil: undefined })).chain((list) => fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })));
    fc.assert(fc.property(allocations, shuffled, fen, (allocation, [list, other], pool) => {
      expect(allocate(allocation, other, { pool }).awards).toEqual(allocate(allocation, list, { pool }).awards);
    }), { numRuns: 300 });
  });

  const decided = fc.record({ whenShort: fc.constantFrom('skip' as const, 'stop' as const, 'partFund' as const, 'waitingList' as const) });
  const firm = { consent: 'notRequired' as const };
  const ordered = fc.array(fen, { maxLength: 8 }).map((list) => list.map((requested, index): Candidate => ({ id: `p${index}`, place: index + 1, requested })));

  it('stop, waiting list and part-funding give at least as much to each with a larger pool', () => {
    fc.assert(fc.property(fc.constantFrom('stop' as const, 'partFund' as const, 'waitingList' as const), ordered, fen, fen, (whenShort, list, pool, more) => {
      const [less, larger] = [allocate({ whenShort }, list, { pool }), allocate({ whenShort }, list, { pool: (cents(pool) + cents(more)) / 100 })];
      less.awards.forEach((award, index) => expect(larger.awards[index]?.amount).toBeGreaterThanOrEqual(award.amount));
    }), { numRuns: 300 });
  });

  it('skip gives at least as much in all as stop, and part-funding at least as much as either', () => {
    fc.assert(fc.property(ordered, fen, (list, pool) => {
      const [stop, skip, part] = (['stop', 'skip', 'partFund'] as const).map((whenShort) => allocate({ whenShort }, list, { pool }).allocated);
      expect(stop).toBeLessThanOrEqual(skip ?? 0);
      expect(skip).toBeLessThanOrEqual(part ?? 0);
    }), { numRuns: 300 });
  });

  it('decides the same as when every order of the equals is tried by hand', () => {
    const small = fc.array(fen, { minLength: 2, maxLength: 4 });
    fc.assert(fc.property(decided, small, fen, ({ whenShort }, amounts, pool) => {
      const equals = amounts.map((requested, index): Candidate => ({ id: `p${index}`, place: 1, requested }));
      const ways = orders(equals).map((order) => allocate({ whenShort, partFund: firm }, order.map((item, index) => ({ ...item, place: index + 1 })), { pool }).awards);
      for (const award of allocate({ whenShort, partFund: firm }, equals, { pool }).awards) {
        const outcomes = new Set(ways.map((awards) => awards.find(({ id }) => id === award.id)).map((found) => `${found?.status} ${found?.amount}`));
        expect(award.status === 'undecided' ? outcomes.size > 1 : outcomes.size === 1 && outcomes.has(`${award.status} ${award.amount}`)).toBe(true);
      }
    }), { numRuns: 200 });
  });
});

describe('all allocations with open consents', () => {
  it('decide the same as when every answer is tried by hand', () => {
    const amounts = fc.array(fc.integer({ min: 1, max: 60 }), { minLength: 2, maxLength: 5 });
    fc.assert(fc.property(amounts, fc.integer({ min: 0, max: 150 }), (list, pool) => {
      const projects = list.map((requested, index): Candidate => ({ id: `p${index}`, place: index + 1, requested }));
      const ways = Array.from({ length: 2 ** list.length }, (_, bits) => allocate({ whenShort: 'partFund' }, projects, { pool, consents: Object.fromEntries(projects.map(({ id }, index) => [id, Math.floor(bits / 2 ** index) % 2 === 1])) }).awards);
      for (const [index, award] of allocate({ whenShort: 'partFund' }, projects, { pool }).awards.entries()) {
        const outcomes = new Set(ways.map((awards) => `${awards[index]?.status} ${awards[index]?.amount}`));
        if (award.status !== 'undecided' && award.awaitsConsent !== true) expect([...outcomes]).toEqual([`${award.status} ${award.amount}`]);
        if (award.awaitsConsent === true) expect(outcomes).toEqual(new Set([`partFunded ${award.amount}`, 'declined 0']));
        if (award.status === 'undecided') expect(outcomes.size).toBeGreaterThan(1);
      }
    }), { numRuns: 300 });
  });
});

function orders<Item>(items: readonly Item[]): readonly (readonly Item[])[] {
  return items.length === 0 ? [[]] : items.flatMap((item) => orders(items.filter((other) => other !== item)).map((rest) => [item, ...rest]));
}
