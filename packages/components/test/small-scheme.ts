import type { Scheme } from '@cobuild/core';

const text = (zh: string, en: string): { 'zh-CN': string; en: string } => ({ 'zh-CN': zh, en });

/** Two steps, four questions, three requirements: two about answers, one about the applicant. */
export const smallScheme: Scheme = {
  formatVersion: 1,
  id: 'small',
  version: '1.0.0',
  title: text('小项目资金', 'Small project fund'),
  currency: 'CNY',
  parameters: { cap: { title: text('单项上限', 'Cap per project'), type: 'money', value: 20000, overlay: 'any' } },
  organisation: {
    levels: [{ id: 'village', title: text('村', 'Village') }],
    roles: [
      { id: 'villageSecretary', title: text('村书记', 'Village secretary'), level: 'village' },
      { id: 'townReviewer', title: text('镇街初审人员', 'Town reviewer'), level: 'village' },
    ],
  },
  forms: [
    {
      id: 'application',
      title: text('小项目申报表', 'Small project form'),
      schema: {
        type: 'object',
        required: ['projectName', 'amount', 'pledge'],
        properties: {
          projectName: { type: 'string', title: '项目名称', minLength: 2, maxLength: 40 },
          amount: { type: 'number', title: '申请金额', format: 'money', minimum: 0 },
          households: { type: 'integer', title: '受益户数', minimum: 0 },
          pledge: { type: 'boolean', const: true, title: '内容属实' },
        },
      },
      layout: {
        steps: [
          { id: 'project', title: text('项目', 'Project'), sections: [{ id: 'project', fields: ['/projectName', '/households'] }] },
          { id: 'money', title: text('资金', 'Money'), sections: [{ id: 'money', fields: ['/amount', '/pledge'] }] },
        ],
      },
      fields: { '/pledge': { widget: 'confirmation' } },
    },
  ],
  eligibility: {
    rules: [
      {
        id: 'within-cap',
        title: text('金额不超过上限', 'Within the cap'),
        conditions: { fact: 'amount', operator: 'lessThanInclusive', value: { fact: 'parameters', path: '$.cap' } },
        reason: text('申请金额超过上限。', 'The amount is above the cap.'),
        remedy: text('请压减预算。', 'Cut the budget.'),
        source: text('办法第五条', 'Clause 5'),
        provenance: { kind: 'invented' },
      },
      {
        id: 'households',
        title: text('受益户数达标', 'Enough households'),
        conditions: { fact: 'households', operator: 'greaterThanInclusive', value: 20 },
        reason: text('受益户数不足。', 'Too few households.'),
        remedy: text('请扩大受益范围。', 'Reach more households.'),
      },
      {
        id: 'village',
        title: text('由村申报', 'A village applies'),
        conditions: { fact: 'applicant', path: '$.level', operator: 'equal', value: 'village' },
        reason: text('申报单位不是村。', 'The applicant is no village.'),
      },
    ],
  },
  stages: [
    { id: 'apply', title: text('申报', 'Apply'), actor: { role: 'villageSecretary' }, method: 'application', form: 'application', outcomes: [{ id: 'submit', title: text('提交', 'Submit'), kind: 'submit', to: 'review' }] },
    {
      id: 'review',
      title: text('镇街审核', 'Review by the town'),
      publicTitle: text('镇街初审', 'Screening by the town'),
      actor: { role: 'townReviewer' },
      method: 'approval',
      outcomes: [
        { id: 'forward', title: text('同意', 'Agreed'), kind: 'forward', to: 'approved' },
        { id: 'return', title: text('退回补正', 'Return'), kind: 'return', to: 'apply', reason: 'required' },
      ],
    },
  ],
  calendar: { version: 'cn-2026' },
};

/** Answers without any problem that meet every requirement. */
export const smallAnswers = { projectName: '村口路灯', households: 60, amount: 18000, pledge: true };
