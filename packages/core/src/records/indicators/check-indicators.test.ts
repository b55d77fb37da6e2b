import { describe, expect, it } from 'vitest';
import type { Indicator, IndicatorsSettings, IndicatorsValue } from '../../generated/types.js';
import { checkIndicators, indicatorSentences } from './check-indicators.js';

const indicator = (name: string, more: Partial<Indicator> = {}): Indicator => ({ name, unit: '户', target: 20, ...more });
const codes = (value: IndicatorsValue, settings: IndicatorsSettings = {}): string[] => checkIndicators(value, settings).problems.map(({ code, pointer }) => `${code} ${pointer}`);
const groups = [{ id: 'output', title: { 'zh-CN': '产出', en: 'Output' }, minimum: 1 }];

describe('checkIndicators', () => {
  it('counts indicators, below, at and above', () => {
    const of = (count: number) => codes(Array.from({ length: count }, (_, index) => indicator(`指标${index}`)), { minimum: 1, maximum: 2 });
    expect([0, 1, 2, 3].map(of)).toEqual([['indicators/few '], [], [], ['indicators/many ']]);
  });

  it('adds weights exactly to 100 %', () => {
    const of = (...weights: number[]) => codes(weights.map((weight, index) => indicator(`指标${index}`, { weight })), { weighted: true });
    expect([of(33.3, 33.3, 33.3), of(33.3, 33.3, 33.4), of(0.1, 0.2, 99.7), of(50, 50.01)]).toEqual([['indicators/weights '], [], [], ['indicators/weights ']]);
    expect(codes([indicator('a', { weight: 50 })])).toEqual([]);
  });

  it('finds the same name under other spelling', () => {
    expect(codes([indicator('受益户数'), indicator('受益 户数')])).toEqual(['indicators/name-twice /1/name']);
  });

  it('says whether targets were reached, at the target and on both sides', () => {
    const of = (actual: number | undefined, direction: 'atLeast' | 'atMost') => checkIndicators([indicator('a', { direction, ...(actual === undefined ? {} : { actual }) })]).indicators[0]?.reached;
    expect([19.99, 20, 20.01, undefined].map((actual) => of(actual, 'atLeast'))).toEqual([false, true, true, 'unknown']);
    expect([19.99, 20, 20.01].map((actual) => of(actual, 'atMost'))).toEqual([true, true, false]);
  });

  it('warns of a target that is no better than what there is', () => {
    const of = (baseline: number, direction: 'atLeast' | 'atMost') => checkIndicators([indicator('a', { baseline, direction })]).problems.map(({ severity }) => severity);
    expect([19, 20, 21].map((baseline) => of(baseline, 'atLeast'))).toEqual([[], ['warning'], ['warning']]);
    expect([19, 20, 21].map((baseline) => of(baseline, 'atMost'))).toEqual([['warning'], ['warning'], []]);
  });

  it('guesses no number that is not decided', () => {
    expect(checkIndicators([], { minimum: 'UNDECIDED', maximum: { parameter: 'x' } }).problems).toMatchObject([{ code: 'records/undecided', severity: 'undecided' }]);
  });

  it('reads what is no table as an empty one', () => {
    for (const broken of [undefined, null, 'x', {}]) expect(checkIndicators(broken as IndicatorsValue).indicators).toEqual([]);
    expect(codes([null, 3] as unknown as IndicatorsValue)).toContain('indicators/name /0/name');
  });

  const wrong: [string, IndicatorsValue, IndicatorsSettings][] = [
    ['indicators/name', [indicator(' ')], {}], ['indicators/name-twice', [indicator('a'), indicator('A')], {}], ['indicators/target', [{ name: 'a', unit: '户' } as Indicator], {}],
    ['indicators/no-progress', [indicator('a', { baseline: 30 })], {}], ['indicators/group-unknown', [indicator('a', { group: 'x' })], { groups }], ['indicators/group-few', [], { groups }],
    ['indicators/few', [], { minimum: 1 }], ['indicators/many', [indicator('a')], { maximum: 0 }], ['indicators/weight', [indicator('a', { weight: 101 })], { weighted: true }],
    ['indicators/weights', [indicator('a', { weight: 99 })], { weighted: true }],
  ];
  it.each(wrong)('says %s in both languages', (code, value, settings) => {
    for (const locale of ['zh-CN', 'en'] as const) {
      const problem = checkIndicators(value, settings, { locale }).problems.find((each) => each.code === code);
      expect(problem?.message).toBeTruthy();
      expect(problem?.message).not.toMatch(/undefined|NaN|\[object/);
    }
  });

  it('has a sentence for every code in both languages', () => {
    expect(wrong.map(([code]) => code)).toEqual(Object.keys(indicatorSentences['zh-CN']));
    expect(Object.keys(indicatorSentences.en)).toEqual(Object.keys(indicatorSentences['zh-CN']));
  });
});
