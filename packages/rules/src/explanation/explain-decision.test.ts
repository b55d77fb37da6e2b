import { chinaCalendar } from '@cobuild/core';
import type { Case, Locale, Meeting, Scheme } from '@cobuild/core';
import { describe, expect, it } from 'vitest';
import { scheme, withThreshold } from '../../test/case-scheme.js';
import { decide } from '../decision/decide.js';
import { explainDecision } from './explain-decision.js';
import { explanationText } from './explanation.js';

const reviews = [{ stage: 'preliminary', outcome: 'forward', reason: '方案扎实' }, { stage: 'officeCheck', outcome: 'accept' }];

/** 24 members: m1 recused, m2 absent. */
function committee(yes: number, no: number, abstain: number, more: Partial<Meeting> = {}): Meeting {
  const members = Array.from({ length: 24 }, (_, index) => ({ id: `m${index + 1}`, name: `委员${index + 1}` }));
  const choices = [...Array<'yes'>(yes).fill('yes'), ...Array<'no'>(no).fill('no'), ...Array<'abstain'>(abstain).fill('abstain')];
  const present = members.slice(2).map(({ id }) => id);
  return { members, present, recused: [{ member: 'm1' }], ballots: choices.map((choice, index) => ({ member: present[index] ?? '', choice })), ...more };
}

const base: Case = { id: 'c1', submittedAt: '2026-03-02T09:00:00+08:00', applicant: { id: 'v' }, answers: { households: 25 }, reviews };
const explained = (change: Partial<Case>, over: Scheme = scheme, locale: Locale = 'zh-CN'): ReturnType<typeof explainDecision> => {
  const caseData = { ...base, ...change };
  return explainDecision(over, decide(over, caseData, { calendar: chinaCalendar }), caseData, locale);
};
const text = (change: Partial<Case>, over: Scheme = scheme, locale: Locale = 'zh-CN'): string => explanationText(explained(change, over, locale));

describe('explainDecision', () => {
  it('writes out the numbers of a vote that passed', () => {
    expect(text({ meeting: committee(12, 8, 2) })).toBe([
      '已通过“区级会审”，正在“公示”环节办理。',
      '  ✓ 申报条件：全部符合。',
      '    ✓ 受益户数：符合。 [推定，待确认]',
      '      依据：申报指南第三条',
      '      ✓ 受益户数：25，不少于 20（最少受益户数）',
      '  ✓ “村自荐”环节：提交。',
      '  ✓ “镇街初审”环节：推荐。',
      '    · 理由：方案扎实',
      '  ✓ “区级形式审查”环节：受理。',
      '  ✓ “区级会审”环节：通过。',
      '    ✓ 赞成12票；以回避后有表决权的23人为基数，须超过半数，即至少12票，通过（12×2＝24＞23）。',
      '      · 应到24人，回避1人，有表决权23人，到会22人，缺席1人。',
      '      ✓ 到会22人，法定须至少16人（有表决权23人的三分之二），达到。',
      '      · 收回22票：赞成12票，反对8票，弃权2票，废票0票。',
      '  ? “公示”环节：尚未办结。',
    ].join('\n'));
  });

  it.each<[string, Scheme, string]>([
    ['entitled', scheme, '赞成11票；以回避后有表决权的23人为基数，须超过半数，即至少12票，未通过（11×2＝22＜23）。'],
    ['appointed', withThreshold({ base: 'appointed' }), '赞成11票；以应到的24人为基数，须超过半数（12票），即至少13票，未通过（11×2＝22＜24）。'],
    ['present, exactly at the limit', withThreshold({ base: 'present' }), '赞成11票；以到会且未回避的22人为基数，须超过半数（11票），即至少12票，未通过（11×2＝22，不大于22）。'],
    ['valid without abstentions', withThreshold({ base: 'valid', abstention: 'excluded' }), '赞成11票；以20张有效票（已减去弃权2票）为基数，须超过半数（10票），即至少11票，通过（11×2＝22＞20）。'],
    ['two thirds', withThreshold({ op: '>=', ratio: { p: 2, q: 3 } }), '赞成11票；以回避后有表决权的23人为基数，须达到三分之二，即至少16票，未通过（11×3＝33＜23×2＝46）。'],
    ['at least half of those present', withThreshold({ op: '>=', base: 'present' }), '赞成11票；以到会且未回避的22人为基数，须达到半数，即至少11票，通过（11×2＝22≥22）。'],
  ])('11 yes, 9 no, 2 abstain on %s', (_, over, sentence) => {
    expect(text({ meeting: committee(11, 9, 2) }, over)).toContain(sentence);
  });

  it('says what is wrong with an application, what is asked for, and what would mend it', () => {
    const explanation = explained({ answers: { households: 12 } });
    expect(explanation.verdict).toBe('不符合申报条件：1项不满足。');
    expect(explanation.lines[0]?.children?.[0]).toMatchObject({
      text: '受益户数：不符合。受益户数太少。', status: 'notMet', clause: '申报指南第三条', provenance: { kind: 'inferred', source: 'G-I2' }, remedy: '请扩大受益范围。',
      children: [{ text: '受益户数：12，不得少于 20（最少受益户数）', status: 'notMet' }],
    });
    expect(explanationText(explanation)).toContain('      怎么办：请扩大受益范围。');
  });

  it('names what is missing by its label', () => {
    const explanation = explained({ answers: {} });
    expect(explanation.verdict).toBe('还不能判断是否符合申报条件：1项缺少信息。');
    expect(explanation.lines[0]?.children?.[0]).toMatchObject({ text: '受益户数：还不能判断，缺少：受益户数。', status: 'unknown' });
  });

  it.each<[string, Partial<Case>, Scheme, string]>([
    ['a rejection', { reviews: [{ stage: 'preliminary', outcome: 'reject', reason: '不在范围' }] }, scheme, '没有通过“镇街初审”，不予受理。'],
    ['a return', { reviews: [{ stage: 'preliminary', outcome: 'return', reason: '补正' }] }, scheme, '已退回补正，等待申报单位重新提交。'],
    ['a vote that failed', { meeting: committee(11, 11, 0) }, withThreshold({ tie: 'fail' }), '没有通过“区级会审”，不予立项。'],
    ['a tie', { meeting: committee(11, 11, 0) }, scheme, '在“区级会审”环节：赞成票与反对票相等，需要按规则再作决定。'],
    ['no quorum', { meeting: committee(0, 0, 0, { present: ['m3'] }) }, scheme, '在“区级会审”环节：到会人数不足，投票不能进行。'],
    ['an open rule', { meeting: committee(22, 0, 0) }, withThreshold({ base: 'UNDECIDED', secrecy: 'UNDECIDED' }), '还不能得出结果：方案没有确定“区级会审”的计票基数、记名还是无记名。'],
    ['a vote that passed, on notice', { meeting: committee(12, 8, 2) }, scheme, '已通过“区级会审”，正在“公示”环节办理。'],
    ['approval', { reviews: [...reviews, { stage: 'publicity', outcome: 'confirm' }], meeting: committee(22, 0, 0) }, scheme, '通过，准予立项。'],
  ])('gives the verdict of %s in one sentence', (_, change, over, verdict) => {
    expect(explained(change, over).verdict).toBe(verdict);
  });

  it('does not take a return for a refusal', () => {
    const steps = (outcome: string): readonly [string, string][] => (explained({ reviews: [{ stage: 'preliminary', outcome, reason: '补正' }] }).lines.slice(1).map((line) => [line.status, line.text] as [string, string]));
    expect(steps('return')).toEqual([['unknown', '“镇街初审”环节：退回补正。'], ['unknown', '“村自荐”环节：等待申报单位修改后重新提交。']]);
    expect(steps('reject')).toEqual([['met', '“村自荐”环节：提交。'], ['notMet', '“镇街初审”环节：驳回。']]);
  });

  it.each<[string, readonly string[], string, string]>([
    ['one more', ['m2', 'm3', 'm4', 'm5'], 'met', '到会4人，法定须至少3人（应到5人的半数），达到。'],
    ['exactly as many as needed', ['m2', 'm3', 'm4'], 'met', '到会3人，法定须至少3人（应到5人的半数），达到。'],
    ['one less', ['m2', 'm3'], 'notMet', '到会2人，法定须至少3人（应到5人的半数），没有达到。'],
  ])('says how many had to be present where there are %s', (_, present, status, sentence) => {
    const members = ['m1', 'm2', 'm3', 'm4', 'm5'].map((id) => ({ id }));
    const { lines } = explained({ meeting: { members, present: [...present], ballots: [] } }, withThreshold({ quorum: { op: '>=', ratio: { p: 1, q: 2 }, base: 'appointed' } }));
    expect(lines[lines.length - 1]?.children?.[0]?.children).toContainEqual({ text: sentence, status });
  });

  it('says that no vote was taken, or that it is void', () => {
    expect(text({})).toContain('? 还没有投票。');
    const counts = { issued: 22, returned: 23, yes: 14, no: 9, abstain: 0, void: 0 };
    expect(text({ meeting: committee(0, 0, 0, { counts }) }, withThreshold({ secrecy: 'secret' }))).toContain('? 投票无效，须重新投票。');
  });

  it('tells of the tie rule and the chair’s vote', () => {
    expect(text({ meeting: committee(11, 11, 0) })).toContain('赞成11票；以回避后有表决权的23人为基数，须超过半数，即至少12票，没有达到（11×2＝22＜23）。赞成与反对相等，应按“重新投票”处理。');
    const chair = text({ meeting: committee(11, 11, 0, { castingVote: 'yes' }) }, withThreshold({ tie: 'chair' }));
    expect(chair).toContain('赞成12票；以回避后有表决权的23人为基数，须超过半数，即至少12票，通过（12×2＝24＞23）。');
    expect(chair).toContain('赞成与反对相等，主持人投赞成票，计为12票。');
  });

  it('names members whose ballots do not count', () => {
    const ballots = [{ member: 'm1', choice: 'yes' as const }, { member: 'm3', choice: 'yes' as const }, { member: 'm3', choice: 'no' as const }];
    const words = text({ meeting: committee(0, 0, 0, { ballots }) });
    expect(words).toContain('✗ 委员1已回避，这一票不计。');
    expect(words).toContain('✗ 委员3投了不止一票，只计第一票。');
  });

  it('speaks English, with Chinese where the scheme has nothing else', () => {
    const words = text({ meeting: committee(12, 8, 2) }, scheme, 'en');
    expect(words).toContain('Yes 12, at least 12 needed (more than half of the 23 members entitled to vote after recusal): passed (12 × 2 = 24 > 23).');
    expect(words).toContain('Quorum: 22 present, at least 16 needed (two thirds of the 23 members entitled to vote); reached.');
    expect(words).toContain('Requirements: all met.');
  });
});
