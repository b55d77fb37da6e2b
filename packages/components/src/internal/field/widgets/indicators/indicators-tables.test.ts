import type { Indicator } from '@cobuild/core';
import { describe, expect, it } from 'vitest';
import { indicatorsTables } from './indicators-tables.js';

const rows: Indicator[] = [{ group: 'output', name: '受益户数', unit: '户', baseline: 40, target: 1200, weight: 60 }, { group: 'effect', name: '投诉', unit: '件', direction: 'atMost', target: 3, weight: 40 }];
const settings = { groups: [{ id: 'output', title: { 'zh-CN': '产出', en: 'Output' } }] };

describe('indicators in words', () => {
  it('have a row each', () => {
    expect(indicatorsTables(rows, settings, { locale: 'zh-CN' })[0]?.rows).toEqual([['产出', '受益户数', '户', '不少于', '40', '1,200', '60'], ['effect', '投诉', '件', '不多于', '', '3', '40']]);
  });

  it.each([[1199, '未达到'], [1200, '达到'], [1201, '达到']])('say of %d of 1200 that it was %s', (actual, result) => {
    const [table] = indicatorsTables([{ ...rows[0], actual } as Indicator], settings, { locale: 'zh-CN' });

    expect(table?.rows[0]?.slice(6, 8)).toEqual([actual.toLocaleString('en'), result]);
  });

  it('are no table where there are none', () => {
    expect(indicatorsTables(undefined, settings, { locale: 'en' })).toEqual([]);
  });
});
