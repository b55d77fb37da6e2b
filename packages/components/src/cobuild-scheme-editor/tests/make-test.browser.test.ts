/// <reference types="vite/client" />
import type { Case, SchemeTest, SchemeTexts } from '@cobuild/core';
import { beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { axeViolations } from '../../../test/axe.js';
import { inlineStyles, mount } from '../../../test/mount.js';
import '../../define/cobuild-scheme-editor.js';
import type { CobuildSchemeEditor } from '../cobuild-scheme-editor.js';

const texts = import.meta.glob<string>(['../../../../../examples/schemes/sanshui-xinan/**/*.json'], { query: '?raw', import: 'default', eager: true });
const lines = import.meta.glob<string>(['../../../../../examples/schemes/sanshui-xinan/cases.jsonl'], { query: '?raw', import: 'default', eager: true });
const files: SchemeTexts = Object.fromEntries(Object.entries(texts).map(([path, text]) => [path.split('/sanshui-xinan/')[1] ?? '', text]));
const cases = (Object.values(lines)[0] ?? '').trim().split('\n').map((line) => JSON.parse(line) as Case);
const file = (name: string, text: string): File => new File([text], name, { type: 'application/json' });

const edit = (properties: Partial<CobuildSchemeEditor> = {}): Promise<CobuildSchemeEditor> => mount<CobuildSchemeEditor>('cobuild-scheme-editor', { files, cases, lang: 'zh-CN', ...properties });
const textOf = (element: CobuildSchemeEditor): string => (element.shadowRoot?.textContent ?? '').replace(/\s+/g, ' ');
const documentOf = (element: CobuildSchemeEditor): { readonly tests: readonly SchemeTest[] } => (element as unknown as { session: { draft: { document: { tests: readonly SchemeTest[] } } } }).session.draft.document;
async function choose(element: CobuildSchemeEditor, chosen: readonly File[]): Promise<void> {
  const input = element.shadowRoot?.querySelector<HTMLInputElement>('.import input');
  const transfer = new DataTransfer();
  for (const each of chosen) transfer.items.add(each);
  if (!input) throw new Error('There is no choice of files');
  input.files = transfer.files;
  input.dispatchEvent(new Event('change'));
  await element.updateComplete;
}

beforeEach(() => page.viewport(1280, 900));

describe('tests from cases in cobuild-scheme-editor', () => {
  it('makes a test of a past case by one press, opens it, and it passes', async () => {
    const element = await edit();
    const before = documentOf(element).tests.length;
    await page.getByRole('button', { name: /^测试（/ }).click();
    await page.getByLabelText('用哪件案件生成测试').selectOptions('2');
    await page.getByRole('button', { name: '生成测试' }).click();
    const made = documentOf(element).tests[before];
    expect(made?.case).toEqual(cases[2]);
    expect(made?.expect.outcome).toBeDefined();
    expect(element.place).toBe(`/tests/${before}`);
    await expect.poll(() => textOf(element)).toContain('请核对预期结果');
    await expect.poll(() => element.shadowRoot?.querySelector('.drawer .button.primary')?.textContent?.trim()).toBe(`测试（${before + 1}/${before + 1}）`);
    await expect.poll(() => axeViolations(element)).toEqual([]);
    expect(inlineStyles(element)).toEqual([]);
    element.undo();
    expect(documentOf(element).tests).toHaveLength(before);
  });

  it('makes one of what is filled in in the preview', async () => {
    const element = await edit({ cases: [] });
    await page.getByRole('button', { name: /^测试（/ }).click();
    await expect.poll(() => textOf(element)).toContain('在“预览”里填写一份申报');
    await page.getByRole('button', { name: '预览' }).click();
    await expect.poll(() => element.shadowRoot?.querySelector('cobuild-form')?.shadowRoot?.querySelector('input[type=text], textarea')).toBeTruthy();
    const field = element.shadowRoot?.querySelector('cobuild-form')?.shadowRoot?.querySelector<HTMLElement>('input[type=text], textarea');
    field?.focus();
    await userEvent.keyboard('河堤路灯');
    await userEvent.tab();
    await expect.poll(() => textOf(element)).toContain('预览里填写的申报');
    await page.getByRole('button', { name: '生成测试' }).click();
    expect(JSON.stringify(documentOf(element).tests[documentOf(element).tests.length - 1])).toContain('河堤路灯');
  });
});

describe('import into cobuild-scheme-editor', () => {
  it('opens an exported scheme where nothing is open', async () => {
    const element = await edit({ files: {} });
    await choose(element, [file('xinan.files.json', JSON.stringify(files))]);
    await expect.poll(() => element.currentFiles).toEqual(files);
    expect(element.changedFiles).toEqual(Object.keys(files));
  });

  it('takes single files to where the scheme has them, as one step', async () => {
    const element = await edit();
    const path = Object.keys(files).find((name) => name.includes('/')) ?? 'scheme.json';
    const name = path.split('/').pop() ?? '';
    await choose(element, [file(name, '{ "a": 1 }'), file('extra.json', '{}')]);
    await expect.poll(() => element.changedFiles).toEqual([path, 'extra.json'].sort());
    expect(element.currentFiles[path]).toBe('{ "a": 1 }');
    element.undo();
    expect(element.currentFiles).toEqual(files);
  });

  it('refuses by name what is no file of a scheme, and takes the others', async () => {
    const element = await edit();
    await choose(element, [file('table.xlsx', 'PK\u0000'), file('../evil name.json', '{}'), file('notes.json', '{}')]);
    await expect.poll(() => textOf(element)).toContain('table.xlsx不是 JSON 文件');
    expect(textOf(element)).toContain('的文件名里有不能用的字符');
    expect(element.changedFiles).toEqual(['notes.json']);
  });

  it('puts an export in the place of the whole scheme', async () => {
    const element = await edit();
    await choose(element, [file('other.files.json', JSON.stringify({ 'scheme.json': '{ "id": "other" }' }))]);
    await expect.poll(() => Object.keys(element.currentFiles)).toEqual(['scheme.json']);
    element.undo();
    expect(element.currentFiles).toEqual(files);
  });

  it('says that there is no scheme among the files', async () => {
    const element = await edit({ files: {} });
    await choose(element, [file('forms.json', '{}')]);
    await expect.poll(() => textOf(element)).toContain('这些文件里没有 scheme.json');
  });
});
