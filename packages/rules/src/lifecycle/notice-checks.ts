import type { Calendar, ObjectionTerms, PeriodEnd, Scheme } from '@cobuild/core';
import { dateInZone, periodEnd } from '@cobuild/core';
import { noticeHash } from '../publicity/notice-content.js';
import { noticeNumbers } from '../publicity/notice-numbers.js';
import { resolvedScheme } from '../decision/resolved-scheme.js';
import { findStage } from '../decision/stage-lookup.js';
import type { CaseState, NoticeState, ObjectionState } from '../results.js';
import type { ActionContext } from './action-problems.js';
import type { TypedAction } from './event-shapes.js';
import type { Finding } from './finding.js';
import { finding } from './finding.js';
import { stageTitle } from './order-checks.js';

type Published = Extract<TypedAction, { type: 'noticePublished' }>;

/**
 * The last day of a notice that is posted on a day, ready for the data of `noticePublished`.
 *
 * @returns `undefined` where the scheme has no such notice or leaves its period open.
 * @example noticeDates(scheme, 'approval', '2026-02-12', chinaCalendar)?.date // '2026-02-26' for 5 working days
 */
export function noticeDates(scheme: Scheme, noticeId: string, postedOn: string, calendar: Calendar): PeriodEnd | undefined {
  const period = resolvedScheme(scheme).publicity?.notices.find(({ id }) => id === noticeId)?.period;
  if (typeof period !== 'object' || 'parameter' in period) return undefined;
  try {
    return periodEnd(calendar, postedOn, period);
  } catch (error) {
    // No date, or a parameter's value that is no period.
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

/** The day until which a posted notice runs. A provisional date is computed again, and never becomes earlier than what was printed. */
export function noticeEnd(scheme: Scheme, { notice, postedOn, until, provisional }: NoticeState, calendar: Calendar): string {
  const again = provisional ? noticeDates(scheme, notice, postedOn, calendar)?.date : undefined;
  return again !== undefined && again > until ? again : until;
}

/** The notice that was posted at the present stage; where one disclosure follows another, that of the stage before is none. */
export function postedNotice(scheme: Scheme, { notice, stage }: CaseState): NoticeState | undefined {
  return notice !== undefined && findStage(scheme, stage)?.notice === notice.notice ? notice : undefined;
}

/** Whether a notice is the one of the stage, is posted today or was since the case came here (a corrected one: since the last event), and ends on the right day. */
export function noticeProblems(scheme: Scheme, state: CaseState, { data }: Published, at: string, { calendar, locale = 'zh-CN' }: ActionContext): Finding[] {
  const stage = findStage(scheme, state.stage);
  const known = scheme.publicity?.notices.some(({ id }) => id === data.notice) === true && stage?.notice === data.notice;
  if (!known) return [finding('case/unknown-notice', '/data/notice', { notice: data.notice, stage: stage ? stageTitle(stage, locale) : state.stage })];
  const numbers = noticeNumbers(scheme, data.notice, state.answers, locale);
  if (numbers.length > 0) return numbers.map(({ pointer, label, kinds, excerpts }) => finding('case/notice-personal-data', '/data/notice', { answer: pointer, label, kinds, excerpts }));
  const end = noticeDates(scheme, data.notice, data.postedOn, calendar);
  if (end === undefined) return [finding('case/notice-period-undecided', '/data/until')];
  // A corrected notice begins its period anew: it is dated no earlier than what it answers.
  const since = postedNotice(scheme, state) === undefined ? state.stageSince : state.history[state.history.length - 1]?.at;
  const from = dateInZone(since ?? at);
  const to = dateInZone(at);
  return [
    ...(data.postedOn < from || data.postedOn > to ? [finding('case/notice-posted-on', '/data/postedOn', { postedOn: data.postedOn, from, to })] : []),
    ...(isAsShown(scheme, state, data) ? [] : [finding('case/notice-content-differs', '/data/contentHash')]),
    ...(data.until === end.date ? [] : [finding('case/notice-until-wrong', '/data/until', { expected: end.date, until: data.until })]),
  ];
}

/** What is posted is what the person saw: the hash that was sent, where one was, is that of the notice as it is made here. */
function isAsShown(scheme: Scheme, { id, answers }: CaseState, { notice: wanted, postedOn, until, contentHash }: Published['data']): boolean {
  const notice = scheme.publicity?.notices.find((each) => each.id === wanted);
  return contentHash === undefined || (notice !== undefined && noticeHash(scheme, notice, { caseId: id, answers, postedOn, until }) === contentHash);
}

/** Objections have a text and a number of their own, and a name where the notice asks for one; an answer belongs to one that is open. */
export function objectionProblems(scheme: Scheme, state: CaseState, action: Extract<TypedAction, { type: 'objectionRaised' | 'objectionAnswered' }>): Finding[] {
  const { objection } = action.data;
  const existing = state.objections.find(({ id }) => id === objection);
  const words = action.type === 'objectionRaised' ? action.data.text : action.data.answer;
  const blank = words.trim() === '' ? [finding('case/text-missing', action.type === 'objectionRaised' ? '/data/text' : '/data/answer')] : [];
  if (action.type === 'objectionRaised') {
    const nameless = termsOf(scheme, state)?.objector === 'named' && (action.data.contact ?? '').trim() === '' ? [finding('case/objector-missing', '/data/contact')] : [];
    return existing === undefined ? [...blank, ...nameless] : [finding('case/duplicate-objection', '/data/objection', { objection })];
  }
  if (existing === undefined) return [finding('case/unknown-objection', '/data/objection', { objection })];
  return existing.answer === undefined ? blank : [finding('case/objection-settled', '/data/objection', { objection })];
}

/** How objections to the notice that was posted are taken in and answered. */
function termsOf(scheme: Scheme, { notice }: Pick<CaseState, 'notice'>): ObjectionTerms | undefined {
  return scheme.publicity?.notices.find(({ id }) => id === notice?.notice)?.objections;
}

/**
 * The day by which the office has to answer an objection.
 *
 * @returns `undefined` where the notice names none, or leaves it open.
 * @example objectionDue(scheme, state, state.objections[0], chinaCalendar)?.date // '2026-03-12'
 */
export function objectionDue(scheme: Scheme, state: Pick<CaseState, 'notice'>, { raisedAt }: Pick<ObjectionState, 'raisedAt'>, calendar: Calendar): PeriodEnd | undefined {
  const within = termsOf(resolvedScheme(scheme), state)?.answerWithin;
  return typeof within === 'object' && !('parameter' in within) ? periodEnd(calendar, dateInZone(raisedAt), within) : undefined;
}
