import { describe, expect, it } from 'vitest';
import { readDay } from './read-day.js';

describe('readDay', () => {
  it.each(['2026年3月5日', '2026年03月05号', '2026-3-5', '2026/03/05', '2026.3.5', '20260305', '２０２６年３月５日', ' 2026 年 3 月 5 日 '])('reads %j', (text) => {
    expect(readDay(text)).toBe('2026-03-05');
  });

  it.each(['', '3月5日', '2026年3月', '2026-02-29', '2026-13-01', '26-3-5', '2026-3/5', '明天', '202635'])('reads no day in %j', (text) => {
    expect(readDay(text)).toBeUndefined();
  });
});
