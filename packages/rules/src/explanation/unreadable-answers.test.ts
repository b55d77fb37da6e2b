import type { Case, Scheme } from '@cobuild/core';
import { chinaCalendar } from '@cobuild/core';
import { describe, expect, it } from 'vitest';
import { applicant, scheme } from '../../test/case-scheme.js';
import { decide } from '../decision/index.js';
import { explainDecision } from './explain-decision.js';

const title = (text: string): { readonly 'zh-CN': string } => ({ 'zh-CN': text });
const rule = (id: string, conditions: Scheme['eligibility']['rules'][number]['conditions']): Scheme['eligibility']['rules'][number] => ({ id, title: title(id), reason: title('不符合'), conditions });
const [form] = scheme.forms;
const own: Scheme = {
  ...scheme,
  forms: form === undefined ? [] : [{ ...form, schema: { type: 'object', properties: {
    households: { type: 'integer', title: '受益户数' }, asked: { type: 'number', format: 'money', title: '申请金额' }, from: { type: 'string', format: 'date', title: '开始日期' }, until: { type: 'string', format: 'date', title: '结束日期' },
  } } }],
  eligibility: { rules: [
    rule('enough', { fact: 'households', operator: 'greaterThan', value: 19 }), rule('little', { fact: 'asked', operator: 'lessThan', value: 500 }), rule('order', { fact: 'until', operator: 'greaterThanInclusive', value: { fact: 'from' } }),
  ] },
};
const sound = { households: 20, asked: 400, from: '2026-03-01', until: '2026-03-02' };
const verdict = (answers: Case['answers'], locale: 'zh-CN' | 'en' = 'zh-CN'): string => {
  const item: Case = { id: 'c', submittedAt: '2026-03-02T09:00:00+08:00', applicant, answers };
  return explainDecision(own, decide(own, item, { calendar: chinaCalendar }), item, locale).verdict;
};

describe('the verdict on answers that cannot be read', () => {
  it('says which, what was found and what is expected', () => {
    expect(verdict({ ...sound, asked: '三万' })).toBe('还不能判断是否符合申报条件：“申请金额”填的是“三万”，读不出来，应为金额（元，最多两位小数）。');
    expect(verdict({ ...sound, households: '二十' }, 'en')).toContain('“受益户数” is “二十”, which cannot be read; it has to be a whole number.');
  });

  it('names the one of two answers that is not what it has to be', () => {
    expect(verdict({ ...sound, from: '三月' })).toContain('“开始日期”填的是“三月”，读不出来，应为日期');
    expect(verdict({ ...sound, until: '三月' })).toContain('“结束日期”填的是“三月”');
  });

  it('counts what is missing beside them, and calls only that missing', () => {
    expect(verdict({ ...sound, asked: '三万', households: undefined })).toMatch(/“三万”.*；另有1项缺少信息。$/);
    expect(verdict({ ...sound, households: undefined })).toBe('还不能判断是否符合申报条件：1项缺少信息。');
  });
});
