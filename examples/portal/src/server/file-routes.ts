import type { Identity } from '@cobuild/rules';
import type { Context, Hono } from 'hono';
import type { CaseService } from './case-service.js';
import { ownerOf } from './case-service.js';
import { mediaTypeOf } from './file-kinds.js';
import type { ProjectService } from './project-service.js';
import type { StoredUpload, UploadProgress, UploadRefusal, Uploaded, Uploads } from './uploads.js';

export interface FileRouteParts {
  readonly cases: CaseService;
  readonly projects: ProjectService;
  readonly uploads: Uploads;
  readonly withIdentity: (handle: (context: Context, identity: Identity) => Promise<Response>) => (context: Context) => Promise<Response>;
  readonly refuse: (context: Context, code: 'portal/broken-request' | UploadRefusal, status: 400 | 404 | 409 | 422) => Response;
  readonly bodyOf: (context: Context) => Promise<Record<string, unknown> | undefined>;
}

/** Files of the questions: sent piece by piece by those who fill in, read by them, and by those who may see the case whose answers name them. */
export function addFileRoutes(app: Hono, { cases, projects, uploads, withIdentity, refuse, bodyOf }: FileRouteParts): void {
  const answer = (context: Context, done: Uploaded<UploadProgress | undefined>): Response =>
    done.refused === undefined ? context.json({ ...done.value }) : refuse(context, done.refused, statusOf(done.refused));

  app.post('/api/files', withIdentity(async (context, identity) => {
    const { name, size } = (await bodyOf(context)) ?? {};
    if (typeof name !== 'string' || typeof size !== 'number') return refuse(context, 'portal/broken-request', 400);
    return answer(context, await uploads.begin(ownerOf(identity), name, size));
  }));
  app.put('/api/files/:id', withIdentity(async (context, identity) => {
    const start = Number(context.req.query('start'));
    return answer(context, await uploads.append(ownerOf(identity), context.req.param('id') ?? '', start, new Uint8Array(await context.req.arrayBuffer())));
  }));
  app.delete('/api/files/:id', withIdentity(async (context, identity) => {
    return answer(context, await uploads.remove(ownerOf(identity), context.req.param('id') ?? ''));
  }));

  const send = async (context: Context, file: StoredUpload | undefined): Promise<Response> => {
    const content = file === undefined || file.scan !== 'clean' ? undefined : await uploads.content(file.id);
    if (file === undefined || content === undefined) return refuse(context, 'portal/unknown-file', 404);
    // Saved, never shown in a page of ours: whatever is in it runs nowhere with our origin.
    context.header('Content-Disposition', `attachment; filename*=UTF-8''${encodeURIComponent(file.name).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)}`);
    return context.body(new Uint8Array(content), 200, { 'content-type': mediaTypeOf(file.name) ?? 'application/octet-stream' });
  };
  const own = async (identity: Identity, id: string): Promise<StoredUpload | undefined> => {
    const file = await uploads.find(id);
    return file?.owner === ownerOf(identity) ? file : undefined;
  };
  app.get('/api/files/:id', withIdentity(async (context, identity) => send(context, await own(identity, context.req.param('id') ?? ''))));
  app.get('/api/cases/:id/files/:file', withIdentity(async (context, identity) => {
    const id = context.req.param('file') ?? '';
    // An office that is still filling in the form of its stage opens what it has just added to it.
    const caseId = context.req.param('id') ?? '';
    return send(context, (await cases.file(identity, caseId, id)) ?? (await projects.file(identity, caseId, id)) ?? (await own(identity, id)));
  }));
}

function statusOf(code: UploadRefusal): 404 | 409 | 422 {
  if (code === 'portal/unknown-file') return 404;
  return code === 'portal/file-in-use' ? 409 : 422;
}
