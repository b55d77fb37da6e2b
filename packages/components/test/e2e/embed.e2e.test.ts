import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildEmbed } from '../../../../examples/embed/build.mjs';
import { startPortalSite } from './portal-site.js';
import type { PortalSite } from './portal-site.js';
import { built, launchChromium, repository, watchPage } from './watched-page.js';

const folder = '/examples/embed/';
const own = (path: string): string => readFileSync(join(repository, folder, path), 'utf8');

let site: PortalSite;
let browser: Browser;
let outDir = '';
/** Of both pages, with what loads on first use. */
let scripts: readonly string[] = [];

beforeAll(async () => {
  mkdirSync(join(repository, '.cache'), { recursive: true });
  outDir = mkdtempSync(join(repository, '.cache/embed-'));
  [site, browser] = await Promise.all([startPortalSite(), launchChromium()]);
  await buildEmbed({ outDir, conditions: ['@cobuild/source'] });
  site.serve(`${folder}plain.css`, own('plain.css'));
  for (const name of ['vue2', 'react']) site.serve(`${folder}${name}/index.html`, own(`${name}/index.html`));
  scripts = readdirSync(outDir).map((name) => `${folder}build/${name}`);
  for (const name of readdirSync(outDir)) site.serve(`${folder}build/${name}`, readFileSync(join(outDir, name), 'utf8'));
});
afterAll(async () => {
  rmSync(outDir, { recursive: true, force: true });
  await browser.close();
  await site.close();
});

describe.each([['Vue 2', 'vue2'], ['React', 'react']])('the page of %s', (_, name) => {
  it('row 91: hands values in, hears events, and its native form holds the value, under the policy of portals', async () => {
    const { page, expectQuiet } = await watchPage(browser);
    await page.goto(`${site.origin}${folder}${name}/index.html`);
    const shown = async (id: string): Promise<unknown> => JSON.parse((await page.locator(`#${id}`).innerText()) || 'null');

    // A value from the page; it is silent.
    const title = page.getByLabel('项目名称');
    await expect.poll(() => title.inputValue()).toBe('暖心服务站');
    expect(await shown('heard')).toBeNull();

    // Incomplete: the browser asks the element, and nothing goes out.
    await page.getByRole('button', { name: '送出' }).click();
    await page.locator('cobuild-form .error-summary').waitFor();
    expect(await shown('received')).toBeNull();

    // What a person does is heard by the page.
    await page.getByLabel('志愿服务').check();
    await page.getByLabel('受益户数').fill('120');
    await page.getByLabel('受益户数').blur();
    await expect.poll(() => shown('heard')).toEqual({ projectName: '暖心服务站', category: '志愿服务', households: 120 });
    await page.getByRole('button', { name: '送出' }).click();
    const value = async (): Promise<unknown> => {
      const received = (await shown('received')) as { readonly contact: string; readonly idea: string } | null;
      return received && { contact: received.contact, idea: JSON.parse(received.idea) as unknown };
    };
    await expect.poll(value).toEqual({ contact: '陈书记', idea: { projectName: '暖心服务站', category: '志愿服务', households: 120 } });

    // Another value from the page, while it is on screen.
    await page.getByRole('button', { name: '填入示例' }).click();
    await expect.poll(() => title.inputValue()).toBe('红色讲堂');
    await page.getByRole('button', { name: '送出' }).click();
    await expect.poll(value).toEqual({ contact: '陈书记', idea: { projectName: '红色讲堂', category: '红色文化', households: 300 } });

    await page.locator('cobuild-status').getByText('镇街初审正在办理').waitFor();
    await page.getByRole('button', { name: '看退回以后' }).click();
    await page.locator('cobuild-status').getByText('请补充场地照片').waitFor();
    await expect.poll(() => page.locator('cobuild-status [role=status]').innerText()).toContain('退回补正');
    expectQuiet([`${folder}${name}/index.html`, ...scripts, `${folder}plain.css`, '/favicon.ico']);
    await page.context().close();
  });
});

describe('the page of neither', () => {
  it('row 91: has the value in the FormData of its form, under the policy of portals', async () => {
    for (const file of ['plain.html', 'plain.js']) site.serve(folder + file, own(file));
    site.serve('/packages/components/dist/cobuild.iife.js', built('cobuild.iife.js'));
    const { page, expectQuiet } = await watchPage(browser);
    await page.goto(`${site.origin}${folder}plain.html`);
    await page.getByLabel('项目名称').fill('暖心服务站');
    await page.getByLabel('志愿服务').check();
    await page.getByLabel('受益户数').fill('120');
    await page.getByLabel('支出内容').fill('饮水机');
    await page.getByLabel('金额').fill('1800');
    const entries = (): Promise<unknown> => page.evaluate(() => [...new FormData(document.querySelector('form') ?? undefined)].map(([name, text]) => [name, typeof text === 'string' ? (JSON.parse(text) as unknown) : text]));
    await expect.poll(entries).toEqual([['idea', { projectName: '暖心服务站', category: '志愿服务', households: 120, budgetLines: [{ subject: '饮水机', amount: 1800 }] }]]);
    await page.locator('cobuild-status').getByText('镇街初审正在办理').waitFor();
    expectQuiet([...['plain.html', 'plain.css', 'plain.js'].map((file) => folder + file), '/packages/components/dist/cobuild.iife.js', '/favicon.ico']);
    await page.context().close();
  });
});
