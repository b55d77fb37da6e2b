import type { Assignment } from '@cobuild/core';
import { localize, resolveParameters } from '@cobuild/core';
import type { Identity } from '@cobuild/rules';
import { assignmentAction, assignmentItem, panelLoad, proposedPanel } from '@cobuild/rules';
import type { Hono } from 'hono';
import type { CaseService, CaseView, Outcome } from './case-service.js';
import { portalProblem } from './portal-problem.js';
import type { ReviewerPool } from './reviewer-pool.js';
import { isRecord } from './route-tools.js';
import type { RouteTools } from './route-tools.js';

export interface AssignmentParts extends RouteTools {
  readonly cases: CaseService;
  readonly reviewers: ReviewerPool;
  /** Tells whoever is concerned that a case has moved on. */
  readonly tell: (view: CaseView) => Promise<void>;
}

/** More at once than any scheme has applications at a stage. */
const MOST = 500;

/** Reviewers of several applications at once: each is an act of its own in its own log, checked as one that is assigned alone. What is refused of one leaves the others. */
export function addAssignmentRoutes(app: Hono, { withIdentity, refuse, bodyOf, localeOf, current, cases, reviewers, tell }: AssignmentParts): void {
  const open = async (identity: Identity, scheme: string): Promise<readonly CaseView[]> => (await cases.list(identity, scheme)).filter(({ next }) => next.some(({ type }) => type === 'reviewersAssigned'));

  // What waits for this person to be assigned, with the group that the rule proposes for each.
  app.get('/api/assignments', withIdentity(async (context, identity) => {
    const running = await current(context);
    const waiting = running === undefined ? [] : await open(identity, running.scheme.id);
    if (running === undefined || waiting.length === 0) return context.json({ groups: [], cases: [] });
    const locale = localeOf(context);
    const scheme = resolveParameters(running.scheme);
    const titleOf = (unit: string): string => localize(scheme.organisation.units?.find(({ id }) => id === unit)?.title, locale) || unit;
    const ruleOf = ({ state }: CaseView): Assignment | undefined => scheme.stages.find(({ id }) => id === state.stage)?.assignment;
    const people = await reviewers.candidates(waiting[0]?.state.id ?? '', 'counted');
    const units = [...new Set(waiting.flatMap((view) => ruleOf(view)?.panels?.map(({ unit }) => unit) ?? []))];
    return context.json({
      groups: units.map((unit) => ({ unit, title: titleOf(unit), load: panelLoad(unit, people) })),
      method: ruleOf(waiting[0] as CaseView)?.method,
      cases: waiting.map((view) => {
        const rule = ruleOf(view);
        const proposed = rule === undefined ? undefined : proposedPanel(rule, assignmentItem(scheme, view.state), people);
        const last = view.state.assigned?.find(({ stage }) => stage === view.state.stage);
        return { id: view.state.id, ...(proposed === undefined ? {} : { proposed: titleOf(proposed) }), ...(last === undefined ? {} : { assigned: last.panel === undefined ? last.reviewers.length : titleOf(last.panel) }) };
      }),
    });
  }));

  app.post('/api/assignments', withIdentity(async (context, identity) => {
    const body = await bodyOf(context);
    const running = await current(context);
    const asked: readonly unknown[] = Array.isArray(body?.['cases']) ? body['cases'] : [];
    const wanted = asked.filter((one): one is { readonly id: string; readonly sequence?: number } => isRecord(one) && typeof one['id'] === 'string' && (one['sequence'] === undefined || typeof one['sequence'] === 'number'));
    if (body === undefined || running === undefined || wanted.length === 0 || wanted.length !== asked.length || wanted.length > MOST) return refuse(context, 'portal/broken-request', 400);
    const locale = localeOf(context);
    const word = (key: string): Readonly<Record<string, string>> => (typeof body[key] === 'string' && body[key] !== '' ? { [key]: body[key] } : {});
    const choice = { ...word('panel'), ...word('reason'), ...word('seed') };
    const results: { readonly id: string; readonly problems: Outcome<CaseView>['problems'] }[] = [];
    for (const { id, sequence } of wanted) {
      const outcome = await assign(id, sequence);
      if (outcome.problems === undefined) await tell(outcome.value);
      results.push({ id, problems: outcome.problems ?? [] });
    }
    return context.json({ results });

    async function assign(id: string, sequence: number | undefined): Promise<Outcome<CaseView>> {
      const view = await cases.view(identity, id);
      const stored = view === undefined ? undefined : await cases.stored(id);
      if (view === undefined || stored === undefined) return { problems: [portalProblem('portal/unknown-case', locale)] };
      if (!view.next.some(({ type }) => type === 'reviewersAssigned')) return { problems: [portalProblem('portal/not-allowed', locale)] };
      const action = assignmentAction(stored.running.scheme, stored.state, await reviewers.candidates(id), choice);
      if (action === undefined) return { problems: [portalProblem('portal/no-proposal', locale)] };
      return reviewers.assign(identity, id, action, locale, (what) => cases.act(identity, id, what, sequence, undefined, locale));
    }
  }));
}
