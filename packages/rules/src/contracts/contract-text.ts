import type { Locale } from '@cobuild/core';
import { formatDate, formatYuan, toCapitalNumerals } from '@cobuild/core';
import { ruleMessage } from '../locales/rule-message.js';
import type { RuleMessageCode } from '../locales/rule-message.js';
import { agreementProblems } from './agreement-problems.js';
import type { AgreementPart } from './agreement-problems.js';
import type { Agreement } from './contract-types.js';

/** A section of a contract for print: lines of text, or a table. */
export interface ContractSection {
  readonly id: 'parties' | 'project' | 'amount' | 'payee' | 'milestones' | 'tranches' | 'budget' | 'indicators' | 'signature';
  readonly heading: string;
  readonly lines: readonly string[];
  readonly table?: { readonly columns: readonly string[]; readonly rows: readonly (readonly string[])[] };
}

/**
 * The data of a contract or task book as it is printed. Everything that the agreement holds is there; what it lacks is not made up: see `missing`.
 *
 * @param requires - Parts that have to be there, see `agreementProblems`.
 */
export function contractText(agreement: Agreement, locale: Locale, requires?: readonly AgreementPart[]): { readonly sections: readonly ContractSection[]; readonly missing: readonly string[] } {
  const say = (code: RuleMessageCode, params: Readonly<Record<string, unknown>> = {}): string => ruleMessage(code, params, locale);
  const money = (amount: number): string => formatYuan(amount, locale);
  const date = (text: string): string => dateOr(text, locale);
  const section = (id: ContractSection['id'], lines: readonly string[], table?: ContractSection['table']): ContractSection[] => (lines.length === 0 && (table?.rows.length ?? 0) === 0 ? [] : [{ id, heading: say(`explain/contract-${id}`), lines, ...(table === undefined ? {} : { table }) }]);
  const { payee, payeeApproval, milestones = [], tranches = [], budget = [], indicators = [] } = agreement;
  const columns = (...codes: readonly RuleMessageCode[]): readonly string[] => codes.map((code) => say(code));
  const sections = [
    ...section('parties', [say('explain/contract-funder', { name: agreement.funder }), say('explain/contract-applicant', { name: agreement.applicant }), ...(agreement.executor === undefined ? [] : [say('explain/contract-executor', { name: agreement.executor })])]),
    ...section('project', [say('explain/contract-number', { id: agreement.id }), say('explain/contract-title', { title: agreement.project.title, id: agreement.project.id }), say('explain/contract-scheme', { ...agreement.scheme }), ...(agreement.startsOn === undefined ? [] : [say('explain/contract-starts', { date: date(agreement.startsOn) })])]),
    ...section('amount', [say('explain/contract-sum', { amount: money(agreement.amount), words: toCapitalNumerals(agreement.amount) })]),
    ...section('payee', [
      ...(payee === undefined ? [] : [say('explain/contract-payee-name', { name: payee.name }), say('explain/contract-account', { account: payee.account }), ...(payee.bank === undefined ? [] : [say('explain/contract-bank', { bank: payee.bank })])]),
      ...(payeeApproval === undefined ? [] : [say('explain/contract-payee-approval', { by: payeeApproval.by, role: payeeApproval.role, on: date(payeeApproval.on) })]),
    ]),
    ...section('milestones', [], { columns: columns('explain/contract-task', 'explain/contract-due'), rows: milestones.map(({ task, dueOn }) => [task, date(dueOn)]) }),
    ...section('tranches', [], { columns: columns('explain/contract-tranche', 'explain/contract-money', 'explain/contract-condition'), rows: tranches.map(({ title, amount, condition = '' }) => [title, money(amount), condition]) }),
    ...section('budget', [], { columns: columns('explain/contract-line', 'explain/contract-money'), rows: budget.map(({ id, title, amount }) => [title ?? id, money(amount)]) }),
    ...section('indicators', [], { columns: columns('explain/contract-indicator', 'explain/contract-target'), rows: indicators.map(({ name, target }) => [name, target]) }),
    ...section('signature', agreement.signedOn === undefined ? [] : [say('explain/contract-signed', { date: date(agreement.signedOn) })]),
  ];
  const problems = agreementProblems(agreement, requires === undefined ? undefined : { requires: [...requires] });
  return { sections, missing: problems.filter(({ code }) => code === 'contract/part-missing').map(({ params }) => String(params['part'])) };
}

/** A date in words; what is none stays as it was written. */
function dateOr(text: string, locale: Locale): string {
  try {
    return formatDate(text, locale);
  } catch {
    return text;
  }
}
