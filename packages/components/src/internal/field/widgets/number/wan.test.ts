import { countsInWan } from '@cobuild/core';
import { describe, expect, it } from 'vitest';
import { readWan, wanText } from './wan.js';

describe('readWan', () => {
  it.each([
    ['1.2', 12000],
    ['１．２', 12000],
    ['1,200', 12_000_000],
    ['1.2万', 12000],
    ['1.2万元', 12000],
    ['12000元', 12000],
    ['¥12,000', 12000],
    ['0.000001', 0.01],
    ['0.0000001', 0.001],
    ['-3', -30000],
    ['12.', 120000],
    ['三万', '三万'],
    ['1.2.3', '1.2.3'],
    ['', ''],
    ['12345678901234567890', '12345678901234567890'],
  ])('reads %j as %j', (typed, yuan) => {
    expect(readWan(typed)).toBe(yuan);
  });
});

describe('wanText', () => {
  it.each([
    [12000, '1.2'],
    [100000, '10'],
    [0.01, '0.000001'],
    [-12345.67, '-1.234567'],
  ])('writes %s yuan as %j', (yuan, text) => {
    expect(wanText(yuan)).toBe(text);
    expect(readWan(text)).toBe(yuan);
  });
});

describe('countsInWan', () => {
  it.each([
    ['money', 'wan', 'zh-CN', true],
    ['money', 'wan', 'en', false],
    ['money', 'yuan', 'zh-CN', false],
    ['money', undefined, 'zh-CN', false],
    ['number', 'wan', 'zh-CN', false],
  ] as const)('of %s in %s, %s, is %s', (widget, unit, locale, expected) => {
    expect(countsInWan({ widget, widgetOptions: { unit } }, locale)).toBe(expected);
  });
});
