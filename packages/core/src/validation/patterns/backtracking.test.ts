import { describe, expect, it } from 'vitest';
import { backtrackingDegree } from './backtracking.js';
import { compilePattern } from './pattern.js';

describe('backtrackingDegree', () => {
  it.each([
    '(a+)+', '^(a+)+$', '(a*)*', '(.*)*', '(a|a)*', '(a|ab|b)*c', '(a*b*)*c', '([a-z]+)*@', '(\\w+\\s?)+$', '(\\d+)*\\.', '(a|[a-z])+$',
    '^(([a-z])+.)+[A-Z]([a-z])+$', '(a{1,20}){1,20}', '(a{2,}){10,}', '(a?){30}a{30}', '(x+x+)+y', '(?:a+){12}', '(?=(a+)+b)a', '(\\p{L}|a)+$',
    '([^,]|,)*x|(.|\\s)*y(,|.)*z',
  ])('is infinite for %s', (source) => {
    expect(backtrackingDegree(source)).toBe(Infinity);
  });

  it.each([
    '^[a-z]+(-[a-z]+)*$', '^(\\d+,)*\\d+$', '^\\d{18}$', '^\\d{17}[\\dX]$', '^1[3-9]\\d{9}$', '^(\\d{1,3}\\.){3}\\d{1,3}$', '^[\\w.]+@[a-z]+$', '^(a|b)*$', '^(ab|ac)+$',
    '^[\\u4e00-\\u9fa5]{2,20}(·[\\u4e00-\\u9fa5]{2,20})*$', '^[\\u{4e00}-\\u{9fa5}·]+$', '^([0-9A-F]{2}:){5}[0-9A-F]{2}$', '^(?=.*\\d)(?=.*[a-z]).{8,}$', '^([0-9]{4}-)+[0-9]{4}$', '^$', '', 'a', '^(?<year>\\d{4})-\\k<year>$', '^\\p{Letter}+$',
    '^(?:[01]\\d|2[0-3]):[0-5]\\d$', '^(x|y)?z$', '[a-z]+', '^[^\\]]+\\]$', '^[\\w\\-]+$', '^a{0}$',
  ])('is 1 for %s', (source) => {
    expect(backtrackingDegree(source)).toBe(1);
  });

  it.each<[string, number]>([
    ['\\s+$', 2], ['^.*a.*$', 2], ['^a*a*$', 2], ['^a*a*a*$', 3], ['^\\d+\\d+$', 2], ['.*a.*b$', 3], ['^a*b*a*$', 2], ['^a*ba*$', 1],
  ])('of %s is %d', (source, degree) => {
    expect(backtrackingDegree(source)).toBe(degree);
  });

  it('is quick about expressions made to be long', () => {
    const start = Date.now();
    backtrackingDegree(`(${Array.from({ length: 600 }, (_, i) => `a${i}[a-z]`).join('|')})*$`);
    backtrackingDegree(`^${'(a?'.repeat(300)}${')*'.repeat(300)}$`);
    backtrackingDegree(`^${'[a-z]{1,9}'.repeat(300)}$`);

    expect(Date.now() - start).toBeLessThan(3_000);
  });
});

describe('compilePattern', () => {
  it('answers quickly on the worst text that it tries', () => {
    const worst: [string, string][] = [['^.*a.*$', '\n'], ['^a*a*$', 'b'], ['^a*a*a*$', 'b'], ['\\s+$', 'x'], ['.*a.*b$', 'c']];
    for (const [source, end] of worst) {
      const pattern = compilePattern(source);
      if (typeof pattern === 'string') throw new Error(pattern);
      const fill = source.includes('s') ? ' ' : 'a';
      const start = Date.now();

      pattern.test(fill.repeat(Math.min(pattern.longest, 100_000) - 1) + end);

      expect(Date.now() - start, source).toBeLessThan(2_000);
    }
  });

  it('says what is wrong', () => {
    expect(compilePattern('(')).toContain('not a regular expression');
    expect(compilePattern('(a+)+')).toContain('several ways');
  });
});
