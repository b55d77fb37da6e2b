import { chinaCalendar } from '@cobuild/core';
import type { Case, Scheme } from '@cobuild/core';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { readSchemeFolder } from '@cobuild/core/node';
import { describe, expect, it } from 'vitest';
import { CasePlay } from '../../test/case-play.js';
import { applicant, members, scheme, withThreshold } from '../../test/case-scheme.js';
import { checkScheme } from '../analysis/check-scheme.js';
import { decide } from '../decision/decide.js';
import type { CaseState } from '../results.js';
import { buildMinutes } from './build-minutes.js';
import { minutesText } from './minutes-text.js';

const head = { stage: 'jointReview', heldOn: '2026-03-02', place: '区会议中心', chair: '李主任', recorder: '陈晓', tellers: ['计票人甲'] };
const options = { calendar: chinaCalendar };
const all = ['m1', 'm2', 'm3', 'm4', 'm5'];
const closed = (choices: Record<string, string>, over: Scheme = scheme): CaseState => {
  const { state } = new CasePlay(over).toMeeting().openMeeting(all).vote(choices);
  if (state === undefined) throw new Error('no state');
  return state;
};
const batch = [
  closed({ m1: 'yes', m2: 'yes', m3: 'yes', m4: 'no', m5: 'abstain' }), { ...closed({ m1: 'yes', m2: 'no', m3: 'no', m4: 'no', m5: 'void' }), id: 'case-2' },
  { ...closed({ m1: 'yes', m2: 'yes', m3: 'no', m4: 'no' }), id: 'case-3' },
];

describe('row 57: the minutes of a batch', () => {
  const minutes = buildMinutes(scheme, head, batch, options);
  const text = minutesText(minutes);

  it('hold the numbers of the votes, item by item and in all', () => {
    expect(minutes.items.map(({ id, outcome, counts, issued }) => ({ id, outcome, counts, issued }))).toEqual(batch.map(({ id, vote }) => ({ id, outcome: vote?.outcome, counts: vote?.counts, issued: vote?.counts.returned })));
    expect(minutes.totals).toEqual({ items: 3, passed: 1, failed: 1, open: 1 });
    expect(minutes.roster).toMatchObject({ appointed: 6, present: 5, absent: 1 });
  });

  it('say so in the text: roster, recused with the reason, counts, rule, result, sum', () => {
    const [item] = minutes.items;
    expect(item).toMatchObject({ title: '暖心服务站', applicant: '河江村党委', recused: [{ member: 'm6', name: '委员6', kind: 'automatic', reason: '来自同一镇街', ground: 'sameTown' }] });
    for (const line of [
      '共建项目区级会审会议纪要', '会议时间：2026年3月2日', '主持人：李主任', '应到6人，实到5人，缺席1人。', '到会：委员1、委员2、委员3、委员4、委员5', '缺席：委员6',
      '本次会议审议3项：通过1项，未通过1项，未定1项。', '第1项 暖心服务站（case-1）', '回避：委员6（按规定 来自同一镇街）', '应到6人，回避1人，有表决权5人，到会5人，缺席0人。',
      '发出5票，收回5票，有效5票，废票0票；赞成3票，反对1票，弃权1票。',
      '表决规则：赞成票须超过半数，以回避后有表决权的人数为基数；弃权计入基数；到会人数须达到三分之二（以回避后有表决权的人数为基数）；票数相等时：重新投票；记名投票。',
      '结果：通过', '结果：未通过', '结果：票数相等，待按规则处理', '计算：赞成3票；以回避后有表决权的5人为基数，须超过半数，即至少3票，通过（3×2＝6＞5）。',
    ]) expect(text).toContain(line);
    expect(text).not.toMatch(/undefined|\[object|\{\w+\}| $/m);
  });

  it('end with a block for signatures: chair, recorder, tellers and everybody present', () => {
    expect(minutes.signatures).toEqual({ chair: '李主任', recorder: '陈晓', tellers: ['计票人甲'], members: ['委员1', '委员2', '委员3', '委员4', '委员5'] });
    expect(text.slice(text.indexOf('签名'))).toMatch(/主持人：_+（李主任）\n记录人：_+（陈晓）\n计票人：_+（计票人甲）\n到会委员：\n(?: {2}委员\d _+\n){5}日期：/);
  });

  it('are in English too, with the same numbers', () => {
    const english = minutesText(buildMinutes(scheme, head, batch, { ...options, locale: 'en' }), 'en');
    expect(english).toContain('Items considered: 3; passed 1, not passed 1, open 1.');
    expect(english).toContain('Issued 5, returned 5, valid 5, void 0; yes 3, no 1, abstentions 1.');
    expect(english).not.toMatch(/undefined|\[object|\{\w+\}/);
  });

  it('mark what was set aside by hand', () => {
    const overrides = [{ outcome: 'eligible', replaces: 'ineligible', reason: '偏远山村', by: 'o1', byName: '李主任', second: 'o2', secondName: '黄书记' }];
    const caseData: Case = {
      id: 'case-9', submittedAt: '2026-03-02T09:00:00Z', applicant, answers: { projectName: '暖心服务站', households: 19 }, overrides,
      reviews: [{ stage: 'preliminary', outcome: 'forward' }, { stage: 'officeCheck', outcome: 'accept' }],
      meeting: { members, present: all, ballots: all.map((member) => ({ member, choice: 'yes' })) },
    };
    const marked = buildMinutes(scheme, head, [caseData], options);
    expect(marked.items[0]?.overrides).toEqual(['申报条件的自动判断已由人工改变，准予继续办理。理由：偏远山村（李主任提出，黄书记确认）。']);
    expect(minutesText(marked)).toContain('【人工改判】申报条件的自动判断已由人工改变');
  });

  it('tell relations on record and declared recusals with their reasons', () => {
    const over = withThreshold({ softRecusal: ['kin'] });
    const play = new CasePlay(over).toMeeting().openMeeting(all).act('conflictDeclared', { member: 'm2', ground: 'kin', reason: '表弟是负责人' }).act('memberRecused', { member: 'm3', reason: '参加过项目论证', kind: 'declared' }).vote({ m1: 'yes', m2: 'yes', m4: 'yes' });
    if (play.state === undefined) throw new Error('no state');
    const told = minutesText(buildMinutes(over, head, [play.state], options));
    expect(told).toContain('登记关联后参加表决：委员2（亲属：表弟是负责人）');
    expect(told).toContain('回避：委员3（本人申明 参加过项目论证）');
  });

  it('tell an item whose meeting was of another stage, or not closed, as not voted on', () => {
    const { state } = new CasePlay().toMeeting().openMeeting(all);
    if (state === undefined) throw new Error('no state');
    expect(buildMinutes(scheme, head, [state], options).items[0]).toMatchObject({ outcome: 'notHeld', issued: 0 });
  });

  it('are refused for a stage that is no vote', () => {
    expect(() => buildMinutes(scheme, { ...head, stage: 'preliminary' }, batch, options)).toThrow(RangeError);
  });
});

describe('the minutes of the Sanshui round', () => {
  const root = fileURLToPath(new URL('../../../../examples/schemes/sanshui-xinan', import.meta.url));

  it('count 17 items of which 11 passed, as the decisions do', () => {
    const { scheme: sanshui } = checkScheme(readSchemeFolder(root));
    if (sanshui === undefined) throw new Error('does not load');
    const cases = readFileSync(`${root}/cases.jsonl`, 'utf8').trim().split('\n').map((line) => JSON.parse(line) as Case);
    const stage = sanshui.stages.find(({ method }) => method === 'vote')?.id ?? '';
    const minutes = buildMinutes(sanshui, { stage, heldOn: '2020-09-11' }, cases, options);
    expect(minutes.totals).toMatchObject({ items: 17, passed: 11 });
    expect(minutes.items.map(({ outcome }) => outcome)).toEqual(cases.map((item) => decide(sanshui, item, options).vote));
  });
});
