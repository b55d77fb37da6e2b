/// <reference types="vite/client" />
import type { SchemeTest, SchemeTexts } from '@cobuild/core';
import { beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { axeViolations } from '../../../test/axe.js';
import { inlineStyles, mount } from '../../../test/mount.js';
import '../../define/cobuild-scheme-editor.js';
import type { CobuildSchemeEditor } from '../cobuild-scheme-editor.js';

const texts = import.meta.glob<string>(['../../../../../examples/schemes/sanshui-xinan/**/*.json'], { query: '?raw', import: 'default', eager: true });
const files: SchemeTexts = Object.fromEntries(Object.entries(texts).map(([path, text]) => [path.split('/sanshui-xinan/')[1] ?? '', text]));
/** Nothing is asked for, so the case is not eligible. */
const INDEX = 4;
const CASE = 'cases/nothing-asked.json';

const edit = (properties: Partial<CobuildSchemeEditor> = {}): Promise<CobuildSchemeEditor> => mount<CobuildSchemeEditor>('cobuild-scheme-editor', { files, lang: 'zh-CN', place: `/tests/${INDEX}`, ...properties });
const textOf = (element: CobuildSchemeEditor): string => (element.shadowRoot?.textContent ?? '').replace(/\s+/g, ' ');
const testOf = (element: CobuildSchemeEditor): SchemeTest => (element as unknown as { session: { draft: { document: { tests: readonly SchemeTest[] } } } }).session.draft.document.tests[INDEX] as SchemeTest;
const answersOf = (element: CobuildSchemeEditor): Readonly<Record<string, unknown>> => (testOf(element).case as { readonly answers: Readonly<Record<string, unknown>> }).answers;

beforeEach(() => page.viewport(1280, 900));

describe('the page of a test in cobuild-scheme-editor', () => {
  it('changes an answer of the case in the form that people apply with, and says what comes out then', async () => {
    const element = await edit();
    const told: string[] = [];
    element.addEventListener('cobuild-change', (event) => told.push(...(event as unknown as CustomEvent<{ changedFiles: readonly string[] }>).detail.changedFiles));
    expect(textOf(element)).toContain('现在的结果和预期一样。');
    await page.getByText('6项答案：打开申报表查看和修改').click();
    const amount = page.getByRole('textbox', { name: /^申请资金/ });
    await amount.fill('5000');
    await userEvent.keyboard('{Tab}');
    await expect.poll(() => answersOf(element)).toMatchObject({ amountRequested: 5000, ownFunds: 30000, totalBudget: 35000 });
    await element.updateComplete;
    await expect.element(amount).toHaveValue('5,000.00');
    // Only the two figures differ, in the file that the case stands in, and the host hears of the editor's change alone.
    expect([...new Set(told)]).toEqual([CASE]);
    expect(element.currentFiles[CASE]).toBe(files[CASE]?.replace('"amountRequested": 0', '"amountRequested": 5000').replace('"totalBudget": 30000', '"totalBudget": 35000'));
    await expect.poll(() => textOf(element), { timeout: 4000 }).toContain('结果：应为 不符合条件，实为 办理中');
    await expect.element(amount).toHaveValue('5,000.00');
    expect(await axeViolations(element)).toEqual([]);
    expect(inlineStyles(element)).toEqual([]);
    await page.getByRole('button', { name: '按现在的结果改这个测试', exact: true }).click();
    expect(testOf(element).expect).toEqual({ outcome: 'pending', reasons: [] });
    await expect.poll(() => textOf(element), { timeout: 4000 }).toContain('现在的结果和预期一样。');
    element.undo();
    element.undo();
    await element.updateComplete;
    expect(element.changedFiles).toEqual([]);
    await expect.element(amount).toHaveValue('0.00');
  });

  it('offers reasons by their titles', async () => {
    const element = await edit();
    const reason = element.shadowRoot?.querySelector<HTMLSelectElement>(`[data-pointer="/tests/${INDEX}/expect/reasons/0"] select`);
    expect(reason?.selectedOptions[0]?.textContent?.trim()).toMatch(/[\u4e00-\u9fff]/);
    expect([...(reason?.options ?? [])].map(({ value }) => value)).toContain('amount-positive');
  });

  it('names what differs in the list of tests, without the words of the file', async () => {
    const scheme = { ...files, [CASE]: (files[CASE] ?? '').replace('"amountRequested": 0', '"amountRequested": 5000') };
    const element = await edit({ files: scheme, place: '' });
    await page.getByRole('button', { name: /^测试（/ }).click();
    await expect.poll(() => element.shadowRoot?.querySelector('.drawer .differences')?.textContent).toContain('结果：应为 不符合条件，实为 办理中');
    expect(element.shadowRoot?.querySelector('.drawer .differences')?.textContent).not.toMatch(/pending|"/);
  });

  it.each([1280, 390])('stands at %i without anything beside the page', async (width) => {
    await page.viewport(width, 900);
    const element = await edit();
    await page.getByText('6项答案：打开申报表查看和修改').click();
    await expect.poll(() => element.shadowRoot?.querySelector('.test-answers cobuild-form')).toBeTruthy();
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(width);
  });
});
