import type { SmallCap } from '@cobuild/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkSmallCaps } from './check-small-caps.js';
import { limitPayment } from './limit-payment.js';
import type { SmallPayment } from './small-cap-types.js';

const title = { 'zh-CN': '上限' };
/** Ruyuan: serving the masses, by kind; where the text gives no time the year is taken, so that a second payment counts. */
const ruyuan: readonly SmallCap[] = [
  { id: 'illness', title, kinds: ['illness'], per: 'person', period: 'year', amount: 500 },
  { id: 'bereavement', title, kinds: ['bereavement'], per: 'household', period: 'year', amount: 500 },
  { id: 'disaster', title, kinds: ['disaster'], per: 'household', period: 'year', amount: 800 },
  { id: 'festival', title, kinds: ['festival'], per: 'person', period: 'each', amount: 300, onlyIf: { fact: 'festival', operator: 'in', value: ['春节', '七一'] } },
  { id: 'event', title, kinds: ['event'], per: 'event', period: 'ever', amount: 12_000 },
  { id: 'other', title, kinds: ['other'], per: 'household', period: 'each', amount: 2000 },
  { id: 'village', title, per: 'village', period: 'year', amount: 60_000, when: { fact: 'level', operator: 'equal', value: 'village' } },
  { id: 'office', title, per: 'village', period: 'year', amount: 100_000, when: { fact: 'level', operator: 'equal', value: 'office' } },
];
const payment = (kind: string, amount: number, more: Partial<SmallPayment> = {}): SmallPayment => ({ id: 'new', date: '2026-02-10', kind, amount, person: 'p1', household: 'h1', event: 'e1', village: 'v1', facts: { level: 'village', festival: '春节' }, ...more });
const paid = (kind: string, amount: number, more: Partial<SmallPayment> = {}): SmallPayment => payment(kind, amount, { id: `${kind}${amount}${JSON.stringify(more)}`, ...more });
const limit = (asked: SmallPayment, before: readonly SmallPayment[] = []) => limitPayment(ruyuan, before, asked);

describe('row 73: small caps per person, household, event and year', () => {
  it.each([['illness', 500], ['bereavement', 500], ['disaster', 800], ['festival', 300], ['event', 12_000], ['other', 2000]])('%s: %s yuan and not a fen more', (kind, most) => {
    expect(limit(payment(kind, most - 0.01))).toMatchObject({ outcome: 'allowed', allowed: most - 0.01 });
    expect(limit(payment(kind, most))).toMatchObject({ outcome: 'allowed', allowed: most });
    expect(limit(payment(kind, most + 0.01))).toMatchObject({ outcome: 'reduced', allowed: most, binding: { cap: kind, left: most } });
  });

  it.each([['village', 60_000], ['office', 100_000]])('%s: %s yuan a year', (level, most) => {
    const facts = { level };
    const before = [paid('own', most - 1000, { facts }), paid('own', 900, { facts, date: '2026-12-31' }), paid('own', 500, { facts, date: '2025-12-31' }), paid('own', 500, { facts, village: 'v2' })];
    const ask = (amount: number) => limit(payment('own', amount, { facts, date: '2026-01-01' }), before);
    expect([ask(99.99).outcome, ask(100).outcome, ask(100.01).outcome]).toEqual(['allowed', 'allowed', 'reduced']);
    expect(ask(100.01)).toMatchObject({ allowed: 100, binding: { cap: level, amount: most, counted: most - 100, payments: 2, left: 100, of: 'v1', time: '2026' } });
  });

  it('reads the parameters of the scheme in its conditions; one that is not decided leaves the payment open', () => {
    const listed: SmallCap = { id: 'festival', title, kinds: ['festival'], per: 'person', amount: 300, onlyIf: { fact: 'festival', operator: 'in', value: { fact: 'parameters', path: '$.listedFestivals' } } };
    const ask = (parameters: Record<string, unknown>) => limitPayment([listed], [], payment('festival', 300), { parameters }).outcome;
    expect([ask({ listedFestivals: ['春节'] }), ask({ listedFestivals: ['七一'] }), ask({})]).toEqual(['allowed', 'refused', 'undecided']);
  });

  it('counts the year by person and by household', () => {
    expect(limit(payment('illness', 200), [paid('illness', 300)]).outcome).toBe('allowed');
    expect(limit(payment('illness', 200.01), [paid('illness', 300)])).toMatchObject({ outcome: 'reduced', allowed: 200 });
    expect(limit(payment('illness', 500), [paid('illness', 500, { person: 'p2' })]).outcome).toBe('allowed');
    expect(limit(payment('illness', 1), [paid('illness', 500)])).toMatchObject({ outcome: 'refused', allowed: 0, binding: { left: 0 } });
    expect(limit(payment('disaster', 800), [paid('disaster', 800, { person: 'p2' })]).outcome).toBe('refused');
    expect(limit(payment('disaster', 800, { date: '2027-01-01' }), [paid('disaster', 800)]).outcome).toBe('allowed');
  });

  it('counts what one event gets however long it takes, and other help each time', () => {
    expect(limit(payment('event', 2000.01), [paid('event', 10_000, { date: '2024-05-01' })])).toMatchObject({ outcome: 'reduced', allowed: 2000 });
    expect(limit(payment('other', 2000), [paid('other', 2000)]).outcome).toBe('allowed');
  });

  it('pays festival visits on listed festivals only', () => {
    expect(limit(payment('festival', 300, { facts: { level: 'village', festival: '元宵' } }))).toMatchObject({ outcome: 'refused', refusedBy: 'festival' });
    expect(limit(payment('festival', 300, { facts: { level: 'village' } }))).toMatchObject({ outcome: 'undecided', missing: ['onlyIf:festival'] });
  });

  it('names the cap that leaves least where several apply', () => {
    expect(limit(payment('illness', 500), [paid('own', 59_700)])).toMatchObject({ outcome: 'reduced', allowed: 300, binding: { cap: 'village' }, limits: [{ cap: 'illness', left: 500 }, { cap: 'village', left: 300 }] });
  });
});

describe('limitPayment', () => {
  it.each<[Partial<SmallPayment>, readonly string[]]>([[{ amount: -1 }, ['amount']], [{ person: '' }, ['person']], [{ date: '2026-02-30' }, ['date']], [{ facts: {} }, ['when:village', 'when:office']]])('is undecided where %j leaves something out', (change, missing) => {
    expect(limit(payment('illness', 5, change))).toMatchObject({ outcome: 'undecided', allowed: 0, missing });
  });

  it('says which cap is open', () => {
    expect(limitPayment([{ id: 'open', title, amount: 'UNDECIDED' }], [], payment('x', 5))).toMatchObject({ outcome: 'undecided', holes: ['open'] });
  });

  it('leaves the payment itself out of what was paid before', () => {
    expect(limit(payment('illness', 500), [payment('illness', 500)]).outcome).toBe('allowed');
  });

  it('counts by calendar month', () => {
    const monthly: SmallCap = { id: 'm', title, period: 'month', amount: 100 };
    const ask = (date: string) => limitPayment([monthly], [paid('x', 60, { date: '2026-01-31' })], payment('x', 50, { date })).allowed;
    expect([ask('2026-01-01'), ask('2026-02-01')]).toEqual([40, 50]);
  });

  it('never lets payments together exceed a cap, in whatever order they come', () => {
    const payments = fc.array(fc.record({ fen: fc.integer({ min: 1, max: 60_000 }), person: fc.constantFrom('p1', 'p2', '__proto__'), kind: fc.constantFrom('illness', 'disaster', 'event') }), { maxLength: 30 });
    fc.assert(fc.property(payments, (list) => {
      const made: SmallPayment[] = [];
      for (const [index, { fen, person, kind }] of list.entries()) {
        const asked = payment(kind, fen / 100, { id: String(index), person });
        const { allowed } = limit(asked, made);
        expect(allowed).toBeLessThanOrEqual(asked.amount);
        if (allowed > 0) made.push({ ...asked, amount: allowed });
      }
      const total = (fits: (item: SmallPayment) => boolean): number => made.filter(fits).reduce((sum, { amount }) => sum + Math.round(amount * 100), 0);
      for (const person of ['p1', 'p2', '__proto__']) expect(total((item) => item.kind === 'illness' && item.person === person)).toBeLessThanOrEqual(50_000);
      expect(total((item) => item.kind === 'disaster')).toBeLessThanOrEqual(80_000);
      expect(total((item) => item.kind === 'event')).toBeLessThanOrEqual(1_200_000);
      expect(total(() => true)).toBeLessThanOrEqual(6_000_000);
    }), { numRuns: 100 });
  });
});

describe('checkSmallCaps', () => {
  it('finds a cap of nothing and a cap that another hides', () => {
    expect(checkSmallCaps(ruyuan)).toEqual([]);
    expect(checkSmallCaps([{ id: 'a', title, amount: 0 }])).toMatchObject([{ code: 'scheme/small-cap-nothing', pointer: '/0/amount' }]);
    const [each, year]: readonly SmallCap[] = [{ id: 'each', title, kinds: ['x'], per: 'person', amount: 500 }, { id: 'year', title, per: 'person', period: 'year', amount: 400 }];
    expect(checkSmallCaps([each as SmallCap, year as SmallCap])).toMatchObject([{ code: 'scheme/small-cap-hidden', severity: 'info', params: { cap: 'each', other: 'year' } }]);
    expect(checkSmallCaps([each as SmallCap, { ...(year as SmallCap), amount: 500 }])).toEqual([]);
  });
});
