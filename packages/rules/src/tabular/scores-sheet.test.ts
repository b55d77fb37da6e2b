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
      ['编号 (case)', '评委代号 (reviewer)', '评委 (name)', '项目内容 (content)', '预期成效 (effect)', '其他 (rest)'],
      ['p1', 'r1', '王评委', 88.5, '不适用', '{"comments":{"content":"方案完整"}}'],
      ['p1', 'r2', '李评委', 0, null, null],
      ['p2', 'r1', '王评委', null, null, '{"recusal":{"ground":"sameUnit"}}'],
    ]);
  });

  it('read back as the same sheets', () => {
    expect(scoresFromSheet(scoring, sheetFromScores(scoring, cases))).toEqual({ cases, problems: [] });
  });

  it('name row and column of what is no mark', () => {
    const { problems } = scoresFromSheet(scoring, [['编号', '评委代号', '项目内容', '预期成效'], ['p1', 'r1', '很好', '９０'], ['', 'r2', 1, 2]]);
    expect(problems.map(({ message }) => message)).toEqual(['第 2 行 C 列“项目内容”：“很好”不能作为分数', '第 3 行：“”不能作为编号']);
    expect(scoresFromSheet(scoring, [['编号', '评委代号', '受益户数']]).problems[0]?.message).toBe('第 1 行 C 列“受益户数”：不认识列名“受益户数”');
  });

  it.each<[string | number, string | undefined]>([[-1, '“项目内容”打了-1分，应在0到100分之间。'], ['-1', '“项目内容”打了-1分，应在0到100分之间。'], [0, undefined], [100, undefined], [100.5, '“项目内容”打了100.5分，应在0到100分之间。'], ['不适用', '“项目内容”不能填“不适用”。']])('compare the mark %s with the limits of its criterion, at its cell', (mark, message) => {
    const { cases: read, problems } = scoresFromSheet(scoring, [['编号', '评委代号', '项目内容'], ['p1', 'r1', mark]]);
    expect(problems.map((problem) => problem.message)).toEqual(message === undefined ? [] : [`第 2 行 C 列“项目内容”：${message}`]);
    expect(read).toHaveLength(message === undefined ? 1 : 0);
  });

  it('speak English', () => {
    expect(scoresFromSheet(scoring, [['case', 'reviewer', 'content'], ['p1', 'r1', 101]], { locale: 'en' }).problems[0]?.message).toContain('was marked 101; it has to lie between 0 and 100.');
  });
});
