import { describe, expect, it } from 'vitest';
import { define } from '../../../test/form/form-fixture.js';
import { describeAnswers } from '../describe-answers.js';
import { publicRow } from '../../publication/public-view.js';
import type { AnswerQuestion } from './answer-question.js';
import { AnswerTexts, answerTexts } from './answer-texts.js';
import { plainFormatTexts, plainWidgetTexts } from './plain-texts.js';

const question: AnswerQuestion = { widget: 'text', label: '问题', unit: '', options: [] };
const texts = new AnswerTexts(plainWidgetTexts, plainFormatTexts);

describe('AnswerTexts', () => {
  it.each([
    ['an amount', { widget: 'money' }, 12000.5, '12,000.50 元'],
    ['an amount with more decimals than money has', { widget: 'money' }, 0.125, '0.125 元'],
    ['an amount whose title says the unit', { widget: 'money', label: '申请金额（元）' }, 12000, '12,000.00'],
    ['a number with its unit', { widget: 'number', unit: '户' }, 1234567, '1,234,567 户'],
    ['a number too large for digits', { widget: 'number' }, 1e21, '1000000000000000000000'.replace(/\B(?=(?:\d{3})+$)/g, ',')],
    ['a number of a choice by its title', { widget: 'radio', options: [{ value: 2, label: '第二档' }] }, 2, '第二档'],
    ['a date by its widget', { widget: 'date' }, '2026-03-05', '2026年3月5日'],
    ['a date by its format', { widget: 'text', format: 'date' }, '2026-03-05', '2026年3月5日'],
    ['a day that does not exist as it is', { widget: 'date' }, '2026-02-30', '2026-02-30'],
    ['yes', { widget: 'yesNo' }, true, '是'],
    ['a confirmation', { widget: 'confirmation' }, true, '已确认'],
    ['a confirmation that was withdrawn', { widget: 'confirmation' }, false, '未确认'],
    ['several choices', { widget: 'checkboxes', options: [{ value: 'a', label: '甲' }] }, ['a', 'gone'], '甲、gone'],
    ['something of a wrong type', { widget: 'money' }, '多', '多'],
    ['an object', {}, { a: 1 }, '{"a":1}'],
  ])('says %s', (_what, part, value, said) => {
    expect(texts.text({ ...question, ...part }, value, 'zh-CN')).toBe(said);
  });

  it.each([undefined, null, '', '  ', [], {}, { a: '' }])('says nothing of %j', (value) => {
    expect(texts.parts(question, value, 'zh-CN')).toEqual({ text: '', unit: '' });
  });

  it('puts the currency first in English', () => {
    expect(texts.text({ ...question, widget: 'money' }, 12000, 'en')).toBe('CNY 12,000.00');
  });

  it('asks the text of a widget before that of a format, and the plain one where neither knows the value', () => {
    const own = new AnswerTexts({ stars: (value) => (typeof value === 'number' ? `${value} 星` : undefined) }, { rating: () => '评分' });
    const stars = { ...question, widget: 'stars', format: 'rating' };
    expect([own.text(stars, 3, 'zh-CN'), own.text(stars, 'x', 'zh-CN'), own.text({ ...question, widget: 'stars' }, 'x', 'zh-CN')]).toEqual(['3 星', '评分', 'x']);
  });

  it.each(['constructor', '__proto__', 'toString'])('has no text for a widget named %s', (widget) => {
    expect(texts.has(widget)).toBe(false);
    expect(texts.text({ ...question, widget, format: widget }, 'x', 'zh-CN')).toBe('x');
  });
});

describe('answerTexts', () => {
  it('is what descriptions and public lists say, also for a group with a widget of its own', () => {
    answerTexts.register('test-place', (value) => `地点 ${JSON.stringify(value)}`);
    const definition = define(
      { properties: { place: { type: 'object', title: '地点', properties: { town: { type: 'string' } } }, plot: { type: 'string', title: '地块' } } },
      { fields: { '/place': { widget: 'test-place' }, '/plot': { widget: 'test-place', publish: 'plain' } } },
    );
    const answers = { place: { town: '荷城' }, plot: 'A1' };
    expect(describeAnswers(definition, answers, 'zh-CN')[0]?.rows.map(({ text }) => text)).toEqual(['地点 {"town":"荷城"}', '地点 "A1"']);
    expect(publicRow(definition, answers, ['/plot']).cells[0]?.text).toBe('地点 "A1"');
  });
});
