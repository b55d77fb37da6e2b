import type { Calendar, CommitteeMember, EventActor, Locale, Problem, Scheme } from '@cobuild/core';
import { findStage } from '../decision/stage-lookup.js';
import { actionProblems } from '../lifecycle/action-problems.js';
import { ruleProblem } from '../locales/rule-message.js';
import type { CaseAction, CaseState } from '../results.js';
import { appendProjectEvent } from './append-project-event.js';
import type { PostTask } from './posts.js';
import { currentHoldings, postTasks, sameHolder } from './posts.js';
import type { FundedProject, PostHolder, PostHolding, ProjectAction } from './project-types.js';

/** A case as it stands, with its project where there is one. */
export interface HandOverSource { readonly state: CaseState; readonly project?: FundedProject }

/** Somebody leaves, somebody takes over what they hold, from a day on. */
export interface HandOver { readonly leaver: PostHolder; readonly successor: PostHolder; readonly on: string; readonly reason: string }

/** One thing that goes to the successor: a post of a project with what waits there, or a review in a case under way. */
export type HandOverMove =
  | { readonly kind: 'post'; readonly caseId: string; readonly title: string; readonly post: string; readonly tasks: readonly PostTask[]; readonly action: ProjectAction }
  | { readonly kind: 'review'; readonly caseId: string; readonly title: string; readonly stage: string; readonly action: CaseAction };

/** One thing that does not go, and why. */
export interface HandOverStay { readonly kind: 'post' | 'review'; readonly caseId: string; readonly title: string; readonly about: string; readonly problems: readonly Problem[] }

export interface HandOverPlan { readonly moves: readonly HandOverMove[]; readonly stays: readonly HandOverStay[] }

export interface HandOverContext {
  readonly calendar: Calendar;
  /** Day on which it is done, `2026-03-05`. */
  readonly today: string;
  /** Who reviews or could, as the host knows them: units and towns decide who is recused. */
  readonly people?: readonly CommitteeMember[];
  readonly locale?: Locale;
}

/**
 * All that somebody who leaves holds, over any number of projects and cases, and what of it the successor can take over: each checked as it would be alone, those before it
 * done already. Nothing is changed; the host does what is in `moves`, each in its own log. Posts of projects that are over stay: nothing waits there, and the name belongs to what was done.
 *
 * @param at - Now, ISO 8601 with offset.
 * @example handOverPlan(scheme, sources, { leaver, successor, on: '2026-06-01', reason: '岗位调整' }, officer, now, { calendar, today }).stays[0]?.problems[0]?.message
 */
export function handOverPlan(scheme: Scheme, sources: readonly HandOverSource[], handOver: HandOver, actor: EventActor, at: string, context: HandOverContext): HandOverPlan {
  const parts = sources.flatMap((source) => [...postParts(scheme, source, handOver, actor, at, context), ...reviewParts(scheme, source, handOver, actor, at, context)]);
  return { moves: parts.flatMap((part) => ('action' in part ? [part] : [])), stays: parts.flatMap((part) => ('action' in part ? [] : [part])) };
}

function postParts(scheme: Scheme, { project: given }: HandOverSource, { leaver, successor, on, reason }: HandOver, actor: EventActor, at: string, { calendar, today, locale = 'zh-CN' }: HandOverContext): readonly (HandOverMove | HandOverStay)[] {
  if (given === undefined) return [];
  let project = given;
  return currentHoldings(given).filter(({ holder }) => sameHolder(holder, leaver)).map((holding): HandOverMove | HandOverStay => {
    const head = { kind: 'post' as const, caseId: project.id, title: project.title };
    if (project.endedOn !== undefined) return { ...head, about: holding.post, problems: [ruleProblem('project/over', { document: 'action', pointer: '', params: { date: project.endedOn }, locale })] };
    const action: ProjectAction = { type: 'holderReplaced', data: { holding: holding.id, holder: successor, on, reason } };
    const done = appendProjectEvent(scheme, project, action, actor, at, { calendar, locale });
    if ('problems' in done) return { ...head, about: holding.post, problems: done.problems };
    const tasks = tasksOf(scheme, project, holding, today, calendar);
    project = done.project;
    return { ...head, post: holding.post, tasks, action };
  });
}

function tasksOf(scheme: Scheme, project: FundedProject, { post: id }: PostHolding, today: string, calendar: Calendar): readonly PostTask[] {
  const post = scheme.supervision?.posts?.find((each) => each.id === id);
  return post === undefined ? [] : postTasks(scheme, project, post, today, calendar);
}

/** The review at the stage where a case is. What was scored stays under the name of who scored it. */
function reviewParts(scheme: Scheme, { state, project }: HandOverSource, { leaver, successor, reason }: HandOver, actor: EventActor, at: string, { calendar, people = [], locale = 'zh-CN' }: HandOverContext): readonly (HandOverMove | HandOverStay)[] {
  const assigned = state.status === 'open' ? state.assigned?.find(({ stage }) => stage === state.stage) : undefined;
  if (assigned === undefined || leaver.id === undefined || !assigned.reviewers.includes(leaver.id)) return [];
  const { stage, panel, method } = assigned;
  const head = { kind: 'review' as const, caseId: state.id, title: project?.title ?? state.id };
  const reviewers = assigned.reviewers.map((id) => (id === leaver.id ? (successor.id ?? '') : id));
  const { id = '', name, unit, town } = successor;
  // What else the host knows of the successor, such as kin of the applicant, decides on recusal.
  const known = [...people.filter((person) => person.id !== id), { ...people.find((person) => person.id === id), id, name, ...(unit === undefined ? {} : { unit }), ...(town === undefined ? {} : { town }) }];
  const action: CaseAction = {
    type: 'reviewersAssigned',
    // Nobody draws a lot when somebody takes over.
    data: { stage, reviewers, method: method === 'lot' ? 'rule' : method, ...(panel === undefined ? {} : { panel }), reason, people: known.filter((person) => reviewers.includes(person.id)) },
  };
  const role = findStage(scheme, stage)?.actor.role;
  const wrongRole = successor.role !== undefined && role !== undefined && successor.role !== role;
  const problems = wrongRole ? [ruleProblem('project/successor-no-reviewer', { document: 'action', pointer: '', params: { name }, locale })] : actionProblems(scheme, state, action, actor, at, { calendar, schemeHash: state.schemeHash, locale });
  return problems.length > 0 ? [{ ...head, about: stage, problems }] : [{ ...head, stage, action }];
}
