import type { ContractTerms, Locale, LocalizedText, Problem } from '@cobuild/core';
import { isDate, isMoney } from '@cobuild/core';
import { ruleProblem } from '../locales/rule-message.js';
import type { ProblemCode } from '../locales/rule-message.js';
import { readFen } from '../money/fen.js';
import type { Agreement } from './contract-types.js';

export type AgreementPart = NonNullable<ContractTerms['requires']>[number];

/** What people call the parts of a contract. */
const PARTS: Readonly<Record<string, Required<LocalizedText>>> = {
  funder: { 'zh-CN': '资助单位', en: 'funder' }, applicant: { 'zh-CN': '申报单位', en: 'applicant' }, project: { 'zh-CN': '项目名称', en: 'title of the project' },
  scheme: { 'zh-CN': '方案名称', en: 'title of the scheme' }, amount: { 'zh-CN': '资助金额', en: 'amount' }, payee: { 'zh-CN': '收款单位和账户', en: 'payee and account' },
  milestones: { 'zh-CN': '实施进度', en: 'milestones' }, tranches: { 'zh-CN': '分期拨付', en: 'tranches' }, budget: { 'zh-CN': '预算明细', en: 'budget' }, indicators: { 'zh-CN': '绩效指标', en: 'indicators' },
};

const USUAL: readonly AgreementPart[] = ['payee', 'milestones', 'tranches'];

/**
 * What is missing or does not fit in a contract before it may be signed.
 *
 * @param terms - `supervision.contract`. Without it payee, milestones and tranches are needed.
 * @param award - What was awarded, in yuan.
 */
export function agreementProblems(agreement: Agreement, terms: ContractTerms | undefined, award?: number, locale: Locale = 'zh-CN'): readonly Problem[] {
  const { amount, payee, payeeApproval, applicant, tranches, budget, milestones } = agreement;
  const problem = (code: ProblemCode, pointer: string, params: Problem['params'] = {}): Problem => ruleProblem(code, { document: 'agreement', pointer, params, locale });
  const missing = (part: string): Problem => problem('contract/part-missing', `/${part}`, { part, name: PARTS[part]?.[locale] ?? part });
  const texts: readonly (readonly [string, unknown])[] = [['funder', agreement.funder], ['applicant', applicant], ['project', agreement.project.title], ['scheme', agreement.scheme.title]];
  return [
    ...texts.filter(([, value]) => typeof value !== 'string' || value === '').map(([part]) => missing(part)),
    ...(readFen(amount) === undefined || amount === 0 ? [missing('amount')] : []),
    ...(terms?.requires ?? USUAL).filter((part) => isMissing(agreement[part])).map(missing),
    ...(award !== undefined && isMoney(amount) && amount !== award ? [problem('contract/not-the-award', '/amount', { amount, award })] : []),
    ...(payee !== undefined && payee.name !== applicant && payeeApproval === undefined ? [problem('contract/payee-needs-approval', '/payee', { payee: payee.name, applicant })] : []),
    ...sumProblems('contract/tranches-do-not-add-up', '/tranches', tranches, amount, 'exactly'),
    ...sumProblems('contract/budget-too-small', '/budget', budget, amount, 'atLeast'),
    ...(milestones ?? []).flatMap(({ task, dueOn }, index) => (isDate(dueOn) ? [] : [problem('contract/milestone-date', `/milestones/${index}/dueOn`, { task, dueOn })])),
  ];
}

function isMissing(value: unknown): boolean {
  return value === undefined || value === '' || (Array.isArray(value) && value.length === 0);
}

/** Tranches are the award; a budget holds own funds too. */
function sumProblems(code: ProblemCode, pointer: string, items: readonly { readonly amount: number }[] | undefined, amount: number, bound: 'exactly' | 'atLeast'): Problem[] {
  const whole = readFen(amount);
  if (items === undefined || items.length === 0 || whole === undefined) return [];
  const amounts = items.map((item) => readFen(item.amount));
  const sum = amounts.reduce<bigint | undefined>((total, item) => (total === undefined || item === undefined ? undefined : total + item), 0n);
  if (sum !== undefined && (bound === 'exactly' ? sum === whole : sum >= whole)) return [];
  return [ruleProblem(code, { document: 'agreement', pointer, params: { sum: sum === undefined ? null : Number(sum) / 100, amount } })];
}
