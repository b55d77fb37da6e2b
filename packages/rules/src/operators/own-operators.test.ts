import { describe, expect, it, vi } from 'vitest';
import type { Condition, Eligibility } from '@cobuild/core';
import { compileCondition } from '../conditions/index.js';
import { checkEligibility } from '../eligibility/index.js';
import { compilePolicy } from '../policy/index.js';
import type { OwnOperator } from './index.js';

const own = (compare: OwnOperator['compare'], name = 'startsWith'): OwnOperator => ({ name, accepts: ['text'], wants: 'same', compare });
const startsWith = own((found, wanted) => String(found).startsWith(String(wanted)));
const condition = (operator: string, value: unknown = 'a'): Condition => ({ fact: 'x', operator, value: value as string });
const evaluate = (operator: OwnOperator, x: unknown, name = operator.name): unknown => compileCondition(condition(name), { operators: [operator] }).evaluate({ x });

describe('own operators', () => {
  it('compare, also behind decorators', () => {
    expect([evaluate(startsWith, 'ab'), evaluate(startsWith, 'ba'), evaluate(startsWith, 'ab', 'not:startsWith')]).toEqual([true, false, false]);
    expect(compileCondition(condition('someFact:startsWith'), { operators: [startsWith] }).evaluate({ x: ['b', 'ab'] })).toBe(true);
  });

  it('are not asked about nothing, nor about a type that they do not accept', () => {
    const compare = vi.fn(() => true);
    for (const x of [undefined, null, '', 5, ['a'], {}]) expect(evaluate(own(compare), x)).toBe('unknown');
    expect(compare).not.toHaveBeenCalled();
  });

  it.each<[unknown, unknown]>([[true, true], [false, false], ['unknown', 'unknown'], [1, true], [0, false], ['yes', true], ['', false], [null, 'unknown'], [undefined, 'unknown'], [{}, 'unknown'], [Promise.resolve(true), 'unknown']])('that return %j answer %s', (returned, answer) => {
    expect(evaluate(own(() => returned), 'a')).toBe(answer);
  });

  it('that throw or answer with nothing leave the condition unknown, and its trace says why', () => {
    const failing = compileCondition(condition('startsWith'), { operators: [own(() => { throw new Error('no map'); })] });
    expect(failing.evaluate({ x: 'a' })).toBe('unknown');
    expect(failing.trace({ x: 'a' })).toMatchObject({ result: 'unknown', failure: { code: 'operatorFailed', operator: 'startsWith', message: 'no map' } });
    expect(compileCondition(condition('not:startsWith'), { operators: [own(() => undefined)] }).trace({ x: 'a' }).failure).toEqual({ code: 'operatorAnswer', operator: 'startsWith', message: 'undefined' });
    expect(compileCondition(condition('startsWith'), { operators: [startsWith] }).trace({ x: 5 })).not.toHaveProperty('failure');
  });

  it.each(['', 'a:b', 'equal', 'not', 'someFact'])('cannot be called %j', (name) => {
    expect(() => compileCondition({ all: [] }, { operators: [own(() => true, name)] })).toThrow(TypeError);
    expect(() => compilePolicy({ eligibility: { rules: [] } }, { operators: [own(() => true, name)] })).toThrow(TypeError);
  });

  it('cannot be there twice', () => {
    expect(() => compileCondition({ all: [] }, { operators: [startsWith, startsWith] })).toThrow(/twice/);
  });

  it('serve requirements and policies, and are unknown where they are not handed in', () => {
    const title = { 'zh-CN': '要求' };
    const eligibility: Eligibility = { rules: [{ id: 'r', title, reason: title, conditions: { all: [condition('startsWith'), { fact: 'y', operator: 'equal', value: 1 }] } }] };
    const operators = [startsWith];
    expect(checkEligibility(eligibility, { x: 'ab', y: 1 }, { operators }).result).toBe('eligible');
    expect(checkEligibility(eligibility, { y: 1 }, { operators }).requirements[0]?.missing).toEqual(['x']);
    expect(compilePolicy({ eligibility }, { operators }).evaluate({ x: 'ba', y: 1 })).toMatchObject({ eligibility: 'ineligible', unmet: ['r'] });
    expect(checkEligibility(eligibility, { x: 'ab', y: 1 }).requirements[0]).toMatchObject({ met: 'unknown', missing: [] });
  });
});
