import type { Calendar, Problem, Scheme } from '@cobuild/core';
import { isDate, isMoney } from '@cobuild/core';
import { readFen } from '../money/fen.js';
import { commentFaults } from './comments.js';
import { postFaults } from './post-checks.js';
import { accountBalance, standingEntries } from './project-account.js';
import type { ProjectFault } from './project-fault.js';
import { fault } from './project-fault.js';
import { remainders, trancheMoney } from './project-money.js';
import { projectTranches, trancheTitle } from './project-tranches.js';
import type { FundedProject, ProjectAction, ProjectActions } from './project-types.js';
import { reportsDue } from './report-periods.js';

/** What is needed to judge an action: the day, and the days off. */
export interface ProjectContext {
  readonly calendar: Calendar;
  /** Checks the answers of a report against its form; default: not checked here. */
  readonly validateAnswers?: (form: string, answers: Readonly<Record<string, unknown>>) => readonly Problem[];
}

/** What is wrong with an action, whoever asks for it. */
export function projectFaults(scheme: Scheme, project: FundedProject, action: ProjectAction, today: string, { calendar }: ProjectContext): readonly ProjectFault[] {
  switch (action.type) {
    case 'contractSigned': return [...dayFaults(action.data.on, '/on', today), ...(project.agreement.signedOn === undefined ? [] : [fault('project/contract-signed-already', '/on', { date: project.agreement.signedOn })])];
    case 'tranchePaid': return [...entryFaults(scheme, action.data, today), ...trancheFaults(scheme, project, action.data, today, calendar)];
    case 'trancheWithheld': return withholdingFaults(project, action.data);
    case 'withholdingLifted': return [...((project.withheld ?? []).some(({ id }) => id === action.data.withheld) ? [] : [fault('project/not-withheld', '/withheld')]), ...said(action.data.reason, '/reason')];
    case 'fundsReturned': return [...entryFaults(scheme, action.data, today), ...returnFaults(project, action.data), ...said(action.data.reason, '/reason')];
    case 'remainderReleased': return [...releaseFaults(project), ...said(action.data.reason, '/reason')];
    case 'fundsReceived': return entryFaults(scheme, action.data, today);
    case 'expenseRecorded': return [...entryFaults(scheme, action.data, today), ...expenseFaults(project, action.data)];
    case 'entryReversed': return reversalFaults(project, action.data);
    case 'changeRequested': return changeFaults(action.data);
    case 'changeDecided': return [...(project.openChanges.some(({ request }) => request.id === action.data.change) ? [] : [fault('project/no-such-change', '/change', { change: action.data.change })]), ...(action.data.granted ? [] : said(action.data.reason, '/reason'))];
    case 'reportSubmitted': return reportFaults(scheme, project, action.data, today, calendar);
    case 'reportReturned': return [...waitingReport(project, action.data.report), ...said(action.data.reason, '/reason')];
    case 'reportAccepted': return waitingReport(project, action.data.report);
    case 'reportSkipped': return [...skipFaults(scheme, project, action.data, today, calendar), ...said(action.data.reason, '/reason')];
    case 'findingRaised': return raisedFaults(scheme, project, action.data, today);
    case 'findingAnswered': return [...findingFaults(project, action.data.finding, ['open']), ...said(action.data.text, '/text')];
    case 'findingClosed': return [...findingFaults(project, action.data.finding, ['open', 'answered']), ...said(action.data.text, '/text')];
    case 'findingReopened': return [...findingFaults(project, action.data.finding, ['answered', 'closed']), ...said(action.data.text, '/text')];
    case 'holderAppointed':
    case 'holderReplaced':
    case 'holderReleased': return [...postFaults(scheme, project, action, today), ...dayFaults(action.data.on, '/on', today), ...(action.type === 'holderAppointed' ? [] : said(action.data.reason, '/reason'))];
    case 'commentMade':
    case 'commentReleased':
    case 'commentRefused':
    case 'commentAnswered': return commentFaults(scheme, project, action, today);
    case 'acceptanceRecorded': return [...dayFaults(action.data.on, '/on', today), ...(project.acceptance?.outcome === 'passed' ? [fault('project/accepted-already', '/outcome', { date: project.acceptance.on })] : []), ...(action.data.outcome === 'failed' ? said(action.data.text, '/text') : [])];
  }
}

const said = (text: string | undefined, pointer: string): readonly ProjectFault[] => (typeof text === 'string' && text.trim() !== '' ? [] : [fault('project/text-missing', pointer)]);

function dayFaults(on: string, pointer: string, today: string): readonly ProjectFault[] {
  if (!isDate(on)) return [fault('project/no-date', pointer)];
  return on > today ? [fault('project/date-to-come', pointer, { date: on })] : [];
}

function entryFaults(scheme: Scheme, { amount, on, voucher }: { readonly amount: number; readonly on: string; readonly voucher?: string }, today: string): readonly ProjectFault[] {
  const needsVoucher = scheme.supervision?.account === 'dedicated' && (voucher === undefined || voucher.trim() === '');
  return [...(isMoney(amount) && amount > 0 ? [] : [fault('project/no-amount', '/amount')]), ...dayFaults(on, '/on', today), ...(needsVoucher ? [fault('project/voucher-missing', '/voucher')] : [])];
}

function trancheFaults(scheme: Scheme, project: FundedProject, { tranche, amount }: ProjectActions['tranchePaid'], today: string, calendar: Calendar): readonly ProjectFault[] {
  const state = projectTranches(scheme, project, today, calendar).find(({ id }) => id === tranche);
  if (state === undefined) return [fault('project/no-such-tranche', '/tranche', { tranche })];
  const title = trancheTitle(scheme, project, tranche);
  if (state.status !== 'due') return [fault(state.status === 'paid' ? 'project/tranche-paid' : 'project/tranche-held', '/tranche', { tranche: title })];
  const left = readFen(trancheMoney(project).find(({ id }) => id === tranche)?.left) ?? 0n;
  return (readFen(amount) ?? 0n) > left ? [fault('project/more-than-tranche', '/amount', { tranche: title, left: Number(left) / 100 })] : [];
}

/** A part or all of what is left of a tranche; about a finding of this project, where one is named. */
function withholdingFaults(project: FundedProject, { tranche, amount, reason, finding }: ProjectActions['trancheWithheld']): readonly ProjectFault[] {
  const money = trancheMoney(project).find(({ id }) => id === tranche);
  if (money === undefined) return [fault('project/no-such-tranche', '/tranche', { tranche })];
  if (project.released !== undefined) return [fault('project/released-already', '/tranche')];
  const isAmount = isMoney(amount) && amount > 0;
  return [
    ...(isAmount ? [] : [fault('project/no-amount', '/amount')]), ...(isAmount && (readFen(amount) ?? 0n) > (readFen(money.left) ?? 0n) ? [fault('project/more-than-left', '/amount', { left: money.left })] : []),
    ...said(reason, '/reason'), ...(finding === undefined || project.findings.some(({ id }) => id === finding) ? [] : [fault('project/no-such-finding', '/finding')]),
  ];
}

/** No more than was paid of the tranche, and than the account holds. */
function returnFaults(project: FundedProject, { tranche, amount }: ProjectActions['fundsReturned']): readonly ProjectFault[] {
  const money = trancheMoney(project).find(({ id }) => id === tranche);
  if (money === undefined) return [fault('project/no-such-tranche', '/tranche', { tranche })];
  const fen = readFen(amount) ?? 0n;
  const { balance } = accountBalance(project.account);
  if (fen > (readFen(money.paid) ?? 0n)) return [fault('project/more-than-paid', '/amount', { paid: money.paid })];
  return fen > (readFen(balance) ?? 0n) ? [fault('project/more-than-balance', '/amount', { balance })] : [];
}

/** At the end: accepted or failed, nothing is asked for any more, something is there to give back. */
function releaseFaults(project: FundedProject): readonly ProjectFault[] {
  if (project.released !== undefined) return [fault('project/released-already')];
  if (project.acceptance === undefined) return [fault('project/not-accepted-yet')];
  return remainders(project).length === 0 ? [fault('project/nothing-left')] : [];
}

function expenseFaults(project: FundedProject, { line, amount, payee }: ProjectActions['expenseRecorded']): readonly ProjectFault[] {
  const { balance } = accountBalance(project.account);
  return [
    ...((project.agreement.budget ?? []).some(({ id }) => id === line) ? [] : [fault('project/no-such-line', '/line')]),
    ...said(payee, '/payee').map(() => fault('project/payee-missing', '/payee')),
    ...(isMoney(amount) && amount > balance ? [fault('project/more-than-balance', '/amount', { balance })] : []),
  ];
}

function reversalFaults(project: FundedProject, { entry: sequence, reason }: ProjectActions['entryReversed']): readonly ProjectFault[] {
  const { account } = project;
  const entry = standingEntries(account).find((item) => item.sequence === sequence);
  if (entry === undefined) return [fault('project/not-reversible', '/entry', { entry: sequence })];
  const { balance } = accountBalance(account);
  return [...said(reason, '/reason'), ...(returnedMore(project, entry) ? [fault('project/reversal-below-returned', '/entry', { entry: sequence })] : []), ...(entry.kind === 'received' && entry.amount > balance ? [fault('project/reversal-overdraws', '/entry', { entry: sequence, balance })] : [])];
}

/** Whether more of the tranche came back than would have been paid without this payment. */
function returnedMore(project: FundedProject, entry: ReturnType<typeof standingEntries>[number]): boolean {
  if (entry.kind !== 'received' || entry.tranche === undefined) return false;
  const money = trancheMoney(project).find(({ id }) => id === entry.tranche);
  return money !== undefined && (readFen(entry.amount) ?? 0n) > (readFen(money.paid) ?? 0n);
}

function changeFaults({ request }: ProjectActions['changeRequested']): readonly ProjectFault[] {
  const movesPayments = request.kind === 'money' && (request.amount !== undefined || request.tranches !== undefined);
  const lines = request.kind === 'money' ? (request.budget ?? []) : [];
  return [
    ...said(request.reason, '/request/reason'), ...(movesPayments ? [fault('project/change-needs-fund-ledger', '/request')] : []),
    ...lines.flatMap(({ amount }, index) => (isMoney(amount) && amount >= 0 ? [] : [fault('project/no-amount', `/request/budget/${index}/amount`)])),
  ];
}

function reportFaults(scheme: Scheme, project: FundedProject, { duty, period }: ProjectActions['reportSubmitted'], today: string, calendar: Calendar): readonly ProjectFault[] {
  const due = reportsDue(scheme, project, today, calendar).find((item) => item.duty === duty && item.period === period);
  if (due === undefined) return [fault('project/no-such-period', '/period', { period })];
  if (due.from > today) return [fault('project/period-to-come', '/period', { date: due.from })];
  if (due.state === 'skipped') return [fault('project/report-skipped', '/period')];
  return due.state === 'submitted' || due.state === 'accepted' ? [fault('project/report-handed-in', '/period')] : [];
}

/** A period that has begun, of a duty that may be let pass; what was handed in is decided on instead. */
function skipFaults(scheme: Scheme, project: FundedProject, data: ProjectActions['reportSkipped'], today: string, calendar: Calendar): readonly ProjectFault[] {
  const duty = scheme.supervision?.reports?.find(({ id }) => id === data.duty);
  if (duty !== undefined && duty.maySkip !== true) return [fault('project/report-not-skippable', '/duty')];
  return reportFaults(scheme, project, { ...data, answers: {} }, today, calendar);
}

const waitingReport = ({ reports }: FundedProject, id: string): readonly ProjectFault[] => (reports.some((report) => report.id === id && report.status === 'submitted') ? [] : [fault('project/no-such-report', '/report')]);

function findingFaults({ findings }: FundedProject, id: string, statuses: readonly string[]): readonly ProjectFault[] {
  const found = findings.find((finding) => finding.id === id);
  return found !== undefined && statuses.includes(found.status) ? [] : [fault('project/finding-not-in-turn', '/finding', { finding: id })];
}

function raisedFaults(scheme: Scheme, project: FundedProject, { body, text, dueOn, item }: ProjectActions['findingRaised'], today: string): readonly ProjectFault[] {
  const bodies = scheme.supervision?.bodies ?? [];
  const exists = item.kind === 'tranche' ? project.agreement.tranches.some(({ id }) => id === item.id) : item.kind === 'report' ? project.reports.some(({ id }) => id === item.id) : item.kind === 'entry' ? project.account.some(({ sequence }) => String(sequence) === item.id) : true;
  return [
    ...(bodies.some(({ id }) => id === body) ? [] : [fault('project/no-such-body', '/body')]), ...said(text, '/text'),
    ...(exists ? [] : [fault('project/no-such-item', '/item')]),
    ...(isDate(dueOn) ? (dueOn < today ? [fault('project/deadline-past', '/dueOn')] : []) : [fault('project/no-date', '/dueOn')]),
  ];
}
