import { fileURLToPath } from 'node:url';
import type { Scheme, SchemeTest } from '@cobuild/core';
import { chinaCalendar, withValueAt } from '@cobuild/core';
import { readSchemeFolder } from '@cobuild/core/node';
import { describe, expect, it } from 'vitest';
import { checkScheme } from '../check-scheme.js';
import type { UnpinnedThreshold } from './find-unpinned.js';
import { findUnpinned } from './find-unpinned.js';

const examples = fileURLToPath(new URL('../../../../../examples/schemes/', import.meta.url));
const load = (name: string): Scheme => {
  const { scheme } = checkScheme(readSchemeFolder(examples + name));
  if (scheme === undefined) throw new Error(`${name} does not load`);
  return scheme;
};
const demo = load('gaoming-demo');
const without = (scheme: Scheme, ...ids: readonly string[]): readonly UnpinnedThreshold[] => findUnpinned({ ...scheme, tests: (scheme.tests ?? []).filter(({ id }) => !ids.includes(id)) }, { calendar: chinaCalendar });
const places = (found: readonly UnpinnedThreshold[]): string[] => found.map(({ pointer, unnoticed }) => `${pointer} ${JSON.stringify(unnoticed)}`);

describe('findUnpinned', () => {
  it.each(['gaoming', 'gaoming-demo', 'sanshui-xinan'])('finds every threshold of %s pinned by its own tests', (name) => {
    expect(places(without(load(name)))).toEqual([]);
  });

  it.each([
    [['above-cap-by-a-fen'], ['/parameters/perProjectCap/value [200000.01]']],
    [['at-cap'], []],
    [['at-cap', 'batch-with-money-enough'], ['/parameters/perProjectCap/value [199999.99]', '/eligibility/rules/12/conditions/all/0/operator ["lessThan"]', '/parameters/ownFundsShare/value [{"p":1,"q":100}]']],
    [['quorum-without-the-recused'], ['/thresholds/0/quorum/base ["appointed"]']],
    [['twelve-of-23-present-fails'], ['/parameters/voteBase/value ["present"]']],
  ])('misses what the tests %j pinned', (ids, expected) => {
    expect(places(without(demo, ...ids))).toEqual(expected);
  });

  it('lets a test of a batch pin what no case shows', () => {
    expect(places(without(demo, 'batch-with-money-enough'))).toEqual(['/parameters/ownFundsShare/value [{"p":1,"q":100}]']);
  });

  it('tells a case at the limit with what the scheme decides there', () => {
    const [cap] = without(demo, 'above-cap-by-a-fen');
    expect(cap?.suggestion?.case?.answers['amountRequested']).toBe(200000.01);
    expect(cap?.suggestion?.expect).toMatchObject({ outcome: 'ineligible', eligibility: 'ineligible' });
    const [base] = without(demo, 'twelve-of-23-present-fails');
    expect(base?.suggestion?.expect).toMatchObject({ vote: 'failed' });
  });

  it('does not count a test that sets the parameter itself', () => {
    const set = (demo.tests ?? []).map((test): SchemeTest => (test.id === 'above-cap-by-a-fen' ? { ...test, set: { perProjectCap: 200000 } } : test));
    expect(places(findUnpinned({ ...demo, tests: set }, { calendar: chinaCalendar }))).toEqual(['/parameters/perProjectCap/value [200000.01]']);
  });

  it('does not count a test that fails anyway', () => {
    const failing = (demo.tests ?? []).map((test): SchemeTest => (test.id === 'at-cap' ? { ...test, expect: { eligibility: 'ineligible' } } : test));
    expect(places(findUnpinned({ ...demo, tests: failing }, { calendar: chinaCalendar }))).toEqual(places(without(demo, 'at-cap')));
  });

  it('leaves out a limit whose change makes no difference to anybody', () => {
    const index = demo.eligibility.rules.findIndex(({ id }) => id === 'opinions-collected');
    const limit = (value: number): Scheme => withValueAt(demo, `/eligibility/rules/${index}/conditions/all/0/value`, value) as Scheme;
    // The form lets no negative number through: above -5 and above -4 are the same people.
    expect(places(without(limit(-5)))).toEqual([]);
  });
});
