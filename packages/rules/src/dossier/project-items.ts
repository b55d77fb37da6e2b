import type { Calendar, LocalizedText, Scheme } from '@cobuild/core';
import { dateInZone, hashDocument } from '@cobuild/core';
import { isFindingOverdue, postCards, projectTranches, reportsDue, standingEntries, tranchesOf } from '../project/index.js';
import type { FundedProject } from '../project/index.js';
import type { LooseItem } from './case-items.js';
import { roleText } from './case-items.js';

/** What an approved project leaves behind: contract, changes, payments, account, reports, findings, acceptance. */
export function projectItems(scheme: Scheme, project: FundedProject | undefined, today: string, calendar: Calendar): readonly LooseItem[] {
  const office = scheme.supervision?.payer === undefined ? undefined : roleText(scheme, scheme.supervision.payer);
  const from = office === undefined ? {} : { from: office };
  if (project === undefined) return [{ kind: 'contract', about: 'contract', status: 'missing', ...from }];
  const { agreement } = project;
  const watched = [...posts(scheme, project, today, calendar), ...reports(scheme, project, today, calendar), ...findings(scheme, project, today)];
  // Where no money is given there is nothing to sign: what belongs to the file is who was responsible, the reports and the findings.
  if (agreement.tranches.length === 0) return [...watched, ...(project.acceptance === undefined ? [] : acceptance(project, today, from))];
  if (agreement.signedOn === undefined) return [{ kind: 'contract', about: 'contract', status: 'missing', ...from }, ...posts(scheme, project, today, calendar)];
  return [
    { kind: 'contract', about: agreement.id, status: 'present', date: agreement.signedOn, hash: hashDocument(agreement) },
    ...changes(project), ...payments(scheme, project, today, calendar, from), ...account(project), ...watched, ...acceptance(project, today, from),
  ];
}

/** A post with nobody in it is owed by whoever appoints; a change of holders is part of what the item holds. */
function posts(scheme: Scheme, project: FundedProject, today: string, calendar: Calendar): readonly LooseItem[] {
  const { appointedBy, payer } = scheme.supervision ?? {};
  const role = appointedBy ?? payer;
  return postCards(scheme, project, today, calendar).map(({ post, holdings, earlier, missing }): LooseItem => {
    const head = { kind: 'responsibility' as const, about: post.id, ...(typeof post.title === 'string' ? {} : { title: post.title }) };
    if (missing > 0) return { ...head, status: 'missing', ...(role === undefined ? {} : { from: roleText(scheme, role) }) };
    const since = holdings.reduce<string | undefined>((latest, holding) => (holding.since !== undefined && (latest === undefined || holding.since > latest) ? holding.since : latest), undefined);
    return { ...head, status: 'present', ...(since === undefined ? {} : { date: since }), by: holdings.map(({ holder }) => holder.name).join('、'), hash: hashDocument([...holdings, ...earlier]) };
  });
}

const unitOf = ({ applicant }: FundedProject): LocalizedText => ({ 'zh-CN': applicant.name ?? applicant.id });

function changes({ agreement, openChanges }: FundedProject): readonly LooseItem[] {
  return [
    ...(agreement.changes ?? []).map(({ request, decision, before }): LooseItem => ({ kind: 'change', about: request.id, status: 'present', date: decision?.on ?? request.askedOn, ...(decision === undefined ? {} : { by: decision.by }), hash: hashDocument({ request, decision: decision ?? null, before }) })),
    ...openChanges.map(({ request }): LooseItem => ({ kind: 'change', about: request.id, status: 'later', date: request.askedOn })),
  ];
}

function payments(scheme: Scheme, project: FundedProject, today: string, calendar: Calendar, from: Pick<LooseItem, 'from'>): readonly LooseItem[] {
  const tranches = tranchesOf(scheme, project);
  return projectTranches(scheme, project, today, calendar).map(({ id, status }): LooseItem => {
    const paid = standingEntries(project.account).filter((entry) => entry.kind === 'received' && entry.tranche === id);
    const last = paid[paid.length - 1];
    const title = tranches.find((tranche) => tranche.id === id)?.title;
    const head = { kind: 'payment' as const, about: id, ...(title === undefined ? {} : { title }) };
    if (last !== undefined && status !== 'due') return { ...head, status: 'present', date: last.on, by: last.by.name ?? last.by.id, hash: hashDocument(paid) };
    return status === 'due' ? { ...head, status: 'missing', ...from } : { ...head, status: 'later', ...from };
  });
}

function account({ account: entries }: FundedProject): readonly LooseItem[] {
  const last = entries[entries.length - 1];
  return last === undefined ? [{ kind: 'account', about: 'account', status: 'later' }] : [{ kind: 'account', about: 'account', status: 'present', date: last.on, hash: hashDocument(entries) }];
}

function reports(scheme: Scheme, project: FundedProject, today: string, calendar: Calendar): readonly LooseItem[] {
  const duties = scheme.supervision?.reports ?? [];
  return reportsDue(scheme, project, today, calendar).filter(({ state }) => state !== 'skipped').map(({ duty, period, title, dueOn, isLate, state, report }): LooseItem => {
    const head = { kind: 'report' as const, about: `${duty} ${period}`, title };
    if (report !== undefined && state !== 'returned') return { ...head, status: 'present', date: dateInZone(report.at), by: report.by.name ?? report.by.id, hash: hashDocument(report.answers) };
    const by = duties.find(({ id }) => id === duty)?.from;
    return { ...head, status: isLate || state === 'returned' ? 'missing' : 'later', date: dueOn, ...(by === undefined ? {} : { from: roleText(scheme, by) }) };
  });
}

/** A finding belongs to the file when it is closed; until then somebody owes an answer, or the body its decision. */
function findings(scheme: Scheme, project: FundedProject, today: string): readonly LooseItem[] {
  const bodies = scheme.supervision?.bodies ?? [];
  return project.findings.map((finding): LooseItem => {
    const { id, body, status, steps, dueOn } = finding;
    const last = steps[steps.length - 1];
    const title = bodies.find((item) => item.id === body)?.title;
    const head = { kind: 'finding' as const, about: id, ...(title === undefined ? {} : { title }) };
    if (status === 'closed') return { ...head, status: 'present', ...(last === undefined ? {} : { date: dateInZone(last.at), by: last.by.name ?? last.by.id }), hash: hashDocument(finding) };
    return { ...head, status: status === 'answered' || isFindingOverdue(finding, today) ? 'missing' : 'later', date: dueOn, from: status === 'open' ? unitOf(project) : (title ?? { 'zh-CN': body }) };
  });
}

function acceptance({ acceptance: made, agreement }: FundedProject, today: string, from: Pick<LooseItem, 'from'>): readonly LooseItem[] {
  const head = { kind: 'acceptance', about: 'acceptance' } as const;
  if (made !== undefined) return [{ ...head, status: 'present', date: made.on, by: made.by.name ?? made.by.id, hash: hashDocument(made) }];
  const ends = (agreement.milestones ?? []).reduce<string | undefined>((latest, { dueOn }) => (latest === undefined || dueOn > latest ? dueOn : latest), undefined);
  return [{ ...head, status: ends !== undefined && today > ends ? 'missing' : 'later', ...(ends === undefined ? {} : { date: ends }), ...from }];
}
