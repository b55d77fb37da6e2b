import type { Scheme } from '@cobuild/core';
import { describe, expect, it } from 'vitest';
import { scheme } from '../../test/case-scheme.js';
import { unpinnedWords } from './unpinned-words.js';

const title = { 'zh-CN': '办理方式' };
const own: Scheme = {
  ...scheme,
  parameters: { ...scheme.parameters, cap: { title: { 'zh-CN': '项目上限' }, type: 'money', value: 5000, overlay: 'any' } },
  decisionTables: [{ id: 'route', title, hitPolicy: 'unique', inputs: [{ id: 'households', title: { 'zh-CN': '户数' }, fact: 'households' }], outputs: [{ id: 'days', title: { 'zh-CN': '天数' } }], rows: [{ id: 'short', inputs: { households: { below: 50 } }, outputs: { days: 3 } }] }],
};
const message = (threshold: string, value: unknown, ...unnoticed: readonly unknown[]): string => unpinnedWords(own, { threshold, value, unnoticed }, 'zh-CN').message;

describe('unpinnedWords', () => {
  it.each<[string, unknown, unknown, string, string]>([
    ['/parameters/cap/value', 5000, 5000.01, '参数“项目上限”：5,000.00 元。', '“5,000.01 元”'],
    ['/parameters/minHouseholds/value', 20, 21, '参数“最少受益户数”：20。', '“21”'],
    ['/thresholds/0/ratio', { p: 1, q: 2 }, { p: 13, q: 24 }, '表决规则“过半数”的通过比例：1/2。', '“13/24”'],
    ['/thresholds/0/op', '>', '>=', '表决规则“过半数”的比较方式：超过。', '“达到”'],
    ['/thresholds/0/quorum/base', 'entitled', 'appointed', '表决规则“过半数”的计票基数：有权表决人数。', '“应到人数”'],
    ['/decisionTables/0/rows/0/inputs/households/below', 50, 49, '决策表“办理方式”的“short”行“户数”上限：50。', '“49”'],
    ['/decisionTables/0/rows/0/outputs/days', 3, 4, '决策表“办理方式”的“short”行“天数”：3。', '“4”'],
  ])('names what has the limit at %s', (threshold, value, other, place, changed) => {
    expect(message(threshold, value, other)).toBe(`${place}改成${changed}，所有测试照样通过：没有测试守住这个界限`);
  });

  it('says conditions as sentences, as they are and as they could be', () => {
    expect(message('/eligibility/rules/0/conditions/all/0/operator', 'greaterThanInclusive', 'greaterThan')).toBe('申报条件“受益户数”：受益户数不得少于最少受益户数。改成“受益户数须大于最少受益户数”，所有测试照样通过：没有测试守住这个界限');
  });

  it('gives a case that would notice, in words of the form, of the vote and of the decision', () => {
    const remedy = (at: object, expected: object): string => unpinnedWords(own, { threshold: '/parameters/cap/value', value: 1, unnoticed: [2], at, expect: expected }, 'zh-CN').remedy;
    expect(remedy({ households: 20, 'applicant.level': 'village' }, { outcome: 'pending', reasons: [] })).toBe('请补一个测试：受益户数为 20，申报单位层级为 村；应有结果：结果 办理中（pending），理由 无。');
    expect(remedy({ appointed: 24, present: 23, yes: 12 }, { vote: 'failed' })).toBe('请补一个测试：应到 24，实到 23，赞成 12；应有结果：表决 未通过（failed）。');
    expect(unpinnedWords(own, { threshold: '/parameters/cap/value', value: 1, unnoticed: [2] }, 'en')).toEqual({ message: 'Parameter “项目上限”: CNY 1.00. No test pins this limit: all pass as well with CNY 2.00.', remedy: 'Add a case just at the limit.' });
  });
});
