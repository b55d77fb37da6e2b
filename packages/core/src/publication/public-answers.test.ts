import { describe, expect, it } from 'vitest';
import { define } from '../../test/form/form-fixture.js';
import { publicAnswers } from './public-answers.js';

const definition = define(
  {
    properties: {
      name: { type: 'string', title: '项目名称' },
      secretary: { type: 'string', title: '村书记' },
      story: { type: 'string', title: '背景' },
      income: { type: 'number', title: '收入' },
      contact: { type: 'object', title: '联系人', properties: { name: { type: 'string', title: '姓名' }, phone: { type: 'string', title: '手机' }, post: { type: 'string', title: '职务' } } },
      secret: { type: 'object', title: '内部', properties: { note: { type: 'string', title: '批注' } } },
      lines: { type: 'array', title: '预算', items: { type: 'object', properties: { subject: { type: 'string', title: '科目' }, payee: { type: 'string', title: '收款人' }, amount: { type: 'number', format: 'money', title: '金额' }, account: { type: 'string', title: '账号' } } } },
      people: { type: 'array', title: '受益人', items: { type: 'object', properties: { name: { type: 'string', title: '姓名' } } } },
      files: { type: 'array', title: '附件' },
      opinions: { type: 'object', title: '征求意见' },
    },
  },
  {
    layout: { steps: [{ id: 's', title: { 'zh-CN': '申报' }, sections: [{ id: 'a', title: { 'zh-CN': '项目' }, fields: ['/name', '/secretary', '/story', '/income', '/contact', '/secret'] }, { id: 'b', title: { 'zh-CN': '资金' }, fields: ['/lines', '/people', '/files', '/opinions'] }] }] },
    fields: {
      '/name': { publish: 'plain' }, '/secretary': { publish: 'masked', mask: 'name' }, '/story': { publish: 'plain' },
      '/contact/name': { publish: 'masked', mask: 'name' }, '/contact/post': { publish: 'plain' },
      '/secret': { publish: 'never' }, '/secret/note': { publish: 'plain' },
      '/lines': { publish: 'plain' }, '/lines/*/subject': { publish: 'plain' }, '/lines/*/payee': { publish: 'masked', mask: 'name' }, '/lines/*/amount': { publish: 'aggregate' },
      '/people': { publish: 'aggregate' }, '/files': { publish: 'plain', record: { attachments: { kinds: [{ id: 'photo', title: { 'zh-CN': '照片' } }] } } },
      '/opinions': { publish: 'plain', record: { opinions: { groups: [{ id: 'all', title: { 'zh-CN': '村民' } }] } } },
    },
  },
);
const answers = {
  name: '暖心服务站', secretary: '林建国', story: '联系 13800138000', income: 9,
  contact: { name: '陈美芳', phone: '13900139000', post: '委员' }, secret: { note: '不公开的批注' },
  lines: [{ subject: '桌椅', payee: '何志强', amount: 0.1, account: '6222021234567890128' }, { subject: '书架', amount: 0.2 }],
  people: [{ name: '甲某某' }, { name: '乙某某' }],
  files: [{ id: '1', name: '现场.jpg', scan: 'clean' }, { id: '2', name: '病毒.exe', scan: 'quarantined' }],
  opinions: { counts: [{ group: 'all', asked: 40, for: 30, against: 2, other: 1 }], respondents: [{ name: '王小明', group: 'all', opinion: 'for', text: '好', publish: true }], summary: '王小明说好' },
};

describe('publicAnswers', () => {
  it('tells what is published, in the order of the layout, masked where it says so', () => {
    const { sections } = publicAnswers(definition, answers);
    expect(sections.map(({ title, rows }) => [title, rows.map(({ label, text, masked }) => `${label} ${text}${masked ? ' #' : ''}`)])).toEqual([
      ['项目', ['项目名称 暖心服务站', '村书记 林** #', '背景 联系 138****8000 #', '联系人 陈**，委员']],
      ['资金', ['预算 共2项', '金额 0.30 元', '受益人 共2项', '附件 现场.jpg', '征求意见 征求 40 人：赞成 30 人，反对 2 人，其他意见 1 人']],
    ]);
  });

  it('shows of a list its published columns, and of the others sums only', () => {
    const table = publicAnswers(definition, answers).sections[1]?.rows[0]?.table;
    expect(table?.columns.map(({ label }) => label)).toEqual(['科目', '收款人']);
    expect(table?.rows.map(({ cells }) => cells)).toEqual([['桌椅', '何**'], ['书架', '']]);
  });

  it.each(['林建国', '陈美芳', '13800138000', '13900139000', '不公开的批注', '何志强', '6222021234567890128', '甲某某', '病毒', '王小明', '"income"', '收入'])('hands %s out nowhere, not even as a value', (secret) => {
    expect(JSON.stringify(publicAnswers(definition, answers))).not.toContain(secret);
  });

  it('hands a value out only where all of it is public', () => {
    const rows = publicAnswers(definition, answers).sections.flatMap((section) => section.rows);
    expect(rows.flatMap((row) => ('value' in row ? [[row.pointer, row.value]] : []))).toEqual([['/name', '暖心服务站']]);
  });

  it('warns of what it covered, without repeating it', () => {
    expect(publicAnswers(definition, answers).problems).toMatchObject([{ code: 'publication/personal-data', pointer: '/story' }]);
  });

  it('shows nothing of a form that publishes nothing, nor of empty answers', () => {
    expect(publicAnswers(define({ properties: { name: { type: 'string' } } }), { name: 'x' }).sections).toEqual([]);
    expect(publicAnswers(definition, {}).sections).toEqual([]);
  });
});
