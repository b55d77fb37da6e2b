import type { FormDefinition } from '@cobuild/core';

/** Which file of a case is looked at or taken in. */
export const recordForm: FormDefinition = {
  id: 'record', title: { 'zh-CN': '导入案卷', en: 'Take in a case' },
  schema: { type: 'object', additionalProperties: false, required: ['file', 'action'], properties: { file: {}, action: { type: 'string', enum: ['check', 'store'] } } },
  fields: {
    '/file': {
      title: { 'zh-CN': '案卷文件', en: 'File of a case' }, record: { attachments: { accept: ['.json'], maximumCount: 1 } },
      help: { 'zh-CN': '从本系统或者别的系统“下载案卷文件”得到的文件。改动过的文件不能导入。', en: 'As this portal or another one gave it out. A file that was changed is not taken in.' },
    },
    '/action': { title: { 'zh-CN': '这一次', en: 'This time' }, widget: 'radio', options: { check: { 'zh-CN': '只核对，不导入', en: 'Only check' }, store: { 'zh-CN': '核对并导入', en: 'Check and take in' } } },
  },
};
