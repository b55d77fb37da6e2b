import type { FormDefinition, FormDraft, StoredDraft } from '@cobuild/core';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { axeViolations } from '../../test/axe.js';
import { find, inlineStyles, mount } from '../../test/mount.js';
import { smallScheme } from '../../test/small-scheme.js';
import type { CobuildApplication } from '../cobuild-application/cobuild-application.js';
import '../define/cobuild-application.js';
import type { DraftStorage } from './draft-storage.js';
import { createIndexedDbDrafts } from './indexed-db-drafts.js';

const words = (element: Element): string => (element.textContent ?? '').replace(/\s+/g, ' ').trim();
const database = `test-versions-${Math.random()}`;
let count = 0;

const input = (application: CobuildApplication, pointer: string): HTMLInputElement => find(application, `[data-pointer="${pointer}"] input`);

async function mountWith(properties: Partial<CobuildApplication>): Promise<CobuildApplication> {
  const application = await mount<CobuildApplication>('cobuild-application', { scheme: smallScheme, ...properties });
  await vi.waitFor(() => expect(application.renderRoot.querySelector('.step, .merge, [role=alert]')).not.toBeNull());
  return application;
}

/** Types and waits until that is saved or in dispute. */
async function type(application: CobuildApplication, pointer: string, value: string): Promise<void> {
  await userEvent.fill(input(application, pointer), value);
  await application.updateComplete;
}

/** What a host's storage is: an own copy of the draft, whoever saves. */
function sharedStorage(first?: FormDraft['answers']): { readonly open: (author: string) => DraftStorage; readonly stored: () => StoredDraft | undefined } {
  let stored: StoredDraft | undefined = first && { answers: first, savedAt: '2026-03-05T01:00:00Z', revision: 1 };
  const open = (author: string): DraftStorage => ({
    load: () => Promise.resolve(stored),
    save: (answers, draft) => {
      if (stored && draft.revision !== stored.revision) return Promise.resolve({ conflict: stored });
      stored = { ...draft, answers, savedAt: '2026-03-05T02:32:00Z', revision: draft.revision + 1, author: { id: author, name: author } };
      return Promise.resolve({ savedAt: stored.savedAt, revision: draft.revision + 1 });
    },
    remove: () => Promise.resolve(),
  });
  return { open, stored: () => stored };
}

const saved = (application: CobuildApplication): Promise<unknown> => vi.waitFor(() => expect(find(application, '.saved').classList).toContain('saved'), { timeout: 4000 }).then(() => vi.waitFor(() => expect(find(application, '.saved').className).toMatch(/ saved$/), { timeout: 4000 }));
const merging = (application: CobuildApplication): Promise<HTMLElement> => vi.waitFor(() => find(application, '.merge'), { timeout: 4000 });
const button = (application: CobuildApplication, label: string): HTMLElement => {
  const found = Array.from(application.renderRoot.querySelectorAll<HTMLElement>('button')).find((one) => words(one) === label);
  if (!found) throw new Error(`No button ${label}`);
  return found;
};

beforeEach(() => page.viewport(1280, 900));

describe('two people with one application', () => {
  it('row 19: a stale save leads to a choice between both versions, and nothing is lost', async () => {
    const { open, stored } = sharedStorage({ projectName: '村口路灯', households: 20 });
    const mine = await mountWith({ drafts: open('张三') });
    const theirs = await mountWith({ drafts: open('李四') });
    await type(theirs, '/projectName', '文化广场路灯');
    await type(theirs, '/households', '80');
    await saved(theirs);

    await type(mine, '/projectName', '村口和球场路灯');
    const merge = await merging(mine);

    expect(words(find(merge, 'h2'))).toBe('有 1 处两边填的不一样，请选定');
    expect(words(merge)).toContain('李四在2026年3月5日 10:32 也保存过这份申报');
    expect(words(find(merge, '.merge-place'))).toBe('项目名称 原来：村口路灯 我填的村口和球场路灯 对方填的文化广场路灯');
    expect(stored()?.answers).toEqual({ projectName: '文化广场路灯', households: 80 });

    find<HTMLInputElement>(merge, 'input[value=mine]').click();
    button(mine, '按选定的保存').click();
    await saved(mine);

    expect(stored()?.answers).toEqual({ projectName: '村口和球场路灯', households: 80 });
    expect(input(mine, '/projectName').value).toBe('村口和球场路灯');
    expect(input(mine, '/households').value).toBe('80');
  });

  it('joins what both changed in an application that came back, though neither had saved it before', async () => {
    const { open, stored } = sharedStorage();
    const value = { projectName: '村口路灯', households: 20 };
    const mine = await mountWith({ value, drafts: open('张三') });
    const theirs = await mountWith({ value, drafts: open('李四') });
    await type(theirs, '/households', '80');
    await saved(theirs);

    await type(mine, '/projectName', '村口和球场路灯');
    await vi.waitFor(() => expect(stored()?.answers).toEqual({ projectName: '村口和球场路灯', households: 80 }), { timeout: 6000 });

    expect(mine.renderRoot.querySelector('.merge')).toBeNull();
    expect(input(mine, '/households').value).toBe('80');
  });

  it('is decided by keyboard alone, and says what is missing', async () => {
    const { open, stored } = sharedStorage({ projectName: '甲', households: 1 });
    const mine = await mountWith({ drafts: open('张三') });
    const theirs = await mountWith({ drafts: open('李四') });
    await type(theirs, '/projectName', '乙乙');
    await type(theirs, '/households', '2');
    await saved(theirs);
    await type(mine, '/projectName', '丙丙');
    await type(mine, '/households', '3');
    const merge = await merging(mine);
    await vi.waitFor(() => expect(mine.shadowRoot?.activeElement).toBe(merge));

    await userEvent.keyboard('{Tab}{Tab}{Tab}{ArrowDown}{Tab}{Tab}{Enter}');
    await mine.updateComplete;
    expect(words(find(merge, '.merge-missing'))).toBe('还有 1 处没有选定。');
    await vi.waitFor(() => expect((mine.shadowRoot?.activeElement as HTMLInputElement).name).toBe('merge-1'));
    await userEvent.keyboard(' {Tab}{Enter}');
    await saved(mine);

    expect(stored()?.answers).toEqual({ projectName: '乙乙', households: 3 });
  });

  it('joins changes of different answers without asking, and says so', async () => {
    const { open, stored } = sharedStorage({ projectName: '甲甲' });
    const mine = await mountWith({ drafts: open('张三') });
    const theirs = await mountWith({ drafts: open('李四') });
    await type(theirs, '/households', '80');
    await saved(theirs);

    await type(mine, '/projectName', '乙乙');
    await vi.waitFor(() => expect(stored()?.answers).toEqual({ projectName: '乙乙', households: 80 }), { timeout: 4000 });

    expect(input(mine, '/households').value).toBe('80');
    expect(words(find(mine, '.draft-news'))).toContain('有人同时改了这份申报');
  });

  it('takes one side everywhere with one button', async () => {
    const { open, stored } = sharedStorage({});
    const mine = await mountWith({ drafts: open('张三') });
    const theirs = await mountWith({ drafts: open('李四') });
    await type(theirs, '/projectName', '乙乙');
    await type(theirs, '/households', '2');
    await saved(theirs);
    await type(mine, '/projectName', '丙丙');
    await type(mine, '/households', '3');
    await merging(mine);

    button(mine, '全部用对方填的').click();
    await mine.updateComplete;
    button(mine, '按选定的保存').click();
    await saved(mine);

    expect(stored()?.answers).toEqual({ projectName: '乙乙', households: 2 });
  });

  it('shows a list that is in dispute as a whole with its items', async () => {
    const [form] = smallScheme.forms as [FormDefinition];
    const lines = { type: 'array', title: '预算明细', items: { type: 'object', properties: { item: { type: 'string', title: '名称' }, price: { type: 'number', title: '单价', format: 'money' }, note: { type: 'string', title: '备注' } } } };
    const scheme = { ...smallScheme, forms: [{ ...form, schema: { ...form.schema, properties: { ...(form.schema['properties'] as object), lines } } }] };
    const { open } = sharedStorage({ lines: [{ item: '灯杆', price: 1 }] });
    const mine = await mountWith({ scheme, drafts: open('张三') });
    await open('李四').save({}, { revision: 1, answers: {}, base: {}, formatVersion: 1, form: { id: 'application', version: 1, hash: '' }, savedAt: '' });
    mine.model?.setValue('/lines/0/price', 2);
    await type(mine, '/projectName', '甲甲');
    expect(words(find(await merging(mine), '.merge-place'))).toBe('预算明细 原来：1. 灯杆、1.00 元 我填的1. 灯杆、2.00 元 对方填的未填写');
  });

  it('asks before the page is closed while nothing is decided, and saves nothing', async () => {
    const { open, stored } = sharedStorage({});
    const mine = await mountWith({ drafts: open('张三') });
    const theirs = await mountWith({ drafts: open('李四') });
    await type(theirs, '/projectName', '乙乙');
    await saved(theirs);
    await type(mine, '/projectName', '丙丙');
    await merging(mine);

    dispatchEvent(new Event('pagehide'));
    const closing = new Event('beforeunload', { cancelable: true });
    dispatchEvent(closing);

    expect(closing.defaultPrevented).toBe(true);
    expect(stored()?.answers).toEqual({ projectName: '乙乙' });
  });

  it.each(['zh-CN', 'en'])('has no accessibility violation and no inline style in %s', async (lang) => {
    const { open } = sharedStorage({});
    const mine = await mountWith({ drafts: open('张三'), lang });
    const theirs = await mountWith({ drafts: open('李四') });
    await type(theirs, '/projectName', '文化广场路灯');
    await saved(theirs);
    theirs.remove();
    await type(mine, '/projectName', '村口路灯');
    await merging(mine);
    button(mine, lang === 'en' ? 'Save what is chosen' : '按选定的保存').click();
    await mine.updateComplete;

    expect(await axeViolations(mine)).toEqual([]);
    expect(inlineStyles(mine.renderRoot)).toEqual([]);
  });

  it('does not save for ever with a storage that answers every save with a conflict without revision', async () => {
    const save = vi.fn(() => Promise.resolve({ conflict: { answers: {}, savedAt: '2026-03-05T02:32:00Z' } }));
    const application = await mountWith({ drafts: { load: () => Promise.resolve(undefined), save, remove: () => Promise.resolve() } });
    await type(application, '/projectName', '甲甲');
    await vi.waitFor(() => expect(words(find(application, '[role=alert]'))).toContain('没有保存成功'), { timeout: 4000 });
    expect(save).toHaveBeenCalledTimes(1);
  });
});

describe('two windows of one browser', () => {
  it('show what the other saved where nothing is unsaved', async () => {
    const key = `draft-${(count += 1)}`;
    const first = await mountWith({ drafts: createIndexedDbDrafts({ key, database }) });
    const second = await mountWith({ drafts: createIndexedDbDrafts({ key, database }) });

    await type(first, '/projectName', '村口路灯');
    await vi.waitFor(() => expect(input(second, '/projectName').value).toBe('村口路灯'), { timeout: 4000 });

    expect(words(find(second, '.draft-news'))).toContain('这份申报在另一个窗口里改过');
    await type(second, '/households', '7');
    await vi.waitFor(() => expect(input(first, '/households').value).toBe('7'), { timeout: 4000 });
    expect(input(first, '/projectName').value).toBe('村口路灯');
  });

  it('resume after a reload, with the place where everything stood', async () => {
    const key = `draft-${(count += 1)}`;
    const first = await mountWith({ drafts: createIndexedDbDrafts({ key, database }) });
    await type(first, '/projectName', '村口路灯');
    await saved(first);
    first.remove();

    const again = await mountWith({ drafts: createIndexedDbDrafts({ key, database }) });

    expect(input(again, '/projectName').value).toBe('村口路灯');
    expect(words(find(again, '.saved'))).toMatch(/^已于 \d\d:\d\d 保存$/);
  });

  it('tell readers when the answers were saved, once', async () => {
    const key = `draft-${(count += 1)}`;
    const application = await mountWith({ drafts: createIndexedDbDrafts({ key, database }) });
    const spoken = (): string[] => Array.from(application.renderRoot.querySelectorAll('.visually-hidden[role=status]'), words).filter((text) => text.includes('保存'));
    expect(spoken()).toEqual([]);
    await type(application, '/projectName', '村口路灯');
    await vi.waitFor(() => expect(spoken()).toEqual([expect.stringMatching(/^已于 \d\d:\d\d 保存$/)]), { timeout: 4000 });
  });

  it.each([
    ['the browser is full', 'QuotaExceededError', '存储空间用完了'],
    ['nothing may be stored', 'SecurityError', '不允许保存内容'],
  ])('say in words that %s', async (_, name, said) => {
    const key = `draft-${(count += 1)}`;
    const open = vi.spyOn(indexedDB, 'open').mockImplementation(() => {
      throw new DOMException('', name);
    });
    // Reading has to go well, or nothing can be typed.
    const drafts = createIndexedDbDrafts({ key, database });
    const application = await mountWith({ drafts: { ...drafts, load: () => Promise.resolve(undefined) } });
    await type(application, '/projectName', '村口路灯');
    await vi.waitFor(() => expect(words(find(application, '[role=alert]'))).toContain(said), { timeout: 4000 });
    open.mockRestore();
  });
});

describe('a draft of an earlier form', () => {
  const [form] = smallScheme.forms as [FormDefinition];
  const stored: StoredDraft = {
    formatVersion: 1, form: { id: form.id, version: 1, hash: 'earlier' }, base: {}, revision: 4, savedAt: '2026-03-05T01:00:00Z',
    titles: { '/name': '工程名称', '/fax': '传真' }, answers: { name: '村口路灯', fax: '0757-8888' },
  };
  const scheme = { ...smallScheme, forms: [{ ...form, version: 2, migrations: [{ to: 2, steps: [{ op: 'rename' as const, from: '/name', name: 'projectName' }] }] }] };

  it('stands in its new places; what has none is named and kept until nobody wants it', async () => {
    const save = vi.fn<DraftStorage['save']>(() => Promise.resolve({ savedAt: '2026-03-05T02:00:00Z', revision: 5 }));
    const application = await mountWith({ scheme, drafts: { load: () => Promise.resolve(stored), save, remove: () => Promise.resolve() } });

    expect(input(application, '/projectName').value).toBe('村口路灯');
    expect(words(find(application, '.draft-news'))).toContain('您上次填的内容已放到新的位置');
    expect(words(find(application, '.draft-aside'))).toContain('有 1 项以前填的内容，现在的申报表里没有位置');
    expect(words(find(application, '.draft-aside'))).toContain('传真 0757-8888');

    await type(application, '/households', '5');
    await saved(application);
    expect(save.mock.calls[0]?.[1]).toMatchObject({ revision: 4, form: { version: 2 }, aside: [{ pointer: '/fax', value: '0757-8888' }], answers: { projectName: '村口路灯', households: 5 } });

    find(application, '.draft-aside button').click();
    await application.updateComplete;
    expect(application.renderRoot.querySelector('.draft-aside')).toBeNull();
    await vi.waitFor(() => expect(save.mock.calls[1]?.[1]).not.toHaveProperty('aside'), { timeout: 4000 });
  });
});
