import type { Case, CaseEvent, EventActor, Problem, Scheme } from '@cobuild/core';
import { CanonicalJsonError } from '@cobuild/core';
import { resolvedScheme } from '../decision/resolved-scheme.js';
import type { CaseAction, CaseState } from '../results.js';
import type { ActionContext } from './action-problems.js';
import { actionProblems } from './action-problems.js';
import { applyEvent } from './apply-event.js';
import { eventHash } from './event-chain.js';
import { finding, toProblem } from './finding.js';
import { noticeDates } from './notice-checks.js';

export interface AppendContext extends ActionContext {
  /** Id of the case that a first submission begins; later events have it from the state. */
  readonly caseId: string;
  /** What the host knows of a case that is submitted: its host facts, batch, fund and history. Kept in the log; what an applicant sends under these names is left out. */
  readonly known?: Pick<Case, 'facts' | 'batch' | 'fund' | 'history'>;
}

export type AppendOutcome = { readonly event: CaseEvent; readonly state: CaseState } | { readonly problems: readonly Problem[] };

/**
 * Makes the next event of a log and the state after it, or says why it may not happen. Pure: the host stores the event, under its sequence number,
 * before it uses the state. A notice gets its calendar's version and, where the list of a year is not out, its provisional mark.
 *
 * @param id - Id of the new event.
 * @example
 * const done = appendEvent(scheme, state, { type: 'memberSignedIn', data: { member: 'm7' } }, actor, now, newId, context);
 * if ('event' in done) await store.append(caseId, [done.event]);
 */
export function appendEvent(scheme: Scheme, state: CaseState | undefined, action: CaseAction, actor: EventActor, at: string, id: string, context: AppendContext): AppendOutcome {
  const problems = actionProblems(scheme, state, action, actor, at, context);
  if (problems.length > 0) return { problems };
  try {
    const event = makeEvent(scheme, state, action, actor, at, id, context);
    return { event, state: applyEvent(resolvedScheme(scheme), state, event, context.operators) };
  } catch (error) {
    // Answers may hold what JSON cannot say, or be nested too deep: the event could not be stored as it was hashed.
    if (error instanceof CanonicalJsonError) return { problems: [toProblem(finding('case/malformed-action', error.pointer, { detail: error.message }), context.locale ?? 'zh-CN')] };
    throw error;
  }
}

function makeEvent(scheme: Scheme, state: CaseState | undefined, action: CaseAction, actor: EventActor, at: string, id: string, context: AppendContext): CaseEvent {
  const data = action.type === 'noticePublished' ? datedNotice(scheme, action.data, context) : action.type === 'submitted' ? submission(action.data, context) : action.data;
  const event = {
    id, caseId: state?.id ?? context.caseId, sequence: (state?.sequence ?? 0) + 1, type: action.type, at, actor,
    schemeHash: context.schemeHash, previousHash: state?.lastHash ?? '', data,
  } as unknown as Omit<CaseEvent, 'hash'>;
  return { ...event, hash: eventHash(event) } as CaseEvent;
}

const KNOWN: readonly string[] = ['facts', 'batch', 'fund', 'history'];

function submission(data: CaseAction['data'], { known = {} }: AppendContext): CaseAction['data'] {
  return { ...Object.fromEntries(Object.entries(data).filter(([key]) => !KNOWN.includes(key))), ...known };
}

function datedNotice(scheme: Scheme, data: CaseAction['data'], { calendar }: AppendContext): CaseAction['data'] {
  const end = noticeDates(scheme, String(data['notice']), String(data['postedOn']), calendar);
  return { ...data, provisional: end?.provisional ?? false, calendarVersion: calendar.version };
}
