import { describe, expect, it } from 'vitest';
import { define } from '../../test/form/form-fixture.js';
import type { FieldSettings } from '../generated/types.js';
import { publicRow } from './public-view.js';
import { visibleAnswers, visibleLabel, visibleRemarks } from './visibility.js';

const definition = define(
  {
    properties: {
      name: { type: 'string', title: '项目名称' },
      secretary: { type: 'string', title: '村书记' },
      phone: { type: 'string', title: '电话' },
      story: { type: 'string', title: '背景' },
      asked: { type: 'number', format: 'money', title: '申请金额' },
      household: { type: 'number', format: 'money', title: '家庭收入' },
      contact: { type: 'object', title: '联系人', properties: { name: { type: 'string', title: '姓名' }, phone: { type: 'string', title: '手机' }, post: { type: 'string', title: '职务' } } },
      lines: { type: 'array', title: '预算', items: { type: 'object', properties: { subject: { type: 'string', title: '科目' }, amount: { type: 'number', format: 'money', title: '金额' } } } },
      people: { type: 'array', title: '受益人', items: { type: 'object', properties: { name: { type: 'string', title: '姓名' } } } },
    },
  },
  {
    fields: {
      '/name': { publish: 'plain' },
      '/secretary': { publish: 'masked', mask: 'name' },
      '/phone': { publish: 'masked', mask: 'phone' },
      '/story': { publish: 'plain' },
      '/asked': { publish: 'plain' },
      '/household': { publish: 'aggregate' },
      '/contact': { publish: 'plain' },
      '/contact/name': { publish: 'masked', mask: 'name' },
      '/contact/post': { publish: 'plain' },
      '/lines/*/subject': { publish: 'plain' },
      '/lines/*/amount': { publish: 'aggregate' },
      '/people': { publish: 'aggregate' },
    },
  },
);
const answers = {
  name: '暖心服务站',
  secretary: '林建国',
  phone: '13800138000',
  story: '空房一间',
  asked: 12000,
  household: 30000,
  contact: { name: '陈美芳', phone: '13900139000', post: '委员' },
  lines: [{ subject: '材料', amount: 0.1 }, { subject: '人工', amount: 0.2 }],
  people: [{ name: '甲' }, { name: '乙' }],
};

describe('publicRow', () => {
  it('shows plain fields as they are and masks those that say so', () => {
    expect(publicRow(definition, answers, ['/name', '/secretary', '/phone', '/asked'])).toEqual({
      problems: [],
      cells: [
        { pointer: '/name', label: '项目名称', text: '暖心服务站', kind: 'plain' },
        { pointer: '/secretary', label: '村书记', text: '林**', kind: 'masked' },
        { pointer: '/phone', label: '电话', text: expect.stringContaining('*') as string, kind: 'masked' },
        { pointer: '/asked', label: '申请金额', text: '12,000.00 元', kind: 'plain' },
      ],
    });
  });

  it('leaves out, and names, a column whose field is not published: a new field is hidden until somebody decides', () => {
    expect(publicRow(definition, answers, ['/contact/phone', '/lines', '/people/0/name', '/nobody'])).toMatchObject({
      cells: [],
      problems: [
        { code: 'publication/not-published', pointer: '/contact/phone', message: '“手机”没有设为公开，已从公示中去掉' },
        { code: 'publication/not-published', pointer: '/lines' },
        { code: 'publication/not-published', pointer: '/people/0/name' },
        { code: 'publication/unknown-column', pointer: '/nobody' },
      ],
    });
  });

  it('tells of a group only the fields that are published themselves', () => {
    expect(publicRow(definition, answers, ['/contact']).cells[0]?.text).toBe('姓名：陈**，职务：委员');
  });

  it('counts and adds up what is published as aggregate, and refuses it for one answer', () => {
    const { cells, problems } = publicRow(definition, answers, ['/people', '/lines/*/amount', '/household', '/lines/0/amount', '/lines/*/subject']);
    expect(cells.map((cell) => [cell.text, cell.kind])).toEqual([['共2项', 'aggregate'], ['0.30 元', 'aggregate'], ['材料、人工', 'plain']]);
    expect(problems.map((problem) => problem.pointer)).toEqual(['/household', '/lines/0/amount']);
  });

  it.each(['联系人 13800138000', '身份证11010519491231002X', '138-0013-8000 或 13900139000'])('masks personal numbers in free text: %s', (story) => {
    const { cells, problems } = publicRow(definition, { story }, ['/story']);
    expect(cells[0]?.kind).toBe('masked');
    expect(cells[0]?.text).not.toMatch(/13800138000|138-0013-8000|11010519491231002X|13900139000/);
    expect(problems).toMatchObject([{ code: 'publication/personal-data', pointer: '/story', message: '“背景”里含有个人信息，已遮盖' }]);
    expect(JSON.stringify(problems)).not.toContain('13800138000');
  });

  it('leaves a cell empty where nothing was answered', () => {
    expect(publicRow(definition, {}, ['/name', '/secretary', '/asked']).cells.map((cell) => cell.text)).toEqual(['', '', '']);
  });
});

describe('visibleAnswers', () => {
  const restricted = (visibleTo: FieldSettings['visibleTo']) =>
    define({ properties: { open: { type: 'string' }, account: { type: 'object', properties: { number: { type: 'string' } } }, rows: { type: 'array', items: { type: 'object', properties: { name: { type: 'string' }, idNumber: { type: 'string' } } } } } }, {
      fields: { '/account': { visibleTo: visibleTo ?? {} }, '/rows/*/idNumber': { visibleTo: visibleTo ?? {} } },
    });
  const filled = { open: 'o', account: { number: '1' }, rows: [{ name: 'n', idNumber: 'i' }], stranger: 's' };
  const seen = { open: 'o', account: { number: '1' }, rows: [{ name: 'n', idNumber: 'i' }] };
  const without = { open: 'o', rows: [{ name: 'n' }] };

  it.each([
    ['a role that the stage names', { review: ['town'] }, 'town', 'review', seen],
    ['a role that the stage does not name', { review: ['town'] }, 'committee', 'review', without],
    ['a role that * names', { '*': ['town'] }, 'town', 'review', seen],
    ['a role that nothing knows', { '*': ['town'] }, 'nobody', 'review', without],
    ['a role that * names but the stage does not', { '*': ['town'], review: ['committee'] }, 'town', 'review', without],
    ['any role in a stage that nothing names', { review: ['town'] }, 'town', 'acceptance', without],
    ['a role named like an inherited property', { '*': [] }, 'constructor', 'toString', without],
  ])('for %s', (_, visibleTo, role, stage, expected) => {
    expect(visibleAnswers(restricted(visibleTo), filled, { role, stage })).toEqual(expected);
  });

  it.each([
    ['is named', 'town', { account: { number: '1' }, rows: [{ idNumber: 'i' }] }], ['is not named', 'committee', { rows: [{}] }],
  ])('whoever has no part in the case sees what names their role alone: one that %s', (_, role, expected) => {
    expect(visibleAnswers(restricted({ '*': ['town'] }), filled, { role, stage: 'review', onlyNamed: true })).toEqual(expected);
    expect(visibleAnswers(restricted(undefined), filled, { role, stage: 'review', onlyNamed: true })).toEqual({ rows: [{}] });
  });
});

describe('visibleRemarks', () => {
  const definition = define(
    { properties: { open: { type: 'string', title: '公开项' }, account: { type: 'object', properties: { number: { type: 'string', title: '账号' } } }, rows: { type: 'array', items: { type: 'object', properties: { name: { type: 'string' }, idNumber: { type: 'string' } } } } } },
    { fields: { '/account': { visibleTo: { '*': ['town'] } }, '/rows/*/idNumber': { visibleTo: { '*': ['town'] } } } },
  );
  const remark = (pointer: string): { pointer: string; text: string } => ({ pointer, text: '请核对' });
  const all = ['/open', '/account', '/account/number', '/rows', '/rows/3/name', '/rows/0/idNumber'].map(remark);
  const seenBy = (role: string, remarks = all): string[] => visibleRemarks(definition, remarks, { role, stage: 'review' }).map(({ pointer }) => pointer);

  it('leaves out remarks on answers that a role may not see, also inside groups and items', () => {
    expect(seenBy('town')).toEqual(all.map(({ pointer }) => pointer));
    expect(seenBy('committee')).toEqual(['/open', '/rows', '/rows/3/name']);
    const named = (role: string): string[] => visibleRemarks(definition, all, { role, stage: 'review', onlyNamed: true }).map(({ pointer }) => pointer);
    expect([named('town'), named('committee')]).toEqual([['/account', '/account/number', '/rows/0/idNumber'], []]);
  });

  it('leaves out what is no question of the form', () => {
    expect(seenBy('town', ['/stranger', '/open/inside', '/rows/*/name', '/rows/x/name', 'open', '/__proto__', '/constructor/name'].map(remark))).toEqual([]);
  });

  it('names a question to those alone who may see it', () => {
    expect(['town', 'committee'].map((role) => visibleLabel(definition, '/account/number', { role, stage: 'review' }, 'zh-CN'))).toEqual(['账号', undefined]);
    expect(visibleLabel(definition, '/open', { role: 'committee', stage: 'review' }, 'en')).toBe('公开项');
  });
});
