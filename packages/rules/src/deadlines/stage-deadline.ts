import type { Calendar, LimitEnd, LimitLength, OfficeHours, Scheme, Stage } from '@cobuild/core';
import { areOfficeHours, limitEnd } from '@cobuild/core';
import { resolvedScheme } from '../decision/resolved-scheme.js';
import { findStage } from '../decision/stage-lookup.js';
import type { CaseState } from '../results.js';

/** Until when the stage that a case waits at has to be settled. */
export interface StageDeadline extends LimitEnd {
  readonly stage: string;
  /** When it began: the case came to the stage. */
  readonly since: string;
  readonly limit: LimitLength;
}

/** A time limit that is decided; `undefined` for a hole. */
export function readLimit(limit: Stage['deadline']): LimitLength | undefined {
  return typeof limit === 'object' && 'amount' in limit ? limit : undefined;
}

/** The office hours of a scheme, its parameters resolved; `undefined` where it has none that can be read. */
export function officeHoursOf({ calendar }: Scheme): OfficeHours | undefined {
  const hours = calendar?.officeHours;
  return Array.isArray(hours) && areOfficeHours(hours) ? hours : undefined;
}

/**
 * The deadline of the stage that a case waits at, by the calendar handed in; `undefined` where the case has ended, or the stage has no time or it is not decided.
 *
 * @param scheme - Parameters may stand in it anywhere.
 * @example stageDeadline(scheme, state, chinaCalendar)?.at // '2026-03-11T00:00:00+08:00': from then on it is late
 */
export function stageDeadline(scheme: Scheme, state: Pick<CaseState, 'stage' | 'stageSince' | 'submittedAt' | 'status'>, calendar: Calendar): StageDeadline | undefined {
  if (state.status === 'ended') return undefined;
  const resolved = resolvedScheme(scheme);
  const since = state.stageSince ?? state.submittedAt;
  const limit = readLimit(findStage(resolved, state.stage)?.deadline);
  const end = limit === undefined ? undefined : limitFrom(limit, (length, hours) => limitEnd(calendar, since, length, hours), officeHoursOf(resolved));
  return limit === undefined || end === undefined ? undefined : { ...end, stage: state.stage, since, limit };
}

/** Counts a limit, unless it is in working hours and nobody has said which those are. */
export function limitFrom<End>(limit: LimitLength, count: (limit: LimitLength, hours: OfficeHours | undefined) => End, hours: OfficeHours | undefined): End | undefined {
  return limit.unit === 'workingHour' && hours === undefined ? undefined : count(limit, hours);
}
