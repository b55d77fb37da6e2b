import type { Locale, Scheme, SubmittedPaper } from '@cobuild/core';
import { dateInZone, formatDate } from '@cobuild/core';
import { resolvedScheme } from '../decision/resolved-scheme.js';
import { firstStage } from '../decision/stage-lookup.js';
import { ruleMessage } from '../locales/rule-message.js';
import { instantWords } from '../public-vote/vote-window.js';
import type { ActionContext } from './action-problems.js';
import type { Finding } from './finding.js';
import { finding, toProblem } from './finding.js';

/**
 * Whether applications are taken in now: from the opening of the call on, until its closing. Only the first submission is bound by it; what came back
 * for completion has the deadline of its stage. What came in on paper before the closing may be entered afterwards where the scheme says until when.
 *
 * @param scheme - Parameter references resolved.
 * @param paper - The paper that an office enters the application from.
 */
export function callProblems(scheme: Scheme, at: string, { locale = 'zh-CN' }: Pick<ActionContext, 'locale'>, paper?: SubmittedPaper): Finding[] {
  const { call = {} } = firstStage(scheme);
  const [opens, closes, paperUntil] = [timeOf(call.opensAt), timeOf(call.closesAt), timeOf(call.paperUntil)];
  const now = Date.parse(at);
  if (Number.isNaN(opens) || Number.isNaN(closes)) return [finding('case/call-undecided')];
  if (opens !== undefined && now < opens) return [finding('case/call-not-open', '/at', { opensAt: instantWords(opens, locale) })];
  if (closes === undefined || now < closes) return [];
  const closed = instantWords(closes, locale);
  if (paper === undefined || paperUntil === undefined) return [finding('case/call-closed', '/at', { closesAt: closed })];
  if (Number.isNaN(paperUntil)) return [finding('case/call-undecided')];
  if (now >= paperUntil) return [finding('case/paper-entry-closed', '/at', { paperUntil: instantWords(paperUntil, locale) })];
  const { receivedOn } = paper;
  if (receivedOn === undefined) return [finding('case/paper-day-missing', '/data/paper/receivedOn', { closesAt: closed })];
  // A paper has a day and no hour: one of the day of the closing came in time.
  return receivedOn > dateInZone(new Date(closes - 1).toISOString()) ? [finding('case/paper-late', '/data/paper/receivedOn', { receivedOn: formatDate(receivedOn, locale), closesAt: closed })] : [];
}

/**
 * What an office that enters paper applications reads once the call has closed: until when it may, and what it has to write down.
 *
 * @param at - Instant, `2026-04-02T09:00:00+08:00`.
 * @returns `undefined` while the call is open, and where nothing is entered any more.
 * @example paperNotice(scheme, '2026-04-02T09:00:00+08:00') // '申报已于2026年4月1日 00:00截止。在截止前收到的纸质申报可以补录到2026年4月8日 00:00，须填写扫描件和收件日期。'
 */
export function paperNotice(scheme: Scheme, at: string, locale: Locale = 'zh-CN'): string | undefined {
  const { call = {} } = firstStage(resolvedScheme(scheme));
  const [closes = NaN, paperUntil = NaN, now] = [timeOf(call.closesAt), timeOf(call.paperUntil), Date.parse(at)];
  return now >= closes && now < paperUntil ? ruleMessage('explain/call-paper', { closesAt: instantWords(closes, locale), paperUntil: instantWords(paperUntil, locale) }, locale) : undefined;
}

/** How a call stands, as somebody reads it who is about to apply. */
export interface CallNotice {
  readonly state: 'notOpen' | 'open' | 'closed' | 'undecided';
  /** Whether applications are taken in, with the time by the clock of Asia/Shanghai, and what can be done where they are not. */
  readonly text: string;
}

/**
 * What the call says to applicants before they begin: when it opens, until when it is open, or that it is over.
 *
 * @param at - Instant, `2026-03-01T09:00:00+08:00`.
 * @returns `undefined` where the scheme sets no time that is still to come or has passed: applications are taken in all year.
 * @example callNotice(scheme, '2026-03-02T09:00:00+08:00')?.text // '正在受理申报，2026年4月1日 00:00截止。'
 */
export function callNotice(scheme: Scheme, at: string, locale: Locale = 'zh-CN'): CallNotice | undefined {
  const resolved = resolvedScheme(scheme);
  const [refusal] = callProblems(resolved, at, { locale });
  if (refusal !== undefined) {
    const { message, remedy } = toProblem(refusal, locale);
    const state = refusal.code === 'case/call-not-open' ? 'notOpen' : refusal.code === 'case/call-closed' ? 'closed' : 'undecided';
    return { state, text: [message, remedy].filter(Boolean).join(locale === 'en' ? ' ' : '') };
  }
  const closes = timeOf(firstStage(resolved).call?.closesAt);
  return closes === undefined ? undefined : { state: 'open', text: ruleMessage('explain/call-open', { closesAt: instantWords(closes, locale) }, locale) };
}

/** Milliseconds; not a number where nobody has decided. */
const timeOf = (value: unknown): number | undefined => (value === undefined ? undefined : typeof value === 'string' ? Date.parse(value) : NaN);
