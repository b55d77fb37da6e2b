import type { Scheme } from '@cobuild/core';
import { describe, expect, it } from 'vitest';
import { scheme as base } from '../../test/case-scheme.js';
import { readSettings } from './read-settings.js';

const parameter = (type: string, value: unknown, title: string): Scheme['parameters'][string] => ({ title: { 'zh-CN': title }, type, value, overlay: 'any' }) as Scheme['parameters'][string];
const scheme: Scheme = {
  ...base,
  parameters: {
    cap: parameter('money', 500, '单个项目上限'), count: parameter('integer', 20, '户数'), share: parameter('ratio', { p: 1, q: 2 }, '比例'), open: parameter('boolean', true, '公开'), name: parameter('text', 'x', '名称'), days: parameter('period', { amount: 5, unit: 'workingDay' }, '期限'),
    one: parameter('integer', 1, '同名'), two: parameter('integer', 2, '同名'),
  },
};
const values = (settings: Readonly<Record<string, unknown>>): unknown => {
  const read = readSettings(scheme, settings, 'zh-CN');
  return 'values' in read ? read.values : read.problems.map(({ message, remedy }) => `${message} → ${remedy ?? ''}`);
};

describe('readSettings', () => {
  it.each([['2万', 20000], ['2万元', 20000], ['20,000', 20000], ['20000元', 20000], ['２０，０００．５０ 元', 20000.5], ['¥20000', 20000], [20000, 20000]])('takes %j for the amount %d', (written, amount) => {
    expect(values({ cap: written })).toEqual({ cap: amount });
  });

  it.each([['abc'], ['2万5'], ['1.005'], ['二万'], ['']])('says of %j that it is no amount, and what may be written', (written) => {
    expect(values({ cap: written })).toEqual([`“单个项目上限”（cap）应为金额（元，最多两位小数），“${written}”读不出来 → 可以写：20000、20,000、20000元、2万。`]);
  });

  it('reads the other types as people write them', () => {
    expect(values({ count: '1,200', share: '3/5', open: '否', name: 12, days: '5个工作日' })).toEqual({ count: 1200, share: { p: 3, q: 5 }, open: false, name: '12', days: { amount: 5, unit: 'workingDay' } });
    expect(values({ days: '30自然日' })).toEqual({ days: { amount: 30, unit: 'calendarDay' } });
    expect(values({ count: '2万', days: '5天' })).toEqual(['“户数”（count）应为整数，“2万”读不出来 → 可以写：20。', '“期限”（days）应为期限，“5天”读不出来 → 可以写：5个工作日、30自然日。']);
  });

  it('takes a parameter by its title where only one has it', () => {
    expect(values({ 单个项目上限: '2万' })).toEqual({ cap: 20000 });
    expect(values({ 同名: 3 })).toEqual(['有不止一个参数叫“同名” → 请写代号：one、two。']);
  });

  it('names the parameter that may have been meant, or all of them', () => {
    expect(values({ capp: 1 })).toEqual(['没有参数“capp” → 是否想写 cap（单个项目上限）？']);
    expect(values({ __proto__x: 1 })).toEqual([expect.stringContaining('可以写：cap（单个项目上限）、count（户数）')]);
    expect(values(JSON.parse('{"__proto__":1}') as Record<string, unknown>)).toEqual([expect.stringContaining('没有参数“__proto__”')]);
  });

  it('speaks English', () => {
    const read = readSettings(scheme, { cap: 'much' }, 'en');
    expect('problems' in read ? read.problems[0]?.message : '').toBe('“单个项目上限” (cap) has to be an amount in yuan with at most two decimals; “much” cannot be read as that.');
  });
});
