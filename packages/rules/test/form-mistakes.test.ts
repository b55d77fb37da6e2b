import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { readSchemeFolder } from '@cobuild/core/node';
import type { Locale, Problem, SchemeFiles } from '@cobuild/core';
import { withValueAt } from '@cobuild/core';
import { describe, expect, it } from 'vitest';
import { checkScheme } from '../src/index.js';

/** One thing that an administrator may get wrong in a form of an example, and what `check` says of it: the file is to be read, and added to, by administrators. */
interface Case {
  readonly mistake: string;
  readonly scheme: string;
  readonly form: string;
  readonly change?: readonly { readonly at: string; readonly to?: unknown; readonly remove?: true }[];
  readonly replace?: { readonly text: string; readonly by: string };
  readonly expect: readonly { readonly severity: string; readonly code: string; readonly at: string; readonly message: string; readonly remedy: string }[];
}

const cases = JSON.parse(readFileSync(fileURLToPath(new URL('form-mistakes.json', import.meta.url)), 'utf8')) as readonly Case[];
const soundProblems = new Map<string, ReadonlySet<string>>();

/** The form lies in the scheme that the demonstration extends. */
const fileOf = ({ scheme, form }: Case): string => `../${scheme.replace(/-demo$/, '')}/forms/${form}`;
const key = ({ code, document, pointer }: Problem): string => `${code} ${document}#${pointer}`;

function folderOf(scheme: string): SchemeFiles {
  return readSchemeFolder(fileURLToPath(new URL(`../../../examples/schemes/${scheme}`, import.meta.url)));
}

/** What a sound example says of itself, such as parts that nothing executes yet. */
function saidAnyway(scheme: string): ReadonlySet<string> {
  const known = soundProblems.get(scheme) ?? new Set(checkScheme(folderOf(scheme)).problems.map(key));
  soundProblems.set(scheme, known);
  return known;
}

function broken(mistake: Case): SchemeFiles {
  const files = folderOf(mistake.scheme);
  const file = fileOf(mistake);
  const text = String(files.read(file));
  const { replace, change = [] } = mistake;
  const written = replace ? text.replace(replace.text, replace.by) : JSON.stringify(change.reduce<unknown>((form, { at, to }) => withValueAt(form, at, to), JSON.parse(text)), null, 2);
  return { ...files, read: (path) => (path === file ? written : files.read(path)) };
}

function found(mistake: Case, locale: Locale): readonly Problem[] {
  return checkScheme(broken(mistake), { locale }).problems.filter((problem) => !saidAnyway(mistake.scheme).has(key(problem)));
}

describe('mistakes in a form', () => {
  it('are many, and each is another one', () => {
    expect(cases.length).toBeGreaterThanOrEqual(40);
    expect(new Set(cases.map(({ mistake }) => mistake)).size).toBe(cases.length);
  });

  it.each(cases.map((each) => [each.mistake, each] as const))('%s', (_mistake, each) => {
    const chinese = found(each, 'zh-CN');
    expect(chinese.map(({ severity, code, pointer, message, remedy = '' }) => ({ severity, code, at: pointer, message, remedy }))).toEqual(each.expect);
    expect(chinese.filter(({ document, line }) => document !== fileOf(each) && line === undefined)).toEqual([]);

    for (const { message, remedy = '' } of chinese) expect([message, remedy].filter((text) => !/[\u4e00-\u9fff]/.test(text))).toEqual([]);
  });

  // One case of each kind of finding: checking all of them again takes long and shows nothing else.
  const ofEachKind = cases.filter(({ expect: expected }, index) => expected.some(({ code }) => !cases.slice(0, index).some((earlier) => earlier.expect.some((other) => other.code === code))));
  it.each(ofEachKind.map((each) => [each.mistake, each] as const))('%s: is told in English too', (_mistake, each) => {
    const english = found(each, 'en');
    expect(english.map(({ pointer }) => pointer)).toEqual(each.expect.map(({ at }) => at));
    for (const { message, remedy = '' } of english) expect([message, remedy].filter((text) => !/[A-Za-z]{2}/.test(text))).toEqual([]);
  });
});
