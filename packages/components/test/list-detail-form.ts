import type { FormDefinition } from '@cobuild/core';

/** Residents who work on a project: a list by their names beside the one that is open. The people are invented. */
export const listDetailForm: FormDefinition = {
  id: 'team',
  title: { 'zh-CN': '项目团队', en: 'Project team' },
  schema: {
    type: 'object',
    required: ['people'],
    properties: {
      people: {
        type: 'array',
        minItems: 1,
        maxItems: 5,
        items: {
          type: 'object',
          required: ['name', 'phone'],
          properties: {
            name: { type: 'string', maxLength: 20 },
            role: { enum: ['lead', 'member', 'volunteer'] },
            phone: { type: 'string', format: 'phone' },
            work: { type: 'string', maxLength: 300 },
          },
        },
      },
    },
  },
  fields: {
    '/people': { title: { 'zh-CN': '团队成员', en: 'Team members' }, widget: 'listDetail', itemTitle: { 'zh-CN': '{name} {role}', en: '{name} {role}' } },
    '/people/*/name': { title: { 'zh-CN': '姓名', en: 'Name' } },
    '/people/*/role': { title: { 'zh-CN': '角色', en: 'Role' }, options: { lead: { 'zh-CN': '负责人', en: 'Lead' }, member: { 'zh-CN': '成员', en: 'Member' }, volunteer: { 'zh-CN': '志愿者', en: 'Volunteer' } } },
    '/people/*/phone': { title: { 'zh-CN': '联系电话', en: 'Phone' } },
    '/people/*/work': { title: { 'zh-CN': '承担的工作', en: 'Work' } },
  },
};

export const team: Readonly<Record<string, unknown>> = {
  people: [
    { name: '张三', role: 'lead', phone: '13800138000', work: '统筹项目实施' },
    { name: '李四', role: 'member', phone: '13900139000' },
    { name: '王五', phone: '13700137000' },
  ],
};
