import type { CaseEvent, EventActor, PublicVoteTally, Scheme } from '@cobuild/core';
import { resolvedScheme } from '../decision/resolved-scheme.js';
import { findStage, firstStage, isCounted, thresholdOf } from '../decision/stage-lookup.js';
import type { CaseState } from '../results.js';
import type { ActionContext } from './action-problems.js';
import { availabilityProblems } from './action-problems.js';
import { cycleCandidates } from './cycle-checks.js';
import type { TypedAction } from './event-shapes.js';
import { isDoneBy } from './meeting-checks.js';
import { isSheetDone } from './scoring-checks.js';
import { scoringAt, takesSheets } from './scoring-state.js';
import { stageSheets } from './sheet-checks.js';

/** Something that an actor could do now; `outcome` for a review. */
export interface NextAction { readonly type: CaseEvent['type']; readonly stage: string; readonly outcome?: string }

/**
 * What an actor may do with a case now, for lists of tasks and buttons. What the actor would have to fill in is not looked at; an action that
 * is listed can still be refused for what was filled in (`actionProblems`). What would be refused whatever is filled in is not listed: no result of a
 * stage whose scoring is open, no sheet for somebody who steps aside.
 *
 * @param at - Now, ISO 8601 with offset: a notice can be confirmed only after its last day.
 */
export function nextActions(scheme: Scheme, state: CaseState | undefined, actor: EventActor, at: string, context: ActionContext): NextAction[] {
  const resolved = resolvedScheme(scheme);
  const stage = (state && findStage(resolved, state.stage)) ?? firstStage(resolved);
  return candidates(resolved, stage.id, state, actor)
    .filter((action) => availabilityProblems(resolved, state, action, actor, at, context).length === 0 && (state === undefined || !(isDoneBy(resolved, state, action, actor.id) || isSheetDone(resolved, state, action, actor, at))))
    .map((action) => ({ type: action.type, stage: action.type === 'overrideProposed' || action.type === 'evidenceRecorded' ? (action.data.stage ?? stage.id) : stage.id, ...(action.type === 'reviewed' ? { outcome: action.data.outcome } : {}) }));
}

const NO_TALLY: PublicVoteTally = { asOf: '', votes: [], ballots: { cast: 0, counted: 0, replaced: 0, revoked: 0, void: 0 }, voters: 0, channels: { online: 0, onSite: 0, paper: 0 } };

/** One of each kind. Data that `availabilityProblems` reads are real (stage, outcome, the actor as member), the rest is left blank. */
function candidates(scheme: Scheme, stage: string, state: CaseState | undefined, actor: EventActor): TypedAction[] {
  const outcomes = findStage(scheme, stage)?.outcomes ?? [];
  const waitsForChair = state?.vote?.outcome === 'tied';
  const settings = findStage(scheme, stage);
  const threshold = settings === undefined ? undefined : thresholdOf(scheme, settings);
  const panel = panelOf(stage, state, actor);
  const waitsForLot = state?.vote?.outcome === 'tied' && state.vote.rule?.tie === 'lot';
  const openObjection = state?.objections.some(({ answer }) => answer === undefined) === true;
  return [
    { type: 'submitted', data: { answers: {}, applicant: state?.applicant ?? { id: actor.unit ?? actor.id } } },
    ...outcomes.map(({ id }): TypedAction => ({ type: 'reviewed', data: { stage, outcome: id } })),
    { type: 'meetingOpened', data: { stage, members: [] } },
    { type: 'meetingAdjourned', data: { reason: '' } },
    { type: 'memberSignedIn', data: { member: actor.id } },
    { type: 'memberRecused', data: { member: actor.id, reason: '', kind: 'declared' } },
    { type: 'votingOpened', data: {} },
    { type: 'ballotCast', data: { member: actor.id, choice: 'abstain' } },
    { type: 'ballotsCounted', data: { counts: { issued: 0, returned: 0, yes: 0, no: 0, abstain: 0, void: 0 } } },
    { type: 'votingClosed', data: waitsForChair ? { castingVote: 'yes' } : {} },
    { type: 'noticePublished', data: { notice: '', postedOn: '', until: '' } },
    { type: 'objectionRaised', data: { objection: '', text: '' } },
    ...(openObjection ? [{ type: 'objectionAnswered' as const, data: { objection: '', upheld: false, answer: '' } }] : []),
    { type: 'withdrawn', data: {} },
    ...(settings === undefined || !takesSheets(scheme, settings) ? [] : [
      { type: 'scoreSubmitted' as const, data: { stage, reviewer: actor.id, marks: [], ...(panel === undefined ? {} : { panel }) } }, { type: 'scoreWithdrawn' as const, data: { stage, reviewer: actor.id, reason: '' } },
      { type: 'scoringClosed' as const, data: { stage } }, { type: 'conflictDeclared' as const, data: { member: actor.id, ground: 'kin' as const, reason: '' } },
    ]),
    ...(settings === undefined || !isCounted(settings) ? [] : [{ type: 'publicVoteCounted' as const, data: { stage, candidate: '', tally: NO_TALLY } }]),
    // What only some schemes ask for is listed where this one does.
    ...((settings?.evidence ?? settings?.requires) === undefined ? [] : [{ type: 'evidenceRecorded' as const, data: { kind: '', on: '' } }]),
    ...(state === undefined ? [] : stageSheets(scheme, state).filter(({ record }) => record === undefined).map(({ stage: { id }, form }) => ({ type: 'evidenceRecorded' as const, data: { kind: form, on: '', stage: id, answers: {} } }))),
    ...(settings?.assignment === undefined ? [] : [{ type: 'reviewersAssigned' as const, data: { stage, reviewers: [], method: 'load' as const } }]),
    ...(threshold?.softRecusal === undefined ? [] : [{ type: 'conflictDeclared' as const, data: { member: actor.id, ground: 'kin' as const, reason: '' } }]),
    ...(waitsForLot ? [{ type: 'lotDrawn' as const, data: { seed: '', drawn: 'yes' as const } }] : []),
    ...automaticStages(scheme).map((id) => ({ type: 'overrideProposed' as const, data: { stage: id, outcome: '', reason: '' } })),
    ...(state?.end === 'approved' ? cycleCandidates(scheme) : []),
    ...(state?.proposal === undefined ? [] : [{ type: 'overrideConfirmed' as const, data: {} }, { type: 'overrideDeclined' as const, data: { reason: '' } }]),
  ];
}

/** For which group this person would score: the one that was assigned, else their own where the sheets that are in are those of a group. */
function panelOf(stage: string, state: CaseState | undefined, { unit }: EventActor): string | undefined {
  const assigned = state?.assigned?.find((item) => item.stage === stage)?.panel;
  const isGrouped = state !== undefined && scoringAt(state, stage).sheets.some(({ panel }) => panel !== undefined);
  return assigned ?? (isGrouped ? unit : undefined);
}

function automaticStages({ stages }: Scheme): string[] {
  return stages.filter(({ method }) => method === 'rule' || method === 'score').map(({ id }) => id);
}
