import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { soundScheme } from '../../test/scheme-files.js';
import { watchSchemeFolders } from './watch-schemes.js';

let root = '';
let close = (): void => undefined;
const folder = (name: string): string => join(root, name);
const write = (path: string, value: object): void => writeFileSync(join(root, path), JSON.stringify(value));
const overlay = { formatVersion: 1, id: 'town', version: '1.0.0', title: { 'zh-CN': '镇' }, extends: '../base' };

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'cobuild-watch-'));
  for (const name of ['base', 'town', 'other']) mkdirSync(folder(name));
  write('base/scheme.json', soundScheme);
  write('town/scheme.json', overlay);
  write('other/scheme.json', { ...soundScheme, id: 'other' });
});
afterEach(() => {
  close();
  rmSync(root, { recursive: true });
});

function watching(names: readonly string[], pollMs = 60_000): ReturnType<typeof vi.fn> {
  const onChange = vi.fn();
  close = watchSchemeFolders(names.map(folder), onChange, { pollMs });
  return onChange;
}
const told = { timeout: 3000, interval: 20 };

describe('watchSchemeFolders', () => {
  it('tells which scheme has changed, once for several writes', async () => {
    const onChange = watching(['town', 'other']);

    write('other/scheme.json', { ...soundScheme, id: 'a' });
    write('other/scheme.json', { ...soundScheme, id: 'ab' });

    await vi.waitFor(() => expect(onChange).toHaveBeenCalledTimes(1), told);
    expect(onChange).toHaveBeenCalledWith([folder('other')]);
  });

  it('tells of a change in a base', async () => {
    const onChange = watching(['town', 'other']);

    write('base/scheme.json', { ...soundScheme, currency: 'HKD' });

    await vi.waitFor(() => expect(onChange).toHaveBeenCalledWith([folder('town')]), told);
  });

  it('follows folders and bases that come later', async () => {
    const onChange = watching(['town']);
    mkdirSync(folder('town/forms'));
    await vi.waitFor(() => expect(onChange).toHaveBeenCalledTimes(1), told);
    write('town/forms/a.json', { a: 1 });
    await vi.waitFor(() => expect(onChange).toHaveBeenCalledTimes(2), told);
    write('town/scheme.json', { ...overlay, extends: '../other' });
    await vi.waitFor(() => expect(onChange).toHaveBeenCalledTimes(3), told);

    write('other/scheme.json', { ...soundScheme, id: 'changed' });

    await vi.waitFor(() => expect(onChange).toHaveBeenCalledTimes(4), told);
  });

  it('sees a file that is replaced by another, as editors save', async () => {
    const onChange = watching(['other']);

    write('other/scheme.tmp', { ...soundScheme, id: 'saved' });
    renameSync(folder('other/scheme.tmp'), folder('other/scheme.json'));

    await vi.waitFor(() => expect(onChange).toHaveBeenCalled(), told);
  });

  it('notices by polling a folder that did not exist', async () => {
    const onChange = watching(['late'], 50);

    mkdirSync(folder('late'));
    write('late/scheme.json', soundScheme);

    await vi.waitFor(() => expect(onChange).toHaveBeenCalledWith([folder('late')]), told);
  });

  it('is silent after it is closed', async () => {
    const onChange = watching(['other'], 50);
    close();

    write('other/scheme.json', { ...soundScheme, id: 'unseen' });

    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(onChange).not.toHaveBeenCalled();
  });
});
