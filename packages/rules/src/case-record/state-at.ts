import type { CaseEvent, Problem, Scheme } from '@cobuild/core';
import { dateInZone, isDate } from '@cobuild/core';
import type { EligibilityOptions } from '../eligibility/check-eligibility.js';
import { replayCase } from '../lifecycle/replay-case.js';
import type { CaseState } from '../results.js';

/**
 * A case as it stood at the end of a day on the calendar of the district, or at an instant: what was done later is not known there.
 *
 * @param when - `2026-03-05`: with all that was done on that day; or an ISO 8601 instant with offset: with what was done until then.
 * @returns No state where the case was not submitted yet. Problems as those of `replayCase`: a log that is broken later may be whole until then, so they are told all the same.
 * @throws {RangeError} when `when` is neither.
 * @example stateAt(scheme, events, '2026-03-05').state?.stage // 'preliminary'
 */
export function stateAt(scheme: Scheme, events: readonly CaseEvent[], when: string, options: EligibilityOptions = {}): { readonly state?: CaseState; readonly problems: readonly Problem[] } {
  const isLater = laterThan(when);
  const { states, problems } = replayCase(scheme, events, options);
  const until = states.filter(({ history }) => !isLater(history[history.length - 1]?.at ?? ''));
  const state = until[until.length - 1];
  return { ...(state === undefined ? {} : { state }), problems };
}

function laterThan(when: string): (at: string) => boolean {
  if (isDate(when)) return (at) => dateInZone(at) > when;
  const instant = /T.*(?:Z|[+-]\d\d:\d\d)$/.test(when) ? Date.parse(when) : NaN;
  if (Number.isNaN(instant)) throw new RangeError(`Neither a date (YYYY-MM-DD) nor an instant with offset: ${JSON.stringify(when)}`);
  return (at) => Date.parse(at) > instant;
}
