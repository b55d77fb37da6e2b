import type { FieldSettings, FormDefinition } from '@cobuild/core';
import type { ChangeRequest, FundedProject, ProjectAction } from '@cobuild/rules';
import { accountBalance, trancheMoney } from '@cobuild/rules';
import type { OpenEntry } from '../internal/project/project-element.js';
import { keptFiles } from '../internal/project/file-links.js';
import type { Question } from '../internal/project/form-parts.js';
import { choiceQuestion, dayQuestion, enteredText, filesQuestion, moneyQuestion, said, shortForm, textQuestion } from '../internal/project/form-parts.js';
import { trancheTitle } from '../internal/project/tranche-title.js';
import type { LedgerContext } from './ledger-context.js';
import { yuan } from './ledger-context.js';
import { remainder } from './tranche-actions.js';
import type { LedgerWords } from './words.js';

type Answers = Readonly<Record<string, unknown>>;

export interface LedgerForm {
  readonly title: string;
  readonly definition: FormDefinition;
  readonly value: Answers;
}

const KINDS: readonly ChangeRequest['kind'][] = ['money', 'time', 'content', 'payee', 'executor'];

/** The form for what is being entered. Files are asked for where the host keeps some. */
export function ledgerForm({ kind, about }: OpenEntry, context: LedgerContext): LedgerForm {
  const { text, project, today, scheme, hosts, locale } = context;
  const files = hosts?.files === undefined ? undefined : filesQuestion(text.files);
  const voucher = textQuestion(text.voucherNumber, { required: scheme.supervision?.account === 'dedicated', most: 60 });
  const amount = moneyQuestion(text.amount, text.yuan, text.amountHelp);
  switch (kind) {
    case 'sign': return { title: text.sign, definition: shortForm('sign', text.sign, { on: dayQuestion(text.signedOn) }), value: { on: today } };
    case 'pay': {
      const title = trancheTitle(scheme, project, about, locale);
      return { title: text.payOf({ tranche: title }), definition: shortForm('pay', text.payOf({ tranche: title }), { amount, on: dayQuestion(text.on), voucher, files }), value: { amount: trancheMoney(project).find(({ id }) => id === about)?.left ?? 0, on: today } };
    }
    case 'funds': return { title: text.recordFunds, definition: shortForm('funds', text.recordFunds, { source: choiceQuestion(text.source, [['own', text.own], ['raised', text.raised]], { widget: 'radio' }), amount, on: dayQuestion(text.on), voucher, files }), value: { on: today } };
    case 'expense': {
      const lines = (project.agreement.budget ?? []).map(({ id, title }) => [id, title ?? id] as const);
      return { title: text.recordExpense, definition: shortForm('expense', text.recordExpense, { line: choiceQuestion(text.line, lines), amount, on: dayQuestion(text.on), payee: textQuestion(text.payeeOf), purpose: textQuestion(text.purpose, { required: false, most: 200 }), voucher, files }), value: { on: today } };
    }
    case 'reverse': return { title: text.reverseOf({ number: Number(about) }), definition: shortForm('reverse', text.reverseOf({ number: Number(about) }), { reason: textQuestion(text.reason, { long: true }) }, text.reverseHelp), value: {} };
    case 'withhold':
    case 'lift':
    case 'return':
    case 'release': return heldMoneyForm(kind, about, context, { amount, on: dayQuestion(text.on), voucher, files });
    case 'accept': return { title: text.accept, definition: shortForm('accept', text.accept, { outcome: choiceQuestion(text.outcome, [['passed', text.passed], ['failed', text.failed]], { widget: 'radio' }), on: dayQuestion(text.on), text: textQuestion(text.opinion, { required: false, long: true }) }), value: { on: today } };
    case 'decide': return { title: text.decide, definition: shortForm('decide', text.decide, { granted: choiceQuestion(text.decision, [['yes', text.granted], ['no', text.refused]], { widget: 'radio' }), reason: textQuestion(text.opinion, { required: false, long: true }) }), value: {} };
    default: return changeForm(text, project);
  }
}

/** Money that is held back, freed, given back or released: always with its reason. */
function heldMoneyForm(kind: 'withhold' | 'lift' | 'return' | 'release', about: string, context: LedgerContext, asked: Readonly<Record<'amount' | 'on' | 'voucher' | 'files', Question | undefined>>): LedgerForm {
  const { text, project, today, scheme, locale } = context;
  const reason = textQuestion(text.reason, { long: true });
  const money = trancheMoney(project).find(({ id }) => id === about);
  const tranche = trancheTitle(scheme, project, about, locale);
  const { amount } = asked;
  switch (kind) {
    case 'withhold': {
      const open = project.findings.flatMap(({ id, status, text: found }, index) => (status === 'closed' ? [] : [[id, text.findingOf({ number: index + 1, text: found })] as const]));
      const finding = open.length === 0 ? undefined : { ...choiceQuestion(text.finding, open), required: false };
      const title = text.withholdOf({ tranche });
      return { title, definition: shortForm(kind, title, { amount, reason, finding }, text.withholdHelp({ left: yuan(context, money?.left ?? 0) })), value: { amount: money?.left ?? 0 } };
    }
    case 'lift': {
      const title = text.liftOf({ amount: yuan(context, project.withheld?.find(({ id }) => id === about)?.amount ?? 0) });
      return { title, definition: shortForm(kind, title, { reason }, text.liftHelp), value: {} };
    }
    case 'return': {
      const title = text.giveBackOf({ tranche });
      const { balance } = accountBalance(project.account);
      return { title, definition: shortForm(kind, title, { ...asked, reason }, text.giveBackHelp({ paid: yuan(context, money?.paid ?? 0), balance: yuan(context, balance) })), value: { on: today } };
    }
    case 'release': {
      const title = text.releaseOf({ amount: yuan(context, remainder(context)) });
      return { title, definition: shortForm(kind, title, { reason }, text.releaseHelp), value: {} };
    }
  }
}

/** One form for all kinds of change: what does not belong to the kind is not asked. */
function changeForm(text: LedgerWords, { agreement }: FundedProject): LedgerForm {
  const { budget = [], milestones = [], payee, executor } = agreement;
  const only = (kind: ChangeRequest['kind']): FieldSettings => ({ visibleWhen: { all: [{ fact: 'kind', operator: 'equal', value: kind }] } });
  const money = { type: 'number', format: 'money', minimum: 0, maximum: 1_000_000_000 };
  const words = { type: 'string', minLength: 1, maxLength: 100 };
  const definition = shortForm('change', text.requestChange, { kind: choiceQuestion(text.kind, KINDS.map((kind) => [kind, text.kindOf({ kind })]), { widget: 'radio' }) });
  const list = (properties: Answers): Answers => ({ type: 'array', minItems: 1, maxItems: 50, items: { type: 'object', properties, required: Object.keys(properties) } });
  const fields: Readonly<Record<string, FieldSettings>> = {
    '/budget': { title: said(text.budget), widget: 'table', ...only('money') }, '/budget/*/title': { title: said(text.line) }, '/budget/*/amount': { title: said(text.amount), unit: said(text.yuan) },
    '/milestones': { title: said(text.milestones), widget: 'table', ...only('time') }, '/milestones/*/task': { title: said(text.task) }, '/milestones/*/dueOn': { title: said(text.dueOn) },
    '/content': { title: said(text.content), widget: 'textarea', ...only('content') },
    '/payeeName': { title: said(text.payeeName), ...only('payee') }, '/payeeAccount': { title: said(text.payeeAccount), ...only('payee') }, '/payeeBank': { title: said(text.payeeBank), ...only('payee') },
    '/executor': { title: said(text.executor), ...only('executor') },
    '/reason': { title: said(text.reason), widget: 'textarea' },
  };
  const properties = {
    ...(definition.schema['properties'] as Answers), budget: list({ title: words, amount: money }), milestones: list({ task: words, dueOn: { type: 'string', format: 'date' } }),
    content: { ...words, maxLength: 2000 }, payeeName: words, payeeAccount: words, payeeBank: words, executor: words, reason: { ...words, maxLength: 2000 },
  };
  return {
    title: text.requestChange,
    definition: {
      ...definition, schema: { type: 'object', properties, required: ['kind', 'reason', 'budget', 'milestones', 'content', 'payeeName', 'payeeAccount', 'executor'] }, fields: { ...definition.fields, ...fields },
    },
    value: {
      ...(budget.length === 0 ? {} : { budget: budget.map(({ id, title, amount }) => ({ title: title ?? id, amount })) }), ...(milestones.length === 0 ? {} : { milestones }),
      ...(payee === undefined ? {} : { payeeName: payee.name, payeeAccount: payee.account, ...(payee.bank === undefined ? {} : { payeeBank: payee.bank }) }), ...(executor === undefined ? {} : { executor }),
    },
  };
}

/** The action for what was entered. */
export function ledgerAction({ kind, about }: OpenEntry, answers: Answers, project: FundedProject): ProjectAction {
  const entered = (key: string): string => enteredText(answers, key);
  const optional = (key: string): Readonly<Record<string, string>> => (entered(key) === '' ? {} : { [key]: entered(key) });
  const entry = { amount: Number(answers['amount']), on: entered('on'), ...optional('voucher'), ...keptFiles(answers['files']) };
  switch (kind) {
    case 'sign': return { type: 'contractSigned', data: { on: entered('on') } };
    case 'pay': return { type: 'tranchePaid', data: { tranche: about, ...entry } };
    case 'funds': return { type: 'fundsReceived', data: { source: entered('source') === 'raised' ? 'raised' : 'own', ...entry } };
    case 'expense': return { type: 'expenseRecorded', data: { line: entered('line'), payee: entered('payee'), ...optional('purpose'), ...entry } };
    case 'reverse': return { type: 'entryReversed', data: { entry: Number(about), reason: entered('reason') } };
    case 'withhold': return { type: 'trancheWithheld', data: { tranche: about, amount: entry.amount, reason: entered('reason'), ...optional('finding') } };
    case 'lift': return { type: 'withholdingLifted', data: { withheld: about, reason: entered('reason') } };
    case 'return': return { type: 'fundsReturned', data: { tranche: about, ...entry, reason: entered('reason') } };
    case 'release': return { type: 'remainderReleased', data: { reason: entered('reason') } };
    case 'accept': return { type: 'acceptanceRecorded', data: { outcome: entered('outcome') === 'passed' ? 'passed' : 'failed', on: entered('on'), ...optional('text') } };
    case 'decide': return { type: 'changeDecided', data: { change: about, granted: entered('granted') === 'yes', ...optional('reason') } };
    default: return { type: 'changeRequested', data: { request: changeRequest(answers, entered, project) } };
  }
}

function changeRequest(answers: Answers, entered: (key: string) => string, { agreement }: FundedProject): Extract<ProjectAction, { type: 'changeRequested' }>['data']['request'] {
  const reason = entered('reason');
  switch (entered('kind')) {
    case 'money': {
      // A line is known by its title here; one that is new gets its title as its id.
      const lines = answers['budget'] as readonly { readonly title: string; readonly amount: number }[];
      return { kind: 'money', reason, budget: lines.map(({ title, amount }) => ({ id: agreement.budget?.find((line) => (line.title ?? line.id) === title)?.id ?? title, title, amount })) };
    }
    case 'time': return { kind: 'time', reason, milestones: answers['milestones'] as readonly { readonly task: string; readonly dueOn: string }[] };
    case 'content': return { kind: 'content', reason, content: entered('content') };
    case 'payee': return { kind: 'payee', reason, payee: { name: entered('payeeName'), account: entered('payeeAccount'), ...(entered('payeeBank') === '' ? {} : { bank: entered('payeeBank') }) } };
    default: return { kind: 'executor', reason, executor: entered('executor') };
  }
}
