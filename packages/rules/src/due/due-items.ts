import type { Calendar, Scheme, Text } from '@cobuild/core';
import { addWorkingDays, dateInZone } from '@cobuild/core';
import { plannedActions, stageDeadline } from '../deadlines/index.js';
import { resolvedScheme } from '../decision/resolved-scheme.js';
import { findStage } from '../decision/stage-lookup.js';
import { objectionDue } from '../lifecycle/notice-checks.js';
import type { FundedProject } from '../project/index.js';
import { dueHolder, reportsDue, workingDaysBetween } from '../project/index.js';
import type { CaseState } from '../results.js';

/** `soon`: the day of its reminder has come. */
export type DueState = 'later' | 'soon' | 'today' | 'overdue';

/** Something that somebody has to do by a day: settle a stage, answer an objection, hand in a report, put a finding right. */
export interface DueItem {
  readonly kind: 'stage' | 'objection' | 'report' | 'finding';
  readonly caseId: string;
  readonly applicant: string;
  readonly title: Text;
  /** Of a stage, an objection and a report: the role that has to act. A finding is put right by the unit. */
  readonly role?: string;
  /** Of a report and a finding: who holds the post that they belong to, by name, where somebody was appointed. */
  readonly holder?: string;
  /** Last day, `2026-03-05`. */
  readonly dueOn: string;
  readonly state: DueState;
  /** Working days that are left, or by which it is late. */
  readonly workingDays: number;
  /** Days off are not announced yet; the day may move. */
  readonly provisional: boolean;
  /** Id of the stage, the objection, the duty, the finding. */
  readonly about: string;
  /** Of a report: first and last day of its period, `2026-04-01/2026-06-30`. */
  readonly period?: string;
}

/** A case as it stands, with its project where there is one. */
export interface DueSource { readonly state: CaseState; readonly project?: FundedProject }

/**
 * All that is open on a day and has a last day, over any number of cases: by that day, the overdue first.
 *
 * @example dueItems(scheme, sources, '2026-06-30', chinaCalendar).filter(({ state }) => state === 'today')
 */
export function dueItems(scheme: Scheme, sources: readonly DueSource[], day: string, calendar: Calendar): readonly DueItem[] {
  const resolved = resolvedScheme(scheme);
  const found = sources.flatMap((source) => [...stageItem(resolved, source, day, calendar), ...objectionItems(resolved, source, day, calendar), ...reportItems(resolved, source, day, calendar), ...findingItems(resolved, source, day, calendar)]);
  return found.sort((a, b) => compare(a.dueOn, b.dueOn) || compare(a.caseId, b.caseId));
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
const nameOf = ({ applicant }: Pick<CaseState, 'applicant'>): string => applicant.name ?? applicant.id;
const daysTo = (calendar: Calendar, dueOn: string, day: string): number => (day > dueOn ? workingDaysBetween(calendar, dueOn, day) : workingDaysBetween(calendar, day, dueOn));

function stageItem(scheme: Scheme, { state }: DueSource, day: string, calendar: Calendar): readonly DueItem[] {
  const due = stageDeadline(scheme, state, calendar);
  const stage = findStage(scheme, state.stage);
  if (due === undefined || stage === undefined) return [];
  const reminders = plannedActions(scheme, state, calendar).filter(({ action }) => action.type === 'deadlineReminded');
  const isSoon = reminders.some(({ from }) => dateInZone(from) <= day);
  return [{ kind: 'stage', caseId: state.id, applicant: nameOf(state), title: stage.title, role: stage.actor.role, dueOn: due.date, state: stateOn(due.date, day, isSoon), workingDays: daysTo(calendar, due.date, day), provisional: due.provisional, about: stage.id }];
}

function reportItems(scheme: Scheme, { project }: DueSource, day: string, calendar: Calendar): readonly DueItem[] {
  if (project === undefined) return [];
  const duties = scheme.supervision?.reports ?? [];
  return reportsDue(scheme, project, day, calendar).flatMap(({ state, duty, period, title, dueOn, remindOn, provisional }): readonly DueItem[] => {
    if (state === 'submitted' || state === 'accepted' || state === 'skipped') return [];
    const role = duties.find(({ id }) => id === duty)?.from;
    return [{ kind: 'report', caseId: project.id, applicant: nameOf(project), title, ...(role === undefined ? {} : { role }), ...dueHolder(scheme, project, { type: 'reportSubmitted', data: { duty, period, answers: {} } }), dueOn, state: stateOn(dueOn, day, day >= remindOn), workingDays: daysTo(calendar, dueOn, day), provisional, about: duty, period }];
  });
}

/** Working days before the last one from which on an objection is pressing. */
const OBJECTION_REMINDER = 1;

/** Objections that wait for an answer, where the notice says within which time it is given. */
function objectionItems(scheme: Scheme, { state }: DueSource, day: string, calendar: Calendar): readonly DueItem[] {
  const stage = findStage(scheme, state.stage);
  return state.objections.flatMap((objection): readonly DueItem[] => {
    const due = state.status === 'open' && objection.answer === undefined ? objectionDue(scheme, state, objection, calendar) : undefined;
    if (due === undefined || stage === undefined) return [];
    return [{ kind: 'objection', caseId: state.id, applicant: nameOf(state), title: { 'zh-CN': objection.text }, role: stage.actor.role, dueOn: due.date, state: stateOn(due.date, day, addWorkingDays(calendar, day, OBJECTION_REMINDER).date >= due.date), workingDays: daysTo(calendar, due.date, day), provisional: due.provisional, about: objection.id }];
  });
}

/** Five working days before, where a finding says nothing of a reminder. */
const FINDING_REMINDER = 5;

function findingItems(scheme: Scheme, { project }: DueSource, day: string, calendar: Calendar): readonly DueItem[] {
  if (project === undefined) return [];
  return project.findings.filter(({ status }) => status === 'open').map(({ id, text, dueOn }): DueItem => ({
    kind: 'finding', caseId: project.id, applicant: nameOf(project), title: { 'zh-CN': text }, ...dueHolder(scheme, project, { type: 'findingAnswered', data: { finding: id, text: '' } }), dueOn,
    state: stateOn(dueOn, day, addWorkingDays(calendar, day, FINDING_REMINDER).date >= dueOn), workingDays: daysTo(calendar, dueOn, day), provisional: false, about: id,
  }));
}

function stateOn(dueOn: string, day: string, isSoon: boolean): DueState {
  if (day > dueOn) return 'overdue';
  if (day === dueOn) return 'today';
  return isSoon ? 'soon' : 'later';
}
