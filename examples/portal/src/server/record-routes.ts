import { isDate } from '@cobuild/core';
import type { Locale } from '@cobuild/core';
import type { Identity } from '@cobuild/rules';
import type { Context, Hono } from 'hono';
import type { ProjectService } from './project-service.js';
import { recordForm } from './record-forms.js';
import type { RecordService } from './record-service.js';

export interface RecordRouteParts {
  readonly records: RecordService;
  readonly projects: ProjectService;
  readonly withIdentity: (handle: (context: Context, identity: Identity) => Promise<Response>) => (context: Context) => Promise<Response>;
  readonly refuse: (context: Context, code: 'portal/broken-request' | 'portal/unknown-case', status: 400 | 404) => Response;
  readonly localeOf: (context: Context) => Locale;
}

/** A case as a file, a file as a case, and a case as it was on a day. */
export function addRecordRoutes(app: Hono, { records, projects, withIdentity, refuse, localeOf }: RecordRouteParts): void {
  const idOf = (context: Context): string => context.req.param('id') ?? '';
  app.get('/api/cases/:id/record', withIdentity(async (context, identity) => {
    const text = await records.record(identity, idOf(context));
    if (text === undefined) return refuse(context, 'portal/unknown-case', 404);
    context.header('Content-Disposition', `attachment; filename*=UTF-8''${encodeURIComponent(`${idOf(context)}.json`)}`);
    return context.body(text, 200, { 'content-type': 'application/json; charset=utf-8' });
  }));
  app.get('/api/cases/:id/at/:day', withIdentity(async (context, identity) => {
    const day = context.req.param('day') ?? '';
    if (!isDate(day)) return refuse(context, 'portal/broken-request', 400);
    const then = await records.at(identity, idOf(context), day);
    if (then === undefined) return refuse(context, 'portal/unknown-case', 404);
    const project = then.state === undefined ? undefined : await projects.at(identity, idOf(context), day);
    return context.json({ ...then, ...(project === undefined ? {} : { project }) });
  }));
  app.get('/api/records/form', withIdentity((context) => Promise.resolve(context.json({ form: recordForm }))));
  app.post('/api/records/check', withIdentity(async (context, identity) => {
    const checked = await records.check(identity, await context.req.text(), localeOf(context));
    return checked.problems === undefined ? context.json(checked.value) : context.json({ problems: checked.problems }, 422);
  }));
  app.post('/api/records', withIdentity(async (context, identity) => {
    const taken = await records.take(identity, await context.req.text(), localeOf(context));
    return taken.problems === undefined ? context.json(taken.value) : context.json({ problems: taken.problems }, 422);
  }));
}
