import { afterEach, describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { axeViolations } from '../../../test/axe.js';
import { editedTexts } from '../../../test/edited-scheme.js';
import { inlineStyles, mount } from '../../../test/mount.js';
import '../../define/cobuild-scheme-editor.js';
import type { CobuildSchemeEditor } from '../cobuild-scheme-editor.js';

let owner = '';
let count = 0;
const place = '/parameters/minHouseholds';
const edit = (properties: Partial<CobuildSchemeEditor> = {}): Promise<CobuildSchemeEditor> => mount<CobuildSchemeEditor>('cobuild-scheme-editor', { files: editedTexts(), autosave: owner, place, lang: 'zh-CN', ...properties });
const textOf = (element: CobuildSchemeEditor): string => (element.shadowRoot?.textContent ?? '').replace(/\s+/g, ' ');
const scheme = (element: CobuildSchemeEditor): string => element.currentFiles['scheme.json'] ?? '';
const value = page.getByLabelText('取值', { exact: true });
/** Another person of each test, so that nobody finds what an earlier test left. */
const somebody = (): void => { owner = `person-${(count += 1)}-${Math.random()}`; };
const changeTo = async (text: string): Promise<void> => { await value.fill(text); await userEvent.tab(); };
const isKept = (element: CobuildSchemeEditor): Promise<void> => expect.poll(() => textOf(element)).toContain('已暂存在这台电脑');
/** The window ends without a word: the element is gone, and nobody told it. */
const end = (element: CobuildSchemeEditor): void => { vi.spyOn(element, 'disconnectedCallback').mockImplementation(() => undefined); element.remove(); };

afterEach(() => vi.restoreAllMocks());

describe('autosave of cobuild-scheme-editor', () => {
  it('offers what was not saved when the scheme is opened again, and restores it as one step', async () => {
    somebody();
    const first = await edit();
    await changeTo('30');
    await isKept(first);
    end(first);

    const element = await edit({ place: '' });
    await page.getByRole('button', { name: /^恢复/ }).click();
    expect(scheme(element)).toContain('"value": 30');
    expect([element.place, element.changedFiles]).toEqual([place, ['scheme.json']]);
    await expect.poll(() => textOf(element)).not.toContain('上次没有保存的修改');
    element.undo();
    expect(element.changedFiles).toEqual([]);
  });

  it('says what changed before anybody restores it', async () => {
    somebody();
    const first = await edit();
    await changeTo('30');
    await isKept(first);
    end(first);
    const element = await edit();
    await page.getByRole('button', { name: /^看改了什么/ }).click();
    await expect.poll(() => textOf(element)).toMatch(/您没有保存的修改参数 1处 改动 「最少受益户数」 20 →改为 30/);
    await expect.poll(() => axeViolations(element)).toEqual([]);
    expect(inlineStyles(element)).toEqual([]);
    expect(scheme(element)).toContain('"value": 20');
  });

  it('keeps the letters of a field that nobody left', async () => {
    somebody();
    const first = await edit();
    await value.fill('45');
    expect(scheme(first)).toContain('"value": 20');
    // What comes by itself meanwhile, such as the moment of keeping, does not take the letters away.
    await new Promise((resolve) => { setTimeout(resolve, 500); });
    await first.updateComplete;
    expect((value.element() as HTMLInputElement).value).toBe('45');
    const element = await edit({ place: '' });
    await expect.poll(() => textOf(element)).toContain('当时正在填写“取值”，还没有填完：45');
  });

  it('offers nothing of a search when the scheme is opened again', async () => {
    // Beside the page, where there is room, the palette stands open.
    await page.viewport(1280, 900);
    somebody();
    const first = await edit({ place: '/forms/0' });
    const search = page.getByRole('searchbox', { name: '查找字段' });
    await search.fill('电话');
    // What comes by itself meanwhile, such as an answer of the checks, leaves the letters where they are.
    await new Promise((resolve) => { setTimeout(resolve, 500); });
    await expect.element(search).toHaveValue('电话');
    end(first);

    const element = await edit({ place: '' });
    await new Promise((resolve) => { setTimeout(resolve, 500); });
    expect(element.shadowRoot?.querySelector('[part~="offer"]')).toBeNull();
    expect(textOf(element)).not.toContain('当时正在填写');
  });

  it('forgets what was saved, and asks before it discards', async () => {
    somebody();
    const first = await edit();
    await changeTo('30');
    await isKept(first);
    first.saved();
    await expect.poll(() => textOf(first)).toContain('没有未保存的修改');
    const saved = first.currentFiles;
    await changeTo('31');
    await isKept(first);
    end(first);

    const element = await edit({ files: saved });
    await page.getByRole('button', { name: /^放弃/ }).click();
    await expect.poll(() => textOf(element)).toContain('放弃后找不回来');
    await page.getByRole('button', { name: /^确定放弃/ }).click();
    await expect.poll(() => textOf(element)).not.toContain('上次没有保存的修改');
    end(element);
    const last = await edit({ files: saved });
    await new Promise((resolve) => { setTimeout(resolve, 200); });
    expect(textOf(last)).not.toContain('上次没有保存的修改');
  });

  it('offers nothing that somebody saved in the same words meanwhile', async () => {
    somebody();
    const first = await edit();
    await changeTo('30');
    await isKept(first);
    const saved = first.currentFiles;
    end(first);
    const element = await edit({ files: saved });
    await new Promise((resolve) => { setTimeout(resolve, 200); });
    expect(textOf(element)).not.toContain('上次没有保存的修改');
  });

  it('tells that somebody else saved the same file since, and what either changed', async () => {
    somebody();
    const first = await edit();
    await changeTo('30');
    await isKept(first);
    end(first);
    const theirs = { ...editedTexts(), 'scheme.json': (editedTexts()['scheme.json'] ?? '').replace('村道照明资金', '村道照明专项资金') };
    const element = await edit({ files: theirs });
    await expect.poll(() => textOf(element)).toContain('此后又有人保存了scheme.json');
    await page.getByRole('button', { name: /^看改了什么/ }).click();
    await expect.poll(() => textOf(element)).toMatch(/您没有保存的修改.*「最少受益户数」 20 →改为 30.*此后保存的修改.*村道照明资金 →改为 村道照明专项资金/);
  });

  it('offers the changes again when the host puts other files in their place, also where nothing is stored', async () => {
    const element = await edit({ autosave: '' });
    await changeTo('30');
    element.files = { ...editedTexts(), 'scheme.json': (editedTexts()['scheme.json'] ?? '').replace('村道照明资金', '村道照明专项资金') };
    await page.getByRole('button', { name: /^用我的内容恢复/ }).click();
    expect(scheme(element)).toContain('"value": 30');
  });

  it('keeps a scheme that was begun and never saved', async () => {
    somebody();
    const first = await edit({ files: {} });
    await page.getByLabelText('方案名称').fill('村道照明资金');
    await page.getByLabelText('方案代号').fill('lamps');
    await page.getByRole('button', { name: '新建' }).click();
    await isKept(first);
    end(first);
    const element = await edit({ files: {} });
    await page.getByRole('button', { name: /^恢复/ }).click();
    await expect.element(page.getByRole('heading', { name: '村道照明资金' })).toBeVisible();
    expect(element.changedFiles).toEqual(['scheme.json', 'forms/application.json']);
  });

  it('leaves the changes of another window alone', async () => {
    somebody();
    const [one, other] = [await edit(), await edit({ place: '' })];
    await value.fill('30');
    await userEvent.tab();
    await isKept(one);
    (other as unknown as { change(change: object): boolean }).change({ kind: 'set', pointer: '/version', value: '2.0.0' });
    await isKept(other);
    one.remove();
    other.remove();
    const element = await edit();
    await expect.poll(() => element.shadowRoot?.querySelectorAll('.offer').length).toBe(2);
  });

  it('says where the browser keeps nothing', async () => {
    somebody();
    vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => { throw new DOMException('full', 'QuotaExceededError'); });
    const element = await edit();
    await changeTo('30');
    await expect.poll(() => textOf(element)).toContain('这台电脑不让暂存，请及时保存');
  });
});
