import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { soundScheme } from '../../test/scheme-files.js';
import { loadSchemeFolder, readSchemeFolder } from './scheme-folder.js';

let root = '';
const write = (path: string, value: unknown): void => {
  mkdirSync(join(root, path, '..'), { recursive: true });
  writeFileSync(join(root, path), typeof value === 'string' ? value : JSON.stringify(value));
};

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'cobuild-schemes-'));
  write('outside.json', '{"secret": true}');
  write('schemes/base/scheme.json', soundScheme);
  write('schemes/town/scheme.json', { formatVersion: 1, id: 'town', version: '1.0.0', title: { 'zh-CN': '镇' }, extends: '../base' });
});
afterEach(() => rmSync(root, { recursive: true }));

describe('readSchemeFolder', () => {
  it('reads files of the folder and of its siblings', () => {
    const { read } = readSchemeFolder(join(root, 'schemes/town'));
    expect(read('scheme.json')).toContain('"town"');
    expect(read('../base/scheme.json')).toContain('"sound"');
  });

  it('has no text for what is not there, for folders and for whatever lies outside the parent', () => {
    const { read } = readSchemeFolder(join(root, 'schemes/town'));
    for (const path of ['nothing.json', '.', '..', '../base', '../../outside.json', join(root, 'outside.json'), 'a\0b']) expect(read(path)).toBeUndefined();
  });

  it('follows no symbolic link to the outside', () => {
    symlinkSync(join(root, 'outside.json'), join(root, 'schemes/town/link.json'));
    expect(readSchemeFolder(join(root, 'schemes/town')).read('link.json')).toBeUndefined();
  });

  it('lists the JSON files below the folder', () => {
    write('schemes/town/forms/application.json', {});
    write('schemes/town/README.md', '');
    expect(readSchemeFolder(join(root, 'schemes/town')).list?.()).toEqual(['scheme.json', 'forms/application.json']);
  });
});

describe('loadSchemeFolder', () => {
  it('loads an overlay with its base', () => {
    const { scheme, documents } = loadSchemeFolder(join(root, 'schemes/town'));
    expect(scheme?.id).toBe('town');
    expect(documents).toEqual(['scheme.json', '../base/scheme.json']);
  });

  it('refuses a file that is far too large without reading all of it', () => {
    write('schemes/base/scheme.json', `"${'字'.repeat(8_000_000)}"`);
    expect(loadSchemeFolder(join(root, 'schemes/base')).problems.map(({ code }) => code)).toEqual(['scheme/file-too-large']);
  });

  it('names a file in GBK', () => {
    writeFileSync(join(root, 'schemes/base/scheme.json'), Buffer.from([0x7b, 0x22, 0xc3, 0xfb, 0x22, 0x3a, 0x31, 0x7d]));
    expect(loadSchemeFolder(join(root, 'schemes/base')).problems.map(({ code }) => code)).toEqual(['scheme/not-utf8']);
  });
});
