import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { dayOf, instantText, timeOf } from './dates.js';

beforeEach(() => void vi.spyOn(console, 'warn').mockImplementation(() => undefined));
afterEach(() => void vi.restoreAllMocks());

describe('an instant', () => {
  it.each([
    ['2026-03-05T10:32:07+08:00', '2026年3月5日 10:32'],
    ['2026-03-05T15:59:59Z', '2026年3月5日 23:59'],
    ['2026-03-05T16:00:00Z', '2026年3月6日 00:00'],
  ])('%s is %s on the wall of the district', (instant, said) => {
    expect(instantText(instant, 'zh-CN')).toBe(said);
  });

  it('is told to the second where that is asked for', () => {
    expect(timeOf('2026-03-05T10:32:07+08:00', 'zh-CN', 'second')).toBe('10:32:07');
  });

  it.each(['gestern', '', '2026-03-05', '2026-13-45T10:00:00Z', undefined, 42])('that is none (%s) stays as it is, without a time', (instant) => {
    expect([instantText(instant as string, 'zh-CN'), dayOf(instant as string, 'en'), timeOf(instant as string, 'en')]).toEqual([instant, instant, '']);
  });

  it('that is none is warned of once', () => {
    instantText('vorgestern', 'en');
    instantText('vorgestern', 'en');

    expect(vi.mocked(console.warn).mock.calls).toEqual([['[cobuild] element/bad-instant: "vorgestern" must be an instant, 2026-03-05T10:32:00+08:00']]);
  });
});
