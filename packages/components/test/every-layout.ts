import type { FormDefinition, LayoutStep } from '@cobuild/core';

const zh = (text: string, en: string): { 'zh-CN': string; en: string } => ({ 'zh-CN': text, en });

const project: FormDefinition['schema'] = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  type: 'object',
  required: ['projectName', 'kind', 'contact', 'phone', 'startsOn', 'endsOn', 'amount', 'reason', 'pledge'],
  properties: {
    projectName: { type: 'string', title: '项目名称', maxLength: 46 },
    kind: { title: '项目类别', oneOf: [{ const: 'environment', title: '环境整治' }, { const: 'service', title: '便民服务' }, { const: 'culture', title: '文化活动' }] },
    contact: { type: 'string', title: '联系人' },
    phone: { type: 'string', title: '联系电话' },
    town: { type: 'string', title: '所在镇街' },
    startsOn: { type: 'string', format: 'date', title: '开工日期' },
    endsOn: { type: 'string', format: 'date', title: '完工日期' },
    households: { type: 'integer', title: '受益户数', minimum: 1 },
    amount: { type: 'number', format: 'money', title: '申请金额' },
    ownAmount: { type: 'number', format: 'money', title: '自筹金额' },
    reason: { type: 'string', title: '申请理由', maxLength: 300 },
    plan: { type: 'string', title: '实施计划', maxLength: 300 },
    risk: { type: 'string', title: '风险与应对', maxLength: 300 },
    pledge: { type: 'boolean', const: true, title: '以上内容属实' },
  },
};

const titles: Record<string, string> = {
  projectName: 'Project name', kind: 'Kind of project', contact: 'Contact person', phone: 'Telephone', town: 'Town', startsOn: 'Starts on', endsOn: 'Ends on', households: 'Households served',
  amount: 'Amount requested', ownAmount: 'Own share', reason: 'Reasons', plan: 'Plan', risk: 'Risks', pledge: 'All of this is true',
};

const fields: FormDefinition['fields'] = Object.fromEntries(
  Object.entries(project['properties'] as Record<string, { title: string }>).map(([name, { title }]) => [
    `/${name}`,
    {
      title: zh(title, titles[name] ?? name),
      ...(name === 'kind' ? { options: { environment: zh('环境整治', 'Surroundings'), service: zh('便民服务', 'Services'), culture: zh('文化活动', 'Culture') } } : {}),
    },
  ]),
);

const form = (id: string, layout: FormDefinition['layout']): FormDefinition => ({ id, title: zh('共建项目申报表', 'Application for a co-building project'), schema: project, fields, layout });

/** Groups in columns, tabs and texts within a section, each with a condition of its own. */
export const elementsLayout = form('elements', {
  steps: [
    {
      id: 'project',
      title: zh('项目情况', 'The project'),
      sections: [
        {
          id: 'basics',
          title: zh('基本情况', 'Basics'),
          elements: [
            '/projectName',
            '/kind',
            { text: zh('文化活动类项目，请先向镇街文化站了解场地安排。', 'For cultural activities please ask the town’s cultural station about venues first.'), visibleWhen: { fact: 'kind', operator: 'equal', value: 'culture' } },
            { group: ['/contact', '/phone', '/town'], title: zh('联系人', 'Contact'), description: zh('填写能随时联系到的人。', 'Somebody who can be reached at any time.'), columns: 3 },
            { group: ['/startsOn', '/endsOn'], columns: 2 },
          ],
        },
        {
          id: 'details',
          title: zh('详细说明', 'Details'),
          elements: [
            {
              tabs: [
                { id: 'reason', title: zh('理由', 'Reasons'), elements: ['/reason', '/households'] },
                { id: 'money', title: zh('资金', 'Money'), columns: 2, elements: ['/amount', '/ownAmount'] },
                { id: 'plan', title: zh('计划', 'Plan'), elements: ['/plan', '/risk'], visibleWhen: { fact: 'amount', operator: 'greaterThan', value: 10000 } },
              ],
            },
            '/pledge',
          ],
        },
      ],
    },
  ],
});

const steps: LayoutStep[] = [
  { id: 'project', title: zh('项目情况', 'The project'), sections: [{ id: 'basics', columns: 2, fields: ['/projectName', '/kind', '/contact', '/phone'] }] },
  { id: 'time', title: zh('时间与资金', 'Time and money'), description: zh('金额以元为单位。', 'Amounts in yuan.'), sections: [{ id: 'time', columns: 2, fields: ['/startsOn', '/endsOn', '/amount', '/ownAmount'] }] },
  {
    id: 'large',
    title: zh('大额项目说明', 'Large projects'),
    opensWhen: { fact: 'amount', operator: 'greaterThan', value: 10000 },
    opensText: zh('申请金额超过 10,000 元的项目才需要填写', 'Only for projects of more than 10,000 yuan'),
    sections: [{ id: 'large', fields: ['/plan', '/risk', '/households', '/town'] }],
  },
  { id: 'reasons', title: zh('理由与承诺', 'Reasons and pledge'), sections: [{ id: 'reasons', fields: ['/reason', '/pledge'] }] },
  { id: 'check', title: zh('核对答案', 'Check your answers'), review: true, afterEarlierSteps: true },
];

/** The same steps in each of the ways in which steps are shown. */
export const stepsLayout = form('steps', { show: 'steps', steps });
export const taskListLayout = form('task-list', { show: 'taskList', steps });
export const tabsLayout = form('tabs', { show: 'tabs', steps });
export const pageLayout = form('page', { show: 'page', steps });

/** Answers that leave nothing wrong. */
export const projectAnswers: Readonly<Record<string, unknown>> = {
  projectName: '荷城街道老旧小区楼道照明与扶手更新改造暨邻里互助共建示范项目（一期）',
  kind: 'service',
  contact: '李明',
  phone: '0757-88880000',
  startsOn: '2026-03-05',
  endsOn: '2026-08-31',
  amount: 12000,
  ownAmount: 3000,
  reason: '楼道照明不足，老人夜间出行不便。',
  pledge: true,
};
