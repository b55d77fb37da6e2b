import { describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { exampleBase, exampleFiles, exampleNames } from '../../test/example-folders.js';
import { find, mount } from '../../test/mount.js';
import '../define/cobuild-scheme-editor.js';
import type { CobuildSchemeEditor, CobuildSchemeFilesDetail } from './cobuild-scheme-editor.js';

/** What one text says in the place of another: all between what both begin and end with. */
function between(before: string, after: string): readonly [gone: string, came: string] {
  let start = 0;
  while (start < before.length && before[start] === after[start]) start += 1;
  let end = 0;
  while (end < before.length - start && end < after.length - start && before[before.length - 1 - end] === after[after.length - 1 - end]) end += 1;
  return [before.slice(start, before.length - end), after.slice(start, after.length - end)];
}

describe('every example scheme in the editor', () => {
  it('is one of a good number', () => {
    expect(exampleNames.length).toBeGreaterThan(15);
  });

  it.each(exampleNames)('%s is given back byte for byte; one edit is the only difference, and undone it is none', async (name) => {
    await page.viewport(1280, 900);
    const files = await exampleFiles(name);
    const element = await mount<CobuildSchemeEditor>('cobuild-scheme-editor', { files, base: await exampleBase(files), lang: 'zh-CN' });
    const kept: CobuildSchemeFilesDetail[] = [];
    element.addEventListener('cobuild-save', (event) => kept.push((event as unknown as CustomEvent<CobuildSchemeFilesDetail>).detail));
    // Every page of it is looked at, and nothing is written by that.
    for (const place of ['/forms/0', '/eligibility', '/stages', '/parameters', '/publicity', '/tests', '']) {
      element.place = place;
      await element.updateComplete;
    }
    expect([element.currentFiles, element.changedFiles]).toEqual([files, []]);
    const title = find<HTMLTextAreaElement>(element, '[data-pointer="/title"] textarea');
    const was = title.value;
    title.focus();
    title.setSelectionRange(was.length, was.length);
    await userEvent.keyboard('甲');
    expect(element.changedFiles).toEqual(['scheme.json']);
    await page.getByRole('button', { name: '保存', exact: true }).click();
    const [saved] = kept;
    expect(saved?.changedFiles).toEqual(['scheme.json']);
    for (const path of Object.keys(files)) if (path !== 'scheme.json') expect(saved?.files[path]).toBe(files[path]);
    const [gone, came] = between(files['scheme.json'] ?? '', saved?.files['scheme.json'] ?? '');
    // A title of its own has one letter more; one that the base says is said anew, in words of its own.
    if ((files['scheme.json'] ?? '').includes(was)) expect([gone, came]).toEqual(['', '甲']);
    else expect([gone, came.replace(/\s/g, '')]).toEqual(['', expect.stringContaining(`{"zh-CN":"${was}甲"`.replace(/\s/g, ''))]);
    element.undo();
    expect([element.currentFiles, element.changedFiles]).toEqual([files, []]);
  });
});
