import { readFileSync, readdirSync } from 'node:fs';
import { relative, sep } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Locale, Terms } from '@cobuild/core';
import { inTermsOf, reckonBudget } from '@cobuild/core';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';

/** Where words stand that follow the terms of a scheme in another way, or speak of the file itself, in the words of its format. */
const OTHERWISE: readonly (readonly [place: RegExp, reason: string])[] = [
  [/^core\/src\/locales\/(message|terms)\.ts$/, 'the way itself'],
  [/^core\/src\/records\/.*-words\.ts$|^core\/src\/records\/(record-problems|indicators\/check-indicators|budget\/reckon-budget|place-label)\.ts$/, 'said by `findings` and `wordIn` of the records, tested below and there'],
  [/^core\/src\/records\/discussions\/four-discussions\.ts$|^core\/src\/form\/(derived-sections|field-tree)\.ts$|^core\/src\/editing\/ready-definitions\.ts$|^components\/src\/cobuild-scheme-editor\/forms\/(palette|new-titles)\.ts$/, 'titles that a document may hold just so'],
  [/^rules\/src\/statistics\//, 'titles of groups and measures, as a document may hold them'],
  [/^core\/src\/(scheme|jsonforms|case)\/|^core\/src\/locales\/scheme-(words|titles-only)\.ts$|^core\/src\/drafts\/check-migrations\.ts$/, 'for those who write the file or make it in the editor'],
  [/^core\/src\/form\/definition-check\/|^core\/src\/locales\/schema-remedies\.ts$/, 'for those who write the file'],
  [/^core\/src\/calendar\/dates\.ts$/, 'names of days'],
  [/^components\/src\/(cobuild-status\/status-shape|internal\/document-shapes)\.ts$/, 'shapes of documents'],
  [/^rules\/src\/locales\//, 'said by `ruleMessage`, tested there'],
  [/^rules\/src\/(node|analysis|scheme-tests|tabular|allocation|pay|cycle|scoring|vote|public-vote|evaluation|decision-tables|decision|contracts|duplicates|conditions)\//, 'for those who write or test the file'],
];

const packages = fileURLToPath(new URL('../..', import.meta.url));
const sources = ['core', 'rules', 'components'].flatMap((name) => filesIn(`${packages}${name}/src`)).map((path) => ({ path, name: relative(packages, path).split(sep).join('/') }));

function filesIn(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) return entry.name === 'generated' ? [] : filesIn(path);
    return /\.ts$/.test(path) && !/\.(test|stories|styles|d)\.ts$/.test(path) ? [path] : [];
  });
}

/** Tables of both languages in a file: those in a call of `wordTables`, and the others by their lines. */
function tablesIn(path: string): { readonly declared: number; readonly loose: readonly number[] } {
  const file = ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.Latest, true);
  let declared = 0;
  const loose: number[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && node.expression.getText(file) === 'wordTables') {
      declared += 1;
      return;
    }
    const names = ts.isObjectLiteralExpression(node) ? node.properties.map((property) => (property.name && ts.isStringLiteral(property.name) ? property.name.text : property.name?.getText(file))) : [];
    if (names.includes('zh-CN') && names.includes('en')) loose.push(file.getLineAndCharacterOfPosition(node.getStart(file)).line + 1);
    else ts.forEachChild(node, visit);
  };
  visit(file);
  return { declared, loose };
}

type Tables = Readonly<Record<Locale, unknown>>;

const isTables = (value: unknown): value is Tables => typeof value === 'object' && value !== null && value.constructor.name === 'WordTables';

/** Stands for any parameter of a sentence: has every member, is a list of nothing, reads as 7. */
const anything: unknown = new Proxy(() => undefined, {
  get: (_, key) => (key === Symbol.toPrimitive ? () => '7' : key === Symbol.iterator ? [][Symbol.iterator].bind([]) : key === 'toString' ? () => '7' : anything),
  apply: () => anything,
});

/** Each text and sentence of a table by its place. */
function sayings(table: unknown, place = ''): readonly (readonly [place: string, say: () => unknown])[] {
  if (typeof table === 'string') return [[place, () => table]];
  if (typeof table === 'function') return [[place, () => (table as (...args: readonly unknown[]) => unknown)(anything, anything, anything, anything)]];
  if (typeof table !== 'object' || table === null) return [];
  return Object.entries(table).flatMap(([key, part]) => sayings(part, `${place}/${key}`));
}

const at = (table: unknown, place: string): (() => unknown) => sayings(table).find(([each]) => each === place)?.[1] ?? (() => undefined);

/** The longest run of letters that stands in a sentence: what a district may call otherwise. */
const longestWord = (text: string): string => (text.replace(/undefined|7/g, '·').match(/[\p{L}]+(?:[ ’][\p{L}]+)*/gu) ?? []).reduce((longest, word) => (word.length > longest.length ? word : longest), '');

const files = sources.map((source) => ({ ...source, ...tablesIn(source.path) }));
// Steps of a budget are made of amounts; the test at the end reads them.
const declaring = files.filter(({ declared, name }) => declared > 0 && !name.endsWith('/word-tables.ts') && !name.endsWith('/budget-words.ts'));

describe('row 97: words that stand in both languages', () => {
  it('are declared by wordTables, so that they follow the terms of a scheme', () => {
    const loose = files.filter(({ loose: lines, name }) => lines.length > 0 && !OTHERWISE.some(([place]) => place.test(name)));

    expect(loose.map(({ name, loose: lines }) => `${name}:${lines.join(',')}`)).toEqual([]);
  });

  it('are found in the sources', () => {
    expect(declaring.length).toBeGreaterThan(30);
  });

  it.each(OTHERWISE.map(([place, reason]) => [String(place), reason, place] as const))('stand otherwise in %s: %s', (_name, _reason, place) => {
    expect(files.some(({ name, loose, declared }) => place.test(name) && (loose.length > 0 || declared > 0)) || String(place).includes('rules')).toBe(true);
  });

  it.each(declaring.filter(({ name }) => /words[^/]*\.ts$|\/messages\.ts$/.test(name)).map(({ name, path }) => ({ name, path })))('are replaced everywhere in $name', async ({ path }) => {
    const module = (await import(pathToFileURL(path).href)) as Readonly<Record<string, unknown>>;
    const tables = Object.values(module).filter(isTables);
    expect(tables).not.toEqual([]);

    for (const table of tables) {
      for (const locale of ['zh-CN', 'en'] as const) {
        for (const [place, say] of sayings(table[locale])) {
          const usual = say();
          const word = typeof usual === 'string' ? longestWord(usual) : '';
          if (word === '') continue;
          const terms: Terms = { [word]: { 'zh-CN': '§', en: '§' } };
          expect(inTermsOf(terms, () => at(table[locale], place)()), `${place}: ${String(usual)}`).toContain('§');
          expect(say(), place).toBe(usual);
        }
      }
    }
  });

  it('are replaced in the steps and problems of a record', () => {
    const terms: Terms = { 总费用: { 'zh-CN': '全部开支' }, 支出内容: { 'zh-CN': '用途' }, 每个项目的上限: { 'zh-CN': '项目封顶' } };
    const said = inTermsOf(terms, () => reckonBudget({ lines: [{ item: '', quantity: 1, unitPrice: 5 }], requested: 5 }, { perProjectCap: 'UNDECIDED' }));

    expect(said.problems.map(({ message }) => message).join()).toContain('用途');
    expect(said.steps.map(({ message }) => message).join()).toContain('全部开支：');
    expect(said.problems.find(({ code }) => code === 'records/undecided')?.message).toContain('项目封顶');
  });

  it('stand in a file of words, where this test reads them, or beside the one element that says them', () => {
    const elsewhere = declaring.filter(({ name }) => !/words[^/]*\.ts$|\/messages\.ts$/.test(name)).map(({ name }) => name.replace(/^.*\//, ''));

    expect(elsewhere.sort()).toEqual(['cobuild-case-list.ts', 'cobuild-identity-switch.ts', 'current-form.ts', 'given-documents.ts', 'print-buttons.ts', 'record-texts.ts', 'source-note.ts', 'title-with-errors.ts']);
  });
});
