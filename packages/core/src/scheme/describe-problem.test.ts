import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { filesOf } from '../../test/scheme-files.js';
import { withValueAt } from '../problems/with-value-at.js';
import { parseScheme } from './parse-scheme.js';

const soundScheme = JSON.parse(readFileSync(fileURLToPath(new URL('../../test/broken-schemes/sound/scheme.json', import.meta.url)), 'utf8')) as unknown;
const said = (pointer: string, value: unknown, locale: 'zh-CN' | 'en' = 'zh-CN'): string[] =>
  parseScheme(filesOf({ 'scheme.json': JSON.stringify(withValueAt(soundScheme, pointer, value)) }), { locale }).problems.map(({ message, remedy = '' }) => `${message} ${remedy}`);

describe('sentences about ratios', () => {
  const above = { p: 4, q: 3 };

  it('call the ratio of a quorum by its own name', () => {
    expect(said('/thresholds/0/quorum/ratio', above)[0]).toContain('「会审表决」的到会比例（ratio）是 4/3');
    expect(said('/thresholds/0/ratio', above)[0]).toContain('「会审表决」的通过比例（ratio）是 4/3');
  });

  it('say what is wrong with a lower number of 0', () => {
    expect(said('/thresholds/0/ratio', { p: 1, q: 0 })).toEqual(['「会审表决」的比例的分母（q）不能小于 1 分母（q）是总份数，三分之二写成 { "p": 2, "q": 3 }。']);
    expect(said('/thresholds/0/ratio', { p: 1, q: 0 }, 'en')[0]).toContain('The lower number, q, says how many parts make the whole');
    expect(said('/thresholds/0/ratio', { p: 1, q: 1 })).toEqual([]);
  });
});

describe('remedies for a word that is not allowed', () => {
  it.each([
    ['/stages/0/method', 'aply', ['application', 'vote', 'record']],
    ['/thresholds/0/base', 'presnt', ['是否想写“present”', 'appointed', 'valid']],
    ['/thresholds/0/tie', 'fial', ['是否想写“fail”', 'revote']],
    ['/parameters/minHouseholds/type', 'integr', ['是否想写“integer”', 'money', 'choice']],
    ['/forms/0/fields/~1projectName/publish', 'plan', ['是否想写“plain”', 'masked']],
    ['/tests/0/expect/outcome', 'aproved', ['是否想写“approved”', 'rejected']],
  ])('list what can stand at %s', (pointer, value, words) => {
    const [sentence = ''] = said(pointer, value);
    for (const word of words) expect(sentence).toContain(word);
  });

  it('list what a parameter can be where it stands in for one of several words', () => {
    const scheme = withValueAt(soundScheme, '/parameters/voteBase', { title: { 'zh-CN': '基数' }, type: 'text', value: 'presnt', overlay: 'any' });
    const [problem] = parseScheme(filesOf({ 'scheme.json': JSON.stringify(scheme) })).problems;
    expect(problem?.code).toBe('scheme/parameter-unfit');
    expect(problem?.remedy).toContain('是否想写“present”？可以写：appointed、entitled、present、valid、UNDECIDED。');
  });

  it('show the first twelve of many names, and how many there are', () => {
    const properties = Object.fromEntries(Array.from({ length: 14 }, (_, index) => [`field${index}`, { type: 'string' }]));
    const scheme = withValueAt(soundScheme, '/forms/0/schema', { type: 'object', properties: { ...properties, projectName: {}, contactName: {}, households: {}, budgetLines: {}, total: {} } });
    const unknown = withValueAt(scheme, '/forms/0/layout/steps/0/sections/0/fields', ['/xyzzy']);
    const sentences = parseScheme(filesOf({ 'scheme.json': JSON.stringify(unknown) })).problems.map(({ remedy }) => remedy);
    expect(sentences[0]).toMatch(/现有的字段有：.*field11等，共 \d+ 个。/);
  });
});
