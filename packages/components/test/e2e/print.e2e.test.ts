import type { Browser } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { playProject } from './funded-project.js';
import { noticeOf, playCase, scheme } from './gaoming-demo.js';
import { pageWith, startPortalSite } from './portal-site.js';
import type { PortalSite } from './portal-site.js';
import type { PrintedPage } from './printed-pages.js';
import { printedPages, printedPaper } from './printed-pages.js';
import { built, launchChromium, watchPage } from './watched-page.js';

let site: PortalSite;
let browser: Browser;

beforeAll(async () => {
  site = await startPortalSite();
  browser = await launchChromium();
  site.serve('/cobuild.iife.js', built('cobuild.iife.js'));
  site.serve('/host.js', "document.querySelector('cobuild-notice').notice = JSON.parse(document.getElementById('notice').textContent);");
  site.serve('/page.html', pageWith(`<cobuild-notice></cobuild-notice><script type="application/json" id="notice">${JSON.stringify(noticeOf(playCase().onNotice)).replace(/</g, '\\u003c')}</script>`,
    '<script defer src="/cobuild.iife.js"></script><script defer src="/host.js"></script>'));
  site.serve('/dossier.js', "Object.assign(document.querySelector('cobuild-dossier'), JSON.parse(document.getElementById('file').textContent));");
  site.serve('/dossier.html', pageWith(`<cobuild-dossier></cobuild-dossier><script type="application/json" id="file">${JSON.stringify({ scheme, state: playCase().onNotice, project: playProject(), today: '2026-07-10' }).replace(/</g, '\\u003c')}</script>`,
    '<script defer src="/cobuild.iife.js"></script><script defer src="/dossier.js"></script>'));
});
afterAll(async () => {
  await browser.close();
  await site.close();
});

/** GB/T 9704: A4, 37 mm above and 28 mm on the binding side, a type area of 156 × 225 mm; nothing made smaller so that it fits. */
const official = { width: 210, height: 297, area: { left: 28, top: 37, width: 156, height: 225 }, scale: 1 };
const withoutLines = ({ width, height, area, scale }: PrintedPage): Omit<PrintedPage, 'lines'> => ({ width, height, area, scale });
const different = (pages: readonly PrintedPage[]): readonly unknown[] => [...new Set(pages.map((page) => JSON.stringify(withoutLines(page))))].map((text) => JSON.parse(text) as unknown);

describe('row 89: a printed <cobuild-dossier>', () => {
  it('is on A4 with the margins of an official document, with its items open, and folds them again', async () => {
    const { page, expectQuiet } = await watchPage(browser);
    await page.goto(`${site.origin}/dossier.html`);
    await page.getByRole('heading', { name: '目录' }).waitFor();

    const pages = await printedPages(page);
    expect(pages.length).toBeGreaterThan(2);
    expect(different(pages)).toEqual([official]);
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
    expect(different(pages)).toEqual([official]);
    expect(await page.evaluate(() => document.adoptedStyleSheets.length)).toBe(0);
    expectQuiet(['/page.html', '/cobuild.iife.js', '/host.js', '/favicon.ico']);
  });

  it('has 22 lines of 28 characters to a page in its running text', async () => {
    const { page } = await watchPage(browser);
    await page.goto(`${site.origin}/page.html`);
    await page.getByText('闲置公共用房改建暖心服务站').first().waitFor();
    await page.evaluate(() => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync('body { margin: 0; padding: 0; }');
      document.adoptedStyleSheets = [sheet];
      document.querySelector('cobuild-notice')?.shadowRoot?.querySelector('article')?.replaceChildren(Object.assign(document.createElement('p'), { textContent: '公'.repeat(28 * 44) }));
    });
    const pages = await printedPages(page);
    expect(pages.map(({ lines }) => lines.length)).toEqual([22, 22]);
  });

  it('sets no page size once it has left the page', async () => {
    const { page } = await watchPage(browser);
    await page.goto(`${site.origin}/page.html`);
    await page.evaluate(() => document.querySelector('cobuild-notice')?.remove());
    expect(await printedPaper(page)).toEqual([[216, 279]]);
  });
});
