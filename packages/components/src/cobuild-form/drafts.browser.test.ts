import type { FormDefinition, FormDraft, StoredDraft } from '@cobuild/core';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import '../define/cobuild-form.js';
import { axeViolations } from '../../test/axe.js';
import { find, inlineStyles, mount, mountMarkup } from '../../test/mount.js';
import type { DraftStorage } from '../drafts/draft-storage.js';
import { createIndexedDbDrafts } from '../drafts/indexed-db-drafts.js';
import type { CobuildForm } from './cobuild-form.js';

const definition: FormDefinition = {
  id: 'station',
  title: { 'zh-CN': '服务站登记表' },
  schema: { type: 'object', properties: { name: { type: 'string', title: '名称' }, seats: { type: 'integer', title: '座位数' } } },
};
const database = `test-form-drafts-${Math.random()}`;
let count = 0;

const words = (element: Element): string => (element.textContent ?? '').replace(/\s+/g, ' ').trim();
const input = (form: CobuildForm, pointer: string): HTMLInputElement => find(form, `[data-pointer="${pointer}"] input`);
const type = (form: CobuildForm, pointer: string, text: string): Promise<void> => userEvent.fill(input(form, pointer), text);
const saved = (form: CobuildForm): Promise<void> => vi.waitFor(() => expect(find(form, '.saved').className).toMatch(/ saved$/), { timeout: 4000 });
const opened = (form: CobuildForm): Promise<void> => vi.waitFor(() => expect(form.renderRoot.querySelector('.saved')).not.toBeNull());

async function mountWith(drafts: DraftStorage, properties: Partial<CobuildForm> = {}): Promise<CobuildForm> {
  const form = await mount<CobuildForm>('cobuild-form', { definition, drafts, ...properties });
  await opened(form);
  await vi.waitFor(() => expect(form.renderRoot.querySelector('.step, .merge, [role=alert]')).not.toBeNull());
  return form;
}

/** What a host's storage is: an own copy of the draft, whoever saves. */
function sharedStorage(first: FormDraft['answers']): { readonly open: (author: string) => DraftStorage; readonly stored: () => StoredDraft | undefined } {
  let stored: StoredDraft | undefined = { answers: first, savedAt: '2026-03-05T01:00:00Z', revision: 1 };
  const open = (author: string): DraftStorage => ({
    load: () => Promise.resolve(stored),
    save: (answers, draft) => {
      if (stored && draft.revision !== stored.revision) return Promise.resolve({ conflict: stored });
      stored = { ...draft, answers, savedAt: '2026-03-05T02:32:00Z', revision: draft.revision + 1, author: { id: author, name: author } };
      return Promise.resolve({ savedAt: stored.savedAt, revision: draft.revision + 1 });
    },
    remove: () => {
      stored = undefined;
      return Promise.resolve();
    },
  });
  return { open, stored: () => stored };
}

beforeEach(() => page.viewport(1280, 900));

describe('cobuild-form with drafts', () => {
  it('row 19: a stale save leads to a choice between both versions, and nothing is lost', async () => {
    const { open, stored } = sharedStorage({ name: '村口站', seats: 20 });
    const mine = await mountWith(open('张三'));
    const theirs = await mountWith(open('李四'));
    await type(theirs, '/name', '广场站');
    await type(theirs, '/seats', '80');
    await saved(theirs);

    await type(mine, '/name', '球场站');
    const merge = await vi.waitFor(() => find(mine, '.merge'), { timeout: 4000 });
    expect(words(find(merge, '.merge-place'))).toBe('名称 原来：村口站 我填的球场站 对方填的广场站');
    expect(mine.renderRoot.querySelector('.step')).toBeNull();
    find<HTMLInputElement>(merge, 'input[value=mine]').click();
    Array.from(merge.querySelectorAll('button')).find((button) => words(button) === '按选定的保存')?.click();
    await saved(mine);

    expect(stored()?.answers).toEqual({ name: '球场站', seats: 80 });
    expect([input(mine, '/name').value, input(mine, '/seats').value]).toEqual(['球场站', '80']);
  });

  it('saves while it is filled in and resumes after a reload', async () => {
    const key = `draft-${(count += 1)}`;
    const first = await mountWith(createIndexedDbDrafts({ key, database }));
    await type(first, '/name', '村口站');
    await saved(first);
    first.remove();

    const again = await mountWith(createIndexedDbDrafts({ key, database }));

    expect(input(again, '/name').value).toBe('村口站');
    expect(words(find(again, '.saved'))).toMatch(/^已于 \d\d:\d\d 保存$/);
    expect(again.value).toEqual({ name: '村口站' });
  });

  it('shows in one window what another one saved', async () => {
    const key = `draft-${(count += 1)}`;
    const first = await mountWith(createIndexedDbDrafts({ key, database }));
    const second = await mountWith(createIndexedDbDrafts({ key, database }));

    await type(first, '/name', '村口站');

    await vi.waitFor(() => expect(input(second, '/name').value).toBe('村口站'), { timeout: 4000 });
  });

  it('asks before the page is closed only while something is unsaved', async () => {
    const form = await mountWith(sharedStorage({}).open('张三'));
    const asks = (): boolean => !dispatchEvent(new Event('beforeunload', { cancelable: true }));
    const before = asks();
    await type(form, '/name', '村口站');
    const unsaved = asks();
    await saved(form);

    expect([before, unsaved, asks()]).toEqual([false, true, false]);
  });

  it('does not ask when a native form takes the answers away, and saves what is unsaved', async () => {
    const { open, stored } = sharedStorage({});
    const box = await mountMarkup('<form><cobuild-form name="answers"></cobuild-form></form>');
    const form = find<CobuildForm>(box, 'cobuild-form');
    box.addEventListener('submit', (event) => event.preventDefault());
    Object.assign(form, { definition, drafts: open('张三') });
    await opened(form);
    await type(form, '/name', '村口站');

    form.submit();

    expect(dispatchEvent(new Event('beforeunload', { cancelable: true }))).toBe(true);
    await vi.waitFor(() => expect(stored()?.answers).toEqual({ name: '村口站' }));
  });

  it('moves the answers of an earlier form and keeps what has no place', async () => {
    const stored: StoredDraft = {
      formatVersion: 1, form: { id: 'station', version: 1, hash: 'earlier' }, base: {}, revision: 4, savedAt: '2026-03-05T01:00:00Z',
      titles: { '/title': '站名', '/fax': '传真' }, answers: { title: '村口站', fax: '0757-8888' },
    };
    const drafts = { ...sharedStorage({}).open('张三'), load: () => Promise.resolve(stored) };
    const form = await mountWith(drafts, { definition: { ...definition, version: 2, migrations: [{ to: 2, steps: [{ op: 'rename', from: '/title', name: 'name' }] }] } });

    expect(input(form, '/name').value).toBe('村口站');
    expect(words(find(form, '.draft-aside'))).toContain('传真 0757-8888');
  });

  it('lets the draft go when the host says that the answers are in', async () => {
    const { open, stored } = sharedStorage({ name: '村口站' });
    const form = await mountWith(open('张三'));

    form.finishDraft();

    await vi.waitFor(() => expect(stored()).toBeUndefined());
    await type(form, '/name', '球场站');
    expect(dispatchEvent(new Event('beforeunload', { cancelable: true }))).toBe(true);
  });

  it('keeps no draft of what is only shown', async () => {
    const load = vi.fn(() => Promise.resolve(undefined));
    const form = await mount<CobuildForm>('cobuild-form', { definition, readonly: true, drafts: { ...sharedStorage({}).open('张三'), load } });
    await new Promise((resolve) => setTimeout(resolve, 50));

    expect(load).not.toHaveBeenCalled();
    expect(form.renderRoot.querySelector('.saved')).toBeNull();
  });

  it.each(['zh-CN', 'en'])('has no accessibility violation and no inline style in %s', async (lang) => {
    const form = await mountWith(sharedStorage({ name: '村口站' }).open('张三'), { lang });
    form.renderRoot.querySelector<HTMLElement>('.draft-files button')?.click();
    await form.updateComplete;

    expect(find(form, '#draft-file')).toBeInstanceOf(HTMLElement);
    expect(await axeViolations(form)).toEqual([]);
    expect(inlineStyles(form.renderRoot)).toEqual([]);
  });
});

describe('cobuild-form with drafts of answers without names', () => {
  const list: FormDefinition = { id: 'contacts', title: { 'zh-CN': '联系人名单' }, schema: { type: 'array', items: { type: 'object', properties: { name: { type: 'string', title: '姓名' } } } } };
  const question: FormDefinition = { id: 'question', title: { 'zh-CN': '一句话建议' }, schema: { type: 'string', title: '建议' } };

  it('keeps a list in the browser and goes on with it', async () => {
    const key = `list-${(count += 1)}`;
    const first = await mountWith(createIndexedDbDrafts({ key, database }), { definition: list, value: [{ name: '李四' }] as unknown as CobuildForm['value'] });
    await type(first, '/0/name', '王五');
    await saved(first);
    first.remove();

    const second = await mountWith(createIndexedDbDrafts({ key, database }), { definition: list });

    await vi.waitFor(() => expect(second.value).toEqual([{ name: '王五' }]));
    expect(input(second, '/0/name').value).toBe('王五');
  });

  it('keeps a single answer, and lets somebody choose where two people wrote another one', async () => {
    const { open, stored } = sharedStorage('多装一盏灯' as unknown as FormDraft['answers']);
    const mine = await mountWith(open('张三'), { definition: question });
    const theirs = await mountWith(open('李四'), { definition: question });
    await userEvent.fill(find(theirs, '[data-pointer=""] :is(input, textarea)'), '多装两盏灯');
    await saved(theirs);
    await userEvent.fill(find(mine, '[data-pointer=""] :is(input, textarea)'), '多装三盏灯');
    await vi.waitFor(() => expect(mine.renderRoot.querySelector('.merge')).not.toBeNull(), { timeout: 4000 });

    expect(words(find(mine, '.merge'))).toMatch(/建议[\s\S]*多装三盏灯[\s\S]*多装两盏灯|建议[\s\S]*多装两盏灯[\s\S]*多装三盏灯/);
    expect(stored()?.answers).toBe('多装两盏灯');
  });
});
