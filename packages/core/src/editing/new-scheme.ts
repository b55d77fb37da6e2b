import { CHINA_DAYS } from '../calendar/index.js';
import type { SchemeTexts } from './scheme-draft.js';

/**
 * The files of a scheme that somebody begins: a form with one question, a review, and the people who take part in it. It loads without a problem and can be run; everything in it is there to be changed.
 *
 * @param id - Letters, digits and hyphens; the folder is called the same.
 * @param title - In Chinese.
 * @example createSchemeDraft(newSchemeTexts('village-lights', '村道照明资金'))
 */
export function newSchemeTexts(id: string, title: string): SchemeTexts {
  const text = (chinese: string): object => ({ 'zh-CN': chinese });
  const scheme = {
    formatVersion: 1,
    id,
    version: '1.0.0',
    title: text(title),
    currency: 'CNY',
    parameters: {},
    organisation: {
      levels: [{ id: 'town', title: text('镇街') }, { id: 'village', title: text('村（社区）') }],
      roles: [{ id: 'applicant', title: text('申报人'), level: 'village' }, { id: 'reviewer', title: text('镇街审核人员'), level: 'town' }],
    },
    forms: [{ $file: 'forms/application.json' }],
    eligibility: { rules: [] },
    stages: [
      { id: 'application', title: text('申报'), actor: { role: 'applicant' }, method: 'application', form: 'application', outcomes: [{ id: 'submitted', title: text('已提交'), kind: 'submit', to: 'review' }] },
      {
        id: 'review', title: text('镇街审核'), actor: { role: 'reviewer' }, method: 'approval',
        outcomes: [
          { id: 'approved', title: text('通过'), kind: 'forward', to: 'approved' },
          { id: 'returned', title: text('退回补正'), kind: 'return', to: 'application', reason: 'required' },
          { id: 'rejected', title: text('不予通过'), kind: 'reject', to: 'notApproved', reason: 'required' },
        ],
      },
    ],
    calendar: { version: CHINA_DAYS.version },
    tests: [],
  };
  const form = {
    id: 'application',
    title: text('申报表'),
    schema: { $schema: 'https://json-schema.org/draft/2020-12/schema', type: 'object', required: ['projectName'], properties: { projectName: { type: 'string', minLength: 2, maxLength: 100 } } },
    layout: { steps: [{ id: 'application', title: text('申报'), sections: [{ id: 'project', title: text('项目'), fields: ['/projectName'] }] }] },
    fields: { '/projectName': { title: text('项目名称'), publish: 'plain' } },
  };
  return { 'scheme.json': `${JSON.stringify(scheme, undefined, 2)}\n`, 'forms/application.json': `${JSON.stringify(form, undefined, 2)}\n` };
}
