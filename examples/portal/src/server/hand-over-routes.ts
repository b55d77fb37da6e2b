import type { Locale, Problem } from '@cobuild/core';
import type { HandOverMove, Identity, IdentityAdapter, PostHolder } from '@cobuild/rules';
import type { Hono } from 'hono';
import { takesPart } from './case-service.js';
import { projectRoles } from './page-roles.js';
import { portalProblem } from './portal-problem.js';
import type { RunningScheme } from './published-schemes.js';
import { ReviewerPool } from './reviewer-pool.js';
import type { RouteTools } from './route-tools.js';
import { isRecord } from './route-tools.js';
import type { Jointly } from './services.js';

export interface HandOverParts extends RouteTools {
  readonly jointly: () => Jointly;
  readonly reviewers: ReviewerPool;
  readonly identities: IdentityAdapter;
}

/** Whom the portal knows in a scheme, as holders of posts. */
export async function holdersOf(identities: IdentityAdapter, running: RunningScheme): Promise<readonly PostHolder[]> {
  return (await identities.demonstrationIdentities()).filter((identity) => takesPart(identity, running)).map(({ id, name, role, unit, town }) => ({ id, name, role, ...(unit === undefined ? {} : { unit }), ...(town === undefined ? {} : { town }) }));
}

/** A holder as somebody sent it, as the portal knows the person: what a page says of their role and unit is not asked for. `undefined` for an id that nobody has. */
export function knownHolder(sent: unknown, known: readonly PostHolder[]): PostHolder | undefined {
  if (!isRecord(sent) || typeof sent['name'] !== 'string') return undefined;
  const { id, name } = sent;
  return id === undefined ? { name } : known.find((person) => person.id === id);
}

/** All that somebody who leaves holds, handed over in one act: planned here again on the whole logs, then done as a whole, or not at all. */
export function addHandOverRoutes(app: Hono, { withIdentity, refuse, bodyOf, localeOf, current, jointly, reviewers, identities }: HandOverParts): void {
  app.get('/api/holders', withIdentity(async (context, identity) => {
    const running = await current(context);
    if (running === undefined || !takesPart(identity, running) || !projectRoles(running.scheme).includes(identity.role)) return refuse(context, 'portal/not-allowed', 403);
    return context.json({ people: await holdersOf(identities, running) });
  }));

  app.post('/api/hand-overs', withIdentity(async (context, identity) => {
    const body = await bodyOf(context);
    const running = await current(context);
    if (running === undefined || !takesPart(identity, running)) return refuse(context, 'portal/not-allowed', 403);
    const locale = localeOf(context);
    const known = await holdersOf(identities, running);
    // Whoever leaves need not be known any more.
    const leaver = isRecord(body?.['leaver']) && typeof body['leaver']['name'] === 'string' ? { name: body['leaver']['name'], ...(typeof body['leaver']['id'] === 'string' ? { id: body['leaver']['id'] } : {}) } : undefined;
    const [on, reason] = [body?.['on'], body?.['reason']];
    if (leaver === undefined || typeof on !== 'string' || typeof reason !== 'string') return refuse(context, 'portal/broken-request', 400);
    const successor = knownHolder(body?.['successor'], known);
    if (successor === undefined) return context.json({ problems: [portalProblem('portal/unknown-person', locale)] }, 422);
    const people = known.flatMap(({ id, name, unit, town }) => (id === undefined ? [] : [{ id, name, ...(unit === undefined ? {} : { unit }), ...(town === undefined ? {} : { town }) }]));
    // Nobody is assigned a review meanwhile: what the successor has to do is counted.
    return reviewers.inTurn(async () => {
      const act = jointly();
      const { moves, stays } = await act.projects.handOverPlan(identity, running, { leaver, successor, on, reason }, people, locale);
      const pool = new ReviewerPool(act.cases, identities);
      for (const move of moves) {
        const problems = await doMove(act, pool, identity, move, locale);
        if (problems.length > 0) return undone(problems.map((problem) => ({ ...problem, message: `${move.title}${locale === 'en' ? ': ' : '：'}${problem.message}` })));
      }
      const written = await act.commit();
      if (written.kind !== 'done') return undone(written.kind === 'refused' ? written.problems : [portalProblem('portal/project-conflict', locale)]);
      return context.json({ done: moves, refused: stays }, moves.length === 0 ? 422 : 200);

      function undone(problems: readonly Problem[]): Response {
        return context.json({ problems: [portalProblem('portal/hand-over-undone', locale), ...problems], done: [], refused: stays }, 422);
      }
    });
  }));
}

async function doMove({ cases, projects }: Jointly, pool: ReviewerPool, who: Identity, move: HandOverMove, locale: Locale): Promise<readonly Problem[]> {
  if (move.kind === 'post') {
    const outcome = await projects.act(who, move.caseId, move.action, undefined, locale);
    return outcome.kind === 'done' ? [] : outcome.problems;
  }
  return (await pool.assign(who, move.caseId, move.action, locale, (action) => cases.act(who, move.caseId, action, undefined, undefined, locale))).problems ?? [];
}
