import type { EventActor, Scheme, Threshold } from '@cobuild/core';

const text = (words: string): { 'zh-CN': string } => ({ 'zh-CN': words });

/** More than half of those entitled, two thirds present, members of the applicant's town recused. */
export const threshold: Threshold = {
  id: 'halfOfEntitled', title: text('过半数'), base: 'entitled', op: '>', ratio: { p: 1, q: 2 }, abstention: 'counts',
  quorum: { op: '>=', ratio: { p: 2, q: 3 }, base: 'entitled' }, tie: 'revote', secrecy: 'open', recusal: ['sameUnit', 'sameTown'],
};

/** A village applies, the town and then the district's office review, a committee votes, a notice runs. Every path of the life cycle is in it. */
export const scheme: Scheme = {
  formatVersion: 1, id: 'life-cycle', version: '1.0.0', title: text('共建项目'), currency: 'CNY', calendar: { version: 'test' },
  parameters: {
    minHouseholds: { title: text('最少受益户数'), type: 'integer', value: 20, overlay: 'any' },
    noticeDays: { title: text('公示期'), type: 'period', value: { amount: 5, unit: 'workingDay' }, overlay: 'any' },
  },
  organisation: {
    levels: [{ id: 'district', title: text('区') }, { id: 'town', title: text('镇街') }, { id: 'village', title: text('村') }],
    roles: [
      { id: 'secretary', title: text('村书记'), level: 'village' }, { id: 'townReviewer', title: text('镇街审核员'), level: 'town' },
      { id: 'office', title: text('区专项办'), level: 'district' },
    ],
  },
  forms: [{
    id: 'application', title: text('申报表'),
    schema: { $id: 'https://example.org/application', type: 'object', properties: { projectName: { type: 'string', title: '项目名称' }, households: { type: 'integer', title: '受益户数' } } },
    fields: { '/projectName': { title: { 'zh-CN': '项目名称', en: 'Project name' } } },
  }],
  eligibility: {
    rules: [{
      id: 'enoughHouseholds', title: text('受益户数'), reason: text('受益户数太少。'), remedy: text('请扩大受益范围。'), source: text('申报指南第三条'), provenance: { kind: 'inferred', source: 'G-I2' },
      conditions: { all: [{ fact: 'households', operator: 'greaterThanInclusive', value: { fact: 'parameters', path: '$.minHouseholds' } }] },
    }],
  },
  stages: [
    { id: 'recommend', title: text('村自荐'), actor: { role: 'secretary' }, method: 'application', form: 'application', outcomes: [{ id: 'submit', title: text('提交'), kind: 'submit', to: 'preliminary' }] },
    {
      id: 'preliminary', title: text('镇街初审'), actor: { role: 'townReviewer' }, method: 'approval', survivesReturn: 'none',
      outcomes: [
        { id: 'forward', title: text('推荐'), kind: 'forward', to: 'officeCheck' }, { id: 'return', title: text('退回补正'), kind: 'return', to: 'recommend', reason: 'required' },
        { id: 'reject', title: text('驳回'), kind: 'reject', to: 'rejected', reason: 'required' },
      ],
    },
    {
      id: 'officeCheck', title: text('区级形式审查'), actor: { role: 'office' }, method: 'checklist', survivesReturn: 'all',
      outcomes: [{ id: 'accept', title: text('受理'), kind: 'forward', to: 'jointReview' }, { id: 'sendBack', title: text('退回'), kind: 'return', to: 'recommend' }, { id: 'toTown', title: text('退镇街重审'), kind: 'return', to: 'preliminary' }],
    },
    {
      id: 'jointReview', title: text('区级会审'), actor: { role: 'office' }, method: 'vote', threshold: 'halfOfEntitled',
      outcomes: [{ id: 'passed', title: text('通过'), kind: 'passed', to: 'publicity' }, { id: 'failed', title: text('不通过'), kind: 'failed', to: 'notApproved' }, { id: 'refuse', title: text('不予上会'), kind: 'reject', to: 'rejected' }],
    },
    {
      id: 'publicity', title: text('公示'), actor: { role: 'office' }, method: 'publicity', notice: 'result', survivesReturn: 'none',
      outcomes: [{ id: 'confirm', title: text('公示无异议'), kind: 'confirmed', to: 'approved' }, { id: 'again', title: text('重新会审'), kind: 'return', to: 'jointReview' }, { id: 'cancel', title: text('取消'), kind: 'reject', to: 'rejected' }],
    },
  ],
  thresholds: [threshold],
  publicity: { notices: [{ id: 'result', title: text('立项公示'), period: { parameter: 'noticeDays' }, channels: [], columns: [], issuer: text('区专项办'), objectionChannel: text('区专项办') }] },
};

/** The scheme with another vote rule. */
export function withThreshold(change: Partial<Threshold>): Scheme {
  return { ...scheme, thresholds: [{ ...threshold, ...change }] };
}

export const applicant = { id: 'village-7', name: '河江村党委', level: 'village', unit: 'village-7', town: 'hecheng' };
export const secretary: EventActor = { id: 'u1', role: 'secretary', unit: 'village-7' };
export const reviewer: EventActor = { id: 'u2', role: 'townReviewer', unit: 'hecheng' };
export const office: EventActor = { id: 'u3', role: 'office', unit: 'org-department' };
/** Six members; m6 comes from the applicant's town. */
export const members = ['m1', 'm2', 'm3', 'm4', 'm5', 'm6'].map((id) => ({ id, name: `委员${id.slice(1)}`, ...(id === 'm6' ? { town: 'hecheng' } : {}) }));
