import type { Scheme } from '@cobuild/core';
import { dateInZone } from '@cobuild/core';
import type { CaseState, EntryDraft, Identity } from '@cobuild/rules';
import { caseFromState, ledgerBalance } from '@cobuild/rules';
import type { Context, Hono } from 'hono';
import { availableIn } from './fund-book.js';
import type { LedgerStore } from './ledger-store.js';
import { highestRoles } from './page-roles.js';

export interface LedgerRouteParts {
  readonly ledgers: LedgerStore;
  /** The scheme whose pages are open, where this person takes part in it. */
  readonly schemeFor: (context: Context, identity: Identity) => Promise<Scheme | undefined>;
  readonly withIdentity: (handle: (context: Context, identity: Identity) => Promise<Response>) => (context: Context) => Promise<Response>;
  readonly refuse: (context: Context, code: 'portal/broken-request' | 'portal/not-allowed', status: 400 | 403) => Response;
  readonly bodyOf: (context: Context) => Promise<Record<string, unknown> | undefined>;
  readonly now: () => Date;
  /** Cases of a scheme as far as this person sees them. */
  readonly casesFor: (identity: Identity, scheme: string) => Promise<readonly CaseState[]>;
}

/** The money of a scheme's fund: read and posted by those who pay. Of two who post on what they saw the second is given the newest ledger. */
export function addLedgerRoutes(app: Hono, { ledgers, schemeFor, withIdentity, refuse, bodyOf, now, casesFor }: LedgerRouteParts): void {
  app.get('/api/ledger', withIdentity(async (context, identity) => {
    const scheme = await schemeFor(context, identity);
    if (scheme === undefined || !pays(scheme, identity)) return refuse(context, 'portal/not-allowed', 403);
    const ledger = await ledgers.ledger(scheme.id);
    return context.json({ ledger, balance: ledgerBalance(ledger) });
  }));
  // Whoever pays sees how far the money of the year reaches among those that came to a vote and are not approved yet.
  app.get('/api/funding-line', withIdentity(async (context, identity) => {
    const scheme = await schemeFor(context, identity);
    if (scheme?.allocation === undefined) return refuse(context, 'portal/not-allowed', 403);
    // The page of a committee asks for all who sit on it; whoever votes and does not pay is told nothing.
    if (!pays(scheme, identity)) return highestRoles(scheme).includes(identity.role) ? context.json({ cases: [] }) : refuse(context, 'portal/not-allowed', 403);
    const cases = (await casesFor(identity, scheme.id)).filter(({ status, vote }) => status === 'open' && vote !== undefined).map(caseFromState);
    const pool = availableIn(scheme, await ledgers.ledger(scheme.id), Number(dateInZone(now().toISOString()).slice(0, 4)));
    return context.json({ cases, ...(pool === undefined ? {} : { batch: { pool } }) });
  }));
  app.post('/api/ledger', withIdentity(async (context, identity) => {
    const scheme = await schemeFor(context, identity);
    if (scheme === undefined || !pays(scheme, identity)) return refuse(context, 'portal/not-allowed', 403);
    const { entries, expectedVersion } = (await bodyOf(context)) ?? {};
    if (!Array.isArray(entries) || typeof expectedVersion !== 'number' || !Number.isInteger(expectedVersion)) return refuse(context, 'portal/broken-request', 400);
    // Who posted, and when, is not for the request to say.
    const drafts = entries.map((entry: unknown) => ({ ...(typeof entry === 'object' ? entry : {}), at: now().toISOString(), by: identity.id }) as EntryDraft);
    const posted = await ledgers.post(scheme.id, drafts, expectedVersion);
    if (posted.ok) return context.json({ ledger: posted.ledger, balance: ledgerBalance(posted.ledger) });
    return 'conflict' in posted ? context.json({ conflict: posted.ledger, balance: ledgerBalance(posted.ledger) }, 409) : context.json({ problems: posted.problems }, 422);
  }));
}

/** The role that the scheme names, else every office of the highest level that acts at a stage. */
function pays({ supervision, organisation, stages }: Scheme, { role }: Identity): boolean {
  const payer = supervision?.payer;
  if (payer !== undefined) return role === payer;
  const level = organisation.roles.find(({ id }) => id === role)?.level;
  return level !== undefined && level === organisation.levels[0]?.id && stages.some(({ actor, method }) => method !== 'application' && method !== 'score' && actor.role === role);
}
