import { rmSync } from 'node:fs';
import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { approveStation, clerk, reviewer, secretary, supervisor } from './gaoming-way.js';
import { openPortal } from './portal-harness.js';
import type { PortalProcess } from './portal-process.js';
import { startPortal } from './portal-process.js';
import type { WatchedPage } from './watched-page.js';
import { launchChromium, watchPage, widths } from './watched-page.js';

let folder: string;
let id: string;
let portal: PortalProcess;
let browser: Browser;

beforeAll(async () => {
  // Up to its approval it needs the days of its notice; from then on the portal runs by the clock on the wall.
  const before = await openPortal('gaoming-demo');
  ({ folder } = before);
  id = await approveStation(before);
  await before.leave();
  [portal, browser] = await Promise.all([startPortal(folder), launchChromium()]);
}, 400_000);
afterAll(async () => {
  await browser.close();
  await portal.stop();
  rmSync(folder, { recursive: true, force: true });
});

const watched = new Map<string, WatchedPage>();
/** The project as one person has it open; each keeps their page. */
async function at(as: string, part: string): Promise<WatchedPage> {
  const known = watched.get(as);
  const page = known ?? (await watchPage(browser, portal.address));
  page.page.setDefaultTimeout(40_000);
  if (known === undefined) await page.page.context().addCookies([{ name: 'identity', value: as, url: portal.address, sameSite: 'Strict', httpOnly: true }]);
  watched.set(as, page);
  // Read anew each time: what others did meanwhile is there. In between stands a file of the same origin; after an empty page the browser would begin a new process.
  await page.page.goto(`${portal.address}/assets/portal.css`);
  await page.page.goto(`${portal.address}/projects#project/${id}/${part}`);
  await page.page.locator('nav.parts').waitFor();
  return page;
}

const today = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai' }).format(new Date());
const field = (page: Page, pointer: string) => page.locator(`#entry-form [data-pointer="${pointer}"]`);
async function send(page: Page, done = '已登记。'): Promise<void> {
  await page.locator('#entry-form-send').click();
  await page.getByText(done).first().waitFor();
}

it('an approved project goes through contract, tranche, report, a finding that holds a tranche, its release, and has its file', async () => {
  const office = await at(clerk, 'money');
  await office.look('project-contract', widths);
  await office.page.locator('#sign').click();
  await field(office.page, '/on').locator('input').fill(today);
  await send(office.page);
  await office.page.locator('#pay-signing').click();
  await field(office.page, '/voucher').locator('input').fill('拨-1');
  await send(office.page);
  await office.look('project-money', widths);

  // Somebody of the same village enters something while a form is open: what was typed stays, beside what stands now.
  const village = await at(secretary, 'money');
  await village.page.locator('#funds').click();
  await field(village.page, '/source').locator('input').first().check();
  await field(village.page, '/amount').locator('input').fill('9800');
  await field(village.page, '/voucher').locator('input').fill('收-1');
  const { project } = (await (await fetch(`${portal.address}/api/projects/${id}`, { headers: { cookie: `identity=${secretary}` } })).json()) as { project: { sequence: number } };
  const meanwhile = { action: { type: 'fundsReceived', data: { source: 'raised', amount: 500, on: today, voucher: '收-9' } }, sequence: project.sequence };
  expect((await fetch(`${portal.address}/api/projects/${id}/actions`, { method: 'POST', headers: { cookie: `identity=${secretary}`, 'content-type': 'application/json' }, body: JSON.stringify(meanwhile) })).status).toBe(200);
  await send(village.page, '其他人刚刚更新过这个项目');
  await village.page.getByText('收-9').first().waitFor();
  expect(await field(village.page, '/voucher').locator('input').inputValue()).toBe('收-1');
  await village.look('project-conflict', widths);
  await send(village.page);
  await village.page.getByText('收-1').first().waitFor();

  await at(secretary, 'reports');
  await village.look('project-reports', widths);
  await village.page.locator('[id^="fill-progress-"]').first().click();
  await field(village.page, '/period').locator('input').fill('2026年第四季度');
  await field(village.page, '/received').locator('input').fill('42000');
  await field(village.page, '/spending').getByRole('button', { name: /^添加/ }).click();
  await field(village.page, '/spending/0/subject').locator('input').fill('墙面地面改造首付');
  await field(village.page, '/spending/0/amount').locator('input').fill('30000');
  await field(village.page, '/progress').locator('textarea').fill('墙面和地面已完成，饮水设备已到货，正在安装。');
  await send(village.page);

  const town = await at(reviewer, 'reports');
  await town.page.locator('.masthead .count').first().waitFor();
  await town.page.locator('[id^="read-progress-"]').first().click();
  await town.look('project-report-read', widths);
  await town.page.locator('[id^="accept-progress-"]').click();
  await town.page.getByText('已登记。').first().waitFor();

  const commission = await at(supervisor, 'findings');
  await commission.page.locator('#raise').click();
  await field(commission.page, '/body').locator('select').selectOption({ label: '纪委监委' });
  await field(commission.page, '/kind').locator('input').first().check();
  await field(commission.page, '/severity').locator('input').nth(1).check();
  await field(commission.page, '/text').locator('textarea').fill('饮水设备没有三家比价的材料。');
  await field(commission.page, '/dueOn').locator('input').fill(today);
  await send(commission.page);
  await commission.look('project-finding', widths);

  await at(clerk, 'money');
  await office.page.locator('#accept').click();
  await field(office.page, '/outcome').locator('input').first().check();
  await send(office.page);
  expect(await office.page.locator('#pay-acceptance').count()).toBe(0);
  await office.page.locator('#withhold-acceptance').click();
  await field(office.page, '/amount').locator('input').fill('5000');
  await field(office.page, '/reason').locator('textarea').fill('没有比价的部分先不拨付。');
  await send(office.page);
  await office.look('project-held', widths);

  await at(secretary, 'findings');
  await village.page.locator('[id^="answer-"]').click();
  await field(village.page, '/text').locator('textarea').fill('已补三家比价材料。');
  await send(village.page);
  await at(supervisor, 'findings');
  await commission.page.locator('[id^="close-"]').click();
  await field(commission.page, '/text').locator('textarea').fill('材料齐全，同意销号。');
  await send(commission.page);

  await at(clerk, 'money');
  await office.page.locator('#pay-acceptance').click();
  expect(await field(office.page, '/amount').locator('input').inputValue()).toContain('23');
  await field(office.page, '/voucher').locator('input').fill('拨-2');
  await send(office.page);
  await at(secretary, 'money');
  await village.page.locator('#return-acceptance').click();
  await field(village.page, '/amount').locator('input').fill('1000');
  await field(village.page, '/voucher').locator('input').fill('退-1');
  await field(village.page, '/reason').locator('textarea').fill('结余退回。');
  await send(village.page);
  await at(clerk, 'money');
  await office.page.locator('[id^="lift-"]').first().waitFor();
  await office.page.locator('#release').click();
  await field(office.page, '/reason').locator('textarea').fill('项目已验收，暂扣的部分不再拨付。');
  await send(office.page);
  await office.page.getByText('收回资金池', { exact: false }).first().waitFor();
  await office.look('project-released', widths);
  await at(clerk, 'history');
  await office.page.locator('cobuild-timeline').getByText('没有被改动', { exact: false }).first().waitFor();
  await office.look('project-history', widths);
  await at(clerk, 'file');
  await office.page.locator('cobuild-dossier #open-all').click();
  await office.look('project-file', widths);
  await office.page.goto(`${portal.address}/projects`);
  await office.page.locator('cobuild-case-list').waitFor();
  await office.look('project-list', widths);
  for (const [as, { expectQuiet }] of watched) expectQuiet(as === secretary ? /409/ : undefined);
}, 400_000);
