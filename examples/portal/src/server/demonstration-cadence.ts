import type { Calendar } from '@cobuild/core';
import type { CaseState, FundedProject, Identity, ProjectAction, ProjectEvent, ProjectOpening, ReportDue } from '@cobuild/rules';
import { appendProjectEvent, openProject, projectDuties, projectEnd, reportsDue } from '@cobuild/rules';
import { actorOf } from './case-service.js';
import type { CadenceTale, CaseTale } from './demonstration-tale.js';
import { daysAfter } from './form-answers.js';
import type { RunningScheme } from './published-schemes.js';

export interface CadenceParts {
  readonly running: RunningScheme;
  /** Who takes part in the scheme. */
  readonly people: readonly Identity[];
  readonly calendar: Calendar;
  /** Last day of the story: nothing happens later. */
  readonly today: string;
}

interface Step { readonly on: string; readonly by: Identity | undefined; readonly action: (project: FundedProject) => ProjectAction }

/**
 * The log of a project that kept its cadence as told: each record handed in and accepted, checked as those of people are. `turn` counts the projects, so that they do not all
 * have the same words on the same day.
 *
 * @returns the events, and sentences about what was refused.
 */
export function cadenceEvents({ running: { scheme }, people, calendar, today }: CadenceParts, opening: ProjectOpening, state: CaseState, cadence: CadenceTale, tale: CaseTale & { readonly case: string }, turn: number): { readonly events: readonly ProjectEvent[]; readonly refused: readonly string[] } {
  const { answers, day, daysBefore, late } = cadence;
  const last = projectEnd(scheme, state) ?? today;
  const duties = projectDuties(scheme);
  const of = (role: string | undefined): Identity | undefined => people.find((person) => person.role === role);
  const dues = reportsDue(scheme, openProject(opening), last, calendar);
  const isFirst = (due: ReportDue): boolean => due === dues.find(({ duty }) => duty === due.duty);
  const isOwed = (due: ReportDue): boolean => due.duty === tale.owes && due === dues.filter(({ duty, dueOn }) => duty === due.duty && dueOn < today).pop();
  const steps = dues.flatMap((due, index): readonly Step[] => {
    const { duty, period, from, dueOn } = due;
    const told = answers[duty] ?? [];
    const before = dueOn > last && last < today ? last : dueOn;
    const inTime = daysAfter(before, -daysBefore - (turn % 2) * (index % 7));
    const on = late?.duty === duty && late.cases.includes(tale.case) && isFirst(due) ? daysAfter(dueOn, late.days) : inTime < from ? from : inTime;
    if (told.length === 0 || isOwed(due)) return [];
    const { from: by, to } = duties.find(({ id }) => id === duty) ?? {};
    return [
      { on, by: of(by), action: () => ({ type: 'reportSubmitted', data: { duty, period, answers: { ...told[(turn + index) % told.length], [day]: on } } }) },
      { on: daysAfter(on, 1), by: of(to), action: ({ reports }) => ({ type: 'reportAccepted', data: { report: reports.find((report) => report.duty === duty && report.period === period)?.id ?? '' } }) },
    ];
  });
  const events: ProjectEvent[] = [];
  const refused: string[] = [];
  let project = openProject(opening);
  for (const { on, by, action } of [...steps].sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))) {
    if (by === undefined || on > today) continue;
    const done = appendProjectEvent(scheme, project, action(project), actorOf(by), `${on}T10:00:00+08:00`, { calendar });
    if ('problems' in done) refused.push(...done.problems.map(({ message }) => `${on} ${message}`));
    else {
      events.push(done.event);
      project = done.project;
    }
  }
  return { events, refused };
}
