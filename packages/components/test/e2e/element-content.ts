import type { Case } from '@cobuild/core';
import { chinaCalendar, newSchemeTexts } from '@cobuild/core';
import { publicProject, publicStatus } from '@cobuild/rules';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { expect } from 'vitest';
import { PanelCase, expert, experts, withPanel } from '../../../../.storybook/panel-case.js';
import { siteOfficer } from '../../../../.storybook/site-case.js';
import { everyRecord } from '../every-record.js';
import { exampleCases, exampleScheme, projectAtAssessment, siteBuilt, wishHandedIn } from './example-schemes.js';
import { playProject } from './funded-project.js';
import { actor, example, identities, members, noticeOf, playCase, reports, scheme } from './gaoming-demo.js';
import { repository } from './watched-page.js';

/** An element with content of the Gaoming demonstration, and something that a person does with it. */
export interface ElementContent {
  readonly tag: `cobuild-${string}`;
  /** What a host sets; JSON, so that a page can be given it. */
  readonly properties: Readonly<Record<string, unknown>>;
  /** Uses the element and expects what then has to be seen. */
  use(page: Page): Promise<void>;
}

const { submitted, voting, onNotice } = playCase();
const project = playProject();
const atPanel = panelCase();
const contest = exampleScheme('yangjiang-contest-demo');
const counted = exampleFile('yangjiang-contest-demo', 'cases/jc1.json').publicVoteCounts?.[0];
const today = '2026-03-06';

export const elements: readonly ElementContent[] = [
  {
    tag: 'cobuild-form',
    properties: { definition: scheme.forms.find(({ id }) => id === 'application'), facts: { today } },
    async use(page) {
      await page.getByLabel('项目名称').fill('暖心服务站');
      await page.getByRole('button', { name: '提交' }).click();
      await expect.poll(() => page.locator('.error-summary').count()).toBe(1);
      expect(await page.getByLabel('项目名称').inputValue()).toBe('暖心服务站');
    },
  },
  {
    // A widget that is loaded on first use stands in the one file.
    tag: 'cobuild-form',
    properties: { definition: everyRecord.budget, facts: { today } },
    async use(page) {
      await page.getByRole('grid').getByRole('gridcell').nth(1).click();
      await page.keyboard.type('桌椅');
      await page.keyboard.press('Escape');
      await page.getByRole('button', { name: '从表格粘贴' }).click();
      await page.getByLabel('粘贴的内容').fill('支出内容\t数量\t单价\n书架\t2\t300');
      await page.getByRole('button', { name: '加入1行' }).click();
      await page.locator('.totals').getByText('600.00').first().waitFor();
    },
  },
  {
    tag: 'cobuild-answers',
    properties: { definition: scheme.forms.find(({ id }) => id === 'application'), value: example.answers, earlier: { ...example.answers, place: '和顺社区18号' }, remarking: true },
    async use(page) {
      await page.getByRole('checkbox', { name: '只看有变化的内容' }).check();
      await page.locator('cobuild-answers').getByText('改为').first().waitFor();
      await page.getByRole('button', { name: /^写备注/ }).first().click();
      await page.getByRole('textbox').fill('请补充照片。');
      await page.getByRole('button', { name: '保存备注' }).click();
      await page.locator('cobuild-answers').getByText('请补充照片。').waitFor();
    },
  },
  {
    tag: 'cobuild-field',
    properties: { schema: { type: 'string', maxLength: 40 }, label: '项目名称', name: 'projectName', required: true },
    async use(page) {
      await page.getByLabel('项目名称').focus();
      await page.keyboard.press('Tab');
      await page.locator('cobuild-field .field-error').waitFor();
      await page.getByLabel('项目名称').fill('暖心服务站');
      await expect.poll(() => page.locator('cobuild-field .field-error').count()).toBe(0);
    },
  },
  {
    tag: 'cobuild-application',
    properties: { scheme, applicant: example.applicant, facts: { today }, value: example.answers },
    async use(page) {
      for (let step = 0; step < 8 && (await page.getByRole('button', { name: /继续|下一步|检查/ }).last().isVisible()); step += 1) {
        await page.getByRole('button', { name: /继续|下一步|检查/ }).last().click();
      }
      await page.getByRole('button', { name: /^提交/ }).waitFor();
      await page.locator('cobuild-application').getByText('闲置公共用房改建暖心服务站').first().waitFor();
    },
  },
  {
    tag: 'cobuild-review',
    properties: { scheme, state: submitted, actor: actor('reviewer-hecheng'), today },
    async use(page) {
      await page.getByRole('radio', { name: /退回补正/ }).check();
      await page.getByRole('button', { name: /退回补正/ }).last().click();
      await page.locator('cobuild-review').getByText('暖心服务站').first().waitFor();
    },
  },
  {
    tag: 'cobuild-meeting',
    properties: { scheme, state: voting, members, actor: actor('committee-clerk') },
    async use(page) {
      await page.getByRole('radio', { name: /反对/ }).first().check();
      await page.locator('cobuild-meeting').getByText('林静怡').first().waitFor();
    },
  },
  {
    tag: 'cobuild-decision',
    properties: { scheme, case: { ...example, id: 'case-1', submittedAt: submitted.submittedAt, meeting: onNotice.meeting }, today },
    async use(page) {
      await page.locator('cobuild-decision summary').first().click();
      await page.getByRole('heading', { level: 2 }).first().waitFor();
    },
  },
  {
    tag: 'cobuild-ranking',
    properties: { scheme, cases: [{ ...example, id: 'case-1', submittedAt: submitted.submittedAt, meeting: onNotice.meeting }], batch: { pool: 1000000 }, today },
    async use(page) {
      await page.locator('cobuild-ranking summary').first().click();
      await page.locator('cobuild-ranking').getByText('暖心服务站').first().waitFor();
    },
  },
  {
    tag: 'cobuild-ledger',
    properties: { scheme, project, actor: actor('secretary-heshun'), today: '2026-06-10' },
    async use(page) {
      await page.getByRole('button', { name: '登记支出' }).click();
      await page.getByLabel('金额').fill('1.3万');
      await page.getByRole('button', { name: '入账' }).click();
      await page.locator('cobuild-ledger .field-error').first().waitFor();
      await page.locator('cobuild-ledger').getByText('12,000.00 元').first().waitFor();
    },
  },
  {
    tag: 'cobuild-dossier',
    properties: { scheme, state: onNotice, project, today: '2026-07-10' },
    async use(page) {
      await page.locator('cobuild-dossier [part=index] button').first().click();
      await page.locator('cobuild-dossier details[open]').getByText('闲置公共用房改建暖心服务站').first().waitFor();
    },
  },
  {
    tag: 'cobuild-report',
    properties: { scheme, project, actor: actor('secretary-heshun'), today: '2026-07-06' },
    async use(page) {
      await page.getByRole('button', { name: /^填写报告/ }).first().click();
      await page.getByRole('button', { name: '提交报告' }).click();
      await page.locator('cobuild-report .field-error').first().waitFor();
      await page.locator('cobuild-report').getByText('逾期未交').first().waitFor();
    },
  },
  {
    tag: 'cobuild-supervision',
    properties: { scheme, projects: [project], actor: actor('supervisor'), today: '2026-06-20' },
    async use(page) {
      await page.getByRole('button', { name: /^销号/ }).click();
      await page.getByLabel('核查结论').fill('同意');
      await page.locator('cobuild-supervision').getByText('缺少比价材料。').first().waitFor();
    },
  },
  {
    tag: 'cobuild-responsibility',
    properties: { scheme, projects: [project], actor: actor('committee-clerk'), people: [actor('secretary-heshun')], today: '2026-06-20' },
    async use(page) {
      await page.locator('cobuild-responsibility').getByText('第一责任人').first().waitFor();
      await page.getByRole('button', { name: /^任命/ }).click();
      await page.getByLabel('原因').fill('立项后落实到人');
      await page.getByRole('button', { name: '确定' }).click();
      await page.locator('cobuild-responsibility .field-error').first().waitFor();
    },
  },
  {
    tag: 'cobuild-disclosure',
    properties: { projects: [publicProject(scheme, playCase().onNotice, project)] },
    async use(page) {
      await page.getByRole('button', { name: '我要留言' }).click();
      await page.getByLabel('留言', { exact: true }).fill('很好');
      await page.getByRole('button', { name: '提交留言' }).click();
    },
  },
  {
    tag: 'cobuild-comments',
    properties: { scheme, projects: [{ ...project, comments: [{ id: 'comment-1', text: '能不能晚上也开放？', at: '2026-06-11T10:00:00+08:00', status: 'waiting' }] }], actor: actor('committee-clerk'), today: '2026-06-20' },
    async use(page) {
      await page.getByRole('button', { name: /^不公开/ }).click();
      await page.getByLabel('不公开的原因').fill('与项目无关');
      await page.locator('cobuild-comments').getByText('能不能晚上也开放？').first().waitFor();
    },
  },
  {
    tag: 'cobuild-cycle',
    properties: { scheme: exampleScheme('datong-sites-demo'), state: siteBuilt(), actor: siteOfficer, today: '2031-12-01' },
    async use(page) {
      await page.getByRole('button', { name: /^续期/ }).click();
      await page.getByLabel('说明').fill('三年推广情况良好。');
      await page.getByRole('button', { name: '确认续期' }).click();
      await page.locator('cobuild-cycle').getByText('典型推广').first().waitFor();
    },
  },
  {
    tag: 'cobuild-evidence',
    properties: { scheme: exampleScheme('qianjiang-innovation-demo'), state: projectAtAssessment(), actor: { id: 'officer-1', role: 'organisationOfficer' }, today: '2022-04-12' },
    async use(page) {
      await page.getByRole('button', { name: '登记：实地走访' }).click();
      await page.getByLabel('情况说明').fill('实地看了三个网格。');
      await page.getByRole('button', { name: '保存登记' }).click();
      await page.locator('cobuild-evidence').getByText('听取汇报').first().waitFor();
    },
  },
  {
    tag: 'cobuild-statistics',
    properties: { scheme: exampleScheme('nanhai-matters-demo'), cases: exampleCases('nanhai-matters'), settings: { rows: { by: 'answer', pointer: '/category' } } },
    async use(page) {
      await page.locator('[part=chart] svg').waitFor();
      await page.getByLabel('图上画').selectOption('amount');
      await page.locator('cobuild-statistics').getByText('集体资产管理').first().waitFor();
    },
  },
  {
    tag: 'cobuild-demand-board',
    properties: { scheme: exampleScheme('yangjiang-wishes-demo'), states: [wishHandedIn()], actor: { id: 'clerk-1', role: 'villageClerk', unit: 'haitou', town: 'demo-town' }, today: '2026-03-06' },
    async use(page) {
      await page.getByRole('button', { name: /^办理/ }).first().click();
      await page.getByRole('button', { name: '不予下单' }).click();
      await page.locator('#submit').click();
      await page.locator('cobuild-demand-board').getByText('请选择至少一项原因').waitFor();
    },
  },
  {
    tag: 'cobuild-score-sheet',
    properties: { scheme: atPanel.scheme, states: [atPanel.state], actor: expert(1), reviewers: experts, today },
    async use(page) {
      await page.getByLabel('进展情况', { exact: true }).fill('90.5');
      await page.locator('cobuild-score-sheet .total-line').getByText('目前 27.15 分').waitFor();
      await page.getByRole('button', { name: '提交评分表' }).click();
      await page.locator('#error-summary').waitFor();
    },
  },
  {
    tag: 'cobuild-public-vote',
    properties: { scheme: contest, now: '2026-06-11T09:00:00+08:00', count: counted },
    async use(page) {
      await page.locator('cobuild-public-vote summary').first().click();
      await page.locator('cobuild-public-vote').getByText('江城区已满 3 个').first().waitFor();
    },
  },
  {
    tag: 'cobuild-timeline',
    properties: { scheme, events: onNotice.history, today },
    async use(page) {
      await page.locator('cobuild-timeline').getByText('逐条核对无误').waitFor();
      await page.getByLabel('回看某一天').fill('2026-03-04');
      await page.locator('cobuild-timeline').getByText('这一天还没有提交申报。').waitFor();
    },
  },
  {
    tag: 'cobuild-register',
    properties: { scheme: exampleScheme('yangjiang-households-demo'), cases: exampleCases('yangjiang-households'), actor: { id: 'clerk-1', role: 'villageClerk' }, settings: { grading: 'year', lowest: 0, highest: 100 }, assessing: true },
    async use(page) {
      await page.getByRole('searchbox').fill('冯海生');
      await page.locator('.mark').first().fill('九十');
      await page.getByRole('button', { name: '计算等次和奖补' }).click();
      await page.locator('[part=figures]').waitFor();
      await page.locator('cobuild-register').getByText('“九十”不能作为分数').waitFor();
      const downloaded = page.waitForEvent('download');
      await page.getByRole('button', { name: '导出 CSV' }).click();
      expect((await downloaded).suggestedFilename()).toBe('名册.csv');
    },
  },
  {
    tag: 'cobuild-notice',
    properties: { notice: noticeOf(onNotice), objections: true },
    async use(page) {
      await page.getByRole('button', { name: /提出异议/ }).click();
      await page.getByLabel('异议内容').fill('地点与居民楼太近。');
      await page.locator('cobuild-notice').getByText('闲置公共用房改建暖心服务站').first().waitFor();
    },
  },
  {
    tag: 'cobuild-case-list',
    properties: { heading: '我的申报', create: '新的申报', cases: [{ id: 'case-1', title: '暖心服务站', applicant: '和顺社区党委', stage: '镇街初审', status: 'open', statusText: '镇街初审中', updatedAt: submitted.submittedAt }] },
    async use(page) {
      await page.getByRole('button', { name: /^项目/ }).click();
      await page.getByRole('button', { name: '暖心服务站' }).waitFor();
    },
  },
  {
    tag: 'cobuild-scheme-report',
    properties: { reports: reports() },
    async use(page) {
      await page.locator('cobuild-scheme-report summary').first().click();
      await page.locator('cobuild-scheme-report').getByText('schemes/gaoming-demo').first().waitFor();
    },
  },
  {
    tag: 'cobuild-scheme-editor',
    properties: { files: newSchemeTexts('lights', '村道照明资金') },
    async use(page) {
      await page.getByRole('button', { name: '表单', exact: true }).click();
      await page.getByRole('button', { name: '申报表', exact: true }).first().click();
      await page.getByRole('textbox', { name: '添加字段' }).fill('受益户数');
      await page.getByRole('button', { name: '添加：添加字段' }).click();
      await page.getByRole('button', { name: '源文件' }).click();
      await page.getByRole('textbox', { name: 'forms/application.json' }).getByText('受益户数').waitFor();
      await page.getByRole('button', { name: '预览' }).click();
      await page.getByLabel('受益户数').fill('30');
    },
  },
  {
    tag: 'cobuild-simulator',
    properties: { scheme: exampleScheme('sanshui-xinan'), cases: exampleCases('sanshui-xinan') },
    async use(page) {
      await page.getByLabel('通过比例：分子').fill('2');
      await page.getByLabel('通过比例：分母').fill('3');
      await page.locator('cobuild-simulator .summary').getByText('5件的结果会变：0件变为有利，5件变为不利。').waitFor();
      await page.getByRole('button', { name: /^看理由/ }).first().click();
      await page.locator('cobuild-simulator [part=explanation] .tree').first().waitFor();
      await page.getByRole('button', { name: '留存这次试算' }).click();
      await page.locator('cobuild-simulator .run summary').click();
      await page.locator('cobuild-simulator .run').getByText('通过比例：1/2 → 2/3').waitFor();
    },
  },
  {
    tag: 'cobuild-status',
    properties: { status: publicStatus(scheme, onNotice, { today, calendar: chinaCalendar }), today },
    async use(page) {
      await page.locator('cobuild-status').getByText('正在公示').waitFor();
      await page.getByRole('heading', { name: '办理环节' }).waitFor();
    },
  },
  {
    tag: 'cobuild-identity-switch',
    properties: { identities, current: 'secretary-heshun' },
    async use(page) {
      await page.getByRole('combobox').selectOption('committee-clerk');
      expect(await page.getByRole('combobox').inputValue()).toBe('committee-clerk');
    },
  },
];

/** A module that registers elements: `all.ts`, `editor.ts`. */
export const entry = (file: string): string => readFileSync(join(repository, 'packages/components/src/define', file), 'utf8');

/** The file that an element comes in: what only those who make schemes load is left out of the usual one. */
export function bundleOf(tag: string): 'cobuild.iife.js' | 'cobuild-editor.js' {
  return !entry('all.ts').includes(`'./${tag}.js'`) && entry('editor.ts').includes(`'./${tag}.js'`) ? 'cobuild-editor.js' : 'cobuild.iife.js';
}

/** Loads that file, in its turn with scripts that are deferred. */
export function bundleScript(tag: string, attributes = ''): string {
  const file = bundleOf(tag);
  return `<script ${file === 'cobuild-editor.js' ? 'type="module"' : 'defer'} ${attributes} src="/${file}"></script>`;
}

/** A case file of an example scheme. */
function exampleFile(name: string, file: string): Case {
  return JSON.parse(readFileSync(join(repository, 'examples/schemes', name, file), 'utf8')) as Case;
}

/** Qianjiang's demonstration at the experts' visit. */
function panelCase(): PanelCase {
  return new PanelCase(withPanel(exampleScheme('qianjiang-innovation-demo')), exampleFile('qianjiang-innovation-demo', 'cases/score-of-a-group.json')).atPanel();
}
