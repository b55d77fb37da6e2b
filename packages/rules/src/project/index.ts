export type { ProjectActionContext } from './append-project-event.js';
export { appendProjectEvent, foldProject, openProject, projectProblems } from './append-project-event.js';
export type { FindingStatistics } from './finding-statistics.js';
export { findingStatistics, isFindingOverdue } from './finding-statistics.js';
export type { AccountBalance } from './project-account.js';
export { accountBalance, projectBudget, standingEntries } from './project-account.js';
export type { FeedHead, FundPosition } from './fund-feed.js';
export { fundFeed, fundPosition } from './fund-feed.js';
export type { ProjectApproval } from './project-approval.js';
export { projectApproval, projectEnd } from './project-approval.js';
export type { AwardMoney, TrancheMoney } from './project-money.js';
export { awardMoney, fundEntries, trancheMoney } from './project-money.js';
export type { HandOver, HandOverMove, HandOverPlan, HandOverSource, HandOverStay } from './hand-over.js';
export { handOverPlan } from './hand-over.js';
export { commentLength } from './comments.js';
export type { PostCard, PostTask } from './posts.js';
export { currentHoldings, dueHolder, foldHoldings, holdsPost, isPostOnlyRole, postCards, postTasks, sameHolder } from './posts.js';
export { changeRoute, isOfUnit, mayAct, roleTitle } from './project-actors.js';
export type { ProjectContext } from './project-checks.js';
export { heldByFinding, projectTranches, trancheTitle, tranchesOf } from './project-tranches.js';
export type {
  AccountEntry, FindingItem, FindingKind, FindingSeverity, FindingStep, FundSource, FundedProject, KeptFile, OpenChange, PostHolder, PostHolding, ProjectAction, ProjectComment, ProjectActionType, ProjectActions, ProjectEvent, ProjectFinding,
  ProjectFunding, ProjectOpening, ProjectOutcome, ProjectReport, SkippedReport, WithheldMoney,
} from './project-types.js';
export type { CadenceCount, DuePeriod, ReportDue, ReportState } from './report-periods.js';
export { cadenceCounts, duePeriods, overdueReports, projectDuties, reportsDue, workingDaysBetween } from './report-periods.js';
