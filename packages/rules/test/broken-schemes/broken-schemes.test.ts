import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Condition, DecisionTable, Grading, LoadResult, NamedConditions, PayRule, Problem, ProblemExample, Scheme } from '@cobuild/core';
import { chinaCalendar, resolveParameters, valueAt } from '@cobuild/core';
import { readSchemeFolder } from '@cobuild/core/node';
import { analysisCodes, checkScheme, computePay, decide, evaluateCondition, evaluateDecisionTable, findUnpinned, grade, isCaseTest, pinningProblems, scoreSheet, splitAward } from '@cobuild/rules';
import { describe, expect, it } from 'vitest';
import { partCodes } from '../../src/analysis/part-findings.js';

const folder = fileURLToPath(new URL('.', import.meta.url));
const sources = fileURLToPath(new URL('../../src/', import.meta.url));
const examples = fileURLToPath(new URL('../../../../examples/schemes/', import.meta.url));
const foldersIn = (path: string): string[] => readdirSync(path, { withFileTypes: true }).filter((entry) => entry.isDirectory()).map(({ name }) => name);
const mistakes = foldersIn(folder).filter((name) => name !== 'base');
const unpinned = mistakes.filter((name) => existsSync(`${folder}${name}/unpinned.json`));
const checked = new Map<string, LoadResult>();
/** Each scheme is checked once; what follows only looks. */
const check = (name: string, path = `${folder}${name}`): LoadResult => {
  const result = checked.get(path) ?? checkScheme(readSchemeFolder(path));
  checked.set(path, result);
  return result;
};

/** What an expectation says of a problem; `nearest` where one is suggested. */
const outline = (problems: readonly Problem[]): unknown[] =>
  problems.map(({ code, severity, document, line, column, pointer, params }) => ({
    code, severity, place: `${document}:${String(line)}:${String(column)}`, pointer, ...(params['nearest'] === undefined ? {} : { nearest: params['nearest'] }),
  }));
const expected = (name: string, file = 'expected.json'): unknown => JSON.parse(readFileSync(`${folder}${name}/${file}`, 'utf8'));

describe('broken schemes', () => {
  it('are at least sixty, and start from a base that has no problem', () => {
    expect(mistakes.length).toBeGreaterThanOrEqual(60);
    expect(outline(check('base').problems)).toEqual([]);
  });

  it.each(mistakes)('%s is found with its exact places', (name) => {
    expect(outline(check(name).problems)).toEqual(expected(name));
  });

  it.each(mistakes)('%s is explained in both languages, with a way out', (name) => {
    for (const locale of ['zh-CN', 'en'] as const) {
      const { problems } = locale === 'en' ? checkScheme(readSchemeFolder(`${folder}${name}`), { locale }) : check(name);
      for (const { code, message, remedy } of problems) {
        // What is quoted is in the language of the scheme.
        const own = message.replace(/"[^"]*"|“[^”]*”/g, '');
        expect(own).toMatch(locale === 'en' ? /^[^\u4e00-\u9fff]+$/ : /[\u4e00-\u9fff]/);
        expect(`${message}${remedy ?? ''}`).not.toMatch(/undefined|\[object|“”|属于和|""/);
        if (!(analysisCodes as readonly string[]).includes(code)) continue;
        expect(remedy).toMatch(locale === 'en' ? /\.$|\?$/ : /。$|？$/);
        if (locale === 'en') expect(own).toMatch(/\.$/);
      }
    }
  });

  it.each(mistakes)('%s is told without names of the file where there are titles', (name) => {
    const reasoned = check(name).problems.filter(({ code }) => /never-true|always-true|beyond-form|contradict|redundant|exclude-all|rules-same|rule-implied|hidden-field|answer-may|value-blocks|value-idle|not-an-option$|value-is-text/.test(code));
    for (const { message } of reasoned) {
      expect(message).not.toMatch(/\b(all|any|not)\(|\$\.|\b(households|minHouseholds|opensOn|meetingOn|applicant)\b|“(category|lines|uses|enough|added\d*)”/);
      expect(message).not.toMatch(/“”|「」/);
    }
  });

  it('are one each of everything that reasoning finds', () => {
    const found = new Set(mistakes.flatMap((name) => [...check(name).problems, ...(unpinned.includes(name) ? pinningProblems(check(name), { calendar: chinaCalendar }) : [])].map(({ code }) => code)));
    // Two are told when a scheme is published; a condition of ten thousand parts is no file to keep.
    const elsewhere: readonly string[] = ['scheme/test-failed', 'scheme/version-used', 'scheme/condition-too-large'];
    expect(analysisCodes.filter((code) => !found.has(code) && !elsewhere.includes(code))).toEqual([]);
  });

  it('leave no code of any part of the engine without an expectation: here, or in the tests of the part', () => {
    const found = new Set(mistakes.flatMap((name) => check(name).problems).map(({ code }) => code));
    const quoted = readdirSync(sources, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.test.ts')).map((path) => readFileSync(sources + path, 'utf8')).join('\n');
    const isQuoted = (code: string): boolean => new RegExp(`[\\s'\`]${code}[\\s'\`]`).test(quoted);
    expect(partCodes.length).toBeGreaterThan(120);
    expect(partCodes.filter((code) => !found.has(code) && !isQuoted(code))).toEqual([]);
  });
});

describe('thresholds that no test pins', () => {
  it.each(unpinned)('%s is found with its exact places, in a scheme without other problems', (name) => {
    expect(expected(name)).toEqual([]);
    expect(outline(pinningProblems(check(name), { calendar: chinaCalendar }))).toEqual(expected(name, 'unpinned.json'));
  });

  it.each(unpinned)('%s is pinned by the test that is suggested', (name) => {
    const { scheme } = check(name);
    if (scheme === undefined) throw new Error(`${name} does not load`);
    const suggested = findUnpinned(scheme, { calendar: chinaCalendar }).flatMap(({ suggestion }, index) => (suggestion === undefined ? [] : [{ ...suggestion, id: `at-limit-${index}` }]));
    const unnoticed = (tests: Scheme['tests']): number => findUnpinned({ ...scheme, tests: tests ?? [] }, { calendar: chinaCalendar }).reduce((sum, each) => sum + each.unnoticed.length, 0);
    expect(suggested.length).toBeGreaterThan(0);
    expect(unnoticed([...(scheme.tests ?? []), ...suggested])).toBeLessThanOrEqual(unnoticed(scheme.tests) - suggested.length);
    for (const test of suggested.filter(isCaseTest)) expect(decide(scheme, test.case, { calendar: chinaCalendar, ...(test.set === undefined ? {} : { parameters: test.set }), ...(test.today === undefined ? {} : { today: test.today }) })).toMatchObject({ eligibility: test.expect.eligibility, outcome: test.expect.outcome });
  });
});

type Reality = Readonly<Record<string, unknown>>;
type Example = ProblemExample & { readonly facts: Readonly<Record<string, unknown>> };
/** `/evaluation/pay/0/parts/1/bands`: the part of the scheme that the pattern leads to. */
const partAt = <Part>(scheme: unknown, pointer: string, pattern: RegExp): Part => valueAt(scheme, pattern.exec(pointer)?.[0] ?? '/nowhere') as Part;

/** The place in the whole scheme of one in the file that holds the evaluation. */
function inScheme(locate: LoadResult['locate'], document: string, pointer: string): string {
  const { document: file, pointer: start } = locate('/evaluation');
  return file === document && !pointer.startsWith('/evaluation') && pointer.startsWith(start) ? `/evaluation${pointer.slice(start.length)}` : pointer;
}

/** Graded by the marks alone: how they come from several inputs is another matter. */
function gradingAt(scheme: Scheme, pointer: string): Grading {
  const { inputs: _, ...grading } = partAt<Grading>(resolveParameters(scheme), pointer, /^\/evaluation\/gradings\/\d+/);
  return grading;
}

/** What each part of the engine gives for the facts of a counter-example, by the code of what is claimed. */
const realities: readonly (readonly [RegExp, (scheme: Scheme, pointer: string, example: Example) => Reality])[] = [
  [/pay-(gap|overlap)$/, (scheme, pointer, { facts, gives }) => {
    const { parts } = computePay(partAt<PayRule>(scheme, pointer, /^\/evaluation\/pay\/\d+/), facts);
    return { part: gives['part'], outcome: parts.find(({ id }) => id === gives['part'])?.outcome };
  }],
  [/grade-(gap|overlap)$/, (scheme, pointer, { facts }) => ({ without: grade(gradingAt(scheme, pointer), [{ id: 'one', score: facts['score'] as number }]).items[0]?.without })],
  [/grade-(places-run-out|over-pot|over-pot-from)$/, (scheme, pointer, { facts }) => {
    // All of them with different marks, so that nothing is open.
    const projects = Array.from({ length: Number(facts['projects']) }, (_, index) => ({ id: `p${index}`, score: 100 - index }));
    const { items, reward } = grade(gradingAt(scheme, pointer), projects);
    const graded = items.filter((item) => item.grade !== undefined).length;
    return { graded, without: projects.length - graded, outcome: reward.outcome, over: reward.over };
  }],
  [/tranches-not-whole$/, ({ allocation }, _, { facts }) => ({ outcome: splitAward(allocation ?? {}, Number(facts['award'])).outcome })],
  [/score-bands-(gap|overlap)$/, ({ scoring }, _, { facts }) => {
    // A card of one criterion whose mark is the score, with the bands of the scheme.
    const { problems, band } = scoreSheet({ bands: scoring?.bands ?? [], outOf: 1000, criteria: [{ id: 'all', title: { 'zh-CN': '总分' }, weight: 1000, maximum: 1000 }] }, [{ criterion: 'all', mark: facts['score'] as number }]);
    return { bands: band === undefined ? problems.find(({ pointer }) => pointer === '/scoring/bands')?.params['bands'] : [band] };
  }],
];

/** What really comes out for the facts of a counter-example, in the words of what it claims. */
function reality({ draft, locate }: LoadResult, { code, pointer, document }: Problem, example: ProblemExample): unknown {
  const named = (valueAt(draft, '/eligibility/conditions') ?? {}) as NamedConditions;
  const places = Object.keys(example.gives);
  if (places.every((place) => place.startsWith('/'))) return Object.fromEntries(places.map((place) => [place, evaluateCondition(valueAt(draft, place) as Condition, example.facts, place.startsWith('/forms/') ? {} : named)]));
  const own = realities.find(([codes]) => codes.test(code))?.[1];
  if (own !== undefined) return own(draft as Scheme, inScheme(locate, document, pointer), example);
  const tables = ((draft as Scheme).decisionTables ?? []) as readonly DecisionTable[];
  const table = tables.find((_, index) => locate(`/decisionTables/${index}`).document === document && pointer.startsWith(locate(`/decisionTables/${index}`).pointer));
  return table === undefined ? undefined : evaluateDecisionTable(table, example.facts);
}

describe('counter-examples', () => {
  const loaded = [...mistakes.map((name) => [name, `${folder}${name}`]), ...foldersIn(examples).map((name) => [name, `${examples}${name}`])] as const;

  it.each(loaded)('of %s evaluate as claimed', (name, path) => {
    const result = check(name, path);
    for (const problem of result.problems) {
      for (const example of [problem.counterExample, problem.params['otherExample'] as ProblemExample | undefined]) {
        if (example !== undefined) expect(reality(result, problem, example)).toMatchObject(example.gives);
      }
    }
  });

  it('stand beside every finding about tables, bands, grades, pay and tranches for which there is one', () => {
    const about = mistakes.flatMap((name) => check(name).problems).filter(({ code }) => /table-(gap|overlap|row-unreachable)$/.test(code) || realities.some(([codes]) => codes.test(code)));
    expect([...new Set(about.map(({ code }) => code.slice('scheme/'.length)))].sort()).toEqual([
      'grade-gap', 'grade-over-pot', 'grade-over-pot-from', 'grade-overlap', 'grade-places-run-out', 'pay-gap', 'pay-overlap', 'score-bands-gap', 'score-bands-overlap', 'table-gap', 'table-overlap', 'table-row-unreachable', 'tranches-not-whole',
    ]);
    expect(about.filter(({ counterExample }) => counterExample === undefined)).toEqual([]);
  });

  it('stand beside most findings about conditions', () => {
    const about = mistakes.flatMap((name) => check(name).problems).filter(({ code }) => /never-true|contradict|redundant|exclude-all|hidden-field|answer-may|value-blocks|rule-implied|table-gap|table-overlap/.test(code));
    expect(about.length).toBeGreaterThan(15);
    expect(about.filter(({ counterExample }) => counterExample === undefined)).toEqual([]);
    expect(about.filter(({ code, params }) => code.endsWith('-contradict') && params['otherExample'] === undefined)).toEqual([]);
  });
});

describe('row 14: rule linter', () => {
  const twenty = [
    'unknown-condition', 'undecided-in-condition', 'empty-in-list', 'object-value', 'refused-path', 'choices-contradict', 'never-true', 'always-true', 'above-form-maximum', 'at-form-minimum', 'half-a-household', 'parts-contradict',
    'days-contradict', 'orders-contradict', 'items-contradict', 'weaker-limit-beside-stronger', 'rules-contradict', 'rules-same', 'fact-of-later-stage', 'hidden-field-needed',
  ];

  it('row 14: twenty broken rules give twenty findings, each with its line and column', () => {
    const found = twenty.flatMap((name) => check(name).problems);
    expect(found.map(({ line, column }) => Number(line) > 1 && Number(column) > 0)).toEqual(Array.from({ length: 20 }, () => true));
    expect(twenty.map((name) => check(name).problems.length)).toEqual(Array.from({ length: 20 }, () => 1));
  });

  it.each([...foldersIn(examples).map((name) => `${examples}${name}`), fileURLToPath(new URL('../../presets/blank', import.meta.url))])('row 14: no error and no warning in %s', (path) => {
    expect(checkScheme(readSchemeFolder(path)).problems.filter(({ severity }) => severity === 'error' || severity === 'warning')).toEqual([]);
  });
});
