import type { Locale } from '@cobuild/core';
import type { Identity, RegisterAdapter } from '@cobuild/rules';
import type { Context, Hono } from 'hono';
import type { RateLimit } from './rate-limit.js';

export interface RegisterRouteParts {
  /** The registers of the scheme whose pages are open, or of the published version with the hash that is asked for, named in a language; `undefined` for somebody who has no part in it. */
  readonly registers: (context: Context, identity: Identity, locale: Locale) => Promise<RegisterAdapter | undefined>;
  readonly limit: RateLimit;
  readonly withIdentity: (handle: (context: Context, identity: Identity) => Promise<Response>) => (context: Context) => Promise<Response>;
  readonly refuse: (context: Context, code: 'portal/broken-request' | 'portal/not-allowed' | 'portal/unknown-register' | 'portal/too-many-requests', status: 400 | 403 | 404 | 429) => Response;
  readonly localeOf: (context: Context) => Locale;
}

/** Characters that somebody searches with, and those of a value. */
const LONGEST_TEXT = 100;
/** Entries of one answer: a whole level of a tree of areas. */
const MOST_ENTRIES = 500;
const FARTHEST = 1_000_000;

/** Registers that the questions choose from, for people who are signed in: page by page, and one entry by its value. */
export function addRegisterRoutes(app: Hono, { registers, limit, withIdentity, refuse, localeOf }: RegisterRouteParts): void {
  const limited = (handle: (context: Context, found: RegisterAdapter) => Promise<Response>): ((context: Context) => Promise<Response>) =>
    withIdentity(async (context, identity) => {
      const wait = limit.wait(identity.id);
      if (wait !== undefined) {
        context.header('Retry-After', String(wait));
        return refuse(context, 'portal/too-many-requests', 429);
      }
      const found = await registers(context, identity, localeOf(context));
      return found === undefined ? refuse(context, 'portal/not-allowed', 403) : handle(context, found);
    });

  app.get('/api/registers/:register', limited(async (context, found) => {
    const text = context.req.query('text') ?? '';
    const parent = context.req.query('parent');
    const offset = countOf(context.req.query('offset') ?? '0', FARTHEST);
    const count = countOf(context.req.query('limit') ?? '20', MOST_ENTRIES);
    if (offset === undefined || count === undefined || count === 0 || text.length > LONGEST_TEXT || (parent ?? '').length > LONGEST_TEXT) return refuse(context, 'portal/broken-request', 400);
    const page = await found.find(context.req.param('register') ?? '', { text, offset, limit: count, ...(parent === undefined ? {} : { parent }) });
    return page === undefined ? refuse(context, 'portal/unknown-register', 404) : context.json(page);
  }));
  app.get('/api/registers/:register/entry', limited(async (context, found) => {
    const value = context.req.query('value');
    if (value === undefined || value.length > LONGEST_TEXT) return refuse(context, 'portal/broken-request', 400);
    // A value that no entry has is an answer too: it is shown as it is.
    return context.json({ entry: (await found.entry(context.req.param('register') ?? '', value)) ?? null });
  }));
}

function countOf(text: string, most: number): number | undefined {
  const count = /^\d{1,7}$/.test(text) ? Number(text) : undefined;
  return count === undefined || count > most ? undefined : count;
}
