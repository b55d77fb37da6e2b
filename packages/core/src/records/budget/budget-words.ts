import { wordTables } from '../../locales/word-tables.js';
import type { Locale } from '../../problems/problem.js';
import type { Params } from '../../locales/message-table.js';
import { formatYuan } from '../../money/format.js';
import type { RecordSentences } from '../record-problems.js';
import { shareText } from '../share-text.js';

/** Lines without a subject: where the budget has subjects, and where it has none at all. */
export const withoutSubject = wordTables({ 'zh-CN': { missing: '未分科目', none: '支出' }, en: { missing: 'no subject', none: 'Expenses' } });

const text = (value: unknown): string => String(value);
const zh = (value: unknown): string => formatYuan(value as number, 'zh-CN');
const en = (value: unknown): string => formatYuan(value as number, 'en');

const sum = (amounts: unknown, write: (value: unknown) => string): string => {
  const list = amounts as readonly number[];
  return list.length > 1 && list.length <= 12 ? `${list.map(write).join(' + ')} = ` : '';
};

/** What limits are called. */
export const limitTitles: Readonly<Record<Locale, Readonly<Record<string, string>>>> = {
  'zh-CN': { eligibleCost: '可支持的费用', ownShare: '自筹比例', publicShare: '财政资金比例', fundShare: '本资金承担的比例', projectCap: '每个项目的上限', categoryCap: '项目类别的上限', pool: '本批剩余资金' },
  en: { eligibleCost: 'eligible cost', ownShare: 'the share of own funds', publicShare: 'the share of public money', fundShare: 'the share of this fund', projectCap: 'the cap of a project', categoryCap: 'the cap of the category', pool: 'what is left of the pool' },
};
const baseTitles: Readonly<Record<Locale, Readonly<Record<string, string>>>> = { 'zh-CN': { eligibleCost: '可支持的费用', raised: '筹资筹劳' }, en: { eligibleCost: 'the eligible cost', raised: 'money and labour raised' } };
const boundZh: Readonly<Record<string, string>> = { exactly: '应承担', atLeast: '至少承担', atMost: '最多承担' };
const boundEn: Readonly<Record<string, string>> = { exactly: 'pays', atLeast: 'pays at least', atMost: 'pays at most' };

/** The steps of the reckoning, in the order in which they are made. */
export const budgetSteps = wordTables({
  'zh-CN': {
    'budget/subject': (p) => `“${text(p['subject'])}”共${text(p['count'])}行：${sum(p['amounts'], zh)}${zh(p['total'])}`,
    'budget/subject-excluded': (p) => `“${text(p['subject'])}”不在支持范围，${zh(p['total'])}都不计入`,
    'budget/subject-maximum': (p) => `“${text(p['subject'])}”最多计入${zh(p['cap'])}，超出的${zh(p['over'])}不计入`,
    'budget/subject-share': (p) => `“${text(p['subject'])}”最多计入总费用${zh(p['of'])}的${shareText(p['share'])}，即${zh(p['cap'])}，超出的${zh(p['over'])}不计入`,
    'budget/total': (p) => `总费用：${sum(p['amounts'], zh)}${zh(p['total'])}`,
    'budget/eligible': (p) => `可支持的费用：${zh(p['total'])} − ${zh(p['excluded'])} = ${zh(p['eligible'])}`,
    'budget/own-share': (p) => `自筹资金不少于可支持的费用${zh(p['of'])}的${shareText(p['share'])}，申请金额不超过其余部分，即${zh(p['amount'])}`,
    'budget/public-share': (p) => `财政资金不超过可支持的费用${zh(p['of'])}的${shareText(p['share'])}，即${zh(p['most'])}；其他各方已承担${zh(p['others'])}，还可申请${zh(p['amount'])}`,
    'budget/fund-share': (p) => `本资金承担${baseTitles['zh-CN'][text(p['base'])] ?? ''}${zh(p['of'])}的${shareText(p['share'])}，即${zh(p['amount'])}`,
    'budget/source': (p) => `${text(p['source'])}${boundZh[text(p['bound'])] ?? ''}${baseTitles['zh-CN'][text(p['base'])] ?? ''}${zh(p['of'])}的${shareText(p['share'])}，即${zh(p['due'])}；现为${zh(p['found'])}`,
    'budget/project-cap': (p) => `每个项目最多${zh(p['amount'])}`,
    'budget/category-cap': (p) => `“${text(p['category'])}”类项目最多${zh(p['amount'])}`,
    'budget/pool': (p) => `本批剩余资金${zh(p['amount'])}`,
    'budget/rounding': (p) => `${zh(p['from'])}舍去不足${zh(p['unit'])}的部分，为${zh(p['to'])}`,
    'budget/most': (p) => `最多可申请${zh(p['most'])}，由${limitTitles['zh-CN'][text(p['bound'])] ?? ''}决定`,
    'budget/funds': (p) => `资金来源：自有${zh(p['own'])} + 筹集${zh(p['raised'])} + 申请${zh(p['requested'])} + 其他各方${zh(p['contributions'])} = ${zh(p['total'])}`,
  },
  en: {
    'budget/subject': (p) => `“${text(p['subject'])}”, ${text(p['count'])} ${p['count'] === 1 ? 'line' : 'lines'}: ${sum(p['amounts'], en)}${en(p['total'])}.`,
    'budget/subject-excluded': (p) => `“${text(p['subject'])}” is not supported; none of ${en(p['total'])} counts.`,
    'budget/subject-maximum': (p) => `Of “${text(p['subject'])}” at most ${en(p['cap'])} counts; ${en(p['over'])} above it does not.`,
    'budget/subject-share': (p) => `Of “${text(p['subject'])}” at most ${shareText(p['share'])} of the whole cost of ${en(p['of'])} counts, ${en(p['cap'])}; ${en(p['over'])} above it does not.`,
    'budget/total': (p) => `Whole cost: ${sum(p['amounts'], en)}${en(p['total'])}.`,
    'budget/eligible': (p) => `Eligible cost: ${en(p['total'])} − ${en(p['excluded'])} = ${en(p['eligible'])}.`,
    'budget/own-share': (p) => `Own funds are at least ${shareText(p['share'])} of the eligible cost of ${en(p['of'])}; what is asked for is at most the rest, ${en(p['amount'])}.`,
    'budget/public-share': (p) => `Public money is at most ${shareText(p['share'])} of the eligible cost of ${en(p['of'])}, ${en(p['most'])}; others pay ${en(p['others'])}, which leaves ${en(p['amount'])}.`,
    'budget/fund-share': (p) => `This fund pays ${shareText(p['share'])} of ${baseTitles.en[text(p['base'])] ?? ''} (${en(p['of'])}): ${en(p['amount'])}.`,
    'budget/source': (p) => `${text(p['source'])} ${boundEn[text(p['bound'])] ?? ''} ${shareText(p['share'])} of ${baseTitles.en[text(p['base'])] ?? ''} (${en(p['of'])}): ${en(p['due'])}; there is ${en(p['found'])}.`,
    'budget/project-cap': (p) => `A project gets at most ${en(p['amount'])}.`,
    'budget/category-cap': (p) => `A project of the category “${text(p['category'])}” gets at most ${en(p['amount'])}.`,
    'budget/pool': (p) => `${en(p['amount'])} is left of the pool.`,
    'budget/rounding': (p) => `${en(p['from'])} is taken down to a multiple of ${en(p['unit'])}: ${en(p['to'])}.`,
    'budget/most': (p) => `At most ${en(p['most'])} may be asked for; ${limitTitles.en[text(p['bound'])] ?? ''} decides.`,
    'budget/funds': (p) => `Funds: own ${en(p['own'])} + raised ${en(p['raised'])} + asked for ${en(p['requested'])} + others ${en(p['contributions'])} = ${en(p['total'])}.`,
  },
} satisfies Readonly<Record<Locale, Readonly<Record<string, (params: Params) => string>>>>);

export type BudgetStepCode = keyof (typeof budgetSteps)['zh-CN'];

/** What is wrong in a budget. `row` is the line as people count it. */
export const budgetSentences = {
  'zh-CN': {
    'budget/item': (p) => ({ message: `请填写预算第${text(p['row'])}行的支出内容` }),
    'budget/subject-missing': (p) => ({ message: `请选择预算第${text(p['row'])}行的科目` }),
    'budget/subject-unknown': (p) => ({ message: `预算第${text(p['row'])}行的科目“${text(p['subject'])}”不在可选科目里`, remedy: `可选：${text(p['known'])}。` }),
    'budget/quantity': (p) => ({ message: `请填写预算第${text(p['row'])}行的数量，须大于0` }),
    'budget/unit-price': (p) => ({ message: `请填写预算第${text(p['row'])}行的单价，不小于0，最多两位小数` }),
    'budget/amount-range': (p) => ({ message: `预算第${text(p['row'])}行的金额太大`, remedy: '请核对数量和单价。' }),
    'budget/amount-differs': (p) => ({ message: `预算第${text(p['row'])}行：数量×单价是${zh(p['amount'])}，填写的金额是${zh(p['written'])}`, remedy: '请改正数量、单价或金额。' }),
    'budget/fund-amount': (p) => ({ message: `${text(p['title'])}须是不小于0的金额，最多两位小数` }),
    'budget/too-many-lines': (p) => ({ message: `预算最多${text(p['maximum'])}行，现有${text(p['count'])}行`, remedy: '请合并同类支出。' }),
    'budget/source-unknown': (p) => ({ message: `出资方“${text(p['source'])}”不在规定的出资方里` }),
    'budget/requested-too-much': (p) => ({ message: `申请金额${zh(p['requested'])}超过最多可申请的${zh(p['most'])}，多${zh(p['over'])}；由${limitTitles['zh-CN'][text(p['bound'])] ?? ''}决定`, remedy: '请减少申请金额，或者调整预算和自筹资金。' }),
    'budget/requested-too-little': (p) => ({ message: `申请金额${zh(p['requested'])}低于最低申请金额${zh(p['minimum'])}` }),
    'budget/own-too-little': (p) => ({ message: `自筹资金${zh(p['found'])}不到可支持的费用${zh(p['of'])}的${shareText(p['share'])}，还差${zh(p['short'])}`, remedy: '请增加自筹资金，或者减少预算。' }),
    'budget/source-too-little': (p) => ({ message: `${text(p['source'])}出资${zh(p['found'])}，应不少于${zh(p['due'])}，还差${zh(p['short'])}` }),
    'budget/source-too-much': (p) => ({ message: `${text(p['source'])}出资${zh(p['found'])}，应不超过${zh(p['due'])}，多${zh(p['over'])}` }),
    'budget/part-differs': (p) => ({ message: `${text(p['source'])}应承担${text(p['whole'])}出资${zh(p['of'])}的${shareText(p['share'])}，即${zh(p['due'])}，现为${zh(p['found'])}` }),
    'budget/funds-short': (p) => ({ message: `资金来源合计${zh(p['funds'])}，比总费用${zh(p['total'])}少${zh(p['by'])}`, remedy: '请补足资金来源，或者减少预算。' }),
    'budget/funds-over': (p) => ({ message: `资金来源合计${zh(p['funds'])}，比总费用${zh(p['total'])}多${zh(p['by'])}`, remedy: '请减少申请或自筹的金额。' }),
  },
  en: {
    'budget/item': (p) => ({ message: `Say what is bought in budget line ${text(p['row'])}.` }),
    'budget/subject-missing': (p) => ({ message: `Choose a subject for budget line ${text(p['row'])}.` }),
    'budget/subject-unknown': (p) => ({ message: `Budget line ${text(p['row'])}: there is no subject “${text(p['subject'])}”.`, remedy: `Choose among: ${text(p['known'])}.` }),
    'budget/quantity': (p) => ({ message: `Enter the quantity of budget line ${text(p['row'])}, greater than 0.` }),
    'budget/unit-price': (p) => ({ message: `Enter the unit price of budget line ${text(p['row'])}, at least 0, with at most two decimals.` }),
    'budget/amount-range': (p) => ({ message: `The amount of budget line ${text(p['row'])} is too large.`, remedy: 'Check quantity and unit price.' }),
    'budget/amount-differs': (p) => ({ message: `Budget line ${text(p['row'])}: quantity × unit price is ${en(p['amount'])}, the amount written down is ${en(p['written'])}.`, remedy: 'Mend one of the three.' }),
    'budget/fund-amount': (p) => ({ message: `${text(p['title'])} has to be an amount of at least 0 with at most two decimals.` }),
    'budget/too-many-lines': (p) => ({ message: `A budget has at most ${text(p['maximum'])} lines; there are ${text(p['count'])}.`, remedy: 'Put similar expenses together.' }),
    'budget/source-unknown': (p) => ({ message: `“${text(p['source'])}” is none of those who pay.` }),
    'budget/requested-too-much': (p) => ({ message: `${en(p['requested'])} is asked for, ${en(p['over'])} above the most of ${en(p['most'])}; ${limitTitles.en[text(p['bound'])] ?? ''} decides.`, remedy: 'Ask for less, or change the budget or the own funds.' }),
    'budget/requested-too-little': (p) => ({ message: `${en(p['requested'])} is asked for, below the least of ${en(p['minimum'])}.` }),
    'budget/own-too-little': (p) => ({ message: `Own funds of ${en(p['found'])} are less than ${shareText(p['share'])} of the eligible cost of ${en(p['of'])}; ${en(p['short'])} is missing.`, remedy: 'Add own funds, or lower the budget.' }),
    'budget/source-too-little': (p) => ({ message: `${text(p['source'])} pays ${en(p['found'])} and has to pay at least ${en(p['due'])}; ${en(p['short'])} is missing.` }),
    'budget/source-too-much': (p) => ({ message: `${text(p['source'])} pays ${en(p['found'])} and may pay at most ${en(p['due'])}; that is ${en(p['over'])} too much.` }),
    'budget/part-differs': (p) => ({ message: `${text(p['source'])} has to pay ${shareText(p['share'])} of the ${en(p['of'])} of ${text(p['whole'])}, ${en(p['due'])}; there is ${en(p['found'])}.` }),
    'budget/funds-short': (p) => ({ message: `The funds of ${en(p['funds'])} are ${en(p['by'])} less than the cost of ${en(p['total'])}.`, remedy: 'Add funds, or lower the budget.' }),
    'budget/funds-over': (p) => ({ message: `The funds of ${en(p['funds'])} are ${en(p['by'])} more than the cost of ${en(p['total'])}.`, remedy: 'Lower what is asked for or the own funds.' }),
  },
} satisfies RecordSentences;

export type BudgetCode = keyof (typeof budgetSentences)['zh-CN'];
