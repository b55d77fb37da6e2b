import { describe, expect, it } from 'vitest';
import type { Scoring } from '@cobuild/core';
import { scoresFromSheet, sheetFromScores } from './scores-sheet.js';

const scoring = {
  criteria: [
    { id: 'content', title: { 'zh-CN': '项目内容' }, weight: 60, maximum: 100 }, { id: 'effect', title: { 'zh-CN': '预期成效' }, weight: 30, maximum: 100, mayBeNotApplicable: true },
    { id: 'households', title: { 'zh-CN': '受益户数' }, weight: 10, maximum: 10, byFact: { fact: 'households', bands: [] } },
  ],
} as unknown as Scoring;
const cases = [
  { id: 'p1', scores: [{ reviewer: 'r1', name: '王评委', marks: [{ criterion: 'content', mark: 88.5, comment: '方案完整' }, { criterion: 'effect', notApplicable: true as const }] }, { reviewer: 'r2', name: '李评委', marks: [{ criterion: 'content', mark: 0 }] }] },
  { id: 'p2', scores: [{ reviewer: 'r1', name: '王评委', marks: [], recusal: { ground: 'sameUnit' } }] },
];

describe('score sheets', () => {
  it('have one row per application and reviewer, and no column for what follows from answers', () => {
    expect(sheetFromScores(scoring, cases)).toEqual([
      ['编号 (case)', '评委标识 (reviewer)', '评委 (name)', '项目内容 (content)', '预期成效 (effect)', '其他 (rest)'],
      ['p1', 'r1', '王评委', 88.5, '不适用', '{"comments":{"content":"方案完整"}}'],
      ['p1', 'r2', '李评委', 0, null, null],
      ['p2', 'r1', '王评委', null, null, '{"recusal":{"ground":"sameUnit"}}'],
    ]);
  });

  it('read back as the same sheets', () => {
    expect(scoresFromSheet(scoring, sheetFromScores(scoring, cases))).toEqual({ cases, problems: [] });
  });

  it('name row and column of what is no mark', () => {
    const { problems } = scoresFromSheet(scoring, [['编号', '评委标识', '项目内容', '预期成效'], ['p1', 'r1', '很好', '９０'], ['', 'r2', 1, 2]]);
    expect(problems.map(({ message }) => message)).toEqual(['第 2 行 C 列“项目内容”：“很好”不能作为分数', '第 3 行：“”不能作为编号']);
    expect(scoresFromSheet(scoring, [['编号', '评委标识', '受益户数']]).problems[0]?.message).toBe('第 1 行 C 列“受益户数”：不认识列名“受益户数”');
  });
});
