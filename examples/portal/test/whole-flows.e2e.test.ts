import type { FormDefinition } from '@cobuild/core';
import { chinaCalendar, sampleAnswers } from '@cobuild/core';
import { caseFromState, collectMarks, dossierOf, foldCase, grade } from '@cobuild/rules';
import { serve } from '@hono/node-server';
import type { AddressInfo } from 'node:net';
import type { Browser } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CaseView } from '../src/server/case-service.js';
import type { ProjectView } from '../src/server/project-service.js';
import type { RunningScheme } from '../src/server/published-schemes.js';
import { EditorHands } from './editor-hands.js';
import { addArchive, addChoices, addField, addForm, addGates, addGrading, addItem, addPart, addReport, addRows, addScoring, addStage, addSupervisors, addTable, addTranche, describeNotice, describeOutcome, describeStage, describeVote, items, showPublicly, takeField } from './flow-steps.js';
import { actOn } from './gaoming-way.js';
import type { Portal, Refusal } from './portal-harness.js';
import { openPortal } from './portal-harness.js';
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
  const sent = await portal.call<CaseView & Refusal>(person(role), 'POST', '/api/cases', { answers: { ...sampleAnswers(form), ...given }, schemeHash: hash }, { 'idempotency-key': `${id} ${JSON.stringify(given).length} ${String(Object.values(given).pop())}` });
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
async function vote(clerk: string, caseId: string, stage: string, yes: number): Promise<CaseView> {
  const members = Array.from({ length: 9 }, (_, seat) => ({ id: `member-${seat + 1}`, name: `${seat + 1}号委员` }));
  await act(clerk, caseId, 'meetingOpened', { stage, members });
  for (const { id } of members) await act(clerk, caseId, 'memberSignedIn', { member: id });
  await act(clerk, caseId, 'votingOpened', {});
  for (const [index, { id }] of members.entries()) await act(clerk, caseId, 'ballotCast', { member: id, choice: index < yes ? 'yes' : 'no' });
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
  const passed = await vote(clerk, caseId, meeting?.id ?? '', 5);
  expect(passed.state.stage).toBe(publicity?.id);
  await act(clerk, caseId, 'noticePublished', { notice: publicity?.notice ?? '', postedOn: '2026-03-05', until: '2026-03-12' });
  portal.clock = new Date('2026-03-16T09:00:00+08:00');
  const approved = await act(clerk, caseId, 'reviewed', { stage: publicity?.id, outcome: publicity?.outcomes[0]?.id });
  expect(approved.state.end).toBe('approved');
  // What the contract needs came from the application: the payee, what is to be done by when, the budget.
  const [first, second] = (await portal.call<ProjectView>(clerk, 'GET', `/api/projects/${caseId}`)).body.project.agreement.tranches ?? [];
  portal.clock = new Date('2026-04-01T10:00:00+08:00');
  await actOnProject(clerk, caseId, 'contractSigned', { on: '2026-04-01' });
  await actOnProject(clerk, caseId, 'tranchePaid', { tranche: first?.id, amount: first?.amount, on: '2026-04-01', voucher: '拨-1' });
  portal.clock = new Date('2026-07-03T10:00:00+08:00');
  const paidTooEarly = await actOn(portal, clerk, caseId, 'tranchePaid', { tranche: second?.id, amount: second?.amount, on: '2026-07-03', voucher: '拨-2' });
  expect(paidTooEarly.status).toBe(422);
  const duty = scheme.supervision?.reports?.[0]?.id;
  await actOnProject(secretary, caseId, 'reportSubmitted', { duty, period: '2026-04-01/2026-06-30', answers: sampleAnswers(form('资金使用和运行情况报告')) });
  await actOnProject(town, caseId, 'reportAccepted', { report: 'report-1' });
  await actOnProject(supervisor, caseId, 'findingRaised', { body: scheme.supervision?.bodies?.[0]?.id, kind: 'money', severity: 'serious', text: '缺少比价材料。', item: { kind: 'project' }, dueOn: '2026-07-20' });
  await actOnProject(clerk, caseId, 'acceptanceRecorded', { outcome: 'passed', on: '2026-07-03' });
  expect((await actOn(portal, clerk, caseId, 'tranchePaid', { tranche: second?.id, amount: second?.amount, on: '2026-07-03', voucher: '拨-2' })).status).toBe(422);
  await actOnProject(secretary, caseId, 'findingAnswered', { finding: 'finding-1', text: '已补比价材料。' });
  await actOnProject(supervisor, caseId, 'findingClosed', { finding: 'finding-1', text: '材料齐全，同意销号。' });
  const { project } = await actOnProject(clerk, caseId, 'tranchePaid', { tranche: second?.id, amount: second?.amount, on: '2026-07-03', voucher: '拨-2' });
  const { state: whole } = foldCase(scheme, await portal.events(caseId));
  if (whole === undefined) throw new Error('the log of the case cannot be read');
  const dossier = dossierOf(scheme, whole, { project, today: '2026-07-03', calendar: chinaCalendar });
  expect(dossier.parts.slice(0, 3).map(({ title, items: held }) => [title?.['zh-CN'], held.length > 0])).toEqual([['项目基本信息', true], ['合同签订', true], ['整体进展', true]]);
  expect(dossier.seal.state).toBe('intact');
  // Whoever pays reads whom: the account was asked for in one question of its own.
  expect(project.agreement.payee?.account).toBeDefined();
  await desk.page.context().addCookies([{ name: 'identity', value: clerk, url: origin, sameSite: 'Strict', httpOnly: true }]);
  await desk.page.goto(`${origin}/projects?scheme=${id}#project/${caseId}`);
  await desk.page.getByText('验收合格后拨付').first().waitFor();
  await desk.look('flow-fund-project');
}

/** Two matters of the same village: one that the two committees may decide, and one of 50,000 yuan, which the members decide too. */
async function runMatters(): Promise<void> {
  const id = 'matters-by-hand';
  const { scheme, person, form } = await running(id);
  const [group, team, clerk] = ['村民小组党支部书记', '党员服务团队负责人', '镇街联络人员'].map(person) as [string, string, string];
  const [application, opinions, prior, consult, route, members, disclosure, supervision] = scheme.stages;
  const [categories, levels, amount] = Object.keys((application?.form === undefined ? {} : (form('申报表').schema['properties'] as object))).slice(1);
  const choice = (name: string | undefined, title: string): string => Object.entries(form('申报表').fields?.[`/${name ?? ''}`]?.options ?? {}).find(([, each]) => each['zh-CN'] === title)?.[0] ?? '';
  const done = (as: string, caseId: string, stage: (typeof scheme.stages)[number] | undefined, title?: string): Promise<CaseView> => act(as, caseId, 'reviewed', { stage: stage?.id, outcome: stage?.outcomes[0]?.id, ...(title === undefined ? {} : { answers: sampleAnswers(form(title)) }) });
  for (const [sum, way] of [[49_999.99, disclosure?.id], [50_000, members?.id]] as const) {
    portal.clock = new Date('2026-03-05T09:00:00+08:00');
    const caseId = await apply(id, '行政村党组织书记', { [categories ?? '']: choice(categories, '大额资金使用'), [levels ?? '']: choice(levels, '行政村'), [amount ?? '']: sum });
    expect((await portal.act(clerk, caseId, { type: 'meetingOpened', data: { stage: consult?.id ?? '', members: [] } })).status).toBe(422);
    await done(team, caseId, opinions, '群众意见汇总');
    await done(group, caseId, prior, '先知先议记录');
    const decided = await vote(clerk, caseId, consult?.id ?? '', 9);
    expect([route?.method, decided.state.stage]).toEqual(['rule', way]);
    if (way === members?.id) expect((await vote(clerk, caseId, members?.id ?? '', 5)).state.stage).toBe(disclosure?.id);
    await act(clerk, caseId, 'noticePublished', { notice: disclosure?.notice ?? '', postedOn: '2026-03-05', until: '2026-03-12' });
    portal.clock = new Date('2026-03-16T09:00:00+08:00');
    await done(clerk, caseId, disclosure);
    expect((await done(group, caseId, supervision, '监督实施记录')).state.end).toBe('approved');
  }
}

/** One project from its report to its grade: 90 on site, 80, 70 and 60 from the others come to 80. */
async function runInnovation(): Promise<void> {
  const id = 'projects-by-hand';
  const { scheme, person, form } = await running(id);
  const [home, officer, expert] = ['归口单位初审人员', '区委组织部', '专家'].map(person) as [string, string, string];
  const [, review, assessment, publicity, visit, summary] = scheme.stages;
  portal.clock = new Date('2026-03-05T09:00:00+08:00');
  const caseId = await apply(id, '基层党组织书记', {});
  const numbers = (title: string, ...values: readonly number[]): object => Object.fromEntries(Object.keys(form(title).schema['properties'] as object).map((name, index) => [name, values[index]]));
  const done = (as: string, stage: (typeof scheme.stages)[number] | undefined, answers?: object): Promise<CaseView> => act(as, caseId, 'reviewed', { stage: stage?.id, outcome: stage?.outcomes[0]?.id, ...(answers === undefined ? {} : { answers }) });
  const refused = await portal.act(home, caseId, { type: 'reviewed', data: { stage: review?.id ?? '', outcome: review?.outcomes[2]?.id ?? '', reason: '不予上报。', answers: numbers('归口单位初审表', 10) } });
  expect(refused.status).toBe(422);
  await done(home, review, numbers('归口单位初审表', 80));
  for (const { id: kind } of assessment?.evidence ?? []) await act(officer, caseId, 'evidenceRecorded', { kind, on: '2026-03-05', text: '已归档。' });
  await done(officer, assessment);
  await act(officer, caseId, 'noticePublished', { notice: publicity?.notice ?? '', postedOn: '2026-03-05', until: '2026-03-12' });
  portal.clock = new Date('2026-03-16T09:00:00+08:00');
  await done(officer, publicity);
  expect((await portal.call<ProjectView>(officer, 'GET', `/api/projects/${caseId}`)).status).toBe(200);
  await act(expert, caseId, 'scoreSubmitted', { stage: visit?.id, reviewer: expert, marks: (scheme.scoring?.criteria ?? []).map((criterion) => ({ criterion: criterion.id, mark: 90 })) });
  await act(expert, caseId, 'scoringClosed', { stage: visit?.id });
  await done(expert, visit);
  const { state } = await done(officer, summary, numbers('终评汇总表', 70, 60));
  expect(state.end).toBe('approved');
  const [grading] = scheme.evaluation?.gradings ?? [];
  if (grading === undefined) throw new Error('the scheme has no grading');
  const graded = grade(grading, collectMarks(scheme, grading, [caseFromState(state)]));
  expect([graded.outcome, graded.items.map((item) => [item.grade, item.reward])]).toEqual(['graded', [[grading.grades[0]?.id, 30_000]]]);
  expect(graded.rows.map(({ places }) => places)).toEqual([1, 12, 32, 19]);
}

describe('row 2: a whole flow is built in the editor, published, and run to its end', () => {
  it('row 2: the special fund of Gaoming: town review, joint vote by more than half, publicity, contract, tranches, report, acceptance, archive', { timeout: 180_000 }, async () => {
    const desk = await begin('农村党群共建专项资金（新编）', 'fund-by-hand');
    const { hands } = desk;
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

  it('row 2: innovation projects of Qianjiang: first review with reasons of refusal, pre-assessment, publicity, scores of experts, marks, a grade by places and its reward', { timeout: 180_000 }, async () => {
    const desk = await begin('基层党建创新项目（新编）', 'projects-by-hand');
    const { hands } = desk;
    try {
      await takeField(hands, '单选', '所属领域');
      await addChoices(hands, ['农村', '城市'], '机关', '国企', '中小学校', '公立医院', '非公');
      await addField(hands, '项目方案', '多行文字');
      await addField(hands, '特色和亮点', '多行文字');
      await showPublicly(hands, '所属领域', '项目方案');
      for (const [form, ...fields] of [['归口单位初审表', '立项初评得分'], ['终评汇总表', '中期互评得分', '日常了解得分']] as const) {
        await addForm(hands, form);
        for (const field of fields) await addField(hands, field, '数');
      }
      await addForm(hands, '季度调度记录');
      await addField(hands, '进展和问题', '多行文字');

      await hands.open('组织层级');
      await addItem(hands, '层级', '层级', '区');
      for (let up = 0; up < 2; up += 1) await hands.press('上移“区”', hands.group('层级'));
      const roles = hands.group('角色');
      for (const [index, [old, role]] of [['申报人', '基层党组织书记'], ['镇街审核人员', '归口单位初审人员']].entries()) {
        await hands.unfold(old ?? '', roles);
        await hands.write('名称', role ?? '', items(roles).nth(index));
      }
      for (const role of ['区委组织部', '专家', '工作专班']) await hands.choose('层级', '区', await addItem(hands, '角色', '角色', role));

      await hands.open('环节', '镇街审核');
      await describeStage(hands, '归口单位初审', { form: '归口单位初审表', days: 10, titles: { 通过: '通过初审，报区委组织部', 不予通过: '不予上报' } });
      await hands.addSetting('不予通过的理由');
      for (const reason of ['特色不鲜明', '亮点不突出', '方案不完善']) await addItem(hands, '不予通过的理由', '不予通过的理由', reason);
      await addStage(hands, '组织部预评估、定立项名单', { role: '区委组织部', days: 20, titles: { 通过: '列入立项名单' } });
      await hands.addSetting('须登记的材料');
      for (const kind of ['查阅资料', '听取汇报', '实地走访']) await addItem(hands, '须登记的材料', '须登记的材料', kind);
      await addStage(hands, '公示', { method: '公示', role: '区委组织部', titles: { 公示无异议: '公示无异议，立项' } });
      await describeNotice(hands, '拟立项名单公示', { days: 5, channels: ['党务公开栏', '区公众号'], columns: ['项目名称', '所属领域', '项目方案'], issuer: '区委组织部', objections: '公示期内书面反映。' });
      await hands.open('环节', '公示');
      await hands.unfold('公示无异议，立项', hands.group('办理结果'));
      await hands.addSetting('立项', items(hands.group('办理结果')).first());
      await addStage(hands, '专家实地评审', { method: '评分', role: '专家', titles: { 通过: '评审完毕' } });
      await addStage(hands, '终评汇总', { role: '区委组织部', form: '终评汇总表', titles: { 通过: '得分齐全，参加评等' } });
      await addPart(hands, '监管');
      await hands.addSetting('报告');
      await addReport(hands, '季度调度', { unit: '个季度', from: '工作专班', to: '区委组织部', form: '季度调度记录' });
      await addScoring(hands, { 进展情况: 40, 辨识度: 30, 解决问题情况: 30 });
      await addGrading(hands, '终评定级', {
        pot: 348000,
        inputs: [{ title: '专家实地评审', weight: 50, stage: '专家实地评审' }, { title: '立项初评', weight: 15, stage: '归口单位初审', answer: '立项初评得分' }, { title: '中期互评', weight: 20, stage: '终评汇总', answer: '中期互评得分' }, { title: '日常了解', weight: 15, stage: '终评汇总', answer: '日常了解得分' }],
        // The counts are stated; what each grade pays is one of the 45 splits that come to 348,000.
        grades: [{ title: '特等', count: 1, reward: 30000 }, { title: '一等', count: 12, reward: 10000 }, { title: '二等', count: 32, reward: 5000 }, { title: '三等', count: 19, reward: 2000 }],
      });

      await publish(desk);
      await runInnovation();
    } catch (error) { await desk.photograph('flow-qianjiang'); throw error; }
    desk.expectQuiet();
  });

  it('row 2: important matters of Nanhai: three levels, opinions and prior discussion before the vote, a route by category, level and amount, disclosure, a record of what was done', { timeout: 180_000 }, async () => {
    const desk = await begin('重要事权清单管理（新编）', 'matters-by-hand');
    const { hands } = desk;
    try {
      await takeField(hands, '单选', '事项类别');
      await addChoices(hands, ['成员人选', '集体资产管理'], '大额资金使用', '重大项目实施', '村规民约');
      await takeField(hands, '单选', '层级');
      await addChoices(hands, ['行政村', '村民小组']);
      await addField(hands, '金额', '金额');
      await addField(hands, '方案内容', '多行文字');
      await showPublicly(hands, '事项类别', '方案内容');
      await addForm(hands, '群众意见汇总');
      await takeField(hands, '征求意见记录');
      await addForm(hands, '先知先议记录');
      await addField(hands, '支部意见', '多行文字');
      await addForm(hands, '监督实施记录');
      await addField(hands, '实施情况', '多行文字');

      await hands.open('组织层级');
      for (const level of ['村民小组', '党员服务团队']) await addItem(hands, '层级', '层级', level);
      const roles = hands.group('角色');
      await hands.unfold('申报人', roles);
      await hands.write('名称', '行政村党组织书记', items(roles).nth(0));
      for (const [role, level] of [['村民小组党支部书记', '村民小组'], ['党员服务团队负责人', '党员服务团队'], ['镇街联络人员', '镇街']] as const) await hands.choose('层级', level, await addItem(hands, '角色', '角色', role));

      await hands.open('环节', '镇街审核');
      await describeStage(hands, '征求群众意见', { method: '登记', role: '党员服务团队负责人', form: '群众意见汇总', days: 10, titles: { 通过: '意见已汇总' } });
      await addStage(hands, '村民小组党支部先知先议', { method: '登记', role: '村民小组党支部书记', form: '先知先议记录', days: 5, titles: { 通过: '已先议' } });
      await addStage(hands, '村党组织和村委会审议', { method: '会议表决', role: '镇街联络人员' });
      await addGates(hands, { 村民小组党支部已先议: '村民小组党支部先知先议', 群众意见已汇总: '征求群众意见' });
      await describeVote(hands, '村“两委”表决');
      await addStage(hands, '确定办理方式', { method: '自动判断', role: '镇街联络人员', titles: { 通过: '已经决定' } });
      await describeOutcome(hands, '不予通过', { title: '再由党员大会审议', kind: '进入下一环节' });
      await addTable(hands, '重要事权办理方式', [/^事项类别/, /^层级/, /^金额/], '办理方式');
      await hands.open('环节', '确定办理方式');
      for (const setting of ['决策表', '输出列']) await hands.addSetting(setting);
      await hands.open('决策表', '重要事权办理方式');
      const ofMoney = '集体资产管理、大额资金使用、重大项目实施';
      await addRows(hands, ['成员人选、村规民约', '', '', '再由党员大会审议'], [ofMoney, '行政村', '< 50000', '已经决定'], [ofMoney, '行政村', '≥ 50000', '再由党员大会审议'], [ofMoney, '村民小组', '< 20000', '已经决定'], [ofMoney, '村民小组', '≥ 20000', '再由党员大会审议']);
      await addStage(hands, '党员大会审议', { method: '会议表决', role: '镇街联络人员' });
      await addStage(hands, '决议公开', { method: '公示', role: '镇街联络人员', titles: { 公示无异议: '公开期满，组织实施' } });
      await describeNotice(hands, '重要事权决议公开', { days: 5, channels: ['村务公开栏'], columns: ['项目名称', '事项类别', '方案内容'], issuer: '村党组织、村民委员会', objections: '向村务监督委员会书面提出。' });
      await addStage(hands, '监督实施', { method: '登记', role: '村民小组党支部书记', form: '监督实施记录', titles: { 通过: '实施完成' } });
      await hands.open('环节', '确定办理方式');
      await describeOutcome(hands, '已经决定', { to: '决议公开' });
      await describeOutcome(hands, '再由党员大会审议', { to: '党员大会审议' });
      await addPart(hands, '监管');
      await addSupervisors(hands, '村民小组党支部书记', '村民小组党支部');

      await publish(desk);
      await runMatters();
    } catch (error) { await desk.photograph('flow-nanhai'); throw error; }
    desk.expectQuiet();
  });
});
