import type { FormDefinition } from '@cobuild/core';
import { html } from 'lit';
import { beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { axeViolations } from '../../test/axe.js';
import { everyAnswer, everyWidget } from '../../test/every-widget.js';
import { find, inlineStyles, mount } from '../../test/mount.js';
import { printWidgets, publishWidgets, reviewWidgets } from '../answers-view/registries.js';
import applicationForm from '../../../../examples/schemes/gaoming/forms/application.json' with { type: 'json' };
import station from '../../../../examples/schemes/gaoming/cases/service-station.json' with { type: 'json' };
import '../define/cobuild-answers.js';
import type { CobuildAnswers } from './cobuild-answers.js';

beforeEach(() => page.viewport(1280, 900));

const value = { ...everyAnswer, total: 12000 };
const answers = (properties: Partial<CobuildAnswers> = {}): Promise<CobuildAnswers> => mount<CobuildAnswers>('cobuild-answers', { definition: everyWidget, value, ...properties });
const words = (element: Element): string => (element.textContent ?? '').replace(/\s+/g, ' ').trim();
const row = (element: CobuildAnswers, pointer: string): string => words(find(element, `[data-pointer="${pointer}"]`));
const changedTo = { ...value, projectName: '暖心驿站', lines: [{ subject: '书架', price: 4000 }, { subject: '桌椅', price: 9000 }, { subject: '电脑', price: 5000 }], total: 18000, background: '村里老人多。' };
const compared = (properties: Partial<CobuildAnswers> = {}): Promise<CobuildAnswers> => answers({ value: changedTo, earlier: { ...value, site: { address: '晴川村', area: 20 } }, ...properties });

describe('cobuild-answers in review', () => {
  it('says every answer in words, lists as tables, and what is empty', async () => {
    const element = await answers();
    expect(row(element, '/amount')).toBe('申请金额 12,000.00 元');
    expect(row(element, '/groups')).toBe('服务对象 老年人');
    expect(row(element, '/site/area')).toBe('场地 · 面积 未填写');
    expect(Array.from(find(element, '[data-pointer="/lines"]').querySelectorAll('tbody tr'), words)).toEqual(['桌椅8,000.00 元', '书架4,000.00 元']);
  });

  it('says which answers are calculated and which questions the scheme does not state', async () => {
    const element = await answers();
    expect(row(element, '/total')).toContain('自动计算');
    expect(row(element, '/background')).toMatch(/虚构：原方案没有写明/);
  });

  it('leads from the list of sections to their headings', async () => {
    const definition: FormDefinition = { ...everyWidget, layout: { steps: ['甲', '乙', '丙'].map((title, index) => ({ id: title, title: { 'zh-CN': title }, sections: [{ id: title, fields: [['/projectName', '/background'], ['/amount'], ['/lines']][index] ?? [] }] })) } };
    const element = await answers({ definition });
    await page.getByRole('navigation', { name: '内容目录' }).getByRole('button', { name: '丙' }).click();
    expect(words(element.shadowRoot?.activeElement as Element)).toBe('丙');
  });

  it('shows what a role may see, and no more', async () => {
    const definition = { ...everyWidget, fields: { ...everyWidget.fields, '/amount': { visibleTo: { '*': ['office'] } } } };
    expect((await answers({ definition, viewerRole: 'expert' })).shadowRoot?.querySelector('[data-pointer="/amount"]')).toBeNull();
    expect((await answers({ definition, viewerRole: 'office' })).shadowRoot?.querySelector('[data-pointer="/amount"]')).not.toBeNull();
  });

  it('says that there is nothing to show yet', async () => {
    expect(words(find(await answers({ value: {} }), '.table-empty'))).toBe('还没有可以显示的内容。');
  });
});

describe('cobuild-answers with an earlier version', () => {
  it('puts both side by side in words, with a mark that is text and icon', async () => {
    const element = await compared();
    expect(row(element, '/projectName')).toBe('项目名称 已修改 由 暖心服务站 改为 暖心驿站');
    expect(row(element, '/background')).toMatch(/^背景 新增 村里老人多。/);
    expect(row(element, '/site/area')).toMatch(/已删除 原为 20 平方米/);
    for (const tag of element.shadowRoot?.querySelectorAll('dt .tag') ?? []) expect(tag.querySelector('svg')).not.toBeNull();
  });

  it('tells items of a list that were changed, moved and added', async () => {
    const rows = Array.from(find(await compared(), '[data-pointer="/lines"]').querySelectorAll('tbody tr'), (line) => words(line).replace(/ /g, ''));
    expect(rows).toEqual(['1书架4,000.00 元未变', '2桌椅 由 8,000.00 元 改为 9,000.00 元 已修改 已移动（原第 1 项）', '3电脑5,000.00 元新增'].map((text) => text.replace(/ /g, '')));
  });

  it('says from which change a calculated answer follows', async () => {
    expect(row(await compared(), '/total')).toContain('随“预算明细”的修改重新计算');
  });

  it('counts the changes, and leaves out everything else on request', async () => {
    const element = await compared();
    expect(words(find(element, '.notice-box'))).toContain('共有 4 处变化');
    await page.getByRole('checkbox', { name: '只看有变化的内容' }).click();
    await element.updateComplete;
    expect(element.onlyChanges).toBe(true);
    expect(element.shadowRoot?.querySelector('[data-pointer="/amount"]')).toBeNull();
    expect(element.shadowRoot?.querySelector('[data-pointer="/projectName"]')).not.toBeNull();
  });

  it('says that nothing changed, and offers no filter then', async () => {
    const element = await answers({ earlier: value });
    expect(words(find(element, '.notice-box'))).toContain('没有变化');
    expect(element.shadowRoot?.querySelector('.filter')).toBeNull();
  });
});

describe('records in two versions', () => {
  const { budget, opinions, discussions, indicators } = station.answers;
  const [wall, , table] = budget.lines;
  const [members, ...groups] = opinions.counts;
  const [propose, consult, deliberate, resolve] = discussions.steps;
  const later = {
    ...station.answers,
    budget: { ...budget, lines: [{ ...wall, quantity: 80, amount: 52000 }, table, { item: '无障碍坡道', unit: '处', quantity: 1, unitPrice: 3000, amount: 3000 }], requested: 53900 },
    opinions: { ...opinions, counts: [{ ...members, for: 30, other: 1 }, ...groups], summary: '多数意见赞成改建。' },
    discussions: { steps: [propose, consult, { ...deliberate, noticeOn: '2026-02-11', for: 41, abstain: 2 }, resolve] },
    indicators: [indicators[1], { name: '服务人次', target: 5000, unit: '人次' }],
  };
  const mounted = async (properties: Partial<CobuildAnswers> = {}): Promise<CobuildAnswers> => {
    const element = await mount<CobuildAnswers>('cobuild-answers', { definition: applicationForm as unknown as FormDefinition, value: later, earlier: station.answers, ...properties });
    await expect.poll(() => element.renderRoot.querySelectorAll('[data-pointer="/budget"] table').length).toBeGreaterThan(0);
    return element;
  };
  const lines = (element: CobuildAnswers, pointer: string, tableAt = 0): readonly string[] =>
    Array.from(element.renderRoot.querySelectorAll(`[data-pointer="${pointer}"] table`)[tableAt]?.querySelectorAll('tbody tr') ?? [], (line) => words(line).replace(/ /g, ''));

  it('are one table with the old and the new value in the cell that changed, and the change in words', async () => {
    const element = await mounted();
    expect(lines(element, '/budget')).toEqual([
      '墙面地面改造平方米由86改为80650.00由55,900.00改为52,000.00已修改', '饮水和充电设备套43,800.0015,200.00已删除', '桌椅和应急药箱套61,450.008,700.00未变',
      '无障碍坡道处13,000.003,000.00新增', '总费用由79,800.00改为63,700.00已修改',
    ]);
    expect(lines(element, '/budget', 1)).toEqual(['自有资金9,800.00未变', '申请金额由70,000.00改为53,900.00已修改']);
    expect(element.renderRoot.querySelectorAll('[data-pointer="/budget"] table')).toHaveLength(2);
  });

  it('leave out the rows that did not change on request, count them, and keep the totals', async () => {
    const element = await mounted({ onlyChanges: true });
    expect(lines(element, '/budget').map((line) => line.slice(0, 2))).toEqual(['墙面', '饮水', '无障', '总费']);
    expect(row(element, '/budget')).toContain('另有 1 项没有变化');
    expect(lines(element, '/opinions').map((line) => line.slice(0, 2))).toEqual(['党员', '总计']);
    expect(row(element, '/opinions')).toMatch(/由 多数意见赞成改建，建议开放到晚上九点.* 改为 多数意见赞成改建。$/);
  });

  it('tell a day in the register that is not shown otherwise', async () => {
    const element = await mounted({ onlyChanges: true });
    expect(lines(element, '/discussions')).toHaveLength(1);
    expect(lines(element, '/discussions')[0]).toContain('由2026年2月12日改为2026年2月11日');
    expect(lines(element, '/discussions')[0]).toContain('由赞成40票，反对3票，弃权3票');
  });

  it('tell indicators that were added and removed', async () => {
    expect(lines(await mounted(), '/indicators').map((line) => line.slice(-3))).toEqual(['已删除', expect.stringContaining('未变'), expect.stringContaining('新增')]);
  });

  it.each([['en', 1280, 'review'], ['zh-CN', 390, 'review'], ['en', 390, 'print']] as const)('can be read by everybody (%s, %i pixels, %s)', async (lang, width, view) => {
    await page.viewport(width, 900);
    const element = await mounted({ lang, onlyChanges: true, view });
    expect(await axeViolations(element)).toEqual([]);
    expect(element.scrollWidth).toBeLessThanOrEqual(element.clientWidth);
    if (lang === 'en') expect(row(element, '/budget')).toContain('From 86 To 80');
  });
});

describe('cobuild-answers in public', () => {
  const fields = { ...everyWidget.fields, '/projectName': { ...everyWidget.fields?.['/projectName'], publish: 'plain' as const }, '/background': { publish: 'plain' as const, title: { 'zh-CN': '背景' } }, '/site/address': { publish: 'masked' as const, mask: 'address' as const, title: { 'zh-CN': '地址' } } };
  const definition: FormDefinition = { ...everyWidget, fields };
  const secret = { ...value, background: '联系 13800138000', site: { address: '广东省佛山市高明区荷城街道沧江路12号' } };

  it('shows what is published, masked as the form says, and nothing else', async () => {
    const element = await answers({ view: 'public', definition, value: secret, earlier: value, remarks: [{ pointer: '/projectName', text: '内部备注' }] });
    const text = element.shadowRoot?.textContent ?? '';
    expect(text).toContain('暖心服务站');
    expect(text).toContain('广东省佛山市高明区荷城街道***');
    expect(text).toContain('带“*”的内容已按规定隐去');
    for (const hidden of ['13800138000', '沧江路', '12,000', '桌椅', '内部备注', '未填写']) expect(text).not.toContain(hidden);
  });

  it('draws with what was registered for the public, never with what is for reviewers', async () => {
    reviewWidgets.register('test-badge', { draw: ({ value: raw }) => `评审看到 ${JSON.stringify(raw)}` });
    const badge: FormDefinition = { ...definition, fields: { ...fields, '/projectName': { widget: 'test-badge', publish: 'masked', mask: 'text' } } };
    expect(row(await answers({ definition: badge }), '/projectName')).toContain('评审看到 "暖心服务站"');
    const inPublic = await answers({ view: 'public', definition: badge });
    expect(row(inPublic, '/projectName')).toContain('******');
    publishWidgets.register('test-badge', { draw: (shown) => html`<b>公开：${shown.text}${'value' in shown ? '有值' : ''}</b>` });
    expect(row(await answers({ view: 'public', definition: badge }), '/projectName')).toContain('公开：******');
    expect(row(await answers({ view: 'public', definition: badge }), '/projectName')).not.toContain('有值');
  });

  it('says that nothing is published', async () => {
    expect(words(find(await answers({ view: 'public' }), '.table-empty'))).toBe('这份材料没有可以公开的内容。');
  });
});

describe('cobuild-answers on paper', () => {
  it('draws as in review what has no drawing for paper', async () => {
    reviewWidgets.register('test-paper', { draw: () => '评审画法' });
    const definition: FormDefinition = { ...everyWidget, fields: { ...everyWidget.fields, '/projectName': { widget: 'test-paper' } } };
    expect(row(await answers({ view: 'print', definition }), '/projectName')).toContain('评审画法');
    printWidgets.register('test-paper', { draw: () => '纸面画法' });
    expect(row(await answers({ view: 'print', definition }), '/projectName')).toContain('纸面画法');
  });
});

describe('only changes on paper', () => {
  it('leave no heading over nothing', async () => {
    const definition: FormDefinition = { ...everyWidget, layout: { steps: [{ id: 'all', title: { 'zh-CN': '全部' }, sections: [{ id: 'name', title: { 'zh-CN': '名称' }, fields: ['/projectName'] }, { id: 'money', title: { 'zh-CN': '资金' }, fields: ['/amount'] }] }] } };
    const element = await compared({ definition, view: 'print', onlyChanges: true });
    // What the layout does not place stands under 其他.
    expect(Array.from(element.renderRoot.querySelectorAll('h3'), words)).toEqual(['名称', '其他']);
  });
});

describe('remarks in cobuild-answers', () => {
  it('writes one, says so, hands it out and gives the focus back', async () => {
    const element = await answers({ remarking: true });
    const told: unknown[] = [];
    element.addEventListener('cobuild-remark', (event) => told.push(event.detail));
    await page.getByRole('button', { name: '写备注：项目名称' }).click();
    await expect.poll(() => element.shadowRoot?.activeElement?.localName).toBe('textarea');
    await userEvent.keyboard('与方案不一致。');
    await page.getByRole('button', { name: '保存备注' }).click();
    await expect.poll(() => element.shadowRoot?.activeElement?.getAttribute('aria-label')).toBe('修改备注：项目名称');
    expect(told).toEqual([{ pointer: '/projectName', text: '与方案不一致。' }]);
    expect(row(element, '/projectName')).toContain('与方案不一致。');
    expect(Array.from(element.shadowRoot?.querySelectorAll('[role=status]') ?? [], words).join()).toContain('已保存对“项目名称”的备注');
  });

  it('takes one back, and leaves it alone on Escape', async () => {
    const element = await answers({ remarking: true, remarks: [{ pointer: '/amount', text: '偏高' }] });
    const told: unknown[] = [];
    element.addEventListener('cobuild-remark', (event) => told.push(event.detail));
    await page.getByRole('button', { name: '修改备注：申请金额' }).click();
    await expect.poll(() => element.shadowRoot?.activeElement?.localName).toBe('textarea');
    await userEvent.keyboard('{End}很多{Escape}');
    expect(told).toEqual([]);
    expect(row(element, '/amount')).toContain('偏高');
    await page.getByRole('button', { name: '删除备注：申请金额' }).click();
    expect(told).toEqual([{ pointer: '/amount', text: '' }]);
    expect(row(element, '/amount')).not.toContain('偏高');
  });

  it('shows remarks without a way to change them to whoever only reads', async () => {
    const element = await answers({ remarks: [{ pointer: '/amount', text: '偏高' }] });
    expect(row(element, '/amount')).toContain('偏高');
    expect(element.shadowRoot?.querySelector('.remark button')).toBeNull();
  });
});

describe('cobuild-answers for everybody', () => {
  it('draws quotation marks of English sentences as narrow as letters, also with a Chinese font', async () => {
    const variant = async (lang: string): Promise<string> => getComputedStyle(await answers({ lang })).fontVariantEastAsian;
    expect([await variant('en'), await variant('zh-CN')]).toEqual(['proportional-width', 'normal']);
  });

  it.each([['zh-CN', 1280], ['en', 390]])('has no accessibility violation and no inline style (%s, %i pixels)', async (lang, width) => {
    await page.viewport(width, 800);
    const element = await compared({ lang, remarking: true, remarks: [{ pointer: '/amount', text: '偏高' }] });
    find(element, '[id="remark-f/projectName"]').click();
    await element.updateComplete;
    expect(await axeViolations(element)).toEqual([]);
    expect(inlineStyles(element.renderRoot)).toEqual([]);
    expect(element.scrollWidth).toBeLessThanOrEqual(element.clientWidth);
  });
});
