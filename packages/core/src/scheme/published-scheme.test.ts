import { describe, expect, it } from 'vitest';
import { soundScheme } from '../../test/scheme-files.js';
import type { Scheme } from '../generated/types.js';
import { buildPublished, readPublished } from './published-scheme.js';

const scheme = soundScheme as unknown as Scheme;
const published = buildPublished(scheme, { calendarVersion: '2026.1', publishedAt: '2026-03-05T09:00:00+08:00' });
const codes = (value: unknown): string[] => readPublished(JSON.stringify(value)).problems.map(({ code }) => code);

describe('buildPublished', () => {
  it('has a hash of its content that the time of publishing does not change', () => {
    expect(published.hash).toMatch(/^[0-9a-f]{64}$/);
    expect(buildPublished(scheme, { calendarVersion: '2026.1' }).hash).toBe(published.hash);
    expect(buildPublished(scheme, { calendarVersion: '2026.2' }).hash).not.toBe(published.hash);
    expect(buildPublished({ ...scheme, currency: 'HKD' }, { calendarVersion: '2026.1' }).hash).not.toBe(published.hash);
  });
});

describe('readPublished', () => {
  it('reads what was published', () => {
    expect(readPublished(JSON.stringify(published, null, 2))).toEqual({ published, problems: [] });
  });

  it('finds a change of any value', () => {
    expect(codes({ ...published, scheme: { ...scheme, currency: 'HKD' } })).toEqual(['scheme/hash-mismatch']);
    expect(codes({ ...published, hash: '0'.repeat(64) })).toEqual(['scheme/hash-mismatch']);
  });

  it('refuses a hole even when the hash is right', () => {
    const open = buildPublished({ ...scheme, parameters: { ...scheme.parameters, days: { ...scheme.parameters['days']!, value: 'UNDECIDED' } } }, { calendarVersion: '2026.1' });
    expect(codes(open)).toEqual(['scheme/undecided']);
  });

  it('refuses a head that differs from the scheme inside', () => {
    expect(codes({ ...published, version: '1.0.1' })).toEqual(['scheme/head-mismatch', 'scheme/hash-mismatch']);
  });

  it.each([
    ['', ['scheme/broken-json']],
    ['[]', ['scheme/not-an-object']],
    ['{"formatVersion":1,"id":"a","version":"1.0.0","calendarVersion":"1","hash":"x","scheme":5}', ['scheme/pattern', 'scheme/type']],
  ])('has problems and does not crash on %j', (text, expected) => {
    const { problems, published: none } = readPublished(text);
    expect(problems.map(({ code }) => code)).toEqual(expected);
    expect(none).toBeUndefined();
  });
});
