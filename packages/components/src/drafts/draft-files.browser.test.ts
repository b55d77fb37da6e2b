import type { FormDefinition } from '@cobuild/core';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { axeViolations } from '../../test/axe.js';
import { find, inlineStyles, mount } from '../../test/mount.js';
import { smallScheme } from '../../test/small-scheme.js';
import type { CobuildApplication } from '../cobuild-application/cobuild-application.js';
import '../define/cobuild-application.js';

const words = (element: Element): string => (element.textContent ?? '').replace(/\s+/g, ' ').trim();
const mountWith = (properties: Partial<CobuildApplication> = {}): Promise<CobuildApplication> => mount<CobuildApplication>('cobuild-application', { scheme: smallScheme, ...properties });
const passPhrase = '荷城街道 2026 春';

/** What the page would download. */
let downloads: { readonly name: string; readonly blob: Blob }[] = [];
beforeEach(async () => {
  await page.viewport(1280, 900);
  downloads = [];
  let last: Blob | undefined;
  vi.spyOn(URL, 'createObjectURL').mockImplementation((blob) => {
    last = blob as Blob;
    return 'blob:test';
  });
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
    if (last) downloads.push({ name: this.download, blob: last });
  });
});
afterEach(() => {
  vi.restoreAllMocks();
});

async function open(application: CobuildApplication, panel: 'export' | 'import'): Promise<void> {
  find(application, `#draft-file-${panel}`).click();
  await vi.waitFor(() => expect(application.shadowRoot?.activeElement?.id).toBe('draft-file'));
}

async function exported(application: CobuildApplication): Promise<File> {
  await open(application, 'export');
  await userEvent.fill(find(application, '#draft-file-passPhrase'), passPhrase);
  await userEvent.fill(find(application, '#draft-file-again'), passPhrase);
  await userEvent.keyboard('{Enter}');
  await vi.waitFor(() => expect(downloads).toHaveLength(1), { timeout: 20_000 });
  const [download] = downloads.splice(0);
  return new File([download?.blob ?? ''], download?.name ?? '');
}

async function choose(application: CobuildApplication, file: File, phrase = passPhrase): Promise<void> {
  if (application.renderRoot.querySelector('#draft-file') === null) await open(application, 'import');
  await userEvent.upload(find(application, '#draft-file-file'), file);
  await userEvent.fill(find(application, '#draft-file-passPhrase'), phrase);
  await userEvent.keyboard('{Enter}');
}

const fault = (application: CobuildApplication): Promise<string> => vi.waitFor(() => words(find(application, '#draft-file .field-error')), { timeout: 20_000 });

describe('a draft as one encrypted file', () => {
  it('goes out by keyboard, says its name, and comes back on another page', async () => {
    const application = await mountWith({ value: { projectName: '村口路灯', households: 60 } });
    const file = await exported(application);

    expect(file.name).toMatch(/^小项目申报表草稿-\d{4}年\d+月\d+日\.cobuild-draft$/);
    expect(await file.text()).not.toContain('村口路灯');
    await vi.waitFor(() => expect(words(find(application, '.draft-file-done'))).toContain(file.name));
    expect(application.shadowRoot?.activeElement?.id).toBe('draft-file-export');
    application.remove();

    const other = await mountWith();
    await choose(other, file);
    await vi.waitFor(() => expect(other.value).toEqual({ projectName: '村口路灯', households: 60 }), { timeout: 20_000 });
    expect(words(find(other, '.draft-news'))).toContain('已读入文件里的草稿');
    expect(find<HTMLInputElement>(other, '[data-pointer="/projectName"] input').value).toBe('村口路灯');
  });

  it('is joined with what is on the page, and disputed where both differ', async () => {
    const file = await exported(await mountWith({ value: { projectName: '村口路灯', households: 60 } }));
    const other = await mountWith({ value: { projectName: '球场路灯', amount: 100 } });
    await choose(other, file);
    const merge = await vi.waitFor(() => find(other, '.merge'), { timeout: 20_000 });

    expect(words(find(merge, '.merge-place'))).toBe('项目名称 原来：未填写 我填的球场路灯 文件里的村口路灯');
    find<HTMLInputElement>(merge, 'input[value=theirs]').click();
    await other.updateComplete;
    find(merge, '.button.primary').click();
    await other.updateComplete;
    expect(other.value).toEqual({ projectName: '村口路灯', amount: 100, households: 60 });
  });

  it.each([
    ['a short pass phrase', '七个字的密码呀', '七个字的密码呀', '密码至少要 8 个字。', 'draft-file-passPhrase'],
    ['two that differ', passPhrase, `${passPhrase}x`, '两次输入的密码不一样。', 'draft-file-again'],
  ])('is not made with %s', async (_, phrase, again, said, field) => {
    const application = await mountWith();
    await open(application, 'export');
    await userEvent.fill(find(application, '#draft-file-passPhrase'), phrase);
    await userEvent.fill(find(application, '#draft-file-again'), again);
    await userEvent.keyboard('{Enter}');

    expect(await fault(application)).toBe(said);
    await vi.waitFor(() => expect(application.shadowRoot?.activeElement?.id).toBe(field));
    expect(downloads).toEqual([]);
  });

  it('says of each fault what it is, at its field', async () => {
    const first = await mountWith({ value: { projectName: '村口路灯' } });
    const file = await exported(first);
    first.remove();
    const bytes = new Uint8Array(await file.arrayBuffer());
    const application = await mountWith({ value: { projectName: '留着' } });

    await choose(application, new File(['a,b'], 'x.cobuild-draft'));
    expect(await fault(application)).toContain('这不是草稿文件。');
    await choose(application, new File([bytes.slice(0, -3)], 'x.cobuild-draft'));
    await vi.waitFor(async () => expect(await fault(application)).toContain('草稿文件已损坏'));
    await choose(application, new File(['{"cobuild":"draft","version":9}\n'], 'x.cobuild-draft'));
    await vi.waitFor(async () => expect(await fault(application)).toContain('更新版本'));
    await choose(application, file, '不是这个密码');
    await vi.waitFor(async () => expect(await fault(application)).toContain('密码不对。'), { timeout: 20_000 });
    expect(application.shadowRoot?.activeElement?.id).toBe('draft-file-passPhrase');
    expect(await axeViolations(application)).toEqual([]);
    expect(inlineStyles(application.renderRoot)).toEqual([]);
    expect(application.value).toEqual({ projectName: '留着' });
  });

  it('is refused where it belongs to another form', async () => {
    const [form] = smallScheme.forms as [FormDefinition];
    const scheme = { ...smallScheme, forms: [{ ...form, id: 'other' }], stages: smallScheme.stages.map((stage) => (stage.method === 'application' ? { ...stage, form: 'other' } : stage)) };
    const file = await exported(await mountWith({ scheme, value: { projectName: '村口路灯' } }));
    const application = await mountWith();
    await choose(application, file);
    expect(await fault(application)).toBe('这份草稿是另一张申报表的，不能读入这里。');
  });

  it('closes by Escape and gives the focus back', async () => {
    const application = await mountWith();
    await open(application, 'import');
    await userEvent.keyboard('{Escape}');
    await vi.waitFor(() => expect(application.shadowRoot?.activeElement?.id).toBe('draft-file-import'));
    expect(application.renderRoot.querySelector('#draft-file')).toBeNull();
  });

  it('does not hold up the page while the key is made: its timers go on between the slices of the work', async () => {
    let ticks = 0;
    const element = await mountWith({ value: { projectName: '村口路灯' } });
    await open(element, 'export');
    await userEvent.fill(find(element, '#draft-file-passPhrase'), passPhrase);
    await userEvent.fill(find(element, '#draft-file-again'), passPhrase);
    const timer = setInterval(() => { ticks += downloads.length === 0 ? 1 : 0; }, 1);
    await userEvent.keyboard('{Enter}');
    await vi.waitFor(() => expect(downloads).toHaveLength(1), { timeout: 20_000 });
    clearInterval(timer);
    // Work in one piece leaves no room for a single one.
    expect(ticks).toBeGreaterThan(2);
  });
});
