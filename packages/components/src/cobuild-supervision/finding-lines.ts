import type { FundedProject, ProjectFinding } from '@cobuild/rules';
import { isFindingOverdue } from '@cobuild/rules';

export type FindingState = ProjectFinding['status'] | 'overdue';
export const STATES: readonly FindingState[] = ['overdue', 'open', 'answered', 'closed'];

/** A finding with its project and its number there. */
export interface FindingLine {
  readonly project: FundedProject;
  readonly finding: ProjectFinding;
  readonly number: number;
  readonly state: FindingState;
}

export interface FindingFilter { readonly state: string; readonly town: string; readonly project: string }

/** Most pressing first: overdue, to be put right, answered, closed; of the same state the earlier deadline. */
export function findingLines(projects: readonly FundedProject[], today: string): readonly FindingLine[] {
  const lines = projects.flatMap((project) => project.findings.map((finding, index): FindingLine => ({ project, finding, number: index + 1, state: isFindingOverdue(finding, today) ? 'overdue' : finding.status })));
  return lines.sort((a, b) => STATES.indexOf(a.state) - STATES.indexOf(b.state) || (a.finding.dueOn < b.finding.dueOn ? -1 : a.finding.dueOn > b.finding.dueOn ? 1 : 0));
}

/** What fits a filter; an empty choice is all. Overdue ones are to be put right as well. */
export function filtered(lines: readonly FindingLine[], { state, town, project }: FindingFilter): readonly FindingLine[] {
  return lines.filter((line) => (state === '' || line.state === state || line.finding.status === state) && (town === '' || line.project.applicant.town === town) && (project === '' || line.project.id === project));
}
