import type { Problem } from '@cobuild/core';
import type { HandOverMove, HandOverStay, Identity, IdentityAdapter, PostHolder } from '@cobuild/rules';
import type { Hono } from 'hono';
import type { CaseService } from './case-service.js';
import { takesPart } from './case-service.js';
import { projectRoles } from './page-roles.js';
import { portalProblem } from './portal-problem.js';
import type { ProjectService } from './project-service.js';
import type { RunningScheme } from './published-schemes.js';
import type { ReviewerPool } from './reviewer-pool.js';
import type { RouteTools } from './route-tools.js';
import { isRecord } from './route-tools.js';

export interface HandOverParts extends RouteTools {
  readonly cases: CaseService;
  readonly projects: ProjectService;
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

/** All that somebody who leaves holds, handed over in one act: planned here again on the whole logs, then done one after the other. */
export function addHandOverRoutes(app: Hono, { withIdentity, refuse, bodyOf, localeOf, current, cases, projects, reviewers, identities }: HandOverParts): void {
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
    const { moves, stays } = await projects.handOverPlan(identity, running, { leaver, successor, on, reason }, people, locale);
    const done: HandOverMove[] = [];
    const refused: HandOverStay[] = [...stays];
    for (const move of moves) {
      const problems = await doMove(identity, move);
      if (problems.length === 0) done.push(move);
      else refused.push({ kind: move.kind, caseId: move.caseId, title: move.title, about: move.kind === 'post' ? move.post : move.stage, problems });
    }
    return context.json({ done, refused }, done.length === 0 ? 422 : 200);

    async function doMove(who: Identity, move: HandOverMove): Promise<readonly Problem[]> {
      if (move.kind === 'post') {
        const outcome = await projects.act(who, move.caseId, move.action, undefined, locale);
        return outcome.kind === 'done' ? [] : outcome.problems;
      }
      return (await reviewers.assign(who, move.caseId, move.action, locale, (action) => cases.act(who, move.caseId, action, undefined, undefined, locale))).problems ?? [];
    }
  }));
}
