import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { serviceStation } from './portal-harness.js';
import type { PortalProcess } from './portal-process.js';
import { startPortal, startedFolder } from './portal-process.js';
import type { WatchedPage } from './watched-page.js';
import { launchChromium, watchPage, widths } from './watched-page.js';

let folder: string;
let portal: PortalProcess;
let browser: Browser;

beforeAll(async () => {
  browser = await launchChromium('--host-resolver-rules=MAP portal.test 127.0.0.1');
});
afterAll(() => browser.close());
// Each with cookies and storage of its own.
afterEach(async () => { await Promise.all(browser.contexts().map((context) => context.close())); });

async function begin(): Promise<void> {
  folder = await startedFolder('pages');
  portal = await startPortal(folder);
}
async function end(): Promise<void> {
  await portal.stop();
  rmSync(folder, { recursive: true, force: true });
}
/** A portal for each test that leaves something behind. */
const portalForEach = (): void => { beforeEach(begin); afterEach(end); };
/** One portal for tests that leave it as it was. */
const portalForAll = (): void => { beforeAll(begin); afterAll(end); };

/** A page of the portal with somebody signed in. */
async function open(as: string, path: string, origin = portal.address): Promise<WatchedPage> {
  const watched = await watchPage(browser, origin);
  await watched.page.context().addCookies([{ name: 'identity', value: as, url: origin, sameSite: 'Strict', httpOnly: true }]);
  await watched.page.goto(`${origin}${path}`);
  return watched;
}

const headers = (as: string): Record<string, string> => ({ 'content-type': 'application/json', cookie: `identity=${as}` });
async function put(as: string, path: string, body: unknown): Promise<void> {
  expect((await fetch(`${portal.address}${path}`, { method: 'PUT', headers: headers(as), body: JSON.stringify(body) })).status).toBe(200);
}
async function post<T>(as: string, path: string, body: unknown, key: string): Promise<T> {
  const response = await fetch(`${portal.address}${path}`, { method: 'POST', headers: { ...headers(as), 'idempotency-key': key }, body: JSON.stringify(body) });
  expect(response.status).toBe(200);
  return (await response.json()) as T;
}
const village = 'secretary-heshun';
/** What the town answers of its own form. */
const reviewAnswers = { dutyFinding: '两委班子履职到位，村级运转正常。', inScope: true, rank: 1 };
const submitCase = async (): Promise<string> => (await post<{ state: { id: string } }>(village, '/api/cases', { answers: serviceStation() }, 'one')).state.id;

/** A draft with all answers, opened on its last page. */
async function openDraft(origin?: string): Promise<WatchedPage> {
  await put(village, '/api/drafts/d1', { answers: serviceStation() });
  const watched = await open(village, '/apply#draft/d1', origin);
  await watched.page.getByRole('button', { name: /检查并提交/ }).click();
  await watched.page.getByRole('button', { name: '提交申报' }).waitFor();
  return watched;
}

async function savedDraft(page: Page): Promise<unknown> {
  return page.evaluate(async () => ((await (await fetch('/api/drafts')).json()) as { drafts: { answers: unknown }[] }).drafts[0]?.answers);
}

describe('plain http on a name that is not localhost', () => {
  portalForEach();

  it('offers no crypto.subtle, and the application is still filled in, saved and submitted', async () => {
    const origin = portal.address.replace('localhost', 'portal.test');
    await put(village, '/api/drafts/d1', { answers: { ...serviceStation(), place: undefined } });
    const { page, expectQuiet } = await open(village, '/apply#draft/d1', origin);
    expect(await page.evaluate(() => [isSecureContext, typeof crypto.subtle, typeof crypto.randomUUID])).toEqual([false, 'undefined', 'undefined']);

    await page.getByLabel('实施地点').fill('佛山市高明区荷城街道和顺社区18号首层');
    await page.getByText(/已于 \d\d:\d\d 保存/).waitFor();
    expect(await savedDraft(page)).toEqual(serviceStation());
    await page.getByRole('button', { name: /检查并提交/ }).click();
    await page.getByRole('button', { name: '提交申报' }).click();
    await page.getByText('申报已提交').waitFor();
    expect(await savedDraft(page)).toBeUndefined();
    // The browser remarks that a header for secure origins has no effect here.
    expectQuiet(/Cross-Origin-Opener-Policy header has been ignored/);
  });
});

describe('an application that was returned', () => {
  portalForEach();

  it('keeps what is typed into it over a reload, stands once in the list, leaves no draft when it is in again, and is taken back by who applied', async () => {
    const id = await submitCase();
    const { state } = await post<{ state: { sequence: number } }>('reviewer-hecheng', `/api/cases/${id}/actions`, { action: { type: 'reviewed', data: { stage: 'preliminary', outcome: 'return', reason: '请写清地点', answers: reviewAnswers } }, sequence: 1 }, 'return');
    expect(state.sequence).toBe(2);
    const { page, look, expectQuiet } = await open(village, `/apply#case/${id}`);
    await page.getByLabel('实施地点').fill('和顺社区 20 号首层');
    await page.getByText(/已于 \d\d:\d\d 保存/).waitFor();

    await page.reload();
    await page.getByText('请写清地点').waitFor();
    expect(await page.getByLabel('实施地点').inputValue()).toBe('和顺社区 20 号首层');
    // At once, before the pause after which it is saved: going to the list saves it, too.
    await page.getByLabel('实施地点').fill('和顺社区 22 号首层');
    await page.getByRole('link', { name: '返回我的申请' }).click();
    await page.getByText('请补正后重新提交').waitFor();
    expect(await page.getByRole('button', { name: String(serviceStation()['projectName']) }).count()).toBe(1);
    await page.goto(`${portal.address}/apply#case/${id}`);
    expect(await page.getByLabel('实施地点').inputValue()).toBe('和顺社区 22 号首层');

    await page.getByRole('button', { name: /检查并提交/ }).click();
    await page.getByRole('button', { name: '提交申报' }).click();
    await page.getByText('申报已提交').waitFor();
    await expect.poll(() => savedDraft(page)).toBeUndefined();
    const { state: sent } = (await (await fetch(`${portal.address}/api/cases/${id}`, { headers: headers(village) })).json()) as { state: { answers: Record<string, unknown> } };
    expect(sent.answers['place']).toBe('和顺社区 22 号首层');

    // Taking it back is asked for once more, can be thought better of, and ends it for everybody.
    await page.goto('about:blank');
    await page.goto(`${portal.address}/apply#case/${id}`);
    const status = page.locator('cobuild-status');
    await status.getByRole('button', { name: '撤回申请' }).click();
    await look('withdraw', widths);
    await status.getByRole('button', { name: '不撤回' }).click();
    await status.getByRole('button', { name: '撤回申请' }).click();
    await status.getByLabel('撤回原因（选填）').fill('资金另有安排');
    await status.getByRole('button', { name: '确认撤回' }).click();
    await page.getByText('申请已撤回。').waitFor();
    await status.getByRole('heading', { name: '已撤回' }).waitFor();
    expect(await status.getByRole('button', { name: '撤回申请' }).count()).toBe(0);
    await page.getByRole('link', { name: '返回我的申请' }).click();
    await page.locator('cobuild-case-list').getByText('已撤回').waitFor();
    const { state: ended, next } = (await (await fetch(`${portal.address}/api/cases/${id}`, { headers: headers('reviewer-hecheng') })).json()) as { state: { status: string; end: string }; next: unknown[] };
    expect([ended.status, ended.end, next]).toEqual(['ended', 'withdrawn', []]);
    expectQuiet();
  });
});

describe('a refusal', () => {
  portalForEach();

  it('of a server that cannot be reached is said in the page, which keeps the answers and sends them once it is back', async () => {
    const { page, look, expectQuiet } = await openDraft();
    await page.context().setOffline(true);
    await page.getByRole('button', { name: '提交申报' }).click();
    await page.getByText(/没有连接上服务器，内容没有提交。.*还在页面上/).waitFor();
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('status');
    await look('apply-offline', widths);
    expect(await page.getByText(String(serviceStation()['projectName'])).count()).toBeGreaterThan(0);
    await page.context().setOffline(false);
    await page.getByRole('button', { name: '提交申报' }).click();
    await page.getByText('申报已提交').waitFor();
    expectQuiet(/ERR_INTERNET_DISCONNECTED/);
  });

  it('of a server that has stopped leaves the answers in the page', async () => {
    const { page } = await openDraft();
    await portal.kill();
    await page.getByRole('button', { name: '提交申报' }).click();
    await page.getByText('没有连接上服务器，内容没有提交。').first().waitFor();
    await page.getByRole('button', { name: '修改项目名称' }).click();
    expect(await page.getByLabel('项目名称').inputValue()).toBe(serviceStation()['projectName']);
  });

  it('of a second tab that shows an older state is said there, and nothing is done twice', async () => {
    const id = await submitCase();
    const first = await open('reviewer-hecheng', `/review#case/${id}`);
    const second = await open('reviewer-hecheng', `/review#case/${id}`);
    for (const { page } of [first, second]) {
      await page.getByRole('radio', { name: '退回补正' }).check();
      await page.getByLabel('理由').fill('请补充共建单位承担的工作。');
    }
    await first.page.getByRole('button', { name: '退回补正' }).click();
    await first.page.getByText('已办理。').waitFor();
    await second.page.getByRole('button', { name: '退回补正' }).click();
    await second.page.getByText('其他人刚刚处理过这份申请').first().waitFor();
    expect(await second.page.getByLabel('理由').inputValue()).toBe('请补充共建单位承担的工作。');
    await second.look('review-conflict', widths);
    const { state } = (await (await fetch(`${portal.address}/api/cases/${id}`, { headers: headers('reviewer-hecheng') })).json()) as { state: { sequence: number } };
    expect(state.sequence).toBe(2);
    second.expectQuiet(/422/);
  });
});

const report = (page: Page, name: string) => page.locator(`section[data-folder="${name}"]`);
function edit(path: string, change: (text: string) => string): void {
  const file = join(folder, 'schemes', path);
  writeFileSync(file, change(readFileSync(file, 'utf8')));
}

describe('the page of the administrator', () => {
  portalForAll();

  it('shows the holes of Gaoming and the tests of the demonstration', async () => {
    const { page, look, expectQuiet } = await open('administrator', '/admin');
    await page.getByText(/^正在检查，还有\d+个方案……$/).waitFor();
    await report(page, 'gaoming').getByText(/有 ?[12]\d ?处尚未决定/).first().waitFor({ timeout: 60_000 });
    expect(await report(page, 'gaoming').getByRole('button', { name: /发布/ }).count()).toBe(0);
    await report(page, 'gaoming-demo').locator('summary', { hasText: '自带测试' }).click();
    await report(page, 'gaoming-demo').getByText('通过').first().waitFor();
    await look('admin', widths);
    expectQuiet();
  });

  it('shows the problem of a saved file without a reload, and that it is gone again', async () => {
    const { page, look, expectQuiet } = await open('administrator', '/admin');
    await report(page, 'gaoming-demo').waitFor();
    await page.getByText('正在检查').waitFor({ state: 'detached', timeout: 60_000 });
    await page.evaluate(() => { document.title = 'still the same page'; });
    const before = readFileSync(join(folder, 'schemes/gaoming-demo/scheme.json'), 'utf8');

    edit('gaoming-demo/scheme.json', (text) => text.replace('"version"', '"version'));
    await report(page, 'gaoming-demo').getByText('scheme/broken-json').first().waitFor();
    await look('admin-broken', widths);

    edit('gaoming-demo/scheme.json', () => before);
    await report(page, 'gaoming-demo').getByText('scheme/broken-json').first().waitFor({ state: 'detached' });
    expect(await page.title()).toBe('still the same page');
    expectQuiet();
  });
});

describe('the page where schemes are edited', () => {
  portalForEach();

  it('changes the days of publicity and the version, saves no more than that, and the new version is published', async () => {
    const before = readFileSync(join(folder, 'schemes/gaoming-demo/scheme.json'), 'utf8');
    const { page, look, expectQuiet } = await open('administrator', '/admin');
    await report(page, 'gaoming-demo').getByRole('button', { name: /^编辑/ }).click();
    await page.getByRole('button', { name: '参数', exact: true }).click();
    await page.getByRole('navigation', { name: '方案目录' }).getByRole('button', { name: '公示天数' }).click();
    await page.getByLabel('数量').first().fill('7');
    await page.getByRole('button', { name: '概况' }).click();
    await page.getByLabel('版本号').fill('2.1.0');
    await page.getByRole('button', { name: /^测试（(\d+)\/\1）$/ }).waitFor();
    await look('scheme-editor', widths);
    await page.getByRole('button', { name: '保存' }).click();
    await page.getByText(/^已保存。/).waitFor();

    const after = readFileSync(join(folder, 'schemes/gaoming-demo/scheme.json'), 'utf8');
    const lines = new Set(before.split('\n'));
    expect(after.split('\n').filter((line) => !lines.has(line)).map((line) => line.trim())).toEqual(['"version": "2.1.0",', expect.stringContaining('7')]);
    await page.goto(`${portal.address}/admin`);
    await report(page, 'gaoming-demo').getByRole('button', { name: /发布/ }).click();
    await page.getByText('已发布。').waitFor();
    const { scheme } = (await (await fetch(`${portal.address}/api/scheme`, { headers: headers(village) })).json()) as { scheme: { version: string; parameters: { publicityPeriod: { value: unknown } } } };
    expect(scheme).toMatchObject({ version: '2.1.0', parameters: { publicityPeriod: { value: { amount: 7, unit: 'workingDay' } } } });
    expectQuiet();
  });

  it('says which tests a change fails, and overwrites nothing that somebody else saved meanwhile', async () => {
    const { page, expectQuiet } = await open('administrator', '/schemes#gaoming-demo');
    await page.getByRole('button', { name: '参数', exact: true }).click();
    await page.getByRole('navigation', { name: '方案目录' }).getByRole('button', { name: '单个项目资金上限' }).click();
    await page.getByLabel('取值', { exact: true }).fill('250000');
    await page.getByRole('button', { name: '概况' }).click();
    await page.getByRole('button', { name: /^测试（/ }).click();
    await page.getByText('未通过').first().waitFor();
    edit('gaoming-demo/scheme.json', (text) => `${text}\n`);
    await page.getByRole('button', { name: '保存' }).click();
    await page.getByText('您打开之后，有人保存了这个方案').waitFor();
    expect(readFileSync(join(folder, 'schemes/gaoming-demo/scheme.json'), 'utf8')).not.toContain('250000');
    expectQuiet(/409/);
  });
});

describe('the page of the administrator, publishing', () => {
  portalForEach();

  it('publishes a new version, under which the next application runs while earlier ones keep theirs', async () => {
    const id = await submitCase();
    const { page, look, expectQuiet } = await open('administrator', '/admin');
    edit('gaoming-demo/scheme.json', (text) => text.replace('"version": "2.0.0"', '"version": "2.1.0"'));
    await report(page, 'gaoming-demo').getByRole('button', { name: /发布/ }).click();
    await page.getByText('已发布。').waitFor();
    await report(page, 'gaoming-demo').locator('summary', { hasText: '已发布' }).click();
    await report(page, 'gaoming-demo').getByRole('rowheader', { name: /2\.1\.0/ }).waitFor();
    await look('admin-published', widths);
    expect(await report(page, 'gaoming-demo').getByRole('button', { name: /发布/ }).count()).toBe(0);

    const later = await post<{ state: { id: string; schemeHash: string } }>(village, '/api/cases', { answers: serviceStation() }, 'two');
    const earlier = (await (await fetch(`${portal.address}/api/cases/${id}`, { headers: headers(village) })).json()) as typeof later;
    expect(later.state.schemeHash).not.toBe(earlier.state.schemeHash);
    expectQuiet();
  });
});

describe('somebody whose identity has nothing to do on a page', () => {
  portalForAll();

  it.each(['/review', '/committee', '/admin'])('is told on %s who acts there', async (path) => {
    const { page, look, expectQuiet } = await open(village, path);
    await page.getByText('这个页面由以下身份办理').waitFor();
    await look(`wrong-identity-${path.slice(1)}`, widths);
    expectQuiet();
  });

  it('reads on the public page that there is no notice yet', async () => {
    const { page, look, expectQuiet } = await open('resident', '/public');
    await page.locator('cobuild-notice').or(page.getByText('还没有公示')).first().waitFor();
    await look('public-empty', widths);
    expectQuiet();
  });

  it('reads every page in English from the time they choose it, at the place where they were, and in Chinese again', async () => {
    const { page, look, expectQuiet } = await open(village, '/apply#draft/another');
    /** What the frame says: all but the name of the other language and the people of the demonstration. */
    const chineseInFrame = (): Promise<readonly string[]> => page.evaluate(() => {
      const texts = [document.title, ...[...document.querySelectorAll('.skip, .brand, .masthead nav a, .languages a[lang=en], h1, .lead, .demonstration, #status, footer')].map(({ textContent }) => textContent ?? '')];
      const people = document.querySelector('cobuild-identity-switch')?.shadowRoot;
      return [...texts, ...[...(people?.querySelectorAll('label > span, button') ?? [])].map(({ textContent }) => textContent ?? '')].filter((text) => /\p{Script=Han}/u.test(text));
    });
    expect(await chineseInFrame()).not.toEqual([]);
    await page.getByRole('link', { name: 'English' }).click();
    await page.getByRole('link', { name: 'Back: My applications' }).waitFor();
    expect(new URL(page.url()).hash).toBe('#draft/another');
    expect(await page.evaluate(() => document.documentElement.lang)).toBe('en');
    expect(await chineseInFrame()).toEqual([]);

    await page.getByRole('link', { name: 'Public notices' }).click();
    await page.locator('cobuild-notice').or(page.getByText('There is no notice yet.')).first().waitFor();
    expect(await chineseInFrame()).toEqual([]);
    await look('public-english', widths);
    await page.getByRole('link', { name: '中文' }).click();
    await page.getByRole('heading', { level: 1, name: '结果公示' }).waitFor();
    expectQuiet();
  });
});
