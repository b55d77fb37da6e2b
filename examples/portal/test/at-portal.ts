import { serve } from '@hono/node-server';
import type { PublishedScheme } from '@cobuild/core';
import type { AddressInfo } from 'node:net';
import type { Browser } from 'playwright';
import type { Portal } from './portal-harness.js';
import { openPortal } from './portal-harness.js';
import type { WatchedPage } from './watched-page.js';
import { watchPage } from './watched-page.js';

/** Opens a page of the portal as somebody; `undefined`: as nobody. */
export type OpenAs = (as: string | undefined, path: string, hash?: string) => Promise<WatchedPage>;

/** Runs what `work` does at the pages of a portal, which ends with it. Refusals (422) may stand in the console, nothing else. */
export async function atPortal(browser: Browser, scheme: string | PublishedScheme, work: (portal: Portal, open: OpenAs) => Promise<void>): Promise<void> {
  const portal = await openPortal(scheme);
  const server = serve({ fetch: portal.app.fetch, port: 0, hostname: '127.0.0.1' });
  await new Promise((resolve) => { server.on('listening', resolve); });
  const origin = `http://localhost:${(server.address() as AddressInfo).port}`;
  const watched = await watchPage(browser, origin);
  watched.page.setDefaultTimeout(40_000);
  try {
    await work(portal, async (as, path, hash = '') => {
      await watched.page.context().addCookies([{ name: 'identity', value: as ?? '', url: origin, sameSite: 'Strict', httpOnly: true }]);
      await watched.page.goto(`${origin}/assets/portal.css`);
      await watched.page.goto(`${origin}${path}?scheme=${typeof scheme === 'string' ? scheme : scheme.scheme.id}${hash}`);
      return watched;
    });
    watched.expectQuiet(/422/);
  } finally {
    await watched.page.context().close();
    server.close();
    await portal.close();
  }
}
