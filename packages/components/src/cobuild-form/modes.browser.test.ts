import type { FormDefinition } from '@cobuild/core';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { axeViolations } from '../../test/axe.js';
import { everyRecord } from '../../test/every-record.js';
import { everyAnswer, everyWidget } from '../../test/every-widget.js';
import { find, inlineStyles, mount } from '../../test/mount.js';
import '../define/cobuild-form.js';
import type { CobuildForm } from './cobuild-form.js';

beforeEach(() => page.viewport(1280, 900));

const words = (element: Element): string => (element.textContent ?? '').replace(/\s+/g, ' ').trim();
const form = (properties: Partial<CobuildForm> = {}): Promise<CobuildForm> => mount<CobuildForm>('cobuild-form', { definition: everyWidget, value: everyAnswer, ...properties });
async function review(properties: Partial<CobuildForm> = {}): Promise<CobuildForm> {
  const element = await form({ mode: 'review', ...properties });
  await vi.waitFor(() => find(element, '[data-pointer="/projectName"]'));
  return element;
}

describe('the modes of cobuild-form', () => {
  it('shows answers and nothing to type into with mode="read", as with readonly', async () => {
    const [read, readonly] = [await form({ mode: 'read' }), await form({ readonly: true })];
    expect(words(find(read, '.form'))).toBe(words(find(readonly, '.form')));
    expect(read.shadowRoot?.querySelector('input, textarea, select')).toBeNull();
  });

  it('shows every answer to a reviewer: what is calculated, what the scheme does not state, what is empty', async () => {
    const element = await review();
    expect(words(find(element, '[data-pointer="/total"]'))).toMatch(/12,000.00 元 自动计算/);
    expect(words(find(element, '[data-pointer="/background"]'))).toMatch(/未填写 虚构/);
    expect(element.shadowRoot?.querySelector('[data-pointer="/projectName"] input, .actions')).toBeNull();
  });

  it('hands out the remarks of a reviewer, and shows those that the page has', async () => {
    const element = await review({ remarks: [{ pointer: '/amount', text: '偏高' }] });
    const told: unknown[] = [];
    element.addEventListener('cobuild-remark', (event) => told.push(event.detail));
    expect(words(find(element, '[data-pointer="/amount"]'))).toContain('偏高');

    await page.getByRole('button', { name: '写备注：场地 · 地址' }).or(page.getByRole('button', { name: '写备注：地址' })).click();
    await expect.poll(() => element.shadowRoot?.activeElement?.localName).toBe('textarea');
    await userEvent.keyboard('请写到门牌。');
    await page.getByRole('button', { name: '保存备注' }).click();

    expect(told).toEqual([{ pointer: '/site/address', text: '请写到门牌。' }]);
    expect(await axeViolations(element)).toEqual([]);
    expect(inlineStyles(element.renderRoot)).toEqual([]);
  });

  it('goes back to filling in with the answers as they are', async () => {
    const element = await review();
    element.mode = 'fill';
    await element.updateComplete;
    expect(find<HTMLInputElement>(element, '[data-pointer="/projectName"] input').value).toBe('暖心服务站');
  });

  it('keeps its look in another theme', async () => {
    const element = await review();
    const count = element.shadowRoot?.adoptedStyleSheets.length;
    element.theme = 'dark';
    await element.updateComplete;
    expect(element.shadowRoot?.adoptedStyleSheets.length).toBe(count);
  });
});

describe('a prefilled answer in cobuild-form', () => {
  const source = { pointer: '/households', value: 30, source: { id: 'village', title: '村情库' }, at: '2026-03-01T00:00:00+08:00' };
  const note = (element: CobuildForm): string | undefined => element.shadowRoot?.querySelector('[data-pointer="/households"] .source')?.textContent ?? undefined;

  it('says its source at the field, beside help and problems, and forgets it when the page takes it back', async () => {
    const element = await form({ prefilled: [source] });
    expect(note(element)).toBe('来自村情库，2026年3月1日');
    await userEvent.fill(find<HTMLInputElement>(element, '[data-pointer="/households"] input'), '3');
    expect(note(element)).toBe('来自村情库，2026年3月1日；已修改');
    element.prefilled = [];
    await element.updateComplete;
    expect(note(element)).toBeUndefined();
    expect(find(element, '[data-pointer="/households"] input').getAttribute('aria-describedby') ?? '').not.toContain('-source');
  });

  it('says so also when the page tells of it later', async () => {
    const element = await form();
    expect(note(element)).toBeUndefined();
    element.prefilled = [source];
    await element.updateComplete;
    expect(note(element)).toBe('来自村情库，2026年3月1日');
  });
});

describe('printing a cobuild-form', () => {
  it.each([
    ['budget', ['科目：', '科目', '支出内容', '自有资金（元）：', '筹集资金（元）：', '申请金额（元）：']],
    ['discussions', ['议题：', '议题来源：', '党员群众提出', '应到']],
  ] as const)('leaves room on an empty form for all that a record of %s asks', async (kind, parts) => {
    const element = await mount<CobuildForm>('cobuild-form', { definition: everyRecord[kind] });
    const print = vi.spyOn(window, 'print').mockImplementation(() => undefined);
    await element.print({ blank: true });
    const text = words(document.querySelector('.cobuild-paper')?.shadowRoot as unknown as Element);
    for (const part of parts) expect(text).toContain(part);

    dispatchEvent(new Event('afterprint'));
    print.mockRestore();
  });

  it('puts a paper up for printing only, and takes it down afterwards', async () => {
    const element = await form({ printable: true });
    const print = vi.spyOn(window, 'print').mockImplementation(() => undefined);
    const sheets = document.adoptedStyleSheets.length;
    await page.getByRole('button', { name: '打印空白表' }).click();
    await vi.waitFor(() => expect(print).toHaveBeenCalledTimes(1));
    const paper = document.querySelector('.cobuild-paper') as Element;
    expect(getComputedStyle(paper).display).toBe('none');
    const text = words(paper.shadowRoot as unknown as Element);
    for (const part of ['共建项目', '项目名称', '荷城', '支出内容', '以上内容属实', '可选多项']) expect(text).toContain(part);
    expect(text).not.toContain('暖心服务站');
    expect(paper.shadowRoot?.querySelectorAll('[data-pointer="/lines"] tbody tr').length).toBe(4);
    expect(paper.shadowRoot?.querySelector('button, input')).toBeNull();
    expect(element.value).toMatchObject(everyAnswer);

    dispatchEvent(new Event('afterprint'));
    expect(document.querySelector('.cobuild-paper')).toBeNull();
    expect(document.adoptedStyleSheets.length).toBe(sheets);
    print.mockRestore();
  });

  it('prints the names of answers that are stored as codes, also of a step that nobody opened', async () => {
    const later = <T>(found: T): Promise<T> => new Promise((resolve) => setTimeout(() => resolve(found), 100));
    const hosts = { lookUps: { printedUnits: { find: () => later({ entries: [] }), resolve: () => later({ value: 'qc', label: '晴川村委会' }) } } };
    const section = (field: string): object => ({ id: field, fields: [`/${field}`] });
    const element = await mount<CobuildForm>('cobuild-form', {
      definition: {
        id: 'named', title: { 'zh-CN': '申报表' }, schema: { type: 'object', properties: { name: { type: 'string' }, unit: { type: 'string' } } },
        fields: { '/unit': { widget: 'organisationPicker', widgetOptions: { lookUp: 'printedUnits' } } },
        layout: { show: 'steps', steps: ['name', 'unit'].map((field) => ({ id: field, title: { 'zh-CN': field }, sections: [section(field)] })) },
      } as unknown as FormDefinition,
      value: { name: '路灯', unit: 'qc' }, hosts,
    });
    const print = vi.spyOn(window, 'print').mockImplementation(() => undefined);

    await element.print();

    const paper = words(document.querySelector('.cobuild-paper')?.shadowRoot as unknown as Element);
    expect(paper).toContain('晴川村委会');
    expect(paper).not.toContain('正在读取');
    dispatchEvent(new Event('afterprint'));
    print.mockRestore();
  });

  it('prints the answers as they are, a second time in place of the first', async () => {
    const element = await form();
    const print = vi.spyOn(window, 'print').mockImplementation(() => undefined);
    await element.print();
    await element.print();
    expect(document.querySelectorAll('.cobuild-paper')).toHaveLength(1);
    expect(words(document.querySelector('.cobuild-paper')?.shadowRoot as unknown as Element)).toContain('暖心服务站');
    dispatchEvent(new Event('afterprint'));
    print.mockRestore();
  });
});
