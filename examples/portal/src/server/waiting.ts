import type { Scheme } from '@cobuild/core';
import type { Identity } from '@cobuild/rules';
import type { CaseService, CaseView } from './case-service.js';
import { pagesFor } from './pages.js';
import type { PagePath } from './pages.js';
import type { ProjectService } from './project-service.js';

const MEETING: readonly string[] = ['vote', 'publicVote', 'publicity'];
/** What anybody may do, or an applicant or an office at any time: no task. */
const NO_TASK: readonly string[] = ['objectionRaised', 'withdrawn', 'submitted', 'overrideProposed', 'cycleDutyDone', 'cycleRenewed', 'cycleWithdrawn'];

/** Whether a case waits for whoever reads it here. */
export const waits = ({ next }: Pick<CaseView, 'next'>): boolean => next.some(({ type }) => !NO_TASK.includes(type));

/** How many things wait for somebody on each of their pages; pages with none are left out. */
export async function waitingFor(scheme: Scheme, identity: Identity, cases: CaseService, projects: ProjectService): Promise<Readonly<Partial<Record<PagePath, number>>>> {
  const own = new Set(pagesFor(scheme, identity.role).filter(({ roles }) => roles.includes(identity.role)).map(({ path }) => path));
  const views = await cases.list(identity, scheme.id);
  const methodOf = ({ state }: Pick<CaseView, 'state'>): string => scheme.stages.find(({ id }) => id === state.stage)?.method ?? '';
  const count = (fits: (view: CaseView) => boolean): number => views.filter(fits).length;
  const counts: Readonly<Partial<Record<PagePath, number>>> = {
    '/apply': count(({ state }) => state.returned !== undefined && state.status === 'open' && methodOf({ state }) === 'application'),
    '/board': count(waits),
    '/review': count((view) => waits(view) && !MEETING.includes(methodOf(view)) && methodOf(view) !== 'application'),
    '/scores': count((view) => waits(view) && methodOf(view) === 'score'),
    '/committee': count((view) => waits(view) && MEETING.includes(methodOf(view))),
    '/projects': own.has('/projects') ? (await projects.among(identity, views)).filter(({ tasks }) => tasks.length > 0).length : 0,
  };
  return Object.fromEntries(Object.entries(counts).filter(([path, number]) => number > 0 && own.has(path as PagePath)));
}
