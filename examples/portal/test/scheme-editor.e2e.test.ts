import { serve } from '@hono/node-server';
import { readFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { Browser } from 'playwright';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { clerk, reviewer, secretary } from './gaoming-way.js';
import type { Desk } from './journey-steps.js';
import type { CaseView } from '../src/server/case-service.js';
import { Keyboard } from './keyboard.js';
import type { Portal } from './portal-harness.js';
import { openPortal, serviceStation } from './portal-harness.js';
import { daysAfter } from './stage-answers.js';
import { launchWholeChromium, watchPage, widths } from './watched-page.js';

let browser: Browser;
let portal: Portal;
let server: ReturnType<typeof serve>;
let origin: string;

beforeAll(async () => { browser = await launchWholeChromium(); });
afterAll(() => browser.close());
afterEach(async () => {
  await Promise.all(browser.contexts().map((context) => context.close()));
  server.close();
  await portal.close();
});

/** The pages of the built portal; the clock is the test's, so that a notice comes to its end. */
async function sitDown(path: string): Promise<Desk> {
  portal = await openPortal('gaoming-demo');
  server = serve({ fetch: portal.app.fetch, port: 0, hostname: '127.0.0.1' });
  await new Promise((resolve) => { server.on('listening', resolve); });
  origin = `http://localhost:${(server.address() as AddressInfo).port}`;
  const watched = await watchPage(browser, origin);
  await watched.page.context().addCookies([{ name: 'identity', value: 'administrator', url: origin, sameSite: 'Strict', httpOnly: true }]);
  await watched.page.goto(`${origin}${path}`);
  return { ...watched, look: (name) => watched.look(name, widths), keyboard: new Keyboard(watched.page) };
}

const savedFile = (path: string): string => readFileSync(join(portal.folder, 'schemes', path), 'utf8');

/** Goes back to the outline, which stands before what is being edited, and opens a part of the scheme. */
async function openPart({ page, keyboard }: Desk, ...titles: readonly (string | RegExp)[]): Promise<void> {
  for (const title of titles) {
    await keyboard.tabTo({ name: title, role: 'button' }, 'Shift+Tab');
    await keyboard.press('Enter');
    await page.locator('cobuild-scheme-editor #page-title:focus').waitFor();
  }
}

/** What is being edited says that the checks have seen it. */
async function checked({ page }: Desk): Promise<void> {
  await page.getByText('正在检查', { exact: false }).waitFor({ state: 'detached' });
}

async function begin({ page, keyboard }: Desk): Promise<void> {
  await page.getByRole('heading', { name: '新建方案' }).waitFor();
  await keyboard.fill('方案名称', '村道照明资金');
  await keyboard.fill('方案代号', 'village-lights');
  await keyboard.press('Enter');
  await page.getByRole('heading', { name: '村道照明资金' }).waitFor();
}

/** Seven questions beside the one that a new form has. */
async function makeForm(desk: Desk): Promise<void> {
  const { keyboard } = desk;
  await openPart(desk, '表单', '申报表');
  const fields = [['路灯数量', '整数'], ['受益户数', '整数'], ['申请金额', '金额'], ['联系人', '单行文字'], ['联系电话', '电话'], ['实施内容', '多行文字'], ['已开村民会议', '是或否']] as const;
  for (const [index, [title, kind]] of fields.entries()) {
    await keyboard.tabTo({ name: '添加字段', role: 'textbox' }, index === 0 ? 'Tab' : 'Shift+Tab');
    await keyboard.type(title);
    await keyboard.select('字段种类', kind);
    await keyboard.activate(/^添加.?添加字段$/);
    await keyboard.tick('必填');
  }
}

/** A rule: its name, the comparison, and what somebody who does not meet it is told. */
async function addRule(desk: Desk, title: string, [fact, operator, value]: readonly [string, string, string?], reason: string): Promise<void> {
  const { page, keyboard } = desk;
  await openPart(desk, '申报条件');
  await keyboard.activate('添加条件规则');
  await keyboard.replace(/^中文.*名称$/, title);
  await keyboard.activate('添加比较');
  // Behind its name stands its type.
  await keyboard.select('比较什么', new RegExp(`^${fact}（`));
  await keyboard.select('怎样比较', operator);
  if (value !== undefined) await keyboard.replace('与什么比较', value);
  await keyboard.replace(/^中文.*不符合的说明$/, reason);
  await page.locator('.sentence').filter({ hasText: fact }).waitFor();
}

async function addStage(desk: Desk, title: string, method: string): Promise<void> {
  const { keyboard } = desk;
  await openPart(desk, '环节');
  await keyboard.activate('添加环节');
  await keyboard.replace(/^中文.*名称$/, title);
  await keyboard.select('办理方式', method);
}

/** A vote in which more than half of those present decide; every point of it is decided by hand. */
async function addVote(desk: Desk): Promise<void> {
  const { page, keyboard } = desk;
  await addStage(desk, '评审会表决', '会议表决');
  await keyboard.activate(/^打开.*表决规则$/);
  await keyboard.replace(/^中文.*名称$/, '评审会表决');
  for (const point of ['基数', '比较方式', '通过比例', '弃权票计法', '法定到会人数', '票数相同的处理', '记名方式', '回避规则']) await keyboard.select(new RegExp(`^取值方式.*${point}$`), '直接填写');
  await keyboard.tabTo({ name: '基数', role: 'combobox' }, 'Shift+Tab');
  await keyboard.select('基数', /^实到/);
  await page.locator('.sentence').filter({ hasText: '赞成票' }).waitFor();
}

async function addNotice(desk: Desk): Promise<void> {
  const { keyboard } = desk;
  await addStage(desk, '公示', '公示');
  await keyboard.activate(/^打开.*公示/);
  await keyboard.replace(/^中文.*名称$/, '村道照明资金拟支持项目公示');
  await keyboard.select(/^取值方式.*公示期$/, '直接填写');
  await keyboard.replace('数量', '5');
  await keyboard.activate('添加公示渠道');
  await keyboard.activate('添加公示内容');
  await keyboard.select(/^取值方式.*发布单位$/, '直接填写');
  await keyboard.replace(/^中文.*发布单位$/, '某镇党委组织办');
  await keyboard.select(/^取值方式.*异议/, '直接填写');
  await keyboard.replace(/^中文.*异议/, '电话 0757-00000000');
}

/** What a village writes into the form, by the names that the editor gave to the questions. */
async function answersOf({ page }: Desk): Promise<Readonly<Record<string, unknown>>> {
  const form = await page.locator('cobuild-scheme-editor').evaluate((element) => (element as unknown as { currentFiles: Record<string, string> }).currentFiles['forms/application.json'] ?? '');
  const names = Object.keys((JSON.parse(form) as { schema: { properties: object } }).schema.properties);
  return Object.fromEntries(names.map((name, index) => [name, ['东门村道照明', 24, 35, 48000, '陈志强', '13800000000', '沿村道安装路灯24盏。', true][index]]));
}

/** Two tests, written into the code: whoever meets the rules waits for the town, whoever asks for too much does not. */
async function writeTests(desk: Desk): Promise<void> {
  const { keyboard, page } = desk;
  const answers = await answersOf(desk);
  const [, , households = ''] = Object.keys(answers);
  const test = (id: string, description: string, given: object, expect: object): string => JSON.stringify({ id, description, case: { id, submittedAt: '2026-03-05T09:00:00+08:00', applicant: { id: 'village', name: '东门村' }, answers: { ...answers, ...given } }, expect });
  await keyboard.tabTo({ name: '源文件', role: 'button' }, 'Shift+Tab');
  await keyboard.press('Enter');
  await keyboard.select('文件', 'scheme.json');
  await keyboard.tabTo({ name: 'scheme.json', role: 'textbox' });
  await keyboard.press('Control+f');
  await keyboard.type('"tests": [');
  await keyboard.press('Enter', 'Escape', 'ArrowRight');
  await page.keyboard.insertText(`${test('waits-for-town', '符合条件，等镇街审核', {}, { outcome: 'pending', stage: 'review' })}, ${test('too-few', '只有19户受益', { [households]: 19 }, { outcome: 'ineligible' })}`);
  await page.getByRole('button', { name: '测试（2/2）' }).waitFor();
}

const state = async (id: string): Promise<CaseView['state']> => (await portal.call<CaseView>('village-lights.reviewer', 'GET', `/api/cases/${id}`)).body.state;

/** Sits down as somebody else at a page of the new scheme; in between stands its first page, since an address that differs in its fragment alone is not loaded again. */
async function sitDownAs({ page }: Desk, identity: string, path: string, hash = ''): Promise<void> {
  await page.context().addCookies([{ name: 'identity', value: identity, url: origin, sameSite: 'Strict', httpOnly: true }]);
  await page.goto(`${origin}/?scheme=village-lights`);
  await page.goto(`${origin}${path}?scheme=village-lights${hash}`);
}

/** A village applies, the town reviews, the committee votes, the notice ends: still by keyboard. */
async function runApplication(desk: Desk): Promise<void> {
  const { page, keyboard, look } = desk;
  await sitDownAs(desk, 'village-lights.applicant', '/apply');
  await keyboard.activate('新建申请');
  await page.getByRole('heading', { name: '项目', exact: true }).waitFor();
  for (const [title, value] of [['项目名称', '东门村道照明'], ['路灯数量', '24'], ['受益户数', '19'], ['申请金额', '48000'], ['联系人', '陈志强'], ['联系电话', '13800000000'], ['实施内容', '沿村道安装路灯24盏。']] as const) await keyboard.fill(new RegExp(`^${title}`), value);
  await keyboard.choose(/^已开村民会议/, '是');
  await page.getByText('受益户数少于20户。').first().waitFor();
  await look('editor-application');
  await keyboard.tabTo({ name: /^受益户数/ }, 'Shift+Tab');
  await keyboard.press('Control+a');
  await keyboard.type('35');
  await keyboard.activate(/检查并提交$/);
  await keyboard.activate('提交申报');
  await page.getByText('申报已提交').waitFor();
  const { body: { cases: [made] } } = await portal.call<{ cases: readonly CaseView[] }>('village-lights.applicant', 'GET', '/api/cases?scheme=village-lights');
  const id = made?.state.id ?? '';

  await sitDownAs(desk, 'village-lights.reviewer', '/review', `#case/${id}`);
  await keyboard.choose('处理结果', '通过');
  await keyboard.activate('通过');
  await page.getByText('已办理。').waitFor();

  await sitDownAs(desk, 'village-lights.reviewer', '/committee', `#case/${id}`);
  await keyboard.activate('开始会议');
  await keyboard.activate(/^全部签到/);
  await keyboard.tabTo({ name: '开始表决', role: 'button' }, 'Shift+Tab');
  await keyboard.press('Enter');
  await page.getByText('已收到 0 票').first().waitFor();
  // Five of nine present are more than half.
  for (const choice of [...Array<string>(5).fill('赞成'), ...Array<string>(4).fill('反对')]) {
    await keyboard.choose(/的选票$/, choice);
    await keyboard.press('Tab');
  }
  await keyboard.activate('记录选票（9/9）');
  await keyboard.activate('确认记录');
  await page.getByText('已收到 9 票').first().waitFor();
  await keyboard.activate('结束表决');
  await keyboard.activate('确认结束表决');
  await keyboard.activate('发布公示');
  await page.getByText('公示中').first().waitFor();

  await sitDownAs(desk, 'village-lights.applicant', '/public');
  await page.getByText('东门村道照明').first().waitFor();
  await look('editor-notice');
  portal.clock = new Date(`${daysAfter((await state(id)).notice?.until ?? '', 1)}T09:00:00+08:00`);
  await sitDownAs(desk, 'village-lights.reviewer', '/committee', `#case/${id}`);
  await keyboard.choose('处理结果', '公示无异议');
  await keyboard.activate('公示无异议');
  await expect.poll(async () => (await state(id)).end, { timeout: 20_000 }).toBe('approved');
}

describe('a scheme that begins with nothing', () => {
  it('is built by keyboard alone, tested, published, and an application runs through it', { timeout: 300_000 }, async () => {
    const desk = await sitDown('/schemes');
    const { page, keyboard, look } = desk;
    try {
      await begin(desk);
      await makeForm(desk);
      await addRule(desk, '受益户数', ['受益户数', '不小于', '20'], '受益户数少于20户。');
      await addRule(desk, '申请金额', ['申请金额', '不大于', '50000'], '申请金额超过5万元。');
      await addRule(desk, '村民会议', ['已开村民会议', '等于'], '还没有开过村民会议。');
      await addVote(desk);
      await addNotice(desk);
      await writeTests(desk);
      await checked(desk);
      await keyboard.tabTo({ name: '发布', role: 'button' }, 'Shift+Tab');
      await keyboard.press('Enter');
      await page.getByRole('heading', { name: '发布“村道照明资金”第 1.0.0 版' }).waitFor();
      await look('editor-publish');
      await keyboard.activate('确认发布第 1.0.0 版');
      await page.getByText('已发布第 1.0.0 版', { exact: false }).waitFor();
      await runApplication(desk);
    } catch (error) { await desk.photograph('editor-walk'); throw error; }
    expect(JSON.parse(savedFile('village-lights/scheme.json'))).toMatchObject({ id: 'village-lights', version: '1.0.0' });
    desk.expectQuiet();
  });
});

describe('Gaoming, where more than half of the votes became more than two thirds', () => {
  it('is changed by keyboard: the base, the tests that fail then, and the version that is published; thirteen of twenty-four pass no more', { timeout: 300_000 }, async () => {
    const desk = await sitDown('/schemes');
    const { page, keyboard, look } = desk;
    // The base locks the share, so that no district can take another one on its own: it is changed where it is decided.
    await page.getByRole('heading', { name: '修改已有的方案' }).waitFor();
    await keyboard.activate('高明区农村党群共建专项资金', 'link');
    await page.getByRole('heading', { name: '高明区农村党群共建专项资金', exact: true }).waitFor();
    await keyboard.activate('参数');
    await openPart(desk, '会审通过比例');
    await keyboard.replace(/^中文.*说明$/, '赞成票须多于三分之二。');
    await keyboard.replace('分子', '2');
    await keyboard.replace('分母', '3');
    await keyboard.press('Tab');
    await keyboard.press('Control+s');
    await page.getByText('已保存。', { exact: false }).waitFor();
    expect(JSON.parse(savedFile('gaoming/parameters.json'))).toMatchObject({ passRatio: { value: { p: 2, q: 3 }, overlay: 'locked' } });

    await keyboard.activate(/^返回/, 'link');
    await page.getByRole('heading', { name: '修改已有的方案' }).waitFor();
    await keyboard.activate('高明区农村党群共建专项资金（演示）', 'link');
    const failing = page.getByRole('button', { name: /^按现在的结果改这个测试/ });
    await page.getByRole('button', { name: /^测试（43\/51）$/ }).waitFor();
    await keyboard.activate('发布');
    await page.getByText('没有通过的测试（8项）').waitFor();
    await look('editor-publish-refused');
    await keyboard.activate(/^测试（/);
    for (let left = await failing.count(); left > 0; left -= 1) {
      expect(left).toBe(await failing.count());
      await keyboard.activate(/^按现在的结果改这个测试/);
      await expect.poll(() => failing.count(), { timeout: 20_000 }).toBe(left - 1);
    }
    await page.getByRole('button', { name: '测试（51/51）' }).waitFor();
    await keyboard.tabTo({ name: '改为第 2.0.1 版', role: 'button' }, 'Shift+Tab');
    await keyboard.press('Enter');
    await keyboard.activate('确认发布第 2.0.1 版');
    await page.getByText('已发布第 2.0.1 版', { exact: false }).waitFor();
    await look('editor-published');

    const sent = await portal.call<{ state: { id: string } }>(secretary, 'POST', '/api/cases', { answers: serviceStation() }, { 'idempotency-key': 'thirteen' });
    const { id } = sent.body.state;
    const act = async (as: string, type: string, data: Record<string, unknown>): Promise<void> => {
      const { status, body } = await portal.act(as, id, { type, data } as Parameters<Portal['act']>[2]);
      expect([type, status, body.problems]).toEqual([type, 200, []]);
    };
    await act(reviewer, 'reviewed', { stage: 'preliminary', outcome: 'forward', answers: { dutyFinding: '两委班子团结，村级事务公开及时。', inScope: true, declarationsChecked: true, rank: 1 } });
    await act(clerk, 'meetingOpened', { stage: 'jointReview', members: portal.members });
    for (const { id: member } of portal.members) await act(clerk, 'memberSignedIn', { member });
    await act(clerk, 'votingOpened', {});
    for (const [index, { id: member }] of portal.members.entries()) await act(clerk, 'ballotCast', { member, choice: index < 13 ? 'yes' : 'no' });
    await act(clerk, 'votingClosed', {});
    expect((await portal.call<CaseView>(clerk, 'GET', `/api/cases/${id}`)).body.state).toMatchObject({ end: 'notApproved' });
    desk.expectQuiet();
  });
});
