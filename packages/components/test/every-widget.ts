import type { FormDefinition } from '@cobuild/core';

/** A form with one question for each widget, in two steps. */
export const everyWidget: FormDefinition = {
  id: 'every-widget',
  title: { 'zh-CN': '共建项目', en: 'Co-building project' },
  schema: {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    type: 'object',
    required: ['projectName', 'households', 'amount', 'startsOn', 'town', 'kind', 'groups', 'newSite', 'pledge', 'lines'],
    properties: {
      projectName: { type: 'string', maxLength: 20 },
      background: { type: 'string', maxLength: 200 },
      households: { type: 'integer', minimum: 10 },
      amount: { type: 'number', format: 'money', minimum: 1 },
      startsOn: { type: 'string', format: 'date' },
      town: { enum: ['hecheng', 'yanghe', 'mingcheng', 'genghe'] },
      kind: { enum: ['service', 'volunteer'] },
      groups: { type: 'array', minItems: 1, items: { enum: ['old', 'young'] } },
      newSite: { type: 'boolean' },
      site: {
        type: 'object',
        required: ['address'],
        properties: { address: { type: 'string' }, area: { type: 'number' } },
      },
      partners: {
        type: 'array',
        items: { type: 'object', required: ['name'], properties: { name: { type: 'string' }, work: { type: 'string', maxLength: 300 } } },
      },
      lines: {
        type: 'array',
        minItems: 1,
        maxItems: 4,
        items: { type: 'object', required: ['subject', 'price'], properties: { subject: { type: 'string' }, price: { type: 'number', format: 'money' } } },
      },
      total: { type: 'number', format: 'money' },
      attachments: { type: 'object', additionalProperties: false }, // lets nothing be said that could be drawn
      pledge: { type: 'boolean', const: true },
    },
  },
  layout: {
    steps: [
      {
        id: 'project',
        title: { 'zh-CN': '项目', en: 'Project' },
        sections: [
          { id: 'basics', title: { 'zh-CN': '基本情况', en: 'Basics' }, fields: ['/projectName', '/background', '/households', '/amount', '/startsOn', '/town', '/kind', '/groups', '/newSite', '/site'] },
        ],
      },
      { id: 'budget', title: { 'zh-CN': '预算', en: 'Budget' }, sections: [{ id: 'money', fields: ['/partners', '/lines', '/total', '/attachments', '/pledge'] }] },
    ],
  },
  fields: {
    '/projectName': { title: { 'zh-CN': '项目名称', en: 'Project name' }, help: { 'zh-CN': '写清在哪里做什么。', en: 'Say what is done where.' } },
    '/background': { title: { 'zh-CN': '背景', en: 'Background' }, provenance: { kind: 'invented' } },
    '/households': { title: { 'zh-CN': '受益户数', en: 'Households' }, unit: { 'zh-CN': '户', en: 'households' } },
    '/amount': { title: { 'zh-CN': '申请金额', en: 'Amount' } },
    '/startsOn': { title: { 'zh-CN': '开工日期', en: 'Starts on' } },
    '/town': {
      title: { 'zh-CN': '所在镇街', en: 'Town' },
      widget: 'select',
      options: { hecheng: { 'zh-CN': '荷城' }, yanghe: { 'zh-CN': '杨和' }, mingcheng: { 'zh-CN': '明城' }, genghe: { 'zh-CN': '更合' } },
    },
    '/kind': { title: { 'zh-CN': '类别', en: 'Kind' }, options: { service: { 'zh-CN': '物业服务' }, volunteer: { 'zh-CN': '志愿服务' } } },
    '/groups': { title: { 'zh-CN': '服务对象', en: 'For whom' }, options: { old: { 'zh-CN': '老年人' }, young: { 'zh-CN': '儿童' } } },
    '/newSite': { title: { 'zh-CN': '是否新建场地', en: 'New site' } },
    '/site': { title: { 'zh-CN': '场地', en: 'Site' } },
    '/site/address': { title: { 'zh-CN': '地址', en: 'Address' }, width: 'half' },
    '/site/area': { title: { 'zh-CN': '面积', en: 'Area' }, width: 'half', unit: { 'zh-CN': '平方米', en: 'm²' } },
    '/partners': { title: { 'zh-CN': '共建单位', en: 'Partners' }, widget: 'cards' },
    '/partners/*/name': { title: { 'zh-CN': '单位名称', en: 'Name' } },
    '/partners/*/work': { title: { 'zh-CN': '承担的工作', en: 'Work' } },
    '/lines': { title: { 'zh-CN': '预算明细', en: 'Budget lines' }, widget: 'table' },
    '/lines/*/subject': { title: { 'zh-CN': '支出内容', en: 'Subject' } },
    '/lines/*/price': { title: { 'zh-CN': '金额', en: 'Price' } },
    '/total': { title: { 'zh-CN': '总预算', en: 'Total' } },
    '/attachments': { title: { 'zh-CN': '附件', en: 'Attachments' } },
    '/pledge': { title: { 'zh-CN': '以上内容属实', en: 'All of this is true' }, widget: 'confirmation' },
  },
  computed: { '/total': { op: 'sum', of: ['/lines/*/price'], missing: 'zero' } },
};

/** Right answers to it. */
export const everyAnswer: Readonly<Record<string, unknown>> = {
  projectName: '暖心服务站',
  households: 30,
  amount: 12000,
  startsOn: '2026-03-05',
  town: 'hecheng',
  kind: 'service',
  groups: ['old'],
  newSite: true,
  site: { address: '晴川村' },
  partners: [{ name: '某物业公司' }],
  lines: [
    { subject: '桌椅', price: 8000 },
    { subject: '书架', price: 4000 },
  ],
  pledge: true,
};

export { codeExamples, listExamples, pickerExamples, plainExamples } from './widget-examples.js';
