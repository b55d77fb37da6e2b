import type { IdentityAdapter, ProjectAction } from '@cobuild/rules';
import type { Context, Hono } from 'hono';
import { takesPart } from './case-service.js';
import { holdersOf, knownHolder } from './hand-over-routes.js';
import { portalProblem, said } from './portal-problem.js';
import { projectRoles } from './page-roles.js';
import type { ProjectOutcome, ProjectService } from './project-service.js';
import type { RunningScheme } from './published-schemes.js';
import { readProjectAction } from './read-project-action.js';
import type { RouteTools } from './route-tools.js';

export interface ProjectParts extends RouteTools { readonly projects: ProjectService; readonly identities: IdentityAdapter }

/** Approved projects: lists, one project, what is done to it, and closing its file. Whoever was second gets 409 with what stands now. */
export function addProjectRoutes(app: Hono, { projects, identities, withIdentity, refuse, bodyOf, localeOf, current }: ProjectParts): void {
  const answer = (context: Context, outcome: ProjectOutcome): Response => {
    if (outcome.kind === 'done') return context.json(outcome.view);
    const { problems } = said(outcome, localeOf(context));
    return outcome.kind === 'conflict' ? context.json({ problems, view: outcome.view }, 409) : context.json({ problems }, 422);
  };
  /** An appointment names a person as the portal knows them; `undefined` where it knows nobody of that id. */
  const settled = async (action: ProjectAction, running: RunningScheme | undefined): Promise<ProjectAction | undefined> => {
    if (action.type !== 'holderAppointed' && action.type !== 'holderReplaced') return action;
    const holder = knownHolder(action.data.holder, running === undefined ? [] : await holdersOf(identities, running));
    return holder === undefined ? undefined : ({ ...action, data: { ...action.data, holder } } as ProjectAction);
  };
  app.get('/api/projects', withIdentity(async (context, identity) => {
    const running = await current(context);
    if (running === undefined || !takesPart(identity, running) || !projectRoles(running.scheme).includes(identity.role)) return refuse(context, 'portal/not-allowed', 403);
    return context.json({ projects: (await projects.list(identity, running.scheme.id)).map((view) => said(view, localeOf(context))) });
  }));
  app.get('/api/projects/:id', withIdentity(async (context, identity) => {
    const view = await projects.view(identity, context.req.param('id') ?? '');
    return view === undefined ? refuse(context, 'portal/unknown-project', 404) : context.json(said(view, localeOf(context)));
  }));
  app.get('/api/projects/:id/fund', withIdentity(async (context, identity) => {
    const found = await projects.fund(identity, context.req.param('id') ?? '');
    return found === undefined ? refuse(context, 'portal/unknown-project', 404) : context.json(found);
  }));
  app.post('/api/projects/:id/actions', withIdentity(async (context, identity) => {
    const body = await bodyOf(context);
    const action = readProjectAction(body?.['action']);
    if (action === undefined || typeof body?.['sequence'] !== 'number') return refuse(context, 'portal/broken-request', 400);
    const known = await settled(action, await current(context));
    if (known === undefined) return context.json({ problems: [portalProblem('portal/unknown-person', localeOf(context))] }, 422);
    return answer(context, await projects.act(identity, context.req.param('id') ?? '', known, body['sequence'], localeOf(context)));
  }));
  app.post('/api/projects/:id/seal', withIdentity(async (context, identity) => {
    const hash = (await bodyOf(context))?.['hash'];
    if (typeof hash !== 'string') return refuse(context, 'portal/broken-request', 400);
    return answer(context, await projects.seal(identity, context.req.param('id') ?? '', hash, localeOf(context)));
  }));
}
