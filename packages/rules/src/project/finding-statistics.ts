import type { FundedProject, ProjectFinding } from './project-types.js';

/** How findings stand, over any number of projects. */
export interface FindingStatistics {
  readonly total: number;
  readonly open: number;
  readonly answered: number;
  readonly closed: number;
  /** Neither answered nor closed after their day. */
  readonly overdue: number;
}

/** Whether a finding was not put right by its day. */
export function isFindingOverdue({ status, dueOn }: ProjectFinding, today: string): boolean {
  return status === 'open' && today > dueOn;
}

export function findingStatistics(projects: readonly FundedProject[], today: string): FindingStatistics {
  const findings = projects.flatMap((project) => project.findings);
  const count = (status: ProjectFinding['status']): number => findings.filter((finding) => finding.status === status).length;
  return { total: findings.length, open: count('open'), answered: count('answered'), closed: count('closed'), overdue: findings.filter((finding) => isFindingOverdue(finding, today)).length };
}
