import { readFileSync } from 'node:fs';
import type { Case, Scheme, SchemeTest } from '@cobuild/core';
import { chinaCalendar } from '@cobuild/core';
import { loadSchemeFolder, readSchemeFolder } from '@cobuild/core/node';
import { describe, expect, it } from 'vitest';
import { checkScheme } from '../analysis/index.js';
import { makeCaseTest } from './make-case-test.js';
import { runSchemeTests } from './run-scheme-tests.js';

const folder = (name: string): { readonly scheme: Scheme; readonly cases: readonly Case[] } => ({
  scheme: loadSchemeFolder(`examples/schemes/${name}`).scheme as Scheme,
  cases: readFileSync(`examples/schemes/${name}/cases.jsonl`, 'utf8').trim().split('\n').map((line) => JSON.parse(line) as Case),
});
const options = { calendar: chinaCalendar };

describe('makeCaseTest', () => {
  it.each(['gaoming-demo', 'sanshui-xinan'])('makes tests of every past case of %s that pass as they are', (name) => {
    const { scheme, cases } = folder(name);
    const tests = cases.map((each) => makeCaseTest(scheme, each, options));
    expect(runSchemeTests({ ...scheme, tests }, options).filter(({ passed }) => !passed)).toEqual([]);
    for (const { description, expect: wanted } of tests) {
      expect(description).toMatch(/：.*[\u4e00-\u9fff]/);
      expect(wanted.outcome).toBeDefined();
    }
  });

  it('expects what comes out, so that it fails when the rules come to another end', () => {
    const { scheme, cases } = folder('gaoming-demo');
    const passed = cases.map((each) => makeCaseTest(scheme, each, options)).find(({ expect: { vote } }) => vote === 'passed') as SchemeTest;
    const stricter = { ...scheme, tests: [passed], parameters: { ...scheme.parameters, passRatio: { ...scheme.parameters['passRatio'], value: { p: 1, q: 1 } } } } as Scheme;
    const [result] = runSchemeTests(stricter, options);
    expect(result?.differences.map(({ field }) => field)).toContain('vote');
  });

  it('takes an id that no test of the scheme has, by the letters that ids may have', () => {
    const { scheme, cases } = folder('gaoming-demo');
    const first = makeCaseTest(scheme, { ...(cases[0] as Case), id: '高明 2026/07' }, options);
    expect(first.id).toBe('case-2026-07');
    expect(makeCaseTest({ ...scheme, tests: [first] }, { ...(cases[0] as Case), id: '高明 2026/07' }, options).id).toBe('case-2026-07-2');
  });

  it('makes what the format takes', () => {
    const { scheme, cases } = folder('sanshui-xinan');
    const test = makeCaseTest(scheme, cases[0] as Case, { ...options, locale: 'en' });
    const files = readSchemeFolder('examples/schemes/sanshui-xinan');
    const text = files.read('scheme.json') ?? '';
    const edited = JSON.stringify({ ...(JSON.parse(text) as object), tests: [test] });
    const { problems } = checkScheme({ ...files, read: (path) => (path === 'scheme.json' ? edited : files.read(path)) });
    expect(problems.filter(({ severity, pointer }) => severity === 'error' && pointer.startsWith('/tests'))).toEqual([]);
    expect(test.description).toMatch(/^[\w-]+: /);
  });
});
