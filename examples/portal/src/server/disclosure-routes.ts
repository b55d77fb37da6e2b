import type { Hono } from 'hono';
import type { ProjectService } from './project-service.js';
import type { RateLimit } from './rate-limit.js';
import type { RouteTools } from './route-tools.js';

export interface DisclosureParts extends Pick<RouteTools, 'refuse' | 'bodyOf' | 'localeOf' | 'current'> {
  readonly projects: ProjectService;
  /** Comments on one project: nobody writes faster than this. */
  readonly limit: RateLimit;
}

/** Progress and result of projects for anybody without identity, and their comments. Nothing of a project goes out but what the scheme discloses. */
export function addDisclosureRoutes(app: Hono, { projects, limit, refuse, bodyOf, localeOf, current }: DisclosureParts): void {
  app.get('/api/public-projects', async (context) => {
    const running = await current(context);
    return context.json({ projects: running === undefined ? [] : await projects.publicProjects(running.scheme.id, localeOf(context)) });
  });
  app.post('/api/public-projects/:id/comments', async (context) => {
    const id = context.req.param('id');
    const body = await bodyOf(context);
    const [text, name] = [body?.['text'], body?.['name']];
    if (typeof text !== 'string' || (name !== undefined && typeof name !== 'string')) return refuse(context, 'portal/broken-request', 400);
    if (limit.wait(id) !== undefined) return refuse(context, 'portal/too-many-requests', 429);
    const problems = await projects.comment(id, { text, ...(name === undefined ? {} : { name }) }, localeOf(context));
    return problems.length === 0 ? context.json({ received: true }) : context.json({ problems }, 422);
  });
}
