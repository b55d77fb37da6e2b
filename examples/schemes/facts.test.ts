import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('.', import.meta.url));
const { facts } = JSON.parse(readFileSync(join(root, 'facts.json'), 'utf8')) as { facts: readonly { id: string; kind: string; origin: string; text: { 'zh-CN': string } }[] };
const stated = facts.filter(({ kind }) => kind === 'stated');

/** Ids that a scheme test quotes: `source` of the tests of the folders, and the titles and comments of the tests beside them. */
function quoted(): ReadonlySet<string> {
  const ids = new Set<string>();
  for (const entry of readdirSync(root, { withFileTypes: true })) {
    if (entry.isDirectory()) {
      const tests = JSON.parse(readFileSync(join(root, entry.name, 'tests.json'), 'utf8')) as readonly { source?: string }[];
      for (const { source = '' } of tests) for (const id of source.split(/[,，、\s]+/)) ids.add(id);
    } else if (entry.name.endsWith('.test.ts') && entry.name !== 'facts.test.ts') {
      for (const [, title = ''] of readFileSync(join(root, entry.name), 'utf8').matchAll(/\b(?:it|describe)(?:\.each\([^\n]*\))?\(\s*['"`]([^'"`]*)/g)) for (const [id] of title.matchAll(/\b[A-Z][A-Za-z]?\d+(?:\.\d+)?\b/g)) ids.add(id);
    }
  }
  return ids;
}

/** Facts of a tale, without a number or a rule that a scheme could follow or break, with the reason. */
const TOLD: Readonly<Record<string, string>> = {
  'G3.1': 'what the village does at home before it applies',
  S17: 'an assembly of all villagers, which the schemes leave to the representatives that their sources name',
  Y3: 'how rooms in new estates are planned and handed over',
  'Y4.1': 'what the platform runs on',
  Y9: 'how staff are trained',
};

const known = quoted();

describe('what the sources state', () => {
  it('is asserted fact by fact by a test of a scheme', () => {
    const missing = stated.filter(({ id }) => !known.has(id) && TOLD[id] === undefined).map(({ id, text }) => `${id} ${text['zh-CN']}`);
    expect(missing).toEqual([]);
  });

  it('is left out only with a reason, and only where nothing asserts it', () => {
    expect(Object.keys(TOLD).filter((id) => known.has(id) || !stated.some((fact) => fact.id === id))).toEqual([]);
  });
});
