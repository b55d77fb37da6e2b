import type { CaseEvent } from '@cobuild/core';
import type { CaseAction } from '../results.js';
import { anyObject, count, day, flag, id, instant, listOf, name, number, objectOf, oneOf, text, yes } from './shape.js';
import type { Shape } from './shape.js';

/** Type and data of an event of the log, with the data typed by the type. */
export type TypedAction = { [Type in CaseEvent['type']]: { readonly type: Type; readonly data: Extract<CaseEvent, { type: Type }>['data'] } }[CaseEvent['type']];

const ground = oneOf('sameUnit', 'sameTown', 'superior', 'kin', 'tookPart', 'personalStake');
const person = objectOf({ id: name }, { name: text, part: text });
const applicant = objectOf({ id: name }, { name: text, level: text, unit: text, town: text, persons: listOf(person) });
const relation = objectOf({ ground, to: name }, { note: text });
const member = objectOf({ id: name }, { name: text, unit: text, town: text, relations: listOf(relation) });
const counts = objectOf({ issued: count, returned: count, yes: count, no: count, abstain: count, void: count }, { tellers: listOf(text) });
const mark = objectOf({ criterion: id }, { mark: number, notApplicable: yes, comment: text });
const tally = objectOf({
  asOf: instant, votes: listOf(objectOf({ candidate: id, votes: count })), ballots: objectOf({ cast: count, counted: count, replaced: count, revoked: count, void: count }), voters: count,
  channels: objectOf({ online: count, onSite: count, paper: count }),
});
/** How many and how long they may be is told by name, see `remarkProblems`. */
const remark = objectOf({ pointer: text, text });
const actor = objectOf({ id: text, role: text }, { name: text, unit: text, town: text });

/** The data of each event as `event.schema.json` has it, in a form that needs no validator. A test holds the two together. */
const DATA: Readonly<Record<CaseEvent['type'], Shape>> = {
  submitted: objectOf({ answers: anyObject, applicant }, { idempotencyKey: text, paper: objectOf({ scan: name }, { receivedOn: day }), facts: anyObject, batch: anyObject, fund: anyObject, history: anyObject }),
  reviewed: objectOf({ stage: text, outcome: text }, { reason: text, reasons: listOf(text), answers: anyObject, remarks: listOf(remark) }),
  meetingOpened: objectOf({ stage: text, members: listOf(member) }, { round: count }),
  meetingAdjourned: objectOf({ reason: text }, { resumesOn: day }),
  memberSignedIn: objectOf({ member: text }),
  memberRecused: objectOf({ member: text, reason: text, kind: oneOf('automatic', 'declared') }, { ground }),
  conflictDeclared: objectOf({ member: text, ground, reason: text }),
  votingOpened: objectOf({}),
  ballotCast: objectOf({ member: text, choice: oneOf('yes', 'no', 'abstain', 'void') }),
  ballotsCounted: objectOf({ counts }),
  votingClosed: objectOf({}, { castingVote: oneOf('yes', 'no') }),
  lotDrawn: objectOf({ seed: name, drawn: oneOf('yes', 'no') }),
  evidenceRecorded: objectOf({ kind: text, on: day }, { text, participants: listOf(text), files: listOf(text), stage: text, answers: anyObject }),
  reviewersAssigned: objectOf({ stage: text, reviewers: listOf(text), method: oneOf('rule', 'load', 'lot') }, { seed: text, panel: text, reason: text, people: listOf(member) }),
  overrideProposed: objectOf({ outcome: text, reason: text }, { stage: text }),
  overrideConfirmed: objectOf({}),
  overrideDeclined: objectOf({ reason: text }),
  noticePublished: objectOf({ notice: text, postedOn: day, until: day }, { provisional: flag, calendarVersion: text, contentHash: text }),
  objectionRaised: objectOf({ objection: text, text }, { contact: text }),
  objectionAnswered: objectOf({ objection: text, upheld: flag, answer: text }),
  withdrawn: objectOf({}, { reason: text }),
  deadlineReminded: objectOf({ stage: text, reminder: text, to: text, dueAt: instant }),
  deadlineEscalated: objectOf({ stage: text, escalation: text, to: text, dueAt: instant }),
  deadlinePassed: objectOf({ stage: text, outcome: text, dueAt: instant }, { reason: text }),
  scoreSubmitted: objectOf({ stage: text, reviewer: name, marks: listOf(mark, 200) }, { name: text, unit: text, town: text, panel: text, comment: text, deviationReason: text }),
  scoreWithdrawn: objectOf({ stage: text, reviewer: name, reason: text }),
  scoringClosed: objectOf({ stage: text }),
  cycleDutyDone: objectOf({ cycle: text, duty: text }, { text }),
  cycleRenewed: objectOf({ cycle: text }, { text }),
  cycleWithdrawn: objectOf({ cycle: text, reason: text }, { text }),
  cycleDutyReminded: objectOf({ cycle: text, duty: text, reminder: text, to: text, dueAt: instant }),
  cycleDutyEscalated: objectOf({ cycle: text, duty: text, escalation: text, to: text, dueAt: instant }),
  publicVoteCounted: objectOf({ stage: text, candidate: id, tally }, { jury: listOf(objectOf({ candidate: id, mark: number })), seed: name }),
};

const EVENT = objectOf({ id: name, caseId: name, sequence: count, type: text, at: text, actor, schemeHash: text, previousHash: text, hash: text, data: anyObject });

/** The action with typed data, or the pointer of its first defect. */
export function readAction(action: CaseAction): { readonly action: TypedAction } | { readonly defect: string } {
  if (!Object.prototype.hasOwnProperty.call(DATA, action.type)) return { defect: '/type' };
  const defect = DATA[action.type](action.data);
  return defect === undefined ? { action: action as unknown as TypedAction } : { defect: `/data${defect}` };
}

/** Pointer of the first defect of an event that came from a store, or `undefined`. */
export function eventDefect(event: unknown): string | undefined {
  const defect = EVENT(event);
  if (defect !== undefined) return defect;
  const read = readAction(event as CaseAction);
  return 'defect' in read ? read.defect : undefined;
}
