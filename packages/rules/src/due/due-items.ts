import type { Calendar, Scheme, Text } from '@cobuild/core';
import { addWorkingDays, dateInZone } from '@cobuild/core';
import type { CaseCycle, CycleAction } from '../cycle/index.js';
import { caseCycles } from '../cycle/index.js';
import { plannedActions, plannedForDuty, stageDeadline } from '../deadlines/index.js';
import { resolvedScheme } from '../decision/resolved-scheme.js';
import { findStage } from '../decision/stage-lookup.js';
import { objectionDue } from '../lifecycle/notice-checks.js';
import type { FundedProject } from '../project/index.js';
import { dueHolder, reportsDue, workingDaysBetween } from '../project/index.js';
import type { CaseState } from '../results.js';

/** `soon`: the day of its reminder has come; of a renewal, the first day on which it can be done. */
export type DueState = 'later' | 'soon' | 'today' | 'overdue';

/**
 * Something that somebody has to do by a day: settle a stage, answer an objection, hand in a report, put a finding right; and in the years after the approval do a duty, accept
 * what was built, renew.
 */
export interface DueItem {
  readonly kind: 'stage' | 'objection' | 'report' | 'finding' | CycleAction['kind'];
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
  /** Id of the stage, the objection, the duty, the finding; of an acceptance and a renewal, of the cycle. */
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
  const found = sources.flatMap((source) => [...stageItem(resolved, source, day, calendar), ...objectionItems(resolved, source, day, calendar), ...reportItems(resolved, source, day, calendar), ...findingItems(resolved, source, day, calendar), ...cycleItems(resolved, source, day, calendar)]);
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

/** Working days before the last one, of what says nothing of a reminder: a finding, an acceptance. */
const USUAL_REMINDER = 5;

function findingItems(scheme: Scheme, { project }: DueSource, day: string, calendar: Calendar): readonly DueItem[] {
  if (project === undefined) return [];
  return project.findings.filter(({ status }) => status === 'open').map(({ id, text, dueOn }): DueItem => ({
    kind: 'finding', caseId: project.id, applicant: nameOf(project), title: { 'zh-CN': text }, ...dueHolder(scheme, project, { type: 'findingAnswered', data: { finding: id, text: '' } }), dueOn,
    state: stateOn(dueOn, day, daysTo(calendar, dueOn, day) <= USUAL_REMINDER), workingDays: daysTo(calendar, dueOn, day), provisional: false, about: id,
  }));
}

/** What the years after the approval ask for. A renewal is offered and nobody's duty: when its time is over, nothing is late. */
function cycleItems(scheme: Scheme, { state }: DueSource, day: string, calendar: Calendar): readonly DueItem[] {
  if (state.status === 'ended' && state.end !== 'approved') return [];
  const isReminded = (cycle: string, duty: string): boolean => plannedForDuty(scheme, state, { cycle, duty }, calendar).some(({ action, from }) => action.type === 'cycleDutyReminded' && dateInZone(from) <= day);
  const isSoon = (cycle: string, { kind, id, opens, due }: CycleAction): boolean => {
    if (kind === 'duty') return isReminded(cycle, id);
    return kind === 'renewal' ? opens === undefined || opens <= day : daysTo(calendar, due, day) <= USUAL_REMINDER;
  };
  return caseCycles(scheme, state, day).flatMap((found) => found.state.due.filter(({ kind, state: stands }) => kind !== 'renewal' || stands !== 'overdue').map((action): DueItem => ({
    kind: action.kind, caseId: state.id, applicant: nameOf(state), ...cycleTask(scheme, found, action), dueOn: action.due,
    state: stateOn(action.due, day, isSoon(found.cycle.id, action)), workingDays: daysTo(calendar, action.due, day), provisional: false, about: action.kind === 'duty' ? action.id : found.cycle.id,
  })));
}

/** What it is called and who does it: the stage of an acceptance, a duty of its phase, the cycle that is renewed. */
function cycleTask(scheme: Scheme, { cycle, state }: CaseCycle, { kind, id }: CycleAction): Pick<DueItem, 'title' | 'role'> {
  const stage = kind === 'acceptance' ? findStage(scheme, cycle.acceptedAt ?? '') : undefined;
  const duty = kind === 'duty' ? cycle.phases.find((phase) => phase.id === state.phase)?.duties?.find((each) => each.id === id) : undefined;
  const role = stage?.actor.role ?? cycle.keptBy;
  return { title: (stage ?? duty ?? cycle).title, ...(role === undefined ? {} : { role }) };
}

function stateOn(dueOn: string, day: string, isSoon: boolean): DueState {
  if (day > dueOn) return 'overdue';
  if (day === dueOn) return 'today';
  return isSoon ? 'soon' : 'later';
}
