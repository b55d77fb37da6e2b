import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { playProject } from './funded-project.js';
import { noticeOf, playCase, scheme } from './gaoming-demo.js';
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
    document.querySelector('cobuild-notice').notice = JSON.parse(document.getElementById('notice').textContent);
    globalThis.printed = [];
    addEventListener('beforeprint', () => {
      for (const sheet of document.adoptedStyleSheets) for (const rule of sheet.cssRules) printed.push(rule.cssText);
    });`);
  site.serve('/page.html', pageWith(`<cobuild-notice></cobuild-notice><script type="application/json" id="notice">${JSON.stringify(noticeOf(playCase().onNotice)).replace(/</g, '\\u003c')}</script>`,
    '<script defer src="/cobuild.iife.js"></script><script defer src="/host.js"></script>'));
  site.serve('/dossier.js', `
    Object.assign(document.querySelector('cobuild-dossier'), JSON.parse(document.getElementById('file').textContent));
    globalThis.printed = [];
    addEventListener('beforeprint', () => {
      for (const sheet of document.adoptedStyleSheets) for (const rule of sheet.cssRules) printed.push(rule.cssText);
    });`);
  site.serve('/dossier.html', pageWith(`<cobuild-dossier></cobuild-dossier><script type="application/json" id="file">${JSON.stringify({ scheme, state: playCase().onNotice, project: playProject(), today: '2026-07-10' }).replace(/</g, '\\u003c')}</script>`,
    '<script defer src="/cobuild.iife.js"></script><script defer src="/dossier.js"></script>'));
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

describe('row 89: a printed <cobuild-dossier>', () => {
  it('is on A4 with the margins of an official document, with its items open, and folds them again', async () => {
    const { page, expectQuiet } = await watchPage(browser);
    await page.goto(`${site.origin}/dossier.html`);
    await page.getByRole('heading', { name: '目录' }).waitFor();

    const pages = await printedPages(page);
    expect(pages.length).toBeGreaterThan(2);
    expect(new Set(pages)).toEqual(new Set(['595×842']));
    expect(await page.evaluate(() => (globalThis as unknown as { printed: string[] }).printed.join(' '))).toMatch(/@page \{[^}]*size: a4;[^}]*margin: 37mm 26mm 35mm 28mm/i);
    expect(await page.evaluate(() => [document.adoptedStyleSheets.length, document.querySelector('cobuild-dossier')?.shadowRoot?.querySelectorAll('details[open]').length])).toEqual([0, 0]);
    expectQuiet(['/dossier.html', '/cobuild.iife.js', '/dossier.js', '/favicon.ico']);
  });
});

describe('a printed <cobuild-notice>', () => {
  it('is on A4 with the margins of an official document, and leaves the page’s own print settings alone afterwards', async () => {
    const { page, expectQuiet } = await watchPage(browser);
    await page.goto(`${site.origin}/page.html`);
    await page.getByText('闲置公共用房改建暖心服务站').first().waitFor();
    expect(await page.evaluate(() => document.adoptedStyleSheets.length)).toBe(0);

    const pages = await printedPages(page);
    expect(pages.length).toBeGreaterThan(0);
    expect(new Set(pages)).toEqual(new Set(['595×842']));
    expect(await page.evaluate(() => (globalThis as unknown as { printed: string[] }).printed.join(' '))).toMatch(/@page \{[^}]*size: a4;[^}]*margin: 37mm 26mm 35mm 28mm/i);
    expect(await page.evaluate(() => document.adoptedStyleSheets.length)).toBe(0);
    expectQuiet(['/page.html', '/cobuild.iife.js', '/host.js', '/favicon.ico']);
  });

  it('sets no page size once it has left the page', async () => {
    const { page } = await watchPage(browser);
    await page.goto(`${site.origin}/page.html`);
    await page.evaluate(() => document.querySelector('cobuild-notice')?.remove());
    expect(new Set(await printedPages(page))).toEqual(new Set(['612×792']));
  });
});
