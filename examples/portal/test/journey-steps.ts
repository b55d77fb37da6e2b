import type { BudgetValue, DiscussionsValue, OpinionsValue } from '@cobuild/core';
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
  const { heldOn = '', counts, summary = '' } = answers['opinions'] as OpinionsValue;
  await keyboard.fillDate(/^征求意见日期/, heldOn);
  for (const [index, group] of ['党员', '群众', '辖区企业'].entries()) {
    for (const [key, title] of [['asked', '征求人数'], ['for', '赞成'], ['against', '反对'], ['other', '其他']] as const) await keyboard.fill(new RegExp(`^${group}： ?${title}`), String(counts[index]?.[key]));
  }
  await keyboard.fill(/^主要意见和采纳情况/, summary);
  await look('apply-2-need');
  await next('四议记录');

  await fillInRegister(keyboard);
  await look('apply-3-discussions');
  await next('内容与计划');

  await keyboard.fill(/^实施内容/, text('content'));
  for (const [index, row] of rows('milestones').entries()) {
    await keyboard.activate('添加实施进度');
    await keyboard.fill(new RegExp(`^工作.*第 ${index + 1} `), String(row['task']));
    await keyboard.fillDate(new RegExp(`^完成日期.*第 ${index + 1} `), String(row['dueOn']));
  }
  await keyboard.fill(/^预期成效/, text('expectedEffect'));
  for (const [index, row] of rows('indicators').entries()) {
    await keyboard.activate('添加指标');
    for (const [key, title] of [['name', '指标名称'], ['unit', '单位'], ['target', '目标']] as const) await keyboard.fill(new RegExp(`^第${index + 1}个指标： ?${title}`), String(row[key]));
  }
  await keyboard.fill(/^受益户数/, text('beneficiaryHouseholds'));
  await keyboard.fill(/^受益人数/, text('beneficiaryPersons'));
  await keyboard.activate('添加共建单位');
  await keyboard.fill(/^单位名称/, String(rows('partners')[0]?.['name']));
  await keyboard.fill(/^承担的工作/, String(rows('partners')[0]?.['contribution']));
  await look('apply-4-plan');
  await next('预算与资金');

  const budget = answers['budget'] as BudgetValue;
  for (const [index, line] of budget.lines.entries()) {
    // An input method begins in a control only. The first line is there, and Enter opens its first cell; a new line comes with its first cell open, and Tab opens the next one.
    if (index === 0) {
      await keyboard.tabTo({ name: /./, role: 'gridcell' });
      await keyboard.press('Enter');
    } else await keyboard.activate('添加一行');
    for (const cell of [line.item, line.unit, line.quantity, line.unitPrice]) {
      await keyboard.type(String(cell));
      await keyboard.press('Tab');
    }
  }
  await keyboard.fill(/^自有资金/, String(budget.own));
  await keyboard.fill(/^申请金额/, String(budget.requested));
  await keyboard.fill(/^收款单位/, text('payeeName'));
  await keyboard.fill(/^收款账号/, text('payeeAccount'));
  await keyboard.fill(/^开户银行/, text('payeeBank'));
  await look('apply-5-budget');
  await next('材料与承诺');

  await keyboard.tick('以上都没有', /^资金是否用于/);
  await keyboard.choose(/^本批次是否还有另一个项目/, '没有');
  await keyboard.tick(/承诺/);
  await look('apply-6-commitments');
  await next('检查并提交');
}

/** Fills in the sheets of the four discussions; the card of the next step opens when the one before is done. */
async function fillInRegister(keyboard: Keyboard): Promise<void> {
  const { steps } = answers['discussions'] as DiscussionsValue;
  for (const [index, { date, noticeOn, officer, motion, entitled, present, for: yes, against, abstain }] of steps.entries()) {
    await keyboard.fillDate(/^会议日期/, date);
    if (noticeOn !== undefined) await keyboard.fillDate(/^方案送达日期/, noticeOn);
    if (officer !== undefined) await keyboard.fill(/^镇街干部/, officer);
    if (index === 0) {
      await keyboard.tabTo({ name: /^议题来源/, role: 'combobox' });
      await keyboard.press('ArrowDown');
      await keyboard.fill(/^议题$/, motion);
      continue;
    }
    await keyboard.activate(/^照抄/);
    for (const [title, count] of [['应到', entitled], ['实到', present], ['赞成', yes], ['反对', against], ['弃权', abstain]] as const) await keyboard.fill(new RegExp(`^${title}`), String(count));
  }
}
