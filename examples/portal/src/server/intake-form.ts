import type { FormDefinition } from '@cobuild/core';

/** What whoever enters for others fills in: the table, and whether it is only looked at. */
export const intakeForm: FormDefinition = {
  id: 'intake', title: { 'zh-CN': '用Excel表代为录入', en: 'Entry from an Excel table' },
  schema: { type: 'object', additionalProperties: false, required: ['table', 'action'], properties: { table: {}, action: { type: 'string', enum: ['check', 'store'] } } },
  fields: {
    '/table': {
      title: { 'zh-CN': '申报汇总表', en: 'Table of applications' }, record: { attachments: { accept: ['.xlsx'], maximumCount: 1 } },
      help: { 'zh-CN': '第一行是各项问题的名称，每件申报一行。纸质申报请填“扫描件”和“收件日期”两列。', en: 'The first row holds the names of the questions, each further row one application. Of paper applications fill in the columns Scan and Received on.' },
    },
    '/action': { title: { 'zh-CN': '这一次', en: 'This time' }, widget: 'radio', options: { check: { 'zh-CN': '只核对，不收下', en: 'Only check' }, store: { 'zh-CN': '核对，并收下合格的', en: 'Check, and take in what is good' } } },
  },
};
