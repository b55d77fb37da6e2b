import { describe, expect, it } from 'vitest';
import type { FormDefinition } from '../generated/types.js';
import { answerColumns } from './answer-columns.js';

const form: FormDefinition = {
  id: 'registration', title: { 'zh-CN': '登记表' },
  schema: { type: 'object', properties: { name: { type: 'string', title: '姓名' }, phone: { type: 'string', title: '电话' }, code: { type: 'string', title: '户编码' }, served: { type: 'integer', title: '户数' }, kind: { type: 'string', enum: ['rural'] }, inner: { type: 'object', properties: { note: { type: 'string' } } } } },
  fields: {
    '/name': { publish: 'masked', mask: 'name' }, '/phone': { mask: 'phone', visibleTo: { '*': ['clerk'] } }, '/code': { visibleTo: { '*': ['clerk'] } }, '/kind': { publish: 'plain', options: { rural: { 'zh-CN': '农村党员' } } },
    '/inner': { visibleTo: { '*': ['clerk'] } }, '/inner/note': { mask: 'text' },
  },
};
const answers = { name: '冯海生', phone: '13800138000', code: 'HT-01', served: 12, kind: 'rural', inner: { note: '说明' } };
const all = ['/name', '/phone', '/code', '/served', '/kind', '/inner/note', '/nothing'];
const read = (viewer: Parameters<typeof answerColumns>[2]): readonly string[] => answerColumns(form, all, viewer, 'zh-CN').map(({ label, text }) => `${label} ${text(answers)}`);

describe('answerColumns', () => {
  it('has for a role what it may see, masked what it may not and is said how, and nothing else', () => {
    expect(read({ role: 'clerk', stage: '*' })).toEqual(['姓名 冯海生', '电话 13800138000', '户编码 HT-01', '户数 12', 'kind 农村党员', 'note 说明']);
    expect(read({ role: 'neighbour', stage: '*' })).toEqual(['姓名 冯海生', '电话 138****8000', '户数 12', 'kind 农村党员']);
  });

  it('row 78: has for the public only what is published, so that a new question is not shown', () => {
    expect(read('public')).toEqual(['姓名 冯**', 'kind 农村党员']);
  });

  it('says nothing of what was not answered', () => {
    expect(answerColumns(form, ['/name', '/served'], { role: 'clerk', stage: '*' }, 'zh-CN').map(({ text }) => text({}))).toEqual(['', '']);
  });
});
