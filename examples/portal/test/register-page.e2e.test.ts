import { serve } from '@hono/node-server';
import type { Case } from '@cobuild/core';
import { readFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { Browser } from 'playwright';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Portal } from './portal-harness.js';
import { examples, openPortal } from './portal-harness.js';
import { launchChromium, watchPage } from './watched-page.js';

const of = 'yangjiang-households-demo';
const HOUSEHOLDS = 35_000;
const VILLAGES = 1400;

let portal: Portal;
let browser: Browser;
let server: ReturnType<typeof serve>;
let address = '';

beforeAll(async () => {
  [portal, browser] = await Promise.all([openPortal(of), launchChromium()]);
  portal.clock = new Date('2026-12-20T09:00:00+08:00');
  const { answers } = JSON.parse(readFileSync(join(examples, `${of}/cases.jsonl`), 'utf8').split('\n')[0] ?? '') as Case;
  // Below the services: that they take so many in is looked at where batches are.
  await portal.sql(
    `insert into register_entries (scheme, id, town, unit, body)
     select $1, 'h' || lpad(n::text, 5, '0'), 'town-' || n % 47, 'village-' || n % ${VILLAGES},
       json_build_object('id', 'h' || lpad(n::text, 5, '0'), 'submittedAt', '2026-01-08T09:00:00+08:00',
         'applicant', json_build_object('id', 'party-' || n % ${VILLAGES}, 'level', 'village', 'unit', 'village-' || n % ${VILLAGES}, 'town', 'town-' || n % 47),
         'answers', ($2::jsonb || jsonb_build_object('householdCode', 'HT-' || n, 'plateNumber', n::text)))::text
     from generate_series(0, ${HOUSEHOLDS - 1}) as n`,
    [of, JSON.stringify(answers)],
  );
  await portal.markAll(of, ['village', 'town']);
  await new Promise<void>((resolve) => { server = serve({ fetch: portal.app.fetch, port: 0, hostname: '127.0.0.1' }, () => resolve()); });
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}, 240_000);
afterAll(async () => {
  await browser.close();
  server.close();
  await portal.close();
});

it('35,000 households are read, found, turned over, assessed and paid in the page, which says how far it is and answers afterwards', async () => {
  const { body: { identities } } = await portal.call<{ identities: readonly { id: string; role: string }[] }>(undefined, 'GET', `/api/session?scheme=${of}`);
  const officer = identities.find(({ role }) => role === 'townOfficer')?.id ?? '';
  const { page, expectQuiet, text } = await watchPage(browser, address);
  page.setDefaultTimeout(60_000);
  await page.context().addCookies([{ name: 'identity', value: officer, url: address, sameSite: 'Strict', httpOnly: true }]);
  /** All that the line above the content says, in the order in which it says it. */
  await page.addInitScript(() => {
    const said: string[] = [];
    Object.assign(globalThis, { said });
    addEventListener('DOMContentLoaded', () => {
      const status = document.getElementById('status');
      if (status !== null) new MutationObserver(() => said.push(status.textContent ?? '')).observe(status, { childList: true, characterData: true, subtree: true });
    });
  });
  const said = (): Promise<readonly string[]> => page.evaluate(() => (globalThis as unknown as { said: string[] }).said);
  const begun = performance.now();
  await page.goto(`${address}/register?scheme=${of}`);
  await page.locator('cobuild-register').getByText('35,000', { exact: false }).first().waitFor();
  const opened = performance.now();
  expect((await said()).filter((line) => /正在读取名册：[\d,]+ \/ 35,000/.test(line)).length).toBeGreaterThan(3);

  const find = page.locator('cobuild-register').getByRole('searchbox').first();
  await find.fill('HT-34999');
  await expect.poll(() => page.locator('cobuild-register tbody tr').count(), { timeout: 20_000 }).toBe(1);
  await find.fill('');
  await page.locator('cobuild-register').getByRole('button', { name: '下一页' }).first().click();
  await expect.poll(text, { timeout: 20_000 }).toMatch(/第 ?2 ?页/);

  await page.getByRole('checkbox', { name: /分数已经核对/ }).check();
  const [pressed, cpu] = [performance.now(), process.cpuUsage()];
  await page.getByRole('button', { name: '评定并兑现' }).click();
  await page.locator('#status').getByText('评定完成').waitFor();
  const took = performance.now() - pressed;
  const { user, system } = process.cpuUsage(cpu);
  const steps = (await said()).filter((line) => line.startsWith('正在评定并兑现奖励'));
  expect(steps.length).toBeGreaterThan(10);
  expect((await said()).at(-1)).toMatch(/评定完成：本次兑现\d\d,\d{3}条，共[\d,]+元。/);
  // Other work of a busy machine is not the portal's.
  expect((user + system) / 1_000_000).toBeLessThan(10);

  await find.fill('HT-17');
  await expect.poll(() => page.locator('cobuild-register tbody tr').count(), { timeout: 20_000 }).toBeGreaterThan(1);
  const heap = await page.evaluate(() => (performance as unknown as { memory: { usedJSHeapSize: number } }).memory.usedJSHeapSize);
  expect(heap).toBeLessThan(500 * 1024 * 1024);
  console.log(`35,000 households in the page: open after ${((opened - begun) / 1000).toFixed(1)} s, assessed and paid after ${(took / 1000).toFixed(1)} s (${((user + system) / 1_000_000).toFixed(1)} s of the processor) with ${steps.length} words of progress, heap of the page ${(heap / 1024 / 1024).toFixed(0)} MB`);
  expectQuiet();
}, 240_000);
