import type { ScoreSheet, Scoring } from '@cobuild/core';
import { describe, expect, it } from 'vitest';
import { rank, settleTies } from '../ranking/index.js';
import { harmonisePanels, scorePanel, scoreSheet } from '../scoring/index.js';
import { explainPanel } from './explain-panel.js';
import { explainPanels } from './explain-panels.js';
import { explainRanking } from './explain-ranking.js';
import { explainScore } from './explain-score.js';
import type { ExplanationNode } from './explanation.js';

const title = (text: string): { 'zh-CN': string } => ({ 'zh-CN': text });
const texts = (node: ExplanationNode): string[] => [node.text, ...(node.children ?? []).flatMap(texts)];
const AT = '2026-05-01T09:00:00+08:00';

const card: Scoring = {
  criteria: [
    { id: 'need', title: title('需求'), weight: 50, maximum: 10 },
    { id: 'effect', title: title('成效'), weight: 30, maximum: 10, mayBeNotApplicable: true },
    { id: 'households', title: title('受益户数'), weight: 20, maximum: 10, byFact: { fact: 'households', bands: [{ below: 20, mark: 3 }, { from: 20, mark: 9 }] } },
    { id: 'late', title: title('逾期'), kind: 'deduction', weight: 5, maximum: 5 },
  ],
  notApplicable: 'rescale', rounding: { step: 0.01 }, passMark: 60, bands: [{ id: 'good', title: title('良'), from: 80 }, { id: 'fair', title: title('中'), below: 80 }],
};

describe('explainScore', () => {
  it('writes out every step', () => {
    const score = scoreSheet(card, [{ criterion: 'need', mark: 8, comment: '急需' }, { criterion: 'effect', mark: 7.5 }, { criterion: 'late', mark: 2 }], { facts: { households: 20 } });
    expect(texts(explainScore(score, card, 'zh-CN'))).toEqual([
      '得78.50分（40＋22.5＋18－2＝78.5）。',
      '需求：打8分，满分10分，权重50，计8÷10×50＝40分。',
      '评语：急需',
      '成效：打7.5分，满分10分，权重30，计7.5÷10×30＝22.5分。',
      '受益户数：20，按规定为9分，满分10分，权重20，计9÷10×20＝18分。',
      '逾期（扣分）：2÷5×5＝扣2分。',
      '78.50分属于“中”（不满80）。',
      '78.50分，达到及格分60分。',
    ]);
    expect(texts(explainScore(score, card, 'en'))[0]).toBe('Scores 78.50 (40 + 22.5 + 18 − 2 = 78.5).');
  });

  it('tells how what is not applicable was left out', () => {
    const score = scoreSheet(card, [{ criterion: 'need', mark: 8 }, { criterion: 'effect', notApplicable: true }, { criterion: 'late', mark: 0 }], { facts: { households: 20 } });
    const told = texts(explainScore(score, card, 'zh-CN'));
    expect(told).toContain('成效：不适用。');
    expect(told).toContain('各项合计58分；不适用的评分项不计，按其余权重折算：58×100÷70＝580/7（约82.8571）分。');
    expect(told).toContain('580/7（约82.8571）按0.01四舍五入，为82.86。');
  });

  it('names what is missing and what is open', () => {
    expect(explainScore(scoreSheet(card, []), card, 'zh-CN').text).toBe('还没有得分，缺少：需求、成效、受益户数、逾期。');
    const open: Scoring = { criteria: [{ id: 'need', title: title('需求'), weight: 'UNDECIDED', maximum: 10 }] };
    expect(explainScore(scoreSheet(open, [{ criterion: 'need', mark: 1 }]), open, 'zh-CN').text).toBe('方案还没有确定：“需求”的权重，不能得分。');
  });
});

describe('explainPanel', () => {
  const whole: Scoring = { criteria: [{ id: 'whole', title: title('总体'), weight: 100, maximum: 100 }], rounding: { step: 0.01 }, panel: { mean: 'trimmed', deviation: 10, recusal: { kin: 'soft' } } };
  const sheet = (reviewer: string, mark: number, more: Partial<ScoreSheet> = {}): ScoreSheet => ({ reviewer, marks: [{ criterion: 'whole', mark }], submittedAt: AT, ...more });

  it('tells the trimmed mean so that it can be worked out by hand', () => {
    const panel = scorePanel(whole, [92, 88.5, 95, 79, 90, 85, 91].map((mark, index) => sheet(`评委${index + 1}`, mark)));
    expect(texts(explainPanel(panel, whole, 'zh-CN'))).toEqual([
      '平均得分89.30分：去掉最高分95、最低分79，其余5个分数合计446.5，446.5÷5＝89.3。',
      '评委1：92分，计入。', '评委2：88.5分，计入。', '评委3：95分，作为最高分去掉。', '评委4：79分，作为最低分去掉。', '评委5：90分，计入。', '评委6：85分，计入。', '评委7：91分，计入。',
      '评委4的79分与中位数90分相差11分，超过10分，请说明理由。',
    ]);
    expect(explainPanel(panel, whole, 'en').text).toBe('Mean score 89.30: without the highest (95) and the lowest (79), 5 scores add up to 446.5, 446.5 ÷ 5 = 89.3.');
  });

  it('tells the rounding', () => {
    const panel = scorePanel(whole, [85, 85, 90, 90, 90].map((mark, index) => sheet(`r${index}`, mark)));
    expect(explainPanel(panel, whole, 'zh-CN').text).toBe('平均得分88.33分：去掉最高分90、最低分85，其余3个分数合计265，265÷3＝265/3（约88.3333），按0.01四舍五入为88.33。');
  });

  it('tells who is recused, void or missing, and who stays on record', () => {
    const panel = scorePanel(whole, [sheet('甲', 90, { recusal: { ground: 'kin' } }), sheet('乙', 80), sheet('丙', 70), sheet('丁', 60, { void: { reason: '填错对象' } })], { recusals: [{ reviewer: '戊', ground: 'tookPart' }], reviewers: ['甲', '乙', '丙', '丁', '戊', '己'].map((id) => ({ id })) });
    const told = texts(explainPanel(panel, whole, 'zh-CN'));
    expect(told).toContain('已登记利害关系（有亲属关系），分数照计。');
    expect(told).toContain('丁：评分表作废，不计。原因：填错对象');
    expect(told).toContain('戊：已回避（参与过该项目），不计。');
    expect(told).toContain('己：还没有打分。');
  });

  it('calls reviewers as the host wants it, for a notice without names', () => {
    const panel = scorePanel(whole, [sheet('secret-id', 90), sheet('b', 80), sheet('c', 70)]);
    expect(texts(explainPanel(panel, whole, 'zh-CN', { reviewer: (_, index) => `评委${index + 1}` })).join('')).not.toContain('secret-id');
  });

  it('says why there is no score', () => {
    expect(explainPanel(scorePanel(whole, [sheet('a', 1)]), whole, 'zh-CN').text).toBe('还没有得分：有效分数1个，至少需要3个。');
    const open: Scoring = { ...whole, panel: { mean: 'UNDECIDED' } };
    expect(explainPanel(scorePanel(open, [sheet('a', 1)]), open, 'zh-CN').text).toBe('方案还没有确定：是否去掉最高分和最低分，不能得分。');
  });
});

describe('explainPanels', () => {
  const items = [{ id: 'e1', panel: 'east', score: 96 }, { id: 'e2', panel: 'east', score: 88 }, { id: 'w1', panel: 'west', score: 85 }, { id: 'w2', panel: 'west', score: 79 }];
  const words = { item: (id: string): string => `项目${id}`, panel: (id: string): string => (id === 'east' ? '东片组' : '西片组') };

  it('tells the means and every score before and after', () => {
    expect(texts(explainPanels(harmonisePanels(items, { method: 'meanShift' }), 'zh-CN', words))).toEqual([
      '全部4项平均87分；每组的分数都按本组平均分与总平均分之差调整。',
      '东片组：2项，平均92分，方差16，与总平均分相差-5分。', '西片组：2项，平均82分，方差9，与总平均分相差5分。',
      '项目e1（东片组）：96分换算为91分。', '项目e2（东片组）：88分换算为83分。', '项目w1（西片组）：85分换算为90分。', '项目w2（西片组）：79分换算为84分。',
    ]);
  });

  it('says that nothing is changed, not decided or not readable', () => {
    expect(texts(explainPanels(harmonisePanels(items, { method: 'separate' }), 'zh-CN', words))).toEqual(['各评审组分别排名，分数不换算。']);
    expect(explainPanels(harmonisePanels(items, { method: 'UNDECIDED' }), 'zh-CN').text).toBe('方案还没有确定各评审组的分数怎样换算。');
    expect(explainPanels(harmonisePanels([{ id: 'e1', panel: 'east', score: 'x' }], { method: 'asScored' }), 'zh-CN', words).text).toBe('有分数无法读取，不能换算：项目e1。');
  });
});

describe('explainRanking', () => {
  const names: Readonly<Record<string, string>> = { a: '东村', b: '西村', c: '南村', d: '北村' };
  const item = (id: string): string => names[id] ?? id;
  const ranking = rank([{ id: 'a', score: 91 }, { id: 'b', score: 85 }, { id: 'c', score: '85.0' }, { id: 'd' }], [{ by: 'score' }]);

  it('tells ranks, shared ranks and who has none', () => {
    expect(explainRanking(ranking, 'zh-CN', { item }).map(({ text }) => text)).toEqual(['第1名：东村（91分）。', '并列第2名：西村、南村（85分）。', '北村没有名次：缺少得分。']);
    expect(explainRanking(ranking, 'en', { item: (id) => id }).map(({ text }) => text)[1]).toBe('Shared rank 2: b, c (score 85).');
  });

  it('tells how a tie was settled, step by step', () => {
    const settled = settleTies(ranking.groups, [{ by: 'key', key: { by: 'votes' } }, { by: 'revote' }], { places: 2 }, { items: [{ id: 'b', votes: 7 }, { id: 'c', votes: 7 }], revote: { b: 3, c: 4 } });
    expect(texts(explainRanking(ranking, 'zh-CN', { item }, settled)[3] as ExplanationNode)).toEqual(['西村、南村并列第2名，名次影响结果，已分出先后：南村、西村。', '按票数：西村为7、南村为7。', '重新投票：西村为3、南村为4。']);
  });

  it('tells what is still needed', () => {
    const open = settleTies(ranking.groups, [{ by: 'lot' }], { places: 2 });
    expect(explainRanking(ranking, 'zh-CN', { item }, open)[3]?.text).toBe('西村、南村并列第2名，名次影响结果，还没有分出先后：要抽签，请先登记抽签种子。');
    const drawn = settleTies(ranking.groups, [{ by: 'lot' }], { places: 2 }, { seed: '8' });
    expect(texts(explainRanking(ranking, 'zh-CN', { item }, drawn)[3] as ExplanationNode)[1]).toMatch(/^抽签，种子为“8”：西村为[0-9a-f]{12}…、南村为[0-9a-f]{12}…，小的在前。$/);
  });
});
