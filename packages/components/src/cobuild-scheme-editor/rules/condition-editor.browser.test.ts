import { beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { axeViolations } from '../../../test/axe.js';
import { editedTexts } from '../../../test/edited-scheme.js';
import { find, mount } from '../../../test/mount.js';
import '../../define/cobuild-scheme-editor.js';
import type { CobuildSchemeEditor } from '../cobuild-scheme-editor.js';

const edit = (properties: Partial<CobuildSchemeEditor> = {}): Promise<CobuildSchemeEditor> => mount<CobuildSchemeEditor>('cobuild-scheme-editor', { files: editedTexts(), lang: 'zh-CN', place: '/eligibility/rules/0', ...properties });
const conditionsOf = (element: CobuildSchemeEditor): unknown => (JSON.parse(element.currentFiles['scheme.json'] ?? '') as { readonly eligibility: { readonly rules: readonly { readonly conditions: unknown }[] } }).eligibility.rules[0]?.conditions;
const sentence = (element: CobuildSchemeEditor): string => find(element, '.sentence').textContent ?? '';
const active = (element: CobuildSchemeEditor): HTMLElement => element.shadowRoot?.activeElement as HTMLElement;

/** Goes on by Tab until the control of a kind has the focus. */
async function tabTo(element: CobuildSchemeEditor, isThere: (control: HTMLElement) => boolean): Promise<void> {
  for (let count = 0; count < 40 && !isThere(active(element)); count += 1) await userEvent.keyboard('{Tab}');
  expect(isThere(active(element))).toBe(true);
}
const labelled = (text: string) => (control: HTMLElement): boolean => control.textContent?.trim() === text || (control as HTMLInputElement).labels?.[0]?.textContent === text;

beforeEach(() => page.viewport(1280, 900));

describe('condition editor', () => {
  it('nests groups three deep, turns them round and takes parts away by keyboard alone, with the sentence beside it', async () => {
    const element = await edit();
    const own = { fact: 'households', operator: 'greaterThanInclusive', value: { fact: 'parameters', path: '$.minHouseholds' } };
    expect(conditionsOf(element)).toEqual({ all: [own] });
    find(element, '.condition select').focus();
    await tabTo(element, labelled('添加条件组'));
    await userEvent.keyboard('{Enter}');
    // The new comparison has the focus.
    const fresh = { fact: 'projectName', operator: 'equal', value: '' };
    expect([conditionsOf(element), labelled('比较什么')(active(element))]).toEqual([{ all: [own, { any: [fresh] }] }, true]);
    await userEvent.keyboard('{ArrowDown}');
    await tabTo(element, labelled('怎样比较'));
    for (let count = 0; count < 12 && (active(element) as HTMLSelectElement).selectedOptions[0]?.textContent !== '小于'; count += 1) await userEvent.keyboard('{ArrowDown}');
    await tabTo(element, (control) => control instanceof HTMLInputElement && labelled('与什么比较')(control));
    await userEvent.keyboard('{Control>}a{/Control}5{Tab}');
    expect(conditionsOf(element)).toEqual({ all: [own, { any: [{ fact: 'households', operator: 'lessThan', value: 5 }] }] });
    // A third level, inside the second.
    await tabTo(element, labelled('添加条件组'));
    await userEvent.keyboard('{Enter}');
    expect(conditionsOf(element)).toEqual({ all: [own, { any: [{ fact: 'households', operator: 'lessThan', value: 5 }, { any: [fresh] }] }] });
    await userEvent.keyboard('{Shift>}{Tab}{/Shift}');
    expect(labelled('条件组')(active(element))).toBe(true);
    await userEvent.keyboard('{ArrowUp}');
    expect(conditionsOf(element)).toEqual({ all: [own, { any: [{ fact: 'households', operator: 'lessThan', value: 5 }, { all: [fresh] }] }] });
    // Turned round, the group has the focus still.
    await userEvent.keyboard('{ArrowDown}{ArrowDown}');
    expect([conditionsOf(element), labelled('条件组')(active(element))]).toEqual([{ all: [own, { any: [{ fact: 'households', operator: 'lessThan', value: 5 }, { not: { any: [fresh] } }] }] }, true]);
    expect(sentence(element)).toContain('受益户数');
    expect(sentence(element)).toContain('5');
    expect(await axeViolations(element)).toEqual([]);
    Array.from(element.renderRoot.querySelectorAll<HTMLElement>('.condition .part > button')).find(({ ariaLabel }) => /^删除“受益户数[^“”、，,]*5[^“”]*”$/.test(ariaLabel ?? ''))?.focus();
    expect(active(element).ariaLabel).toMatch(/^删除“受益户数.*5/);
    await userEvent.keyboard('{Enter}');
    expect(conditionsOf(element)).toEqual({ all: [own, { any: [{ not: { any: [fresh] } }] }] });
    // Whoever removes what has the focus stays in the page.
    expect(active(element)).not.toBeNull();
    while (element.changedFiles.length > 0) element.undo();
    expect(conditionsOf(element)).toEqual({ all: [own] });
  });

  it('compares with another question or a parameter, and offers facts with their types', async () => {
    const element = await edit();
    const fact = page.getByRole('combobox', { name: '比较什么' });
    expect(Array.from((fact.element() as HTMLSelectElement).options, ({ textContent }) => textContent)).toEqual(expect.arrayContaining(['受益户数（整数）', '项目名称（文字）']));
    (page.getByRole('combobox', { name: '其他信息' }).element() as HTMLElement).focus();
    expect((page.getByRole('combobox', { name: '其他信息' }).element() as HTMLSelectElement).selectedOptions[0]?.textContent).toContain('最少受益户数');
    await page.getByRole('combobox', { name: '与什么比较' }).selectOptions('一个值');
    expect(conditionsOf(element)).toEqual({ all: [{ fact: 'households', operator: 'greaterThanInclusive', value: 0 }] });
    const value = page.getByRole('textbox', { name: '与什么比较' });
    await value.fill('很多');
    await userEvent.keyboard('{Tab}');
    expect([(value.element() as HTMLInputElement).validationMessage, conditionsOf(element)]).toEqual(['这里要填数字。', { all: [{ fact: 'households', operator: 'greaterThanInclusive', value: 0 }] }]);
  });

  it('says in plain words what an unfinished condition lacks and leads to it; the code is told in words of the format', async () => {
    const texts = editedTexts();
    const scheme = JSON.parse(texts['scheme.json'] ?? '') as { eligibility: { rules: { conditions: unknown }[] } };
    (scheme.eligibility.rules[0] as { conditions: unknown }).conditions = { all: [{ fact: '', operator: 'equal', value: '' }] };
    const element = await edit({ files: { ...texts, 'scheme.json': JSON.stringify(scheme) } });
    const told = find(element, '.comparison .field-error');
    expect(told.innerText.split('\n').slice(0, 2)).toEqual(['这一条件还没有写完：没有选比较什么', expect.stringContaining('请先选比较什么，再选怎样比较、与什么比较。')]);
    await page.getByRole('button', { name: '去补上', exact: true }).click();
    await expect.poll(() => labelled('比较什么')(active(element))).toBe(true);
    expect(await axeViolations(element)).toEqual([]);
    // The same from the list of problems.
    (element.shadowRoot?.activeElement as HTMLElement).blur();
    await page.getByRole('button', { name: '这一条件还没有写完：没有选比较什么', exact: true }).click();
    await expect.poll(() => labelled('比较什么')(active(element))).toBe(true);
    await page.getByRole('button', { name: '源文件', exact: true }).click();
    await expect.poll(() => find(element, '.drawer').textContent).toContain('同时写明 fact、operator、value');
    await page.getByRole('button', { name: '逐项编辑', exact: true }).click();
    await expect.poll(() => find(element, '.drawer').textContent).toContain('没有选比较什么');
  });
});
