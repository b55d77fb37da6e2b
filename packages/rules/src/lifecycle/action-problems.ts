import type { Calendar, EventActor, Locale, Problem, Scheme } from '@cobuild/core';
import type { EligibilityOptions } from '../eligibility/check-eligibility.js';
import { findOutcome, findStage, firstStage } from '../decision/stage-lookup.js';
import { resolvedScheme } from '../decision/resolved-scheme.js';
import type { CaseAction, CaseState } from '../results.js';
import { actorProblem } from './actor-checks.js';
import { assignmentProblems } from './assignment-checks.js';
import { callProblems } from './call-checks.js';
import { cycleProblems, isCycleAction } from './cycle-checks.js';
import { isClockAction } from './clock-actions.js';
import { deadlineProblems } from './deadline-checks.js';
import type { TypedAction } from './event-shapes.js';
import { readAction } from './event-shapes.js';
import type { Finding } from './finding.js';
import { finding, toProblem } from './finding.js';
import { isInstant } from '../decision/instant.js';
import { meetingDataProblems, meetingStateProblems } from './meeting-checks.js';
import { noticeProblems, objectionProblems } from './notice-checks.js';
import { orderProblem } from './order-checks.js';
import { countProblems, countingProblems } from './public-vote-checks.js';
import { proposalProblems } from './override-checks.js';
import { remarkProblems } from './remark-checks.js';
import { outcomeProblems, reasonProblems } from './review-checks.js';
import { closingProblems, scoringDataProblems } from './scoring-checks.js';
import { scoringAt } from './scoring-state.js';
import { sheetStage } from './sheet-checks.js';
import { evidenceProblems, refusalReasonProblems, reviewerProblems } from './stage-checks.js';

/** What actions are checked against, besides scheme and state. */
export interface ActionContext extends EligibilityOptions {
  readonly calendar: Calendar;
  /** Hash of the published scheme at hand; it has to be the one under which the case was submitted. */
  readonly schemeHash: string;
  /** Language of the problems, default `zh-CN`. */
  readonly locale?: Locale;
  /** Checks answers against a form of the scheme: those submitted, and those of a review that goes on. Without it forms are the caller's to check. */
  readonly validateAnswers?: (formId: string, answers: Readonly<Record<string, unknown>>) => readonly Problem[];
}

/**
 * Whether an action may happen now: an empty list, or every reason why not. Never throws on data from outside.
 *
 * @param state - From `foldCase`; `undefined` before the first submission.
 * @param action - Type and data of an event of the log, not yet trusted.
 * @param actor - As the host identified them: role, and unit or town for those who act for one.
 * @param at - Instant, ISO 8601 with offset.
 * @returns Problems with document `action` and pointers such as `/data/outcome`, `/actor/role`, `/at`.
 */
export function actionProblems(scheme: Scheme, state: CaseState | undefined, action: CaseAction, actor: EventActor, at: string, context: ActionContext): Problem[] {
  const { locale = 'zh-CN' } = context;
  const read = readAction(action);
  if ('defect' in read) return [toProblem(finding('case/malformed-action', read.defect, { detail: read.defect }), locale)];
  const resolved = resolvedScheme(scheme);
  const time = timeProblem(state, at);
  const blocking = time ?? availabilityProblems(resolved, state, read.action, actor, at, context);
  if (blocking.length > 0) return blocking.map((item) => toProblem(item, locale));
  return [...dataProblems(resolved, state, read.action, actor, at, context).map((item) => toProblem(item, locale)), ...answerProblems(resolved, state, read.action, context)];
}

function timeProblem(state: CaseState | undefined, at: string): Finding[] | undefined {
  if (!isInstant(at)) return [finding('case/bad-time', '/at')];
  const last = state?.history[state.history.length - 1]?.at;
  return last !== undefined && Date.parse(at) < Date.parse(last) ? [finding('case/time-goes-back', '/at')] : undefined;
}

/** What stands in the way whatever is filled in: turn, role, quorum, notice period. Decides which buttons are shown. */
export function availabilityProblems(scheme: Scheme, state: CaseState | undefined, action: TypedAction, actor: EventActor, at: string, context: ActionContext): Finding[] {
  if (state !== undefined && state.schemeHash !== context.schemeHash) return [finding('case/other-scheme')];
  const { locale = 'zh-CN', operators } = context;
  const order = orderProblem(scheme, state, action, locale, operators);
  if (order !== undefined) return [order];
  const forbidden = actorProblem(scheme, state, action, actor, locale);
  if (forbidden !== undefined) return [forbidden];
  if (state === undefined) return callProblems(scheme, at, context, action.type === 'submitted' ? action.data.paper : undefined);
  if (action.type === 'reviewed') return [...outcomeProblems(scheme, state, action, at, context), ...reviewerProblems(scheme, state, actor, context)];
  if (isCycleAction(action)) return cycleProblems(scheme, state, action, at);
  if (isClockAction(action)) return deadlineProblems(scheme, state, action, at, context);
  if (action.type === 'scoringClosed') return closingProblems(scheme, state, context);
  if (action.type === 'reviewersAssigned') return scoringAt(state, state.stage).phase === 'closed' ? [finding('case/scoring-closed')] : [];
  if (action.type === 'publicVoteCounted') return countingProblems(scheme, findStage(scheme, state.stage) ?? firstStage(scheme), at, context);
  return meetingStateProblems(scheme, state, action, context);
}

function dataProblems(scheme: Scheme, state: CaseState | undefined, action: TypedAction, actor: EventActor, at: string, context: ActionContext): Finding[] {
  const stage = state === undefined ? undefined : findStage(scheme, state.stage);
  if (state === undefined || stage === undefined || isCycleAction(action)) return [];
  switch (action.type) {
    case 'reviewed': return [...reasonProblems(scheme, action, context), ...refusalReasonProblems(scheme, action), ...remarkProblems(scheme, action, actor, context)];
    case 'evidenceRecorded': return evidenceProblems(scheme, state, action, at);
    case 'reviewersAssigned': return assignmentProblems(scheme, state, action, context);
    case 'overrideProposed': return proposalProblems(scheme, state, action, context);
    case 'overrideDeclined': return action.data.reason.trim() === '' ? [finding('case/decline-reason-missing', '/data/reason')] : [];
    case 'scoreSubmitted':
    case 'scoreWithdrawn':
    case 'scoringClosed': return scoringDataProblems(scheme, state, action, actor, at, context);
    case 'conflictDeclared': return stage.method === 'score' ? scoringDataProblems(scheme, state, action, actor, at, context) : meetingDataProblems(scheme, state, action, at, context);
    case 'publicVoteCounted': return countProblems(scheme, stage, action, at, context);
    case 'noticePublished': return noticeProblems(scheme, state, action, at, context);
    case 'objectionRaised':
    case 'objectionAnswered': return objectionProblems(scheme, state, action);
    default: return meetingDataProblems(scheme, state, action, at, context);
  }
}

/** Outcomes by which a stage is done, so that its form has to be complete; a return or a refusal may leave it half filled in. */
const GOING_ON: readonly string[] = ['forward', 'passed', 'confirmed'];

function answerProblems(scheme: Scheme, state: CaseState | undefined, action: TypedAction, { validateAnswers }: ActionContext): readonly Problem[] {
  if (action.type === 'evidenceRecorded') return validateAnswers === undefined || sheetStage(scheme, state, action)?.form !== action.data.kind ? [] : validateAnswers(action.data.kind, action.data.answers ?? {});
  const stage = (state && findStage(scheme, state.stage)) ?? firstStage(scheme);
  if (validateAnswers === undefined || stage.form === undefined) return [];
  if (action.type === 'submitted') return validateAnswers(stage.form, action.data.answers);
  const goesOn = action.type === 'reviewed' && GOING_ON.includes(findOutcome(stage, action.data.outcome)?.kind ?? '');
  return goesOn ? validateAnswers(stage.form, action.data.answers ?? {}) : [];
}
