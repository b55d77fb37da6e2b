import type { Scheme } from '@cobuild/core';
import { checkScheme } from '@cobuild/rules';
import { beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { axeViolations } from '../../../test/axe.js';
import { editedTexts } from '../../../test/edited-scheme.js';
import { find, mount } from '../../../test/mount.js';
import '../../define/cobuild-scheme-editor.js';
import type { CobuildSchemeEditor } from '../cobuild-scheme-editor.js';

const REPORT = 'forms/report.json';

/** A scheme with a second form, in a file of its own. */
function twoForms(): Readonly<Record<string, string>> {
  const texts = editedTexts();
  const scheme = JSON.parse(texts['scheme.json'] ?? '') as { readonly forms: readonly unknown[] };
  const report = {
    id: 'report', title: { 'zh-CN': '进度报告', en: 'Report' }, schema: { $schema: 'https://json-schema.org/draft/2020-12/schema', type: 'object', properties: { note: { type: 'string' } } },
    layout: { steps: [{ id: 'one', title: { 'zh-CN': '一', en: 'One' }, sections: [{ id: 'done', title: { 'zh-CN': '进展', en: 'Done' }, fields: ['/note'] }] }] }, fields: { '/note': { title: { 'zh-CN': '说明', en: 'Note' } } },
  };
  return { ...texts, [REPORT]: `${JSON.stringify(report, undefined, 2)}\n`, 'scheme.json': `${JSON.stringify({ ...scheme, forms: [...scheme.forms, { $file: REPORT }] }, undefined, 2)}\n` };
}

const edit = (properties: Partial<CobuildSchemeEditor> = {}): Promise<CobuildSchemeEditor> => mount<CobuildSchemeEditor>('cobuild-scheme-editor', { files: twoForms(), lang: 'zh-CN', place: '/forms/0', ...properties });
const fileOf = (element: CobuildSchemeEditor, path: string): string => element.currentFiles[path] ?? '';
const definitionsOf = (element: CobuildSchemeEditor): NonNullable<Scheme['definitions']> => (JSON.parse(fileOf(element, 'scheme.json')) as Scheme).definitions ?? [];
/** What is wrong besides the parameter that the sample leaves open to overlays. */
const mistakesOf = (element: CobuildSchemeEditor): readonly string[] => checkScheme({ read: (path) => element.currentFiles[path] }).problems.filter(({ severity, pointer }) => severity === 'error' && !pointer.startsWith('/parameters')).map(({ message }) => message);
const said = (element: CobuildSchemeEditor): string => find(element, '.designer-box > [role="status"]').textContent ?? '';
const press = async (name: string): Promise<void> => { await page.getByRole('button', { name, exact: true }).click(); };
const open = async (element: CobuildSchemeEditor, place: string): Promise<void> => { element.place = place; await element.updateComplete; };

/** Both forms ask for an organisation by the definition that comes with the product. */
async function asked(): Promise<CobuildSchemeEditor> {
  const element = await edit();
  find(element, '[data-entry="definition organisation/v1"]').click();
  await open(element, '/forms/1');
  find(element, '[data-entry="definition organisation/v1"]').click();
  await element.updateComplete;
  return element;
}

beforeEach(() => page.viewport(1280, 900));

describe('shared definitions in the form designer', () => {
  it('row 12: puts a ready definition into the scheme and asks for it; what it asks is read, and not changed, where it is used', async () => {
    const element = await asked();
    expect(definitionsOf(element).map(({ schema }) => schema['$id'])).toEqual(['organisation/v1']);
    expect(JSON.parse(fileOf(element, REPORT))).toMatchObject({ schema: { properties: { organisation: { $ref: 'organisation/v1' } } }, layout: { steps: [{ sections: [{ fields: ['/note', '/organisation'] }] }] } });
    const row = find(element, '[data-field="/organisation"]');
    expect(row.textContent?.replace(/\s+/g, ' ')).toContain('单位 第1版');
    const inner = row.querySelector('[aria-label="共用定义“单位”里的问题"]');
    expect(inner?.textContent?.replace(/\s+/g, ' ')).toMatch(/单位名称.*单行文字 · 必填.*统一社会信用代码/);
    expect(inner?.querySelectorAll('button, input')).toHaveLength(0);
    await press('去看这个定义');
    expect(find(element, '.page-title').textContent).toBe('单位 第1版');
    expect(find(element, '.designer-box').textContent).toContain('“单位 第1版”已有表单在用，不能直接改');
    expect(element.shadowRoot?.querySelectorAll('.palette, .designer form, .designer .grip')).toHaveLength(0);
    expect(await axeViolations(element)).toEqual([]);
  });

  it('row 12: a second version is made, one form takes it after it was said what changes, the other stays byte for byte; undo takes it back', async () => {
    const element = await asked();
    const [application, report] = [fileOf(element, 'forms/application.json'), fileOf(element, REPORT)];
    await press('去看这个定义');
    await press('改成新的一版：单位 第1版');
    expect(find(element, '.page-title').textContent).toBe('单位 第2版');
    // What nobody uses yet is changed as a form is.
    await page.getByPlaceholder('名称，按回车添加').fill('所在镇街');
    await userEvent.keyboard('{Enter}');
    await page.getByRole('checkbox', { name: '必填' }).click();
    expect(definitionsOf(element).map(({ schema }) => [schema['$id'], Object.keys(schema['properties'] as object).length])).toEqual([['organisation/v1', 2], ['organisation/v2', 3]]);
    expect([fileOf(element, 'forms/application.json'), fileOf(element, REPORT)]).toEqual([application, report]);

    await open(element, '/forms/1');
    find(element, '[data-row="field /organisation"]').click();
    await press('换成第2版');
    expect(find(element, '.taking').textContent?.replace(/\s+/g, ' ')).toContain('换成“单位 第2版”以后，只有这里会变：');
    expect([...element.shadowRoot?.querySelectorAll('.taking li') ?? []].map((item) => item.textContent)).toEqual(['新增“所在镇街”', '“所在镇街”必填']);
    expect(element.shadowRoot?.activeElement).toBe(find(element, '.taking'));
    expect(await axeViolations(element)).toEqual([]);
    expect(fileOf(element, REPORT)).toBe(report);
    await press('换成第2版');
    expect(said(element)).toBe('已换成“单位 第2版”。');
    expect(fileOf(element, REPORT)).toBe(report.replace('organisation/v1', 'organisation/v2'));
    expect(fileOf(element, 'forms/application.json')).toBe(application);
    expect(find(element, '[data-field="/organisation"]').textContent).toContain('所在镇街');

    await press('撤销');
    expect([fileOf(element, 'forms/application.json'), fileOf(element, REPORT)]).toEqual([application, report]);
    expect(mistakesOf(element)).toEqual([]);
  });

  it('row 12: the preview asks what the version asks', async () => {
    const element = await asked();
    await press('预览');
    await expect.poll(() => element.shadowRoot?.querySelector('cobuild-form')?.shadowRoot?.textContent).toContain('统一社会信用代码');
  });

  it('row 12: a field of one form becomes a definition of the scheme', async () => {
    const element = await edit();
    find(element, '[data-entry="payee"]').click();
    await element.updateComplete;
    await expect.poll(() => [...element.shadowRoot?.querySelectorAll('.field-panel button') ?? []].some(({ textContent }) => textContent?.includes('设为各表单共用的定义'))).toBe(true);
    await page.getByText('其他设置', { exact: true }).click();
    await press('设为各表单共用的定义');
    expect(definitionsOf(element)).toMatchObject([{ id: 'payee-v1', title: { 'zh-CN': '收款账户' }, schema: { $id: 'payee/v1', required: ['name', 'account', 'bank'] }, fields: { '/account': { mask: 'bankAccount' } } }]);
    const form = JSON.parse(fileOf(element, 'forms/application.json')) as Scheme['forms'][number];
    expect(form.schema['properties']).toMatchObject({ payee: { $ref: 'payee/v1' } });
    expect(Object.keys(form.fields ?? {}).filter((key) => key.startsWith('/payee'))).toEqual(['/payee']);
    expect(mistakesOf(element)).toEqual([]);
  });

  it('lists the definitions with who uses them, puts a ready one in, and takes one away that nobody uses', async () => {
    const element = await edit({ place: '/forms/0' });
    await press('共用字段');
    await press('放进方案：预算表');
    expect(definitionsOf(element).map(({ id }) => id)).toEqual(['budget-v1']);
    await press('预算表 第1版');
    expect(find(element, '.designer-box').textContent).toContain('还没有表单在用，可以直接改');
    expect(await axeViolations(element)).toEqual([]);
    await press('删除这一版：预算表 第1版');
    expect(definitionsOf(element)).toEqual([]);
    expect(find(element, '.page-title').textContent).toBe('共用定义');
  });

  it.each([1280, 390])('stands at %i without anything beside the page', async (width) => {
    await page.viewport(width, 900);
    const element = await asked();
    find(element, '[data-row="field /organisation"]').click();
    await element.updateComplete;
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(width);
  });
});
