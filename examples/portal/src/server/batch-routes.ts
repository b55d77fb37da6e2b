import type { Scheme } from '@cobuild/core';
import type { CountedCase, Identity, Sheet } from '@cobuild/rules';
import { MOST_ROWS, intakeTemplate, paperNotice, sheetFromDecisions } from '@cobuild/rules';
import { fileFromSheet, fileFromTemplate, sheetFromFile } from '@cobuild/rules/node';
import type { Context, Hono } from 'hono';
import type { CaseService, CaseView } from './case-service.js';
import { ownerOf, takesPart } from './case-service.js';
import { intakeForm } from './intake-form.js';
import { highestRoles, intakeRoles } from './page-roles.js';
import type { IntakeService } from './intake-service.js';
import type { ProjectService } from './project-service.js';
import type { RunningScheme } from './published-schemes.js';
import type { RouteTools } from './route-tools.js';
import type { Uploads } from './uploads.js';
import { waitingFor } from './waiting.js';

export interface BatchParts {
  readonly cases: CaseService;
  readonly projects: ProjectService;
  readonly intake: IntakeService;
  readonly uploads: Uploads;
  readonly now: () => Date;
}

const EXCEL = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** What is about many cases at once: what waits for whom, statistics, tables in and out, entry on behalf of applicants. */
export function addBatchRoutes(app: Hono, { cases, projects, intake, uploads, now }: BatchParts, { withIdentity, refuse, bodyOf, localeOf, current }: RouteTools): void {
  /** For holders of some roles of the scheme whose pages are open. */
  const forRoles = (roles: (scheme: Scheme) => readonly string[], handle: (context: Context, identity: Identity, running: RunningScheme) => Promise<Response>) => withIdentity(async (context, identity) => {
    const running = await current(context);
    return running !== undefined && takesPart(identity, running) && roles(running.scheme).includes(identity.role) ? handle(context, identity, running) : refuse(context, 'portal/not-allowed', 403);
  });
  const workbook = async (context: Context, sheet: Sheet, name: string): Promise<Response> => {
    context.header('Content-Disposition', `attachment; filename*=UTF-8''${encodeURIComponent(`${name}.xlsx`)}`);
    return context.body(new Uint8Array(await fileFromSheet(sheet, name)), 200, { 'content-type': EXCEL });
  };

  app.get('/api/waiting', withIdentity(async (context, identity) => {
    const running = await current(context);
    return context.json({ waiting: running === undefined || !takesPart(identity, running) ? {} : await waitingFor(running.scheme, identity, cases, projects) });
  }));

  const countedOf = async ({ state: { id, submittedAt, applicant, answers, stage, status, end, reviews }, isProject }: CaseView): Promise<CountedCase> => {
    const timeliness = await cases.timeliness(id);
    return { id, submittedAt, applicant, answers, stage, status, isProject, reviews: reviews.map(({ stage: at, answers: given }) => ({ stage: at, ...(given === undefined ? {} : { answers: given }) })), ...(end === undefined ? {} : { end }), ...(timeliness === undefined ? {} : { timeliness }) };
  };
  app.get('/api/statistics', forRoles(highestRoles, async (context, identity, { scheme }) => context.json({ cases: await Promise.all((await cases.list(identity, scheme.id)).map(countedOf)) })));

  app.get('/api/results.xlsx', forRoles(highestRoles, async (context, identity, { scheme }) => {
    const views = await cases.list(identity, scheme.id);
    const locale = localeOf(context);
    return workbook(context, sheetFromDecisions(scheme, views.map(({ decision }) => decision), locale), locale === 'en' ? 'Results' : '办理结果');
  }));

  // A sheet that an element made, as an Excel file; and the other way round.
  app.post('/api/sheets', withIdentity(async (context) => {
    const { sheet, name } = (await bodyOf(context)) ?? {};
    if (!isSheet(sheet) || sheet.length > MOST_ROWS || typeof name !== 'string') return refuse(context, 'portal/broken-request', 400);
    return workbook(context, sheet, name.slice(0, 100));
  }));
  app.post('/api/sheets/read', withIdentity(async (context) => {
    const sheet = await sheetFromFile(new Uint8Array(await context.req.arrayBuffer()), context.req.query('name') ?? '');
    // A page gets days as texts: JSON has no dates.
    return sheet === undefined ? refuse(context, 'portal/no-table', 422) : context.json({ sheet: sheet.map((row) => row.map((cell) => (cell instanceof Date ? cell.toISOString().slice(0, 10) : cell))) });
  }));

  app.get('/api/intake', forRoles(intakeRoles, (context, _, { scheme }) => {
    const paper = paperNotice(scheme, now().toISOString(), localeOf(context));
    return Promise.resolve(context.json({ form: intakeForm, ...(paper === undefined ? {} : { paper }) }));
  }));
  app.get('/api/intake/template.xlsx', forRoles(intakeRoles, async (context, _, { scheme }) => {
    const locale = localeOf(context);
    const name = locale === 'en' ? 'Applications' : '申报汇总表';
    context.header('Content-Disposition', `attachment; filename*=UTF-8''${encodeURIComponent(`${name}.xlsx`)}`);
    return context.body(new Uint8Array(await fileFromTemplate(intakeTemplate(scheme, { locale }), name, locale)), 200, { 'content-type': EXCEL });
  }));
  // A table that was uploaded in the page by whoever enters it.
  app.post('/api/intake/file', forRoles(intakeRoles, async (context, identity, running) => {
    const { file, store } = (await bodyOf(context)) ?? {};
    const upload = typeof file === 'string' ? await uploads.find(file) : undefined;
    const content = upload?.owner === ownerOf(identity) ? await uploads.content(upload.id) : undefined;
    const sheet = upload === undefined || content === undefined ? undefined : await sheetFromFile(content, upload.name);
    if (upload === undefined || sheet === undefined) return refuse(context, 'portal/no-table', 422);
    return context.json(await intake.takeIn(identity, running, sheet, { document: upload.name, locale: localeOf(context), store: store === true }));
  }));
  app.post('/api/intake', forRoles(intakeRoles, async (context, identity, running) => {
    const document = (context.req.query('name') ?? '').slice(0, 200);
    const sheet = await sheetFromFile(new Uint8Array(await context.req.arrayBuffer()), document);
    if (sheet === undefined) return refuse(context, 'portal/no-table', 422);
    return context.json(await intake.takeIn(identity, running, sheet, { document, locale: localeOf(context), store: context.req.query('store') === 'yes' }));
  }));
}

const isSheet = (value: unknown): value is Sheet => Array.isArray(value) && value.every((row) => Array.isArray(row) && row.every((cell) => cell === null || ['string', 'number', 'boolean'].includes(typeof cell)));
