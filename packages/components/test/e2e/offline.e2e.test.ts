import type { Browser } from 'playwright';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { bundleScript, elements } from './element-content.js';
import { pageWith, portalPolicy, startPortalSite } from './portal-site.js';
import type { PortalSite } from './portal-site.js';
import type { WatchedPage } from './watched-page.js';
import { built, launchChromium, watchPage } from './watched-page.js';

const NONCE = 'bm9uY2U';
/** Scripts by their nonce alone, styles not at all: what adopts sheets needs none. */
const noncePolicy = portalPolicy.replace("script-src 'self'", `script-src 'nonce-${NONCE}'`).replace("style-src 'self'", "style-src 'none'");
const files = ['/page.html', '/host.js', '/cobuild.iife.js', '/cobuild-editor.js', '/favicon.ico'];
const asData = (value: unknown): string => `<script type="application/json" id="properties">${JSON.stringify(value).replace(/</g, '\\u003c')}</script>`;
/** Hands over what the page holds as data once the test says so: when the connection is gone. */
const host = `
  globalThis.begin = () => {
    const element = document.querySelector('[data-element]');
    for (const name of ['submit', 'action', 'open', 'identity', 'object', 'publish']) element.addEventListener('cobuild-' + name, (event) => event.preventDefault());
    Object.assign(element, JSON.parse(document.getElementById('properties').textContent));
  };`;

let browser: Browser;
/** One for all elements: a page of its own would read the bundle anew for each. */
let watched: WatchedPage;
const sites: PortalSite[] = [];

async function siteUnder(policy: string): Promise<PortalSite> {
  const site = await startPortalSite(policy);
  for (const file of ['cobuild.iife.js', 'cobuild-editor.js']) site.serve(`/${file}`, built(file));
  site.serve('/host.js', host);
  sites.push(site);
  return site;
}

beforeAll(async () => {
  browser = await launchChromium();
  watched = await watchPage(browser);
});
afterAll(async () => {
  await browser.close();
  for (const site of sites) await site.close();
});

describe.each([['the policy of portals', portalPolicy], ['a policy with a nonce and no styles', noncePolicy]])('under %s', (_, policy) => {
  let site: PortalSite;
  beforeAll(async () => {
    site = await siteUnder(policy);
  });
  beforeEach(async () => {
    await watched.page.context().setOffline(false);
    await watched.startOver(site.origin);
  });

  it.each(elements.map((content, index) => ({ ...content, name: `${content.tag} ${index}` })))('row 93: $name works from the single bundle after the connection is gone, without a violation or a request', async ({ tag, properties, use }) => {
    const scripts = `${bundleScript(tag, `nonce="${NONCE}"`)}<script defer nonce="${NONCE}" src="/host.js"></script>`;
    site.serve('/page.html', pageWith(`<${tag} data-element></${tag}>${asData(properties)}`, scripts));
    const { page, requests, expectQuiet } = watched;
    await page.goto(`${site.origin}/page.html`);
    await page.waitForFunction(() => 'begin' in globalThis);
    const before = requests.length;
    await page.context().setOffline(true);

    await page.evaluate(() => { (globalThis as unknown as { begin(): void }).begin(); });
    await use(page);

    expect(requests.slice(before)).toEqual([]);
    expectQuiet(files);
  });
});

it('notices what an element asks of a network that is gone', async () => {
  const site = await siteUnder(portalPolicy);
  site.serve('/page.html', pageWith('<p>门户</p>'));
  const { page, complaints, requests } = await watchPage(browser);
  await page.goto(`${site.origin}/page.html`);
  const before = requests.length;
  await page.context().setOffline(true);
  await page.evaluate(() => fetch('/more.json').catch(() => undefined));
  expect(requests.slice(before)).toEqual([`${site.origin}/more.json`]);
  expect(complaints.join(' ')).toContain('ERR_INTERNET_DISCONNECTED');
  await page.context().close();
});
