import { describe, expect, it } from 'vitest';
import { define, when } from '../../test/form/form-fixture.js';
import { compareAnswers } from './compare-answers.js';
import type { ComparedItem } from './compared-answers.js';

const amount = { type: 'number', format: 'money', title: '金额' };
const definition = define(
  {
    properties: {
      name: { type: 'string', title: '项目名称' },
      kind: { type: 'string', title: '类别', enum: ['a', 'other'] },
      note: { type: 'string', title: '说明' },
      site: { type: 'object', title: '地点', properties: { town: { type: 'string', title: '镇街' }, street: { type: 'string', title: '门牌' } } },
      lines: { type: 'array', title: '预算明细', items: { type: 'object', properties: { subject: { type: 'string', title: '支出' }, amount } } },
      own: { ...amount, title: '自筹' },
      total: { ...amount, title: '总预算' },
      gap: { ...amount, title: '申请' },
      files: { type: 'array', title: '附件' },
      account: { type: 'string', title: '账号' },
    },
  },
  {
    layout: { steps: [{ id: 'one', title: { 'zh-CN': '项目' }, sections: [{ id: 'basics', fields: ['/name', '/kind', '/note', '/site'] }] }, { id: 'two', title: { 'zh-CN': '资金' }, sections: [{ id: 'money', fields: ['/lines', '/own', '/total', '/gap', '/files', '/account'] }] }] },
    fields: { '/note': { visibleWhen: when('kind', 'other') }, '/account': { visibleTo: { '*': ['office'] } }, '/files': { record: { attachments: { kinds: [{ id: 'plan', title: { 'zh-CN': '方案' } }] } } } },
    computed: { '/total': { op: 'sum', of: ['/lines/*/amount'], missing: 'zero' }, '/gap': { op: 'difference', of: ['/total', '/own'], missing: 'zero' } },
  },
);
const before = { name: '服务站', kind: 'other', note: '便民', site: { town: '荷城', street: '1号' }, lines: [{ subject: '桌椅', amount: 10 }, { subject: '书架', amount: 5 }], own: 5, total: 15, gap: 10, account: '1' };
const compare = (after: Record<string, unknown>, options = {}) => compareAnswers(definition, before, after, 'zh-CN', options);
const told = (after: Record<string, unknown>, options = {}): unknown[] =>
  compare(after, options).changes.map(({ change, consequences }) => [change.kind, change.row.pointer, ...(consequences.length > 0 ? [consequences.map(({ row }) => row.pointer)] : [])]);
const itemsAfter = (lines: unknown): readonly ComparedItem[] => compare({ ...before, lines }).changes.find(({ change }) => change.row.pointer === '/lines')?.change.items ?? [];
const kinds = (lines: unknown): unknown[] => itemsAfter(lines).map(({ kind, moved, changedColumns }) => [kind, ...(moved ? ['moved'] : []), ...changedColumns]);

describe('compareAnswers', () => {
  it('finds nothing in equal answers, nor in a first version', () => {
    expect(told(JSON.parse(JSON.stringify(before)) as typeof before)).toEqual([]);
    expect(compareAnswers(definition, undefined, before, 'zh-CN').changes).toEqual([]);
  });

  it('tells changes in the order of the layout, with what was said before', () => {
    const { changes } = compare({ ...before, own: 6, name: '暖心服务站' });
    expect(changes.map(({ change }) => [change.row.label, change.before?.text, change.row.text])).toEqual([['项目名称', '服务站', '暖心服务站'], ['自筹', '5.00 元', '6.00 元']]);
  });

  it('tells added and removed answers apart, also of what is not asked any more', () => {
    const { name: _name, note: _note, ...rest } = before;
    expect(told({ ...rest, kind: 'a' })).toEqual([['removed', '/name'], ['changed', '/kind'], ['removed', '/note']]);
    expect(compareAnswers(definition, rest, before, 'zh-CN').changes.map(({ change }) => [change.kind, change.row.pointer, change.before])).toEqual([['added', '/name', undefined], ['added', '/note', undefined]]);
  });

  it('names the group around an answer', () => {
    expect(compare({ ...before, site: { town: '荷城', street: '2号' } }).changes).toMatchObject([{ change: { row: { pointer: '/site/street' }, within: ['地点'] } }]);
  });

  it.each([
    ['changed in one column', [{ subject: '桌椅', amount: 12 }, { subject: '书架', amount: 5 }], [['changed', 1], ['same']]],
    ['added', [{ subject: '桌椅', amount: 10 }, { subject: '电脑', amount: 7 }, { subject: '书架', amount: 5 }], [['same'], ['added'], ['same']]],
    ['removed', [{ subject: '书架', amount: 5 }], [['removed'], ['same']]],
    ['moved', [{ subject: '书架', amount: 5 }, { subject: '桌椅', amount: 10 }], [['same'], ['same', 'moved']]],
    ['removed, all of them', [], [['removed'], ['removed']]],
  ])('tells items %s', (_what, lines, expected) => {
    expect(kinds(lines)).toEqual(expected);
  });

  it('puts calculated answers under what they follow from, also through other calculated ones', () => {
    expect(told({ ...before, lines: [{ subject: '桌椅', amount: 12 }, { subject: '书架', amount: 5 }], total: 17, gap: 12 })).toEqual([['changed', '/lines', ['/total', '/gap']]]);
    expect(told({ ...before, own: 6, gap: 9 })).toEqual([['changed', '/own', ['/gap']]]);
  });

  it('gives a calculated answer every cause, and lets one without any stand for itself', () => {
    const { sections } = compare({ ...before, own: 6, lines: [{ subject: '桌椅', amount: 12 }], total: 12, gap: 6 });
    expect(sections.flatMap(({ rows }) => rows).find(({ row }) => row.pointer === '/gap')?.causes).toEqual(['/lines', '/own']);
    expect(told({ ...before, total: 16 })).toEqual([['changed', '/total']]);
    expect(told({ ...before, total: 16, lines: [{ subject: '课桌', amount: 10 }, { subject: '书架', amount: 5 }] })).toEqual([['changed', '/lines'], ['changed', '/total']]);
  });

  it('sees a file that was replaced by another of the same name', () => {
    const file = (hash: string): Record<string, unknown> => ({ ...before, files: [{ id: 'f', kind: 'plan', name: '方案.pdf', size: 1, type: 'application/pdf', hash }] });
    expect(compareAnswers(definition, file('1'), file('2'), 'zh-CN').changes).toMatchObject([{ change: { kind: 'changed', row: { pointer: '/files' } } }]);
  });

  it('says nothing of answers that a role may not see', () => {
    expect(told({ ...before, account: '2' }, { role: 'reviewer' })).toEqual([]);
    expect(told({ ...before, account: '2' }, { role: 'office' })).toEqual([['changed', '/account']]);
  });

  it('keeps every answer in its section', () => {
    expect(compare({ ...before, name: 'x' }).sections.map(({ title, rows }) => [title, rows.length])).toEqual([['项目', 5], ['资金', 6]]);
  });
});
