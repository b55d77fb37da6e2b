import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { format } from 'node:util';
import { formatSchemas, readCases, schemeCodes } from '@cobuild/core';
import {
  allocationSentences, analysisCodes, checkScheme, cycleSentences, evaluationSentences, paySentences, publicVoteSentences, scoringSentences, tableSentences,
} from '@cobuild/rules';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { DocPage } from './doc-pages.js';
import { blockCount, docPages } from './doc-pages.js';
import usual from './doc-scheme.json' with { type: 'json' };

const repository = fileURLToPath(new URL('../../..', import.meta.url));
const pages = docPages();
const page = (name: string): DocPage => {
  const found = pages.find((each) => each.name === name);
  if (found === undefined) throw new Error(`no page ${name}`);
  return found;
};
const snippets = pages.flatMap(({ name, snippets: all }) => all.map(({ code, output }, index) => ({ file: `${name.replace('.md', '')}-${index + 1}.ts`, code, output })));
/** Inside the repository, so that the packages are found by their names. */
let folder = '';

beforeAll(() => {
  mkdirSync(join(repository, '.cache'), { recursive: true });
  folder = mkdtempSync(join(repository, '.cache/docs-'));
  for (const { file, code } of snippets) writeFileSync(join(folder, file), code);
});
afterAll(() => { rmSync(folder, { recursive: true, force: true }); });

describe('TypeScript on the pages', () => {
  it.each(pages.map((each) => [each.name, each] as const))('%s has an output for every snippet', (_, each) => {
    expect(each.snippets).toHaveLength(blockCount(each, 'ts'));
  });

  it.each(snippets.map((snippet) => [snippet.file, snippet] as const))('%s prints what the page says', async (_, { file, output }) => {
    let printed = '';
    const log = vi.spyOn(console, 'log').mockImplementation((...values: unknown[]) => { printed += `${format(...values)}\n`; });
    try {
      await import(/* @vite-ignore */ join(folder, file));
    } finally {
      log.mockRestore();
    }
    expect(printed).toBe(output);
  });
});

type Part = Readonly<Record<string, unknown>>;
type Kind = 'scheme' | 'case' | 'form';
const kinds: readonly Kind[] = ['scheme', 'case', 'form'];
const keysOf = (schema: Kind): readonly string[] => Object.keys((formatSchemas[schema] as { readonly properties: object }).properties);
const kindOf = (part: Part): Kind | undefined => kinds.find((kind) => Object.keys(part).every((key) => keysOf(kind).includes(key)));
const hasId = (item: unknown): item is { readonly id: string } => item !== null && typeof item === 'object' && 'id' in item;

/** Things with an id take the place of those that have it, or are added; objects are merged. */
function put(into: unknown, part: unknown): unknown {
  if (Array.isArray(into) && Array.isArray(part)) {
    const items: unknown[] = part;
    const replaced = (into as unknown[]).map((old) => items.find((item) => hasId(item) && hasId(old) && item.id === old.id) ?? old);
    return [...replaced, ...items.filter((item) => !replaced.includes(item))];
  }
  const isObject = (value: unknown): value is Part => value !== null && typeof value === 'object' && !Array.isArray(value);
  return isObject(into) && isObject(part) ? { ...into, ...Object.fromEntries(Object.entries(part).map(([key, value]) => [key, put(into[key], value)])) } : part;
}

/** A form on a page, with the parameter that its settings may read. */
const inScheme = (form: Part): Part => ({
  parameters: { cap: { title: { 'zh-CN': '每个项目最多' }, type: 'money', value: 60000, overlay: 'any' } },
  forms: [{ id: 'page', title: { 'zh-CN': '页面' }, ...form }],
});

function problemsOf(part: Part): unknown[] {
  if (kindOf(part) === 'case') {
    const whole = { id: '1', submittedAt: '2026-03-05T09:30:00+08:00', applicant: { id: 'village-7', level: 'village' }, answers: {}, ...part };
    return readCases(JSON.stringify(whole)).flatMap((read) => ('problems' in read ? read.problems.map(({ pointer, message }) => `${pointer} ${message}`) : []));
  }
  const scheme = put(usual, kindOf(part) === 'form' ? inScheme(part) : part);
  const { problems } = checkScheme({ read: (path) => (path === 'scheme.json' ? JSON.stringify(scheme) : undefined) }, { locale: 'en' });
  // What nobody has decided is shown on the pages as well.
  return problems.filter(({ severity }) => severity === 'error' || severity === 'warning').map(({ code, pointer, message }) => `${pointer} ${code} ${message}`);
}

describe('JSON on the pages', () => {
  const parts = pages.flatMap(({ name, parts: all }) => all.map((part, index) => [`${name}, ${index + 1}`, part as Part] as const));

  it('checks against a scheme that has no problem itself', () => {
    expect(problemsOf({})).toEqual([]);
    expect(problemsOf({ thresholds: [{ id: 'a' }] })).not.toEqual([]);
    expect(problemsOf({ scores: [{ reviewer: 1 }] })).not.toEqual([]);
  });

  it.each(parts)('%s is a part of a scheme, of a case or of a form', (_, part) => {
    expect(kindOf(part)).toBeDefined();
  });

  it.each(parts)('%s has no error and no warning', (_, part) => {
    expect(problemsOf(part)).toEqual([]);
  });
});

describe('the table of findings', () => {
  it('has one row for every code, and no other', () => {
    const families = [tableSentences, scoringSentences, allocationSentences, publicVoteSentences, evaluationSentences, paySentences, cycleSentences];
    const codes = [...new Set([...schemeCodes, ...analysisCodes, ...families.flatMap(({ en }) => Object.keys(en))])].map((code) => code.replace('scheme/', ''));
    const rows = [...page('analysis.md').text.matchAll(/^\| `([\w-]+)` \| (\S.*) \|$/gm)].map(([, code = '']) => code);

    expect([...rows].sort()).toEqual([...codes].sort());
  });
});

describe('links', () => {
  const readme = readFileSync(join(repository, 'packages/rules/README.md'), 'utf8');

  it('lead from the README to every page', () => {
    for (const { name } of pages) expect(readme).toContain(`(docs/${name})`);
  });

  it.each(pages.map(({ name }) => name))('lead Storybook to %s', (name) => {
    expect(readFileSync(join(repository, `.storybook/docs/rules-${name.replace('.md', '.mdx')}`), 'utf8')).toContain(`packages/rules/docs/${name}?raw`);
  });

  it.each(pages.map((each) => [each.name, each] as const))('of %s lead to files that exist', (_, { text }) => {
    const targets = [...text.matchAll(/\]\((?!https?:)([^)#]+)/g)].map(([, target = '']) => target);
    expect(targets.filter((target) => !existsSync(join(repository, 'packages/rules/docs', target)))).toEqual([]);
  });
});
