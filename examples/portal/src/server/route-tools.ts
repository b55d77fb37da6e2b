import type { Locale } from '@cobuild/core';
import type { Identity } from '@cobuild/rules';
import type { Context } from 'hono';
import type { PortalCode } from './portal-problem.js';
import type { RunningScheme } from './published-schemes.js';

/** What all routes of people who are signed in are made with. */
export interface RouteTools {
  /** Refuses whoever is not signed in. */
  readonly withIdentity: (handle: (context: Context, identity: Identity) => Promise<Response>) => (context: Context) => Promise<Response>;
  readonly refuse: (context: Context, code: PortalCode, status: 400 | 401 | 403 | 404 | 409 | 413 | 422 | 429) => Response;
  /** The body as an object; `undefined` where it is none. */
  readonly bodyOf: (context: Context) => Promise<Record<string, unknown> | undefined>;
  readonly localeOf: (context: Context) => Locale;
  /** The version in force of the scheme whose pages are open. */
  readonly current: (context: Context) => Promise<RunningScheme | undefined>;
}

export const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);
