import type { FormNode } from '@cobuild/core';
import { describe, expect, it } from 'vitest';
import * as english from '../../locales/en.js';
import { englishWords, messages } from '../../locales/messages.js';
import { answerText } from './parts/texts.js';
import { idOf } from './field-context.js';
import { unitOf } from './widgets/number/unit.js';

englishWords.fill(english);

const node: FormNode = {
  pointer: '/a', template: '/a', widget: 'text', label: '问题', help: '', placeholder: '', unit: '', width: 'full', required: true, recommended: false, readonly: false,
  computed: false, visible: true, value: undefined, options: [], children: [], problems: [],
};
const zh = { locale: 'zh-CN', words: messages['zh-CN'] } as const;
const en = { locale: 'en', words: messages.en } as const;

describe('answerText', () => {
  it.each([
    ['nothing', {}, ''],
    ['null', { value: null }, ''],
    ['text', { value: '晴川村' }, '晴川村'],
    ['an amount', { widget: 'money', value: 12000 }, '12,000.00 元'],
    ['a number with its unit', { widget: 'number', value: 1200, unit: '户' }, '1,200 户'],
    ['a date', { widget: 'date', value: '2026-03-05' }, '2026年3月5日'],
    ['yes', { widget: 'yesNo', value: true }, '是'],
    ['no', { widget: 'yesNo', value: false }, '否'],
    ['choices by their titles', { widget: 'checkboxes', value: ['old', 'gone'], options: [{ value: 'old', label: '老年人' }] }, '老年人、gone'],
    ['a numbered choice by its title', { widget: 'radio', value: 2, options: [{ value: 2, label: '第二档' }] }, '第二档'],
    ['something of a wrong type', { value: { a: 1 } }, '{"a":1}'],
  ])('says %s', (_what, part, text) => {
    expect(answerText({ ...node, ...part }, zh)).toBe(text);
  });

  it('puts the currency first in English', () => {
    expect(answerText({ ...node, widget: 'money', value: 12000 }, en)).toBe('CNY 12,000.00');
  });

  it.each([
    ['2026-03-05', '5 March 2026'],
    ['next week', 'next week'],
  ])('writes the date %s as %s in English', (value, text) => {
    expect(answerText({ ...node, widget: 'date', value }, en)).toBe(text);
  });
});

describe('unitOf', () => {
  it.each([
    ['申请金额', 'money', '', '元'],
    ['申请金额（元）', 'money', '', ''],
    ['申请金额(元) ', 'money', '', ''],
    ['Amount (CNY)', 'money', '', ''],
    ['申请金额（不含税）', 'money', '', '元'],
    ['申请金额（万元）', 'money', '万元', ''],
    ['受益户数（户）', 'number', '户', ''],
    ['受益户数', 'number', '户', '户'],
    ['面积（元）', 'number', '平方米', '平方米'],
    ['人数', 'number', '', ''],
  ] as const)('of “%s” (%s, unit “%s”) is “%s”', (label, widget, unit, said) => {
    expect(unitOf({ label, widget, unit }, zh)).toBe(said);
  });

  it('is left out of the answer where the title says it', () => {
    expect(answerText({ ...node, label: '申请金额（元）', widget: 'money', value: 12000 }, zh)).toBe('12,000.00');
  });
});

describe('idOf', () => {
  it('keeps two pointers apart that differ in a space, and has none itself', () => {
    const [spaced, plain] = [idOf('/a b'), idOf('/ab')];

    expect(spaced).not.toBe(plain);
    expect(spaced).not.toMatch(/\s/);
  });
});
