import { chinaCalendar } from '@cobuild/core';
import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { folderWork } from '../src/server/check-folder.js';
import { CheckedFolders } from '../src/server/checked-folders.js';
import { SchemeWorkspace } from '../src/server/scheme-workspace.js';
import { newFolder } from './data-template.js';
import { examples } from './portal-harness.js';

let root: string;
let folders: CheckedFolders;
beforeEach(() => {
  root = newFolder('checked');
  for (const name of ['gaoming', 'gaoming-demo', 'sanshui-xinan']) cpSync(join(examples, name), join(root, name), { recursive: true });
  folders = new CheckedFolders(folderWork(chinaCalendar));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const check = (name: string, locale: 'zh-CN' | 'en' = 'zh-CN'): ReturnType<CheckedFolders['check']> => folders.check(join(root, name), locale);
const codes = async (name: string): Promise<string[]> => (await check(name)).problems.map(({ code }) => code);

describe('checked scheme folders', () => {
  it('are checked once as long as their files say the same, in each language', async () => {
    const first = await check('gaoming-demo');
    const file = join(root, 'gaoming-demo/scheme.json');
    writeFileSync(file, readFileSync(file, 'utf8'));

    expect(await check('gaoming-demo')).toBe(first);
    expect(await check('gaoming-demo', 'en')).not.toBe(first);
  });

  it('are checked again when a file of theirs or of their base says something else, and no others are', async () => {
    const [overlay, other] = await Promise.all([check('gaoming-demo'), check('sanshui-xinan')]);
    const file = join(root, 'gaoming/scheme.json');
    const before = readFileSync(file, 'utf8');

    writeFileSync(file, before.replace('"version"', '"version'));
    expect(await codes('gaoming-demo')).toContain('scheme/broken-json');
    expect(await check('sanshui-xinan')).toBe(other);

    writeFileSync(file, before);
    expect(await check('gaoming-demo')).toEqual(overlay);
  });

  it('are checked again when a file that was missing is there', async () => {
    const file = join(root, 'gaoming-demo/scheme.json');
    const text = readFileSync(file, 'utf8');
    rmSync(file);
    expect((await check('gaoming-demo')).scheme).toBeUndefined();

    writeFileSync(file, text);
    expect((await check('gaoming-demo')).scheme?.version).toBe('2.0.0');
  });

  it('are checked once for all who ask meanwhile, and again where a file is saved during the check', async () => {
    const work = folderWork(chinaCalendar);
    let checks = 0;
    const file = join(root, 'gaoming-demo/scheme.json');
    const slow = new CheckedFolders({
      check: async (folder, locale) => {
        checks += 1;
        const found = await work.check(folder, locale);
        if (checks === 1) writeFileSync(file, readFileSync(file, 'utf8').replace('"2.0.0"', '"2.0.1"'));
        return found;
      },
    });
    const both = await Promise.all([slow.check(join(root, 'gaoming-demo'), 'zh-CN'), slow.check(join(root, 'gaoming-demo'), 'zh-CN')]);
    expect(both.map(({ scheme }) => scheme?.version)).toEqual(['2.0.1', '2.0.1']);
    expect(checks).toBe(2);
  });
});

describe('scheme folders at the first start', () => {
  it('are there whole or not at all, and are copied by the next start where one broke off', () => {
    const [from, data] = [join(root, 'from'), join(root, 'data')];
    mkdirSync(join(from, 'one'), { recursive: true });
    for (const name of ['a.json', 'scheme.json']) writeFileSync(join(from, 'one', name), '{}');
    // A pipe cannot be copied: the copy breaks off after the files before it.
    execFileSync('mkfifo', [join(from, 'one/b')]);

    expect(() => SchemeWorkspace.prepare(data, from)).toThrow();
    expect(existsSync(join(data, 'schemes/one'))).toBe(false);

    rmSync(join(from, 'one/b'));
    expect(readdirSync(join(SchemeWorkspace.prepare(data, from), 'one'))).toEqual(['a.json', 'scheme.json']);
    expect(readdirSync(data)).toEqual(['schemes']);
  });

  it('keep what was changed in them', () => {
    const [from, data] = [join(root, 'from'), join(root, 'data')];
    mkdirSync(join(from, 'one'), { recursive: true });
    writeFileSync(join(from, 'one/scheme.json'), '{}');
    const file = join(SchemeWorkspace.prepare(data, from), 'one/scheme.json');
    writeFileSync(file, '{ "id": "mine" }');
    SchemeWorkspace.prepare(data, from);
    expect(readFileSync(file, 'utf8')).toBe('{ "id": "mine" }');
  });
});
