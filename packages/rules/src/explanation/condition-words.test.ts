import { describe, expect, it } from 'vitest';
import type { Condition, Facts } from '@cobuild/core';
import { traceCondition } from '../conditions/index.js';
import { operators } from '../operators/index.js';
import type { ConditionWords } from './condition-words.js';
import { conditionSentence, describeCondition, expectationSentence, plainValue } from './condition-words.js';

const LABELS: Readonly<Record<string, string>> = {
  households: '受益户数', amount: '申请金额', budget: '预算总额', kinds: '项目类别', startsOn: '开工日期', unitTypes: '参与单位类型', agreed: '村民同意',
  'parameters$.minHouseholds': '最低受益户数',
};
const words: ConditionWords = {
  locale: 'zh-CN',
  label: (fact, path = '') => LABELS[fact + path] ?? fact + path,
  value: (fact, value) => (fact === 'amount' ? `${String(value)} 元` : plainValue(value, 'zh-CN')),
};
const english: ConditionWords = { locale: 'en', label: (fact) => fact, value: (_, value) => plainValue(value, 'en') };

const sentence = (condition: Condition, facts: Facts): string => conditionSentence(traceCondition(condition, facts), words);
const atLeast20: Condition = { fact: 'households', operator: 'greaterThanInclusive', value: 20 };

describe('conditionSentence', () => {
  it.each([
    [19, '受益户数 19，应不少于 20'],
    [20, '受益户数 20，不少于 20'],
    [21, '受益户数 21，不少于 20'],
    [undefined, '受益户数未填写，应不少于 20'],
    ['', '受益户数未填写，应不少于 20'],
    ['十二', '受益户数 十二，无法判断，应不少于 20'],
  ])('says what %s households mean for "at least 20"', (households, expected) => {
    expect(sentence(atLeast20, { households })).toBe(expected);
  });

  it('works not into the words', () => {
    const few: Condition = { not: { fact: 'households', operator: 'lessThan', value: 20 } };
    expect(sentence(few, { households: 12 })).toBe('受益户数 12，应不少于 20');
    expect(sentence({ fact: 'households', operator: 'not:lessThan', value: 20 }, { households: 12 })).toBe('受益户数 12，应不少于 20');
  });

  it('names the parameter or the other answer that the value comes from', () => {
    const parameter: Condition = { fact: 'households', operator: 'greaterThanInclusive', value: { fact: 'parameters', path: '$.minHouseholds' } };
    expect(sentence(parameter, { households: 12, parameters: { minHouseholds: 20 } })).toBe('受益户数 12，应不少于 20（最低受益户数）');
    expect(sentence(parameter, { households: 12, parameters: {} })).toBe('受益户数 12，应不少于 最低受益户数（尚未确定）');
    const budget: Condition = { fact: 'amount', operator: 'lessThanInclusive', value: { fact: 'budget' } };
    expect(sentence(budget, { amount: 60000, budget: 50000 })).toBe('申请金额 60000 元，应不超过 预算总额（50000 元）');
    expect(sentence(budget, { amount: 60000 })).toBe('申请金额 60000 元，应不超过 预算总额（未填写）');
  });

  it('speaks of days as earlier and later', () => {
    expect(sentence({ fact: 'startsOn', operator: 'greaterThan', value: '2026-05-01' }, { startsOn: '2026-04-30' })).toBe('开工日期 2026-04-30，应晚于 2026-05-01');
  });

  it('says yes and no for booleans and lists items', () => {
    expect(sentence({ fact: 'agreed', operator: 'equal', value: true }, { agreed: false })).toBe('村民同意 否，应为 是');
    expect(sentence({ fact: 'kinds', operator: 'in', value: ['环境', '安全'] }, { kinds: '其他' })).toBe('项目类别 其他，应为以下之一：环境、安全');
    expect(sentence({ fact: 'unitTypes', operator: 'contains', value: '企业' }, { unitTypes: [] })).toBe('参与单位类型 无，应包括 企业');
    expect(sentence({ fact: 'unitTypes', operator: 'everyValue:contains', value: ['企业', '村民'] }, { unitTypes: ['企业'] }))
      .toBe('参与单位类型 企业，应包括 企业、村民中的每一项');
    expect(sentence({ fact: 'unitTypes', operator: 'not:someFact:equal', value: '企业' }, { unitTypes: ['企业'] }))
      .toBe('参与单位类型 企业，其中每一项不应为 企业');
  });

  it('names only the parts that fail, and all alternatives when none holds', () => {
    const agreed: Condition = { fact: 'agreed', operator: 'equal', value: true };
    const cheap: Condition = { fact: 'amount', operator: 'lessThan', value: 1000 };
    const facts = { households: 12, agreed: true, amount: 1000 };
    expect(sentence({ all: [atLeast20, agreed] }, facts)).toBe('受益户数 12，应不少于 20');
    expect(sentence({ any: [atLeast20, cheap] }, facts)).toBe('以下至少符合一项：受益户数 12，应不少于 20；或者申请金额 1000 元，应小于 1000 元');
    expect(sentence({ any: [atLeast20, cheap, agreed] }, facts)).toBe('村民同意 是，为 是');
    expect(sentence({ not: { all: [agreed, { fact: 'amount', operator: 'equal', value: 1000 }] } }, facts))
      .toBe('以下至少符合一项：村民同意 是，不应为 是；或者申请金额 1000 元，不应为 1000 元');
  });

  it('says that a broken rule cannot be judged', () => {
    expect(sentence({ fact: 'households', operator: 'atLeast', value: 20 }, { households: 12 })).toContain('这项规则有误，无法判断');
    expect(sentence({ condition: 'nobody' }, {})).toBe('这项规则有误，无法判断');
    expect(sentence({} as Condition, {})).toBe('这项规则有误，无法判断');
  });

  it('speaks English', () => {
    expect(conditionSentence(traceCondition(atLeast20, { households: 12 }), english)).toBe('households: 12, must be at least 20');
    expect(conditionSentence(traceCondition(atLeast20, { households: 20 }), english)).toBe('households: 20, is at least 20');
    expect(conditionSentence(traceCondition(atLeast20, {}), english)).toBe('households: not filled in, must be at least 20');
  });
});

describe('expectationSentence', () => {
  it('says what is wanted, whatever was found', () => {
    expect(expectationSentence(traceCondition(atLeast20, { households: 25 }), words)).toBe('受益户数应不少于 20');
    expect(expectationSentence(traceCondition(atLeast20, {}), english)).toBe('households must be at least 20');
  });

  it('brackets groups inside groups', () => {
    const nested: Condition = { all: [atLeast20, { any: [{ fact: 'agreed', operator: 'equal', value: true }, { fact: 'amount', operator: 'lessThan', value: 1000 }] }] };
    expect(expectationSentence(traceCondition(nested, {}), words)).toBe('受益户数应不少于 20；（以下至少符合一项：村民同意应为 是；或者申请金额应小于 1000 元）');
  });

  it.each(operators.flatMap(({ name }) => [name, `not:${name}`, `swap:${name}`, `someFact:${name}`]))('has words in both languages for %s', (operator) => {
    const condition: Condition = { fact: 'households', operator, value: 20 };
    expect(expectationSentence(traceCondition(condition, {}), words)).toMatch(/^受益户数.*应.*20$/);
    expect(expectationSentence(traceCondition(condition, {}), english)).toMatch(/^households .*must .*20$/);
  });
});

describe('describeCondition', () => {
  it('describes a condition before there is any answer, through named conditions', () => {
    const named = { enough: { fact: 'households', operator: 'greaterThanInclusive', value: { fact: 'parameters', path: '$.minHouseholds' } } };
    expect(describeCondition({ condition: 'enough' }, words, named)).toBe('受益户数应不少于 最低受益户数');
  });
});
