import type { Browser, BrowserContext, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { editedTexts } from '../edited-scheme.js';
import { pageWith, startPortalSite } from './portal-site.js';
import type { PortalSite } from './portal-site.js';
import { built, launchChromium, watchPage } from './watched-page.js';

// The editor on a page of an intranet (plain http, a name that is not localhost), under the portal's policy, from the built bundle: the window ends as in a power cut.
let site: PortalSite;
let browser: Browser;
let address: string;

beforeAll(async () => {
  site = await startPortalSite();
  address = `http://portal.example:${site.port}/page.html`;
  browser = await launchChromium('--host-resolver-rules=MAP portal.example 127.0.0.1');
  site.serve('/cobuild-editor.js', built('cobuild-editor.js'));
  site.serve('/host.js', `
    const editor = document.querySelector('cobuild-scheme-editor');
    editor.autosave = 'person-7';
    editor.place = '/parameters/minHouseholds';
    editor.files = JSON.parse(document.getElementById('files').textContent);`);
  const files = JSON.stringify(editedTexts()).replace(/</g, '\\u003c');
  site.serve('/page.html', pageWith(`<cobuild-scheme-editor></cobuild-scheme-editor><script type="application/json" id="files">${files}</script>`, '<script type="module" src="/cobuild-editor.js"></script><script type="module" src="/host.js"></script>'));
});
afterAll(async () => {
  await browser.close();
  await site.close();
});

/** The process of the page dies: no `pagehide`, no `visibilitychange`, no `beforeunload`. */
async function crash(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const crashed = page.waitForEvent('crash');
  void session.send('Page.crash').catch(() => undefined);
  await crashed;
}

async function reopen(context: BrowserContext): Promise<Page> {
  const page = await context.newPage();
  page.setDefaultTimeout(10_000);
  await page.goto(address);
  return page;
}

describe('the editor in a window that ends in the middle of an edit', () => {
  it('loses nothing: what was changed and the letters that were being typed are there again', async () => {
    const { page, expectQuiet } = await watchPage(browser);
    await page.goto(address);
    const value = page.getByLabel('取值', { exact: true });
    await value.fill('30');
    await value.press('Tab');
    await page.getByText('已暂存在这台电脑').waitFor();
    await value.press('End');
    await value.pressSequentially('5');
    await page.waitForTimeout(100);
    expectQuiet(['/page.html', '/host.js', '/cobuild-editor.js', '/favicon.ico', '/page.css']);
    await crash(page);

    const again = await reopen(page.context());
    await again.getByText('上次没有保存的修改').waitFor();
    await expect(again.locator('.offer').innerText()).resolves.toContain('还没有填完：305');
    await again.getByRole('button', { name: /^恢复/ }).click();
    await expect.poll(() => again.getByLabel('取值', { exact: true }).inputValue()).toBe('30');
    expect(await again.evaluate(() => (document.querySelector('cobuild-scheme-editor') as unknown as { currentFiles: Record<string, string> }).currentFiles['scheme.json'])).toContain('"value": 30');
    await again.context().close();
  });
});
