import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { SchemeFiles } from '@cobuild/core';
import { chinaCalendar, readPublished, withValueAt } from '@cobuild/core';
import { readSchemeFolder } from '@cobuild/core/node';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { publishScheme } from './publish-scheme.js';

const base = JSON.parse(readFileSync(fileURLToPath(new URL('../../test/broken-schemes/base/scheme.json', import.meta.url)), 'utf8')) as unknown;
const files = (text: string): SchemeFiles => ({ read: (path) => (path === 'scheme.json' ? text : undefined) });
const publish = (scheme: unknown, options = {}): ReturnType<typeof publishScheme> => publishScheme(files(JSON.stringify(scheme)), { calendar: chinaCalendar, ...options });
const reasons = (scheme: unknown, options = {}): unknown => {
  const { published, problems } = publish(scheme, options);
  return [published === undefined, ...problems.map(({ code, pointer }) => `${code} ${pointer}`)];
};

/** The same document with the keys of every object in another order. */
function shuffled(value: unknown, seed: number): unknown {
  if (Array.isArray(value)) return (value as unknown[]).map((item) => shuffled(item, seed));
  if (value === null || typeof value !== 'object') return value;
  const rank = (key: string): number => [...key].reduce((sum, character) => (sum * 31 + character.charCodeAt(0) * seed) % 9973, 7);
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => rank(a) - rank(b)).map(([key, member]) => [key, shuffled(member, seed)]));
}

describe('publishScheme', () => {
  it('makes a document that is read back as it was', () => {
    const { published } = publish(base, { publishedAt: '2026-03-05T01:00:00Z' });
    const { published: read, problems } = readPublished(JSON.stringify(published, null, 2));
    expect(problems).toEqual([]);
    expect(read).toEqual(published);
    expect([read?.id, read?.version, read?.calendarVersion, read?.publishedAt]).toEqual(['base', '1.0.0', chinaCalendar.version, '2026-03-05T01:00:00Z']);
  });

  it('holds includes and base in one piece', () => {
    const folder = fileURLToPath(new URL('../../../../examples/schemes/gaoming-demo', import.meta.url));
    const text = JSON.stringify(publishScheme(readSchemeFolder(folder), { calendar: chinaCalendar }).published);
    expect(text).not.toContain('$file');
    expect(text).not.toContain('"extends"');
    expect(readPublished(text).published?.id).toBe('gaoming-demo');
  });

  it('gives the same hash for the same content, however the file is written', () => {
    const { published } = publish(base);
    fc.assert(fc.property(fc.integer({ min: 1, max: 9000 }), fc.integer({ min: 0, max: 8 }), (seed, indent) => {
      expect(publishScheme(files(JSON.stringify(shuffled(base, seed), null, indent)), { calendar: chinaCalendar, publishedAt: new Date(seed * 1e9).toISOString() }).published?.hash).toBe(published?.hash);
    }), { numRuns: 10 });
    expect(publish(withValueAt(base, '/parameters/minHouseholds/value', 21)).published?.hash).not.toBe(published?.hash);
  });

  it('refuses an error, at its place', () => {
    expect(reasons(withValueAt(base, '/eligibility/rules/1/conditions/all/0/fact', 'househods'))).toEqual([true, 'scheme/unknown-fact /eligibility/rules/1/conditions/all/0/fact']);
  });

  it('refuses a hole', () => {
    expect(reasons(withValueAt(base, '/parameters/minHouseholds/value', 'UNDECIDED'))).toEqual([true, 'scheme/undecided /parameters/minHouseholds/value']);
  });

  it('refuses a failing test with what came out instead', () => {
    const broken = withValueAt(base, '/tests/0/expect/outcome', 'pending');
    expect(reasons(broken)).toEqual([true, 'scheme/test-failed /tests/0']);
    expect(publish(broken, { locale: 'en' }).problems[0]?.message).toMatch(/^The test "town" fails: outcome: expected in progress \(pending\), found not eligible \(ineligible\)\. Why: The application does not meet the requirements\. .*[^.…]\.$/);
    expect(publish(broken).problems[0]?.message).toMatch(/^测试“town”没有通过：结果：应为 办理中（pending），实为 不符合条件（ineligible）。为什么：不符合申报条件：1项不满足。.*[^。…]$/);
  });

  it('refuses a version that was used, and takes one that was not', () => {
    expect(reasons(base, { usedVersions: ['1.0.0'] })).toEqual([true, 'scheme/version-used /version']);
    expect(reasons(base, { usedVersions: ['0.9.0', '1.0.1'] })).toEqual([false]);
    expect(reasons(base, { usedVersions: (id: string) => (id === 'base' ? ['1.0.0'] : []) })).toEqual([true, 'scheme/version-used /version']);
  });

  it('gives every reason at once', () => {
    const scheme = withValueAt(withValueAt(base, '/tests/0/expect/outcome', 'pending'), '/parameters/minHouseholds/value', 'UNDECIDED');
    expect(reasons(scheme, { usedVersions: ['1.0.0'] })).toEqual([true, 'scheme/undecided /parameters/minHouseholds/value', 'scheme/test-failed /tests/0', 'scheme/version-used /version']);
  });
});
