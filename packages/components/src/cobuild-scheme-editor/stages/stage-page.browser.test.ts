/// <reference types="vite/client" />
import type { SchemeTexts } from '@cobuild/core';
import { createSchemeDraft, valueAt } from '@cobuild/core';
import { beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { axeViolations } from '../../../test/axe.js';
import { find, inlineStyles, mount } from '../../../test/mount.js';
import '../../define/cobuild-scheme-editor.js';
import type { CobuildSchemeEditor } from '../cobuild-scheme-editor.js';

const texts = import.meta.glob<string>(['../../../../../examples/schemes/{gaoming,gaoming-demo}/**/*.json'], { query: '?raw', import: 'default', eager: true });
const folder = (name: string, prefix = ''): SchemeTexts => Object.fromEntries(Object.entries(texts).flatMap(([path, text]) => (path.includes(`/schemes/${name}/`) ? [[prefix + (path.split(`/schemes/${name}/`)[1] ?? ''), text]] : [])));
const edit = (properties: Partial<CobuildSchemeEditor> = {}): Promise<CobuildSchemeEditor> => mount<CobuildSchemeEditor>('cobuild-scheme-editor', { files: folder('gaoming'), place: '/stages', lang: 'zh-CN', ...properties });
const stagesOf = (element: CobuildSchemeEditor): readonly unknown[] => valueAt(createSchemeDraft(element.currentFiles, { base: { read: (path) => element.base[path] } }).document, '/stages') as readonly unknown[];
const node = (element: CobuildSchemeEditor, title: string): SVGGElement => {
  const found = [...(element.shadowRoot?.querySelectorAll<SVGGElement>('.stage-node') ?? [])].find(({ ariaLabel }) => ariaLabel?.includes(`“${title}”`));
  if (found === undefined) throw new Error(`no stage ${title}`);
  return found;
};
const drawn = (element: CobuildSchemeEditor): Promise<void> => expect.poll(() => element.shadowRoot?.querySelectorAll('.stage-node').length ?? 0).toBeGreaterThan(4);
const isWithin = (inner: DOMRect, outer: DOMRect): boolean => inner.left >= outer.left - 1 && inner.right <= outer.right + 1 && inner.top >= outer.top - 1 && inner.bottom <= outer.bottom + 1;

beforeEach(() => page.viewport(1280, 900));

describe('the stages as a picture', () => {
  it('shows every stage and every outcome, with no text outside its frame', async () => {
    const element = await edit();
    await drawn(element);
    const stages = stagesOf(element) as readonly { readonly outcomes: readonly unknown[] }[];
    expect(element.shadowRoot?.querySelectorAll('.stage-node[data-node][tabindex]')).toHaveLength(stages.length);
    expect(element.shadowRoot?.querySelectorAll('.stage-label')).toHaveLength(stages.reduce((sum, { outcomes }) => sum + outcomes.length, 0));
    for (const each of element.shadowRoot?.querySelectorAll<SVGGElement>('.stage-node') ?? []) {
      const frame = each.querySelector('.shape:not(.behind)')?.getBoundingClientRect() ?? new DOMRect();
      for (const text of each.querySelectorAll('text')) expect(isWithin(text.getBoundingClientRect(), frame), text.textContent ?? '').toBe(true);
    }
    expect(find(element, '.stage-line.return path')).toBeTruthy();
  });

  it('opens a stage by Enter, and adds one after it that is reached and leads on', async () => {
    const element = await edit();
    await drawn(element);
    const count = stagesOf(element).length;
    node(element, '镇街初审').focus();
    await userEvent.keyboard('{Enter}');
    await expect.element(page.getByRole('heading', { name: '第2个环节“镇街初审”' })).toBeVisible();
    await page.getByRole('button', { name: '在后面添加环节：镇街初审' }).click();
    await expect.poll(() => stagesOf(element).length).toBe(count + 1);
    await expect.element(page.getByRole('heading', { name: '第3个环节“新环节”' })).toBeVisible();
    const stages = stagesOf(element);
    expect(valueAt(stages[1], '/outcomes/0/to')).toBe(valueAt(stages[2], '/id'));
    expect(valueAt(stages[2], '/outcomes/0/to')).toBe(valueAt(stages[3], '/id'));
    element.undo();
    expect(element.changedFiles).toEqual([]);
  });

  it('leads an outcome elsewhere in the picture by keys, and in the panel by its list', async () => {
    const element = await edit();
    await drawn(element);
    node(element, '镇街初审').focus();
    await userEvent.keyboard('{Enter}');
    await page.getByRole('button', { name: /^在图上选：退回/ }).click();
    await expect.element(page.getByText(/正在为“退回补正”选去处/)).toBeVisible();
    node(element, '区级会审').focus();
    await userEvent.keyboard('{Enter}');
    const outcome = (): unknown => (valueAt(stagesOf(element)[1], '/outcomes') as readonly unknown[]).find((each) => valueAt(each, '/kind') === 'return');
    await expect.poll(() => valueAt(outcome(), '/to')).toBe(valueAt(stagesOf(element)[2], '/id'));
    await page.getByLabelText('去哪里：退回补正').selectOptions('未通过（结束）');
    await expect.poll(() => valueAt(outcome(), '/to')).toBe('notApproved');
  });

  it('connects by pointer, and gives up with Escape', async () => {
    const element = await edit();
    await drawn(element);
    const before = element.currentFiles;
    await userEvent.click(find(element, '.stage-label'));
    await page.getByRole('button', { name: /^在图上选：提交/ }).click();
    await userEvent.keyboard('{Escape}');
    await expect.poll(() => element.shadowRoot?.textContent?.includes('正在为')).toBe(false);
    expect(element.currentFiles).toEqual(before);
    await page.getByRole('button', { name: /^在图上选：提交/ }).click();
    await userEvent.click(node(element, '区级会审'));
    await expect.poll(() => valueAt(stagesOf(element)[0], '/outcomes/0/to')).toBe(valueAt(stagesOf(element)[2], '/id'));
    await expect.poll(() => node(element, '镇街初审').querySelector('.warning-text')?.textContent).toContain('到不了');
  });

  it('says what names a stage before it goes, and mends what led to it', async () => {
    const element = await edit();
    await drawn(element);
    const count = stagesOf(element).length;
    await page.getByRole('button', { name: '2. 镇街初审' }).click();
    await page.getByRole('button', { name: '删除环节：镇街初审' }).click();
    await expect.element(page.getByRole('heading', { name: '删除环节“镇街初审”' })).toBeVisible();
    await expect.element(page.getByLabelText('1个结果现在通向它，改为通向：')).toHaveValue(String(valueAt(stagesOf(element)[2], '/id')));
    await page.getByRole('button', { name: '删除', exact: true }).click();
    await expect.poll(() => stagesOf(element).length).toBe(count - 1);
    expect(valueAt(stagesOf(element)[0], '/outcomes/0/to')).toBe(valueAt(stagesOf(element)[1], '/id'));
    element.undo();
    expect(element.changedFiles).toEqual([]);
  });

  it.each([['zh-CN', 1280], ['en', 390]])('has no violation in %s at %d pixels, no style attribute, and scrolls inside its frame', async (lang, width) => {
    await page.viewport(width, 844);
    const element = await edit({ lang });
    await drawn(element);
    find(element, '.stage-label').dispatchEvent(new MouseEvent('click', { bubbles: true }));
    await element.updateComplete;
    expect(await axeViolations(element)).toEqual([]);
    expect(inlineStyles(element)).toEqual([]);
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(width);
  });

  it('lets nobody change what may only be read', async () => {
    const element = await edit({ readonly: true });
    await drawn(element);
    node(element, '镇街初审').focus();
    await userEvent.keyboard('{Enter}');
    await expect.element(page.getByRole('heading', { name: '第2个环节“镇街初审”' })).toBeVisible();
    expect(page.getByRole('button', { name: /添加环节|删除环节|在图上选/ }).elements()).toEqual([]);
  });
});
