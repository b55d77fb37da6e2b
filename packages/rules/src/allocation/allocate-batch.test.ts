import { chinaCalendar } from '@cobuild/core';
import type { Allocation, Case, Scheme } from '@cobuild/core';
import { describe, expect, it } from 'vitest';
import { applicant, members, scheme } from '../../test/case-scheme.js';
import type { AllocateBatchOptions } from './allocate-batch.js';
import { allocateBatch } from './allocate-batch.js';

const terms: Allocation = { ranking: [{ by: 'votes' }], ties: [{ by: 'lot' }], whenShort: 'stop', perProjectCap: { parameter: 'cap' } };
const funded = (allocation: Allocation = terms): Scheme => ({ ...scheme, allocation, parameters: { ...scheme.parameters, cap: { title: { 'zh-CN': '上限' }, type: 'money', value: 60, overlay: 'any' } } });
const caseOf = (id: string, yes: number, amountRequested: unknown, more: Partial<Case> = {}): Case => ({
  id, submittedAt: '2026-03-02T09:00:00+08:00', applicant, answers: { projectName: id, households: 25, amountRequested },
  reviews: [{ stage: 'preliminary', outcome: 'forward' }, { stage: 'officeCheck', outcome: 'accept' }],
  meeting: { members, present: ['m1', 'm2', 'm3', 'm4', 'm5'], ballots: ['m1', 'm2', 'm3', 'm4', 'm5'].map((member, index) => ({ member, choice: index < yes ? 'yes' as const : 'no' as const })) }, ...more,
});
const run = (cases: readonly Case[], options: Partial<AllocateBatchOptions> = {}, on = funded()) => allocateBatch(on, cases, { calendar: chinaCalendar, pool: 100, ...options });
const awards = (...args: Parameters<typeof run>) => run(...args).decisions.map(({ id, outcome, award }) => [id, outcome, award]);

describe('allocateBatch', () => {
  it('gives money to those who passed, by votes, and none to the others', () => {
    const cases = [caseOf('few', 3, 50), caseOf('lost', 2, 10), caseOf('many', 5, 70), caseOf('early', 5, 10, { reviews: [] }), caseOf('unfit', 5, 10, { answers: { households: 1, amountRequested: 10 } })];
    expect(awards(cases)).toEqual([['few', 'pending', 0], ['lost', 'notApproved', null], ['many', 'pending', 60], ['early', 'pending', null], ['unfit', 'ineligible', null]]);
    expect(awards(cases, { pool: 110 })[0]).toEqual(['few', 'pending', 50]);
    expect(awards(cases, { parameters: { cap: 40 } }).map(([, , award]) => award)).toEqual([40, null, 40, null, null]);
  });

  it('settles a tie by the scheme’s rule where its order changes who gets what, and leaves it open without the lot', () => {
    const cases = [caseOf('a', 4, 50), caseOf('b', 4, 60), caseOf('c', 5, 20)];
    const open = run(cases);
    expect(open.decisions.map(({ award }) => award)).toEqual([null, null, 20]);
    expect(open.settled).toMatchObject({ outcome: 'open', open: [{ needs: 'seed' }] });
    expect(open.allocation).toMatchObject({ openTies: [{ needs: 'seed' }], holes: [] });
    const drawn = run(cases, { tieEvidence: { seed: '2026-05-01/27' } });
    expect(drawn.settled?.settlements[0]?.steps[0]).toMatchObject({ by: 'lot', seed: '2026-05-01/27' });
    expect(drawn.allocation.outcome).toBe('allocated');
    expect(drawn.allocation.openTies).toEqual([]);
    expect(run(cases, { pool: 130 })).toMatchObject({ allocation: { outcome: 'allocated' } });
    expect(run(cases, { pool: 130 })).not.toHaveProperty('settled');
  });

  it('settles a tie that matters only once an earlier one is settled', () => {
    const cases = [caseOf('a', 5, 60), caseOf('b', 5, 41), caseOf('c', 4, 40), caseOf('d', 4, 59)];
    const result = run(cases, { tieEvidence: { seed: 'x' } }, funded({ ...terms, whenShort: 'skip' }));
    expect(result.allocation).toMatchObject({ outcome: 'allocated', openTies: [] });
    expect(result.allocation.allocated).toBeGreaterThan(40);
  });

  it('says what is open: no order, no rule when short, no amount', () => {
    const cases = [caseOf('a', 4, 60), caseOf('b', 5, 60)];
    expect(run(cases, {}, funded({ whenShort: 'stop' })).allocation).toMatchObject({ outcome: 'undecided', holes: ['/ranking'] });
    expect(run(cases, {}, scheme).allocation.outcome).toBe('undecided');
    expect(run(cases, { pool: 120 }, scheme).decisions.map(({ award }) => award)).toEqual([60, 60]);
    expect(run([caseOf('a', 4, '60')]).allocation.awards[0]).toMatchObject({ status: 'undecided', missing: ['requested'] });
  });

  it('reads amounts, category and facts where the scheme says', () => {
    const allocation: Allocation = {
      ...terms, reads: { requested: '/money/asked', eligibleCost: '/money/cost', category: '/kind' },
      caps: [{ id: 'k', title: { 'zh-CN': '服务类' }, per: 'project', values: [{ is: 'service', amount: 30 }] }, { id: 'f', title: { 'zh-CN': '大村' }, per: 'project', amount: 20, when: { fact: 'households', operator: 'greaterThan', value: 30 } }],
    };
    const asked = (kind: string, households: number) => run([caseOf('a', 5, 0, { answers: { projectName: 'a', households, kind, money: { asked: 70, cost: 50 } } })], {}, funded(allocation)).allocation.awards[0];
    expect([asked('works', 25), asked('service', 25), asked('service', 31)].map((award) => [award?.amount, award?.binding?.cap ?? award?.binding?.kind])).toEqual([[50, 'eligibleCost'], [30, 'k'], [20, 'f']]);
  });

  it('is undecided while a cap waits for the district', () => {
    expect(run([caseOf('a', 5, 10)], { parameters: { cap: 'UNDECIDED' } }).allocation).toMatchObject({ outcome: 'undecided', holes: ['/perProjectCap'] });
  });

  it('throws without a pool', () => {
    expect(() => allocateBatch(funded(), [], { calendar: chinaCalendar } as AllocateBatchOptions)).toThrow(TypeError);
  });
});
