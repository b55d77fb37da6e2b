import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatYuan, readYuan } from './format.js';
import { toYuan } from './money.js';

describe('formatYuan', () => {
  it.each([[12000, '12,000.00 元'], [0, '0.00 元'], [0.5, '0.50 元'], [-1234567.8, '-1,234,567.80 元'], [999, '999.00 元'], [9e13, '90,000,000,000,000.00 元']])('writes %d as %s', (value, expected) => {
    expect(formatYuan(value, 'zh-CN')).toBe(expected);
  });

  it.each([[12000, '1.2 万元'], [1723900, '172.39 万元'], [12345.67, '1.234567 万元'], [0.01, '0.000001 万元'], [123456780000, '12,345,678 万元']])('writes %d in ten thousands as %s', (value, expected) => {
    expect(formatYuan(value, 'zh-CN', { unit: 'wan' })).toBe(expected);
  });

  it('writes English with the currency and always in yuan', () => {
    expect(formatYuan(12000, 'en')).toBe('CNY 12,000.00');
    expect(formatYuan(-12000, 'en', { unit: 'wan' })).toBe('CNY -12,000.00');
  });

  it('refuses what is no money', () => {
    expect(() => formatYuan(1.005)).toThrow(RangeError);
  });
});

describe('readYuan', () => {
  it.each([['12000', 12000], ['12,000.5', 12000.5], ['１２，０００．５ 元', 12000.5], ['￥1,234.00', 1234], ['1.2万', 12000], ['172.39 万元', 1723900], ['1.234567万元', 12345.67], ['-5', -5], ['cny 1', 1]])('reads %s', (text, expected) => {
    expect(readYuan(text)).toBe(expected);
  });

  it.each(['', '元', '1,2,3', '12,00', '1.005', '1.2345678万', '99999999999999', '1e3', 'twelve', '1..2', '1 2x'])('reads no amount in "%s"', (text) => {
    expect(readYuan(text)).toBeUndefined();
  });

  it('reads back what formatYuan writes', () => {
    fc.assert(
      fc.property(fc.integer({ min: -(10 ** 15), max: 10 ** 15 }), fc.constantFrom('zh-CN' as const, 'en' as const), fc.constantFrom('yuan' as const, 'wan' as const), (fen, locale, unit) => {
        const value = toYuan(fen);
        expect(readYuan(formatYuan(value, locale, { unit }))).toBe(value);
      }),
    );
  });
});
