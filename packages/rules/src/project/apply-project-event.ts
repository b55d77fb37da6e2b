import type { Scheme } from '@cobuild/core';
import { dateInZone } from '@cobuild/core';
import type { ChangeRequest } from '../contracts/index.js';
import { amendAgreement } from '../contracts/index.js';
import { changeRoute } from './project-actors.js';
import { commentsAfter } from './comments.js';
import { holdingsAfter } from './posts.js';
import { remainders } from './project-money.js';
import type { AccountEntry, FindingStep, FundedProject, ProjectEvent, ProjectFinding, ProjectReport } from './project-types.js';

/** The project after an event that may happen. */
export function applyProjectEvent(scheme: Scheme, project: FundedProject, event: ProjectEvent): FundedProject {
  return { ...changed(scheme, project, event), sequence: event.sequence, lastHash: event.hash, history: [...project.history, event] };
}

function changed(scheme: Scheme, project: FundedProject, event: ProjectEvent): FundedProject {
  const { at, actor: by } = event;
  const step = (kind: FindingStep['kind'], { text, files }: Pick<FindingStep, 'text' | 'files'>): FindingStep => ({ kind, text, ...(files === undefined ? {} : { files }), at, by });
  switch (event.type) {
    case 'contractSigned': return { ...project, agreement: { ...project.agreement, signedOn: event.data.on } };
    case 'tranchePaid': return withEntry(project, { kind: 'received', source: 'fund', ...event.data, at, by });
    case 'trancheWithheld': {
      const { tranche, amount, reason, finding } = event.data;
      return { ...project, withheld: [...(project.withheld ?? []), { id: `withheld-${event.sequence}`, tranche, amount, reason, ...(finding === undefined ? {} : { finding }), at, by }] };
    }
    case 'withholdingLifted': return { ...project, withheld: (project.withheld ?? []).filter(({ id }) => id !== event.data.withheld) };
    case 'fundsReturned': return withEntry(project, { kind: 'returned', ...event.data, at, by });
    case 'remainderReleased': {
      const { withheld: _withheld, ...rest } = project;
      return { ...rest, released: remainders(project).map((item) => ({ ...item, at })) };
    }
    case 'fundsReceived': return withEntry(project, { kind: 'received', ...event.data, at, by });
    case 'expenseRecorded': return withEntry(project, { kind: 'spent', ...event.data, at, by });
    case 'entryReversed': {
      const { entry, reason } = event.data;
      const amount = project.account.find(({ sequence }) => sequence === entry)?.amount ?? 0;
      return withEntry(project, { kind: 'reversed', reverses: entry, reason, amount, on: dateInZone(at), at, by });
    }
    case 'changeRequested': {
      const id = `change-${project.openChanges.length + (project.agreement.changes ?? []).length + 1}`;
      const request = { ...event.data.request, id, askedOn: dateInZone(at), by: by.name ?? by.id } as ChangeRequest;
      const route = changeRoute(scheme, project, request);
      const noted = route.outcome === 'noticeOnly' ? amendAgreement(project.agreement, request, route) : undefined;
      return noted?.ok === true ? withAgreement(project, noted.agreement) : { ...project, openChanges: [...project.openChanges, { request, at, by }] };
    }
    case 'changeDecided': return changeDecided(scheme, project, event);
    case 'reportSubmitted': return reportSubmitted(project, event);
    case 'reportReturned': {
      const { report, reason } = event.data;
      return withReport(project, report, (item) => ({ ...item, status: 'returned', decision: { at, by, reason } }));
    }
    case 'reportAccepted': return withReport(project, event.data.report, (item) => ({ ...item, status: 'accepted', decision: { at, by } }));
    case 'reportSkipped': {
      const { duty, period, reason } = event.data;
      return { ...project, skipped: [...(project.skipped ?? []), { duty, period, reason, at, by }] };
    }
    case 'findingRaised': {
      const { body, kind, severity, text, item, dueOn, files } = event.data;
      const finding: ProjectFinding = { id: `finding-${project.findings.length + 1}`, body, kind, severity, text, item, dueOn, status: 'open', steps: [step('raised', { text, ...(files === undefined ? {} : { files }) })] };
      return { ...project, findings: [...project.findings, finding] };
    }
    case 'findingAnswered': return withFinding(project, event.data.finding, 'answered', step('answered', event.data));
    case 'findingClosed': return withFinding(project, event.data.finding, 'closed', step('closed', event.data));
    case 'findingReopened': return withFinding(project, event.data.finding, 'open', step('reopened', event.data));
    case 'holderAppointed':
    case 'holderReplaced':
    case 'holderReleased': return { ...project, holdings: holdingsAfter(project.holdings, event) };
    case 'commentMade':
    case 'commentReleased':
    case 'commentRefused':
    case 'commentAnswered': return { ...project, comments: commentsAfter(scheme, project.comments, event) };
    case 'acceptanceRecorded': return { ...project, acceptance: { ...event.data, by } };
  }
}

type NewEntry = AccountEntry extends infer Entry ? (Entry extends AccountEntry ? Omit<Entry, 'sequence'> : never) : never;

function withEntry(project: FundedProject, entry: NewEntry): FundedProject {
  return { ...project, account: [...project.account, { ...entry, sequence: project.account.length + 1 }] };
}

/** Tranches always stay: a change of them is refused here. */
function withAgreement(project: FundedProject, agreement: Omit<FundedProject['agreement'], 'tranches'>): FundedProject {
  return { ...project, agreement: { ...agreement, tranches: project.agreement.tranches } };
}

function changeDecided(scheme: Scheme, project: FundedProject, { data, actor, at }: Extract<ProjectEvent, { type: 'changeDecided' }>): FundedProject {
  const open = project.openChanges.find(({ request }) => request.id === data.change);
  if (open === undefined) return project;
  const { reason } = data;
  const decision = { granted: data.granted, by: actor.name ?? actor.id, role: actor.role, on: dateInZone(at), ...(reason === undefined ? {} : { reason }) };
  const amended = amendAgreement(project.agreement, open.request, changeRoute(scheme, project, open.request), decision);
  return amended.ok ? { ...withAgreement(project, amended.agreement), openChanges: project.openChanges.filter((item) => item !== open) } : project;
}

function reportSubmitted(project: FundedProject, { data, at, actor }: Extract<ProjectEvent, { type: 'reportSubmitted' }>): FundedProject {
  const { duty, period, answers } = data;
  const before = project.reports.find((item) => item.duty === duty && item.period === period);
  if (before === undefined) return { ...project, reports: [...project.reports, { id: `report-${project.reports.length + 1}`, duty, period, status: 'submitted', answers, at, by: actor, earlier: [] }] };
  const returned = { at: before.at, answers: before.answers, reason: before.decision?.reason ?? '', returnedAt: before.decision?.at ?? before.at };
  return withReport(project, before.id, ({ id, earlier }) => ({ id, duty, period, status: 'submitted', answers, at, by: actor, earlier: [...earlier, returned] }));
}

function withReport(project: FundedProject, id: string, change: (report: ProjectReport) => ProjectReport): FundedProject {
  return { ...project, reports: project.reports.map((report) => (report.id === id ? change(report) : report)) };
}

function withFinding(project: FundedProject, id: string, status: ProjectFinding['status'], step: FindingStep): FundedProject {
  return { ...project, findings: project.findings.map((finding) => (finding.id === id ? { ...finding, status, steps: [...finding.steps, step] } : finding)) };
}
