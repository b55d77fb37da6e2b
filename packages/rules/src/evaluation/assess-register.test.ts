import type { Grading } from '@cobuild/core';
import { resolveParameters } from '@cobuild/core';
import { loadSchemeFolder } from '@cobuild/core/node';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { assessRegister, assessmentSteps } from './assess-register.js';
import type { RegisterEntry } from './assess-register.js';

const { scheme } = loadSchemeFolder(fileURLToPath(new URL('../../../../examples/schemes/yangjiang-households-demo', import.meta.url)));
if (scheme === undefined) throw new Error('yangjiang-households-demo cannot be loaded');
const [year] = resolveParameters(scheme).evaluation?.gradings ?? [];
if (year === undefined) throw new Error('yangjiang-households-demo has no grading');
const grading: Grading = year;

const entry = (id: string, village: number | null, town: number | null, group = 'haitou'): RegisterEntry => ({ id, group, marks: { village, town } });

describe('assessRegister', () => {
  it('grades the households of a village by the marks of village and town, ranks them and grants their reward', () => {
    const { items, groups, grades, granted } = assessRegister(grading, [entry('a', 95, 85), entry('b', 70, 60), entry('c', 50, 40), entry('d', 90, 90)]);

    expect([...items.values()].map(({ id, score, rank, grade, reward }) => [id, score, rank, grade, reward])).toEqual([['a', '90', 1, 'good', 800], ['b', '65', 3, 'fair', 400], ['c', '45', 4, 'none', undefined], ['d', '90', 1, 'good', 800]]);
    expect(grades.map(({ filled }) => filled)).toEqual([2, 1, 1]);
    expect([granted, groups[0]?.reward.rest]).toEqual([2000, 18000]);
  });

  it.each([[89.99, 'fair'], [90, 'good'], [90.01, 'good']])('is decided by the border between two grades: %d is %s', (mark, grade) => {
    expect(assessRegister(grading, [entry('a', mark, mark)]).items.get('a')?.grade).toBe(grade);
  });

  it('holds each village to its own fund: one that is over it grants nothing, and the other is not touched', () => {
    const many = Array.from({ length: 26 }, (_, index) => entry(`x${index}`, 95, 95, 'over'));
    const { groups, granted } = assessRegister(grading, [...many, entry('a', 95, 95, 'within')]);

    expect(groups.map(({ group, reward }) => [group, reward.outcome, reward.over])).toEqual([['over', 'over', 800], ['within', 'within', undefined]]);
    expect(granted).toBe(800);
  });

  it.each([[25, 'within'], [26, 'over']])('%d households that did well are %s the fund of 20,000 yuan', (count, outcome) => {
    expect(assessRegister(grading, Array.from({ length: count }, (_, index) => entry(`x${index}`, 95, 95))).groups[0]?.reward.outcome).toBe(outcome);
  });

  it('grants nothing in a village of which a mark is missing, and says of how many', () => {
    const { groups, granted, missing } = assessRegister(grading, [entry('a', 95, 95), entry('b', 95, null)]);

    expect([groups[0]?.outcome, groups[0]?.missing, missing, granted]).toEqual(['incomplete', 1, 1, 0]);
  });

  it('goes on in steps of one village, so that a page can do something else in between', () => {
    const steps = assessmentSteps(grading, [entry('a', 95, 95, 'one'), entry('b', 95, 95, 'two'), entry('c', 95, 95, 'two')]);

    expect([steps.next().value, steps.next().value]).toEqual([{ done: 1, of: 3 }, { done: 3, of: 3 }]);
    expect(steps.next().done).toBe(true);
  });

  it('pays each entry by a rule besides', () => {
    const pay = { id: 'p', title: { 'zh-CN': '报酬' }, parts: [{ id: 'month', title: { 'zh-CN': '月数' }, kind: 'perUnit' as const, fact: 'months', amount: 3129 }] };

    expect(assessRegister(grading, [{ ...entry('a', 95, 95), facts: { months: 12 } }], { pay }).items.get('a')?.pay?.total).toBe(37548);
  });

  it('assesses 35,000 households of 700 villages', () => {
    const households = Array.from({ length: 35_000 }, (_, index) => entry(`h${index}`, 60 + (index % 41), 55 + (index % 46), `village-${index % 700}`));
    const { items, groups, granted } = assessRegister(grading, households);

    expect([items.size, groups.length]).toEqual([35_000, 700]);
    expect(granted).toBe([...items.values()].reduce((sum, { reward = 0 }) => sum + reward, 0));
  });
});
