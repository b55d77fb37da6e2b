import type { Hono } from 'hono';
import { mediaTypeOf } from './file-kinds.js';
import type { ProjectService } from './project-service.js';
import { publishedPhoto } from './published-photo.js';
import type { RateLimit } from './rate-limit.js';
import type { RouteTools } from './route-tools.js';
import type { Uploads } from './uploads.js';

export interface DisclosureParts extends Pick<RouteTools, 'refuse' | 'bodyOf' | 'localeOf' | 'current'> {
  readonly projects: ProjectService;
  readonly uploads: Uploads;
  /** Comments on one project: nobody writes faster than this. */
  readonly limit: RateLimit;
}

/** Progress and result of projects for anybody without identity, and their comments. Nothing of a project goes out but what the scheme discloses. */
export function addDisclosureRoutes(app: Hono, { projects, uploads, limit, refuse, bodyOf, localeOf, current }: DisclosureParts): void {
  app.get('/api/public-projects', async (context) => {
    const running = await current(context);
    return context.json({ projects: running === undefined ? [] : await projects.publicProjects(running.scheme.id, localeOf(context)) });
  });
  app.get('/api/public-projects/:id/photos/:photo', async (context) => {
    const file = await projects.publicPhoto(context.req.param('id'), context.req.param('photo'));
    const type = file?.scan === 'clean' ? mediaTypeOf(file.name) : undefined;
    const content = file === undefined || type === undefined ? undefined : await uploads.content(file.id);
    // What the camera wrote beside the picture stays with the office; so does a file that cannot be told apart from it.
    const photo = type === undefined || content === undefined ? undefined : publishedPhoto(type, content);
    if (type === undefined || photo === undefined) return refuse(context, 'portal/unknown-file', 404);
    // Nothing of the name that somebody gave it: whoever saves it gets the id.
    return context.body(new Uint8Array(photo), 200, { 'content-type': type, 'content-disposition': 'inline' });
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
