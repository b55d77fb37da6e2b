import { describe, expect, it } from 'vitest';
import { define, when } from '../../test/form/form-fixture.js';
import type { AnswerRow } from './answer-rows.js';
import { describeAnswers } from './describe-answers.js';

const definition = define(
  {
    properties: {
      name: { type: 'string', title: '项目名称' },
      category: { title: '类别', oneOf: [{ const: 'a', title: '物业' }, { const: 'b', title: '志愿' }] },
      partners: { type: 'array', title: '合作方', items: { enum: ['x', 'y'] } },
      asked: { type: 'number', format: 'money', title: '申请金额' },
      households: { type: 'integer', title: '受益户数' },
      start: { type: 'string', format: 'date', title: '开工日期' },
      shared: { type: 'boolean', title: '是否利用闲置用房' },
      pledge: { type: 'boolean', const: true, title: '承诺' },
      why: { type: 'string', title: '理由' },
      account: { type: 'object', title: '收款账户', properties: { bank: { type: 'string', title: '开户行' }, number: { type: 'string', title: '账号' } } },
      lines: { type: 'array', title: '预算', items: { type: 'object', properties: { subject: { type: 'string', title: '科目' }, amount: { type: 'number', format: 'money', title: '金额' } } } },
    },
  },
  {
    fields: {
      '/category': { options: { a: { 'zh-CN': '物业', en: 'Property' } }, provenance: { kind: 'inferred' } },
      '/partners': { options: { x: { 'zh-CN': '甲' }, y: { 'zh-CN': '乙' } } },
      '/households': { unit: { 'zh-CN': '户', en: 'households' } },
      '/why': { visibleWhen: when('category', 'b') },
      '/account/number': { visibleTo: { '*': ['treasurer'] } },
    },
    layout: { steps: [{ id: 'form', title: { 'zh-CN': '项目申报表', en: 'Application' }, sections: [{ id: 'fields', fields: ['/name', '/category', '/partners', '/asked', '/households', '/start', '/shared', '/pledge', '/why', '/account', '/lines'] }] }] },
  },
);
const answers = {
  name: '暖心服务站',
  category: 'a',
  partners: ['x', 'y'],
  asked: 12000,
  households: 1234,
  start: '2026-03-05',
  shared: false,
  pledge: true,
  account: { bank: '农商行', number: '6222' },
  lines: [{ subject: '材料', amount: 9000.5 }, { subject: '人工' }],
};

const rowsOf = (value: Record<string, unknown>, locale: 'zh-CN' | 'en' = 'zh-CN', options = {}): readonly AnswerRow[] => describeAnswers(definition, value, locale, options)[0]?.rows ?? [];
const textOf = (rows: readonly AnswerRow[], pointer: string): string | undefined => rows.find((row) => row.pointer === pointer)?.text;

describe('describeAnswers', () => {
  it('writes values as words', () => {
    const rows = rowsOf(answers);
    expect(rows.map((row) => `${row.label}：${row.text}`)).toEqual([
      '项目名称：暖心服务站',
      '类别：物业',
      '合作方：甲、乙',
      '申请金额：12,000.00 元',
      '受益户数：1,234 户',
      '开工日期：2026年3月5日',
      '是否利用闲置用房：否',
      '承诺：已确认',
      '收款账户：开户行：农商行，账号：6222',
      '预算：共2项',
    ]);
    expect(rows[1]?.provenance).toBe('inferred');
  });

  it('writes them in English', () => {
    const rows = rowsOf(answers, 'en');
    expect(['/category', '/asked', '/households', '/start', '/shared', '/lines'].map((pointer) => textOf(rows, pointer))).toEqual([
      'Property',
      'CNY 12,000.00',
      '1,234 households',
      '5 March 2026',
      'No',
      '2 items',
    ]);
  });

  it('gives groups as rows and items as a table', () => {
    const rows = rowsOf(answers);
    expect(rows.find((row) => row.pointer === '/account')?.rows).toMatchObject([{ pointer: '/account/bank', text: '农商行' }, { pointer: '/account/number', text: '6222' }]);
    expect(rows.find((row) => row.pointer === '/lines')?.table).toMatchObject({
      columns: [{ template: '/lines/*/subject', label: '科目', isNumber: false }, { template: '/lines/*/amount', label: '金额', isNumber: true }],
      rows: [{ pointer: '/lines/0', cells: ['材料', '9,000.50 元'] }, { pointer: '/lines/1', cells: ['人工', '未填写'] }],
    });
  });

  it('says what is not answered, and leaves out a conditional field without an answer', () => {
    expect(textOf(rowsOf({}), '/name')).toBe('未填写');
    expect(textOf(rowsOf({}), '/why')).toBeUndefined();
    expect(textOf(rowsOf({ why: '因为' }), '/why')).toBe('因为');
  });

  it('leaves out what a role may not see, also inside the text of a group', () => {
    const rows = rowsOf(answers, 'zh-CN', { role: 'committee', stage: 'review' });
    expect(textOf(rows, '/account')).toBe('开户行：农商行');
    expect(JSON.stringify(rows)).not.toContain('6222');
    expect(JSON.stringify(rowsOf(answers, 'zh-CN', { role: 'treasurer' }))).toContain('6222');
  });

  it('draws odd values as text', () => {
    const rows = rowsOf({ name: 12, category: 'gone', asked: '多', start: 'soon', shared: 'x', account: 'y', lines: 'z' });
    expect(rows.slice(0, 2).map((row) => row.text)).toEqual(['12', 'gone']);
    expect(['/asked', '/start', '/shared', '/account', '/lines'].map((pointer) => textOf(rows, pointer))).toEqual(['多', 'soon', 'x', 'y', 'z']);
  });

  it('titles sections by their own title or that of the step', () => {
    const laidOut = { ...definition, layout: { steps: [{ id: 's', title: { 'zh-CN': '基本情况' }, sections: [{ id: 'a', fields: ['/name'] }, { id: 'b', title: { 'zh-CN': '资金' }, fields: ['/asked'] }] }] } };
    expect(describeAnswers(laidOut, answers, 'zh-CN').map((section) => section.title)).toEqual(['基本情况', '资金', '其他']);
  });
});
