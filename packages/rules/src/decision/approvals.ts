import type { Review, Stage } from '@cobuild/core';
import type { ApprovalsTrace, StageWay } from '../results.js';
import { AGAINST, IN_FAVOUR, waysOf } from './ways.js';

/** The rule of a stage with several approvals, or the names of the settings that are open. */
export type ApprovalRule = { readonly minimum: number; readonly of?: number; readonly order: 'parallel' | 'sequence'; readonly roles?: readonly string[] };

/** Reads how many have to approve. `undefined` where one review settles the stage. */
export function readApprovals({ approvals }: Stage): { readonly rule?: ApprovalRule; readonly holes: readonly string[] } | undefined {
  if (approvals === undefined) return undefined;
  const { minimum, of, order, by } = approvals;
  const holes = [
    ...(isCount(minimum) ? [] : ['approvals']), ...(order === 'parallel' || order === 'sequence' ? [] : ['approvalOrder']), ...(of === undefined || isCount(of) ? [] : ['approvalsOf']),
  ];
  if (!isCount(minimum) || (order !== 'parallel' && order !== 'sequence') || !(of === undefined || isCount(of))) return { holes };
  const asked = of ?? by?.length;
  return { rule: { minimum, order, ...(asked === undefined ? {} : { of: asked }), ...(by === undefined ? {} : { roles: by.map(({ role }) => role) }) }, holes: [] };
}

function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 1;
}

/**
 * Counts the reviews of a stage. A person counts once, with the first review; reviews of which nobody says whose they are count as one person's. Where the scheme
 * lists who is asked, each entry of the list counts once, in a sequence only in its turn.
 */
export function countApprovals(stage: Stage, rule: ApprovalRule, reviews: readonly Review[]): ApprovalsTrace {
  const kinds = new Map(waysOf(stage).map(({ outcome, kind }) => [outcome, kind]));
  const counted: Review[] = [];
  const ignored: Review[] = [];
  for (const review of reviews.filter((item) => item.stage === stage.id && kinds.has(item.outcome))) {
    const isSecond = counted.some(({ by }) => by === review.by);
    if (isSecond || !hasTurn(rule, counted, review.role)) ignored.push(review);
    else counted.push(review);
  }
  const of = (list: readonly string[]): Review[] => counted.filter(({ outcome }) => list.includes(kinds.get(outcome) ?? ''));
  const { minimum, order } = rule;
  return { minimum, ...(rule.of === undefined ? {} : { of: rule.of }), order, given: of(IN_FAVOUR), refused: of(AGAINST), ignored };
}

/** Whether somebody in this role may review next. A role that the record does not say passes. */
export function hasTurn({ roles, order }: ApprovalRule, counted: readonly Review[], role: string | undefined): boolean {
  if (roles === undefined || role === undefined) return true;
  if (order === 'sequence') return roles[counted.length] === role;
  const asked = roles.filter((item) => item === role).length;
  return counted.filter((item) => item.role === role).length < asked;
}

/** The way out that the approvals come to: the first with enough of them, or a refusal once enough cannot be reached. */
export function approvedWay({ minimum, of, given, refused }: ApprovalsTrace, ways: readonly StageWay[]): StageWay | undefined {
  const enough = ways.find(({ outcome }) => given.filter((review) => review.outcome === outcome).length >= minimum);
  if (enough !== undefined) return enough;
  const [refusal] = refused.slice(-1);
  const isLost = refusal !== undefined && (of === undefined || of - refused.length < minimum);
  return isLost ? ways.find(({ outcome }) => outcome === refusal.outcome) : undefined;
}
