import { describe, expect, it } from 'vitest';
import type { OpinionsSettings, OpinionsValue } from '../../generated/types.js';
import { checkOpinions } from './check-opinions.js';
import { countOpinions } from './count-opinions.js';
import { opinionSentences } from './opinion-words.js';
import { publicOpinions } from './public-opinions.js';

const settings: OpinionsSettings = {
  groups: [{ id: 'members', title: { 'zh-CN': '党员', en: 'Party members' } }, { id: 'residents', title: { 'zh-CN': '群众', en: 'Residents' }, minimum: 10 }, { id: 'enterprises', title: { 'zh-CN': '辖区企业' } }],
  minimum: 12, support: { op: '>', ratio: { p: 1, q: 2 }, base: 'answered' },
};
const value: OpinionsValue = {
  heldOn: '2026-03-01', method: '座谈会', summary: '希望早日动工',
  counts: [{ group: 'members', asked: 5, for: 4, against: 0, other: 0 }, { group: 'residents', asked: 12, for: 7, against: 2, other: 1 }],
  respondents: [
    { name: '张三丰', group: 'residents', opinion: 'for', text: '很好', publish: true }, { name: '李四', group: 'residents', opinion: 'against', text: '太贵', publish: false },
    { name: '王五', group: 'members', opinion: 'for', text: '电话13800138000', publish: true },
  ],
};
const residents = (more: object): OpinionsValue => ({ counts: [{ group: 'residents', for: 0, against: 0, other: 0, ...more }] });
const codes = (record: OpinionsValue | undefined, rules: OpinionsSettings = settings): string[] => checkOpinions(record, rules).problems.map(({ code, pointer }) => `${code} ${pointer}`);

describe('checkOpinions', () => {
  it('accepts a record that has what is asked for', () => {
    expect(checkOpinions(value, settings)).toMatchObject({ problems: [], support: { count: 11, of: 14, left: 22, right: 14, holds: true } });
  });

  it('blocks a record without a single answer, whatever the settings ask for', () => {
    for (const empty of [undefined, { counts: [] }, residents({ asked: 20 })]) expect(codes(empty, { groups: settings.groups.slice(0, 1) }).join()).toContain('opinions/none /counts');
    expect(codes(residents({ for: 1 }), { groups: [{ id: 'residents', title: { 'zh-CN': '群众' } }] })).toEqual([]);
  });

  it('asks each group for its least number, below, at and above', () => {
    const rules = { groups: settings.groups };
    expect([9, 10, 11].map((count) => codes(residents({ for: count }), rules))).toEqual([['opinions/group-minimum /counts/0'], [], []]);
  });

  it('asks for the least number in all, below, at and above', () => {
    expect([11, 12, 13].map((count) => codes(residents({ for: count }), { ...settings }))).toEqual([['opinions/minimum /counts'], [], []]);
  });

  it('holds those for it against those who answered in integers', () => {
    const rules = (op: '>' | '>=', p: number, q: number): OpinionsSettings => ({ groups: settings.groups.map(({ id, title }) => ({ id, title })), support: { op, ratio: { p, q }, base: 'answered' } });
    const share = (yes: number, no: number, rule: OpinionsSettings) => codes(residents({ for: yes, against: no }), rule).length === 0;
    expect([share(5, 5, rules('>', 1, 2)), share(6, 5, rules('>', 1, 2)), share(5, 5, rules('>=', 1, 2)), share(33, 17, rules('>=', 2, 3)), share(34, 16, rules('>=', 2, 3))]).toEqual([false, true, true, false, true]);
  });

  it('takes the share of those asked only where they are known', () => {
    const rules: OpinionsSettings = { groups: settings.groups.map(({ id, title }) => ({ id, title })), support: { op: '>=', ratio: { p: 1, q: 2 }, base: 'asked' } };
    expect(codes(residents({ for: 9 }), rules)).toEqual(['opinions/asked-unknown /counts/0/asked']);
    expect([19, 18].map((asked) => codes(residents({ for: 9, asked }), rules))).toEqual([['opinions/support /counts'], []]);
  });

  it('says what is not decided once and checks the rest', () => {
    const rules: OpinionsSettings = { groups: [{ id: 'residents', title: { 'zh-CN': '群众' }, minimum: 'UNDECIDED' }], minimum: 'UNDECIDED', support: { op: '>', ratio: 'UNDECIDED', base: 'answered' } };
    expect(checkOpinions(residents({ for: 1 }), rules).problems.map(({ severity, params }) => [severity, params['setting']])).toEqual([['undecided', '最少征求多少份意见'], ['undecided', '赞成意见的比例']]);
  });

  it('lets the list be shorter than the numbers and not longer', () => {
    const listed = (count: number): OpinionsValue => ({ ...residents({ for: 2 }), respondents: Array.from({ length: count }, () => ({ name: '甲', group: 'residents', opinion: 'for' as const, publish: true })) });
    const rules = { groups: settings.groups.map(({ id, title }) => ({ id, title })) };
    expect([1, 2, 3].map((count) => codes(listed(count), rules))).toEqual([[], [], ['opinions/list-exceeds /counts/0/for']]);
  });

  it('reads what is no record as an empty one', () => {
    for (const broken of [null, 'x', { counts: 'x' }, { counts: [null] }, { counts: [{ group: '__proto__', for: 'x' }] }]) expect(checkOpinions(broken as unknown as OpinionsValue, settings).counts.total.answered).toBe(0);
  });

  it('asks for the day only where the settings do', () => {
    const groups = settings.groups.map(({ id, title }) => ({ id, title }));
    const undated = residents({ for: 1 });
    expect([codes(undated, { groups }), codes(undated, { groups, dated: true }), codes({ ...undated, heldOn: '2026-02-30' }, { groups, dated: true }), codes({ ...undated, heldOn: '2026-02-28' }, { groups, dated: true })]).toEqual([[], ['opinions/date-missing /heldOn'], ['opinions/date-missing /heldOn'], []]);
  });

  const wrong: [string, OpinionsValue][] = [
    ['opinions/none', { counts: [] }], ['opinions/count', residents({ for: 1.5 })], ['opinions/group-unknown', { counts: [{ group: 'guests', for: 1, against: 0, other: 0 }] }],
    ['opinions/group-twice', { counts: [...residents({ for: 6 }).counts, ...residents({ for: 6 }).counts] }], ['opinions/asked-too-few', residents({ asked: 1, for: 2 })],
    ['opinions/group-minimum', residents({ for: 9 })], ['opinions/minimum', residents({ for: 11 })], ['opinions/support', residents({ for: 6, against: 6 })],
    ['opinions/asked-unknown', residents({ for: 12 })], ['opinions/list-exceeds', { ...residents({ for: 12 }), respondents: [{ name: '甲', group: 'residents', opinion: 'against', publish: false }] }],
    ['opinions/personal-data', value], ['opinions/date-missing', { counts: [] }], ['opinions/date-ahead', { ...value, heldOn: '2026-03-06' }],
  ];
  it.each(wrong)('says %s in both languages', (code, record) => {
    const rules: OpinionsSettings = code === 'opinions/asked-unknown' ? { ...settings, support: { op: '>', ratio: { p: 1, q: 2 }, base: 'asked' } } : { ...settings, dated: code === 'opinions/date-missing' };
    for (const locale of ['zh-CN', 'en'] as const) {
      const problem = [...checkOpinions(record, rules, { locale, today: '2026-03-05' }).problems, ...publicOpinions(record, rules, { locale }).problems].find((each) => each.code === code);
      expect(problem?.message).toBeTruthy();
      expect(problem?.message).not.toMatch(/undefined|NaN|\[object/);
    }
  });

  it('has a sentence for every code in both languages', () => {
    expect(wrong.map(([code]) => code)).toEqual(Object.keys(opinionSentences['zh-CN']));
    expect(Object.keys(opinionSentences.en)).toEqual(Object.keys(opinionSentences['zh-CN']));
  });
});

describe('countOpinions', () => {
  it('gives reviewers numbers by group and in all, and nobody’s name or words', () => {
    const counts = countOpinions(value, settings);
    expect(counts.groups.map(({ title, answered }) => [title, answered])).toEqual([['党员', 4], ['群众', 10], ['辖区企业', 0]]);
    expect(counts.total).toEqual({ asked: 17, for: 11, against: 2, other: 1, answered: 14 });
    expect(JSON.stringify(counts)).not.toMatch(/张三丰|李四|太贵|13800138000/);
  });

  it('counts a group by its list where there are no numbers', () => {
    expect(countOpinions({ counts: [], ...(value.respondents ? { respondents: value.respondents } : {}) }, settings, 'en').groups.map(({ title, for: yes, against }) => [title, yes, against])).toEqual([['Party members', 1, 0], ['Residents', 1, 1], ['辖区企业', 0, 0]]);
  });

  it('says how many were asked in all only where every group says so', () => {
    expect(countOpinions({ counts: [{ group: 'members', for: 1, against: 0, other: 0 }, { group: 'residents', asked: 3, for: 1, against: 0, other: 0 }] }, settings).total.asked).toBeUndefined();
  });
});

describe('publicOpinions', () => {
  it('publishes those who agreed, with masked names', () => {
    expect(publicOpinions(value, settings).opinions).toEqual([{ name: '张**', group: '群众', opinion: 'for', text: '很好' }, { name: '王*', group: '党员', opinion: 'for' }]);
  });

  it('leaves out a text with a personal number and says which', () => {
    expect(publicOpinions(value, settings).problems).toMatchObject([{ code: 'opinions/personal-data', severity: 'warning', pointer: '/respondents/2/text' }]);
  });

  it('takes nothing but true for consent', () => {
    const agreed = (publish: unknown) => publicOpinions({ counts: [], respondents: [{ name: '甲某', group: 'members', opinion: 'for', publish: publish as boolean }] }, settings).opinions.length;
    expect([true, false, undefined, null, 'true', 1].map(agreed)).toEqual([1, 0, 0, 0, 0, 0]);
  });

  it('tells neither the summary nor a name in full', () => {
    expect(JSON.stringify(publicOpinions(value, settings))).not.toMatch(/张三丰|李四|王五|早日动工/);
  });
});
