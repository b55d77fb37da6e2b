import type { Scheme } from '@cobuild/core';
import { firstStage } from '../decision/stage-lookup.js';
import { instantWords } from '../public-vote/vote-window.js';
import type { ActionContext } from './action-problems.js';
import type { Finding } from './finding.js';
import { finding } from './finding.js';

/**
 * Whether applications are taken in now: from the opening of the call on, until its closing. Only the first submission is bound by it; what came back
 * for completion has the deadline of its stage.
 *
 * @param scheme - Parameter references resolved.
 */
export function callProblems(scheme: Scheme, at: string, { locale = 'zh-CN' }: ActionContext): Finding[] {
  const { call = {} } = firstStage(scheme);
  const [opens, closes] = [timeOf(call.opensAt), timeOf(call.closesAt)];
  const now = Date.parse(at);
  if (Number.isNaN(opens) || Number.isNaN(closes)) return [finding('case/call-undecided')];
  if (opens !== undefined && now < opens) return [finding('case/call-not-open', '/at', { opensAt: instantWords(opens, locale) })];
  return closes !== undefined && now >= closes ? [finding('case/call-closed', '/at', { closesAt: instantWords(closes, locale) })] : [];
}

/** Milliseconds; not a number where nobody has decided. */
const timeOf = (value: unknown): number | undefined => (value === undefined ? undefined : typeof value === 'string' ? Date.parse(value) : NaN);
