import type { Calendar, LocalizedText, Scheme, Tranche } from '@cobuild/core';
import { resolvedScheme } from '../decision/resolved-scheme.js';
import { trancheStatus } from '../contracts/index.js';
import type { TrancheState } from '../contracts/index.js';
import { agreedTrancheTitle } from '../contracts/names.js';
import { tranchePayments } from './project-account.js';
import type { FundedProject, ProjectFinding } from './project-types.js';
import { projectDuties, reportsDue } from './report-periods.js';

/** The tranches of a project with their settings of the scheme; one that the contract alone knows waits for its signature. */
export function tranchesOf(scheme: Scheme, { agreement }: FundedProject): readonly Tranche[] {
  const { tranches } = resolvedScheme(scheme).allocation ?? {};
  const known: readonly Tranche[] = Array.isArray(tranches) ? tranches : [];
  return agreement.tranches.map(({ id, title }) => known.find((tranche) => tranche.id === id) ?? { id, title: { 'zh-CN': title }, share: { p: 0, q: 1 }, after: [{ kind: 'contractSigned' }] });
}

/** What a tranche of a project is called, in each language of the scheme. */
export function trancheTitle(scheme: Scheme, project: FundedProject, id: string): LocalizedText {
  return agreedTrancheTitle(scheme, project.agreement.tranches.find((tranche) => tranche.id === id) ?? { id, title: '' });
}

/**
 * Where each tranche of a project stands. The reports of a duty count as accepted when one was, and none is overdue or returned: a project that stops
 * reporting is not paid on for what it reported before.
 */
export function projectTranches(scheme: Scheme, project: FundedProject, today: string, calendar: Calendar): readonly TrancheState[] {
  const { agreement, account, findings, acceptance } = project;
  const dues = reportsDue(scheme, project, today, calendar);
  const reports = projectDuties(scheme).map(({ id }) => {
    const own = dues.filter(({ duty }) => duty === id);
    return { report: id, accepted: own.some(({ state }) => state === 'accepted') && own.every(({ state, isLate }) => !isLate && state !== 'returned') };
  });
  return trancheStatus(tranchesOf(scheme, project), agreement.tranches, {
    today, reports, payments: tranchePayments(account), withheld: withheldOf(project), ...(project.released === undefined ? {} : { released: project.released }), findings: findings.map(({ id, status }) => ({ id, open: status !== 'closed' })),
    ...(agreement.signedOn === undefined ? {} : { contractSignedOn: agreement.signedOn }), ...(acceptance === undefined ? {} : { acceptance: acceptance.outcome }),
  });
}

/** What is withheld of each tranche, with all the reasons. */
function withheldOf({ withheld = [] }: FundedProject): readonly { readonly tranche: string; readonly reason: string; readonly amount: number }[] {
  return withheld.map(({ tranche, reason, amount }) => ({ tranche, reason, amount }));
}

/** Ids of the tranches that a finding holds: all that are not paid, while it is open. */
export function heldByFinding(states: readonly TrancheState[], finding: ProjectFinding): readonly string[] {
  return states.filter(({ reasons }) => reasons.some(({ kind, about }) => kind === 'noOpenFinding' && about === finding.id)).map(({ id }) => id);
}
