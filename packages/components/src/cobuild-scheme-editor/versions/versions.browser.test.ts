import { beforeEach, describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { axeViolations } from '../../../test/axe.js';
import { editedTexts } from '../../../test/edited-scheme.js';
import { inlineStyles, mount } from '../../../test/mount.js';
import '../../define/cobuild-scheme-editor.js';
import { createSchemeDraft, valueAt } from '@cobuild/core';
import type { CobuildSchemeEditor, SchemeVersion } from '../cobuild-scheme-editor.js';
import { inOrderOf } from './versions-view.js';

const document = createSchemeDraft(editedTexts()).document as { readonly parameters: { readonly minHouseholds: object } };
const version = (number: string, scheme: unknown, more: Partial<SchemeVersion> = {}): SchemeVersion => ({ version: number, hash: `hash-${number}`, publishedAt: '2026-03-05T10:32:00+08:00', active: false, read: () => Promise.resolve(scheme), ...more });
const older = { ...document, parameters: { minHouseholds: { ...document.parameters.minHouseholds, value: 10 } } };
const versions = [version('1.1.0', document, { active: true, publishedBy: '谭主任' }), version('1.0.0', older)];

const open = async (properties: Partial<CobuildSchemeEditor> = {}): Promise<CobuildSchemeEditor> => {
  const element = await mount<CobuildSchemeEditor>('cobuild-scheme-editor', { files: editedTexts(), versions, place: '/parameters/minHouseholds', lang: 'zh-CN', ...properties });
  return element;
};
const turn = (): Promise<void> => page.getByRole('button', { name: '版本', exact: true }).click();
const textOf = (element: CobuildSchemeEditor): string => (element.shadowRoot?.querySelector('.versions')?.textContent ?? '').replace(/\s+/g, ' ');

beforeEach(() => page.viewport(1280, 900));

describe('versions in cobuild-scheme-editor', () => {
  it('holds what is in force against what is being edited, in words by part', async () => {
    const element = await open();
    await page.getByLabelText('取值', { exact: true }).fill('30');
    await userEvent.tab();
    await turn();
    await expect.poll(() => textOf(element)).toMatch(/共1处不同。 ?参数 1处 改动 「最少受益户数」 20 →改为 30/);
    expect(textOf(element)).toMatch(/1\.1\.0 ?2026年3月5日 10:32 ?谭主任 ?现行.*1\.0\.0 ?2026年3月5日 10:32 ?未记录 ?以往/);
    await page.getByRole('button', { name: '「最少受益户数」', exact: true }).click();
    expect(element.place).toBe('/parameters/minHouseholds/value');
  });

  it('compares any two, as sentences and as texts', async () => {
    const element = await open();
    await turn();
    await page.getByLabelText('从', { exact: true }).selectOptions('版本 1.0.0');
    await page.getByLabelText('到', { exact: true }).selectOptions('版本 1.1.0');
    await expect.poll(() => textOf(element)).toContain('「最少受益户数」 10 →改为 20');
    await page.getByRole('button', { name: '文字对照' }).click();
    await expect.poll(() => [...(element.shadowRoot?.querySelectorAll('.lines tr.removed code, .lines tr.added code') ?? [])].map(({ textContent }) => textContent?.trim())).toEqual(['"value": 10,', '"value": 20,']);
    await expect.poll(() => axeViolations(element)).toEqual([]);
    expect(inlineStyles(element)).toEqual([]);
  });

  it('says of a list what came and went, not the whole of it', async () => {
    const element = await open({ versions: [] });
    await page.getByRole('button', { name: '源文件' }).click();
    const { draft } = (element as unknown as { session: { draft: { document: unknown; change(change: object): boolean } } }).session;
    const required = valueAt(draft.document, '/forms/0/schema/required') as readonly string[];
    draft.change({ kind: 'set', pointer: '/forms/0/schema/required', value: [...required, 'households'] });
    await turn();
    await expect.poll(() => textOf(element)).toMatch(/的必填项 影响已打开的草稿 增加：受益户数/);
  });

  it('shows texts where a side cannot be read', async () => {
    const element = await open({ versions: [], files: { ...editedTexts(), 'forms/application.json': '{}' } });
    await page.getByRole('button', { name: '源文件' }).click();
    (element as unknown as { session: { draft: { write(path: string, text: string): void } } }).session.draft.write('scheme.json', '{ broken');
    await turn();
    await expect.poll(() => textOf(element)).toMatch(/还没有发布过。.*scheme\.json.*\{ broken/);
  });

  it('says that a version cannot be fetched, and asks again', async () => {
    const read = vi.fn().mockRejectedValueOnce(new Error('no line')).mockResolvedValue(older);
    const element = await open({ versions: [version('1.0.0', undefined, { read })] });
    await turn();
    await expect.poll(() => textOf(element)).toContain('这个版本取不出来。');
    await page.getByRole('button', { name: '再取一次' }).click();
    await expect.poll(() => textOf(element)).toContain('10 →改为 20');
    expect(read).toHaveBeenCalledTimes(2);
  });

  it('speaks English', async () => {
    const element = await open({ lang: 'en', versions: [version('1.0.0', older)] });
    await page.getByRole('button', { name: 'Versions', exact: true }).click();
    await expect.poll(() => textOf(element)).toContain('1 difference.');
    expect(textOf(element)).toContain('“Fewest households” 10 →becomes 20');
    await expect.poll(() => axeViolations(element)).toEqual([]);
  });
});

describe('inOrderOf', () => {
  it('puts members into the order of the other side, things of lists by their id', () => {
    expect(JSON.stringify(inOrderOf({ b: 1, c: [{ x: 1, id: 'q' }, { x: 2, id: 'p' }], a: 2 }, { a: 0, b: 0, c: [{ id: 'p', x: 0 }] }))).toBe('{"a":2,"b":1,"c":[{"id":"q","x":1},{"id":"p","x":2}]}');
  });
});
