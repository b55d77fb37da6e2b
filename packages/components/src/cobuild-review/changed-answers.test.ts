import { describe, expect, it } from 'vitest';
import type { FormDefinition } from '@cobuild/core';
import { comparedAnswers, countChanges } from './changed-answers.js';

const form = {
  id: 'application', title: { 'zh-CN': '申报表' },
  schema: {
    $id: 'https://example.org/compare', type: 'object',
    properties: {
      projectName: { type: 'string', title: '项目名称' }, category: { type: 'string', title: '类别', enum: ['a', 'other'] }, categoryNote: { type: 'string', title: '说明' },
      site: { type: 'object', title: '地点', properties: { town: { type: 'string', title: '镇街' }, street: { type: 'string', title: '门牌' } } },
      lines: { type: 'array', title: '预算明细', items: { type: 'object', properties: { subject: { type: 'string', title: '支出' }, amount: { type: 'number', title: '金额' } } } },
      account: { type: 'string', title: '账号' },
    },
  },
  fields: {
    '/categoryNote': { visibleWhen: { all: [{ fact: 'category', operator: 'equal', value: 'other' }] } },
    '/account': { visibleTo: { '*': ['office'] } },
  },
} as unknown as FormDefinition;

const viewpoint = { locale: 'zh-CN', role: 'reviewer', stage: 'preliminary' } as const;
const before = { projectName: '服务站', category: 'other', categoryNote: '便民', site: { town: '荷城', street: '1号' }, lines: [{ subject: '桌椅', amount: 10 }], account: '1' };
const changes = (after: Record<string, unknown>): unknown[] =>
  comparedAnswers(form, after, before, viewpoint).flatMap(({ rows }) => rows.filter(({ changed }) => changed).map(({ row, before: was }) => [row.pointer, row.answered, was?.text]));

describe('comparedAnswers', () => {
  it('marks nothing in a first submission', () => {
    expect(countChanges(comparedAnswers(form, before, undefined, viewpoint))).toBe(0);
  });

  it('marks nothing where nothing changed', () => {
    expect(changes(JSON.parse(JSON.stringify(before)) as typeof before)).toEqual([]);
  });

  it('gives the earlier text of a changed answer', () => {
    expect(changes({ ...before, projectName: '暖心服务站' })).toEqual([['/projectName', true, '服务站']]);
  });

  it('compares a group answer by answer', () => {
    expect(changes({ ...before, site: { town: '荷城', street: '2号' } })).toEqual([['/site/street', true, '1号']]);
  });

  it('compares a table as a whole, also where its number of rows stays', () => {
    expect(changes({ ...before, lines: [{ subject: '桌椅', amount: 12 }] })).toEqual([['/lines', true, expect.stringContaining('1')]]);
  });

  it('marks an answer that was emptied, and one that is not asked any more', () => {
    const { categoryNote: _note, projectName: _name, ...after } = before;
    expect(changes({ ...after, category: 'a' })).toEqual([['/projectName', false, '服务站'], ['/category', true, expect.any(String)], ['/categoryNote', false, '便民']]);
  });

  it('marks an answer that was given for the first time, with nothing before it', () => {
    const { projectName: _, ...earlier } = before;
    const rows = comparedAnswers(form, before, earlier, viewpoint).flatMap((section) => section.rows);
    expect(rows.filter(({ changed }) => changed)).toMatchObject([{ row: { pointer: '/projectName' } }]);
    expect(rows.find(({ changed }) => changed)).not.toHaveProperty('before');
  });

  it('says nothing of answers that this role may not see', () => {
    expect(changes({ ...before, account: '2' })).toEqual([]);
  });
});
