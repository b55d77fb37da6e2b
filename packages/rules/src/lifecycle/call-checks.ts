import type { Locale, Scheme } from '@cobuild/core';
import { resolvedScheme } from '../decision/resolved-scheme.js';
import { firstStage } from '../decision/stage-lookup.js';
import { ruleMessage } from '../locales/rule-message.js';
import { instantWords } from '../public-vote/vote-window.js';
import type { ActionContext } from './action-problems.js';
import type { Finding } from './finding.js';
import { finding, toProblem } from './finding.js';

/**
 * Whether applications are taken in now: from the opening of the call on, until its closing. Only the first submission is bound by it; what came back
 * for completion has the deadline of its stage.
 *
 * @param scheme - Parameter references resolved.
 */
export function callProblems(scheme: Scheme, at: string, { locale = 'zh-CN' }: Pick<ActionContext, 'locale'>): Finding[] {
  const { call = {} } = firstStage(scheme);
  const [opens, closes] = [timeOf(call.opensAt), timeOf(call.closesAt)];
  const now = Date.parse(at);
  if (Number.isNaN(opens) || Number.isNaN(closes)) return [finding('case/call-undecided')];
  if (opens !== undefined && now < opens) return [finding('case/call-not-open', '/at', { opensAt: instantWords(opens, locale) })];
  return closes !== undefined && now >= closes ? [finding('case/call-closed', '/at', { closesAt: instantWords(closes, locale) })] : [];
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
