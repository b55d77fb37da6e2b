import { createHash } from 'node:crypto';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { withPhotos } from './photos-form.js';
import { serviceStation } from './portal-harness.js';
import type { PortalProcess } from './portal-process.js';
import { startPortal, startedFolder } from './portal-process.js';
import type { WatchedPage } from './watched-page.js';
import { launchChromium, watchPage, widths } from './watched-page.js';

const village = 'secretary-heshun';
let folder: string;
let portal: PortalProcess;
let browser: Browser;

beforeEach(async () => {
  folder = await startedFolder('files');
  const change = (path: string, edit: (text: string) => string): void => {
    const file = join(folder, 'schemes', path);
    writeFileSync(file, edit(readFileSync(file, 'utf8')));
  };
  change('gaoming/forms/application.json', withPhotos);
  change('gaoming-demo/scheme.json', (text) => text.replace('"version": "2.0.0"', '"version": "2.1.0"'));
  [portal, browser] = await Promise.all([startPortal(folder), launchChromium()]);
  await ask('administrator', 'POST', '/api/admin/schemes/gaoming-demo/publish', {});
  await ask(village, 'PUT', '/api/drafts/d1', { answers: serviceStation() });
}, 60_000);
afterEach(async () => {
  await browser.close();
  await portal.stop();
  rmSync(folder, { recursive: true, force: true });
});

async function ask(as: string, method: string, path: string, body: unknown): Promise<void> {
  const response = await fetch(`${portal.address}${path}`, { method, headers: { 'content-type': 'application/json', cookie: `identity=${as}` }, body: JSON.stringify(body) });
  expect(response.status).toBe(200);
}

async function open(as: string, path: string): Promise<WatchedPage> {
  const watched = await watchPage(browser, portal.address);
  await watched.page.context().addCookies([{ name: 'identity', value: as, url: portal.address, sameSite: 'Strict', httpOnly: true }]);
  await watched.page.goto(`${portal.address}${path}`);
  return watched;
}

const png = (size: number): Buffer => Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47]), Buffer.alloc(size - 4, 7)]);

it('files are sent and taken away by the village, outlive the server, and are downloaded by the town', async () => {
  const content = png(600_000);
  const first = await open(village, '/apply#draft/d1');
  const choose = first.page.locator('input[type=file]');
  await choose.setInputFiles([{ name: '现场照片.png', mimeType: 'image/png', buffer: content }, { name: '多余.png', mimeType: 'image/png', buffer: png(300) }]);
  await first.page.getByRole('link', { name: '多余.png' }).waitFor();
  await first.page.getByRole('link', { name: '现场照片.png' }).waitFor();
  await first.page.getByRole('button', { name: /多余\.png/ }).click();
  await first.page.getByRole('link', { name: '多余.png' }).waitFor({ state: 'detached' });
  await first.page.getByText(/已于 \d\d:\d\d 保存/).waitFor();
  await first.look('apply-files', widths);
  first.expectQuiet();
  await first.page.close();

  await portal.stop();
  portal = await startPortal(folder);
  const again = await open(village, '/apply#draft/d1');
  await again.page.getByRole('link', { name: '现场照片.png' }).waitFor();
  await again.page.getByRole('button', { name: /检查并提交/ }).click();
  await again.page.getByRole('button', { name: '提交申报' }).click();
  await again.page.getByText('申报已提交').waitFor();
  again.expectQuiet();

  const office = await open('reviewer-hecheng', '/review');
  await office.page.getByRole('button', { name: new RegExp(String(serviceStation()['projectName'])) }).or(office.page.getByRole('link', { name: new RegExp(String(serviceStation()['projectName'])) })).first().click();
  const link = office.page.getByRole('link', { name: '现场照片.png' });
  const [download] = await Promise.all([office.page.waitForEvent('download'), link.click({ modifiers: ['Alt'] })]);
  expect(download.suggestedFilename()).toBe('现场照片.png');
  expect(createHash('sha256').update(readFileSync(await download.path())).digest('hex')).toBe(createHash('sha256').update(content).digest('hex'));
  expect(await office.page.getByText('多余.png').count()).toBe(0);
  await office.look('review-files', widths);

  await office.page.getByRole('radio', { name: '退回补正' }).check();
  await office.page.getByLabel('理由').fill('请补充照片。');
  await office.page.getByRole('button', { name: '退回补正' }).click();
  await office.page.getByRole('heading', { name: '申报内容' }).waitFor();
  await office.page.getByRole('link', { name: '现场照片.png' }).waitFor();
  await office.look('review-read', widths);
  office.expectQuiet();
}, 120_000);
