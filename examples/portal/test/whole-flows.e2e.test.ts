import type { FormDefinition } from '@cobuild/core';
import { sampleAnswers } from '@cobuild/core';
import { serve } from '@hono/node-server';
import type { AddressInfo } from 'node:net';
import type { Browser } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CaseView } from '../src/server/case-service.js';
import type { ProjectView } from '../src/server/project-service.js';
import type { RunningScheme } from '../src/server/published-schemes.js';
import { EditorHands } from './editor-hands.js';
import { addArchive, addChoices, addField, addForm, addItem, addPart, addReport, addStage, addSupervisors, addTranche, describeNotice, describeStage, describeVote, items, showPublicly, takeField } from './flow-steps.js';
import { actOn } from './gaoming-way.js';
import type { Portal, Refusal } from './portal-harness.js';
import { openPortal } from './portal-harness.js';
import { daysAfter } from './stage-answers.js';
import type { WatchedPage } from './watched-page.js';
import { launchChromium, watchPage, widths } from './watched-page.js';

let browser: Browser;
let portal: Portal;
let server: ReturnType<typeof serve>;
let origin: string;

beforeAll(async () => {
  browser = await launchChromium();
  portal = await openPortal('gaoming-demo');
  server = serve({ fetch: portal.app.fetch, port: 0, hostname: '127.0.0.1' });
  await new Promise((resolve) => { server.on('listening', resolve); });
  origin = `http://localhost:${(server.address() as AddressInfo).port}`;
}, 120_000);
afterAll(async () => {
  await browser.close();
  server.close();
  await portal.close();
});

interface Builder extends WatchedPage { readonly hands: EditorHands }

/** Somebody opens the editor's page and begins a new scheme. */
async function begin(title: string, id: string, template?: string): Promise<Builder> {
  const watched = await watchPage(browser, origin);
  await watched.page.context().addCookies([{ name: 'identity', value: 'administrator', url: origin, sameSite: 'Strict', httpOnly: true }]);
  await watched.page.goto(`${origin}/schemes`);
  await watched.page.getByLabel('方案名称').fill(title);
  await watched.page.getByLabel('方案代号').fill(id);
  if (template !== undefined) await watched.page.getByLabel('从哪里开始').selectOption({ label: template });
  await watched.page.keyboard.press('Enter');
  await watched.page.getByRole('heading', { name: title }).waitFor();
  return { ...watched, look: (name) => watched.look(name, widths), hands: new EditorHands(watched.page) };
}

/** Publishes what was built: nothing stands in the way. */
async function publish({ hands, page }: Builder): Promise<void> {
  await page.getByText('正在检查', { exact: false }).waitFor({ state: 'detached' });
  await page.getByRole('button', { name: '发布', exact: true }).click();
  await hands.press(/^确认发布第/);
  await page.getByText('已发布第 1.0.0 版', { exact: false }).waitFor();
}

/** A published scheme with the people that the portal makes up for its roles, found by what the roles are called. */
async function running(id: string): Promise<{ readonly scheme: RunningScheme['scheme']; readonly hash: string; readonly person: (title: string) => string; readonly form: (title: string) => FormDefinition }> {
  const { body: { scheme, hash } } = await portal.call<RunningScheme>('administrator', 'GET', `/api/scheme?scheme=${id}`);
  return {
    scheme, hash,
    person: (title) => `${id}.${scheme.organisation.roles.find((role) => role.title['zh-CN'] === title)?.id ?? ''}`,
    form: (title) => scheme.forms.find((form) => form.title['zh-CN'] === title) as FormDefinition,
  };
}

/** Sends in the application of a form, with sample answers but for those given. */
async function apply(id: string, role: string, given: Readonly<Record<string, unknown>> = {}): Promise<string> {
  const { scheme, hash, person } = await running(id);
  const form = scheme.forms.find((each) => each.id === scheme.stages[0]?.form) as FormDefinition;
  const sent = await portal.call<CaseView & Refusal>(person(role), 'POST', '/api/cases', { answers: { ...sampleAnswers(form), ...given }, schemeHash: hash }, { 'idempotency-key': id });
  expect(sent.body.problems).toEqual([]);
  return sent.body.state.id;
}

const act = async (as: string, caseId: string, type: string, data: object): Promise<CaseView> => {
  const { status, body } = await portal.act(as, caseId, { type, data } as Parameters<Portal['act']>[2]);
  expect([type, status, body.problems]).toEqual([type, 200, []]);
  return body;
};

const actOnProject = async (as: string, project: string, ...[type, data]: [Parameters<typeof actOn>[3], Record<string, unknown>]): Promise<ProjectView> => {
  const { status, body } = await actOn(portal, as, project, type, data);
  expect([type, status, body.problems]).toEqual([type, 200, []]);
  return body;
};

/** Nine members sign in; so many of them are for it. */
async function vote(clerk: string, caseId: string, stage: string, threshold: string, yes: number): Promise<CaseView> {
  const members = Array.from({ length: 9 }, (_, seat) => ({ id: `member-${seat + 1}`, name: `${seat + 1}号委员` }));
  await act(clerk, caseId, 'meetingOpened', { stage, members });
  for (const { id } of members) await act(clerk, caseId, 'memberSignedIn', { member: id });
  await act(clerk, caseId, 'votingOpened', {});
  for (const [index, { id }] of members.entries()) await act(clerk, caseId, 'ballotCast', { member: id, choice: index < yes ? 'yes' : 'no' });
  expect(threshold).not.toBe('');
  return act(clerk, caseId, 'votingClosed', {});
}

/** One project from its application to its closed file. */
async function runFund(desk: Builder): Promise<void> {
  portal.clock = new Date('2026-03-05T09:00:00+08:00');
  const id = 'fund-by-hand';
  const { scheme, person, form } = await running(id);
  const [secretary, town, clerk, supervisor] = ['村党组织书记', '镇街审核人员', '评审委员会办公室', '监督人员'].map(person) as [string, string, string, string];
  const [application, , meeting, publicity] = scheme.stages;
  expect(scheme.stages.map(({ method }) => method)).toEqual(['application', 'approval', 'vote', 'publicity']);
  const caseId = await apply(id, '村党组织书记', {});
  expect(application?.form).toBe('application');
  const view = await act(town, caseId, 'reviewed', { stage: 'review', outcome: 'approved', answers: sampleAnswers(form('镇街初审表')) });
  expect(view.state.stage).toBe(meeting?.id);
  const passed = await vote(clerk, caseId, meeting?.id ?? '', meeting?.threshold ?? '', 5);
  expect(passed.state.stage).toBe(publicity?.id);
  await act(clerk, caseId, 'noticePublished', { notice: publicity?.notice ?? '', postedOn: '2026-03-05', until: '2026-03-12' });
  portal.clock = new Date('2026-03-16T09:00:00+08:00');
  const approved = await act(clerk, caseId, 'reviewed', { stage: publicity?.id, outcome: publicity?.outcomes[0]?.id });
  expect(approved.state.end).toBe('approved');
  await actOnProject(clerk, caseId, 'contractSigned', { on: '2026-03-16' });
  await desk.photograph('x');
}

describe('row 2: a whole flow is built in the editor, published, and run to its end', () => {
  it('row 2: the special fund of Gaoming: town review, joint vote by more than half, publicity, contract, tranches, report, acceptance, archive', { timeout: 180_000 }, async () => {
    const desk = await begin('农村党群共建专项资金（新编）', 'fund-by-hand');
    const { hands, page } = desk;
    try {
      // The application form: it is open, with the name of the project.
      await takeField(hands, '单选', '项目类别');
      await addChoices(hands, ['党建+物业服务', '党建+志愿服务'], '党建+红色文化', '其他');
      await addField(hands, '实施内容', '多行文字');
      await addField(hands, '受益户数', '整数');
      for (const kind of ['实施进度', '预算表', '收款账户']) await takeField(hands, kind);
      await showPublicly(hands, '项目类别', '实施内容');
      await addForm(hands, '镇街初审表');
      await addField(hands, '属于专项资金适用范围', '是或否');
      await addField(hands, '班子履职和村级运转', '多行文字');
      await addForm(hands, '资金使用和运行情况报告');
      await addField(hands, '进展情况', '多行文字');
      await addField(hands, '已用金额', '金额');

      await hands.open('组织层级');
      const levels = hands.group('层级');
      await addItem(hands, '层级', '层级', '区');
      for (let up = 0; up < 2; up += 1) await hands.press('上移“区”', levels);
      const roles = hands.group('角色');
      await hands.unfold('申报人', roles);
      await hands.write('名称', '村党组织书记', items(roles).nth(0));
      for (const title of ['评审委员会办公室', '监督人员']) await hands.choose('层级', '区', await addItem(hands, '角色', '角色', title));

      await hands.open('申报条件');
      await hands.press('添加条件规则');
      await hands.write('名称', '申请金额');
      await hands.press('添加比较');
      await hands.choose('比较什么', /申请金额/);
      await hands.choose('怎样比较', '不大于');
      await hands.write('与什么比较', '200000');
      await hands.write('不符合的说明', '申请金额超过20万元。');

      await hands.open('环节', '镇街审核');
      await describeStage(hands, '镇街初审', { form: '镇街初审表', days: 10, titles: { 通过: '通过初审，报区级会审', 不予通过: '不予推荐' } });
      await addStage(hands, '区级会审', { method: '会议表决', role: '评审委员会办公室', days: 20, titles: { 通过: '正式通过' } });
      await describeVote(hands, '区级会审表决');
      await addStage(hands, '公示', { method: '公示', role: '评审委员会办公室', titles: { 公示无异议: '公示无异议，立项' } });
      await describeNotice(hands, '拟支持项目公示', { days: 5, channels: ['“高明通”综合服务平台'], columns: ['项目名称', '项目类别', '实施内容'], issuer: '区评审委员会办公室', objections: '公示期内向评审委员会办公室书面反映。' });

      await addPart(hands, '资金分配');
      await hands.addSetting('每年资金总额');
      const fund = hands.group('每年资金总额');
      await hands.addSetting('下限', fund);
      await hands.decide('下限', fund);
      await hands.write('下限', '10000000', fund);
      await hands.addSetting('每年批次数');
      await hands.decide('每年批次数');
      await hands.write('每年批次数', '2');
      await hands.addSetting('读取的信息');
      await hands.addSetting('申请金额', hands.group('读取的信息'));
      await hands.choose('申请金额', '预算表：申请金额', hands.group('读取的信息'));
      await hands.addSetting('排序依据');
      await hands.choose('依据', '票数', await addItem(hands, '排序依据', '排序依据'));
      await hands.addSetting('资金不足时的处理');
      await hands.decide('资金不足时的处理');
      await hands.choose('资金不足时的处理', '列入候补');
      await hands.addSetting('分期拨付');
      await hands.decide('分期拨付');
      await addTranche(hands, '签订合同后拨付', [3, 5], '合同已签');
      await addTranche(hands, '验收合格后拨付', [2, 5], '报告已通过', '验收合格', '没有未了结的监督问题');

      await addPart(hands, '监管');
      await hands.addSetting('账户');
      await hands.addSetting('付款方');
      await hands.choose('付款方', '评审委员会办公室');
      await addSupervisors(hands, '监督人员', '纪委监委', '组织部门', '审计部门');
      await hands.addSetting('报告');
      await addReport(hands, '资金使用和运行情况报告', { unit: '个季度', from: '村党组织书记', to: '镇街审核人员', form: '资金使用和运行情况报告' });
      await addPart(hands, '考核评价');
      await hands.addSetting('事项');
      await addItem(hands, '事项', '事项', '村党组织书记年度考核');
      await addArchive(hands, { 项目基本信息: ['申报', '审核', '会议记录', '公示'], 合同签订: ['合同', '变更'], 整体进展: ['付款', '账户', '报告', '监督问题', '验收'] });

      await publish(desk);
      await runFund(desk);
    } catch (error) { await desk.photograph('flow-gaoming'); throw error; }
    desk.expectQuiet();
  });
});
