import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { smallScheme } from '../small-scheme.js';
import { pageWith, startPortalSite } from './portal-site.js';
import type { PortalSite } from './portal-site.js';
import { built, launchChromium, watchPage } from './watched-page.js';
import type { WatchedPage } from './watched-page.js';

// Drafts on pages of an intranet: plain http on a name that is not localhost, under the portal's policy, from the built bundle.
let site: PortalSite;
let browser: Browser;
let origin: string;
const folder = mkdtempSync(join(tmpdir(), 'cobuild-drafts-'));
const files = ['/page.html', '/host.js', '/cobuild.js', '/favicon.ico'];

beforeAll(async () => {
  site = await startPortalSite();
  origin = `http://portal.example:${site.port}`;
  browser = await launchChromium('--host-resolver-rules=MAP portal.example 127.0.0.1');
  site.serve('/cobuild.js', built('cobuild.js'));
  site.serve('/host.js', `
    import { createIndexedDbDrafts } from './cobuild.js';
    const element = document.querySelector('cobuild-application');
    element.scheme = JSON.parse(document.getElementById('scheme').textContent);
    element.drafts = createIndexedDbDrafts({ key: location.hash || 'draft' });`);
  site.serve('/page.html', pageWith(`<cobuild-application></cobuild-application><script type="application/json" id="scheme">${JSON.stringify(smallScheme)}</script>`, '<script type="module" src="/host.js"></script>'));
});
afterAll(async () => {
  await browser.close();
  await site.close();
  rmSync(folder, { recursive: true });
});

async function open(draft: string): Promise<WatchedPage> {
  const watched = await watchPage(browser);
  await watched.page.goto(`${origin}/page.html#${draft}`);
  await name(watched.page).waitFor();
  return watched;
}

/** Another window of the same browser. */
async function openBeside(context: BrowserContext, draft: string): Promise<Page> {
  const page = await context.newPage();
  page.setDefaultTimeout(5_000);
  await page.goto(`${origin}/page.html#${draft}`);
  await name(page).waitFor();
  return page;
}

const name = (page: Page) => page.getByLabel('项目名称');
const isSaved = (page: Page) => page.locator('.saved.saved', { hasText: '保存' }).filter({ hasText: '已于' }).waitFor();

describe('drafts on a page without a secure origin', () => {
  it('are there again after a reload', async () => {
    const { page, expectQuiet } = await open('reload');
    expect(await page.evaluate(() => [isSecureContext, typeof crypto.subtle])).toEqual([false, 'undefined']);
    await name(page).fill('村口路灯');
    await isSaved(page);

    await page.reload();

    await expect.poll(() => name(page).inputValue()).toBe('村口路灯');
    expectQuiet(files);
    await page.context().close();
  });

  it('follow from one window to the other, and both keep what each typed', async () => {
    const { page: first, expectQuiet } = await open('windows');
    const second = await openBeside(first.context(), 'windows');
    await name(first).fill('村口路灯');
    await expect.poll(() => name(second).inputValue()).toBe('村口路灯');

    // Both at once: neither has heard of the other's when it saves.
    await Promise.all([name(first).fill('村口和球场路灯'), name(second).fill('文化广场路灯')]);
    await expect.poll(async () => (await first.locator('.merge').count()) + (await second.locator('.merge').count())).toBe(1);
    const loser = (await first.locator('.merge').count()) === 1 ? first : second;
    expect((await loser.locator('.merge-place').innerText()).replace(/\s+/g, ' ')).toMatch(/项目名称 原来：村口路灯 我填的 .+ 对方填的 .+/);
    await loser.getByText('对方填的').click();
    await loser.getByRole('button', { name: '按选定的保存' }).click();
    await isSaved(loser);

    expect(await name(first).inputValue()).toBe(await name(second).inputValue());
    expectQuiet(files);
    await first.context().close();
  });

  it('go out as one encrypted file and come back in another browser', async () => {
    const { page, expectQuiet } = await open('file');
    await name(page).fill('村口路灯');
    await page.getByRole('button', { name: '导出草稿' }).click();
    await page.getByLabel('密码', { exact: true }).fill('荷城街道 2026 春');
    await page.getByLabel('再输入一次密码').fill('荷城街道 2026 春');
    const [download] = await Promise.all([page.waitForEvent('download', { timeout: 20_000 }), page.getByRole('button', { name: '导出文件' }).click()]);
    const path = join(folder, download.suggestedFilename());
    await download.saveAs(path);
    expectQuiet(files);
    await page.context().close();
    expect(readFileSync(path).includes('村口路灯')).toBe(false);

    const other = await open('elsewhere');
    await other.page.getByRole('button', { name: '读入草稿文件' }).click();
    await other.page.getByLabel('草稿文件', { exact: true }).setInputFiles(path);
    await other.page.getByLabel('密码', { exact: true }).fill('荷城街道 2026 春');
    await other.page.getByRole('button', { name: '读入文件' }).click();
    await expect.poll(() => name(other.page).inputValue(), { timeout: 20_000 }).toBe('村口路灯');
    other.expectQuiet(files);
    await other.page.context().close();
  });

  it('say in words that the browser has no room left, and keep what was typed on the page', async () => {
    const { page } = await open('quota');
    const session = await page.context().newCDPSession(page);
    await session.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 1 });
    await name(page).fill('村口路灯');

    await page.getByRole('alert').filter({ hasText: '存储空间用完了' }).waitFor();

    expect(await name(page).inputValue()).toBe('村口路灯');
    await page.context().close();
  });

  it('ask before a page with unsaved answers is closed', async () => {
    const { page } = await open('guard');
    await name(page).fill('村口路灯');
    const asked = page.waitForEvent('dialog');
    await page.close({ runBeforeUnload: true });
    expect((await asked).type()).toBe('beforeunload');
    await (await asked).accept();
    await page.context().close();
  });
});
