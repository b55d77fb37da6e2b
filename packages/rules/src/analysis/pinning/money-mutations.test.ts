import type { Scheme } from '@cobuild/core';
import { chinaCalendar, withValueAt } from '@cobuild/core';
import { describe, expect, it } from 'vitest';
import { moneyScheme, moneyTests } from '../../../test/money-scheme.js';
import { runSchemeTests } from '../../scheme-tests/index.js';
import type { UnpinnedThreshold } from './find-unpinned.js';
import { findUnpinned } from './find-unpinned.js';
import { moneyMutations } from './money-mutations.js';

const found = (scheme: Scheme): readonly UnpinnedThreshold[] => findUnpinned(scheme, { calendar: chinaCalendar });
const without = (...ids: readonly string[]): readonly UnpinnedThreshold[] => found({ ...moneyScheme, tests: moneyTests.filter(({ id }) => !ids.includes(id)) });
const places = (unpinned: readonly UnpinnedThreshold[]): string[] => unpinned.map(({ pointer, unnoticed }) => `${pointer} ${JSON.stringify(unnoticed)}`);
const mutants = (scheme: Scheme, place: string): readonly unknown[] => moneyMutations(scheme).filter(({ pointer }) => pointer === place).map(({ mutant }) => mutant);

describe('numbers that decide amounts', () => {
  it('are pinned by the tests of the scheme, all of which pass', () => {
    expect(runSchemeTests(moneyScheme, { calendar: chinaCalendar }).filter(({ passed }) => !passed)).toEqual([]);
    expect(places(found(moneyScheme))).toEqual([]);
  });

  it.each<[readonly string[], readonly string[]]>([
    [['above-the-cap'], ['/allocation/perProjectCap [80100]']],
    [['own-share'], ['/allocation/coFunding [{"p":19,"q":100},{"p":21,"q":100}]']],
    [['half-for-roads'], ['/allocation/caps/1/share [{"p":51,"q":100}]']],
    [['year-used-up'], ['/allocation/fundPerYear/maximum [299900,300100]']],
    [['illness'], ['/smallCaps/0/amount [499,501]']],
    [['at-the-start'], ['/evaluation/pay/0/spread/over [11,13]', '/evaluation/pay/0/parts/0/segments/1/perUnit [4,6]']],
  ])('are missed without the tests %j', (ids, expected) => {
    expect(places(without(...ids)).sort()).toEqual([...expected].sort());
  });

  it('are all missed where no test is about them', () => {
    const pointers = found({ ...moneyScheme, tests: [] }).map(({ pointer }) => pointer).sort();
    expect(pointers).toEqual([
      '/parameters/townCap/value', '/allocation/fundPerYear/maximum', '/allocation/perProjectCap', '/allocation/coFunding', '/allocation/caps/1/share', '/allocation/rounding/unit', '/smallCaps/0/amount',
      '/evaluation/gradings/0/pot', '/evaluation/gradings/0/grades/0/places/count', '/evaluation/gradings/0/grades/0/reward', '/evaluation/gradings/0/grades/1/places/share', '/evaluation/gradings/0/grades/1/reward',
      '/evaluation/pay/0/spread/over', '/evaluation/pay/0/parts/0/segments/0/perUnit', '/evaluation/pay/0/parts/0/segments/0/start', '/evaluation/pay/0/parts/0/segments/1/from', '/evaluation/pay/0/parts/0/segments/1/base',
      '/evaluation/pay/0/parts/0/segments/1/perUnit', '/evaluation/pay/0/parts/0/segments/1/start',
    ].sort());
    expect(found({ ...moneyScheme, tests: [] }).find(({ pointer }) => pointer === '/smallCaps/0/amount')).toMatchObject({ input: 'payment' });
  });

  it('move in their own unit and legal range', () => {
    expect(mutants(moneyScheme, '/allocation/perProjectCap')).toEqual([79900, 80100]);
    expect(mutants(withValueAt(moneyScheme, '/allocation/rounding/unit', 0.01) as Scheme, '/allocation/perProjectCap')).toEqual([79999, 80001]);
    expect(mutants(withValueAt(moneyScheme, '/allocation/rounding/unit', 1) as Scheme, '/allocation/rounding/unit')).toEqual([2]);
    expect(mutants(withValueAt(moneyScheme, '/allocation/coFunding', { p: 0, q: 1 }) as Scheme, '/allocation/coFunding')).toEqual([{ p: 1, q: 100 }]);
    expect(mutants(withValueAt(moneyScheme, '/allocation/coFunding', { p: 1, q: 1 }) as Scheme, '/allocation/coFunding')).toEqual([{ p: 99, q: 100 }]);
    expect(mutants(withValueAt(moneyScheme, '/evaluation/gradings/0/grades/0/places', { count: 0 }) as Scheme, '/evaluation/gradings/0/grades/0/places/count')).toEqual([1]);
    expect(mutants(moneyScheme, '/evaluation/gradings/0/grades/1/places/share')).toEqual([{ p: 1, q: 4 }, { p: 3, q: 4 }]);
    expect(mutants(withValueAt(moneyScheme, '/parameters/townCap/maximum', 100000) as Scheme, '/parameters/townCap/value')).toEqual([99900]);
  });

  it('leave out what is undecided', () => {
    expect(places(found(withValueAt(moneyScheme, '/smallCaps/0/amount', 'UNDECIDED') as Scheme))).toEqual([]);
  });

  it('are not seen by a test that sets the parameter itself, nor by one that fails anyway', () => {
    const change = (of: object): Scheme => ({ ...moneyScheme, tests: moneyTests.map((test) => (test.id === 'one-town' ? { ...test, ...of } : test)) });
    expect(places(found(change({ set: { townCap: 100000 } })))).toContain('/parameters/townCap/value [99900,100100]');
    expect(places(found(change({ expect: { left: 1 } })))).toContain('/parameters/townCap/value [99900,100100]');
  });

  it('are pinned by a suggestion that names more in a test that is there, or asks for an amount of pay just at the limit', () => {
    const vague = moneyTests.map((test) => (test.id === 'above-the-cap' ? { ...test, expect: { awards: { a: { by: 'projectCap' } } } } : test));
    const [cap] = found({ ...moneyScheme, tests: vague });
    expect(cap).toMatchObject({ pointer: '/allocation/perProjectCap', suggestion: { id: 'above-the-cap', expect: { awards: { a: { amount: 80000, by: 'projectCap' } } } } });
    const [edge] = found({ ...moneyScheme, tests: moneyTests.filter(({ id }) => id !== 'at-the-edge' && id !== 'just-below-the-edge') }).filter(({ pointer }) => pointer.endsWith('/from'));
    expect(edge).toMatchObject({ input: 'pay', suggestion: { pay: { facts: { points: 899 } }, expect: { total: -5 } } });
  });

  it('leave out an edge where both segments give the same on either side', () => {
    const smooth = withValueAt(moneyScheme, '/evaluation/pay/0/parts/0/segments/1/base', 0) as Scheme;
    expect(found({ ...smooth, tests: [] }).filter(({ pointer }) => pointer.endsWith('/from'))).toEqual([]);
  });
});
