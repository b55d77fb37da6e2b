import type { Scheme, SchemeTest } from '@cobuild/core';
import { chinaCalendar, withValueAt } from '@cobuild/core';
import { describe, expect, it } from 'vitest';
import { approved, moneyScheme, moneyTests } from '../../test/money-scheme.js';
import { explainFailedTest } from './explain-test.js';
import { runSchemeTests } from './run-scheme-tests.js';

const of = (id: string): SchemeTest => {
  const test = moneyTests.find((each) => each.id === id);
  if (test === undefined) throw new Error(`no test ${id}`);
  return test;
};
const differences = (test: SchemeTest, scheme: Scheme = moneyScheme): unknown => runSchemeTests({ ...scheme, tests: [test] }, { calendar: chinaCalendar })[0]?.differences;
const words = (test: SchemeTest, locale: 'zh-CN' | 'en' = 'zh-CN', scheme: Scheme = moneyScheme): ReturnType<typeof explainFailedTest> => {
  const [result] = runSchemeTests({ ...scheme, tests: [test] }, { calendar: chinaCalendar });
  return explainFailedTest(scheme, test, result ?? { differences: [] }, { calendar: chinaCalendar, locale });
};

describe('a test of a batch', () => {
  const batch = { pool: 160000, cases: [approved('a', 90, 90000), approved('b', 80, 80000, {}, 'south')] };

  it.each<[number, number, number, number]>([[159900, 80000, 0, 79900], [160000, 80000, 80000, 0], [160100, 80000, 80000, 100]])('with %i gives %i and %i and leaves %i', (pool, a, b, left) => {
    const wide = withValueAt(moneyScheme, '/allocation/caps', []) as Scheme;
    expect(differences({ id: 't', description: 't', batch: { ...batch, pool }, expect: { awards: { a, b }, left } }, wide)).toEqual([]);
  });

  it('names the awards that came out otherwise, and of them what was asked after', () => {
    expect(differences({ ...of('one-town'), expect: { awards: { a: 79900, b: { amount: 20000, by: 'pool' }, c: null }, left: 220100 } })).toEqual([
      { field: 'awards', expected: { a: 79900, b: { amount: 20000, by: 'pool' }, c: null }, actual: { a: 80000, b: { amount: 20000, by: 'requested' }, c: 0 } },
    ]);
  });

  it('has no award for a case that was not approved, and says what became of it', () => {
    const waiting = { ...approved('b', 80, 100), reviews: [] };
    const test: SchemeTest = { id: 't', description: 't', batch: { pool: 1000, cases: [waiting] }, expect: { awards: { b: 100 } } };
    expect(differences(test)).toEqual([{ field: 'awards', expected: { b: 100 }, actual: { b: null } }]);
    expect(words(test).differences).toEqual(['资助金额：应为 b 100.00 元，实为 b 不参加分配']);
    expect(words(test).explanation.join('')).toContain('b：');
    expect(differences({ ...test, expect: { awards: { b: null } } })).toEqual([]);
  });

  it('tells an undecided award from one of nothing', () => {
    const open = withValueAt(moneyScheme, '/allocation/perProjectCap', 'UNDECIDED') as Scheme;
    const test: SchemeTest = { id: 't', description: 't', batch: { pool: 1000, cases: [approved('a', 90, 100)] }, expect: { awards: { a: 0 } } };
    expect(differences(test, open)).toEqual([{ field: 'awards', expected: { a: 0 }, actual: { a: 'undecided' } }]);
    expect(words(test, 'zh-CN', open).differences).toEqual(['资助金额：应为 a 0.00 元，实为 a 还不能确定']);
    expect(differences({ ...test, expect: { awards: { a: { status: 'undecided', amount: 0 } } } }, open)).toEqual([]);
  });

  it('says which cap bound, in both languages', () => {
    const test: SchemeTest = { ...of('one-town'), expect: { awards: { c: { amount: 100, status: 'funded', by: 'requested' } }, left: 220000 } };
    expect(words(test)).toEqual({
      differences: ['资助金额：应为 c 100.00 元，全额资助，由“申请金额”决定，实为 c 0.00 元，没有资助，由“每个镇街合计”决定', '结余：应为 220,000.00 元，实为 220,100.00 元'],
      explanation: ['本批资金400,000.00 元，安排3个项目，共179,900.00 元，剩余220,100.00 元。', '“c”：不安排资金。应得100.00 元，而“每个镇街合计”（north）只剩0.00 元。'],
    });
    expect(words(test, 'en')).toEqual({
      differences: ['awards: expected c CNY 100.00, funded, decided by “the amount asked for”, found c CNY 0.00, not funded, decided by “每个镇街合计”', 'left: expected CNY 220,000.00, found CNY 220,100.00'],
      explanation: ['Projects funded: 3. Of CNY 400,000.00 in this batch they get CNY 179,900.00; CNY 220,100.00 are left.', '"c" gets nothing. CNY 100.00 would be due, but "每个镇街合计" (north) has CNY 0.00 left.'],
    });
  });

  it('reads the money of the batch from the context where it has none of its own, and the parameters that it sets', () => {
    const cases = [approved('a', 90, 80000), approved('b', 80, 80000)];
    expect(differences({ id: 't', description: 't', batch: { context: { pool: 400000 }, cases }, set: { townCap: 160000 }, expect: { awards: { a: 80000, b: 80000 }, left: 240000 } })).toEqual([]);
    expect(differences({ id: 't', description: 't', batch: { pool: 400001, context: { pool: 1 }, cases }, expect: { awards: { a: 80000, b: 0 }, left: 320001 } })).toEqual([]);
  });

  it('fails, and does not throw, where its amounts are together more than can be counted', () => {
    const spent = Array.from({ length: 3 }, () => ({ amount: 90_000_000_000_000 }));
    expect(differences({ id: 't', description: 't', batch: { pool: 1, context: { spent }, cases: [approved('a', 90, 1)] }, expect: { left: 1 } })).toEqual([{ field: 'left', expected: 1, actual: null }]);
  });
});

describe('a test of a grading', () => {
  it('compares grade, mark and reward, and what the pot leaves', () => {
    const test: SchemeTest = { ...of('four-projects'), expect: { grades: { p1: 'second', p4: { grade: null, score: 60.5 } }, left: 1 } };
    expect(differences(test)).toEqual([
      { field: 'grades', expected: { p1: 'second', p4: { grade: null, score: 60.5 } }, actual: { p1: 'first', p4: { grade: 'third', score: '60' } } }, { field: 'left', expected: 1, actual: 0 },
    ]);
    expect(words(test).differences).toEqual(['等次：应为 p1 二等；p4 没有等次，得分 60.5，实为 p1 一等；p4 三等，得分 60', '结余：应为 1.00 元，实为 0.00 元']);
    expect(words(test).explanation[0]).toContain('年度评定');
  });

  it.each([[11999.99, null], [12000, 0], [12000.01, 0.01]])('with a pot of %d leaves %j', (pot, left) => {
    const own = withValueAt(moneyScheme, '/evaluation/gradings/0/pot', pot) as Scheme;
    expect(differences({ ...of('four-projects'), expect: { grades: { p1: { grade: 'first', reward: left === null ? null : 6000 } as never } } }, own)).toEqual([]);
    expect(differences({ ...of('four-projects'), expect: { left: 7 } }, own)).toEqual([{ field: 'left', expected: 7, actual: left }]);
  });

  it('fails where the scheme has no such grading', () => {
    expect(differences(of('four-projects'), withValueAt(moneyScheme, '/evaluation/gradings', []) as Scheme)).not.toEqual([]);
  });
});

describe('a test of pay', () => {
  it.each([[899, -5], [900, 1000], [901, 1005]])('of %i points gives %i', (points, total) => {
    expect(differences({ id: 't', description: 't', pay: { rule: 'points', facts: { points } }, expect: { total } })).toEqual([]);
  });

  it('writes the sum out', () => {
    const test: SchemeTest = { ...of('at-the-start'), expect: { total: 1000 } };
    expect(words(test).differences).toEqual(['金额：应为 1,000.00 元，实为 1,010.00 元']);
    expect(words(test).explanation.join('')).toContain('1000＋5×（902－900）＝1010');
  });

  it('has no total where a fact is missing', () => {
    expect(differences({ id: 't', description: 't', pay: { rule: 'points', facts: {} }, expect: { total: null } })).toEqual([]);
  });
});

describe('a test of a payment', () => {
  it.each([[199, 199], [200, 200], [201, 200]])('that asks for %i of 200 left allows %i', (amount, allowed) => {
    const { payment } = of('illness');
    if (payment === undefined) throw new Error('no payment');
    expect(differences({ id: 't', description: 't', payment: { ...payment, amount }, expect: { allowed } })).toEqual([]);
  });

  it('names the cap', () => {
    const test: SchemeTest = { ...of('illness'), expect: { allowed: 300, by: 'nothing' } };
    expect(words(test).differences).toEqual(['可支付金额：应为 300.00 元，实为 200.00 元', '起作用的上限：应为 “nothing”，实为 “大病慰问”']);
    expect(words(test).explanation.join('')).toContain('大病慰问');
  });
});
