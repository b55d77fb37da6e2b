import type { Attachment, AttachmentsValue, FormDefinition } from '@cobuild/core';
import { filesToSubmit } from '@cobuild/core';
import { beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import '../../../../define/cobuild-form.js';
import type { CobuildForm } from '../../../../cobuild-form/cobuild-form.js';
import type { MemoryFileStoreOptions } from '../../../../hosts/memory-file-store.js';
import { createMemoryFileStore } from '../../../../hosts/memory-file-store.js';
import { axeViolations } from '../../../../../test/axe.js';
import { everyRecord } from '../../../../../test/every-record.js';
import { find, inlineStyles } from '../../../../../test/mount.js';
import { mountRecord } from '../../../../../test/mount-record.js';

const AT = '2026-03-05T09:00:00+08:00';
const stored = (id: string, over: Partial<Attachment> = {}): Attachment => ({ id, kind: 'plan', name: `${id}.pdf`, size: 2048, type: 'application/pdf', hash: '0'.repeat(64), scan: 'clean', uploadedAt: AT, ...over });
const plan = (size = 10, name = '实施方案.pdf', type = 'application/pdf'): File => new File([new Uint8Array(size)], name, { type });

function mountFiles(value: unknown = {}, store: MemoryFileStoreOptions = {}, properties: Partial<CobuildForm> = {}): Promise<CobuildForm> {
  return mountRecord(everyRecord.attachments, value, { hosts: { files: createMemoryFileStore({ now: () => AT, ...store }) }, ...properties });
}
const recordOf = (form: CobuildForm): AttachmentsValue | undefined => form.value['record'] as AttachmentsValue | undefined;
const listed = (form: CobuildForm): readonly string[] => Array.from(form.renderRoot.querySelectorAll('.file-name'), ({ textContent }) => textContent?.trim() ?? '');
const text = (form: CobuildForm): string => find(form, '[data-pointer="/record"]').textContent?.replace(/\s+/g, ' ') ?? '';

/** Presses a button that is drawn anew while the upload goes on. */
const press = (form: CobuildForm, name: string): void => find<HTMLButtonElement>(form, `button[aria-label="${name}"]`).click();

/** What a person chooses in the window of the browser. */
function choose(form: CobuildForm, files: readonly File[], at = 0): void {
  const input = form.renderRoot.querySelectorAll<HTMLInputElement>('.file-input')[at] as HTMLInputElement;
  const transfer = new DataTransfer();
  for (const file of files) transfer.items.add(file);
  input.files = transfer.files;
  input.dispatchEvent(new Event('change', { bubbles: true }));
}

beforeEach(() => page.viewport(1280, 900));

describe('files', () => {
  it('are sent to the host, and only what is known of them is the answer', async () => {
    const form = await mountFiles();
    choose(form, [plan()]);

    await expect.poll(() => recordOf(form)).toEqual([{ id: 'memory-1', kind: 'plan', name: '实施方案.pdf', size: 10, type: 'application/pdf', hash: '01d448afd928065458cf670b60f5a594d735af0172c8d67f22a81680132681ca', scan: 'clean', uploadedAt: AT }]);
    expect(text(form)).toContain('已通过安全检查');
    form.model?.setValue('/projectName', '服务站');
    expect(form.submit()).toBe(true);
  });

  it('can be dropped', async () => {
    const form = await mountFiles();
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(plan());
    find(form, '.attachments .record-part').dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }));

    await expect.poll(() => recordOf(form)?.length).toBe(1);
  });

  it.each([
    ['of another type', [plan(10, '方案.exe', 'application/x-msdownload')], 0, '“方案.exe”的类型不能上传'],
    ['that are empty', [plan(0)], 0, '是空文件'],
    ['that are too large', [plan(5 * 1024 * 1024 + 1)], 0, '每个文件最大5 MB'],
    ['more than are let in', [plan(10, 'a.pdf'), plan(10, 'b.pdf')], 0, '“实施方案”最多上传1个'],
    ['that are too large together', [4, 4, 4].map((size, index) => plan(size * 1024 * 1024, `${index}.png`, 'image/png')), 1, '文件合计12 MB'],
  ])('%s are refused with a sentence before they are sent', async (_what, files, at, sentence) => {
    const form = await mountFiles({}, { delayMs: 100_000 });
    choose(form, files, at);

    expect(find(form, '.refused').textContent).toContain(sentence);
    expect(form.renderRoot.querySelectorAll('.uploading')).toHaveLength(files.length - 1);
  });

  it('at the limit of size are taken', async () => {
    const form = await mountFiles({}, { delayMs: 100_000 });
    choose(form, [plan(5 * 1024 * 1024)]);

    expect(form.renderRoot.querySelectorAll('.uploading')).toHaveLength(1);
  });

  it('can be paused and gone on with from where they stopped', async () => {
    const form = await mountFiles({}, { chunkSize: 4, delayMs: 100 });
    choose(form, [plan(40)]);
    await expect.poll(() => Number(form.renderRoot.querySelector('progress')?.getAttribute('value'))).toBeGreaterThan(0);
    press(form, '暂停“实施方案.pdf”');
    const sent = form.renderRoot.querySelector('progress')?.getAttribute('value');
    await new Promise((resolve) => setTimeout(resolve, 250));
    const later = form.renderRoot.querySelector('progress')?.getAttribute('value');
    const meanwhile = recordOf(form);

    press(form, '继续“实施方案.pdf”');

    await expect.poll(() => recordOf(form)?.length, { timeout: 8000 }).toBe(1);
    expect([later, meanwhile]).toEqual([sent, undefined]);
  });

  it('whose connection broke say so and go on when asked to', async () => {
    let breaks = true;
    const form = await mountFiles({}, { chunkSize: 4, fails: (_file, sent) => breaks && sent === 8 });
    choose(form, [plan(12)]);
    await expect.poll(() => text(form)).toContain('没有上传完');
    breaks = false;
    await userEvent.click(page.getByRole('button', { name: '重试“实施方案.pdf”' }));

    await expect.poll(() => recordOf(form)?.length).toBe(1);
  });

  it('that the host does not take are named with its reason, and hold nothing back', async () => {
    const reason = '文件内容与扩展名不符。';
    const form = await mountFiles([stored('a')], {}, { hosts: { files: { upload: () => ({ resume: () => Promise.reject(Object.assign(new Error('422'), { refused: reason })), pause: () => undefined, cancel: () => undefined }) } } });
    choose(form, [plan(10, 'b.png', 'image/png')], 1);

    await expect.poll(() => form.renderRoot.querySelector('.refused')?.textContent).toContain(`“b.png”没有收下：${reason}`);
    expect([form.renderRoot.querySelectorAll('.uploading').length, form.submit()]).toEqual([0, true]);
  });

  it('that are cancelled never become an answer', async () => {
    const form = await mountFiles({}, { chunkSize: 4, delayMs: 30 });
    choose(form, [plan(40)]);
    press(form, '取消“实施方案.pdf”');
    await new Promise((resolve) => setTimeout(resolve, 500));

    expect([recordOf(form), listed(form)]).toEqual([undefined, []]);
  });

  it.each([
    ['zh-CN', '“附件”：“b.png”还没有上传完，现在不能提交', '请等“附件”的文件上传完再提交，不交的可以取消上传'],
    ['en', '“Files”: “b.png” has not been uploaded completely, so the form cannot be submitted yet', 'Submit when the files of “Files” have arrived; an upload that is not wanted can be cancelled'],
  ])('hold a submit back while they are on their way, also where none is asked for, in %s', async (lang, sentence, remedy) => {
    const form = await mountFiles([stored('a')], { delayMs: 100_000 }, { lang });
    choose(form, [plan(10, 'b.png', 'image/png')], 1);
    const before = form.renderRoot.querySelectorAll('.field-error').length;
    const went = form.submit();
    await form.updateComplete;
    const told = [text(form), find(form, '#error-summary').textContent ?? ''];
    find(form, '#error-summary .link').click();
    await expect.poll(() => form.shadowRoot?.activeElement?.getAttribute('aria-label')).toContain('b.png');
    find<HTMLButtonElement>(form, '.uploading button:last-of-type').click();
    await form.updateComplete;

    expect([before, went]).toEqual([0, false]);
    for (const place of told) expect([place.includes(sentence), place.includes(remedy)]).toEqual([true, true]);
    expect([text(form).includes(sentence), form.submit()]).toEqual([false, true]);
  });

  it('that are on their way or broken let the form go once they are there', async () => {
    let breaks = true;
    const form = await mountFiles([stored('a')], { chunkSize: 4, fails: () => breaks });
    choose(form, [plan(8, 'b.png', 'image/png')], 1);
    await expect.poll(() => text(form)).toContain('没有上传完');
    const broken = form.submit();
    breaks = false;
    press(form, '重试“b.png”');
    await expect.poll(() => recordOf(form)?.length).toBe(2);

    expect([broken, form.submit()]).toEqual([false, true]);
    expect(text(form)).not.toContain('没有上传完');
  });

  it('go on while their step is not shown, and are there when somebody comes back', async () => {
    let breaks = true;
    const layout: FormDefinition['layout'] = { show: 'steps', steps: [{ id: 'files', title: { 'zh-CN': '材料' }, sections: [{ id: 'files', fields: ['/record'] }] }, { id: 'name', title: { 'zh-CN': '项目' }, sections: [{ id: 'name', fields: ['/projectName'] }] }] };
    const form = await mountRecord({ ...everyRecord.attachments, layout }, [stored('a')], { hosts: { files: createMemoryFileStore({ now: () => AT, chunkSize: 4, delayMs: 20, fails: (file, sent) => breaks && file.name === 'c.png' && sent === 4 }) } });
    choose(form, [plan(8, 'b.png', 'image/png'), plan(8, 'c.png', 'image/png')], 1);
    await form.focusField('/projectName');
    const isAway = form.renderRoot.querySelector('.attachments') === null;
    await expect.poll(() => recordOf(form)?.length).toBe(2);
    const held = form.checkValidity();
    await form.focusField('/record');
    await expect.poll(() => text(form)).toContain('没有上传完');
    breaks = false;
    press(form, '重试“c.png”');

    await expect.poll(() => recordOf(form)?.map(({ name }) => name)).toEqual(['a.pdf', 'b.png', 'c.png']);
    expect([isAway, held, form.checkValidity()]).toEqual([true, false, true]);
  });

  it('row 28: in quarantine block a submit, and those of a part that was left out do not go', async () => {
    const form = await mountFiles({}, { scan: () => 'infected' });
    form.model?.setValue('/projectName', '服务站');
    choose(form, [plan()]);
    await expect.poll(() => recordOf(form)?.[0]?.scan).toBe('quarantined');
    const went = form.submit();
    await form.updateComplete;
    const told = find(form, '[data-cell="/0"] .field-error').textContent;

    expect(went).toBe(false);
    expect(told).toContain('没有通过安全检查');
    const answers = { record: [stored('a')], works: { quotes: [stored('b')] } };
    expect(filesToSubmit(answers, { files: ['/record', '/works/quotes'], without: ['/works'] }).map(({ pointer }) => pointer)).toEqual(['/record/0']);
  });

  it('that are being checked are asked about until it is known', async () => {
    const form = await mountFiles([stored('x', { id: 'memory-1', scan: 'pending' })], {}, {});
    const store = form.hosts?.files as ReturnType<typeof createMemoryFileStore>;
    (store.files as Map<string, File>).set('memory-1', plan());
    const before = [text(form), form.checkValidity()];

    await expect.poll(() => recordOf(form)?.[0]?.scan, { timeout: 6000 }).toBe('clean');
    expect(before).toEqual([expect.stringContaining('正在做安全检查'), false]);
    expect(form.checkValidity()).toBe(true);
  });

  it('that are missing are told at their kind, where the line of the summary leads, until one is there', async () => {
    const form = await mountFiles([stored('b', { kind: 'photos', name: 'b.png', type: 'image/png' })]);
    form.submit();
    await form.updateComplete;
    const line = find(form, '#error-summary .link');
    const told = Array.from(form.renderRoot.querySelectorAll('[data-pointer="/record"] .field-error'), (error) => error.closest('[data-cell]')?.getAttribute('data-cell'));
    line.click();
    const input = form.renderRoot.querySelectorAll<HTMLInputElement>('.file-input')[0] as HTMLInputElement;
    await expect.poll(() => form.shadowRoot?.activeElement).toBe(input);
    const asked = [line.textContent, told, input.getAttribute('aria-invalid')];
    choose(form, [plan()]);
    await expect.poll(() => recordOf(form)?.length).toBe(2);
    await form.updateComplete;

    expect(asked).toEqual(['“实施方案”至少上传1个，现有0个', ['/#plan'], 'true']);
    expect([form.renderRoot.querySelectorAll('[data-pointer="/record"] .field-error').length, input.hasAttribute('aria-invalid'), form.submit()]).toEqual([0, false, true]);
  });

  it('can be removed, and brought back', async () => {
    const form = await mountFiles([stored('a')]);
    await userEvent.click(page.getByRole('button', { name: '删除“a.pdf”' }));
    const after = recordOf(form);
    await userEvent.click(page.getByRole('button', { name: '撤销' }));

    expect([after, recordOf(form)]).toEqual([undefined, [stored('a')]]);
  });

  it('have a blank document to download where the host has one, and no link that is a script', async () => {
    const form = await mountFiles({}, { templates: { 'plan-template': new Blob(['x']) } });
    const link = find<HTMLAnchorElement>(form, 'a[download]');
    form.hosts = { files: { upload: () => { throw new Error('unused'); }, link: () => 'javascript:alert(1)' } };
    form.model?.setValue('/record', [stored('a')]);
    await form.updateComplete;

    expect(link.href).toMatch(/^blob:/);
    expect(form.renderRoot.querySelectorAll('[data-pointer="/record"] a')).toHaveLength(0);
  });

  it('cannot be chosen on a page that has no place for them, which says so', async () => {
    const form = await mountFiles({}, {}, { hosts: {} });

    expect(text(form)).toContain('现在不能上传文件');
    expect(form.renderRoot.querySelectorAll('.file-input')).toHaveLength(0);
  });

  it.each([[[null, 3, { name: 7 }]], [{ x: 1 }], [[{ ...stored('a'), kind: 'other' }]]])('draws %j', async (value) => {
    const form = await mountFiles(value);

    expect(form.renderRoot.querySelector('.attachments')).not.toBeNull();
  });

  it.each(['zh-CN', 'en'])('has no accessibility violation in %s, with files, uploads and problems', async (lang) => {
    const form = await mountFiles([stored('a', { scan: 'quarantined' }), stored('b', { kind: 'photos', scan: 'failed', name: 'b.png', type: 'image/png' })], { delayMs: 100_000 }, { lang });
    choose(form, [plan(10, 'c.png', 'image/png'), plan(10, 'x.exe', 'a/b')], 1);
    form.submit();
    await form.updateComplete;

    expect(await axeViolations(form)).toEqual([]);
    expect(inlineStyles(document.body)).toEqual([]);
  });

  it.each(['zh-CN', 'en'])('stay inside 390 px in %s', async (lang) => {
    await page.viewport(390, 800);
    const form = await mountFiles([stored('一个名字很长很长很长很长很长很长很长很长很长很长的实施方案文件2026年修订版')], {}, { lang });

    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(390);
    expect(find(form, '.record').scrollWidth).toBeLessThanOrEqual(390);
  });
});
