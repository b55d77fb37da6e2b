import type { RecordSentences } from '../record-problems.js';
import { shareText } from '../share-text.js';

const text = (value: unknown): string => String(value);

/** What is wrong with those who apply together. Shares are percent, written as they are. */
export const applicantSentences = {
  'zh-CN': {
    'applicants/lead-missing': () => ({ message: '请指定一个牵头单位' }),
    'applicants/leads': (p) => ({ message: `牵头单位只能有一个，现有${text(p['count'])}个` }),
    'applicants/party-twice': (p) => ({ message: `“${text(p['party'])}”填写了两次` }),
    'applicants/party-id': (p) => ({ message: `请选择第${text(p['row'])}个单位` }),
    'applicants/partners-few': (p) => ({ message: `合作单位至少${text(p['minimum'])}个，现有${text(p['count'])}个` }),
    'applicants/partners-many': (p) => ({ message: `合作单位最多${text(p['maximum'])}个，现有${text(p['count'])}个` }),
    'applicants/share': (p) => ({ message: `请填写“${text(p['party'])}”的份额，在0到100之间` }),
    'applicants/share-decimals': (p) => ({ message: `“${text(p['party'])}”的份额最多${text(p['decimals'])}位小数` }),
    'applicants/shares-short': (p) => ({ message: `份额合计${text(p['sum'])}%，比100%少${text(p['by'])}%` }),
    'applicants/shares-over': (p) => ({ message: `份额合计${text(p['sum'])}%，比100%多${text(p['by'])}%` }),
    'applicants/lead-share': (p) => ({ message: `牵头单位的份额不少于${shareText(p['ratio'])}，现为${text(p['share'])}%` }),
    'applicants/unconfirmed': (p) => ({ message: `“${text(p['party'])}”还没有签字确认` }),
    'applicants/confirmation-void': (p) => ({ message: `“${text(p['party'])}”确认后内容有改动，原来的确认不再有效`, remedy: '请重新签字确认。' }),
    'applicants/confirmation-foreign': (p) => ({ message: `“${text(p['party'])}”的确认是“${text(p['signer'])}”签的，须由本单位的人签字` }),
    'applicants/confirmation-time': (p) => ({ message: `“${text(p['party'])}”的确认没有有效的时间` }),
  },
  en: {
    'applicants/lead-missing': () => ({ message: 'Say who leads.' }),
    'applicants/leads': (p) => ({ message: `There can be one lead only; there are ${text(p['count'])}.` }),
    'applicants/party-twice': (p) => ({ message: `“${text(p['party'])}” is there twice.` }),
    'applicants/party-id': (p) => ({ message: `Choose organisation ${text(p['row'])}.` }),
    'applicants/partners-few': (p) => ({ message: `At least ${text(p['minimum'])} partners are needed; there are ${text(p['count'])}.` }),
    'applicants/partners-many': (p) => ({ message: `There can be at most ${text(p['maximum'])} partners; there are ${text(p['count'])}.` }),
    'applicants/share': (p) => ({ message: `Enter the share of “${text(p['party'])}”, from 0 to 100.` }),
    'applicants/share-decimals': (p) => ({ message: `The share of “${text(p['party'])}” has at most ${text(p['decimals'])} decimals.` }),
    'applicants/shares-short': (p) => ({ message: `The shares are ${text(p['sum'])}% together, ${text(p['by'])}% less than 100%.` }),
    'applicants/shares-over': (p) => ({ message: `The shares are ${text(p['sum'])}% together, ${text(p['by'])}% more than 100%.` }),
    'applicants/lead-share': (p) => ({ message: `The lead has at least ${shareText(p['ratio'])}; it has ${text(p['share'])}%.` }),
    'applicants/unconfirmed': (p) => ({ message: `“${text(p['party'])}” has not confirmed yet.` }),
    'applicants/confirmation-void': (p) => ({ message: `Something changed after “${text(p['party'])}” confirmed; the confirmation does not hold any more.`, remedy: 'Ask for it again.' }),
    'applicants/confirmation-foreign': (p) => ({ message: `The confirmation of “${text(p['party'])}” was signed by “${text(p['signer'])}”, who does not sign for it.` }),
    'applicants/confirmation-time': (p) => ({ message: `The confirmation of “${text(p['party'])}” has no valid time.` }),
  },
} satisfies RecordSentences;

export type ApplicantCode = keyof (typeof applicantSentences)['zh-CN'];
