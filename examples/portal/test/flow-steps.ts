import type { Locator } from 'playwright';
import type { EditorHands } from './editor-hands.js';

/** Items of a list that stand on the page of what they belong to. */
export const items = (group: Locator): Locator => group.locator('> ol > li');

/** Adds to a list; what was added is open, and its name has the focus. */
export async function addItem(hands: EditorHands, list: string, thing: string, title?: string, within?: Locator): Promise<Locator> {
  const group = hands.group(list, within);
  const count = await items(group).count();
  await hands.press(`添加${thing}`, group);
  const item = items(group).nth(count);
  await item.waitFor();
  if (title !== undefined) await hands.type(title);
  return item;
}

/** A field by the line at the end of the form: its name, its kind, Enter. */
export async function addField(hands: EditorHands, title: string, kind: string, required = true): Promise<void> {
  await hands.choose('字段种类', kind, hands.canvas);
  const line = hands.canvas.getByRole('textbox', { name: '添加字段' });
  await line.fill(title);
  await line.press('Enter');
  hands.acts += 1;
  if (required) await hands.tick('必填', hands.panel());
}

/** A field from the palette, under a name of its own. */
export async function takeField(hands: EditorHands, kind: string, title?: string, required = true): Promise<void> {
  await hands.press(kind, hands.canvas.getByRole('region', { name: '可以添加的字段' }));
  const panel = hands.panel();
  await panel.waitFor();
  if (title !== undefined) await hands.write('名称：中文', title, panel);
  if (required) await hands.tick('必填', panel);
}

export async function addChoices(hands: EditorHands, first: readonly [string, string], ...more: readonly string[]): Promise<void> {
  const panel = hands.panel();
  await hands.write('选项1：中文', first[0], panel);
  await hands.write('选项2：中文', first[1], panel);
  for (const title of more) {
    await hands.press('添加选项', panel);
    await hands.type(title);
  }
}

export async function addForm(hands: EditorHands, title: string): Promise<void> {
  await hands.open('表单');
  await hands.press('添加表单');
  await hands.unfold('表单设置');
  await hands.write('名称', title);
}

export interface Way { readonly method?: string; readonly role?: string; readonly form?: string; readonly days?: number; readonly titles?: Readonly<Record<string, string>> }

/** A stage behind the last one: what it is called, how and by whom it is settled, in how many working days, and what its outcomes are called. */
export async function addStage(hands: EditorHands, title: string, way: Way): Promise<void> {
  await hands.open('环节');
  await hands.press('添加环节');
  await describeStage(hands, title, way);
}

export async function describeStage(hands: EditorHands, title: string, { method, role, form, days, titles = {} }: Way): Promise<void> {
  const { canvas } = hands;
  await hands.write('名称', title);
  if (method !== undefined) await hands.choose('办理方式', method);
  if (role !== undefined) await hands.choose('角色', role, hands.group('办理人'));
  if (form !== undefined) {
    await hands.addSetting('表单');
    await hands.choose('表单', form);
  }
  if (days !== undefined) {
    await hands.addSetting('办理期限');
    await hands.decide('办理期限');
    await hands.write('数量', String(days), hands.group('办理期限'));
  }
  for (const [old, now] of Object.entries(titles)) {
    await hands.unfold(old, hands.group('办理结果'));
    await hands.write('名称', now, items(hands.group('办理结果')).filter({ has: canvas.page().locator('summary', { hasText: old }) }));
  }
}

/** The part of the scheme is there, and its page is open. */
export async function addPart(hands: EditorHands, part: string): Promise<void> {
  await hands.open('概况');
  await hands.press(`添加“${part}”`);
}

/** A part of the award: how much of it, and what has to be there before it is paid. */
export async function addTranche(hands: EditorHands, title: string, [p, q]: readonly [number, number], ...waits: readonly string[]): Promise<void> {
  const item = await addItem(hands, '分期拨付', '分期拨付', title);
  await hands.decide('比例', item);
  await hands.write('分子', String(p), hands.group('比例', item));
  await hands.write('分母', String(q), hands.group('比例', item));
  await hands.addSetting('拨付前须有', item);
  for (const wait of waits) await hands.choose('种类', wait, await addItem(hands, '拨付前须有', '拨付前须有', undefined, item));
}

/** A report that falls due every so often. */
export async function addReport(hands: EditorHands, title: string, { unit, from, to, form }: { readonly unit: string; readonly from: string; readonly to: string; readonly form: string }): Promise<void> {
  const item = await addItem(hands, '报告', '报告', title);
  await hands.decide('报告间隔', item);
  await hands.write('数量', '1', item);
  await hands.choose('单位', unit, item);
  for (const [setting, choice] of [['由谁报告', from], ['向谁报告', to], ['表单', form]] as const) {
    await hands.addSetting(setting, item);
    await hands.choose(setting, choice, item);
  }
}

/** Who watches over what. */
export async function addSupervisors(hands: EditorHands, role: string, ...titles: readonly string[]): Promise<void> {
  await hands.addSetting('监督单位');
  for (const title of titles) {
    const body = await addItem(hands, '监督单位', '监督单位', title);
    await hands.addSetting('角色', body);
    await hands.choose('角色', role, body);
  }
}

/** The parts of the project's file, with what each holds. */
export async function addArchive(hands: EditorHands, index: Readonly<Record<string, readonly string[]>>): Promise<void> {
  await addPart(hands, '档案');
  await hands.addSetting('目录');
  for (const [title, holds] of Object.entries(index)) {
    const entry = await addItem(hands, '目录', '目录', title);
    await hands.addSetting('归档内容', entry);
    for (const kind of holds) await hands.tick(kind, entry);
  }
  await hands.addSetting('保管期限');
  await hands.decide('保管期限');
}

/** What stands on a notice, for how many working days and where; who issues it and how people object. */
export async function describeNotice(hands: EditorHands, title: string, { days, channels, columns, issuer, objections }: { readonly days: number; readonly channels: readonly string[]; readonly columns: readonly string[]; readonly issuer: string; readonly objections: string }): Promise<void> {
  await hands.press('打开：公示安排');
  await hands.write('名称', title);
  await hands.decide('公示期');
  await hands.write('数量', String(days));
  for (const channel of channels) await addItem(hands, '公示渠道', '公示渠道', channel);
  for (const column of columns) await hands.choose(/^公示内容 \d/, column, await addItem(hands, '公示内容', '公示内容'));
  await hands.decide('发布单位');
  await hands.write('发布单位', issuer);
  await hands.decide('异议受理方式');
  await hands.write('异议受理方式', objections);
}

/** More than half of those who may vote: every point of the rule is decided. */
export async function describeVote(hands: EditorHands, title: string, base: RegExp = /^有权表决/): Promise<void> {
  await hands.press('打开：表决规则');
  await hands.write('名称', title);
  for (const point of ['基数', '比较方式', '通过比例', '弃权票计法', '法定到会人数', '票数相同的处理', '记名方式', '回避规则']) await hands.decide(point);
  await hands.choose('基数', base);
  await hands.canvas.locator('.sentence').filter({ hasText: '赞成票须超过半数' }).waitFor();
}

/** What the public may read: notices show nothing else. The form is open. */
export async function showPublicly(hands: EditorHands, ...fields: readonly string[]): Promise<void> {
  for (const field of fields) {
    await hands.press(field);
    await hands.unfold('谁看得到', hands.panel());
    await hands.choose('向公众', '公开', hands.panel());
  }
}

/** A way out of the stage that is open: what it is called, and where it leads. `old` is its name so far. */
export async function describeOutcome(hands: EditorHands, old: string, { title, kind, to }: { readonly title?: string; readonly kind?: string; readonly to?: string }): Promise<void> {
  const outcomes = hands.group('办理结果');
  const names = await items(outcomes).locator('> details > summary').allInnerTexts();
  const item = items(outcomes).nth(names.findIndex((name) => name.trim().startsWith(old)));
  await hands.unfold(old, item);
  if (title !== undefined) await hands.write('名称', title, item);
  if (kind !== undefined) await hands.choose('种类', kind, item);
  if (to !== undefined) await hands.choose('去向', to, item);
}

/** What has to be on record before the stage that is open goes on. */
export async function addGates(hands: EditorHands, gates: Readonly<Record<string, string>>): Promise<void> {
  await hands.addSetting('前提');
  for (const [title, stage] of Object.entries(gates)) {
    const gate = await addItem(hands, '前提', '前提', title);
    await hands.addSetting('环节', gate);
    await hands.choose('环节', stage, gate);
  }
}

/** A new decision table: what it goes by, and what it answers. */
export async function addTable(hands: EditorHands, title: string, conditions: readonly RegExp[], conclusion: string): Promise<void> {
  await addPart(hands, '决策表');
  await hands.press('添加决策表');
  await hands.press('开始填写各行');
  await hands.unfold('表的其他设置');
  await hands.write('名称', title);
  const column = (name: string): Locator => hands.canvas.getByRole('form', { name });
  for (const condition of conditions) {
    await hands.press('添加条件列');
    await hands.choose('按什么判断', condition, column('添加条件列'));
    await hands.press('添加', column('添加条件列'));
  }
  await hands.press('添加结论列');
  await hands.write('结论的名称', conclusion, column('添加结论列'));
  await hands.press('添加', column('添加结论列'));
}

/** Rows of the table that is open, typed cell by cell: a new row has the focus, Enter edits a cell, Tab goes on to the next one. */
export async function addRows(hands: EditorHands, ...rows: readonly (readonly string[])[]): Promise<void> {
  for (const row of rows) {
    await hands.press('添加行');
    for (const cell of row) await hands.cell(cell);
  }
}

/** A score card: criteria with their weights; each is marked out of 100. */
export async function addScoring(hands: EditorHands, criteria: Readonly<Record<string, number>>): Promise<void> {
  await addPart(hands, '评分');
  for (const [criterion, weight] of Object.entries(criteria)) {
    await hands.press('添加行');
    await hands.cell(criterion);
    await hands.page.keyboard.press('ArrowRight');
    await hands.cell(String(weight));
    await hands.cell('100');
  }
}

interface GradingInput { readonly title: string; readonly weight: number; readonly stage: string; readonly answer?: string }
interface GradePlaces { readonly title: string; readonly count: number; readonly reward: number }

/** Grades by places: the marks that go in, and what each grade brings. */
export async function addGrading(hands: EditorHands, title: string, { inputs, grades, pot }: { readonly inputs: readonly GradingInput[]; readonly grades: readonly GradePlaces[]; readonly pot: number }): Promise<void> {
  await addPart(hands, '考核评价');
  await hands.addSetting('等级评定');
  const grading = await addItem(hands, '等级评定', '等级评定', title);
  await hands.choose('依据', '名额', grading);
  await hands.addSetting('得分项', grading);
  for (const { title: name, weight, stage, answer } of inputs) {
    const input = await addItem(hands, '得分项', '得分项', name, grading);
    await hands.decide('权重', input);
    await hands.write('权重', String(weight), input);
    await hands.addSetting('得分来源', input);
    await hands.choose('环节', stage, input);
    if (answer === undefined) continue;
    await hands.addSetting('对应的答案', input);
    await hands.choose('对应的答案', answer, input);
  }
  for (const { title: name, count, reward } of grades) {
    const grade = await addItem(hands, '等级', '等级', name, grading);
    await hands.addSetting('名额', grade);
    await hands.choose(/取值方式\s*：\s*名额$/, '数量', grade);
    await hands.decide('数量', grade);
    await hands.write('数量', String(count), grade);
    await hands.addSetting('奖励', grade);
    await hands.decide('奖励', grade);
    await hands.write('奖励', String(reward), grade);
  }
  await hands.addSetting('奖励总额', grading);
  await hands.decide('奖励总额', grading);
  await hands.write('奖励总额', String(pot), grading);
}
