import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Locale, Problem, SchemeFiles } from '@cobuild/core';
import { chinaCalendar, withValueAt } from '@cobuild/core';
import { readSchemeFolder } from '@cobuild/core/node';
import { describe, expect, it } from 'vitest';
import { publishScheme } from '../publish/index.js';
import { checkScheme } from './check-scheme.js';

const examples = fileURLToPath(new URL('../../../../examples/schemes', import.meta.url));
const withHoles = readdirSync(examples, { withFileTypes: true }).filter((entry) => entry.isDirectory() && !/demo|city|node_modules|test/.test(entry.name)).map(({ name }) => name);
const sound = checkScheme(readSchemeFolder(`${examples}/sanshui-xinan`)).scheme;
const files = (scheme: unknown): SchemeFiles => ({ read: (path) => (path === 'scheme.json' ? JSON.stringify(scheme) : undefined) });
const said = (scheme: unknown, at: string, titlesOnly: boolean, locale: Locale = 'zh-CN'): readonly string[] =>
  checkScheme(files(scheme), { titlesOnly, locale }).problems.filter(({ pointer }) => pointer.startsWith(at)).map(({ message, remedy = '' }) => `${message} ${remedy}`);

/** A name of the format in brackets or quotation marks, or JSON: what a file says, and no control of the editor. */
const FILE_WORDS = /（[A-Za-z][\w.-]*）|[“"][a-z]+[A-Z]\w*[”"]|\("?[a-z]\w*"?\)|[{}[\]]|UNDECIDED/;

describe('sentences with titles only', () => {
  it.each(withHoles)('name nothing of the file in what %s leaves open', (name) => {
    for (const locale of ['zh-CN', 'en'] as const) {
      const open = checkScheme(readSchemeFolder(`${examples}/${name}`), { locale, titlesOnly: true }).problems.filter(({ code }) => code === 'scheme/undecided');
      for (const { message, remedy = '' } of open) expect(`${message} ${remedy}`).not.toMatch(FILE_WORDS);
    }
  });

  it('say which choices an open setting has in words, and files in words of the format', () => {
    const told = (titlesOnly: boolean, locale: Locale = 'zh-CN'): Problem | undefined => checkScheme(readSchemeFolder(`${examples}/gaoming`), { titlesOnly, locale }).problems.find(({ pointer }) => pointer === '/allocation/whenShort' || pointer === '/whenShort');
    expect([told(true)?.message, told(true)?.remedy]).toEqual(['资金不足时的处理尚未决定', expect.stringMatching(/可以选：[^"A-Za-z]+。$/)]);
    expect([told(false)?.message, told(false)?.remedy]).toEqual(['资金不足时的处理（whenShort）尚未决定', expect.stringContaining('"waitingList"')]);
    expect(told(true, 'en')?.message).not.toContain('whenShort');
  });

  it.each([
    [{ fact: '', operator: 'equal', value: '' }, '这一条件还没有写完：没有选比较什么 请先选比较什么，再选怎样比较、与什么比较。'],
    [{ fact: 'projectName', operator: 'equal', value: { fact: '' } }, '这一条件还没有写完：没有选与哪一项信息比较 请选一项信息，或者改为与一个值比较。'],
    [{ fact: 'projectName', operator: '', value: 'x' }, '这一条件还没有写完：没有选怎样比较 请选怎样比较。'],
    [{ condition: '' }, '这一条件还没有写完：没有选公用条件 请选一个公用条件，或者删去这一处。'],
    [{}, '「申报人是村」的条件还没有写完 请先选比较什么，再选怎样比较、与什么比较。'],
  ])('say what the condition %j lacks, where those for files name its members', (condition, sentence) => {
    const scheme = withValueAt(sound, '/eligibility/rules/0/conditions', { all: [condition] });
    const at = '/eligibility/rules/0/conditions/all/0';
    expect(said(scheme, at, true)).toEqual([sentence]);
    expect(said(scheme, at, true, 'en').join()).not.toMatch(FILE_WORDS);
    expect(said(scheme, at, false).join()).toMatch(/fact|equal|conditions/);
  });

  it('call a test that fails by what it tests', () => {
    const scheme = withValueAt(sound, '/tests/0/expect/outcome', 'rejected');
    const [{ message = '' } = {}] = publishScheme(files(scheme), { calendar: chinaCalendar, titlesOnly: true }).problems.filter(({ code }) => code === 'scheme/test-failed');
    expect(message).toContain(String(sound?.tests?.[0]?.description));
    expect(message).not.toMatch(FILE_WORDS);
  });
});
