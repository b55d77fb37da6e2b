import { describe, expect, it } from 'vitest';
import type { Locale } from '../problems/problem.js';
import { en } from './en.js';
import { messageCodes } from './message-codes.js';
import type { Params } from './message-table.js';
import { message } from './message.js';
import { zhCn } from './zh-cn-whole.js';

const kinds = ['text', 'number', 'money', 'choice', 'list', 'confirmation'];
const common: Params = {
  label: '项目名称', limit: 40, length: 46, count: 3, multipleOf: 5, format: 'date', type: ['string'], allowedValue: '是', property: 'x', reason: 'type', reference: '#/x', widget: 'map',
};

/** Every sentence of a code that its parameters can lead to. */
function sentences(code: string, locale: Locale): string[] {
  const variants: Params[] = kinds.map((kind) => ({ ...common, kind }));
  if (code === 'form/type') ['number', 'integer', 'boolean', 'array', 'object', 'null', 'other'].forEach((type) => variants.push({ ...common, type: [type] }));
  if (code === 'form/unsupported') ['deep', 'type', 'open', 'root', 'contains', 'not'].forEach((reason) => variants.push({ ...common, reason }));
  if (code.startsWith('form/unshown-answer')) ['extra', 'former', 'undrawn'].forEach((kind) => variants.push({ ...common, kind }));
  if (code === 'form/entry-name') ['empty', 'long', 'taken', 'form'].forEach((reason) => variants.push({ ...common, reason }));
  if (code === 'form/format') {
    const formats = ['money', 'citizen-number', 'organisation-code', 'area-code', 'date-time', 'time', 'duration', 'email', 'uri', 'hostname', 'ipv4', 'ipv6', 'uuid', 'json-pointer', 'regex', 'other'];
    formats.forEach((format) => variants.push({ ...common, format }));
    ['length', 'characters', 'structure', 'date', 'check-digit'].forEach((reason) => variants.push({ ...common, format: 'citizen-number', reason, expected: '6, 9, 12' }));
  }
  variants.push({ ...common, computed: true }, { label: '项目名称' });
  return variants.map((params) => message(code, params, locale));
}

describe('messages', () => {
  it('exist for every code in both languages', () => {
    expect(Object.keys(zhCn).sort()).toEqual([...messageCodes].sort());
    expect(Object.keys(en).sort()).toEqual([...messageCodes].sort());
  });

  it.each(messageCodes)('%s names the field in both languages and leaves nothing open', (code) => {
    for (const locale of ['zh-CN', 'en'] as const) {
      for (const sentence of sentences(code, locale)) {
        expect(sentence).toContain('项目名称');
        expect(sentence).not.toMatch(/undefined|null|NaN|\[object|\{|\}/);
      }
    }
  });

  it.each(messageCodes)('%s is punctuated as Chinese', (code) => {
    for (const sentence of sentences(code, 'zh-CN')) {
      expect(sentence).not.toMatch(/[\u4e00-\u9fff」”][,;:?!()]|[,;:?!()][\u4e00-\u9fff「“]|["']|！|[。.]$/);
    }
  });

  it.each(messageCodes)('%s has no Chinese of its own in English', (code) => {
    for (const sentence of sentences(code, 'en')) expect(sentence.replace('项目名称', '').replace('“是”', '')).not.toMatch(/[\u3000-\u9fff\uff00-\uffef]/);
  });

  it.each([
    [1, '“x” must have 1 character or fewer; it now has 2 characters'],
    [1000, '“x” must have 1,000 characters or fewer; it now has 2 characters'],
  ])('counts in the plural that %i takes', (limit, sentence) => {
    expect(message('form/maxLength', { label: 'x', limit, length: 2 }, 'en')).toBe(sentence);
  });

  it('writes amounts with their unit', () => {
    expect(message('form/maximum', { label: '申请金额', kind: 'money', limit: 500000 }, 'zh-CN')).toBe('“申请金额”不能大于 500,000.00 元');
    expect(message('form/minimum', { label: '户数', kind: 'number', limit: 20, unit: '户' }, 'zh-CN')).toBe('“户数”不能小于 20 户');
  });

  it('falls back to a general sentence for a keyword without its own, and to the code elsewhere', () => {
    expect(message('form/contentEncoding', { label: '附件' }, 'zh-CN')).toBe('“附件”填写的内容不符合要求');
    expect(message('host/offline', {}, 'zh-CN')).toBe('host/offline');
    expect(message('form/constructor', { label: '附件' }, 'zh-CN')).toBe('“附件”填写的内容不符合要求');
  });

  it('takes the tables of another area', () => {
    const tables = { 'zh-CN': { 'host/offline': () => '暂时无法提交' }, en: { 'host/offline': () => 'Cannot be submitted now' } };
    expect(message('host/offline', {}, 'en', tables)).toBe('Cannot be submitted now');
  });
});
