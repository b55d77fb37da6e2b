import { expect } from 'vitest';
import type { Keyboard } from './keyboard.js';
import { serviceStation } from './portal-harness.js';
import type { WatchedPage } from './watched-page.js';

/** The page that a person sits at, and the person's hands. */
export interface Desk extends WatchedPage { readonly keyboard: Keyboard }

const answers = serviceStation();
const text = (key: string): string => String(answers[key]);
const rows = (key: string): readonly Readonly<Record<string, unknown>>[] => answers[key] as readonly Readonly<Record<string, unknown>>[];

/** Chooses a demonstration identity in the head of the page: arrows in the list, then the button beside it. */
export async function beSomebody({ page, keyboard }: Desk, title: RegExp): Promise<void> {
  // A page that has just come may draw its head once more and take the list along: a person goes there again.
  const chosen = async (): Promise<string> => {
    await keyboard.tabTo({ name: '演示身份', role: 'combobox' });
    await keyboard.press('Home');
    for (let step = 0; step < 20 && !title.test((await keyboard.focused()).value); step += 1) await keyboard.press('ArrowDown');
    return (await keyboard.focused()).value;
  };
  await expect.poll(chosen, { timeout: 30_000 }).toMatch(title);
  const loaded = page.waitForEvent('load');
  await keyboard.activate('切换演示身份');
  await loaded;
}

/** Follows a link of the main navigation. */
export async function goTo({ page, keyboard }: Desk, title: string): Promise<void> {
  const loaded = page.waitForEvent('load');
  await keyboard.activate(title, 'link');
  await loaded;
}

/** Fills in the service station, step by step, as it stands in the Gaoming cases. `look` is told of each step. */
export async function fillInServiceStation({ page, keyboard, look }: Desk): Promise<void> {
  const next = async (title: string): Promise<void> => {
    await keyboard.activate(/^下一步|^继续/);
    await page.getByRole('heading', { level: 2, name: title }).waitFor();
  };

  await keyboard.fill(/^项目名称/, text('projectName'));
  await keyboard.choose(/^项目类别/, '党建+物业服务');
  await keyboard.fill(/^实施地点/, text('place'));
  await keyboard.fill(/^申报党组织/, text('organisationName'));
  await keyboard.fill(/^所在村（社区）区划代码/, text('organisationAreaCode'));
  await keyboard.fill(/^党组织书记/, text('secretaryName'));
  await keyboard.fill(/^联系人/, text('contactName'));
  await keyboard.fill(/^联系电话/, text('contactPhone'));
  await look('apply-1-project');
  await next('需求与民意');

  await keyboard.fill(/^背景与需求/, text('background'));
  await keyboard.fill(/^来自哪个/, text('goldenIdea'));
  await keyboard.fillDate(/^征求意见会议日期/, text('opinionDate'));
  await keyboard.fill(/^征求党员意见人数/, text('opinionMembers'));
  await keyboard.fill(/^征求群众意见人数/, text('opinionResidents'));
  await keyboard.fill(/^征求辖区企业意见数/, text('opinionEnterprises'));
  await keyboard.fill(/^主要意见和采纳情况/, text('opinionSummary'));
  await keyboard.fillDate(/^党组织提议日期/, text('proposedOn'));
  await keyboard.fillDate(/^村“两委”商议日期/, text('consultedOn'));
  await keyboard.fillDate(/^党员大会审议日期/, text('deliberatedOn'));
  await keyboard.fillDate(/^村民（代表）会议决议日期/, text('resolvedOn'));
  await keyboard.choose(/^四议记录是否齐全/, '是');
  await look('apply-2-need');
  await next('内容与计划');

  await keyboard.fill(/^实施内容/, text('content'));
  for (const [index, row] of rows('milestones').entries()) {
    await keyboard.activate('添加实施进度');
    await keyboard.fill(new RegExp(`^工作.*第 ${index + 1} `), String(row['task']));
    await keyboard.fillDate(new RegExp(`^完成日期.*第 ${index + 1} `), String(row['dueOn']));
  }
  await keyboard.fill(/^预期成效/, text('expectedEffect'));
  for (const [index, row] of rows('indicators').entries()) {
    await keyboard.activate('添加成效指标');
    await keyboard.fill(new RegExp(`^指标.*第 ${index + 1} `), String(row['name']));
    await keyboard.fill(new RegExp(`^目标值.*第 ${index + 1} `), String(row['target']));
    await keyboard.fill(new RegExp(`^单位.*第 ${index + 1} `), String(row['unit']));
  }
  await keyboard.fill(/^受益户数/, text('beneficiaryHouseholds'));
  await keyboard.fill(/^受益人数/, text('beneficiaryPersons'));
  await keyboard.activate('添加共建单位');
  await keyboard.fill(/^单位名称/, String(rows('partners')[0]?.['name']));
  await keyboard.fill(/^承担的工作/, String(rows('partners')[0]?.['contribution']));
  await look('apply-3-plan');
  await next('预算与资金');

  for (const [index, row] of rows('budgetLines').entries()) {
    await keyboard.activate('添加预算明细');
    await keyboard.fill(new RegExp(`^支出内容.*第 ${index + 1} `), String(row['subject']));
    await keyboard.fill(new RegExp(`^单位.*第 ${index + 1} `), String(row['unit']));
    await keyboard.fill(new RegExp(`^数量.*第 ${index + 1} `), String(row['quantity']));
    await keyboard.fill(new RegExp(`^单价.*第 ${index + 1} `), String(row['unitPrice']));
  }
  await keyboard.fill(/^自筹资金/, text('ownFunds'));
  await keyboard.fill(/^申请专项资金/, text('amountRequested'));
  await keyboard.fill(/^收款单位/, text('payeeName'));
  await keyboard.fill(/^收款账号/, text('payeeAccount'));
  await keyboard.fill(/^开户银行/, text('payeeBank'));
  await look('apply-4-budget');
  await next('申明与承诺');

  await keyboard.tick('以上都没有', /^资金是否用于/);
  await keyboard.choose(/^以往获批项目的报告情况/, '应交的报告都已提交');
  await keyboard.choose(/^本批次是否还有另一个项目/, '没有');
  await keyboard.tick('现场照片', /^随申报提交/);
  await keyboard.tick('报价单', /^随申报提交/);
  await keyboard.tick(/承诺/);
  await look('apply-5-commitments');
  await next('检查并提交');
}
