import type { FormDefinition, Scheme } from '@cobuild/core';
import { describe, expect, it } from 'vitest';
import { scheme as base } from '../../test/case-scheme.js';
import { factWords } from './fact-words.js';

const form: FormDefinition = {
  id: 'application', title: { 'zh-CN': '申报表' },
  schema: {
    type: 'object', $defs: { yuan: { type: 'number', format: 'money', title: '金额' } },
    properties: {
      amount: { type: 'number', format: 'money', title: '申请金额' }, share: { $ref: '#/$defs/yuan' }, kind: { enum: ['a'] }, agreed: { type: 'boolean', title: '村民同意' }, startsOn: { type: 'string', format: 'date' }, note: { type: 'string' },
      lines: { type: 'array', title: '预算明细', items: { type: 'object', properties: { subject: { type: 'string', title: '科目' } } } },
    },
  },
  fields: { '/kind': { title: { 'zh-CN': '类别', en: 'Category' }, options: { a: { 'zh-CN': '志愿服务', en: 'Volunteering' } } }, '/households': { title: { 'zh-CN': '户数' }, unit: { 'zh-CN': '户' } }, '/lines/*/subject': { title: { 'zh-CN': '支出科目' } } },
};
const scheme: Scheme = { ...base, forms: [form], eligibility: { ...base.eligibility, hostFacts: [{ id: 'overdue', title: { 'zh-CN': '逾期报告' }, type: 'boolean' }, { id: 'registeredOn', title: { 'zh-CN': '登记日期' }, type: 'date' }] } };
const words = factWords(scheme, 'zh-CN');

describe('factWords', () => {
  it.each([
    ['amount', undefined, '申请金额'], ['share', undefined, '金额'], ['kind', undefined, '类别'], ['lines', '$[0].subject', '支出科目'], ['lines', '$', '预算明细'],
    ['parameters', '$.minHouseholds', '最少受益户数'], ['overdue', undefined, '逾期报告'], ['applicant', '$.town', '申报单位所在镇街'], ['applicant', '$.level', '申报单位层级'], ['applicant', '$.name', '申报单位'], ['today', undefined, '办理日期'], ['unheardOf', undefined, 'unheardOf'], ['__proto__', undefined, '__proto__'],
  ])('calls %s %s by its title', (fact, path, label) => {
    expect(words.label(fact, path)).toBe(label);
  });

  it('writes values as the form does: money, options, units, yes and no', () => {
    expect([words.value('amount', 12000.5), words.value('share', 3), words.value('kind', 'a'), words.value('kind', 'constructor'), words.value('households', 20), words.value('agreed', true)])
      .toEqual(['12,000.50 元', '3.00 元', '志愿服务', 'constructor', '20 户', '是']);
  });

  it('writes days as people say them, where the form, the host or the scheme knows that they are days', () => {
    expect([words.value('startsOn', '2026-03-05'), words.value('registeredOn', '2026-03-05'), words.value('today', '2026-03-05'), factWords(scheme, 'en').value('startsOn', '2026-03-05')])
      .toEqual(['2026年3月5日', '2026年3月5日', '2026年3月5日', '5 March 2026']);
    expect([words.value('note', '2026-03-05'), words.value('overdue', '2026-03-05'), words.value('startsOn', '2026-02-30'), words.value('startsOn', 'soon')]).toEqual(['2026-03-05', '2026-03-05', '2026-02-30', 'soon']);
  });

  it('groups the digits of numbers', () => {
    expect([words.value('note', 1234567.25), words.value('note', -1000), words.value('households', 12000), words.value('note', 999)]).toEqual(['1,234,567.25', '-1,000', '12,000 户', '999']);
  });

  it('calls levels and units of the organisation by their titles', () => {
    expect([words.value('applicant', 'town', '$.level'), words.value('applicant', 'nowhere', '$.town')]).toEqual(['镇街', 'nowhere']);
  });

  it('speaks English where the scheme does', () => {
    const english = factWords(scheme, 'en');
    expect([english.label('kind'), english.value('kind', 'a'), english.label('applicant', '$.name')]).toEqual(['Category', 'Volunteering', 'Applicant']);
  });
});
