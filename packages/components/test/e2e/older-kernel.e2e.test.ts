import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { bundleOf, bundleScript, elements } from './element-content.js';
import { pageWith, startPortalSite } from './portal-site.js';
import type { PortalSite } from './portal-site.js';
import type { WatchedPage } from './watched-page.js';
import { built, launchChromium, watchPage } from './watched-page.js';

let site: PortalSite;
let browser: Browser;
/** One for all: in a page of its own the browser would read the bundle anew for each test. */
let watched: WatchedPage;

beforeAll(async () => {
  [site, browser] = await Promise.all([startPortalSite(), launchChromium()]);
  watched = await watchPage(browser);
  await asOfChromium110(watched.page);
  for (const file of ['cobuild.iife.js', 'cobuild-editor.js']) site.serve(`/${file}`, built(file));
  site.serve('/host.js', `
    const element = document.querySelector('[data-element]');
    for (const name of ['submit', 'action', 'open', 'identity', 'object', 'publish']) element.addEventListener('cobuild-' + name, (event) => event.preventDefault());
    Object.assign(element, JSON.parse(document.getElementById('properties').textContent));`);
});
afterAll(async () => {
  await browser.close();
  await site.close();
});
beforeEach(() => watched.startOver(site.origin));

/** Takes away what browsers got after Chromium 110. `CHROMIUM=/path npm test` runs everything on an older kernel itself. */
async function asOfChromium110(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const take = (from: object, ...names: string[]): void => { for (const name of names) Reflect.deleteProperty(from, name); };
    take(Promise, 'withResolvers', 'try');
    take(Object, 'groupBy');
    take(Map, 'groupBy');
    take(Array, 'fromAsync');
    take(Set.prototype, 'union', 'intersection', 'difference', 'symmetricDifference', 'isSubsetOf', 'isSupersetOf', 'isDisjointFrom');
    take(String.prototype, 'isWellFormed', 'toWellFormed');
    take(ArrayBuffer.prototype, 'transfer', 'resize');
    take(Reflect.get(globalThis, 'Iterator') as object, 'from');
    take(Object.getPrototypeOf(Object.getPrototypeOf([][Symbol.iterator]())) as object, 'map', 'filter', 'toArray', 'find', 'some', 'every', 'forEach', 'reduce', 'take', 'drop', 'flatMap');
    take(URL, 'canParse', 'parse');
    take(AbortSignal, 'any');
    take(HTMLElement.prototype, 'showPopover', 'hidePopover', 'togglePopover', 'popover');
    take(Element.prototype, 'getHTML', 'setHTMLUnsafe', 'moveBefore');
    take(Document, 'parseHTMLUnsafe');
    take(Document.prototype, 'startViewTransition');
    take(globalThis, 'scheduler', 'CloseWatcher', 'ToggleEvent', 'Iterator');
  });
}

const asData = (value: unknown): string => `<script type="application/json" id="properties">${JSON.stringify(value).replace(/</g, '\\u003c')}</script>`;

describe('row 98: with what Chromium 110 had and nothing more', () => {
  it.each(elements.map((content, index) => ({ ...content, name: `${content.tag} ${index}` })))('$name works without a complaint', async ({ tag, properties, use }) => {
    site.serve('/page.html', pageWith(`<${tag} data-element></${tag}>${asData(properties)}`, `${bundleScript(tag)}<script defer src="/host.js"></script>`));
    const { page, expectQuiet } = watched;
    await page.goto(`${site.origin}/page.html`);
    await use(page);
    expectQuiet(['/page.html', '/host.js', `/${bundleOf(tag)}`, '/favicon.ico']);
  });

  it('a script that needs more is noticed', async () => {
    site.serve('/newer.js', 'Object.groupBy([1], () => "a");');
    site.serve('/page.html', pageWith('<p>门户</p>', '<script defer src="/newer.js"></script>'));
    const { page, complaints } = watched;
    await page.goto(`${site.origin}/page.html`);
    expect(complaints.join(' ')).toContain('Object.groupBy is not a function');
  });
});
