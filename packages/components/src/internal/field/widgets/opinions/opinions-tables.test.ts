import type { OpinionsSettings, OpinionsValue } from '@cobuild/core';
import { describe, expect, it } from 'vitest';
import { opinionsTables } from './opinions-tables.js';

const settings: OpinionsSettings = { groups: [{ id: 'members', title: { 'zh-CN': '党员', en: 'Members' } }, { id: 'residents', title: { 'zh-CN': '群众', en: 'Residents' } }] };
const value: OpinionsValue = {
  heldOn: '2026-03-02',
  method: '入户走访',
  counts: [{ group: 'members', asked: 8, for: 6, against: 0, other: 0 }, { group: 'residents', for: 9, against: 2, other: 1 }],
  respondents: [
    { name: '张三丰', group: 'residents', opinion: 'for', text: '希望早日动工', publish: true },
    { name: '李小四', group: 'residents', opinion: 'against', text: '太贵', publish: false },
  ],
};

describe('opinionsTables', () => {
  it('has the numbers by group and in all', () => {
    expect(opinionsTables(value, settings, { locale: 'zh-CN' })[0]?.rows).toEqual([['党员', '8', '6', '0', '0', '6'], ['群众', '—', '9', '2', '1', '12'], ['总计', '—', '15', '2', '1', '18']]);
  });

  it('names everybody to those who decide', () => {
    expect(opinionsTables(value, settings, { locale: 'zh-CN' })[1]?.rows.map(([name, , , , , agreed]) => [name, agreed])).toEqual([['张三丰', '是'], ['李小四', '否']]);
  });
});
