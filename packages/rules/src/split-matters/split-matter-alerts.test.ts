import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromDayNumber, sumYuan, toDayNumber } from '@cobuild/core';
import { explanationText } from '../explanation/explanation.js';
import { explainSplitMatter } from '../explanation/explain-split-matter.js';
import { amountTable } from '../../test/stage-scheme.js';
import { bandEdges, splitMatterAlerts } from './split-matter-alerts.js';
import type { Matter } from './split-matter-alerts.js';

const matter = (id: string, amount: number, on: string, more: Partial<Matter> = {}): Matter => ({ id, amount, on, payee: '河江建筑队', ...more });
const three = [matter('a', 18000, '2026-03-02'), matter('b', 17000.5, '2026-03-10'), matter('c', 15000, '2026-03-20')];
const options = { within: 30, per: ['payee' as const], bands: [50000] };
const found = (matters: readonly Matter[], change: Partial<typeof options> = {}): unknown => splitMatterAlerts(matters, { ...options, ...change }).alerts.map(({ ids, sum }) => [...ids, sum]);

describe('row 54: matters that may have been split', () => {
  it('are named with their sum where three stay under the band and together reach it', () => {
    expect(splitMatterAlerts(three, options)).toEqual({
      unread: [],
      alerts: [{ per: 'payee', value: '河江建筑队', band: 50000, ids: ['a', 'b', 'c'], amounts: [18000, 17000.5, 15000], sum: 50000.5, from: '2026-03-02', to: '2026-03-20' }],
    });
  });

  it.each([[49999.99, []], [50000, [['x', 'y', 50000]]], [50000.01, [['x', 'y', 50000.01]]]])('are found at a sum of %d and a band of 50,000 to the fen', (sum, expected) => {
    expect(found([matter('x', 20000, '2026-03-02'), matter('y', sumYuan([sum, -20000]), '2026-03-02')])).toEqual(expected);
  });

  it.each([[17, []], [18, [['a', 'b', 'c', 50000.5]]], [19, [['a', 'b', 'c', 50000.5]]]])('within %d days of one another', (within, expected) => {
    expect(found(three, { within })).toEqual(expected);
  });

  it('are not those that reach the band by themselves, nor of different payees, nor without one', () => {
    expect(found([matter('a', 50000, '2026-03-02'), matter('b', 1, '2026-03-02')])).toEqual([]);
    expect(found([matter('a', 30000, '2026-03-02'), matter('b', 30000, '2026-03-02', { payee: '另一家' })])).toEqual([]);
    expect(found([matter('a', 30000, '2026-03-02', { payee: ' ' }), matter('b', 30000, '2026-03-02', { payee: '' })])).toEqual([]);
  });

  it('share payee, subject or organisation, each looked at by itself', () => {
    const mixed = [matter('a', 30000, '2026-03-02', { subject: '道路维修' }), matter('b', 30000, '2026-03-05', { payee: '另一家', subject: ' 道路维修' })];
    expect(splitMatterAlerts(mixed, { ...options, per: ['payee', 'subject', 'organisation'] }).alerts.map(({ per, ids }) => [per, ids])).toEqual([['subject', ['a', 'b']]]);
  });

  it('are looked for under every band of a decision table', () => {
    expect(bandEdges(amountTable, 'households')).toEqual([20]);
    expect(bandEdges(amountTable, '__proto__')).toEqual([]);
    expect(splitMatterAlerts(three, { ...options, bands: [20000, 50000] }).alerts.map(({ band }) => band)).toEqual([20000, 50000]);
  });

  it('are told as unread where amount or day is none', () => {
    expect(splitMatterAlerts([matter('a', 1.005, '2026-03-02'), matter('b', 1, '2026-02-30'), matter('c', NaN, '2026-03-02')], options).unread).toEqual([{ id: 'a', property: 'amount' }, { id: 'b', property: 'on' }, { id: 'c', property: 'amount' }]);
  });

  it('are explained with the sum written out', () => {
    const [alert] = splitMatterAlerts(three, options).alerts;
    if (alert === undefined) throw new Error('no alert');
    const text = explanationText({ locale: 'zh-CN', verdict: '', lines: [explainSplitMatter(alert, 'zh-CN')] });
    expect(text).toContain('收款方“河江建筑队”从2026年3月2日到2026年3月20日有3笔，每笔都低于50,000元，合计50,000.5元（18,000＋17,000.5＋15,000），达到50,000元，请核对是否拆分。');
    expect(explainSplitMatter(alert, 'en').text).toContain('18,000 + 17,000.5 + 15,000');
  });

  it('every alert holds for all matters: each under the band, together at or above it, close together', () => {
    const days = fc.integer({ min: 0, max: 120 }).map((day) => fromDayNumber(toDayNumber('2026-01-01') + day));
    const any = fc.array(fc.record({ amount: fc.integer({ min: 0, max: 6_000_000 }).map((fen) => fen / 100), on: days, payee: fc.constantFrom('甲', '乙') }), { maxLength: 25 });
    fc.assert(fc.property(any, fc.integer({ min: 0, max: 60 }), (list, within) => {
      const matters = list.map((item, index) => ({ ...item, id: `m${index}` }));
      for (const { ids, band, sum, value } of splitMatterAlerts(matters, { ...options, within }).alerts) {
        const own = matters.filter(({ id }) => ids.includes(id));
        expect(own.every(({ amount, payee }) => amount < band && payee === value)).toBe(true);
        expect(sumYuan(own.map(({ amount }) => amount))).toBe(sum);
        expect(sum).toBeGreaterThanOrEqual(band);
        const numbers = own.map(({ on }) => toDayNumber(on));
        expect(Math.max(...numbers) - Math.min(...numbers)).toBeLessThanOrEqual(within);
      }
      // Nothing is missed: any two that reach the band lie in some alert.
      for (const a of matters) for (const b of matters) {
        const close = Math.abs(toDayNumber(a.on) - toDayNumber(b.on)) <= within;
        if (a.id === b.id || a.payee !== b.payee || a.amount >= 50000 || b.amount >= 50000 || !close || sumYuan([a.amount, b.amount]) < 50000) continue;
        expect(splitMatterAlerts(matters, { ...options, within }).alerts.some(({ ids }) => ids.includes(a.id) && ids.includes(b.id))).toBe(true);
      }
    }), { numRuns: 60 });
  });

  it.each([[{ within: 1.5 }], [{ within: -1 }], [{ bands: [0.001] }]])('refuses %j', (change) => {
    expect(() => splitMatterAlerts(three, { ...options, ...change })).toThrow(TypeError);
  });
});
