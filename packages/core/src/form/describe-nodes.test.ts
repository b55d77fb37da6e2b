import { describe, expect, it } from 'vitest';
import { define, nodeAt, open, when } from '../../test/form/form-fixture.js';
import { describeAnswers } from './describe-answers.js';
import { describeNode } from './describe-nodes.js';

const definition = define(
  {
    properties: {
      name: { type: 'string', title: '项目名称' },
      asked: { type: 'number', format: 'money', title: '申请金额' },
      partners: { type: 'array', title: '合作方', items: { enum: ['x', 'y'] } },
      place: { type: 'object', title: '地点', properties: { town: { type: 'string', title: '镇街' }, street: { type: 'string', title: '门牌' } } },
      tags: { type: 'array', title: '关键词', items: { type: 'string' } },
      lines: { type: 'array', title: '预算', items: { type: 'object', properties: { subject: { type: 'string', title: '科目' }, amount: { type: 'number', format: 'money', title: '金额' }, years: { type: 'array', title: '年度', items: { type: 'object', properties: { year: { type: 'integer', title: '年' } } } } } } },
      total: { type: 'number', format: 'money', title: '合计' },
    },
  },
  { fields: { '/place/street': { visibleWhen: when('name', '服务站') }, '/asked': { provenance: { kind: 'invented' } } }, computed: { '/total': { op: 'sum', of: ['/lines/*/amount'], missing: 'zero' } } },
);
const answers = { name: '服务站', asked: 12000, partners: ['x'], place: { town: '荷城', street: '1号' }, tags: ['邻里', '养老'], lines: [{ subject: '桌椅', amount: 8000, years: [{ year: 2026 }] }, { subject: '书架' }], total: 8000 };

describe('describeNode', () => {
  it.each(['zh-CN', 'en'] as const)('says of a filled form what describeAnswers says of its answers (%s)', (locale) => {
    const form = open(definition, { value: answers, locale });
    const rows = form.state.steps.flatMap((step) => step.sections.flatMap((section) => section.fields.map((node) => describeNode(node, locale))));
    const said = describeAnswers(definition, form.submission(), locale)[0]?.rows ?? [];
    expect(rows.map(({ pointer, label, text, answered, computed, provenance }) => ({ pointer, label, text, answered, computed, provenance })))
      .toEqual(said.map(({ pointer, label, text, answered, computed, provenance }) => ({ pointer, label, text, answered, computed, provenance })));
    expect(rows.map(({ rows: inner, table }) => [inner?.map(({ text }) => text), table?.columns, table?.rows.map(({ cells }) => cells)]))
      .toEqual(said.map(({ rows: inner, table }) => [inner?.map(({ text }) => text), table?.columns, table?.rows.map(({ cells }) => cells)]));
  });

  it('leaves out of a group what is not asked', () => {
    const form = open(definition, { value: { ...answers, name: '讲习所' } });
    expect(describeNode(nodeAt(form, '/place'), 'zh-CN')).toMatchObject({ text: '镇街：荷城', rows: [{ pointer: '/place/town' }] });
  });

  it('hands the value of a single question on, and none of a group or a list', () => {
    const form = open(definition, { value: answers });
    expect(describeNode(nodeAt(form, '/asked'), 'zh-CN').value).toBe(12000);
    expect([nodeAt(form, '/place'), nodeAt(form, '/lines')].map((node) => 'value' in describeNode(node, 'zh-CN'))).toEqual([false, false]);
  });

  it('says an empty list and an empty group as not answered', () => {
    const form = open(definition, { value: { lines: [] } });
    expect([describeNode(nodeAt(form, '/lines'), 'zh-CN').text, describeNode(nodeAt(form, '/place'), 'zh-CN').answered]).toEqual(['未填写', false]);
  });
});
