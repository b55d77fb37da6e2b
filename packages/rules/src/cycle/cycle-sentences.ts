import type { FindingSentences } from '../findings.js';

const text = (value: unknown): string => String(value);
const listed = (value: unknown, separator: string): string => (Array.isArray(value) ? value.map(String).join(separator) : '');

/** Sentences for what `checkCycle` finds. */
export const cycleSentences = {
  'zh-CN': {
    'scheme/cycle-no-duration': (p) => ({ message: `“${text(p['phase'])}”阶段按时间结束，却没有写期限（duration）`, remedy: '请写明几年、几个月或几天；还没有定的写 "UNDECIDED"。' }),
    'scheme/cycle-no-limit': (p) => ({ message: `“${text(p['phase'])}”阶段没有写验收期限，永远不会逾期`, remedy: '请写明期限（duration）。' }),
    'scheme/cycle-never-reached': (p) => ({ message: `“${text(p['phase'])}”阶段没有终点，永远到不了后面的“${text(p['next'])}”`, remedy: '请改为 "ends": "time" 或 "acceptance"，或者把它放在最后。' }),
    'scheme/cycle-duration-unused': (p) => ({ message: `“${text(p['phase'])}”阶段没有终点，所写的期限不起作用`, remedy: '请删去期限，或者改为 "ends": "time"。' }),
    'scheme/cycle-duty-without-end': (p) => ({ message: `“${text(p['phase'])}”阶段没有终点，其中的事项永远不会到期`, remedy: '请给这个阶段写期限，或者删去这些事项。' }),
    'scheme/cycle-unknown-phase': (p) => ({ message: `续期要回到的阶段“${text(p['phase'])}”不存在`, remedy: `可以写：${listed(p['known'], '、')}。` }),
    'scheme/cycle-renewal-unused': (p) => ({ message: `最后的“${text(p['phase'])}”阶段没有终点，用不到续期`, remedy: '请删去续期，或者给最后阶段写期限。' }),
    'scheme/cycle-no-renewals': () => ({ message: '续期次数为0，等于不能续期', remedy: '请删去续期，或者改正次数。' }),
  },
  en: {
    'scheme/cycle-no-duration': (p) => ({ message: `Phase "${text(p['phase'])}" ends by time but has no duration.`, remedy: 'Say how many years, months or days; "UNDECIDED" where nobody has decided.' }),
    'scheme/cycle-no-limit': (p) => ({ message: `Phase "${text(p['phase'])}" has no limit for acceptance and is never overdue.`, remedy: 'Give it a duration.' }),
    'scheme/cycle-never-reached': (p) => ({ message: `Phase "${text(p['phase'])}" never ends, so "${text(p['next'])}" is never reached.`, remedy: 'Make it "ends": "time" or "acceptance", or put it last.' }),
    'scheme/cycle-duration-unused': (p) => ({ message: `Phase "${text(p['phase'])}" never ends; its duration has no effect.`, remedy: 'Remove the duration, or make it "ends": "time".' }),
    'scheme/cycle-duty-without-end': (p) => ({ message: `Phase "${text(p['phase'])}" never ends, so its duties never fall due.`, remedy: 'Give the phase a duration, or remove the duties.' }),
    'scheme/cycle-unknown-phase': (p) => ({ message: `Renewal leads to phase "${text(p['phase'])}", which does not exist.`, remedy: `Known: ${listed(p['known'], ', ')}.` }),
    'scheme/cycle-renewal-unused': (p) => ({ message: `The last phase "${text(p['phase'])}" never ends; there is nothing to renew.`, remedy: 'Remove the renewal, or give the last phase a duration.' }),
    'scheme/cycle-no-renewals': () => ({ message: 'With 0 renewals nothing can be renewed.', remedy: 'Remove the renewal, or mend the number.' }),
  },
} satisfies FindingSentences;
