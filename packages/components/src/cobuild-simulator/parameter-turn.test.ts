import type { Parameter } from '@cobuild/core';
import { describe, expect, it } from 'vitest';
import { measureOf, placeOf, stopsOf } from './parameter-turn.js';

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
