import type { Calendar } from '@cobuild/core';
import type { CaseState, FundedProject, Identity, ProjectAction, ProjectEvent, ProjectOpening, ReportDue } from '@cobuild/rules';
import { appendProjectEvent, currentHoldings, openProject, projectDuties, projectEnd, reportsDue } from '@cobuild/rules';
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

/** Something that a story says of a project: an action on a day, by a person. */
export interface ProjectStep { readonly on: string; readonly by: Identity | undefined; readonly action: ProjectAction }

interface Step { readonly on: string; readonly by: (project: FundedProject) => Identity | undefined; readonly action: (project: FundedProject) => ProjectAction }

/**
 * The log of a project that kept its cadence as told: each record handed in and accepted, checked as those of people are. `turn` counts the projects, so that they do not all
 * have the same words on the same day.
 *
 * @returns the events, and sentences about what was refused.
 */
export function cadenceEvents({ running: { scheme }, people, calendar, today }: CadenceParts, opening: ProjectOpening, state: CaseState, cadence: CadenceTale, tale: CaseTale & { readonly case: string }, turn: number, told: readonly ProjectStep[] = []): { readonly events: readonly ProjectEvent[]; readonly refused: readonly string[] } {
  const { answers, day, daysBefore, late } = cadence;
  const last = projectEnd(scheme, state) ?? today;
  const duties = projectDuties(scheme);
  const of = (role: string | undefined): Identity | undefined => people.find((person) => person.role === role);
  const dues = reportsDue(scheme, openProject(opening), last, calendar);
  /** Whoever holds the post to which the duty goes; without one the role of the duty. */
  const receiver = (duty: string, role: string | undefined) => (project: FundedProject): Identity | undefined => {
    const post = scheme.supervision?.posts?.find(({ receives = [] }) => receives.includes(duty));
    const holder = post === undefined ? undefined : currentHoldings(project, post.id)[0]?.holder;
    return people.find(({ id }) => id === holder?.id) ?? of(role);
  };
  const isFirst = (due: ReportDue): boolean => due === dues.find(({ duty }) => duty === due.duty);
  const isOwed = (due: ReportDue): boolean => due.duty === tale.owes && due === dues.filter(({ duty, dueOn }) => duty === due.duty && dueOn < today).pop();
  const steps = dues.flatMap((due, index): readonly Step[] => {
    const { duty, period, from, dueOn } = due;
    const records = answers[duty] ?? [];
    const before = dueOn > last && last < today ? last : dueOn;
    const inTime = daysAfter(before, -daysBefore - (turn % 2) * (index % 7));
    const on = late?.duty === duty && late.cases.includes(tale.case) && isFirst(due) ? daysAfter(dueOn, late.days) : inTime < from ? from : inTime;
    if (records.length === 0 || isOwed(due)) return [];
    const { from: by, to } = duties.find(({ id }) => id === duty) ?? {};
    return [
      { on, by: () => of(by), action: () => ({ type: 'reportSubmitted', data: { duty, period, answers: { ...records[(turn + index) % records.length], [day]: on } } }) },
      { on: daysAfter(on, 1), by: receiver(duty, to), action: ({ reports }) => ({ type: 'reportAccepted', data: { report: reports.find((report) => report.duty === duty && report.period === period)?.id ?? '' } }) },
    ];
  });
  const events: ProjectEvent[] = [];
  const refused: string[] = [];
  let project = openProject(opening);
  const all: readonly Step[] = [...told.map(({ on, by, action }) => ({ on, by: () => by, action: () => action })), ...steps];
  for (const { on, by: actor, action } of [...all].sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))) {
    const by = actor(project);
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
