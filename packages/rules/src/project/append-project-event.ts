import type { EventActor, Locale, Problem, Scheme } from '@cobuild/core';
import { CanonicalJsonError, dateInZone, hashDocument } from '@cobuild/core';
import { amendAgreement } from '../contracts/index.js';
import { ruleProblem } from '../locales/rule-message.js';
import { applyProjectEvent } from './apply-project-event.js';
import { changeRoute, projectActorFault } from './project-actors.js';
import type { ProjectContext } from './project-checks.js';
import { projectFaults } from './project-checks.js';
import type { ProjectFault } from './project-fault.js';
import { fault } from './project-fault.js';
import type { FundedProject, PostHolding, ProjectAction, ProjectEvent, ProjectOpening, ProjectOutcome } from './project-types.js';

/** What appending needs to know. */
export interface ProjectActionContext extends ProjectContext {
  /** Sequence of the last event that whoever acts has seen; of two who saw the same the second is refused. Default: the last one. */
  readonly expectedSequence?: number;
  readonly locale?: Locale;
}

/** An approved project at its beginning: a contract drawn up, nothing paid. */
export function openProject(opening: ProjectOpening): FundedProject {
  const holdings = (opening.holders ?? []).map(({ post, holder }, index): PostHolding => ({ id: `holding-${index + 1}`, post, holder }));
  return { ...opening, opening, account: [], reports: [], findings: [], openChanges: [], ...(holdings.length === 0 ? {} : { holdings }), sequence: 0, lastHash: hashDocument(opening), history: [] };
}

/**
 * What stands in the way of an action; empty where it may be done. Pages ask before they offer it, servers before they do it.
 *
 * @param at - Now, ISO 8601 with offset. @returns Document `action`, pointers into its data.
 */
export function projectProblems(scheme: Scheme, project: FundedProject, action: ProjectAction, actor: EventActor, at: string, context: ProjectActionContext): readonly Problem[] {
  const { locale = 'zh-CN', expectedSequence = project.sequence, validateAnswers } = context;
  const told = ({ code, pointer, params }: ProjectFault): Problem => ruleProblem(code, { document: 'action', pointer: pointer === '' ? '' : `/data${pointer}`, params, locale });
  if (expectedSequence !== project.sequence) return [told(fault('project/changed-meanwhile'))];
  const forbidden = projectActorFault(scheme, project, action, actor, locale);
  if (forbidden !== undefined) return [told(forbidden)];
  const faults = projectFaults(scheme, project, action, dateInZone(at), context);
  if (faults.length > 0) return faults.map(told);
  if (action.type === 'changeDecided') return decisionProblems(scheme, project, action.data, actor, at);
  const form = action.type === 'reportSubmitted' ? scheme.supervision?.reports?.find(({ id }) => id === action.data.duty)?.form : undefined;
  return action.type === 'reportSubmitted' && form !== undefined && validateAnswers !== undefined ? validateAnswers(form, action.data.answers) : [];
}

/** What the contract has to say against a decision, such as a budget below the award. */
function decisionProblems(scheme: Scheme, project: FundedProject, { change, granted }: Extract<ProjectAction, { type: 'changeDecided' }>['data'], actor: EventActor, at: string): readonly Problem[] {
  const open = project.openChanges.find(({ request }) => request.id === change);
  if (open === undefined) return [];
  const decided = amendAgreement(project.agreement, open.request, changeRoute(scheme, project, open.request), { granted, by: actor.id, role: actor.role, on: dateInZone(at) }, undefined, scheme);
  return decided.ok ? [] : decided.problems;
}

/**
 * Makes the next event of the log of a project and the project after it, or says why it may not happen. Pure: the host stores the event before it uses the project.
 *
 * @example
 * const done = appendProjectEvent(scheme, project, { type: 'tranchePaid', data: { tranche: 'signing', amount: 36000, on: '2026-04-02', voucher: '拨-1' } }, clerk, now, { calendar });
 * if ('event' in done) await store.append(project.id, done.event);
 */
export function appendProjectEvent(scheme: Scheme, project: FundedProject, action: ProjectAction, actor: EventActor, at: string, context: ProjectActionContext): ProjectOutcome {
  const problems = projectProblems(scheme, project, action, actor, at, context);
  if (problems.length > 0) return { problems };
  try {
    const event = { ...action, sequence: project.sequence + 1, at, actor, schemeHash: project.schemeHash, previousHash: project.lastHash };
    const made = { ...event, hash: hashDocument(event) } as ProjectEvent;
    return { event: made, project: applyProjectEvent(scheme, project, made) };
  } catch (error) {
    if (error instanceof CanonicalJsonError) return { problems: [ruleProblem('project/malformed', { document: 'action', pointer: error.pointer, params: { detail: error.message } })] };
    throw error;
  }
}

/**
 * Reads the log of a project again. Each event is checked as a link of the chain; the project stops before the first that is bad.
 *
 * @returns The project, and what is wrong: document `events`, pointer `/<index>`; empty for a log that is whole.
 */
export function foldProject(scheme: Scheme, opening: ProjectOpening, events: readonly ProjectEvent[]): { readonly project: FundedProject; readonly problems: readonly Problem[] } {
  let project = openProject(opening);
  for (const [index, event] of events.entries()) {
    const { hash, ...rest } = event;
    if (event.sequence !== index + 1 || event.previousHash !== project.lastHash || hashDocument(rest) !== hash) {
      return { project, problems: [ruleProblem('project/broken-chain', { document: 'events', pointer: `/${index}`, params: { index: index + 1 } })] };
    }
    project = applyProjectEvent(scheme, project, event);
  }
  return { project, problems: [] };
}
