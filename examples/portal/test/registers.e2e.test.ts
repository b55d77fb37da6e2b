import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Locator } from 'playwright';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { databaseFolder } from './data-template.js';
import { examples } from './portal-harness.js';
import type { PortalProcess } from './portal-process.js';
import { startPortal } from './portal-process.js';
import type { WatchedPage } from './watched-page.js';
import { launchChromium, watchPage, widths } from './watched-page.js';

let folder: string;
let portal: PortalProcess;
let browser: Browser;

beforeAll(async () => {
  folder = await databaseFolder('datong');
  [portal, browser] = await Promise.all([startPortal(folder, { SCHEMES: 'datong-sites-demo' }), launchChromium()]);
}, 120_000);
afterAll(async () => {
  await browser.close();
  await portal.stop();
  rmSync(folder, { recursive: true, force: true });
});

async function open(as: string, path: string): Promise<WatchedPage> {
  const watched = await watchPage(browser, portal.address);
  await watched.page.context().addCookies([{ name: 'identity', value: as, url: portal.address, sameSite: 'Strict', httpOnly: true }]);
  await watched.page.goto(`${portal.address}${path}`);
  return watched;
}

const png = Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47]), Buffer.alloc(400, 7)]);

it('a site chooses its village, guiding unit and contact from the portal’s registers, adds a photo, and the office reads their names', async () => {
  const [answers] = readFileSync(join(examples, 'datong-sites-demo/cases.jsonl'), 'utf8').trim().split('\n').map((line) => (JSON.parse(line) as { answers: Readonly<Record<string, unknown>> }).answers);
  const saved = await fetch(`${portal.address}/api/drafts/d1`, { method: 'PUT', headers: { 'content-type': 'application/json', cookie: 'identity=host-jia' }, body: JSON.stringify({ answers }) });
  expect(saved.status).toBe(200);
  const { page, look, expectQuiet } = await open('host-jia', '/apply#draft/d1');
  const field = (pointer: string): Locator => page.locator(`[data-pointer="${pointer}"]`);
  const pick = async (pointer: string, text: string, option: RegExp): Promise<void> => {
    await field(pointer).getByRole('combobox').first().fill(text);
    await field(pointer).getByRole('option', { name: option }).click();
  };

  await pick('/siteArea', '甲村', /甲村/);
  await expect.poll(() => field('/siteArea').locator('select').count()).toBe(4);
  await pick('/guidingUnit', '农业', /区农业农村局/);
  await field('/contactPerson').getByRole('combobox').fill('群众');
  await field('/contactPerson').getByText('没有符合的选项', { exact: false }).first().waitFor();
  await pick('/contactPerson', '甲村', /周明/);
  await look('datong-registers', widths);
  await page.getByRole('button', { name: /创建方案/ }).first().click();
  await page.locator('input[type=file]').setInputFiles([{ name: '现状照片.png', mimeType: 'image/png', buffer: png }]);
  await page.getByRole('link', { name: '现状照片.png' }).waitFor();
  await page.getByRole('button', { name: /检查并提交/ }).first().click();
  await page.getByText('区农业农村局').first().waitFor();
  await look('datong-check', widths);
  await page.getByRole('button', { name: '提交申报' }).click();
  await page.getByText('申报已提交').waitFor();
  expectQuiet();

  const office = await open('site-officer', '/review');
  const title = new RegExp(String(answers?.['siteName']));
  await office.page.getByRole('button', { name: title }).or(office.page.getByRole('link', { name: title })).first().click();
  for (const name of ['淮南市 大通区 示例镇 甲村', '区农业农村局', '周明']) await office.page.locator('cobuild-review').getByText(name, { exact: false }).first().waitFor();
  await office.page.getByRole('link', { name: '现状照片.png' }).waitFor();
  await office.look('datong-review', widths);
  office.expectQuiet();
}, 120_000);
