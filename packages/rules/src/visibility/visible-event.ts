import type { CaseEvent } from '@cobuild/core';
import { HIDDEN } from '@cobuild/core';
import type { VisibleParts } from './visible-parts.js';

/** Stages to which the events of a log belong, as it goes on: only some events name theirs. */
export interface LogPlace { readonly meeting: string; readonly scoring: string; readonly notice: string }

export const firstPlace: LogPlace = { meeting: '', scoring: '', notice: '' };

export function placeAfter(place: LogPlace, event: CaseEvent, { scheme }: Pick<VisibleParts, 'scheme'>): LogPlace {
  if (event.type === 'meetingOpened') return { ...place, meeting: event.data.stage };
  if (event.type === 'scoreSubmitted' || event.type === 'reviewersAssigned') return { ...place, scoring: event.data.stage };
  if (event.type === 'noticePublished') return { ...place, notice: scheme.stages.find(({ notice }) => notice === event.data.notice)?.id ?? '' };
  return place;
}

/** An event as the viewer may read it; hashes are the caller's. What is not named here for a viewer is left out. */
export function visibleEvent(event: CaseEvent, place: LogPlace, parts: VisibleParts): CaseEvent {
  const data = dataOf(event, place, parts);
  return { ...event, actor: actorOf(event, place, parts), data } as CaseEvent;
}

function actorOf(event: CaseEvent, place: LogPlace, parts: VisibleParts): CaseEvent['actor'] {
  const shown = parts.actor(event.actor);
  const hidden = { id: HIDDEN, role: event.actor.role };
  // Who cast a ballot or scored is told by the actor as well as by the data.
  if (event.type === 'ballotCast' && !(parts.isOpenVote(place.meeting) && parts.seesInside(place.meeting))) return hidden;
  if (event.type === 'memberSignedIn' || event.type === 'memberRecused' || event.type === 'conflictDeclared') return seesMember(event, place, parts) ? shown : hidden;
  if (event.type === 'scoreSubmitted' || event.type === 'scoreWithdrawn') return parts.seesReviewer(event.data.stage, event.data.reviewer) ? shown : hidden;
  return shown;
}

function seesMember(event: Extract<CaseEvent, { type: 'memberSignedIn' | 'memberRecused' | 'conflictDeclared' }>, { meeting, scoring }: LogPlace, parts: VisibleParts): boolean {
  const { member } = event.data;
  if (parts.sight.side === 'office' && member === parts.sight.id) return true;
  // A conflict may be a reviewer's: then it is told to whoever may know the reviewers.
  return event.type === 'conflictDeclared' ? parts.sight.oversees || (parts.seesInside(meeting) && parts.state.meeting?.members.some(({ id }) => id === member) === true) || parts.seesReviewer(scoring, member) : parts.seesInside(meeting);
}

function dataOf(event: CaseEvent, place: LogPlace, parts: VisibleParts): CaseEvent['data'] {
  const { sight, state } = parts;
  const isOffice = sight.side === 'office';
  switch (event.type) {
    case 'submitted': {
      const { answers, applicant, facts: _facts, batch: _batch, fund: _fund, history: _history, ...rest } = event.data;
      if (sight.side === 'public') return { answers: {}, applicant: { id: HIDDEN } };
      const later = state.reviews.find(({ at, answers: given }) => at === event.at && given !== undefined);
      const isApplication = state.submissions.some(({ at }) => at === event.at);
      const seen = isApplication ? parts.application(answers) : later === undefined ? parts.application({}) : parts.stageAnswers(later.stage, answers);
      return { ...(isOffice ? event.data : sight.side === 'told' ? {} : rest), applicant, answers: seen };
    }
    case 'reviewed': {
      const { by: _by, ...review } = parts.review(event.data);
      return review;
    }
    case 'meetingOpened': return parts.seesInside(event.data.stage) ? event.data : { ...event.data, members: [] };
    case 'memberSignedIn': return seesMember(event, place, parts) ? event.data : { member: HIDDEN };
    case 'memberRecused': return seesMember(event, place, parts) ? event.data : { member: HIDDEN, reason: HIDDEN, kind: event.data.kind };
    case 'conflictDeclared': return seesMember(event, place, parts) ? event.data : { member: HIDDEN, reason: HIDDEN, ground: 'personalStake' };
    // A void ballot says as little as any other.
    case 'ballotCast': return parts.isOpenVote(place.meeting) && parts.seesInside(place.meeting) ? event.data : { member: HIDDEN, choice: 'void' };
    case 'ballotsCounted': return parts.seesInside(place.meeting) ? event.data : { counts: { issued: 0, returned: 0, yes: 0, no: 0, abstain: 0, void: 0 } };
    case 'votingClosed': return parts.seesInside(place.meeting) ? event.data : {};
    case 'evidenceRecorded': {
      const { kind, on, stage, answers } = event.data;
      if (!isOffice) return { kind, on, ...(stage === undefined ? {} : { stage }) };
      return answers === undefined ? event.data : { ...event.data, answers: parts.stageAnswers(stage ?? place.meeting, answers) };
    }
    case 'reviewersAssigned': {
      const { stage, reviewers, method } = event.data;
      const seen = reviewers.map((id) => (parts.seesReviewer(stage, id) ? id : HIDDEN));
      // The seed of a lot and the list of those it was drawn from say who was drawn.
      return seen.includes(HIDDEN) ? { stage, reviewers: seen, method } : event.data;
    }
    case 'scoreSubmitted': {
      const { stage, reviewer, name } = event.data;
      if (parts.sheetsAt(stage).some((sheet) => sheet.reviewer === reviewer && sheet.submittedAt === event.at)) return event.data;
      if (isOffice && sight.id === reviewer) return event.data;
      return parts.seesReviewer(stage, reviewer) ? { stage, reviewer, ...(name === undefined ? {} : { name }), marks: [] } : { stage, reviewer: HIDDEN, marks: [] };
    }
    case 'scoreWithdrawn': return parts.seesReviewer(event.data.stage, event.data.reviewer) ? event.data : { stage: event.data.stage, reviewer: HIDDEN, reason: HIDDEN };
    case 'publicVoteCounted': {
      const { jury: _jury, seed: _seed, ...counted } = event.data;
      return parts.seesInside(event.data.stage) ? event.data : counted;
    }
    // Why a meeting broke off may tell who was absent.
    case 'meetingAdjourned': return parts.seesInside(place.meeting) ? event.data : { reason: HIDDEN };
    case 'overrideProposed': return isOffice ? event.data : { outcome: event.data.outcome, reason: HIDDEN };
    case 'overrideDeclined': return isOffice ? event.data : { reason: HIDDEN };
    // Whom an office reminds or calls upon is its own affair.
    case 'deadlineReminded':
    case 'cycleDutyReminded': return isOffice || event.data.to === sight.role ? event.data : { ...event.data, reminder: HIDDEN, to: HIDDEN };
    case 'deadlineEscalated':
    case 'cycleDutyEscalated': return isOffice || event.data.to === sight.role ? event.data : { ...event.data, escalation: HIDDEN, to: HIDDEN };
    // Who objected is for the office that verifies.
    case 'objectionRaised': return isOffice && (sight.oversees || parts.seesInside(place.notice)) ? event.data : { objection: event.data.objection, text: event.data.text };
    // What an office writes of it beside the reason is told to those concerned.
    case 'cycleWithdrawn': return sight.side === 'public' ? { cycle: event.data.cycle, reason: event.data.reason } : event.data;
    case 'cycleRenewed': return sight.side === 'public' ? { cycle: event.data.cycle } : event.data;
    case 'cycleDutyDone': return sight.side === 'public' ? { cycle: event.data.cycle, duty: event.data.duty } : event.data;
    case 'withdrawn': case 'deadlinePassed': case 'overrideConfirmed': case 'votingOpened': case 'scoringClosed': case 'lotDrawn': case 'noticePublished': case 'objectionAnswered': return event.data;
  }
}
