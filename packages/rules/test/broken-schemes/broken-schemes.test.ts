import { readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { readSchemeFolder } from '@cobuild/core/node';
import { analysisCodes, checkScheme } from '@cobuild/rules';

const folder = fileURLToPath(new URL('.', import.meta.url));
const mistakes = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory() && entry.name !== 'base').map(({ name }) => name);

/** What an expectation says of a problem; `nearest` where one is suggested. */
const outline = (name: string): unknown[] =>
  checkScheme(readSchemeFolder(`${folder}${name}`)).problems.map(({ code, severity, document, line, column, pointer, params }) => ({
    code, severity, place: `${document}:${String(line)}:${String(column)}`, pointer, ...(params['nearest'] === undefined ? {} : { nearest: params['nearest'] }),
  }));

describe('broken schemes', () => {
  it('start from a base that has no problem', () => {
    expect(outline('base')).toEqual([]);
  });

  it.each(mistakes)('%s is found with its exact places', (name) => {
    expect(outline(name)).toEqual(JSON.parse(readFileSync(`${folder}${name}/expected.json`, 'utf8')));
  });

  it.each(mistakes)('%s is explained in both languages, with a way out', (name) => {
    for (const locale of ['zh-CN', 'en'] as const) {
      for (const { code, message, remedy } of checkScheme(readSchemeFolder(`${folder}${name}`), { locale }).problems) {
        // What is quoted is in the language of the scheme.
        const own = message.replace(/"[^"]*"/g, '');
        expect(own).toMatch(locale === 'en' ? /^[^\u4e00-\u9fff]*\.$/ : /[\u4e00-\u9fff]/);
        expect(`${message}${remedy ?? ''}`).not.toMatch(/undefined|\[object/);
        if ((analysisCodes as readonly string[]).includes(code)) expect(remedy).toMatch(locale === 'en' ? /\.$|\?$/ : /。$|？$/);
      }
    }
  });
});
