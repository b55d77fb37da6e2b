import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { BudgetSettings, BudgetValue } from '../../generated/types.js';
import { multiplyYuan, sumYuan } from '../../money/money.js';
import { withValueAt } from '../../problems/with-value-at.js';
import { budgetSentences } from './budget-words.js';
import type { BudgetOptions } from './reckon-budget.js';
import { reckonBudget } from './reckon-budget.js';

const zh = (text: string) => ({ 'zh-CN': text });
/** One line of the amount, paid in full by what is asked for. */
const costing = (amount: number, more: Partial<BudgetValue> = {}): BudgetValue => ({ lines: [{ item: '桌椅', quantity: 1, unitPrice: amount }], requested: amount, ...more });
const codes = (value: BudgetValue | undefined, settings: BudgetSettings = {}, options: BudgetOptions = {}): string[] => reckonBudget(value, settings, options).problems.map(({ code, pointer }) => `${code} ${pointer}`);

/** Kaiping: centre and province 40 % of the money and labour raised; city and county together at least 10 %, half each. */
const kaiping: BudgetSettings = {
  coFunding: {
    base: 'raised', fund: 'centreProvince',
    sources: [
      { id: 'centreProvince', title: zh('中央和省级'), share: { p: 40, q: 100 }, bound: 'atMost' },
      { id: 'cityCounty', title: zh('市县'), share: { p: 10, q: 100 }, bound: 'atLeast', parts: [{ id: 'city', title: zh('市级'), share: { p: 1, q: 2 } }, { id: 'county', title: zh('县级'), share: { p: 1, q: 2 } }] },
    ],
  },
};
const village = (requested: number, city: number, county: number): BudgetValue => ({
  lines: [{ item: '道路硬化', unit: '米', quantity: 300, unitPrice: 500 }], raised: 100_000, requested,
  contributions: [{ source: 'city', amount: city }, { source: 'county', amount: county }],
});

describe('reckonBudget', () => {
  it('row 24: edits of lines update the totals, and Kaiping’s co-funding holds at 40 % and at least 10 %', () => {
    const before = village(40_000, 5000, 5000);
    expect(reckonBudget(before, kaiping)).toMatchObject({ total: 150_000, most: 40_000, bound: 'fundShare', problems: [] });
    expect(codes(village(40_000.01, 5000, 4999.99), kaiping)).toContain('budget/requested-too-much /requested');
    expect(codes(village(40_000, 4999.99, 4999.99), kaiping)).toEqual(['budget/funds-short /requested', 'budget/source-too-little /contributions/0/amount']);
    expect(codes(village(40_000, 4000, 6000), kaiping)).toEqual(['budget/part-differs /contributions/0/amount', 'budget/part-differs /contributions/1/amount']);

    const edited = withValueAt(before, '/lines/0/quantity', 310) as BudgetValue;
    expect(reckonBudget(edited, kaiping)).toMatchObject({ total: 155_000, funds: { total: 150_000, difference: -5000 } });
    expect(codes(edited, kaiping)).toEqual(['budget/funds-short /requested']);
    const added = { ...before, lines: [...before.lines, { item: '护栏', quantity: 2, unitPrice: 0.01 }] };
    expect(reckonBudget(added, kaiping).total).toBe(150_000.02);
    expect(reckonBudget({ ...before, lines: [] }, kaiping).total).toBe(0);
  });

  it('takes either neighbour where half of a sum is no whole fen', () => {
    const value = { ...village(40_000, 5000.01, 5000), lines: [{ item: '道路硬化', quantity: 1, unitPrice: 150_000.01 }] };
    expect(codes(value, kaiping)).toEqual([]);
    expect(codes({ ...value, contributions: [{ source: 'city', amount: 5000 }, { source: 'county', amount: 5000.01 }] }, kaiping)).toEqual([]);
    expect(codes({ ...value, contributions: [{ source: 'city', amount: 5000.02 }, { source: 'county', amount: 4999.99 }] }, kaiping)).toEqual(['budget/part-differs /contributions/0/amount', 'budget/part-differs /contributions/1/amount']);
  });

  it('rounds a line half up to the fen, once', () => {
    const amount = (quantity: number, unitPrice: number) => reckonBudget({ lines: [{ item: 'x', quantity, unitPrice }] }).total;
    expect([amount(0.1, 0.05), amount(0.1, 0.04), amount(1.005, 1), amount(3, 0.1)]).toEqual([0.01, 0, 1.01, 0.3]);
  });

  describe('caps of subjects', () => {
    const settings = (subject: object): BudgetSettings => ({ subjects: [{ id: 'equipment', title: zh('设备'), ...subject }, { id: 'other', title: zh('其他') }] });
    const value = (equipment: number): BudgetValue => ({ lines: [{ subject: 'equipment', item: '显示屏', quantity: 1, unitPrice: equipment }, { subject: 'other', item: '宣传', quantity: 1, unitPrice: 900 }] });
    const eligible = (equipment: number, subject: object) => { const { eligible: all, subjects } = reckonBudget(value(equipment), settings(subject)); return [all, subjects[0]?.bound]; };

    it('count at most the amount, below, at and above', () => {
      expect([99.99, 100, 100.01].map((equipment) => eligible(equipment, { maximum: 100 }))).toEqual([[999.99, undefined], [1000, undefined], [1000, 'maximum']]);
    });

    it('count at most the share of the whole cost, below, at and above', () => {
      expect([99.99, 100, 100.01].map((equipment) => eligible(equipment, { share: { p: 1, q: 10 } }))).toEqual([[999.99, undefined], [1000, undefined], [1000, 'share']]);
    });

    it('name the smaller of two, and the amount where both are equal', () => {
      expect(eligible(1100, { maximum: 300, share: { p: 1, q: 10 } })).toEqual([1100, 'share']);
      expect(eligible(1100, { maximum: 150, share: { p: 1, q: 10 } })).toEqual([1050, 'maximum']);
      expect(eligible(1100, { maximum: 200, share: { p: 1, q: 10 } })).toEqual([1100, 'maximum']);
    });

    it('leave out a subject that the fund does not support', () => {
      expect(eligible(500, { eligible: false })).toEqual([900, 'excluded']);
    });

    it('leave the most unknown where a cap is not decided', () => {
      const result = reckonBudget({ ...value(100), requested: 1000 }, settings({ maximum: 'UNDECIDED' }));
      expect(result.most).toBeUndefined();
      expect(result.problems).toMatchObject([{ code: 'records/undecided', severity: 'undecided' }]);
    });
  });

  describe('the most that may be asked for', () => {
    it.each<[string, BudgetSettings, BudgetOptions, number, string]>([
      ['eligible cost', {}, {}, 10_000, 'eligibleCost'],
      ['own share before the cap', { coFunding: { ownShareMinimum: { p: 30, q: 100 } }, perProjectCap: 7000 }, {}, 7000, 'ownShare'],
      ['public share', { coFunding: { publicShareMaximum: { p: 2, q: 3 } } }, {}, 6666.66, 'publicShare'],
      ['cap of a project', { coFunding: { ownShareMinimum: { p: 30, q: 100 } }, perProjectCap: 6999.99 }, {}, 6999.99, 'projectCap'],
      ['cap of its category', { perProjectCap: 6000, categoryCaps: [{ category: 'works', title: zh('工程'), maximum: 5000 }] }, { category: 'works' }, 5000, 'categoryCap'],
      ['cap of another category', { perProjectCap: 6000, categoryCaps: [{ category: 'works', title: zh('工程'), maximum: 5000 }] }, { category: 'services' }, 6000, 'projectCap'],
      ['what is left of the pool', { perProjectCap: 6000 }, { pool: 123.45 }, 123.45, 'pool'],
      ['rounding down to hundreds', { perProjectCap: 6099.99, roundingUnit: 100 }, {}, 6000, 'projectCap'],
    ])('is bound by %s', (_, settings, options, most, bound) => {
      expect(reckonBudget(costing(10_000), settings, options)).toMatchObject({ most, bound });
    });

    it('stands in the order of the rules', () => {
      const settings: BudgetSettings = {
        coFunding: { ownShareMinimum: { p: 1, q: 10 }, publicShareMaximum: { p: 9, q: 10 }, fund: 'f', sources: [{ id: 'f', title: zh('本资金'), share: { p: 8, q: 10 } }] },
        perProjectCap: 5, categoryCaps: [{ category: 'a', title: zh('甲'), maximum: 5 }],
      };
      expect(reckonBudget(costing(10), settings, { category: 'a', pool: 5 }).limits.map(({ kind, amount }) => [kind, amount])).toEqual([
        ['eligibleCost', 10], ['ownShare', 9], ['publicShare', 9], ['fundShare', 8], ['projectCap', 5], ['categoryCap', 5], ['pool', 5],
      ]);
    });

    it('refuses one fen more and takes one fen less', () => {
      const requested = (amount: number) => codes(costing(100, { requested: amount, own: sumYuan([100, -amount]) }), { perProjectCap: 60 });
      expect([59.99, 60, 60.01].map(requested)).toEqual([[], [], ['budget/requested-too-much /requested']]);
    });

    it('keeps a floor beside the ceiling', () => {
      const requested = (amount: number) => codes(costing(amount), { minimumRequested: 50, perProjectCap: 60 });
      expect([49.99, 50, 60].map(requested)).toEqual([['budget/requested-too-little /requested'], [], []]);
    });

    it('asks for own funds of the least share, money raised included', () => {
      const own = (amount: number) => codes(costing(1000, { own: amount - 50, raised: 50, requested: 1000 - amount }), { coFunding: { ownShareMinimum: { p: 3, q: 10 } } });
      expect([299, 300, 301].map(own)).toEqual([['budget/own-too-little /own', 'budget/requested-too-much /requested'], [], []]);
    });

    it('is not bound by a share that is a least', () => {
      const kinds = (fund: string) => reckonBudget(village(40_000, 5000, 5000), { coFunding: { ...kaiping.coFunding, fund } }).limits.map(({ kind }) => kind);
      expect([kinds('centreProvince'), kinds('county')]).toEqual([['eligibleCost', 'fundShare'], ['eligibleCost']]);
    });

    it('leaves to this fund what other public money has not used up of its share', () => {
      const most = (paid: number) => reckonBudget(costing(1000, { contributions: [{ source: 'county', amount: paid }] }), { coFunding: { publicShareMaximum: { p: 8, q: 10 } } }).most;
      expect([0, 300, 799.99, 800, 900].map(most)).toEqual([800, 500, 0.01, 0, 0]);
    });

    it('is not guessed where a share is not decided', () => {
      const result = reckonBudget(costing(10), { coFunding: { ownShareMinimum: 'UNDECIDED' }, perProjectCap: { parameter: 'cap' } });
      expect(result.most).toBeUndefined();
      expect(result.problems.map(({ severity, params }) => [severity, params['setting']])).toEqual([['undecided', '自筹资金的最低比例'], ['undecided', '每个项目的上限']]);
    });
  });

  it('lets funds differ from the cost by no more than the tolerance', () => {
    // Sanshui's round: 282.72 + 39.5 against 322.23 ten thousands.
    const sanshui = { lines: [{ item: '17个项目', quantity: 1, unitPrice: 3_222_300 }], requested: 2_827_200, own: 395_000 };
    expect(codes(sanshui)).toEqual(['budget/funds-short /requested']);
    expect([99.99, 100].map((tolerance) => codes(sanshui, { tolerance }))).toEqual([['budget/funds-short /requested'], []]);
  });

  it('says nothing about totals while a cell cannot be read', () => {
    const result = reckonBudget({ lines: [{ item: '甲', quantity: 1, unitPrice: 10 }, { item: '乙', quantity: 0, unitPrice: 5 }], requested: 99 });
    expect(result).toMatchObject({ complete: false, total: 10 });
    expect(result.most).toBeUndefined();
    expect(result.problems.map(({ code }) => code)).toEqual(['budget/quantity']);
  });

  it('explains every step with its numbers', () => {
    const value: BudgetValue = { lines: [{ subject: 'a', item: '甲', quantity: 2, unitPrice: 100 }, { subject: 'a', item: '乙', quantity: 1, unitPrice: 50 }, { subject: 'b', item: '丙', quantity: 1, unitPrice: 750 }], own: 400, requested: 600 };
    const settings: BudgetSettings = { subjects: [{ id: 'a', title: { 'zh-CN': '设备', en: 'Equipment' } }, { id: 'b', title: { 'zh-CN': '培训', en: 'Training' }, share: { p: 1, q: 2 } }], coFunding: { ownShareMinimum: { p: 20, q: 100 } }, roundingUnit: 100 };
    expect(reckonBudget(value, settings).steps.map(({ message }) => message)).toEqual([
      '“设备”共2行：200.00 元 + 50.00 元 = 250.00 元', '“培训”共1行：750.00 元', '“培训”最多计入总费用1,000.00 元的50%，即500.00 元，超出的250.00 元不计入',
      '总费用：250.00 元 + 750.00 元 = 1,000.00 元', '可支持的费用：1,000.00 元 − 250.00 元 = 750.00 元',
      '资金来源：自有400.00 元 + 筹集0.00 元 + 申请600.00 元 + 其他各方0.00 元 = 1,000.00 元',
      '自筹资金不少于可支持的费用750.00 元的20%，申请金额不超过其余部分，即600.00 元', '最多可申请600.00 元，由自筹比例决定',
    ]);
    expect(reckonBudget(value, settings, { locale: 'en' }).steps[2]).toEqual({
      code: 'budget/subject-share', params: { subject: 'Training', total: 750, cap: 500, over: 250, of: 1000, share: { p: 1, q: 2 } },
      message: 'Of “Training” at most 50% of the whole cost of CNY 1,000.00 counts, CNY 500.00; CNY 250.00 above it does not.',
    });
  });

  it('points to the cell below the place of the record', () => {
    expect(codes({ lines: [{ item: '', quantity: 1, unitPrice: 1 }], requested: 1 }, {}, { pointer: '/plan/budget' })).toEqual(['budget/item /plan/budget/lines/0/item']);
  });

  it('reads what is no budget as an empty one', () => {
    for (const value of [undefined, null, 'x', [], { lines: 'x' }, { lines: [null, 3], __proto__: { own: 1 } }]) {
      expect(reckonBudget(value as unknown as BudgetValue)).toMatchObject({ total: 0, complete: false });
    }
  });

  it('keeps subjects called like members of objects apart', () => {
    const value = { lines: [{ subject: '__proto__', item: 'a', quantity: 1, unitPrice: 1 }, { subject: 'constructor', item: 'b', quantity: 1, unitPrice: 2 }] };
    expect(reckonBudget(value).subjects.map(({ id, total }) => [id, total])).toEqual([['__proto__', 1], ['constructor', 2]]);
  });

  it('refuses a pool that is no money', () => {
    expect(() => reckonBudget(undefined, {}, { pool: 0.001 })).toThrow(TypeError);
  });

  const subjects = [{ id: 'a', title: zh('甲') }, { id: 'b', title: zh('乙'), eligible: false }];
  const line = (more: object) => ({ item: '甲', quantity: 1, unitPrice: 1, ...more }) as BudgetValue['lines'][number];
  const shares = (bound: 'exactly' | 'atMost' | 'atLeast'): BudgetSettings => ({ coFunding: { sources: [{ id: 's', title: zh('县级'), share: { p: 1, q: 2 }, bound }] } });
  const wrong: [string, BudgetValue, BudgetSettings][] = [
    ['budget/item', { lines: [line({ item: ' ' })] }, {}],
    ['budget/subject-missing', { lines: [line({})] }, { subjects }],
    ['budget/subject-unknown', { lines: [line({ subject: 'c' })] }, { subjects }],
    ['budget/quantity', { lines: [line({ quantity: -1 })] }, {}],
    ['budget/unit-price', { lines: [line({ unitPrice: 1.005 })] }, {}],
    ['budget/amount-range', { lines: [line({ quantity: 2, unitPrice: 600_000_000_000 })] }, {}],
    ['budget/amount-differs', { lines: [line({ amount: 2 })], requested: 1 }, {}],
    ['budget/fund-amount', costing(1, { own: -1 }), {}],
    ['budget/too-many-lines', { lines: [line({}), line({})], requested: 2 }, { maximumLines: 1 }],
    ['budget/source-unknown', costing(2, { requested: 1, contributions: [{ source: 't', amount: 1 }] }), shares('atMost')],
    ['budget/requested-too-much', costing(2), { perProjectCap: 1 }],
    ['budget/requested-too-little', costing(2), { minimumRequested: 3 }],
    ['budget/own-too-little', costing(2, { requested: 1, raised: 0, contributions: [{ source: 's', amount: 1 }] }), { coFunding: { ownShareMinimum: { p: 1, q: 2 } } }],
    ['budget/source-too-little', costing(4), shares('exactly')],
    ['budget/source-too-much', costing(4, { requested: 1, contributions: [{ source: 's', amount: 3 }] }), shares('exactly')],
    ['budget/part-differs', village(40_000, 4000, 6000), kaiping],
    ['budget/funds-short', costing(4, { requested: 3 }), {}],
    ['budget/funds-over', costing(4, { own: 1 }), {}],
  ];
  it.each(wrong)('says %s in both languages', (code, value, settings) => {
    for (const locale of ['zh-CN', 'en'] as const) {
      const problem = reckonBudget(value, settings, { locale }).problems.find((each) => each.code === code);
      expect(problem?.message).toBeTruthy();
      expect(problem?.message).not.toMatch(/undefined|NaN|\[object/);
    }
  });

  it('has a sentence for every code in both languages', () => {
    expect(wrong.map(([code]) => code)).toEqual(Object.keys(budgetSentences['zh-CN']));
    expect(Object.keys(budgetSentences.en)).toEqual(Object.keys(budgetSentences['zh-CN']));
  });

  it('adds lines exactly, in any order, and the subjects make the total', () => {
    const lines = fc.array(fc.record({ subject: fc.constantFrom('a', 'b', 'c'), item: fc.constant('x'), quantity: fc.integer({ min: 1, max: 9999 }).map((n) => n / 100), unitPrice: fc.integer({ min: 0, max: 10 ** 8 }).map((fen) => fen / 100) }), { minLength: 1, maxLength: 30 });
    fc.assert(fc.property(lines, (list) => {
      const result = reckonBudget({ lines: list });
      expect(result.total).toBe(sumYuan(list.map(({ quantity, unitPrice }) => multiplyYuan(unitPrice, quantity))));
      expect(result.total).toBe(reckonBudget({ lines: [...list].reverse() }).total);
      expect(sumYuan(result.subjects.map(({ total }) => total))).toBe(result.total);
    }));
  });

  it('never lets more be asked for than any limit, and less than one unit is lost', () => {
    const share = fc.tuple(fc.integer({ min: 0, max: 100 }), fc.integer({ min: 100, max: 300 })).map(([p, q]) => ({ p, q }));
    const fen = fc.integer({ min: 0, max: 10 ** 9 }).map((each) => each / 100);
    fc.assert(fc.property(fen, fen, share, share, fc.constantFrom(0.01, 1, 100, 1000), (cost, cap, ownShare, publicShare, unit) => {
      const { most = -1, limits, bound } = reckonBudget(costing(cost), { perProjectCap: cap, coFunding: { ownShareMinimum: ownShare, publicShareMaximum: publicShare }, roundingUnit: unit });
      const least = Math.min(...limits.map(({ amount }) => amount));
      expect(most).toBeLessThanOrEqual(least);
      expect(sumYuan([least, -most])).toBeLessThan(unit);
      expect(limits.find(({ kind }) => kind === bound)?.amount).toBe(least);
      // The share holds in integers: most × q ≤ cost × p.
      expect(BigInt(Math.round(most * 100)) * BigInt(publicShare.q) <= BigInt(Math.round(cost * 100)) * BigInt(publicShare.p)).toBe(true);
    }));
  });
});
