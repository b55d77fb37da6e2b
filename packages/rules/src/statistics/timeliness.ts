import type { Calendar, Scheme } from '@cobuild/core';
import { stageDeadline } from '../deadlines/index.js';
import { replayCase } from '../lifecycle/index.js';
import type { CaseState } from '../results.js';
import type { Timeliness } from './statistics-types.js';

/**
 * Whether a case was settled in time at every stage that has a time limit, and is not late where it waits. `undefined` where no stage that it came to has one.
 *
 * @param state - The whole of it, with its log.
 * @param now - ISO 8601; a stage that is settled at the last instant of its limit is in time.
 * @example timelinessOf(scheme, state, '2026-03-20T09:00:00+08:00', chinaCalendar) // 'late'
 */
export function timelinessOf(scheme: Scheme, state: CaseState, now: string, calendar: Calendar): Timeliness | undefined {
  const { states } = replayCase(scheme, state.history);
  const limits = states.flatMap((each, index) => {
    const next = states[index + 1];
    const stays = next?.status === 'open' && next.stage === each.stage && next.stageSince === each.stageSince;
    const due = stays ? undefined : stageDeadline(scheme, each, calendar);
    const settled = next === undefined ? now : (next.history[next.history.length - 1]?.at ?? now);
    return due === undefined ? [] : [Date.parse(settled) >= Date.parse(due.at)];
  });
  return limits.length === 0 ? undefined : limits.includes(true) ? 'late' : 'inTime';
}
