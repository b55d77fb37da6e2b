import type { Parameter, Scheme } from '@cobuild/core';
import { describe, expect, it } from 'vitest';
import { isSame, measureOf, placeOf, stopsOf, turnableKeys, turnedText } from './parameter-turn.js';

const parameter = (rest: Partial<Parameter>): Parameter => ({ title: { 'zh-CN': '参数' }, type: 'integer', value: 1, overlay: 'any', ...rest });

describe('places of a slider', () => {
  it.each<[string, Partial<Parameter>]>([
    ['whole numbers', { value: 3, minimum: 1, maximum: 12 }],
    ['tenths', { type: 'decimal', value: 0.3, minimum: 0.1, maximum: 0.9 }],
    ['money', { type: 'money', value: 200_000 }],
    ['money between two odd amounts', { type: 'money', value: 12_345.67, minimum: 999.99, maximum: 54_321.01 }],
    ['many', { value: 1, minimum: 1, maximum: 100_000 }],
    ['ratios', { type: 'ratio', value: { p: 5, q: 9 } }],
    ['periods', { type: 'period', value: { amount: 15, unit: 'workingDay' } }],
  ])('ascend, hold the value as it is and keep to the range: %s', (_, rest) => {
    const turned = parameter(rest);
    const stops = stopsOf(turned);
    const measures = stops.map((stop) => measureOf(stop) ?? NaN);

    expect(measures).toEqual([...new Set(measures)].sort((a, b) => a - b));
    expect(stops).toContainEqual(turned.value);
    expect(stops[placeOf(stops, turned.value)]).toEqual(turned.value);
    expect(Math.min(...measures)).toBeGreaterThanOrEqual(turned.minimum ?? 0);
    expect(Math.max(...measures)).toBeLessThanOrEqual(turned.maximum ?? Infinity);
    expect(stops.length).toBeLessThanOrEqual(110);
  });

  it('are exact decimals', () => {
    expect(stopsOf(parameter({ type: 'decimal', value: 0.3, minimum: 0, maximum: 1 })).every((stop) => String(stop).length <= 4)).toBe(true);
  });

  it('have the ratios that rules are written with', () => {
    const stops = stopsOf(parameter({ type: 'ratio', value: { p: 1, q: 2 } }));
    for (const ratio of [{ p: 1, q: 2 }, { p: 2, q: 3 }, { p: 3, q: 5 }, { p: 3, q: 4 }]) expect(stops).toContainEqual(ratio);
  });

  it('reach the ends of the range', () => {
    const stops = stopsOf(parameter({ value: 5, minimum: 1, maximum: 100_000 }));
    expect([stops[0], stops[stops.length - 1]]).toEqual([1, 100_000]);
  });
});

describe('a parameter that is a list', () => {
  const scheme = {
    parameters: { scope: parameter({ type: 'list', value: ['road', 'lamp'] }), hours: parameter({ type: 'list', value: ['08:30'] }), every: parameter({ type: 'interval', value: { every: 1, unit: 'quarter' } }), share: parameter({ type: 'ratio', value: { p: 0, q: 1 } }) },
    forms: [{ id: 'application', schema: { type: 'object', properties: { kind: { enum: ['lamp', 'road', 'other'] } } }, fields: { '/kind': { options: { lamp: { 'zh-CN': '路灯' }, road: { 'zh-CN': '道路' }, other: { 'zh-CN': '其他' } } } } }],
    stages: [{ id: 'apply', method: 'application', form: 'application' }],
    eligibility: { rules: [{ id: 'in-scope', conditions: { all: [{ fact: 'kind', operator: 'in', value: { fact: 'parameters', path: '$.scope' } }] } }] },
  } as unknown as Scheme;
  const text = (key: string, value: unknown, locale: 'zh-CN' | 'en' = 'zh-CN'): string => turnedText(scheme, key, value, locale, '尚未决定');

  it('can be turned where it is known what it can hold, and is read by the titles of the form', () => {
    expect(turnableKeys(scheme)).toEqual({ deciding: ['scope'], others: ['every', 'share'] });
    expect(text('scope', ['lamp', 'other'])).toBe('路灯、其他');
  });

  it('is the same whatever the order of its items', () => {
    expect([isSame(['a', 'b'], ['b', 'a']), isSame(['a', 'b'], ['a']), isSame([], [])]).toEqual([true, false, true]);
  });

  it('stands beside values that are read as people say them', () => {
    expect([text('every', { every: 1, unit: 'quarter' }, 'en'), text('every', { every: 2, unit: 'quarter' }, 'en'), text('share', { p: 0, q: 1 }), text('share', { p: 1, q: 2 })]).toEqual(['1 quarter', '2 quarters', '0', '1/2']);
  });
});
