import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { loadSchemeFolder } from '../src/node/index.js';
import type { Problem } from '../src/index.js';

// Each folder is a scheme with one kind of mistake, named by it, most of them overlays of `sound`, which has none.
const root = fileURLToPath(new URL('broken-schemes', import.meta.url));
const folders = readdirSync(root, { withFileTypes: true }).filter((entry) => entry.isDirectory()).map(({ name }) => name);

const place = ({ code, severity, document, pointer, line }: Problem): object => ({ code, severity, document, pointer, line });

describe('broken schemes', () => {
  it('are there', () => {
    expect(folders.length).toBeGreaterThanOrEqual(45);
  });

  it.each(folders)('%s has exactly the expected problems', (folder) => {
    const expected: unknown = JSON.parse(readFileSync(join(root, folder, 'expected.json'), 'utf8'));

    const { problems, scheme } = loadSchemeFolder(join(root, folder));

    expect(problems.map(place)).toEqual(expected);
    expect(scheme === undefined).toBe(problems.some(({ severity }) => severity === 'error'));
  });

  it.each(folders)('%s is told in plain Chinese and English', (folder) => {
    const chinese = loadSchemeFolder(join(root, folder), { locale: 'zh-CN' }).problems;
    const english = loadSchemeFolder(join(root, folder), { locale: 'en' }).problems;

    expect(english.map(place)).toEqual(chinese.map(place));
    for (const { message } of chinese) expect(message).toMatch(/[\u4e00-\u9fff]/);
    for (const { message } of english) expect(message).toMatch(/^["A-Z].*\.$/s);
    for (const { code, message, remedy = '' } of [...chinese, ...english]) {
      expect(message).not.toContain(code);
      expect(message + remedy).not.toMatch(/undefined|\[object|NaN/);
    }
  });
});
