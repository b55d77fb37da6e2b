import type { RecordSentences } from '../record-problems.js';

const text = (value: unknown): string => String(value);

/** Why a pledge does not stand. */
export const pledgeSentences = {
  'zh-CN': {
    'pledge/waiting': (p) => ({ message: `还需要${text(p['signer'])}签字` }),
    'pledge/answers-changed': (p) => ({ message: `${text(p['signer'])}签字后申报内容有改动，原来的签字不再有效`, remedy: '请重新签字。' }),
    'pledge/text-changed': (p) => ({ message: `${text(p['signer'])}签字后承诺内容有改动，原来的签字不再有效`, remedy: '请阅读新的承诺后重新签字。' }),
    'pledge/signer-unknown': () => ({ message: '有一个签字不在需要签字的人员里' }),
    'pledge/twice': (p) => ({ message: `${text(p['signer'])}签了两次` }),
    'pledge/same-person': (p) => ({ message: `${text(p['signer'])}和${text(p['other'])}须由不同的人签字，现在都是“${text(p['name'])}”` }),
    'pledge/order': (p) => ({ message: `${text(p['before'])}须在${text(p['signer'])}之前签字` }),
    'pledge/time': (p) => ({ message: `${text(p['signer'])}的签字没有有效的时间` }),
    'pledge/time-ahead': (p) => ({ message: `${text(p['signer'])}的签字时间晚于现在` }),
  },
  en: {
    'pledge/waiting': (p) => ({ message: `The signature of ${text(p['signer'])} is still missing.` }),
    'pledge/answers-changed': (p) => ({ message: `The application was changed after ${text(p['signer'])} signed; the signature does not hold any more.`, remedy: 'Sign again.' }),
    'pledge/text-changed': (p) => ({ message: `The pledge was changed after ${text(p['signer'])} signed; the signature does not hold any more.`, remedy: 'Read the new pledge and sign again.' }),
    'pledge/signer-unknown': () => ({ message: 'One signature is none of those that are asked for.' }),
    'pledge/twice': (p) => ({ message: `${text(p['signer'])} signed twice.` }),
    'pledge/same-person': (p) => ({ message: `${text(p['signer'])} and ${text(p['other'])} have to be different persons; both are “${text(p['name'])}”.` }),
    'pledge/order': (p) => ({ message: `${text(p['before'])} has to sign before ${text(p['signer'])}.` }),
    'pledge/time': (p) => ({ message: `The signature of ${text(p['signer'])} has no valid time.` }),
    'pledge/time-ahead': (p) => ({ message: `The signature of ${text(p['signer'])} is later than now.` }),
  },
} satisfies RecordSentences;

export type PledgeCode = keyof (typeof pledgeSentences)['zh-CN'];
