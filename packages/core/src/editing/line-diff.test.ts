import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { diffLines } from './line-diff.js';

const shown = (before: string, after: string): string[] => diffLines(before, after).map(({ kind, text }) => `${{ same: ' ', removed: '-', added: '+' }[kind]}${text}`);
const text = fc.array(fc.constantFrom('{', '}', '"a": 1,', '"b": 2,', ''), { maxLength: 12 }).map((lines) => lines.join('\n'));

describe('diffLines', () => {
  it('shows a changed line as one that went and one that came', () => {
    expect(shown('a\nb\nc', 'a\nx\nc')).toEqual([' a', '-b', '+x', ' c']);
    expect(diffLines('a\nb', 'b')).toEqual([{ kind: 'removed', text: 'a', oldLine: 1 }, { kind: 'same', text: 'b', oldLine: 2, newLine: 1 }]);
  });

  it('takes an empty text for no line', () => {
    expect([shown('', 'a'), shown('a', ''), shown('', '')]).toEqual([['+a'], ['-a'], []]);
  });

  it('holds both texts whole and in order', () => {
    fc.assert(fc.property(text, text, (before, after) => {
      const lines = diffLines(before, after);
      const side = (without: string): string => lines.filter(({ kind }) => kind !== without).map((line) => line.text).join('\n');
      expect([side('added'), side('removed')]).toEqual([before, after]);
      for (const [key, whole] of [['oldLine', before], ['newLine', after]] as const) for (const line of lines) if (line[key] !== undefined) expect(whole.split('\n')[line[key] - 1]).toBe(line.text);
    }));
  });

  it('finds as many common lines as there are', () => {
    // The longest common subsequence by its plain recursion.
    const common = (one: readonly string[], other: readonly string[]): number => one.reduce<number[]>((row, item) => other.reduce<number[]>((next, same, index) => [...next, item === same ? (row[index] ?? 0) + 1 : Math.max(row[index + 1] ?? 0, next[index] ?? 0)], [0]), Array.from({ length: other.length + 1 }, () => 0))[other.length] ?? 0;
    fc.assert(fc.property(text, text, (before, after) => {
      const [one, other] = [before, after].map((each) => (each === '' ? [] : each.split('\n'))) as [string[], string[]];
      expect(diffLines(before, after).filter(({ kind }) => kind === 'same')).toHaveLength(common(one, other));
    }));
  });

  it('gives up looking for common lines in texts that have nearly none, and still shows all of both', () => {
    const lines = (letter: string): string => Array.from({ length: 1500 }, (_, index) => `${letter}${index}`).join('\n');
    expect(diffLines(lines('a'), lines('b'))).toHaveLength(3000);
  });
});
