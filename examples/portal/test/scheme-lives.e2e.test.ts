import type { Case, Scheme } from '@cobuild/core';
import type { StatisticsFigure } from '@cobuild/rules';
import { sheetFromStatistics, statisticsOf } from '@cobuild/rules';
import { sheetFromFile } from '@cobuild/rules/node';
import { readFileSync } from 'node:fs';
import type { Browser, Locator, Page } from 'playwright';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { CaseView } from '../src/server/case-service.js';
import type { OpenAs } from './at-portal.js';
import { atPortal } from './at-portal.js';
import { partOfStory } from './part-of-story.js';
import type { Portal } from './portal-harness.js';
import { daysAfter, exampleCases } from './stage-answers.js';
import { launchChromium, widths } from './watched-page.js';

let browser: Browser;
beforeAll(async () => { browser = await launchChromium(); });
afterAll(async () => { await browser.close(); });

const setDay = (portal: Portal, day: string): void => { portal.clock = new Date(`${day}T09:00:00+08:00`); };
const stateOf = async (portal: Portal, as: string, id: string): Promise<CaseView['state']> => (await portal.call<CaseView>(as, 'GET', `/api/cases/${id}`)).body.state;
const caseIn = async (portal: Portal, as: string, scheme: string): Promise<string> => (await portal.call<{ cases: CaseView[] }>(as, 'GET', `/api/cases?scheme=${scheme}`)).body.cases[0]?.state.id ?? '';

/** Somebody of each role, as the demonstration has them. */
async function peopleOf<Roles extends readonly string[]>(portal: Portal, scheme: string, ...roles: Roles): Promise<{ readonly [Role in keyof Roles]: string }> {
  const { body: { identities } } = await portal.call<{ identities: { id: string; role: string }[] }>(undefined, 'GET', `/api/session?scheme=${scheme}`);
  return roles.map((role) => identities.find((identity) => identity.role === role)?.id ?? '') as { readonly [Role in keyof Roles]: string };
}

/** An application that stands ready as a draft is read through and sent in. */
async function handIn(portal: Portal, open: OpenAs, as: string, scheme: string, answers: Case['answers'] | undefined): Promise<string> {
  expect((await portal.call(as, 'PUT', `/api/drafts/${scheme}?scheme=${scheme}`, { answers })).status).toBe(200);
  const { page } = await open(as, '/apply', `#draft/${scheme}`);
  await page.getByRole('button', { name: /检查并提交/ }).first().click();
  await page.getByRole('button', { name: '提交申报' }).click();
  await page.getByText('申报已提交').waitFor();
  return caseIn(portal, as, scheme);
}

/** Settles the stage that is open with an outcome, at a desk. */
async function settle(page: Page, outcome: string): Promise<void> {
  await page.locator(`#outcomes input[value="${outcome}"]`).check();
  await expect.poll(() => page.locator('#submit').getAttribute('aria-disabled')).not.toBe('true');
  await page.locator('#submit').click();
}

it('D2, D4: a shared site of Datong is created in a year, commended for two, a model for three, renewed, and withdrawn in the end', async () => {
  const scheme = 'datong-sites-demo';
  const [host, officer, resident] = ['host-jia', 'site-officer', 'resident-jia'] as const;
  await atPortal(browser, scheme, async (portal, open) => {
    setDay(portal, '2026-03-05');
    const shared = exampleCases(scheme).find(({ answers }) => answers['isJoint'] === true);
    const id = await handIn(portal, open, host, scheme, shared?.answers);
    const at = `#case/${id}`;
    const desk = async (day: string): Promise<Page> => {
      setDay(portal, day);
      const { page } = await open(officer, '/review', at);
      return page;
    };
    const atStage = (stage: string): Promise<void> => expect.poll(async () => (await stateOf(portal, officer, id)).stage, { timeout: 20_000 }).toBe(stage);

    // Both hosts stand on the sheet of the office.
    let page = await desk('2026-03-20');
    for (const name of ['丙村党支部', '丁村党支部']) await page.getByText(name).first().waitFor();
    await settle(page, 'approve');
    await atStage('acceptance');

    page = await desk('2027-02-20');
    const form = page.locator('cobuild-review cobuild-form').last();
    for (const item of ['facilities', 'organisation', 'activities', 'use']) await form.locator(`[data-pointer="/${item}"] input[type=radio]`).first().check();
    await form.locator('[data-pointer="/records"] input[type=radio]').nth(1).check();
    await form.locator('[data-pointer="/acceptedOn"] input').first().fill('2027-02-20');
    await form.locator('[data-pointer="/findings"] textarea, [data-pointer="/findings"] input').first().fill('四项达到，资料尚缺一册台账。');
    await settle(page, 'accepted');
    await atStage('publicity');

    setDay(portal, '2027-02-24');
    ({ page } = await open(officer, '/committee', at));
    await page.locator('#publish').click();
    await page.getByText('公示中').first().waitFor();
    const { page: outside, text } = await open(resident, '/public');
    await outside.locator('cobuild-notice').first().waitFor();
    expect(await text()).toContain('两村共建党群服务中心');
    const until = (await stateOf(portal, officer, id)).notice?.until ?? '';
    setDay(portal, daysAfter(until, 1));
    ({ page } = await open(officer, '/committee', at));
    await settle(page, 'confirmed');
    await expect.poll(async () => (await stateOf(portal, officer, id)).end, { timeout: 20_000 }).toBe('approved');

    // In each year the page says where the site stands: the days are counted from the acceptance.
    const years = page.locator('cobuild-cycle');
    const now = async (day: string): Promise<string> => {
      await desk(day);
      return (await years.locator('[part=phases] > li').filter({ hasText: '现在' }).innerText()).replace(/\s+/g, ' ');
    };
    expect(await now('2029-02-20')).toContain('表彰奖励');
    expect(await now('2029-02-21')).toContain('典型推广');
    expect([await years.locator('#renew-site').count(), await years.locator('#withdraw-site').count()]).toEqual([0, 1]);

    // From three months before the end it may be renewed; the report on what spread is in by then.
    expect(await now('2031-11-20')).toContain('2032年2月20日止');
    const { look } = await open(officer, '/review', at);
    await years.locator('#done-site-report').click();
    await years.locator('#entry-form textarea').fill('三年里接待学习十二批，带动六个村。');
    await years.locator('#entry-form-send').click();
    await years.locator('#done-site-report').waitFor({ state: 'detached' });
    await look('datong-years', widths);
    await years.locator('#renew-site').click();
    await look('datong-renewing', widths);
    await years.locator('#entry-form-send').click();
    await expect.poll(async () => (await portal.events(id)).slice(-1)[0]?.type).toBe('cycleRenewed');
    expect(await now('2032-02-21')).toContain('第 1 次续期');
    expect(await years.locator('#renew-site').count()).toBe(0);

    // Whoever runs the site reads its years, and records none of them.
    await open(host, '/apply', at);
    await years.getByText('第 1 次续期').waitFor();
    expect(await years.locator('.actions button').count()).toBe(0);
    await look('datong-years-host', widths);
    const refused = await portal.act(host, id, { type: 'cycleWithdrawn', data: { cycle: 'site', reason: 'ownWish' } });
    expect([refused.status, refused.body.problems.map(({ code }) => code)]).toEqual([422, ['case/wrong-role']]);

    await desk('2033-05-10');
    await years.locator('#withdraw-site').click();
    await years.locator('#entry-form-send').click();
    await years.locator('#entry-form .field-error').first().waitFor();
    await years.getByRole('radio', { name: '不再达到标准' }).check();
    await years.locator('#entry-form textarea').fill('半年没有开放。');
    await look('datong-withdrawing', widths);
    await years.locator('#entry-form-send').click();
    await years.getByText('已于2033年5月10日撤销，理由：不再达到标准').waitFor();
    await look('datong-withdrawn', widths);
    expect((await portal.events(id)).slice(-3).map(({ type, actor, data }) => [type, actor.id, (data as { reason?: string }).reason])).toEqual([['cycleDutyDone', officer, undefined], ['cycleRenewed', officer, undefined], ['cycleWithdrawn', officer, 'notKeptUp']]);
  });
}, 400_000);

it('Y4: a micro-wish is late at the village, which the town is told; it times out with one member, is declined by another, and is done and rated with a third', async () => {
  const scheme = 'yangjiang-wishes-demo';
  await atPortal(browser, scheme, async (portal, open) => {
    setDay(portal, '2026-03-05');
    const [resident, clerk, volunteer, town] = await peopleOf(portal, scheme, 'resident', 'villageClerk', 'volunteer', 'townOfficer');
    const id = await handIn(portal, open, resident, scheme, exampleCases(scheme)[0]?.answers);
    const card = (page: Page): Locator => page.locator(`[data-demand="${id}"]`);
    const atStage = (stage: string): Promise<void> => expect.poll(async () => { const { end, stage: now } = await stateOf(portal, clerk, id); return end ?? now; }, { timeout: 20_000 }).toBe(stage);
    const pass = async (): Promise<string[]> => (await portal.passTime()).events.map(({ type }) => type);
    /** Somebody takes the wish up on the board and chooses what becomes of it. */
    const begin = async (as: string, outcome: string): Promise<{ readonly page: Page; readonly look: (name: string) => Promise<void> }> => {
      const { page, look } = await open(as, '/board');
      await card(page).locator('.name').click();
      await page.locator(`#outcomes [data-outcome=${outcome}]`).click();
      return { page, look: (name) => look(name, widths) };
    };
    const dispatch = async (to: string, attempt: number): Promise<void> => {
      const { page, look } = await begin(clerk, 'dispatch');
      const form = page.locator('.sheet cobuild-form');
      await form.locator('[data-pointer="/verified"] input').first().check();
      await form.locator('[data-pointer="/volunteerName"] input').first().fill(to);
      await form.locator('[data-pointer="/attempt"] input').first().fill(String(attempt));
      if (attempt === 2) await look('wish-reassigning');
      await page.locator('#submit').click();
      await atStage('accept');
    };

    // The village has three working days, until Tuesday; on the next day the town is told.
    setDay(portal, '2026-03-11');
    expect(await pass()).toContain('deadlineEscalated');
    const { page, look } = await open(town, '/board');
    await card(page).getByText(/^已报/).waitFor();
    await card(page).getByText(/已超时1个工作日/).waitFor();
    await look('wish-escalated', widths);
    await dispatch('林志强', 1);

    // Seven working days pass without anybody taking it: it is taken back.
    setDay(portal, '2026-03-21');
    expect(await pass()).toContain('deadlinePassed');
    await atStage('dispatch');
    await open(clerk, '/board');
    await card(page).getByText('退回过1次').waitFor();
    await look('wish-timed-out', widths);
    await card(page).locator('.name').click();
    for (const sentence of ['党员接单：期限2026年3月20日已过，自动按“超时没有接，收回改派”处理', '期限内没有党员接单，自动收回改派。']) await page.locator('.sheet').getByText(sentence).first().waitFor();
    await look('wish-timed-out-history', widths);
    expect((await portal.events(id)).slice(-1)).toMatchObject([{ type: 'deadlinePassed', data: { outcome: 'timedOut', reason: '期限内没有党员接单，自动收回改派。' } }]);
    await dispatch('陈少波', 2);

    // The second one declines, and has to say why; the village reads it and passes the wish on.
    await begin(volunteer, 'decline');
    await page.locator('#submit').click();
    await page.locator('#missing').waitFor();
    await page.locator('#reason').fill('这几天出海，赶不回来。');
    await page.locator('#submit').click();
    await atStage('dispatch');
    await open(clerk, '/board');
    await card(page).getByText('退回过2次').waitFor();
    await card(page).locator('.name').click();
    await page.locator('.sheet').getByText('这几天出海，赶不回来。').first().waitFor();
    await look('wish-declined', widths);
    await dispatch('冯秀兰', 3);

    // The third one takes it with one press on the card, and says what was done.
    setDay(portal, '2026-03-23');
    await open(volunteer, '/board');
    await card(page).locator('.row .button.primary').click();
    await atStage('fulfil');
    await begin(volunteer, 'done');
    const result = page.locator('.sheet cobuild-form');
    await result.locator('[data-pointer="/doneOn"] input').first().fill('2026-03-23');
    await result.locator('[data-pointer="/result"] textarea').fill('已上门办好，当面交给老人。');
    await result.locator('[data-pointer="/cost"] input').first().fill('40');
    await page.locator('#submit').click();
    await atStage('rate');

    // Whoever wished for it rates it, and the wish is closed.
    await begin(resident, 'rated');
    await page.locator('.sheet cobuild-form [data-pointer="/rating"] input').first().fill('5');
    await look('wish-to-rate', widths);
    await page.locator('#submit').click();
    await atStage('approved');
    const log = await portal.events(id);
    expect(log.filter(({ type }) => type === 'reviewed' || type === 'deadlinePassed').map(({ type, data }) => [type, (data as { outcome: string }).outcome])).toEqual([
      ['reviewed', 'dispatch'], ['deadlinePassed', 'timedOut'], ['reviewed', 'dispatch'], ['reviewed', 'decline'], ['reviewed', 'dispatch'], ['reviewed', 'accept'], ['reviewed', 'done'], ['reviewed', 'rated'],
    ]);
    const reviews = (await portal.call<CaseView>(clerk, 'GET', `/api/cases/${id}`)).body.state.reviews;
    expect(reviews.map(({ stage, answers }) => [stage, answers?.['volunteerName'] ?? answers?.['result'] ?? answers?.['rating']])).toEqual([['dispatch', '冯秀兰'], ['accept', undefined], ['fulfil', '已上门办好，当面交给老人。'], ['rate', 5]]);
  });
}, 400_000);

it('Y4: the village refuses what is no micro-wish, with one of the reasons of the scheme, and the resident reads it', async () => {
  const scheme = 'yangjiang-wishes-demo';
  await atPortal(browser, scheme, async (portal, open) => {
    setDay(portal, '2026-03-05');
    const [resident, clerk] = await peopleOf(portal, scheme, 'resident', 'villageClerk');
    const id = await handIn(portal, open, resident, scheme, exampleCases(scheme)[0]?.answers);
    const { page, look } = await open(clerk, '/board');
    await page.locator(`[data-demand="${id}"] .name`).click();
    await page.locator('#outcomes [data-outcome=refuse]').click();
    await page.locator('#submit').click();
    await page.locator('#missing').waitFor();
    await page.getByRole('checkbox', { name: '不是微心愿，另有办理渠道' }).check();
    await page.locator('#reason').fill('请到民政办申请临时救助。');
    await look('wish-refusing', widths);
    await page.locator('#submit').click();
    await expect.poll(async () => (await stateOf(portal, clerk, id)).end, { timeout: 20_000 }).toBe('rejected');
    const { text } = await open(resident, '/apply', `#case/${id}`);
    await page.getByText('请到民政办申请临时救助。').first().waitFor();
    expect(await text()).toContain('不是微心愿，另有办理渠道');
  });
}, 400_000);

it('N11: important matters of Nanhai are counted by half-year, and the board goes out as CSV and Excel with the same figures', async () => {
  const scheme = 'nanhai-matters-demo';
  const matter = (key: string, daysAgo: number, amount: number): object => ({ case: 'assets', key, daysAgo, until: 'deliberate', answers: { amount } });
  const story = partOfStory('nanhai-matters', () => ({ cases: [matter('a', 20, 260_000.5), matter('b', 45, 90_000), matter('c', 140, 410_000)] as never }));
  await atPortal(browser, scheme, async (portal, open) => {
    portal.clock = new Date('2026-08-20T10:00:00+08:00');
    expect(await portal.tell(scheme, story)).toEqual([]);
    const { body: { scheme: document } } = await portal.call<{ scheme: Scheme }>(undefined, 'GET', `/api/scheme?scheme=${scheme}`);
    const [{ id: highest } = { id: '' }] = document.organisation.levels;
    const [district] = await peopleOf(portal, scheme, document.organisation.roles.find(({ id, level }) => level === highest && id !== 'administrator')?.id ?? '');
    const { body: { cases } } = await portal.call<{ cases: Parameters<typeof statisticsOf>[1] }>(district, 'GET', `/api/statistics?scheme=${scheme}`);
    const expected = statisticsOf(document, cases, { rows: { by: 'period', every: 'halfYear' } });
    expect(expected.rows.map(({ title }) => title?.['zh-CN'])).toEqual(['2026年上半年', '2026年下半年']);

    const { page, look } = await open(district, '/statistics');
    const board = page.locator('cobuild-statistics').first();
    await board.getByLabel('按什么分行').selectOption({ label: '半年' });
    await board.getByLabel('按什么分列').selectOption({ label: '不分列' });
    await board.getByRole('rowheader', { name: '2026年上半年' }).waitFor();
    await look('nanhai-half-year', widths);
    const shown = (await board.locator('[part=table] tr').allInnerTexts()).map((line) => line.split(/\s*\t\s*|\n/).map((cell) => cell.trim()).filter((cell) => cell !== ''));
    const figure = (text: string): number => Number(text.replace(/[^\d.-]/g, ''));
    const values = (figures: readonly StatisticsFigure[] | undefined): number[] => (figures ?? []).map(({ value }) => value ?? 0);
    expect(shown.slice(1).map(([, ...cells]) => cells.map(figure))).toEqual([...expected.rowTotals.map(values), values(expected.totals)]);

    const save = async (name: string): Promise<{ readonly name: string; readonly content: Buffer }> => {
      const [download] = await Promise.all([page.waitForEvent('download'), board.getByRole('button', { name }).click()]);
      return { name: download.suggestedFilename(), content: readFileSync(await download.path()) };
    };
    // A file of text writes amounts to the fen, a workbook holds numbers.
    const plain = (sheet: ReturnType<typeof sheetFromStatistics> | undefined): string[][] => (sheet ?? []).map((row) => row.map((cell) => (/^\d+\.\d+$/.test(String(cell)) ? String(Number(cell)) : String(cell ?? '')))).filter((row) => row.some((cell) => cell !== ''));
    const written = plain(sheetFromStatistics(expected));
    for (const [button, kind] of [['导出 CSV', 'csv'], ['导出 Excel', 'xlsx']] as const) {
      const { name, content } = await save(button);
      expect(name.split('.').pop()).toBe(kind);
      expect(plain(await sheetFromFile(new Uint8Array(content), name))).toEqual(written);
    }
    // 3 matters, 760,000.5 yuan: to the fen.
    expect(written[written.length - 1]).toEqual(expect.arrayContaining(['合计', '3', '760000.5']));
  });
}, 400_000);
