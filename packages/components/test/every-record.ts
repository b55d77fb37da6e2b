import type { FieldSettings, FormDefinition, RecordKind, RecordSettings } from '@cobuild/core';
import { FOUR_DISCUSSIONS, recordSchema } from '@cobuild/core';

/** A form that asks for one record, at `/record`, and for what that depends on. */
export function recordForm(kind: RecordKind, title: FieldSettings['title'], record: RecordSettings): FormDefinition {
  return {
    id: `record-${kind}`,
    title: { 'zh-CN': '共建项目', en: 'Co-building project' },
    schema: {
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      type: 'object',
      required: ['projectName', 'record'],
      properties: { projectName: { type: 'string', maxLength: 60 }, record: recordSchema(kind) },
    },
    fields: { '/projectName': { title: { 'zh-CN': '项目名称', en: 'Project name' } }, '/record': { ...(title === undefined ? {} : { title }), record } },
  };
}

/** One form for each record, with settings as a district would write them; numbers are invented. */
export const everyRecord = {
  budget: recordForm('budget', { 'zh-CN': '项目预算', en: 'Budget' }, {
    budget: {
      subjects: [
        { id: 'equipment', title: { 'zh-CN': '设备购置', en: 'Equipment' } },
        { id: 'training', title: { 'zh-CN': '培训', en: 'Training' }, share: { p: 1, q: 10 } },
        { id: 'works', title: { 'zh-CN': '修缮', en: 'Repairs' }, maximum: 30000 },
      ],
      coFunding: { ownShareMinimum: { p: 30, q: 100 } },
      perProjectCap: 60000,
      roundingUnit: 100,
      maximumLines: 20,
    },
  }),
  attachments: recordForm('attachments', { 'zh-CN': '附件', en: 'Files' }, {
    attachments: {
      kinds: [
        { id: 'plan', title: { 'zh-CN': '实施方案', en: 'Plan' }, accept: ['.pdf', '.docx'], minimum: 1, maximum: 1, template: 'plan-template' },
        { id: 'photos', title: { 'zh-CN': '现场照片', en: 'Photos' }, accept: ['image/*'], maximum: 3 },
      ],
      maximumSize: 5242880,
      maximumTotal: 10485760,
      pending: 'block',
    },
  }),
  opinions: recordForm('opinions', { 'zh-CN': '征求意见', en: 'Opinions' }, {
    opinions: {
      groups: [
        { id: 'members', title: { 'zh-CN': '党员', en: 'Members' } },
        { id: 'residents', title: { 'zh-CN': '群众', en: 'Residents' }, minimum: 10 },
      ],
      support: { op: '>', ratio: { p: 1, q: 2 }, base: 'answered' },
    },
  }),
  discussions: recordForm('discussions', { 'zh-CN': '四议两公开', en: 'Four discussions, two disclosures' }, {
    discussions: {
      ...FOUR_DISCUSSIONS,
      steps: FOUR_DISCUSSIONS.steps.map((step) => {
        if (step.id === 'consult') return { ...step, callers: [{ id: 'secretary', title: { 'zh-CN': '党组织书记', en: 'Party secretary' } }, { id: 'director', title: { 'zh-CN': '村委会主任', en: 'Head of the village' } }], majority: { op: '>', ratio: { p: 1, q: 2 }, base: 'present' } };
        return step.kind === 'disclosure' ? { ...step, publicity: { amount: 5, unit: 'workingDay' } } : step;
      }),
    },
  }),
  applicants: recordForm('applicants', { 'zh-CN': '联合申报单位', en: 'Joint applicants' }, {
    applicants: { confirm: 'partners', minimumPartners: 1, maximumPartners: 3, leadShare: { p: 50, q: 100 }, covers: ['/projectName'] },
  }),
  indicators: recordForm('indicators', { 'zh-CN': '成效指标', en: 'Indicators' }, {
    indicators: {
      groups: [
        { id: 'output', title: { 'zh-CN': '产出', en: 'Output' }, minimum: 1 },
        { id: 'effect', title: { 'zh-CN': '效果', en: 'Effect' } },
      ],
      maximum: 6,
      weighted: true,
    },
  }),
  pledge: recordForm('pledge', { 'zh-CN': '申报承诺', en: 'Pledge' }, {
    pledge: {
      text: { 'zh-CN': '本单位承诺：所填内容真实，项目未获其他财政资金支持；如有虚假，退回全部资金并承担相应责任。', en: 'We pledge that what is stated is true and that no other public money supports the project; if it is not, we return the whole amount and answer for it.' },
      signers: [
        { id: 'secretary', title: { 'zh-CN': '党组织书记', en: 'Party secretary' } },
        { id: 'director', title: { 'zh-CN': '村委会主任', en: 'Head of the village' } },
      ],
      inOrder: true,
    },
  }),
} satisfies Partial<Record<RecordKind, FormDefinition>>;
