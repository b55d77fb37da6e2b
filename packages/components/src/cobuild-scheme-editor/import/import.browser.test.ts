import { strToU8, zipSync } from 'fflate';
import { beforeEach, describe, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { axeViolations } from '../../../test/axe.js';
import { editedTexts } from '../../../test/edited-scheme.js';
import { inlineStyles, mount } from '../../../test/mount.js';
import '../../define/cobuild-scheme-editor.js';
import type { CobuildSchemeEditor } from '../cobuild-scheme-editor.js';
import { unzipTexts, zipTexts } from './zip.js';

const files = editedTexts();
const edit = (properties: Partial<CobuildSchemeEditor> = {}): Promise<CobuildSchemeEditor> => mount<CobuildSchemeEditor>('cobuild-scheme-editor', { files, lang: 'zh-CN', ...properties });
const textOf = (element: CobuildSchemeEditor): string => (element.shadowRoot?.textContent ?? '').replace(/\s+/g, ' ');
const file = (name: string, content: BlobPart): File => new File([content], name);
const archive = (texts: Readonly<Record<string, string>>, name = 'lights'): Uint8Array<ArrayBuffer> => zipTexts(texts, name);

function drag(element: CobuildSchemeEditor, type: 'dragover' | 'dragleave' | 'drop', ...dropped: readonly File[]): DragEvent {
  const dataTransfer = new DataTransfer();
  for (const each of dropped) dataTransfer.items.add(each);
  const event = new DragEvent(type, { dataTransfer, bubbles: true, composed: true, cancelable: true });
  element.shadowRoot?.querySelector('.editor, .start')?.dispatchEvent(event);
  return event;
}

beforeEach(() => page.viewport(1280, 900));

describe('files that are dropped onto cobuild-scheme-editor', () => {
  it('says so while they are held over it, and takes them in as one step', async () => {
    const element = await edit();
    expect(drag(element, 'dragover', file('a.json', '{}')).defaultPrevented).toBe(true);
    await element.updateComplete;
    expect(element.shadowRoot?.querySelector('.file-over')?.getAttribute('data-drop')).toBe('放开，就导入这些文件');
    drag(element, 'dragleave', file('a.json', '{}'));
    await element.updateComplete;
    expect(element.shadowRoot?.querySelector('.file-over')).toBeNull();
    drag(element, 'drop', file('application.json', '{ "id": "application" }'), file('a.json', '{}'));
    await expect.poll(() => element.changedFiles).toEqual(['a.json', 'forms/application.json']);
    element.undo();
    expect(element.changedFiles).toEqual([]);
  });

  it('opens the whole scheme of an archive where nothing is open', async () => {
    const element = await edit({ files: {} });
    drag(element, 'drop', file('lights.zip', archive(files)));
    await expect.poll(() => element.currentFiles).toEqual(files);
    // Nothing was there before that undoing could bring back.
    expect(textOf(element)).toContain(`已打开导入的方案，${Object.keys(files).length}个文件；还没有保存。`);
    expect(element.shadowRoot?.textContent).not.toContain('可以撤销');
  });

  it('refuses file by file what is none of a scheme, in an archive as well, and takes the others', async () => {
    const element = await edit();
    const more = zipSync({ lights: { 'notes.json': strToU8('{}'), 'README.md': strToU8('# 读我'), 'two words.json': strToU8('{}'), '../evil.json': strToU8('{}') }, __MACOSX: { 'x.json': strToU8('') } });
    drag(element, 'drop', file('more.zip', more), file('picture.png', 'PNG'), file('broken.zip', 'PK no archive'), file('large.json', new Uint8Array(5_000_001)));
    await expect.poll(() => textOf(element)).toContain('没有导入的文件');
    const said = [...(element.shadowRoot?.querySelectorAll('.refused-files li') ?? [])].map(({ textContent }) => textContent);
    expect([...said].sort()).toEqual(['picture.png不是 JSON 文件', 'broken.zip打不开，或者里面的文件太多', 'large.json超过 5 MB', 'lights/README.md不是 JSON 文件', 'lights/two words.json的文件名里有不能用的字符', 'lights/../evil.json的文件名里有不能用的字符'].sort());
    expect(element.changedFiles).toEqual(['lights/notes.json']);
    expect(await axeViolations(element)).toEqual([]);
    expect(inlineStyles(element)).toEqual([]);
    await page.getByRole('button', { name: '知道了' }).click();
    await expect.poll(() => textOf(element)).not.toContain('没有导入的文件');
  });

  it('leaves alone what is no file, and what is read only', async () => {
    const element = await edit();
    expect(drag(element, 'dragover').defaultPrevented).toBe(false);
    element.readonly = true;
    await element.updateComplete;
    expect(drag(element, 'drop', file('a.json', '{}')).defaultPrevented).toBe(false);
    expect(element.changedFiles).toEqual([]);
  });

  it('has a button beside it for those who drop nothing', async () => {
    const element = await edit();
    expect(element.shadowRoot?.querySelector<HTMLInputElement>('input[type=file]')?.accept).toContain('.zip');
    await expect.element(page.getByRole('button', { name: '导入', exact: true })).toBeVisible();
  });
});

describe('a whole folder that is chosen', () => {
  it.each([['导入文件夹', 'zh-CN'], ['Import a folder', 'en']])('has a button, and is taken by the paths in it: %s', async (name, lang) => {
    const element = await edit({ files: {}, lang });
    await expect.element(page.getByRole('button', { name, exact: true })).toBeVisible();
    const input = element.shadowRoot?.querySelector<HTMLInputElement>('input[webkitdirectory]');
    // A browser lets no script choose a folder; each of its files knows the path from there.
    const inside = Object.entries(files).map(([path, text]) => Object.defineProperty(file(path.split('/').at(-1) ?? '', text), 'webkitRelativePath', { value: `lights/${path}` }));
    Object.defineProperty(input, 'files', { value: inside });
    input?.dispatchEvent(new Event('change'));
    await expect.poll(() => element.currentFiles).toEqual(files);
    expect([await axeViolations(element), inlineStyles(element)]).toEqual([[], []]);
  });
});

describe('the export of cobuild-scheme-editor', () => {
  it('is an archive of the scheme\'s folder, which importing takes again', async () => {
    await edit();
    const click = HTMLAnchorElement.prototype.click;
    const made: { name: string; blob: Promise<Blob> }[] = [];
    HTMLAnchorElement.prototype.click = function take(this: HTMLAnchorElement) { made.push({ name: this.download, blob: fetch(this.href).then((answer) => answer.blob()) }); };
    try {
      await page.getByRole('button', { name: '导出', exact: true }).click();
      await expect.poll(() => made.length).toBe(1);
    } finally {
      HTMLAnchorElement.prototype.click = click;
    }
    const [one] = made;
    const content = unzipTexts(new Uint8Array(await (await one?.blob ?? new Blob()).arrayBuffer()), 1e6);
    expect(one?.name).toBe('lights.zip');
    expect(Object.fromEntries((content ?? []).map(({ path, text }) => [path, text]))).toEqual(Object.fromEntries(Object.entries(files).map(([path, text]) => [`lights/${path}`, text])));
  });
});

describe('unzipTexts', () => {
  it('reads no archive that holds more than any scheme, nor files that are too large', () => {
    const zeros = new Uint8Array(4_900_000);
    expect(unzipTexts(zipSync(Object.fromEntries(Array.from({ length: 12 }, (_, index) => [`${String(index)}.json`, zeros]))), 5_000_000)).toBeUndefined();
    expect(unzipTexts(zipSync(Object.fromEntries(Array.from({ length: 501 }, (_, index) => [`${String(index)}.json`, new Uint8Array(1)]))), 5_000_000)).toBeUndefined();
    expect(unzipTexts(zipSync({ 'a.json': new Uint8Array(11), 'b.json': strToU8('{}') }), 10)).toEqual([{ path: 'b.json', text: '{}' }, { path: 'a.json', text: undefined }]);
    expect(unzipTexts(new Uint8Array([1, 2, 3]), 10)).toBeUndefined();
  });
});
