import { describe, expect, it } from 'vitest';
import type { Condition, Facts } from '@cobuild/core';
import { formatDate } from '@cobuild/core';
import { traceCondition } from '../conditions/index.js';
import { operators } from '../operators/index.js';
import type { ConditionWords } from './condition-words.js';
import { conditionSentence, describeCondition, expectationSentence, plainValue } from './condition-words.js';

const LABELS: Readonly<Record<string, string>> = {
  households: '受益户数', amount: '申请金额', budget: '预算总额', kinds: '项目类别', startsOn: '开工日期', unitTypes: '参与单位类型', agreed: '村民同意', held: '是否开过会？', decidedOn: '决议日期',
  'parameters$.minHouseholds': '最低受益户数', 'parameters$.scope': '适用范围', 'parameters$.excluded': '不得列支的用途',
};
const words: ConditionWords = {
  locale: 'zh-CN',
  label: (fact, path = '') => LABELS[fact + path] ?? fact + path,
  value: (fact, value) => (fact === 'amount' ? `${String(value)} 元` : fact === 'startsOn' ? formatDate(String(value)) : plainValue(value, 'zh-CN')),
};
const english: ConditionWords = { locale: 'en', label: (fact) => fact, value: (_, value) => plainValue(value, 'en') };

const sentence = (condition: Condition, facts: Facts): string => conditionSentence(traceCondition(condition, facts), words);
const atLeast20: Condition = { fact: 'households', operator: 'greaterThanInclusive', value: 20 };

describe('conditionSentence', () => {
  it.each([
    [19, '受益户数：19，不得少于 20'],
    [20, '受益户数：20，不少于 20'],
    [21, '受益户数：21，不少于 20'],
    [undefined, '受益户数：未填写，不得少于 20'],
    ['', '受益户数：未填写，不得少于 20'],
    ['十二', '受益户数：十二，无法判断，不得少于 20'],
  ])('says what %s households mean for "at least 20"', (households, expected) => {
    expect(sentence(atLeast20, { households })).toBe(expected);
  });

  it('works not into the words', () => {
    const few: Condition = { not: { fact: 'households', operator: 'lessThan', value: 20 } };
    expect(sentence(few, { households: 12 })).toBe('受益户数：12，不得少于 20');
    expect(sentence({ fact: 'households', operator: 'not:lessThan', value: 20 }, { households: 12 })).toBe('受益户数：12，不得少于 20');
  });

  it('names the parameter or the other answer that the value comes from', () => {
    const parameter: Condition = { fact: 'households', operator: 'greaterThanInclusive', value: { fact: 'parameters', path: '$.minHouseholds' } };
    expect(sentence(parameter, { households: 12, parameters: { minHouseholds: 20 } })).toBe('受益户数：12，不得少于 20（最低受益户数）');
    expect(sentence(parameter, { households: 12, parameters: {} })).toBe('受益户数：12，不得少于最低受益户数（尚未确定）');
    const budget: Condition = { fact: 'amount', operator: 'lessThanInclusive', value: { fact: 'budget' } };
    expect(sentence(budget, { amount: 60000, budget: 50000 })).toBe('申请金额：60000 元，不得超过预算总额（50000 元）');
    expect(sentence(budget, { amount: 60000 })).toBe('申请金额：60000 元，不得超过预算总额（未填写）');
  });

  it('speaks of days as earlier and later', () => {
    expect(sentence({ fact: 'startsOn', operator: 'greaterThan', value: '2026-05-01' }, { startsOn: '2026-04-30' })).toBe('开工日期：2026年4月30日，须晚于2026年5月1日');
  });

  it('says yes and no for booleans and lists items', () => {
    expect(sentence({ fact: 'agreed', operator: 'equal', value: true }, { agreed: false })).toBe('村民同意：否，须为“是”');
    expect(sentence({ fact: 'kinds', operator: 'in', value: ['环境', '安全'] }, { kinds: '其他' })).toBe('项目类别：其他，须为以下之一：环境、安全');
    expect(sentence({ fact: 'unitTypes', operator: 'contains', value: '企业' }, { unitTypes: [] })).toBe('参与单位类型：无，须包括“企业”');
    expect(sentence({ fact: 'unitTypes', operator: 'everyValue:contains', value: ['企业', '村民'] }, { unitTypes: ['企业'] }))
      .toBe('参与单位类型：企业，须包括“企业、村民”中的每一项');
    expect(sentence({ fact: 'unitTypes', operator: 'not:someFact:equal', value: '企业' }, { unitTypes: ['企业'] }))
      .toBe('参与单位类型：企业，每一项都不能是“企业”');
  });

  it('says what was found and no more where that is what is wanted', () => {
    expect(sentence({ fact: 'agreed', operator: 'equal', value: true }, { agreed: true })).toBe('村民同意：是');
    expect(sentence({ fact: 'agreed', operator: 'notEqual', value: true }, { agreed: false })).toBe('村民同意：否');
    expect(sentence({ fact: 'agreed', operator: 'notEqual', value: true }, { agreed: true })).toBe('村民同意：是，须为“否”');
    expect(sentence({ fact: 'kinds', operator: 'notEqual', value: '' }, { kinds: '环境' })).toBe('项目类别：环境');
    expect(sentence({ fact: 'kinds', operator: 'notEqual', value: '' }, {})).toBe('项目类别：未填写，须填写');
  });

  it('tells what a choice is not, without saying it twice', () => {
    const notOther: Condition = { fact: 'kinds', operator: 'notEqual', value: '其他' };
    expect(sentence(notOther, { kinds: '环境' })).toBe('项目类别：环境，不是“其他”');
    expect(sentence(notOther, { kinds: '其他' })).toBe('项目类别：其他，不能是这一项');
    expect(sentence(notOther, {})).toBe('项目类别：未填写，不能是“其他”');
    expect(sentence(notOther, { kinds: 3 })).toBe('项目类别：3，无法判断，不能是“其他”');
  });

  it('compares numbers, days and texts of two answers each in its own words', () => {
    const equals = (fact: string, other: string): Condition => ({ fact, operator: 'equal', value: { fact: other } });
    expect(sentence(equals('amount', 'budget'), { amount: 5, budget: 5 })).toBe('申请金额：5 元，等于预算总额（5 元）');
    expect(sentence(equals('amount', 'budget'), { amount: 6, budget: 5 })).toBe('申请金额：6 元，须等于预算总额（5 元）');
    expect(sentence(equals('startsOn', 'decidedOn'), { startsOn: '2026-03-01', decidedOn: '2026-03-01' })).toBe('开工日期：2026年3月1日，与决议日期（2026年3月1日）一致');
    expect(sentence({ not: equals('kinds', 'unitTypes') }, { kinds: '环境', unitTypes: '环境' })).toBe('项目类别：环境，不能与参与单位类型（环境）相同');
    expect(sentence({ fact: 'startsOn', operator: 'greaterThanInclusive', value: { fact: 'decidedOn' } }, { startsOn: '2026-03-01', decidedOn: '2026-03-02' })).toBe('开工日期：2026年3月1日，不得早于决议日期（2026年3月2日）');
  });

  it('names the list that an answer belongs to, and its items where it does not', () => {
    const inScope: Condition = { fact: 'kinds', operator: 'in', value: { fact: 'parameters', path: '$.scope' } };
    const scope = ['环境', '安全'];
    expect(sentence(inScope, { kinds: '环境', parameters: { scope } })).toBe('项目类别：环境，属于“适用范围”');
    expect(sentence(inScope, { kinds: '其他', parameters: { scope } })).toBe('项目类别：其他，须属于“适用范围”：环境、安全');
    expect(sentence(inScope, { kinds: '其他', parameters: {} })).toBe('项目类别：其他，须属于“适用范围”（尚未确定）');
    expect(sentence({ fact: 'kinds', operator: 'in', value: scope }, { kinds: '安全' })).toBe('项目类别：安全，在允许的范围内');
    expect(sentence({ fact: 'kinds', operator: 'notIn', value: scope }, { kinds: '其他' })).toBe('项目类别：其他，不属于：环境、安全');
    expect(sentence({ fact: 'kinds', operator: 'notIn', value: scope }, { kinds: '安全' })).toBe('项目类别：安全，不得为以下任何一项：环境、安全');
  });

  it.each<[readonly string[], string, string]>([
    [['无此类'], '参与单位类型：无此类，不在“不得列支的用途”之列', 'unitTypes: 无此类, not listed under “excluded”'],
    [['差旅', '培训'], '参与单位类型：差旅、培训，都不在“不得列支的用途”之列', 'unitTypes: 差旅, 培训, none of them listed under “excluded”'],
    [['宴请'], '参与单位类型：宴请，不得有“不得列支的用途”中的任何一项：工资、津贴；宴请', 'unitTypes: 宴请, must not include anything listed under “excluded”: 工资、津贴, 宴请'],
  ])('says of %j that none may be on a list', (unitTypes, chinese, inEnglish) => {
    const trace = traceCondition({ fact: 'unitTypes', operator: 'everyFact:notIn', value: { fact: 'parameters', path: '$.excluded' } }, { unitTypes, parameters: { excluded: ['工资、津贴', '宴请'] } });
    expect(conditionSentence(trace, words)).toBe(chinese);
    expect(conditionSentence(trace, { ...english, label: (fact, path) => (path === undefined ? fact : path.slice(2)) })).toBe(inEnglish);
  });

  it('leaves the question mark of a title out of the sentence', () => {
    expect(sentence({ fact: 'held', operator: 'equal', value: true }, { held: false })).toBe('是否开过会：否，须为“是”');
  });

  it('names only the parts that fail, and all alternatives when none holds', () => {
    const agreed: Condition = { fact: 'agreed', operator: 'equal', value: true };
    const cheap: Condition = { fact: 'amount', operator: 'lessThan', value: 1000 };
    const facts = { households: 12, agreed: true, amount: 1000 };
    expect(sentence({ all: [atLeast20, agreed] }, facts)).toBe('受益户数：12，不得少于 20');
    expect(sentence({ any: [atLeast20, cheap] }, facts)).toBe('以下至少要符合一项：受益户数：12，不得少于 20；或者申请金额：1000 元，须小于 1000 元');
    expect(sentence({ any: [atLeast20, cheap, agreed] }, facts)).toBe('村民同意：是');
    expect(sentence({ not: { all: [agreed, { fact: 'amount', operator: 'equal', value: 1000 }] } }, facts))
      .toBe('以下至少要符合一项：村民同意：是，须为“否”；或者申请金额：1000 元，不能是这个值');
  });

  it('says that a broken rule cannot be judged', () => {
    expect(sentence({ fact: 'households', operator: 'atLeast', value: 20 }, { households: 12 })).toContain('这项规则有误，无法判断');
    expect(sentence({ condition: 'nobody' }, {})).toBe('这项规则有误，无法判断');
    expect(sentence({} as Condition, {})).toBe('这项规则有误，无法判断');
  });

  it('speaks English', () => {
    expect(conditionSentence(traceCondition(atLeast20, { households: 12 }), english)).toBe('households: 12, must be at least 20');
    expect(conditionSentence(traceCondition(atLeast20, { households: 20 }), english)).toBe('households: 20, at least 20');
    expect(conditionSentence(traceCondition(atLeast20, {}), english)).toBe('households: not filled in, must be at least 20');
  });
});

describe('expectationSentence', () => {
  it('says what is wanted, whatever was found', () => {
    expect(expectationSentence(traceCondition(atLeast20, { households: 25 }), words)).toBe('受益户数不得少于 20');
    expect(expectationSentence(traceCondition(atLeast20, {}), english)).toBe('households must be at least 20');
  });

  it('brackets groups inside groups', () => {
    const nested: Condition = { all: [atLeast20, { any: [{ fact: 'agreed', operator: 'equal', value: true }, { fact: 'amount', operator: 'lessThan', value: 1000 }] }] };
    expect(expectationSentence(traceCondition(nested, {}), words)).toBe('受益户数不得少于 20；（以下至少要符合一项：村民同意须为“是”；或者申请金额须小于 1000 元）');
  });

  it.each(operators.flatMap(({ name }) => [name, `not:${name}`, `swap:${name}`, `someFact:${name}`]))('has words in both languages for %s', (operator) => {
    const condition: Condition = { fact: 'households', operator, value: 20 };
    expect(expectationSentence(traceCondition(condition, {}), words)).toMatch(/^受益户数.*(须|不得|不能).*20”?$/);
    expect(expectationSentence(traceCondition(condition, {}), english)).toMatch(/^households .*must .*20”?$/);
  });
});

describe('describeCondition', () => {
  it('describes a condition before there is any answer, through named conditions', () => {
    const named = { enough: { fact: 'households', operator: 'greaterThanInclusive', value: { fact: 'parameters', path: '$.minHouseholds' } } };
    expect(describeCondition({ condition: 'enough' }, words, named)).toBe('受益户数不得少于最低受益户数');
  });
});
