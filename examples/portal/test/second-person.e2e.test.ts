import { chinaCalendar } from '@cobuild/core';
import { readSchemeFolder } from '@cobuild/core/node';
import { publishScheme } from '@cobuild/rules';
import { cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { CaseView } from '../src/server/case-service.js';
import { atPortal } from './at-portal.js';
import { partOfStory, storyOfThisYear } from './part-of-story.js';
import { examples } from './portal-harness.js';
import { launchChromium, widths } from './watched-page.js';

let browser: Browser;
beforeAll(async () => { browser = await launchChromium(); });
afterAll(async () => { await browser.close(); });

it('row 56: a second person says no to another route, by hand: the result of the table stands, and the log says who and why', async () => {
  const scheme = 'nanhai-matters-demo';
  const [clerk, town] = [`${scheme}.villageClerk`, `${scheme}.townOfficer.guicheng`];
  const story = partOfStory('nanhai-matters', () => ({ cases: [{ case: 'assets', daysAgo: 20, until: 'deliberate', answers: { amount: 260_000 } }] }));
  await atPortal(browser, scheme, async (portal, open) => {
    portal.clock = new Date('2026-03-30T10:00:00+08:00');
    expect(await portal.tell(scheme, story)).toEqual([]);
    const [found] = (await portal.call<{ cases: CaseView[] }>(clerk, 'GET', `/api/cases?scheme=${scheme}`)).body.cases;
    const id = found?.state.id ?? '';
    expect(found?.state.stage).toBe('deliberate');
    const at = `#case/${id}`;

    // The table sent it to the members; the clerk wants it to be decided already.
    const { page, look } = await open(clerk, '/committee', at);
    await page.locator('cobuild-meeting').waitFor();
    const propose = async (reason: string): Promise<void> => {
      await page.locator('#override').click();
      await page.getByRole('radio', { name: '已经决定' }).check();
      await page.locator('#override-reason').fill(reason);
      await page.locator('#send-override').click();
      await page.getByText('等待另一人确认').waitFor();
    };
    await propose('租约将于本月到期，来不及再开党员大会。');
    expect(await page.locator('#confirm-override, #decline-override').count()).toBe(0);
    await look('override-proposed', widths);

    await open(town, '/review', at);
    await page.locator('#decline-override').click();
    await page.locator('#send-decline').click();
    await page.getByText('请填写不同意的理由。').first().waitFor();
    const reason = '金额在一百万元以下、五万元以上，应当经党员大会。';
    await page.locator('#decline-reason').fill(reason);
    await look('override-declining', widths);
    await page.locator('#send-decline').click();
    await page.locator('#decline-form').waitFor({ state: 'detached' });
    const events = await portal.events(id);
    expect(events.slice(-1)).toMatchObject([{ type: 'overrideDeclined', actor: { id: town }, data: { reason } }]);
    expect((await portal.call<CaseView>(clerk, 'GET', `/api/cases/${id}`)).body.state).toMatchObject({ stage: 'deliberate', status: 'open' });

    // Whoever proposed reads who said no, and why; and may come with another reason, which is agreed to.
    await open(clerk, '/committee', at);
    await page.getByText(reason).first().waitFor();
    await look('override-declined', widths);
    await propose('镇街已复核：租金未变，只是续租，不属于新的处置。');
    await open(town, '/review', at);
    await page.locator('#confirm-override').click();
    await page.locator('#confirm-box').getByRole('button', { name: '确认改判' }).click();
    await page.locator('#confirm-box').waitFor({ state: 'detached' });
    expect((await portal.call<CaseView>(clerk, 'GET', `/api/cases/${id}`)).body.state).toMatchObject({ stage: 'discloseDecision', overrides: [{ stage: 'route', outcome: 'decided', by: clerk, second: town }] });
  });
}, 400_000);

/** The demonstration of Qianjiang in which a group takes one project. */
function ofOneEach(): Parameters<typeof atPortal>[1] {
  const folder = mkdtempSync(join(tmpdir(), 'cobuild-limit-'));
  for (const name of ['qianjiang-innovation', 'qianjiang-innovation-demo', 'four-discussions']) cpSync(join(examples, name), join(folder, name), { recursive: true });
  const file = join(folder, 'qianjiang-innovation-demo', 'scheme.json');
  writeFileSync(file, readFileSync(file, 'utf8').replace('"limit": 12', '"limit": 1'));
  const { published, problems } = publishScheme(readSchemeFolder(join(folder, 'qianjiang-innovation-demo')), { calendar: chinaCalendar, locale: 'zh-CN' });
  if (published === undefined) throw new Error(JSON.stringify(problems));
  return published;
}

it('row 40: a group that has enough to do gets no more, whoever stepped aside is asked for nothing, and scores come before the result', async () => {
  const scheme = 'qianjiang-innovation-demo';
  const officer = `${scheme}.organisationOfficer.qianjiang`;
  await atPortal(browser, ofOneEach(), async (portal, open) => {
    expect(await portal.tell(scheme, storyOfThisYear())).toEqual([]);
    const { page, look } = await open(officer, '/review');
    await page.getByRole('checkbox').first().waitFor();
    for (const box of await page.getByRole('checkbox').all()) await box.check();
    await page.getByRole('combobox', { name: '分派给' }).selectOption('expert-group-6');
    await page.getByRole('textbox', { name: /^理由/ }).fill('统一由第六组评审');
    await page.getByRole('button', { name: '分派所选项目' }).click();
    const refusal = page.getByText(/没有分派：.*手上的申请已达到方案规定的每人 1 件/).first();
    expect((await refusal.innerText()).match(/没有分派/g)).toHaveLength(1);
    await look('reviewers-full', widths);
    const cases = async (): Promise<readonly CaseView[]> => (await portal.call<{ cases: CaseView[] }>(officer, 'GET', `/api/cases?scheme=${scheme}`)).body.cases.filter(({ state }) => state.stage === 'expertVisit');
    const [assigned, waiting] = (await cases()).map(({ state }) => state).sort((one, other) => (other.assigned?.length ?? 0) - (one.assigned?.length ?? 0));
    expect([assigned?.assigned?.map(({ panel }) => panel), waiting?.assigned]).toEqual([['expert-group-6'], undefined]);

    // On the page of the other the group that is full cannot be chosen, and says why.
    await open(officer, '/review', `#case/${waiting?.id ?? ''}`);
    const full = page.locator('#assignment label').filter({ hasText: '任务已满' });
    await full.waitFor();
    expect([await full.count(), await full.getByRole('radio').isDisabled()]).toEqual([1, true]);
    await look('reviewers-choose', widths);
    await page.locator('#assignment label').filter({ hasText: '第1' }).getByRole('radio').check();
    if (await page.locator('#group-reason').count() > 0) await page.locator('#group-reason').fill('第六组任务已满');
    await page.locator('#assign').click();
    await page.getByText(/已由.*分到/).waitFor();
    expect((await cases()).map(({ state }) => state.assigned?.[0]?.panel).sort()).toEqual(['expert-group-1', 'expert-group-6']);

    // An expert is led to the score sheet, and finds no opinion to give in its place.
    const [expert = ''] = assigned?.assigned?.[0]?.reviewers ?? [];
    await open(expert, '/review', `#case/${assigned?.id ?? ''}`);
    const link = page.getByRole('link', { name: /打开评分页/ });
    await link.waitFor();
    expect(await page.locator('cobuild-review').count()).toBe(0);
    await look('review-at-scoring', widths);
    const early = await portal.act(expert, assigned?.id ?? '', { type: 'reviewed', data: { stage: 'expertVisit', outcome: 'evaluated', answers: {} } });
    expect([early.status, early.body.problems.map(({ code }) => code)]).toEqual([422, ['case/scoring-open']]);

    await link.click();
    await page.getByRole('button', { name: '申请回避' }).click();
    await page.getByRole('textbox', { name: '情况说明' }).fill('项目负责人是我的亲属。');
    await page.getByRole('button', { name: '登记', exact: true }).click();
    await expect.poll(async () => (await portal.events(assigned?.id ?? '')).slice(-1)[0]?.type).toBe('conflictDeclared');
    await page.getByText(/已登记回避/).first().waitFor();
    await look('scores-recused', widths);
    const { next } = (await portal.call<CaseView>(expert, 'GET', `/api/cases/${assigned?.id ?? ''}`)).body;
    expect(next.filter(({ type }) => ['scoreSubmitted', 'conflictDeclared', 'reviewed'].includes(type))).toEqual([]);
    await open(expert, '/review', `#case/${assigned?.id ?? ''}`);
    await page.locator('cobuild-decision').waitFor();
    expect(await page.getByRole('link', { name: /打开评分页/ }).count()).toBe(0);
  });
}, 400_000);
