import { rmSync } from 'node:fs';
import type { Browser } from 'playwright';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Desk } from './journey-steps.js';
import { beSomebody, fillInServiceStation, goTo } from './journey-steps.js';
import { Keyboard } from './keyboard.js';
import { serviceStation } from './portal-harness.js';
import type { PortalProcess } from './portal-process.js';
import { startPortal, startedFolder } from './portal-process.js';
import type { WatchedPage } from './watched-page.js';
import { launchWholeChromium, watchPage, widths } from './watched-page.js';

const project = String(serviceStation()['projectName']);
const committee = 24;
let folder: string;
let portal: PortalProcess;
let browser: Browser;
let watched: WatchedPage[] = [];

beforeAll(async () => {
  browser = await launchWholeChromium();
});
afterAll(() => browser.close());
beforeEach(async () => {
  folder = await startedFolder('journey');
  portal = await startPortal(folder);
});
afterEach(async ({ task }) => {
  for (const { page, photograph } of watched.splice(0)) {
    if (task.result?.state === 'fail') await photograph('journey-failed');
    await page.context().close();
  }
  await portal.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** A browser of one's own on the portal's first page. Each state of a page is looked at on a phone and at a desk, whichever it is. */
async function sitDown(width: number): Promise<Desk> {
  const own = await watchPage(browser, portal.address, width);
  watched = [...watched, own];
  await own.page.goto(`${portal.address}/`);
  return { ...own, look: (name) => own.look(name, widths), keyboard: new Keyboard(own.page) };
}

/** The village fills in the service station and submits it. */
async function apply(desk: Desk): Promise<void> {
  const { page, keyboard, look } = desk;
  await goTo(desk, '村党组织自荐');
  await look('apply-nobody');
  await beSomebody(desk, /和顺社区党委书记/);
  await page.getByText('还没有申请').waitFor();
  await look('apply-empty-list');
  await keyboard.activate('新建申请');
  await page.getByRole('heading', { name: '项目', exact: true }).waitFor();
  await look('apply-0-empty');
  await keyboard.activate(/^下一步/);
  await page.getByRole('alert').or(page.locator('.error-summary')).first().waitFor();
  await look('apply-0-errors');
  await fillInServiceStation(desk);
  await look('apply-6-check');
  await keyboard.activate('提交申报');
  await page.getByText('申报已提交').waitFor();
  await look('apply-7-receipt');
  await keyboard.activate('返回我的申请', 'link');
  await page.getByText('镇街初审中').waitFor();
  await look('apply-list');
}

/** Opens the project in the work list of the page that is shown. */
async function openProject({ page, keyboard }: Desk): Promise<void> {
  await keyboard.activate(project);
  await page.getByRole('link', { name: /^返回/ }).waitFor();
}

/** The town returns the application for completion. */
async function returnOnce(desk: Desk): Promise<void> {
  const { page, keyboard, look } = desk;
  await goTo(desk, '镇街初审');
  await beSomebody(desk, /荷城街道初审人员/);
  await look('review-list');
  await openProject(desk);
  await look('review-open');
  await keyboard.choose('处理结果', '退回补正');
  await keyboard.activate('退回补正');
  await page.getByText('请填写“退回补正”的理由').first().waitFor();
  await look('review-reason-missing');
  await keyboard.fill('理由', '请补充共建单位承担的工作，并写明开放时间。');
  await keyboard.activate('写备注：共建单位');
  await keyboard.type('请写明开放时间。');
  await keyboard.activate('保存备注');
  await look('review-remark');
  await keyboard.activate('退回补正');
  await page.getByText('已办理。').waitFor();
  await look('review-returned');
}

/** The village reads why, completes the application and submits it again. */
async function complete(desk: Desk): Promise<void> {
  const { page, keyboard, look } = desk;
  await goTo(desk, '村党组织自荐');
  await openProject(desk);
  await page.getByText('请补充共建单位承担的工作').waitFor();
  await look('apply-returned');
  await keyboard.activate(/共建单位$/, 'link');
  await page.getByRole('group', { name: '审核备注' }).getByText('请写明开放时间。').waitFor();
  await look('apply-remark');
  await keyboard.tabTo({ name: /^承担的工作/ });
  await keyboard.press('Control+A');
  await keyboard.type('日常保洁、水电维护；每日九时至二十一时开放。');
  await keyboard.tick(/^已处理/);
  await page.getByText('已处理 1 处', { exact: false }).waitFor();
  await openStep(desk, '检查并提交');
  await keyboard.activate('提交申报');
  await page.getByText('申报已提交').waitFor();
}

/** Goes to a step by the list of steps; on a phone that is folded away under the line that says where one is. */
async function openStep({ page, keyboard }: Desk, title: string): Promise<void> {
  if (!(await page.getByRole('button', { name: title }).isVisible())) await keyboard.activate(/^第 \d 步/);
  await keyboard.activate(new RegExp(title));
  await page.getByRole('heading', { level: 2, name: title }).waitFor();
}

/** The town forwards it to the district. */
async function forward(desk: Desk): Promise<void> {
  const { page, keyboard, look } = desk;
  await goTo(desk, '镇街初审');
  await openProject(desk);
  await page.getByRole('heading', { name: '退回时的备注（1 条）' }).waitFor();
  await page.getByText('每日九时至二十一时开放').first().waitFor();
  await look('review-again');
  await keyboard.fill(/^村“两委”班子履职/, '两委班子履职到位，村级运转正常。');
  await keyboard.choose(/^是否符合专项资金适用范围/, '符合');
  await keyboard.choose(/^申明事项是否已核对属实/, '已核对');
  await keyboard.fill(/^在本镇街本批次申报中的排序/, '1');
  await keyboard.choose('处理结果', '通过初审，报区级会审');
  await look('review-filled');
  await keyboard.activate('通过初审，报区级会审');
  await page.getByText('已办理。').waitFor();
  await look('review-forwarded');
}

/** The committee meets: all but one sign in, one is recused, ballots are recorded, the vote is closed. */
async function vote(desk: Desk): Promise<void> {
  const { page, keyboard, look } = desk;
  // Each office is offered its own pages.
  await beSomebody(desk, /评审委员会办公室工作人员/);
  await goTo(desk, '区级会审');
  await look('committee-list');
  await openProject(desk);
  await look('committee-open');
  await keyboard.activate('开始会议');
  await page.getByText('还差', { exact: false }).first().waitFor();
  // Nobody has come yet: it breaks off, and begins again with a sign-in of its own.
  await keyboard.activate('休会');
  await keyboard.fill('休会原因', '委员未到齐');
  await look('committee-adjourning');
  await keyboard.press('Enter');
  await page.getByText('上次会议已休会，没有表决。原因：委员未到齐').waitFor();
  await keyboard.activate('开始会议');
  await page.getByText('还差', { exact: false }).first().waitFor();
  await look('committee-sign-in');
  for (let member = 0; member < committee - 1; member += 1) {
    await keyboard.tabTo({ name: / 签到$/, role: 'checkbox' });
    await keyboard.press('Space');
    await expect.poll(() => page.getByText(`已签到 ${member + 1} 人`, { exact: false }).count()).toBeGreaterThan(0);
    await keyboard.press('Tab');
  }
  await keyboard.activate(/^登记回避：/, 'button');
  await keyboard.fill(/的回避原因$/, '与共建的物业公司有利害关系');
  await look('committee-recusal');
  await keyboard.press('Enter');
  await page.getByText('回避 1 人').first().waitFor();
  await look('committee-ready');
  await keyboard.tabTo({ name: '开始表决', role: 'button' }, 'Shift+Tab');
  await keyboard.press('Enter');
  await page.getByText('已收到 0 票').first().waitFor();
  await look('committee-ballots');
  // 24 appointed, one recused, one absent: 12 of 23 entitled is more than half.
  for (const choice of [...Array<string>(12).fill('赞成'), ...Array<string>(8).fill('反对'), ...Array<string>(2).fill('弃权')]) {
    await keyboard.choose(/的选票$/, choice);
    await keyboard.press('Tab');
  }
  await keyboard.activate('记录选票（22/22）');
  await look('committee-check-ballots');
  await keyboard.activate('确认记录');
  await page.getByText('已收到 22 票').first().waitFor();
  await look('committee-recorded');
  await keyboard.activate('结束表决');
  await look('committee-close');
  await keyboard.activate('确认结束表决');
  await page.getByText('表决结果').first().waitFor();
  expect(await desk.text()).toMatch(/赞成 12 票.*应到（回避后）23 人/);
  await page.getByRole('button', { name: '发布公示' }).waitFor();
  await look('committee-result');
}

/** The clerk publishes the notice; everybody reads it, with what is not for everybody masked. */
async function publish(desk: Desk): Promise<void> {
  const { page, keyboard, look } = desk;
  await keyboard.activate('发布公示');
  await page.getByText('公示中').first().waitFor();
  await look('committee-notice');
  await goTo(desk, '结果公示');
  await page.getByText(project).waitFor();
  await look('public-notice');
  const answers = serviceStation();
  const shown = await desk.text();
  expect(shown).toContain(String(answers['organisationName']));
  expect(shown).toContain('佛山市高明区荷城街道***');
  expect(shown).toContain('区**');
  for (const secret of ['contactName', 'contactPhone', 'payeeAccount', 'place']) expect(shown).not.toContain(String(answers[secret]));
}

describe('the way of the service station by keyboard alone, the village on a phone and the offices at a desk', () => {
  it('goes from the village over the town, which returns it once, and the committee to the public notice', { timeout: 240_000 }, async () => {
    const [village, office] = [await sitDown(390), await sitDown(1280)];

    await village.look('home');
    await apply(village);
    await returnOnce(office);
    await complete(village);
    await forward(office);
    await vote(office);
    await publish(office);
    for (const { expectQuiet } of watched) expectQuiet();
  });
});
