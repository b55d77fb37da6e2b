import type { EventActor, Scheme, Stage } from '@cobuild/core';
import { dateInZone, localize } from '@cobuild/core';
import { countApprovals, hasTurn, readApprovals } from '../decision/approvals.js';
import { missingRecords, standsInTheWay } from '../decision/missing-records.js';
import { findOutcome, findStage } from '../decision/stage-lookup.js';
import { IN_FAVOUR } from '../decision/ways.js';
import { ruleMessage } from '../locales/rule-message.js';
import type { RuleMessageCode } from '../locales/rule-message.js';
import type { CaseState, MissingRecord } from '../results.js';
import type { ActionContext } from './action-problems.js';
import type { TypedAction } from './event-shapes.js';
import type { Finding } from './finding.js';
import { finding } from './finding.js';
import { walkState } from './override-checks.js';
import { stageTitle } from './order-checks.js';
import { sheetProblems } from './sheet-checks.js';

/** Whether this person may review now: assigned where reviewers are, not a second time, in turn. */
export function reviewerProblems(scheme: Scheme, state: CaseState, actor: EventActor, { locale = 'zh-CN' }: ActionContext): Finding[] {
  const stage = findStage(scheme, state.stage);
  const assigned = state.assigned?.find((item) => item.stage === state.stage);
  if (stage === undefined) return [];
  if (assigned !== undefined && !assigned.reviewers.includes(actor.id)) return [finding('case/not-assigned', '/actor/id')];
  const approvals = readApprovals(stage);
  if (approvals === undefined) return [];
  if (approvals.rule === undefined) return [finding('case/approvals-undecided', '', { stage: stageTitle(stage, locale), holes: holeNames(approvals.holes, locale) })];
  const { given, refused } = countApprovals(stage, approvals.rule, state.reviews);
  const counted = [...given, ...refused];
  if (counted.some(({ by }) => by === actor.id)) return [finding('case/already-reviewed', '/actor/id', { stage: stageTitle(stage, locale) })];
  const { roles = [], order } = approvals.rule;
  if (hasTurn(approvals.rule, counted, actor.role)) return [];
  const wanted = order === 'sequence' ? roles.slice(counted.length, counted.length + 1) : roles.filter((role) => hasTurn(approvals.rule ?? { minimum: 1, order }, counted, role));
  return [finding('case/not-your-turn', '/actor/role', { stage: stageTitle(stage, locale), wanted: wanted.map((role) => roleTitle(scheme, role, locale)) })];
}

function holeNames(holes: readonly string[], locale: 'zh-CN' | 'en'): string[] {
  return holes.map((hole) => ruleMessage(`explain/hole-${hole}` as RuleMessageCode, {}, locale));
}

function roleTitle(scheme: Scheme, role: string, locale: 'zh-CN' | 'en'): string {
  return localize(scheme.organisation.roles.find(({ id }) => id === role)?.title, locale) || role;
}

/** What a stage still waits for: evidence of its own, records and stages that have to come first. */
export function missingAt(scheme: Scheme, state: CaseState, operators?: ActionContext['operators']): readonly MissingRecord[] {
  const stage = findStage(scheme, state.stage);
  if (stage === undefined || (stage.evidence === undefined && stage.requires === undefined)) return [];
  const settled = walkState(scheme, state, operators).steps.flatMap(({ stage: id, outcome, ways = [] }) => (ways.some((way) => way.outcome === outcome && IN_FAVOUR.includes(way.kind)) ? [id] : []));
  return missingRecords(stage, { evidence: state.evidence ?? [], settled });
}

/** Whether records that are asked for keep the stage from an outcome of this kind; a vote opens under the same condition as it passes. */
export function recordProblems(scheme: Scheme, state: CaseState, kind: Parameters<typeof standsInTheWay>[1], { locale = 'zh-CN', operators }: ActionContext): Finding[] {
  const stage = findStage(scheme, state.stage);
  const missing = standsInTheWay(missingAt(scheme, state, operators), kind);
  if (stage === undefined || missing.length === 0) return [];
  return [finding('case/records-missing', '', { stage: stageTitle(stage, locale), missing: missing.map(({ id }) => localize(demandTitle(stage, id), locale)) })];
}

function demandTitle(stage: Stage, id: string): Stage['title'] | undefined {
  return [...(stage.evidence ?? []), ...(stage.requires ?? [])].find((demand) => demand.id === id)?.title;
}

/** Whether a refusal ticks reasons that the scheme knows, at least one. */
export function refusalReasonProblems(scheme: Scheme, { data }: Extract<TypedAction, { type: 'reviewed' }>): Finding[] {
  const stage = findStage(scheme, data.stage);
  const reasons = data.reasons ?? [];
  const known = (stage?.refusalReasons ?? []).map(({ id }) => id);
  const stranger = reasons.findIndex((reason) => !known.includes(reason));
  if (stranger !== -1) return [finding('case/unknown-refusal-reason', `/data/reasons/${stranger}`, { reason: reasons[stranger] })];
  const isRefusal = findOutcome(stage, data.outcome)?.kind === 'reject';
  return isRefusal && known.length > 0 && reasons.length === 0 ? [finding('case/refusal-reason-missing', '/data/reasons')] : [];
}

/** Whether a record is of a kind that the scheme asks for somewhere, made by today. */
export function evidenceProblems(scheme: Scheme, state: CaseState, action: Extract<TypedAction, { type: 'evidenceRecorded' }>, at: string): Finding[] {
  const { data } = action;
  const kinds = scheme.stages.flatMap(({ evidence = [], requires = [] }) => [...evidence.map(({ id }) => id), ...requires.flatMap(({ record }) => record ?? [])]);
  const today = dateInZone(at);
  return [
    ...(data.answers !== undefined || data.stage !== undefined ? sheetProblems(scheme, state, action) : kinds.includes(data.kind) ? [] : [finding('case/unknown-evidence', '/data/kind', { kind: data.kind })]),
    ...(data.on <= today ? [] : [finding('case/evidence-in-future', '/data/on', { on: data.on, today })]),
  ];
}
