import type { FindingSentences } from '../findings.js';

const text = (value: unknown): string => String(value);

/** Sentences for what `checkPay` finds. */
export const paySentences = {
  'zh-CN': {
    'scheme/pay-gap': (p) => ({ message: `从${text(p['from'])}到${text(p['below'])}以下没有对应的档次，算不出金额`, remedy: '请让每一档的起点等于下一档的终点。' }),
    'scheme/pay-overlap': (p) => ({ message: `“${text(p['row'])}”与“${text(p['other'])}”重叠，例如${text(p['value'])}同时属于两档`, remedy: '起点（from）算在本档内，终点（below）不算；请让两档首尾相接。' }),
    'scheme/pay-row-empty': (p) => ({ message: `“${text(p['row'])}”的终点不大于起点，没有数值会落在这一档`, remedy: '请改正起点或终点。' }),
    'scheme/pay-jump': (p) => ({ message: `在${text(p['at'])}处金额有跳跃：以下趋近${text(p['below'])}元，从这里起是${text(p['from'])}元`, remedy: '如果不是有意这样，请调整其中一段。' }),
    'scheme/pay-kind-twice': (p) => ({ message: `“${text(p['row'])}”写了两次，只有第一条起作用`, remedy: '请删去一条。' }),
    'scheme/pay-step': (p) => ({ message: `金额不能按${text(p['step'])}元取整`, remedy: '取整单位须大于0，最小0.01元。' }),
    'scheme/pay-limits': (p) => ({ message: `下限${text(p['minimum'])}元高于上限${text(p['maximum'])}元`, remedy: '请改正其中一个。' }),
    'scheme/pay-instalments': (p) => ({ message: `不能分${text(p['over'])}期发放`, remedy: '期数为1至366的整数。' }),
  },
  en: {
    'scheme/pay-gap': (p) => ({ message: `From ${text(p['from'])} up to below ${text(p['below'])} no row applies; no amount can be computed.`, remedy: 'Let each row begin where the one before ends.' }),
    'scheme/pay-overlap': (p) => ({ message: `"${text(p['row'])}" and "${text(p['other'])}" overlap; ${text(p['value'])} belongs to both.`, remedy: '`from` belongs to the row, `below` does not; let the rows meet.' }),
    'scheme/pay-row-empty': (p) => ({ message: `"${text(p['row'])}" ends at or before its beginning; no number falls in it.`, remedy: 'Mend one of its limits.' }),
    'scheme/pay-jump': (p) => ({ message: `The amount jumps at ${text(p['at'])}: ${text(p['below'])} yuan just below, ${text(p['from'])} yuan from there.`, remedy: 'Unless this is meant, adjust one of the segments.' }),
    'scheme/pay-kind-twice': (p) => ({ message: `"${text(p['row'])}" is there twice; only the first applies.`, remedy: 'Remove one.' }),
    'scheme/pay-step': (p) => ({ message: `Money cannot be rounded to ${text(p['step'])} yuan.`, remedy: 'The step is greater than 0, the smallest is 0.01 yuan.' }),
    'scheme/pay-limits': (p) => ({ message: `The minimum of ${text(p['minimum'])} yuan is above the maximum of ${text(p['maximum'])} yuan.`, remedy: 'Mend one of them.' }),
    'scheme/pay-instalments': (p) => ({ message: `There cannot be ${text(p['over'])} instalments.`, remedy: 'Between 1 and 366.' }),
  },
} satisfies FindingSentences;
