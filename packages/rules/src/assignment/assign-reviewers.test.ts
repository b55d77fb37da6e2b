import type { Assignment } from '@cobuild/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assignReviewers } from './assign-reviewers.js';
import type { AssignmentItem, PoolReviewer } from './assign-reviewers.js';

const pool: readonly PoolReviewer[] = ['r1', 'r2', 'r3', 'r4', 'r5'].map((id, index) => ({ id, town: index === 0 ? 'hecheng' : 'yanghe', fields: index % 2 === 0 ? ['service'] : ['culture'] }));
const items: readonly AssignmentItem[] = ['c1', 'c2', 'c3', 'c4'].map((id) => ({ id, applicant: { id: `village-${id}`, town: id === 'c1' ? 'hecheng' : 'yuetang' }, facts: { category: 'service' } }));
const rule: Assignment = { method: 'lot', reviewers: 2, limit: 3, recusal: ['sameTown'] };
const seed = '2026-05-01 第7期';
const reviewersOf = (change: Partial<Assignment>, over: readonly AssignmentItem[] = items, options = {}): string[][] => assignReviewers({ ...rule, ...change }, over, pool, { seed, ...options }).items.map(({ reviewers }) => [...reviewers]);

describe('row 40: reviewers are assigned by rule, load or lot', () => {
  it('draws the same reviewers again from the same seed, others from another', () => {
    expect(reviewersOf({})).toEqual(reviewersOf({}));
    const seeds = new Set(Array.from({ length: 20 }, (_, index) => JSON.stringify(reviewersOf({}, items, { seed: `种子${index}` }))));
    expect(seeds.size).toBeGreaterThan(10);
    expect(assignReviewers(rule, items, pool, { seed }).seed).toBe(seed);
  });

  it('never assigns somebody who has a conflict, and says which', () => {
    const result = assignReviewers({ ...rule, reviewers: 4 }, items.slice(0, 1), pool, { seed });
    expect(result.items[0]?.reviewers).not.toContain('r1');
    expect(result.items[0]?.passedOver).toContainEqual({ reviewer: 'r1', why: 'recused', ground: 'sameTown' });
    const declared = [{ id: 'c9', declared: [{ reviewer: 'r2', ground: 'kin' as const, reason: '与负责人是亲属' }] }];
    expect(assignReviewers({ ...rule, reviewers: 5 }, declared, pool, { seed }).items[0]).toMatchObject({ short: 1, passedOver: [{ reviewer: 'r2', why: 'recused', ground: 'kin', reason: '与负责人是亲属' }] });
  });

  it('gives work to those with the least, in the order of the pool', () => {
    expect(reviewersOf({ method: 'load', recusal: [] })).toEqual([['r1', 'r2'], ['r3', 'r4'], ['r5', 'r1'], ['r2', 'r3']]);
    expect(reviewersOf({ method: 'load', recusal: [] }, items.slice(0, 1), { load: { r1: 2, r2: 1 } })).toEqual([['r3', 'r4']]);
  });

  it('asks only those whose field it is, where the rule is the field', () => {
    const result = assignReviewers({ ...rule, method: 'rule', match: { fact: 'category' }, recusal: [] }, items.slice(0, 2), pool);
    expect(result.items.map(({ reviewers }) => reviewers)).toEqual([['r1', 'r3'], ['r5', 'r1']]);
    expect(result.items[0]?.passedOver).toEqual([{ reviewer: 'r2', why: 'otherField' }, { reviewer: 'r4', why: 'otherField' }]);
  });

  it.each([[1, 'short'], [2, 'assigned'], [3, 'assigned']])('with at most %d applications each is %s for four with two reviewers', (limit, outcome) => {
    const four = pool.slice(1);
    expect(assignReviewers({ ...rule, limit, recusal: [] }, items, four, { seed }).outcome).toBe(outcome);
  });

  it('names what is open, and assigns nobody', () => {
    expect(assignReviewers({ method: 'UNDECIDED', reviewers: 'UNDECIDED', limit: 3 }, items, pool)).toMatchObject({ outcome: 'undecided', holes: ['method', 'reviewers'], items: [] });
    expect(assignReviewers({ ...rule, method: 'rule' }, items, pool).holes).toEqual(['match']);
    expect(() => assignReviewers(rule, items, pool)).toThrow(TypeError);
  });

  it('goes beyond no limit, asks nobody twice and recuses whoever it may be, for all pools', () => {
    const people = fc.uniqueArray(fc.record({ id: fc.constantFrom('a', 'b', 'c', 'd', '__proto__'), town: fc.constantFrom('hecheng', 'yanghe') }), { selector: ({ id }) => id });
    const cases = fc.uniqueArray(fc.record({ id: fc.constantFrom('1', '2', '3', '4', '5', '6'), applicant: fc.record({ id: fc.constant('v'), town: fc.constantFrom('hecheng', 'x') }) }), { selector: ({ id }) => id });
    fc.assert(fc.property(people, cases, fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 3 }), fc.constantFrom('lot' as const, 'load' as const), fc.string({ minLength: 1 }), (any, list, reviewers, limit, method, word) => {
      const result = assignReviewers({ method, reviewers, limit, recusal: ['sameTown'] }, list, any, { seed: word });
      const times = new Map<string, number>();
      result.items.forEach(({ reviewers: chosen, short }, index) => {
        expect(new Set(chosen).size).toBe(chosen.length);
        expect(chosen.length + short).toBe(reviewers);
        for (const id of chosen) {
          times.set(id, (times.get(id) ?? 0) + 1);
          expect(any.find((person) => person.id === id)?.town).not.toBe(list[index]?.applicant.town);
        }
      });
      expect([...times.values()].every((count) => count <= limit)).toBe(true);
      expect(result.loads.map(({ reviewer, count }) => [reviewer, count])).toEqual(any.map(({ id }) => [id, times.get(id) ?? 0]));
    }));
  });
});
