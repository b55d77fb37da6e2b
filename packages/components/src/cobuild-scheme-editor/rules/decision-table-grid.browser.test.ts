/// <reference types="vite/client" />
import type { SchemeTexts } from '@cobuild/core';
import { createSchemeDraft, valueAt } from '@cobuild/core';
import { beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { axeViolations } from '../../../test/axe.js';
import { find, inlineStyles, mount } from '../../../test/mount.js';
import '../../define/cobuild-scheme-editor.js';
import type { CobuildSchemeEditor } from '../cobuild-scheme-editor.js';

const texts = import.meta.glob<string>(['../../../../../examples/schemes/{nanhai-matters,four-discussions,qianjiang-innovation,qianjiang-innovation-demo}/**/*.json'], { query: '?raw', import: 'default', eager: true });
const folder = (name: string, prefix = ''): SchemeTexts => Object.fromEntries(Object.entries(texts).flatMap(([path, text]) => (path.includes(`/schemes/${name}/`) ? [[prefix + (path.split(`/schemes/${name}/`)[1] ?? ''), text]] : [])));
const nanhai = { files: folder('nanhai-matters'), base: folder('four-discussions', '../four-discussions/') };

const edit = (properties: Partial<CobuildSchemeEditor> = {}): Promise<CobuildSchemeEditor> => mount<CobuildSchemeEditor>('cobuild-scheme-editor', { ...nanhai, place: '/decisionTables/0', lang: 'zh-CN', ...properties });
const documentOf = (element: CobuildSchemeEditor): unknown => createSchemeDraft(element.currentFiles, { base: { read: (path) => element.base[path] } }).document;
const rowsOf = (element: CobuildSchemeEditor): readonly unknown[] => valueAt(documentOf(element), '/decisionTables/0/rows') as readonly unknown[];
const cell = (element: CobuildSchemeEditor, row: number, column: number): HTMLElement => find(element, `.grid [data-row="${row}"][data-column="${column}"]`);
const focused = (element: CobuildSchemeEditor): string => {
  const at = element.shadowRoot?.activeElement?.closest<HTMLElement>('[data-column]');
  return `${at?.dataset['row'] ?? ''},${at?.dataset['column'] ?? ''}`;
};
async function go(element: CobuildSchemeEditor, row: number, column: number): Promise<void> {
  cell(element, row, column).focus();
  await element.updateComplete;
}
async function paste(element: CobuildSchemeEditor, text: string): Promise<void> {
  const data = new DataTransfer();
  data.setData('text/plain', text);
  element.shadowRoot?.activeElement?.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, composed: true, cancelable: true }));
  await element.updateComplete;
}
const AMOUNT = 3;

beforeEach(() => page.viewport(1280, 900));

describe('the grid of a decision table', () => {
  it('is walked by arrow keys, and left by Tab', async () => {
    const element = await edit();
    await go(element, 0, 0);
    await userEvent.keyboard('{ArrowRight}{ArrowDown}');
    await expect.poll(() => focused(element)).toBe('1,1');
    await userEvent.keyboard('{End}');
    await expect.poll(() => focused(element)).toBe('1,7');
    await userEvent.keyboard('{ArrowUp}{ArrowUp}{ArrowUp}');
    await expect.poll(() => focused(element)).toBe('-1,7');
    await userEvent.keyboard('{Control>}{Home}{/Control}');
    await expect.poll(() => focused(element)).toBe('0,0');
    expect(element.shadowRoot?.querySelectorAll('.grid [tabindex="0"]')).toHaveLength(1);
    await userEvent.tab();
    await expect.poll(() => focused(element)).toBe(',');
  });

  it('says a row by the titles of what follows, and offers only these', async () => {
    const element = await edit({ lang: 'en' });
    await go(element, 0, AMOUNT + 1);
    await expect.poll(() => find(element, '.sentence').textContent).toContain('decided by the two committees');
    expect(find(element, '.sentence').textContent).not.toContain('twoCommittees');
    await paste(element, 'by post');
    await expect.poll(() => element.shadowRoot?.textContent).toContain('full four discussions and approval by the town');
    expect(rowsOf(element)[0]).toMatchObject({ outputs: { way: 'twoCommittees' } });
    await go(element, 0, AMOUNT + 1);
    await paste(element, 'full four discussions');
    await expect.poll(() => rowsOf(element)[0]).toMatchObject({ outputs: { way: 'fourDiscussions' } });
  });

  it('takes a cell with Enter, goes on with Tab, and gives up with Escape', async () => {
    const element = await edit();
    await go(element, 0, AMOUNT);
    await userEvent.keyboard('{Enter}');
    await expect.poll(() => (element.shadowRoot?.activeElement as HTMLElement | null)?.ariaLabel).toBe('第1行“村级，小额”，金额');
    await userEvent.keyboard('{Control>}a{/Control}不满6000元{Tab}');
    await expect.poll(() => focused(element)).toBe(`0,${AMOUNT + 1}`);
    expect(rowsOf(element)[0]).toMatchObject({ inputs: { amount: { below: 6000 } } });
    await userEvent.keyboard('x{Escape}');
    await expect.poll(() => focused(element)).toBe(`0,${AMOUNT + 1}`);
    expect(rowsOf(element)[0]).toMatchObject({ outputs: { way: 'twoCommittees' } });
  });

  it('keeps what cannot be taken in its cell, says what is wanted, and writes nothing', async () => {
    const element = await edit();
    const before = element.currentFiles;
    await go(element, 0, AMOUNT);
    await userEvent.keyboard('{F2}{Control>}a{/Control}10-20{Enter}');
    await expect.element(page.getByRole('alert')).toHaveTextContent('看不出终点算不算在内');
    expect(element.currentFiles).toEqual(before);
    await userEvent.keyboard('{Escape}');
    await expect.poll(() => focused(element)).toBe(`0,${AMOUNT}`);
  });

  it('adds, copies, moves and removes rows, each a step of its own', async () => {
    const element = await edit();
    const count = rowsOf(element).length;
    await go(element, 0, AMOUNT);
    await page.getByRole('button', { name: /^复制这一行/ }).click();
    await expect.poll(() => rowsOf(element).length).toBe(count + 1);
    await expect.poll(() => focused(element)).toBe(`1,${AMOUNT}`);
    await userEvent.keyboard('{Alt>}{ArrowDown}{/Alt}');
    await expect.poll(() => focused(element)).toBe(`2,${AMOUNT}`);
    await page.getByRole('button', { name: /^删除这一行/ }).click();
    await expect.poll(() => rowsOf(element).length).toBe(count);
    element.undo();
    element.undo();
    element.undo();
    expect(element.changedFiles).toEqual([]);
  });

  it('adds a column from the form, and takes it away with what rows say in it', async () => {
    const element = await edit();
    await page.getByRole('button', { name: '添加结论列' }).click();
    await page.getByLabelText('结论的名称').fill('备注');
    await userEvent.keyboard('{Enter}');
    await expect.element(page.getByRole('columnheader', { name: /备注/ })).toBeVisible();
    expect(rowsOf(element)[0]).toMatchObject({ outputs: { 'output-5': 'UNDECIDED' } });
    await go(element, -1, 8);
    await page.getByRole('button', { name: /^删除这一列/ }).click();
    await expect.poll(() => JSON.stringify(rowsOf(element)).includes('output-5')).toBe(false);
  });

  it('takes cells of a spreadsheet as one step and adds the rows that are missing', async () => {
    const element = await edit();
    const count = rowsOf(element).length;
    await go(element, count - 1, AMOUNT);
    await paste(element, '"≥ 1,000"\t党员大会决定\r\n< 1000\t“两委”决定\r\n');
    await expect.poll(() => rowsOf(element).length).toBe(count + 1);
    expect(rowsOf(element)[count]).toMatchObject({ inputs: { amount: { below: 1000 } }, outputs: { way: 'twoCommittees', town: 'UNDECIDED' } });
    await expect.poll(() => element.shadowRoot?.textContent).toContain('已粘贴4格，添加了1行。');
    element.undo();
    expect(element.changedFiles).toEqual([]);
  });

  it('refuses rubbish cell by cell, and takes the rest only when somebody says so', async () => {
    const element = await edit();
    const before = element.currentFiles;
    await go(element, 0, AMOUNT);
    await paste(element, '很多\t走完四议\n≥ 20000\t走完四议');
    await expect.element(page.getByRole('heading', { name: '有1格不能用，表还没有改动' })).toBeVisible();
    await expect.element(page.getByText(/第1行.*，金额：填的是“很多”，要填范围或者数值/)).toBeVisible();
    expect(element.currentFiles).toEqual(before);
    expect(await axeViolations(element)).toEqual([]);
    await page.getByRole('button', { name: '只粘贴能用的3格' }).click();
    expect(rowsOf(element)[0]).toMatchObject({ inputs: { amount: { below: { parameter: 'villageMemberFrom' } } }, outputs: { way: 'fourDiscussions' } });
    expect(rowsOf(element)[1]).toMatchObject({ inputs: { amount: { from: 20000 } } });
    element.undo();
    await go(element, 0, AMOUNT);
    await paste(element, '很多');
    await page.getByRole('button', { name: '都不粘贴' }).click();
    expect(element.currentFiles).toEqual(before);
  });

  it('says everything that a cell can say in the panel below it', async () => {
    const element = await edit();
    await go(element, 0, AMOUNT);
    await page.getByLabelText('怎样判断').selectOptions('range');
    await page.getByLabelText(/填什么：到/).selectOptions('open');
    expect(rowsOf(element)[0]).toMatchObject({ inputs: { amount: { below: 'UNDECIDED' } } });
    await page.getByLabelText(/填什么：从/).selectOptions('value');
    await page.getByRole('textbox', { name: '从（含）' }).fill('1万');
    await userEvent.tab();
    expect(rowsOf(element)[0]).toMatchObject({ inputs: { amount: { from: 10000, below: 'UNDECIDED' } } });
    await go(element, 0, 2);
    await page.getByLabelText('怎样判断').selectOptions('open');
    expect(rowsOf(element)[0]).toMatchObject({ inputs: { level: 'UNDECIDED' } });
  });

  it('shows what no row answers, and adds the row', async () => {
    const element = await edit({ files: folder('qianjiang-innovation'), base: {}, place: '' });
    element.files = { ...element.files, 'scheme.json': JSON.stringify({ ...JSON.parse(element.files['scheme.json'] ?? '{}') as object, decisionTables: [{ id: 'size', title: { 'zh-CN': '档次' }, hitPolicy: 'unique', inputs: [{ id: 'day', title: { 'zh-CN': '今天' }, fact: 'today' }], outputs: [{ id: 'grade', title: { 'zh-CN': '档' } }], rows: [{ id: 'early', inputs: { day: { below: '2026-01-01' } }, outputs: { grade: '一' } }, { id: 'late', inputs: { day: { from: '2027-01-01' } }, outputs: { grade: '二' } }] }] }) };
    element.place = '/decisionTables/0';
    await page.getByRole('button', { name: /^补上这一行/ }).click();
    await expect.poll(() => rowsOf(element)[2]).toMatchObject({ inputs: { day: { from: '2026-01-01', below: '2027-01-01' } }, outputs: { grade: 'UNDECIDED' } });
    await expect.poll(() => element.shadowRoot?.textContent?.includes('没有一行符合的情况')).toBe(false);
  });

  it('lets nobody change what may only be read', async () => {
    const element = await edit({ readonly: true });
    await go(element, 0, AMOUNT);
    await userEvent.keyboard('{Enter}x{Delete}');
    await paste(element, '≥ 1');
    expect(element.changedFiles).toEqual([]);
  });

  it.each([['zh-CN', 1280], ['en', 390]])('has no violation in %s at %d pixels, no style attribute, and scrolls inside its frame', async (lang, width) => {
    await page.viewport(width, 844);
    const element = await edit({ lang });
    await go(element, 0, AMOUNT);
    expect(await axeViolations(element)).toEqual([]);
    expect(inlineStyles(element)).toEqual([]);
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(width);
  });
});

describe('the grid of a score card', () => {
  const card = { files: folder('qianjiang-innovation-demo'), base: folder('qianjiang-innovation', '../qianjiang-innovation/'), place: '/scoring' };

  it('says what the weights come to, and follows when they are changed', async () => {
    const element = await edit(card);
    expect(find(element, '.totals').textContent).toContain('常规评分项的权重合计 100，满分 100。 正好相等。');
    await go(element, 0, 2);
    await userEvent.keyboard('25{Enter}');
    await expect.poll(() => find(element, '.totals').textContent).toContain('合计 95，满分 100。 还差 5。');
    expect(valueAt(documentOf(element), '/scoring/criteria/0/weight')).toBe(25);
  });

  it('takes criteria from a spreadsheet and refuses marks that are none', async () => {
    const element = await edit(card);
    await go(element, 2, 0);
    await paste(element, '评分项\t种类\t权重\t最高分\n解决问题情况\t常规\t40\t100\n群众评价\t加分\t5\t10\n');
    await expect.poll(() => valueAt(documentOf(element), '/scoring/criteria/3')).toMatchObject({ title: { 'zh-CN': '群众评价' }, kind: 'bonus', weight: 5, maximum: 10 });
    await expect.poll(() => find(element, '.totals').textContent).toContain('加分最多 5。');
    await go(element, 3, 1);
    await paste(element, '奖励\t五分');
    await expect.element(page.getByRole('heading', { name: '有2格不能用，表还没有改动' })).toBeVisible();
  });

  it.each(['zh-CN', 'en'])('has no violation in %s', async (lang) => {
    const element = await edit({ ...card, lang });
    expect(await axeViolations(element)).toEqual([]);
    expect(inlineStyles(element)).toEqual([]);
  });
});
