import { serveStatic } from '@hono/node-server/serve-static';
import type { Locale, Scheme } from '@cobuild/core';
import { readDraft } from '@cobuild/core';
import type { CallNotice, Draft, Identity, IdentityAdapter, MessageAdapter, RegisterAdapter, RegistryAdapter, CaseAction, CaseStore } from '@cobuild/rules';
import { buildNotice, callNotice, caseFromState } from '@cobuild/rules';
import type { Context, MiddlewareHandler } from 'hono';
import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { getCookie, setCookie } from 'hono/cookie';
import { streamSSE } from 'hono/streaming';
import type { CaseService, CaseView } from './case-service.js';
import { ownerOf, takesPart } from './case-service.js';
import { addAssignmentRoutes } from './assignment-routes.js';
import { addBatchRoutes } from './batch-routes.js';
import { addDisclosureRoutes } from './disclosure-routes.js';
import { addHandOverRoutes } from './hand-over-routes.js';
import { addFileRoutes } from './file-routes.js';
import type { IntakeService } from './intake-service.js';
import { ADMINISTRATOR } from './demonstration-people.js';
import { knownLanguage } from './page-words.js';
import { pageAt, pageHtml, paths } from './pages.js';
import { RateLimit } from './rate-limit.js';
import { addLedgerRoutes } from './ledger-routes.js';
import type { LedgerStore } from './ledger-store.js';
import { addRecordRoutes } from './record-routes.js';
import type { RecordService } from './record-service.js';
import { addRegisterRoutes } from './register-routes.js';
import type { PortalCode } from './portal-problem.js';
import { portalProblem, said } from './portal-problem.js';
import { addProjectRoutes } from './project-routes.js';
import type { ProjectService } from './project-service.js';
import type { PublishedSchemes, RunningScheme } from './published-schemes.js';
import type { RegisterService } from './register-service.js';
import { addRegisterPageRoutes } from './register-page-routes.js';
import { ReviewerPool } from './reviewer-pool.js';
import type { RouteTools } from './route-tools.js';
import { readSave } from './scheme-files.js';
import type { SchemeUses } from './scheme-use.js';
import type { Jointly } from './services.js';
import type { SchemeWorkspace } from './scheme-workspace.js';
import { sameOriginChanges, securityHeaders } from './security.js';
import type { Uploads } from './uploads.js';
import { addVoteRoutes } from './vote-routes.js';
import type { VoteService } from './vote-service.js';

export interface PortalParts {
  readonly cases: CaseService;
  readonly ledgers: LedgerStore;
  readonly projects: ProjectService;
  readonly intake: IntakeService;
  readonly votes: VoteService;
  readonly register: RegisterService;
  readonly records: RecordService;
  readonly uses: SchemeUses;
  /** Begins an act over several logs. */
  readonly jointly: () => Jointly;
  readonly store: CaseStore;
  readonly schemes: PublishedSchemes;
  readonly workspace: SchemeWorkspace;
  readonly identities: IdentityAdapter;
  readonly registry: RegistryAdapter;
  /** What the pickers of a form choose from, for the scheme that is in force. */
  readonly registers: (scheme: Scheme | undefined, locale: Locale) => Promise<RegisterAdapter>;
  readonly messages: MessageAdapter;
  readonly uploads: Uploads;
  /** Folders of our own files, relative to the working directory as the static server wants them. */
  readonly assets: { readonly components: string; readonly client: string; readonly styles: string; readonly simulationWorker: string };
  /** Whether the pages of a scheme hold made-up cases. */
  readonly isDemonstration: (schemeId: string) => Promise<boolean>;
  readonly now: () => Date;
}

/** Largest request that is read. */
const maxBytes = 2 * 1024 * 1024;
/** Tables and registers come as a whole; what is too large for them is too large for a page, too. */
const maxTableBytes = 32 * 1024 * 1024;
const TABLES = /^\/api\/(?:intake|sheets|register)(?:\/|$)/;
/** Look-ups of one person in a minute: more than anybody types, fewer than it takes to copy a register. */
const lookUpsAMinute = 120;
/** Comments on one project in a minute: more than people write, fewer than it takes to flood it. */
const commentsAMinute = 10;
/** Seconds for which a choice of language is kept. */
const aYear = 365 * 24 * 60 * 60;

/** The portal as one request handler; who listens, and on what, is the caller's business. */
export function createApp(parts: PortalParts): Hono {
  const { cases, store, schemes, workspace, identities, registry, messages } = parts;
  const app = new Hono();
  /** The language that a person chose for the pages. */
  const chosenLocale = (context: Context): Locale | undefined => knownLanguage(getCookie(context, 'language'));
  // A link or a stream of events sends what the browser prefers; whoever chose is answered in that language there, too.
  const localeOf = (context: Context): Locale => chosenLocale(context) ?? ((context.req.header('accept-language') ?? '').startsWith('en') ? 'en' : 'zh-CN');
  const reviewers = new ReviewerPool(cases, identities);
  const identityOf = (context: Context): Promise<Identity | undefined> => identities.identify(getCookie(context, 'identity'));
  const refuse = (context: Context, code: PortalCode, status: 400 | 401 | 403 | 404 | 409 | 413 | 422 | 429 | 500): Response => context.json({ problems: [portalProblem(code, localeOf(context))] }, status);
  /** What a case shows; a refusal of a decision is not a broken request: 422 with the problems. */
  const answer = (context: Context, outcome: Awaited<ReturnType<CaseService['submit']>>): Response => (outcome.problems === undefined ? context.json(said(outcome.value, localeOf(context))) : context.json(said({ problems: outcome.problems }, localeOf(context)), 422));
  const bodyOf = async (context: Context): Promise<Record<string, unknown> | undefined> => {
    try {
      const body: unknown = await context.req.json();
      return typeof body === 'object' && body !== null && !Array.isArray(body) ? (body as Record<string, unknown>) : undefined;
    } catch {
      return undefined;
    }
  };

  const limited = (maxSize: number): MiddlewareHandler => bodyLimit({ maxSize, onError: (context) => refuse(context, 'portal/too-large', 413) });
  const [usual, ofTables] = [limited(maxBytes), limited(maxTableBytes)];
  app.use(securityHeaders, sameOriginChanges((context) => refuse(context, 'portal/foreign-request', 403)), (context, next) => (TABLES.test(context.req.path) ? ofTables : usual)(context, next));
  app.onError((error, context) => {
    console.error(error);
    return refuse(context, 'portal/failed', 500);
  });
  app.notFound((context) => refuse(context, 'portal/not-found', 404));

  for (const path of paths) {
    app.get(path, async (context) => {
      const scheme = schemeOf(context);
      const language = knownLanguage(context.req.query('language'));
      if (language !== undefined) {
        setCookie(context, 'language', language, { httpOnly: true, sameSite: 'Strict', path: '/', maxAge: aYear });
        return context.redirect(scheme === undefined ? path : `${path}?scheme=${encodeURIComponent(scheme)}`);
      }
      const running = await schemes.running();
      const chosen = scheme === undefined ? running[0] : running.find((item) => item.scheme.id === scheme);
      const locale = chosenLocale(context) ?? 'zh-CN';
      const page = pageAt(path, chosen?.scheme, locale);
      return scheme !== undefined && chosen === undefined ? refuse(context, 'portal/not-found', 404) : context.html(pageHtml(page, chosen?.scheme, running.map((item) => item.scheme), { role: await roleHere(context, chosen), locale }));
    });
  }
  app.use('/assets/client/*', serveStatic({ root: parts.assets.client, rewriteRequestPath: (path) => path.slice('/assets/client'.length) }));
  app.use('/assets/portal.css', serveStatic({ path: parts.assets.styles }));
  app.use('/assets/cobuild-simulation-worker.js', serveStatic({ path: parts.assets.simulationWorker }));
  app.use('/assets/*', serveStatic({ root: parts.assets.components, rewriteRequestPath: (path) => path.slice('/assets'.length) }));

  // Who may be chosen, and who is here: on the pages of a scheme only people of that scheme.
  app.get('/api/session', async (context) => {
    const current = await schemes.current(schemeOf(context));
    const isHere = (identity: Identity): boolean => current === undefined || takesPart(identity, current);
    const identity = await identityOf(context);
    return context.json({ demonstration: current !== undefined && (await parts.isDemonstration(current.scheme.id)), identity: identity !== undefined && isHere(identity) ? identity : null, identities: (await identities.demonstrationIdentities()).filter(isHere) });
  });
  app.post('/api/session', async (context) => {
    const chosen = (await bodyOf(context))?.['identity'];
    const identity = await identities.identify(typeof chosen === 'string' ? chosen : undefined);
    if (identity === undefined) return refuse(context, 'portal/sign-in', 401);
    setCookie(context, 'identity', identity.id, { httpOnly: true, sameSite: 'Strict', path: '/' });
    return context.json({ identity });
  });

  /** What applicants are told of the call, in their language and by the clock that takes their applications in. */
  const callOf = (scheme: Scheme, context: Context): { readonly call?: CallNotice } => {
    const notice = callNotice(scheme, parts.now().toISOString(), localeOf(context));
    return notice === undefined ? {} : { call: notice };
  };
  app.get('/api/scheme', async (context) => {
    const hash = context.req.query('hash');
    const running = await (hash === undefined ? schemes.current(schemeOf(context)) : schemes.byHash(hash));
    return running === undefined ? refuse(context, 'portal/no-scheme', 404) : context.json({ ...running, today: cases.today(), ...callOf(running.scheme, context) });
  });
  app.get('/api/notices', async (context) => {
    const current = await schemes.current(schemeOf(context));
    const all = await cases.all(current?.scheme.id ?? '');
    const byHash = new Map(all.map(({ running }) => [running.hash, running.scheme]));
    if (current !== undefined) byHash.set(current.hash, current.scheme);
    const notices = [...byHash].flatMap(([hash, scheme]) => {
      const states = all.filter(({ running }) => running.hash === hash).map(({ state }) => state);
      return (scheme.publicity?.notices ?? []).map((notice) => buildNotice(scheme, notice, states, cases.today(), localeOf(context)).notice);
    });
    // A version without an item has nothing to show beside the others.
    const withItems = notices.filter(({ items }) => items.length > 0);
    return context.json({ notices: withItems.length > 0 ? withItems : notices.slice(-1) });
  });
  app.post('/api/notices/:caseId/objections', async (context) => {
    const body = await bodyOf(context);
    if (body === undefined) return refuse(context, 'portal/broken-request', 400);
    const outcome = await cases.object(context.req.param('caseId'), textOf(body['text']), textOf(body['contact']), localeOf(context));
    // Nothing of the case goes back to the public.
    return outcome.problems === undefined ? context.json({ accepted: true }) : context.json({ problems: outcome.problems }, 422);
  });

  const withIdentity = (handle: (context: Context, identity: Identity) => Promise<Response>) => async (context: Context): Promise<Response> => {
    const identity = await identityOf(context);
    return identity === undefined ? refuse(context, 'portal/sign-in', 401) : handle(context, identity);
  };

  /** On the pages of a scheme: an id that nobody published is none, and not all of them. */
  const inScheme = (handle: (context: Context, identity: Identity, scheme: Scheme) => Promise<Response>) => withIdentity(async (context, identity) => {
    const current = await schemes.current(schemeOf(context));
    return current === undefined ? refuse(context, 'portal/no-scheme', 404) : handle(context, identity, current.scheme);
  });

  app.get('/api/cases', inScheme(async (context, identity, scheme) => {
    const [views, intakes] = await Promise.all([cases.list(identity, scheme.id), parts.intake.intakes()]);
    return context.json({ cases: views.map((view) => ({ ...said(view, localeOf(context)), intake: intakes.get(view.state.id) })) });
  }));
  app.get('/api/counts/:completed?', inScheme(async (context, identity, { id }) => context.json({ facts: await cases.countsFor(identity, id, context.req.param('completed')) })));
  app.post('/api/cases', withIdentity(async (context, identity) => {
    const body = await bodyOf(context);
    const key = context.req.header('idempotency-key');
    if (body === undefined || !isRecord(body['answers'])) return refuse(context, 'portal/broken-request', 400);
    if (key === undefined) return refuse(context, 'portal/no-key', 400);
    const outcome = await cases.submit(identity, body['answers'], key, localeOf(context), textOf(body['schemeHash']), schemeOf(context));
    if (outcome.problems === undefined) await tellStage(outcome.value);
    return answer(context, outcome);
  }));
  // The same lines that `cobuild decide --cases` reads, for those who act for the whole district.
  app.get('/api/cases.jsonl', inScheme(async (context, identity, scheme) => {
    if (identity.town !== undefined || identity.role === 'resident') return refuse(context, 'portal/not-allowed', 403);
    const lines = (await cases.list(identity, scheme.id)).map(({ state }) => JSON.stringify(caseFromState(state)));
    return context.body(lines.map((line) => `${line}\n`).join(''), 200, { 'content-type': 'application/x-ndjson; charset=utf-8' });
  }));
  app.get('/api/cases/:id', withIdentity(async (context, identity) => {
    const view = await cases.view(identity, context.req.param('id') ?? '');
    return view === undefined ? refuse(context, 'portal/unknown-case', 404) : context.json(said(view, localeOf(context)));
  }));
  // Whom one may ask to review, for those who assign.
  app.get('/api/cases/:id/reviewers', withIdentity(async (context, identity) => {
    const view = await cases.view(identity, context.req.param('id') ?? '');
    if (view === undefined) return refuse(context, 'portal/unknown-case', 404);
    const assigns = view.next.some(({ type }) => type === 'reviewersAssigned');
    return assigns ? context.json({ reviewers: await reviewers.candidates(view.state.id) }) : refuse(context, 'portal/not-allowed', 403);
  }));
  app.post('/api/cases/:id/actions', withIdentity(async (context, identity) => {
    const body = await bodyOf(context);
    const action = body?.['action'];
    if (!isRecord(action) || typeof action['type'] !== 'string' || !isRecord(action['data'])) return refuse(context, 'portal/broken-request', 400);
    const sequence = typeof body?.['sequence'] === 'number' ? body['sequence'] : undefined;
    const caseId = context.req.param('id') ?? '';
    const given = action as unknown as CaseAction;
    const act = (what: CaseAction): ReturnType<CaseService['act']> => cases.act(identity, caseId, what, sequence, context.req.header('idempotency-key'), localeOf(context));
    const outcome = given.type === 'reviewersAssigned' ? await reviewers.assign(identity, caseId, given, localeOf(context), act) : await act(given);
    if (outcome.problems === undefined) await tellStage(outcome.value);
    return answer(context, outcome);
  }));
  app.get('/api/committee/:threshold', withIdentity(async (context) => context.json({ members: await registry.committeeMembers(context.req.param('threshold') ?? '', schemeOf(context)) })));
  app.get('/api/messages', withIdentity(async (context, identity) => context.json({ messages: await messages.inbox(ownerOf(identity)) })));

  addRegisterRoutes(app, {
    registers: async (context, identity, locale) => {
      // A case is read with the registers of the version that it was filed under.
      const hash = context.req.query('hash');
      const current = await (hash === undefined ? schemes.current(schemeOf(context)) : schemes.byHash(hash));
      return current !== undefined && takesPart(identity, current) ? parts.registers(current.scheme, locale) : undefined;
    },
    limit: new RateLimit(lookUpsAMinute, 60_000, parts.now), withIdentity, refuse, localeOf,
  });
  addLedgerRoutes(app, {
    ledgers: parts.ledgers, withIdentity, refuse, bodyOf, now: parts.now,
    casesFor: async (identity, scheme) => (await cases.list(identity, scheme)).map(({ state }) => state),
    schemeFor: async (context, identity) => {
      const current = await schemes.current(schemeOf(context));
      return current !== undefined && takesPart(identity, current) ? current.scheme : undefined;
    },
  });
  addRecordRoutes(app, { records: parts.records, projects: parts.projects, withIdentity, refuse, localeOf });
  addFileRoutes(app, { cases, projects: parts.projects, uploads: parts.uploads, withIdentity, refuse, bodyOf });
  const tools: RouteTools = { withIdentity, refuse, bodyOf, localeOf, current: (context) => schemes.current(schemeOf(context)) };
  addAssignmentRoutes(app, { ...tools, cases, reviewers, tell: tellStage });
  addProjectRoutes(app, { ...tools, projects: parts.projects, identities });
  addDisclosureRoutes(app, { ...tools, projects: parts.projects, uploads: parts.uploads, limit: new RateLimit(commentsAMinute, 60_000, parts.now) });
  addHandOverRoutes(app, { ...tools, jointly: parts.jointly, reviewers, identities });
  addVoteRoutes(app, parts.votes, tools);
  addRegisterPageRoutes(app, parts.register, parts.cases, tools);
  addBatchRoutes(app, { cases, projects: parts.projects, intake: parts.intake, uploads: parts.uploads, now: parts.now }, tools);

  app.get('/api/drafts', withIdentity(async (context, identity) => context.json({ drafts: await draftsOf(context, identity) })));
  app.put('/api/drafts/:id', inScheme(async (context, identity, { id: scheme }) => {
    const body = await bodyOf(context);
    if (!isRecord(body?.['answers'])) return refuse(context, 'portal/broken-request', 400);
    const id = context.req.param('id') ?? '';
    const owner = ownerOf(identity);
    const stored = await store.draft(id);
    if (stored !== undefined && stored.owner !== owner) return refuse(context, 'portal/not-allowed', 403);
    const savedAt = parts.now().toISOString();
    const expected = typeof body['revision'] === 'number' ? body['revision'] : undefined;
    // The page's own account of the form that was filled in; one that is none is left out, the answers count.
    const { titles, form, base, aside, prefilled } = readDraft({ ...(isRecord(body['draft']) ? body['draft'] : {}), answers: body['answers'], savedAt, revision: 0 }) ?? {};
    const caseId = typeof body['caseId'] === 'string' ? body['caseId'] : undefined;
    const details = Object.fromEntries(Object.entries({ scheme, caseId, titles, form, base, aside, prefilled }).filter(([, value]) => value !== undefined));
    const result = await store.saveDraft({ ...details, id, owner, answers: body['answers'], savedAt, author: { id: identity.id, name: identity.name } }, expected);
    return context.json(result.ok ? { savedAt, revision: result.revision } : { conflict: result.draft });
  }));
  app.delete('/api/drafts/:id', withIdentity(async (context, identity) => {
    const id = context.req.param('id') ?? '';
    const stored = await store.draft(id);
    if (stored !== undefined && stored.owner === (ownerOf(identity))) await store.deleteDraft(id);
    return context.json({});
  }));

  const withAdministrator = (handle: (context: Context, identity: Identity) => Promise<Response>) => withIdentity((context, identity) => (identity.role === ADMINISTRATOR ? handle(context, identity) : Promise.resolve(refuse(context, 'portal/not-allowed', 403))));
  app.get('/api/admin/schemes', withAdministrator(async (context) => context.json({ reports: await workspace.reports(localeOf(context)) })));
  app.post('/api/admin/schemes/:folder/publish', withAdministrator(async (context, identity) => {
    const result = await workspace.publish(context.req.param('folder') ?? '', localeOf(context), identity.name);
    if (result === undefined) return refuse(context, 'portal/not-found', 404);
    if (result.published === undefined) {
      const { problems, published, version } = result.report;
      if (published.some((earlier) => earlier.version === version)) return refuse(context, 'portal/version-used', 409);
      return context.json({ problems: [portalProblem('portal/not-publishable', localeOf(context)), ...problems.filter(({ severity }) => severity === 'error')] }, 409);
    }
    return context.json({ report: result.report });
  }));
  // What a new version would meet: drafts, cases and batches that are under way.
  app.get('/api/admin/schemes/:folder/usage', withAdministrator(async (context) => {
    const id = workspace.idOf(context.req.param('folder') ?? '');
    return id === undefined ? refuse(context, 'portal/not-found', 404) : context.json(await parts.uses.of(id, localeOf(context)));
  }));
  app.get('/api/admin/folders', withAdministrator((context) => Promise.resolve(context.json({ folders: workspace.files.list(localeOf(context)) }))));
  app.get('/api/admin/schemes/:folder/files', withAdministrator(async (context) => {
    const folder = context.req.param('folder') ?? '';
    const found = workspace.files.read(folder);
    if (found === undefined) return refuse(context, 'portal/not-found', 404);
    const id = workspace.files.idOf(folder);
    const running = id === undefined ? undefined : (await schemes.list(id)).find(({ active }) => active);
    const reviewedBase = workspace.bases.reviewed(found, running?.hash);
    // What is opened may be recorded as reviewed.
    workspace.bases.keep(found, running?.hash);
    return context.json({ ...found, ...(reviewedBase === undefined ? {} : { reviewedBase }) });
  }));
  // Versions of the scheme in a folder, and one of them: what the editor compares.
  app.get('/api/admin/schemes/:folder/versions', withAdministrator(async (context) => {
    const id = workspace.files.idOf(context.req.param('folder') ?? '');
    return id === undefined ? refuse(context, 'portal/not-found', 404) : context.json({ id, versions: await schemes.list(id) });
  }));
  app.put('/api/admin/schemes/:folder/files', withAdministrator(async (context) => {
    const body = await bodyOf(context);
    const save = readSave(body);
    if (save === undefined) return refuse(context, 'portal/broken-request', 400);
    const outcome = workspace.files.save(context.req.param('folder') ?? '', save);
    if (outcome === 'unknown') return refuse(context, 'portal/not-found', 404);
    if (outcome === 'changed') return refuse(context, 'portal/scheme-files-changed', 409);
    const saved = workspace.files.read(context.req.param('folder') ?? '');
    if (saved !== undefined) workspace.bases.keep(saved);
    return context.json({});
  }));
  app.get('/api/admin/events', withAdministrator((context) => Promise.resolve(streamSSE(context, async (stream) => {
    await new Promise<void>((resolve) => {
      const stop = workspace.subscribe(localeOf(context), (news) => {
        const [event, data] = 'folders' in news ? ['folders', news.folders] : ['report', news.report];
        void stream.writeSSE({ event, data: JSON.stringify(data) });
      });
      stream.onAbort(() => {
        stop();
        resolve();
      });
    });
  }))));

  /** Role of whoever asks for a page, where they have one in its scheme. */
  async function roleHere(context: Context, chosen: RunningScheme | undefined): Promise<string | undefined> {
    const identity = await identityOf(context);
    return identity === undefined || chosen === undefined || !takesPart(identity, chosen) ? undefined : identity.role;
  }

  /** Drafts of the scheme whose pages are open; one of an earlier portal names none, and is of the first. */
  async function draftsOf(context: Context, identity: Identity): Promise<readonly Draft[]> {
    const [current, first] = await Promise.all([schemes.current(schemeOf(context)), schemes.current()]);
    return (await store.drafts(ownerOf(identity))).filter(({ scheme = first?.scheme.id }) => scheme === current?.scheme.id);
  }

  /** The applicant hears where the application stands. */
  async function tellStage({ state }: CaseView): Promise<void> {
    const last = state.history[state.history.length - 1];
    if (last?.type !== 'reviewed' && last?.type !== 'votingClosed' && last?.type !== 'noticePublished') return;
    await messages.send({ to: state.applicant.id, subject: last.type, text: last.type === 'reviewed' ? (last.data.reason ?? '') : '', caseId: state.id });
  }

  return app;
}

/** The scheme whose pages are open: `?scheme=ID`; without it the first one. */
const schemeOf = (context: Context): string | undefined => context.req.query('scheme');

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
