import type { Context, Hono } from 'hono';
import { takesPart } from './case-service.js';
import { said } from './portal-problem.js';
import { projectRoles } from './page-roles.js';
import type { ProjectOutcome, ProjectService } from './project-service.js';
import { readProjectAction } from './read-project-action.js';
import type { RouteTools } from './route-tools.js';

/** Approved projects: lists, one project, what is done to it, and closing its file. Whoever was second gets 409 with what stands now. */
export function addProjectRoutes(app: Hono, projects: ProjectService, { withIdentity, refuse, bodyOf, localeOf, current }: RouteTools): void {
  const answer = (context: Context, outcome: ProjectOutcome): Response => {
    if (outcome.kind === 'done') return context.json(outcome.view);
    const { problems } = said(outcome, localeOf(context));
    return outcome.kind === 'conflict' ? context.json({ problems, view: outcome.view }, 409) : context.json({ problems }, 422);
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
    return answer(context, await projects.act(identity, context.req.param('id') ?? '', action, body['sequence'], localeOf(context)));
  }));
  app.post('/api/projects/:id/seal', withIdentity(async (context, identity) => {
    const hash = (await bodyOf(context))?.['hash'];
    if (typeof hash !== 'string') return refuse(context, 'portal/broken-request', 400);
    return answer(context, await projects.seal(identity, context.req.param('id') ?? '', hash, localeOf(context)));
  }));
}
