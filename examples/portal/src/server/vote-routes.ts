import type { FormDefinition, PublicVote, Scheme } from '@cobuild/core';
import { localize } from '@cobuild/core';
import type { Identity } from '@cobuild/rules';
import type { Context, Hono } from 'hono';
import { takesPart } from './case-service.js';
import { voteRoles } from './page-roles.js';
import type { RouteTools } from './route-tools.js';
import { isRecord } from './route-tools.js';
import type { VoteService } from './vote-service.js';

/** Public votes: what everybody may see, one's own ballots, the jury's own sheets, and the count after the end. */
export function addVoteRoutes(app: Hono, votes: VoteService, { withIdentity, refuse, bodyOf, localeOf, current }: RouteTools): void {
  const chosen = async (context: Context): Promise<{ readonly scheme: Scheme; readonly vote: PublicVote } | undefined> => {
    const scheme = (await current(context))?.scheme;
    const vote = scheme === undefined ? undefined : votes.vote(scheme, context.req.param('vote') ?? '');
    return scheme === undefined || vote === undefined ? undefined : { scheme, vote };
  };
  /** For people of the scheme. */
  const inVote = (handle: (context: Context, identity: Identity, scheme: Scheme, vote: PublicVote) => Promise<Response>) => withIdentity(async (context, identity) => {
    const found = await chosen(context);
    const running = await current(context);
    if (found === undefined || running === undefined) return refuse(context, 'portal/unknown-vote', 404);
    return takesPart(identity, running) ? handle(context, identity, found.scheme, found.vote) : refuse(context, 'portal/not-allowed', 403);
  });

  app.get('/api/votes/:vote', async (context) => {
    const found = await chosen(context);
    if (found === undefined) return refuse(context, 'portal/unknown-vote', 404);
    const count = await votes.count(found.scheme, found.vote);
    return context.json({ ...(count === undefined ? { totals: await votes.totals(found.scheme, found.vote) } : { count }) });
  });
  app.get('/api/votes/:vote/own', inVote(async (context, identity, scheme, vote) => context.json({ ballots: await votes.own(scheme, vote, identity), mayVote: votes.mayVote(identity, scheme) })));
  app.post('/api/votes/:vote/ballots', inVote(async (context, identity, scheme, vote) => {
    const picks = (await bodyOf(context))?.['picks'];
    if (!Array.isArray(picks) || !picks.every((pick) => typeof pick === 'string')) return refuse(context, 'portal/broken-request', 400);
    const answer = await votes.cast(scheme, vote, identity, picks, localeOf(context));
    return 'ballot' in answer ? context.json(answer) : context.json(answer, 422);
  }));
  app.delete('/api/votes/:vote/ballots/:ballot', inVote(async (context, identity, scheme, vote) => {
    const problems = await votes.revoke(scheme, vote, identity, context.req.param('ballot') ?? '', localeOf(context));
    return problems.length === 0 ? context.json({ problems }) : context.json({ problems }, 422);
  }));
  app.get('/api/votes/:vote/sheet', inVote(async (context, identity, scheme, vote) => {
    if (!voteRoles(scheme).jury.includes(identity.role) || vote.jury === undefined) return context.json({});
    return context.json({ form: sheetForm(vote), marks: (await votes.sheet(scheme, vote, identity)) ?? {} });
  }));
  app.put('/api/votes/:vote/sheet', inVote(async (context, identity, scheme, vote) => {
    const marks = (await bodyOf(context))?.['marks'];
    if (!isRecord(marks)) return refuse(context, 'portal/broken-request', 400);
    const problems = await votes.mark(scheme, vote, identity, marks, localeOf(context));
    return problems.length === 0 ? context.json({ marks }) : context.json({ problems }, 422);
  }));
}

/** A juror's sheet: a mark for each candidate of the vote. */
function sheetForm({ id, title, candidates = [], jury }: PublicVote): FormDefinition {
  const most = typeof jury?.fullMark === 'number' ? jury.fullMark : 100;
  const mark = { type: 'number', minimum: 0, maximum: most };
  return {
    id: `jury-${id}`, title: { 'zh-CN': `评委打分：${localize(title, 'zh-CN')}`, en: `Jury: ${localize(title, 'en')}` },
    schema: { type: 'object', additionalProperties: false, required: candidates.map((candidate) => candidate.id), properties: Object.fromEntries(candidates.map((candidate) => [candidate.id, mark])) },
    fields: Object.fromEntries(candidates.map((candidate) => [`/${candidate.id}`, { title: candidate.title }])),
  };
}
