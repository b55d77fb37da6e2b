/// <reference types="vite/client" />
import type { SchemeTexts } from '@cobuild/core';
import { createSchemeDraft } from '@cobuild/core';
import { describe, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { axeViolations } from '../../test/axe.js';
import { inlineStyles, mount } from '../../test/mount.js';
import '../define/cobuild-scheme-editor.js';
import type { CobuildSchemeEditor } from './cobuild-scheme-editor.js';
import { outlineOf } from './outline.js';

const texts = import.meta.glob<string>('../../../../examples/schemes/*/**/*.json', { query: '?raw', import: 'default' });

async function folder(name: string, prefix = ''): Promise<SchemeTexts> {
  const files = Object.entries(texts).filter(([path]) => path.includes(`/schemes/${name}/`) && !/\/(cases|story)/.test(path));
  return Object.fromEntries(await Promise.all(files.map(async ([path, load]) => [prefix + (path.split(`/schemes/${name}/`)[1] ?? ''), await load()] as const)));
}

/** Schemes that have every part of the format between them, each with the scheme that it extends. */
const SCHEMES = ['gaoming', 'nanhai-matters', 'qianjiang-innovation', 'yangjiang-contest', 'ruyuan-caps', 'datong-sites'] as const;

/** The page of each part, and that of the first thing in it. */
const pagesOf = (document: unknown): readonly string[] => ['', ...outlineOf(document, 'zh-CN').filter(({ absent }) => !absent).flatMap(({ pointer, things }) => [pointer, ...things.slice(0, 1).map((thing) => thing.pointer)]), '/tests', '/tests/0'];

describe('every panel of the scheme editor', () => {
  it.each(SCHEMES)('has no violation, and nothing beyond a phone: %s', async (name) => {
    const files = await folder(`${name}-demo`);
    const base: SchemeTexts = { ...await folder(name, `../${name}/`), ...await folder('four-discussions', '../four-discussions/') };
    const element = await mount<CobuildSchemeEditor>('cobuild-scheme-editor', { files, base, lang: 'zh-CN' });
    const opened: string[] = [];
    element.addEventListener('cobuild-change', () => opened.push('changed by looking'));
    const found: string[] = [];
    const places = pagesOf(createSchemeDraft(files, { base: { read: (path) => base[path] } }).document);
    expect(places.length).toBeGreaterThan(12);
    for (const [index, place] of places.entries()) {
      await page.viewport(index % 2 === 0 ? 1280 : 390, 900);
      element.lang = index % 3 === 0 ? 'en' : 'zh-CN';
      element.place = place;
      await element.updateComplete;
      for (const closed of element.renderRoot.querySelectorAll('details')) closed.open = true;
      await element.updateComplete;
      found.push(...(await axeViolations(element)).map((violation) => `${place}: ${violation}`));
      if (document.documentElement.scrollWidth > innerWidth) found.push(`${place} is ${document.documentElement.scrollWidth} wide in ${innerWidth}`);
    }
    expect(found).toEqual([]);
    expect([inlineStyles(document.body), opened]).toEqual([[], []]);
  });

  it('has none beside the pages either: code, preview, versions, and the lists of the drawer', async () => {
    const element = await mount<CobuildSchemeEditor>('cobuild-scheme-editor', { files: await folder('gaoming-demo'), base: { ...await folder('gaoming', '../gaoming/') }, lang: 'zh-CN', place: '/forms/0' });
    const found: string[] = [];
    const press = async (name: string | RegExp): Promise<void> => {
      await page.getByRole('button', { name, exact: true }).click();
      await element.updateComplete;
      await expect.poll(() => element.renderRoot.querySelector('.source:empty')).toBeNull();
      // Colours on their way are none that anybody reads.
      for (let frame = 0; frame < 2; frame += 1) await new Promise((resolve) => { requestAnimationFrame(resolve); });
      await Promise.all((element.renderRoot as ShadowRoot).getAnimations().map(({ finished }) => finished.catch(() => undefined)));
      found.push(...(await axeViolations(element)).map((violation) => `${String(name)}: ${violation}`));
      if (document.documentElement.scrollWidth > innerWidth) found.push(`${String(name)} is ${document.documentElement.scrollWidth} wide in ${innerWidth}`);
    };
    for (const width of [1280, 390]) {
      await page.viewport(width, 900);
      for (const name of ['源文件', '预览', '版本', '逐项编辑', '谁看得到', '共用字段', '字段和栏目', /^测试（/, /^待决定（/, /^问题（/]) await press(name);
    }
    expect(found).toEqual([]);
  });
});
