import type { Scheme } from '@cobuild/core';
import { dateInZone, localize } from '@cobuild/core';
import { findOutcome, findStage, isCounted } from '../decision/stage-lookup.js';
import type { CaseState } from '../results.js';
import type { ActionContext } from './action-problems.js';
import type { TypedAction } from './event-shapes.js';
import type { Finding } from './finding.js';
import { finding } from './finding.js';
import { noticeEnd, postedNotice } from './notice-checks.js';
import { stageTitle } from './order-checks.js';
import { scoringAt, takesSheets } from './scoring-state.js';
import { recordProblems } from './stage-checks.js';

type Reviewed = Extract<TypedAction, { type: 'reviewed' }>;

/** Kinds of outcome that take the case out of a publicity stage as settled. */
const CONFIRMING: readonly string[] = ['confirmed', 'forward', 'passed'];

/** Whether a review may have this outcome now: it exists, it is not for a vote or the applicant to say, the notice has run its period. */
export function outcomeProblems(scheme: Scheme, state: CaseState, { data }: Reviewed, at: string, context: ActionContext): Finding[] {
  const { locale = 'zh-CN' } = context;
  const stage = findStage(scheme, data.stage);
  const outcome = findOutcome(stage, data.outcome);
  if (stage === undefined || outcome === undefined) {
    const known = (stage?.outcomes ?? []).map(({ title }) => localize(title, locale));
    return [finding('case/unknown-outcome', '/data/outcome', { stage: stage ? stageTitle(stage, locale) : data.stage, outcome: data.outcome, known })];
  }
  if (stage.method === 'application') return [finding('case/settled-by-submission', '/data/outcome', { stage: stageTitle(stage, locale) })];
  if (stage.method === 'vote' && outcome.kind !== 'return' && outcome.kind !== 'reject') return [finding('case/settled-by-vote', '/data/outcome', { stage: stageTitle(stage, locale) })];
  if (isCounted(stage) && outcome.kind !== 'return' && outcome.kind !== 'reject') return [finding('case/settled-by-count', '/data/outcome', { stage: stageTitle(stage, locale) })];
  // Also before the first sheet is in: nobody's word takes the place of the scores. A log from before this was asked can still be read, so the fold does not ask it.
  if (takesSheets(scheme, stage) && scoringAt(state, stage.id).phase === 'open' && outcome.kind !== 'return') return [finding('case/scoring-open')];
  const publicity = stage.method === 'publicity' && CONFIRMING.includes(outcome.kind) ? publicityProblems(scheme, state, at, context) : [];
  return [...publicity, ...recordProblems(scheme, state, outcome.kind, context)];
}

/** Whether the reason is there where the outcome asks for one. */
export function reasonProblems(scheme: Scheme, { data }: Reviewed, { locale = 'zh-CN' }: ActionContext): Finding[] {
  const outcome = findOutcome(findStage(scheme, data.stage), data.outcome);
  const missing = outcome?.reason === 'required' && (data.reason ?? '').trim() === '';
  return missing ? [finding('case/reason-missing', '/data/reason', { outcome: localize(outcome.title, locale) })] : [];
}

function publicityProblems(scheme: Scheme, state: CaseState, at: string, context: ActionContext): Finding[] {
  const notice = postedNotice(scheme, state);
  if (notice === undefined) return [finding('case/notice-not-posted')];
  const until = noticeEnd(scheme, notice, context.calendar);
  const open = state.objections.filter(({ answer }) => answer === undefined).length;
  // A notice that was posted again, corrected, settles objections upheld against the earlier one.
  const upheld = state.objections.some((objection) => objection.upheld === true && (objection.sequence ?? 0) > (notice.sequence ?? 0));
  return [
    ...(dateInZone(at) > until ? [] : [finding('case/period-running', '', { until })]),
    ...(open === 0 ? [] : [finding('case/objection-open', '', { count: open })]),
    ...(upheld ? [finding('case/objection-upheld')] : []),
  ];
}
