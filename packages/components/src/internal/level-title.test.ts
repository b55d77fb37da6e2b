import type { Scheme } from '@cobuild/core';
import { describe, expect, it } from 'vitest';
import { levelTitle } from './level-title.js';

const scheme = { organisation: {
  levels: [{ id: 'county', title: { 'zh-CN': '县（市、区）', en: 'County' } }, { id: 'homeUnit', title: { 'zh-CN': '归口单位' } }, { id: 'bare' }],
  units: [{ id: 'a', level: 'county' }, { id: 'b', level: 'county' }, { id: 'h', level: 'homeUnit' }, { id: 'n', level: 'bare' }],
} } as unknown as Scheme;

describe('levelTitle', () => {
  it.each([[['a', 'b'], '县（市、区）'], [['a', 'unknown', ''], '县（市、区）'], [['h'], '归口单位'], [['a', 'h'], '镇街'], [['n'], '镇街'], [['unknown'], '镇街'], [[], '镇街']])('of %j is %s', (ids, title) => {
    expect(levelTitle(scheme, ids, 'zh-CN', '镇街')).toBe(title);
  });

  it('reads the level of those who applied where the scheme does not list their unit', () => {
    expect(levelTitle(scheme, [{ id: 'branch-4', level: 'homeUnit' }, { id: '' }], 'zh-CN', '村')).toBe('归口单位');
    expect(levelTitle(scheme, [{ id: 'a', level: 'homeUnit' }, { id: 'b' }], 'zh-CN', '村')).toBe('县（市、区）');
  });

  it('is in the language of the page', () => {
    expect(levelTitle(scheme, ['a'], 'en', 'Town')).toBe('County');
  });
});
