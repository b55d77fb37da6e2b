import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { bundleOf, elements, entry } from './element-content.js';
import { pageWith, startPortalSite } from './portal-site.js';
import type { PortalSite } from './portal-site.js';
import type { WatchedPage } from './watched-page.js';
import { built, launchChromium, repository, watchPage } from './watched-page.js';

let site: PortalSite;
let browser: Browser;
/** One for all: in a page of its own the browser would read both bundles anew for each test, which takes longer than what is tested. */
let watched: WatchedPage;

beforeAll(async () => {
  site = await startPortalSite();
  browser = await launchChromium();
  watched = await watchPage(browser);
  site.serve('/cobuild.js', built('cobuild.js'));
  site.serve('/cobuild.iife.js', built('cobuild.iife.js'));
  site.serve('/cobuild-editor.js', built('cobuild-editor.js'));
  // A host's own script: hands over what the page holds as data, as soon as the document is read.
  site.serve('/host.js', `
    const properties = JSON.parse(document.getElementById('properties').textContent);
    globalThis.heard = [];
    const element = document.querySelector('[data-element]');
    for (const name of ['submit', 'action', 'open', 'identity', 'object', 'publish', 'save']) element.addEventListener('cobuild-' + name, (event) => { heard.push(event.type); event.preventDefault(); });
    Object.assign(element, properties);`);
});
afterAll(async () => {
  await browser.close();
  await site.close();
});

beforeEach(() => watched.startOver(site.origin));

const ownFiles = ['/page.html', '/host.js', '/cobuild.js', '/cobuild.iife.js', '/cobuild-editor.js', '/favicon.ico', '/page.css'];
const loading = {
  'cobuild.js': '<script type="module" src="/cobuild.js"></script><script type="module" src="/host.js"></script>',
  'cobuild.iife.js': '<script defer src="/cobuild.iife.js"></script><script defer src="/host.js"></script>',
  'both bundles': '<script defer src="/cobuild.iife.js"></script><script type="module" src="/cobuild.js"></script><script type="module" src="/host.js"></script>',
  'a bundle that comes after the properties': '<script defer src="/host.js"></script><script defer src="/cobuild.iife.js"></script>',
} as const;
/** What only those who make schemes load stands in a file that holds all other elements, too. */
const editorLoading = {
  'cobuild-editor.js': '<script type="module" src="/cobuild-editor.js"></script><script type="module" src="/host.js"></script>',
  'both bundles': '<script type="module" src="/cobuild.js"></script><script type="module" src="/cobuild-editor.js"></script><script type="module" src="/host.js"></script>',
} as const;
const loadingOf = (tag: string): Readonly<Record<string, string>> => (bundleOf(tag) === 'cobuild-editor.js' ? editorLoading : loading);

/** `</` in an answer must not end the script that holds it. */
const asData = (value: unknown): string => `<script type="application/json" id="properties">${JSON.stringify(value).replace(/</g, '\\u003c')}</script>`;

describe.each(elements)('<$tag> on a page under the policy of portals', ({ tag, properties, use }) => {
  it.each(Object.entries(loadingOf(tag)))('works from %s without a complaint', async (name, scripts) => {
    site.serve('/page.html', pageWith(`<${tag} data-element></${tag}>${asData(properties)}`, scripts));
    const { page, expectQuiet } = watched;
    await page.goto(`${site.origin}/page.html`);
    await use(page);
    // The second bundle leaves the first one's elements in place and says so once each.
    expectQuiet(ownFiles, name === 'both bundles' ? /element\/loaded-twice/ : undefined);
  });

  it('keeps its look and its use under a hostile sheet of the page, with attributes and properties that it does not know', async () => {
    site.serve('/page.css', hostileSheet);
    site.serve('/page.html', pageWith(`<${tag} data-element unheard-of="1" lang="xx" onclick-x="y"></${tag}>${asData({ ...properties, unheardOf: { deep: [1] } })}`, `<link rel="stylesheet" href="/page.css">${bundleOf(tag) === 'cobuild-editor.js' ? editorLoading['cobuild-editor.js'] : loading['cobuild.iife.js']}`));
    const { page, expectQuiet } = watched;
    await page.goto(`${site.origin}/page.html`);
    await use(page);
    expect(await page.locator(tag).evaluate(textLook)).toEqual({ smallest: expect.any(Number) as number, faint: [], upperCase: false });
    expect((await page.locator(tag).evaluate(textLook)).smallest).toBeGreaterThanOrEqual(13);
    // A language that there is not is told to whoever looks into the console.
    expectQuiet(ownFiles, /element\/unknown-language/);
  });
});

/** How the texts inside an element come out: the smallest type, colours that cannot be read on white, capitals. */
function textLook(element: Element): { smallest: number; faint: string[]; upperCase: boolean } {
  const inside = [...(element.shadowRoot?.querySelectorAll<HTMLElement>('p, label, button, td, th, dt, dd, h2, legend, summary') ?? [])].filter((one) => one.offsetParent !== null && one.innerText.trim() !== '');
  const looks = inside.map((one) => getComputedStyle(one));
  return {
    smallest: Math.min(...looks.map(({ fontSize }) => Number.parseFloat(fontSize))),
    faint: looks.map(({ color }) => color).filter((color) => color === 'rgb(238, 238, 238)'),
    upperCase: looks.some(({ textTransform }) => textTransform === 'uppercase'),
  };
}

const hostileSheet = `
* { all: revert; font-size: 3px !important; line-height: 1 !important; color: #eee !important; text-transform: uppercase !important; }
button, [role=button] { display: none !important; }
input, select, textarea, label { opacity: 0 !important; position: absolute !important; left: -9999px !important; }
table, form, fieldset, section { visibility: hidden !important; }
`;

it('notices what the policy forbids', async () => {
  site.serve('/page.html', pageWith('<p style="color: red">直接写的样式</p><img src="http://127.0.0.1:9/foreign.png" alt="">'));
  const { page, complaints, expectQuiet } = watched;
  await page.goto(`${site.origin}/page.html`);
  await expect.poll(() => complaints.filter((complaint) => complaint.startsWith('violation:')).length).toBe(2);
  expect(complaints.join(' ')).toMatch(/style-src-attr.*img-src/);
  expect(() => expectQuiet(ownFiles)).toThrow();
});

it('tries every element that can be registered', () => {
  const registered = readdirSync(join(repository, 'packages/components/src/define')).filter((file) => file.startsWith('cobuild-')).map((file) => file.replace(/\.ts$/, ''));
  expect(Array.from(new Set(elements.map(({ tag }) => tag))).sort()).toEqual(registered.sort());
  expect(registered.filter((tag) => !entry('all.ts').includes(`'./${tag}.js'`) && bundleOf(tag) !== 'cobuild-editor.js')).toEqual([]);
});
