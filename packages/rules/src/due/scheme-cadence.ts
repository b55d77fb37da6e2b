import type { Calendar, Scheme, Text } from '@cobuild/core';
import type { CadenceCount, FundedProject } from '../project/index.js';
import { cadenceCounts, projectDuties } from '../project/index.js';

type Figures = Pick<CadenceCount, 'due' | 'done' | 'doneLate' | 'late' | 'skipped' | 'toCome'>;

/** How the cadence of a scheme was kept by all of its projects: in all, duty by duty, project by project. */
export interface SchemeCadence {
  readonly total: Figures;
  readonly duties: readonly CadenceCount[];
  /** Those that are behind first, then in the order given. */
  readonly projects: readonly (Figures & { readonly project: string; readonly title: string; readonly applicant: string })[];
}

const NOTHING: Figures = { due: 0, done: 0, doneLate: 0, late: 0, skipped: 0, toCome: 0 };
const add = (a: Figures, b: Figures): Figures => ({ due: a.due + b.due, done: a.done + b.done, doneLate: a.doneLate + b.doneLate, late: a.late + b.late, skipped: a.skipped + b.skipped, toCome: a.toCome + b.toCome });

/**
 * What all projects of a scheme had to hold or hand in in a time, and how it stands on a day; see `cadenceCounts` for one of them.
 *
 * @param from - First and last day of the periods that count; the whole of the work by default.
 * @example schemeCadence(scheme, projects, '2027-01-01', chinaCalendar, '2026-01-01', '2026-12-31').total.due // 36 home units × (4 × 3 + 2) = 504
 */
export function schemeCadence(scheme: Scheme, projects: readonly FundedProject[], today: string, calendar: Calendar, from?: string, until?: string): SchemeCadence {
  const counted = projects.map((project) => ({ project, counts: cadenceCounts(scheme, project, today, calendar, from, until) }));
  const duties = projectDuties(scheme).map(({ id, title }: { readonly id: string; readonly title: Text }) => ({ duty: id, title, ...counted.flatMap(({ counts }) => counts.filter(({ duty }) => duty === id)).reduce(add, NOTHING) }));
  const rows = counted.map(({ project: { id, title, applicant }, counts }) => ({ project: id, title, applicant: applicant.name ?? applicant.id, ...counts.reduce(add, NOTHING) }));
  return { total: duties.reduce(add, NOTHING), duties, projects: [...rows.filter(({ late }) => late > 0), ...rows.filter(({ late }) => late === 0)] };
}
