import type { SchemeFiles } from '../src/index.js';

/** Files in memory for tests; a value that is no text is written as JSON. */
export function filesOf(contents: Readonly<Record<string, unknown>>): SchemeFiles {
  const texts = new Map(Object.entries(contents).map(([path, value]) => [path, typeof value === 'string' ? value : JSON.stringify(value, null, 2)]));
  return { read: (path) => texts.get(path), list: () => [...texts.keys()] };
}

/** A small scheme without a mistake. */
export const soundScheme = {
  formatVersion: 1,
  id: 'sound',
  version: '1.0.0',
  title: { 'zh-CN': '村级微项目扶持', en: 'Village micro-projects' },
  currency: 'CNY',
  parameters: {
    cap: { title: { 'zh-CN': '单个项目上限' }, type: 'money', value: 20000, overlay: 'lower' },
    households: { title: { 'zh-CN': '最少受益户数' }, type: 'integer', value: 10, minimum: 5, overlay: 'raise' },
    ratio: { title: { 'zh-CN': '通过比例' }, type: 'ratio', value: { p: 1, q: 2 }, overlay: 'raise' },
    days: { title: { 'zh-CN': '公示期' }, type: 'period', value: { amount: 5, unit: 'workingDay' }, overlay: 'any' },
    fund: { title: { 'zh-CN': '年度资金' }, type: 'money', value: 100000, overlay: 'locked' },
  },
  organisation: {
    levels: [{ id: 'district', title: { 'zh-CN': '区' } }],
    roles: [{ id: 'officer', title: { 'zh-CN': '经办人' }, level: 'district' }],
  },
  forms: [{ id: 'application', title: { 'zh-CN': '申报表' }, schema: { type: 'object', properties: { name: { type: 'string' }, parameter: { type: 'string' } } }, fields: { '/name': { publish: 'plain' } } }],
  eligibility: { rules: [] },
  stages: [
    { id: 'apply', title: { 'zh-CN': '申报' }, actor: { role: 'officer' }, method: 'application', form: 'application', outcomes: [{ id: 'submit', title: { 'zh-CN': '提交' }, kind: 'submit', to: 'vote' }] },
    {
      id: 'vote', title: { 'zh-CN': '会审' }, actor: { role: 'officer' }, method: 'vote', threshold: 'jointVote',
      outcomes: [{ id: 'passed', title: { 'zh-CN': '通过' }, kind: 'passed', to: 'approved' }, { id: 'failed', title: { 'zh-CN': '未通过' }, kind: 'failed', to: 'notApproved' }],
    },
  ],
  thresholds: [
    { id: 'jointVote', title: { 'zh-CN': '会审表决', en: 'Joint review vote' }, base: 'entitled', op: '>', ratio: { parameter: 'ratio' }, abstention: 'counts', quorum: 'none', tie: 'fail', secrecy: 'open', recusal: ['sameUnit'] },
  ],
  publicity: { notices: [{ id: 'result', title: { 'zh-CN': '公示' }, period: { parameter: 'days' }, channels: [], columns: ['/name'], issuer: { 'zh-CN': '民政局' }, objectionChannel: { 'zh-CN': '书面提出' } }] },
  calendar: { version: '2026.1' },
  tests: [
    { id: 'first', description: 'a first case', case: { id: 'a', submittedAt: '2026-03-05T09:00:00+08:00', applicant: { id: 'x' }, answers: { name: 'UNDECIDED' } }, expect: { eligibility: 'eligible' } },
    { id: 'second', description: 'a second case', case: { id: 'b', submittedAt: '2026-03-05T09:00:00+08:00', applicant: { id: 'x' }, answers: {} }, expect: { eligibility: 'eligible' } },
  ],
};

/** Files of an overlay over the small scheme. */
export function overlayFiles(changes: Readonly<Record<string, unknown>>, base: Readonly<Record<string, unknown>> = soundScheme): SchemeFiles {
  const overlay = { formatVersion: 1, id: 'overlay', version: '1.0.0', title: { 'zh-CN': '镇里的方案' }, extends: '../base', ...changes };
  return filesOf({ 'scheme.json': overlay, '../base/scheme.json': base });
}
