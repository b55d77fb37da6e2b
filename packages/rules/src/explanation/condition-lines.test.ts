import type { Condition, Facts } from '@cobuild/core';
import { describe, expect, it } from 'vitest';
import { traceCondition } from '../conditions/index.js';
import { conditionLines } from './condition-lines.js';
import { conditionSentence, plainValue } from './condition-words.js';
import type { ConditionWords } from './condition-words.js';

const words: ConditionWords = { locale: 'zh-CN', label: (fact) => fact, value: (_, value) => plainValue(value, 'zh-CN') };
const is = (fact: string): Condition => ({ fact, operator: 'equal', value: true });
const lines = (condition: Condition, facts: Facts): ReturnType<typeof conditionLines> => conditionLines(traceCondition(condition, facts), words);

describe('conditionLines', () => {
  it('gives each part of an all its own line and answer', () => {
    expect(lines({ all: [is('甲'), { all: [is('乙'), is('丙')] }] }, { 甲: true, 乙: false })).toEqual([
      { text: '甲：是', status: 'met' }, { text: '乙：否，须为“是”', status: 'notMet' }, { text: '丙：未填写，须为“是”', status: 'unknown' },
    ]);
  });

  it('says a single comparison as one sentence', () => {
    const trace = traceCondition({ all: [is('甲')] }, { 甲: false });
    expect(conditionLines(trace, words)).toEqual([{ text: conditionSentence(trace, words), status: 'notMet' }]);
  });

  it('puts alternatives below a heading, those that belong together below one of their own', () => {
    expect(lines({ any: [is('甲'), { all: [is('乙'), is('丙')] }] }, { 甲: false, 乙: true, 丙: false })).toEqual([{
      text: '以下至少要符合一项：', status: 'notMet',
      children: [
        { text: '甲：否，须为“是”', status: 'notMet' },
        { text: '以下各项都要符合：', status: 'notMet', children: [{ text: '乙：是', status: 'met' }, { text: '丙：否，须为“是”', status: 'notMet' }] },
      ],
    }]);
  });

  it('names of alternatives only the one that holds', () => {
    expect(lines({ any: [is('甲'), is('乙')] }, { 甲: false, 乙: true })).toEqual([{ text: '乙：是', status: 'met' }]);
  });

  it('works not into the words, where all and any change places', () => {
    expect(lines({ not: { any: [is('甲'), is('乙')] } }, { 甲: true, 乙: false })).toEqual([{ text: '甲：是，须为“否”', status: 'notMet' }, { text: '乙：否', status: 'met' }]);
    expect(lines({ not: { all: [is('甲'), is('乙')] } }, { 甲: true, 乙: true })).toMatchObject([{ status: 'notMet', children: [{ text: '甲：是，须为“否”' }, { text: '乙：是，须为“否”' }] }]);
  });

  it('says that a broken rule cannot be judged', () => {
    expect(lines({ condition: 'nobody' }, {})).toEqual([{ text: '这项规则有误，无法判断', status: 'unknown' }]);
  });
});
