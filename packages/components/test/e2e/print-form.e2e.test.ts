import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { example, scheme } from './gaoming-demo.js';
import { pageWith, startPortalSite } from './portal-site.js';
import type { PortalSite } from './portal-site.js';
import { built, launchChromium, watchPage } from './watched-page.js';

let site: PortalSite;
let browser: Browser;

beforeAll(async () => {
  site = await startPortalSite();
  browser = await launchChromium();
  site.serve('/cobuild.iife.js', built('cobuild.iife.js'));
  site.serve('/host.js', `
    const { definition, value } = JSON.parse(document.getElementById('form').textContent);
    Object.assign(document.querySelector('cobuild-form'), { definition, value });
    globalThis.print = () => { globalThis.asked = (globalThis.asked ?? 0) + 1; };
    addEventListener('beforeprint', () => {
      globalThis.printed = [...document.adoptedStyleSheets].flatMap((sheet) => [...sheet.cssRules].map((rule) => rule.cssText)).join(' ');
    });`);
  const data = JSON.stringify({ definition: scheme.forms.find(({ id }) => id === 'application'), value: example.answers }).replace(/</g, '\\u003c');
  site.serve('/page.html', pageWith(`<h1>网站标题</h1><cobuild-form></cobuild-form><script type="application/json" id="form">${data}</script>`, '<script defer src="/cobuild.iife.js"></script><script defer src="/host.js"></script>'));
});
afterAll(async () => {
  await browser.close();
  await site.close();
});

/** Width and height of the pages in points, rounded, as the file says them. */
async function printedPages(page: Page): Promise<readonly string[]> {
  const text = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
  return [...text.matchAll(/\/MediaBox\s*\[\s*0\s+0\s+([\d.]+)\s+([\d.]+)\s*\]/g)].map(([, width, height]) => `${Math.round(Number(width))}×${Math.round(Number(height))}`);
}

describe('a printed <cobuild-form>', () => {
  it.each([[false, 3], [true, 5]])('is on A4 without the rest of the page, and leaves nothing behind (blank: %s, at least %i pages)', async (blank, least) => {
    const { page, expectQuiet } = await watchPage(browser);
    await page.goto(`${site.origin}/page.html`);
    await page.getByLabel('项目名称').waitFor();
    await page.evaluate((option) => (document.querySelector('cobuild-form') as unknown as { print(options: { blank: boolean }): Promise<void> }).print({ blank: option }), blank);
    expect(await page.evaluate(() => (globalThis as unknown as { asked: number }).asked)).toBe(1);
    const paper = await page.evaluate(() => document.querySelector('.cobuild-paper')?.shadowRoot?.textContent ?? '');
    expect(paper.includes('闲置公共用房改建暖心服务站')).toBe(!blank);
    expect(paper).toContain('项目名称');

    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('body > h1, body > cobuild-form').evaluateAll((others) => others.map((other) => getComputedStyle(other).display))).toEqual(['none', 'none']);
    await page.emulateMedia({ media: null });

    const pages = await printedPages(page);

    expect(new Set(pages)).toEqual(new Set(['595×842']));
    expect(pages.length).toBeGreaterThanOrEqual(least);
    expect(await page.evaluate(() => (globalThis as unknown as { printed: string }).printed)).toMatch(/@page \{[^}]*size: a4/i);
    expect(await page.evaluate(() => [document.querySelector('.cobuild-paper'), document.adoptedStyleSheets.length])).toEqual([null, 0]);
    expectQuiet(['/page.html', '/cobuild.iife.js', '/host.js', '/favicon.ico']);
  });
});
