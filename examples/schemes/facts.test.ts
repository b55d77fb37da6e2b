import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('.', import.meta.url));
const { facts } = JSON.parse(readFileSync(join(root, 'facts.json'), 'utf8')) as { facts: readonly { id: string; kind: string; origin: string; text: { 'zh-CN': string; en: string } }[] };
const stated = facts.filter(({ kind }) => kind === 'stated');

/** What the tests say that quote a fact: those of the folders, by their `source`, and those beside them, by their titles. */
function quotations(): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  const add = (id: string, text: string): void => { found.set(id, `${found.get(id) ?? ''}\n${text}`); };
  for (const entry of readdirSync(root, { withFileTypes: true })) {
    if (entry.isDirectory()) {
      const tests = JSON.parse(readFileSync(join(root, entry.name, 'tests.json'), 'utf8')) as readonly { source?: string }[];
      for (const test of tests) for (const id of (test.source ?? '').split(/[,，、\s]+/)) add(id, JSON.stringify(test));
    } else if (entry.name.endsWith('.test.ts') && entry.name !== 'facts.test.ts') {
      for (const block of readFileSync(join(root, entry.name), 'utf8').split(/\n(?= {2}it\b|(?:it|describe)\b)/)) {
        const [, title = ''] = /\b(?:it|describe)(?:\.each\([^\n]*\))?\(\s*['"`]([^'"`]*)/.exec(block) ?? [];
        for (const [id] of title.matchAll(/\b[A-Z][A-Za-z]?\d+(?:\.\d+)?\b/g)) add(id, block);
      }
    }
  }
  return found;
}

/** Numbers of a text, `10,000,000` and `10_000_000` as `10000000`; without years. */
const numbersIn = (text: string): readonly string[] => [...text.matchAll(/\d[\d,_]*(?:\.\d+)?/g)].map(([found]) => found.replace(/[,_]/g, '')).filter((number) => !/^(?:19|20)\d\d$/.test(number));

/** Numbers that a fact states: the times of day and the ordinals of its parts are none. */
const numbersOf = (fact: string): readonly string[] => numbersIn(fact.replace(/\b(?:Stage|Level) \d|\(\d\)|\d+:\d+/g, ' '));

/** Numbers that a test asserts in other words: by fact and number, what stands in the test. */
const ASSERTED_AS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'G3.4': { 120: '124 recommended projects' },
  'G5.4': { 50: '12 票赞成，恰好一半，不通过' },
  Q8: { 1: "'departmentLeader', 'leadingSecretary', 'contactCadre', 'workTeam'" },
  D2: { 123: '{ amount: 3, unit: \'year\' }' },
  S3: { 10000: '', 322.23: '3_222_300', 282.72: '2_827_200', 39.5: '395_000', 172.39: '1_723_900' },
  S13: { 3: "'deliberate'", 4: "'resolve'", 5: "'discloseDecision'", 6: "'discloseResult'" },
  Y5: { 4: 'toHaveLength(4)' },
  'Y5.5': { 12: '十二条责任清单' },
};

/** What the tests do not assert of the numbers of a fact. */
function unasserted({ id, text }: { readonly id: string; readonly text: { readonly en: string } }, tests: string): readonly string[] {
  const asserted = new Set(numbersIn(tests));
  return numbersOf(text.en).filter((number) => {
    const words = ASSERTED_AS[id]?.[number];
    return words === undefined ? !asserted.has(number) : !tests.includes(words);
  });
}

/** Facts of a tale, without a number or a rule that a scheme could follow or break, with the reason. */
const TOLD: Readonly<Record<string, string>> = {
  'G3.1': 'what the village does at home before it applies',
  S17: 'an assembly of all villagers, which the schemes leave to the representatives that their sources name',
  Y3: 'how rooms in new estates are planned and handed over',
  'Y4.1': 'what the platform runs on',
  Y9: 'how staff are trained',
};

const known = quotations();

describe('what the sources state', () => {
  it('is asserted fact by fact by a test of a scheme', () => {
    const missing = stated.filter(({ id }) => !known.has(id) && TOLD[id] === undefined).map(({ id, text }) => `${id} ${text['zh-CN']}`);
    expect(missing).toEqual([]);
  });

  it('is asserted with every number that it states', () => {
    const missing = stated.filter(({ id }) => TOLD[id] === undefined).flatMap((fact) => unasserted(fact, known.get(fact.id) ?? '').map((number) => `${fact.id} ${number}: ${fact.text.en}`));
    expect(missing).toEqual([]);
    expect(stated.filter(({ text }) => numbersOf(text.en).length > 0).length).toBeGreaterThan(30);
  });

  it('is found missing where a test names the fact and not its number, or another one', () => {
    const fact = { id: 'X1', text: { en: 'Since 2019 not less than 10,000,000 yuan a year, 64 projects (1)' } };
    expect(unasserted(fact, 'expect(value).toBe(10_000_000) and 64')).toEqual([]);
    expect(unasserted(fact, 'X1: expect(value).toBe(10_000) and 640')).toEqual(['10000000', '64']);
    expect(unasserted({ id: 'Y5.5', text: { en: 'a 12-item list' } }, "toContain('十三条责任清单')")).toEqual(['12']);
  });

  it('is left out only with a reason, and only where nothing asserts it', () => {
    expect(Object.keys(TOLD).filter((id) => known.has(id) || !stated.some((fact) => fact.id === id))).toEqual([]);
  });
});
