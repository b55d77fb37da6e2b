import type { PayPart, PayRule } from '@cobuild/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { explanationText } from '../explanation/explanation.js';
import { explainPay } from '../explanation/explain-pay.js';
import { checkPay } from './check-pay.js';
import { computePay } from './compute-pay.js';

const title = (text: string): { 'zh-CN': string; en: string } => ({ 'zh-CN': text, en: text });
const ruleOf = (...parts: PayPart[]): PayRule => ({ id: 'pay', title: title('报酬'), parts });

/** Band one is stated; the amounts of the other two and all limits are not. The limits here are invented. */
const bands = (limits: 'UNDECIDED' | number): PayPart => ({
  id: 'band', title: title('月报酬'), kind: 'bands', fact: 'score', factTitle: title('综合评价得分'),
  bands: [
    { id: 'one', title: title('一档'), from: limits, amount: 3129, provenance: { kind: 'stated', source: 'D6.3' } },
    { id: 'two', title: title('二档'), from: limits === 'UNDECIDED' ? limits : 80, below: limits, amount: 'UNDECIDED' },
    { id: 'three', title: title('三档'), below: limits === 'UNDECIDED' ? limits : 80, amount: 'UNDECIDED' },
  ],
});

const thousandPoints: PayPart = {
  id: 'points', title: title('千分制考核'), kind: 'segments', fact: 'points', factTitle: title('得分'),
  segments: [{ id: 'full', title: title('900分及以上'), from: 900 }, { id: 'less', title: title('900分以下'), below: 900, perUnit: 5, start: 900 }],
};

const posts: PayPart = {
  id: 'post', title: title('职务报酬'), kind: 'factor', fact: 'post', of: 3129,
  factors: [{ id: 'secretary', title: title('书记'), factor: 1 }, { id: 'deputy', title: title('副书记'), factor: 0.9 }, { id: 'member', title: title('委员'), factor: 0.8 }],
};

const totalOf = (rule: PayRule, facts: Record<string, unknown>): number | undefined => computePay(rule, facts).total;

describe('row 87: pay bands and piecewise formulas', () => {
  it('pays 3,129 in band one, and 3,129 × 12 = 37,548 a year', () => {
    expect(totalOf(ruleOf(bands(90)), { score: 90 })).toBe(3129);
    expect(totalOf(ruleOf({ id: 'year', title: title('年报酬'), kind: 'fixed', amount: 3129, times: 12 }), {})).toBe(37548);
  });

  it('leaves bands two and three undecided, as the source does, and says which amount is open', () => {
    expect(computePay(ruleOf(bands(90)), { score: 89.5 })).toMatchObject({ outcome: 'undecided', holes: ['/parts/0/bands/1/amount'], parts: [{ row: 'two', outcome: 'open' }] });
    expect(computePay(ruleOf(bands('UNDECIDED')), { score: 95 })).toMatchObject({ outcome: 'undecided', holes: ['/parts/0/bands/0/from', '/parts/0/bands/1/from', '/parts/0/bands/1/below', '/parts/0/bands/2/below'] });
  });

  it.each([[880, -100], [899, -5], [899.5, -2.5], [900, 0], [901, 0], [1000, 0], [0, -4500]])('deducts for %d of 1,000 points %d yuan', (points, total) => {
    expect(totalOf(ruleOf(thousandPoints), { points })).toBe(total);
  });

  it.each([['secretary', 3129], ['deputy', 2816.1], ['member', 2503.2]])('pays the %s in the ratio 1 : 0.9 : 0.8, %d yuan', (post, total) => {
    expect(totalOf(ruleOf(posts), { post })).toBe(total);
  });

  it('adds 2,000 × 12 and 15,456 to 39,456, which is 3,288 × 12', () => {
    const rule: PayRule = { ...ruleOf({ id: 'base', title: title('基本报酬'), kind: 'fixed', amount: 2000, times: 12 }, { id: 'performance', title: title('绩效报酬'), kind: 'fact', fact: 'performance' }), spread: { over: 12 } };
    expect(computePay(rule, { performance: 15456 })).toMatchObject({ outcome: 'computed', total: 39456, instalments: { over: 12, each: 3288, last: 3288 } });
  });

  it('pays 85 % of what the head gets, from the facts', () => {
    const rule = ruleOf({ id: 'share', title: title('其他干部'), kind: 'factor', fact: 'post', of: { fact: 'headPay' }, factors: [{ id: 'other', title: title('其他干部'), factor: 0.85 }] });
    expect(totalOf(rule, { post: 'other', headPay: 3129 })).toBe(2659.65);
  });

  it.each([['large', 300], ['middle', 280], ['small', 260]])('pays a %s village %d yuan', (size, total) => {
    const rule = ruleOf({ id: 'size', title: title('村规模补贴'), kind: 'choice', fact: 'size', choices: [{ id: 'large', title: title('大村'), amount: 300 }, { id: 'middle', title: title('中村'), amount: 280 }, { id: 'small', title: title('小村'), amount: 260 }] });
    expect(totalOf(rule, { size })).toBe(total);
  });

  it('pays 1 yuan for every insured person, up to the limit of that part', () => {
    const part = { id: 'insured', title: title('参保补贴'), kind: 'perUnit', fact: 'insured', amount: 1 } as const;
    expect(totalOf(ruleOf(part), { insured: 2500 })).toBe(2500);
    expect([1999, 2000, 2001].map((insured) => totalOf(ruleOf({ ...part, atMost: 2000 }), { insured }))).toEqual([1999, 2000, 2000]);
  });

  it('computes a tree of the kind that forms use', () => {
    const rule = ruleOf({ id: 'tree', title: title('折算'), kind: 'formula', computation: { op: 'product', of: ['/days', { op: 'ratio', of: ['/monthly', 21.75], round: { step: 0.01, mode: 'half-up' }, missing: 'unknown' }], missing: 'unknown' } });
    expect(totalOf(rule, { days: 20, monthly: 2175 })).toBe(2000);
    expect(computePay(rule, { days: 20 })).toMatchObject({ outcome: 'incomplete', missing: ['monthly'] });
  });
});

describe('computePay', () => {
  it('rounds once, as declared: half up to the fen, or down to whole yuan', () => {
    const rule = ruleOf({ id: 'a', title: title('a'), kind: 'factor', fact: 'post', of: 100.01, factors: [{ id: 'x', title: title('x'), factor: 0.125 }] }, { id: 'b', title: title('b'), kind: 'factor', fact: 'post', of: 100.03, factors: [{ id: 'x', title: title('x'), factor: 0.125 }] });
    expect(computePay(rule, { post: 'x' })).toMatchObject({ sum: '25.005', total: 25.01 });
    expect(computePay({ ...rule, rounding: { step: 1, mode: 'down' } }, { post: 'x' }).total).toBe(25);
  });

  it('keeps the sum between minimum and maximum, below, at and above', () => {
    const rule: PayRule = { ...ruleOf({ id: 'a', title: title('a'), kind: 'fact', fact: 'a' }), minimum: 10, maximum: 20 };
    expect([9.99, 10, 20, 20.01].map((a) => totalOf(rule, { a }))).toEqual([10, 10, 20, 20]);
    expect(computePay(rule, { a: 9.99 }).limited).toEqual({ by: 'minimum', amount: '10' });
  });

  it('names what is missing and refuses what is no number, no amount or no kind, without throwing', () => {
    expect(computePay(ruleOf(thousandPoints, posts), { points: null })).toMatchObject({ outcome: 'incomplete', missing: ['points', 'post'] });
    expect(computePay(ruleOf(thousandPoints), { points: '880' })).toMatchObject({ outcome: 'refused', problems: [{ code: 'pay/unreadable', pointer: '/points' }] });
    expect(computePay(ruleOf(posts), { post: '__proto__' })).toMatchObject({ outcome: 'refused' });
    expect(computePay(ruleOf({ id: 'a', title: title('a'), kind: 'fact', fact: 'a' }), { a: 1.005 })).toMatchObject({ outcome: 'refused' });
    expect(computePay(ruleOf({ id: 'a', title: title('a'), kind: 'fact', fact: 'constructor' }), {})).toMatchObject({ outcome: 'incomplete' });
  });

  it('refuses a number that no row takes, and one that two rows take', () => {
    const rule = (below: number): PayRule => ruleOf({ id: 'b', title: title('b'), kind: 'bands', fact: 'x', bands: [{ id: 'high', title: title('高'), from: 90, amount: 2 }, { id: 'low', title: title('低'), below, amount: 1 }] });
    expect(computePay(rule(89), { x: 89.5 })).toMatchObject({ outcome: 'refused', problems: [{ code: 'pay/not-covered' }] });
    expect(computePay(rule(91), { x: 90 })).toMatchObject({ outcome: 'refused', problems: [{ code: 'pay/ambiguous' }] });
  });

  it('gives instalments that add up to the total, for all totals', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 10 ** 9 }), fc.integer({ min: 1, max: 60 }), (fen, over) => {
      const result = computePay({ ...ruleOf({ id: 'a', title: title('a'), kind: 'fact', fact: 'a' }), spread: { over } }, { a: fen / 100 });
      const { each = 0, last = 0 } = result.instalments ?? {};
      expect(Math.round(each * 100) * (over - 1) + Math.round(last * 100)).toBe(fen);
    }));
  });

  it('never pays more for fewer points, for all points', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 10000 }), fc.integer({ min: 0, max: 10000 }), (a, b) => {
      const [low, high] = [Math.min(a, b) / 10, Math.max(a, b) / 10];
      expect(totalOf(ruleOf(thousandPoints), { points: low }) ?? NaN).toBeLessThanOrEqual(totalOf(ruleOf(thousandPoints), { points: high }) ?? NaN);
    }));
  });
});

describe('checkPay', () => {
  const check = (rule: PayRule): { code: string; pointer: string }[] => checkPay([rule], '/pay').map(({ code, pointer }) => ({ code, pointer }));
  const gapped = (below: number): PayRule => ruleOf({ id: 'b', title: title('b'), kind: 'bands', fact: 'x', bands: [{ id: 'high', title: title('高'), from: 90, amount: 2 }, { id: 'low', title: title('低'), below, amount: 1 }] });

  it('finds nothing in rows that meet, nor in what is not decided', () => {
    expect(check(gapped(90))).toEqual([]);
    expect(check(ruleOf(bands('UNDECIDED'), bands(90), thousandPoints, posts))).toEqual([]);
  });

  it.each([[89, 'scheme/pay-gap', 'notCovered'], [91, 'scheme/pay-overlap', 'ambiguous']])('refuses a lower row that ends at %d, with a number for which it happens', (below, code, outcome) => {
    const [finding] = checkPay([gapped(below)], '/pay');
    expect(finding).toMatchObject({ code, pointer: '/pay/0/parts/0/bands/0', counterExample: { gives: { part: 'b', outcome } } });
    const [part] = computePay(gapped(below), finding?.counterExample?.facts ?? {}).parts;
    expect({ part: part?.id, outcome: part?.outcome }).toEqual(finding?.counterExample?.gives);
  });

  it('points out a jump between segments with the amounts on both sides', () => {
    const rule = ruleOf({ id: 's', title: title('s'), kind: 'segments', fact: 'points', segments: [{ id: 'full', title: title('900分及以上'), from: 900 }, { id: 'less', title: title('900分以下'), below: 900, perUnit: 5, start: 1000 }] });
    expect(checkPay([rule])).toEqual([{ code: 'scheme/pay-jump', severity: 'info', pointer: '/0/parts/0/segments/0', params: { at: '900', below: '-500', from: '0' } }]);
  });

  it('refuses kinds named twice, roundings finer than a fen, limits the wrong way round and no instalments', () => {
    const rule: PayRule = { ...ruleOf({ ...posts, factors: [...posts.factors, { id: 'member', title: title('委员'), factor: 0.7 }] }), rounding: { step: 0.001, mode: 'down' }, minimum: 2, maximum: 1, spread: { over: 0 } };
    expect(check(rule).map(({ code }) => code)).toEqual(['scheme/pay-kind-twice', 'scheme/pay-step', 'scheme/pay-limits', 'scheme/pay-instalments']);
  });
});

describe('explainPay', () => {
  it('writes the sum of a deduction so that it can be made again by hand', () => {
    const rule = ruleOf({ id: 'base', title: title('基本报酬'), kind: 'fixed', amount: 2000, times: 12 }, thousandPoints);
    const line = explainPay(computePay(rule, { points: 880 }), rule, 'zh-CN');
    expect(explanationText({ locale: 'zh-CN', verdict: '', lines: [line] })).toBe([
      '', '  · 报酬：合计23900元。', '    · 基本报酬：2000×12＝24000元', '    · 千分制考核：得分为880，属“900分以下”，5×（880－900）＝-100元', '    · 合计：24000＋（-100）＝23900元。',
    ].join('\n'));
  });

  it('says which amount the scheme leaves open, in both languages', () => {
    const rule = ruleOf(bands(90));
    const result = computePay(rule, { score: 85 });
    expect(explainPay(result, rule, 'zh-CN').children?.[0]?.text).toBe('月报酬：综合评价得分为85，属“二档”，这一档的金额方案还没有确定。');
    expect(explainPay(result, rule, 'en').text).toBe('报酬: something is not decided yet, so there is no amount.');
  });

  it('tells a kind by its title and shows the rounding', () => {
    const rule: PayRule = { ...ruleOf(posts), rounding: { step: 1, mode: 'down' } };
    expect(explainPay(computePay(rule, { post: 'deputy' }), rule, 'zh-CN').children?.map(({ text }) => text)).toEqual(['职务报酬：post为副书记，属“副书记”，3129×0.9＝2816.1元', '2816.1元按1元为单位舍去尾数，得2816元。']);
  });
});
