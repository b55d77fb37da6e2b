import { describe, expect, it } from 'vitest';
import { displayNumber, withoutSeparators } from './number-text.js';

describe('displayNumber', () => {
  it.each([
    ['money', 0, '0.00'],
    ['money', 999.5, '999.50'],
    ['money', 1000, '1,000.00'],
    ['money', -12345.67, '-12,345.67'],
    ['money', 1.005, '1.005'],
    ['number', 999, '999'],
    ['number', 1000, '1,000'],
    ['number', 1234567.125, '1,234,567.125'],
    ['number', 1e21, '1e+21'],
    ['number', '三十', '三十'],
    ['number', undefined, ''],
    ['number', null, ''],
  ])('shows %s %s as %j', (widget, value, text) => {
    expect(displayNumber({ widget, value }, 'zh-CN')).toBe(text);
  });
});

describe('withoutSeparators', () => {
  it.each([
    ['12,000.50', '12000.50'],
    ['1,2500', '12500'],
    ['１２，０００', '12000'],
    ['12 000', '12000'],
    ['12.', '12'],
    ['-5', '-5'],
    ['1.2万', '1.2万'],
    ['三十', '三十'],
    ['1.2.3', '1.2.3'],
    ['', ''],
  ])('reads %j as %j', (typed, text) => {
    expect(withoutSeparators(typed)).toBe(text);
  });
});
