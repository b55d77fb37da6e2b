import { chinaCalendar } from '@cobuild/core';
import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { CheckedFolders } from '../src/server/checked-folders.js';
import { newFolder } from './data-template.js';
import { examples } from './portal-harness.js';

let root: string;
let folders: CheckedFolders;
beforeEach(() => {
  root = newFolder('checked');
  for (const name of ['gaoming', 'gaoming-demo', 'sanshui-xinan']) cpSync(join(examples, name), join(root, name), { recursive: true });
  folders = new CheckedFolders(chinaCalendar);
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const check = (name: string, locale: 'zh-CN' | 'en' = 'zh-CN'): ReturnType<CheckedFolders['check']> => folders.check(join(root, name), locale);
const codes = (name: string): string[] => check(name).problems.map(({ code }) => code);

describe('checked scheme folders', () => {
  it('are checked once as long as their files say the same, in each language', () => {
    const first = check('gaoming-demo');
    const file = join(root, 'gaoming-demo/scheme.json');
    writeFileSync(file, readFileSync(file, 'utf8'));

    expect(check('gaoming-demo')).toBe(first);
    expect(check('gaoming-demo', 'en')).not.toBe(first);
  });

  it('are checked again when a file of theirs or of their base says something else, and no others are', () => {
    const [overlay, other] = [check('gaoming-demo'), check('sanshui-xinan')];
    const file = join(root, 'gaoming/scheme.json');
    const before = readFileSync(file, 'utf8');

    writeFileSync(file, before.replace('"version"', '"version'));
    expect(codes('gaoming-demo')).toContain('scheme/broken-json');
    expect(check('sanshui-xinan')).toBe(other);

    writeFileSync(file, before);
    expect(check('gaoming-demo')).toEqual(overlay);
  });

  it('are checked again when a file that was missing is there', () => {
    const file = join(root, 'gaoming-demo/scheme.json');
    const text = readFileSync(file, 'utf8');
    rmSync(file);
    expect(check('gaoming-demo').scheme).toBeUndefined();

    writeFileSync(file, text);
    expect(check('gaoming-demo').scheme?.version).toBe('2.0.0');
  });
});
