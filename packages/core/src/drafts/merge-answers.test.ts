import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { equalJson } from '../form/answers.js';
import type { DraftAnswers } from './index.js';
import { asSide, mergeAnswers, mergeImported, resolveMerge } from './index.js';

const line = (id: string, amount: number): { id: string; amount: number } => ({ id, amount });

describe('mergeAnswers', () => {
  it.each<[string, DraftAnswers, DraftAnswers, DraftAnswers, DraftAnswers]>([
    ['my change', { a: 1 }, { a: 2 }, { a: 1 }, { a: 2 }],
    ['their change', { a: 1 }, { a: 1 }, { a: 2 }, { a: 2 }],
    ['the same change of both', { a: 1 }, { a: 2 }, { a: 2 }, { a: 2 }],
    ['changes at different places', { a: 1, b: 1 }, { a: 2, b: 1 }, { a: 1, b: 2 }, { a: 2, b: 2 }],
    ['what either added', {}, { a: 1 }, { b: 2 }, { a: 1, b: 2 }],
    ['what I emptied', { a: 1, b: 1 }, { b: 1 }, { a: 1, b: 1 }, { b: 1 }],
    ['what they emptied', { a: 1, b: 1 }, { a: 1, b: 1 }, { b: 1 }, { b: 1 }],
    ['members of a group', { g: { x: 1, y: 1 } }, { g: { x: 2, y: 1 } }, { g: { x: 1, y: 2 } }, { g: { x: 2, y: 2 } }],
    ['members of a group that both began', {}, { g: { x: 1 } }, { g: { y: 2 } }, { g: { x: 1, y: 2 } }],
    ['a list that one changed', { l: [1] }, { l: [1, 2] }, { l: [1] }, { l: [1, 2] }],
    ['null, which is an answer', { a: 1 }, { a: null }, { a: 1 }, { a: null }],
  ])('takes %s', (_, base, mine, theirs, expected) => {
    expect(mergeAnswers(base, mine, theirs)).toEqual({ answers: expected, conflicts: [] });
  });

  it('names each place that both changed, with all three values', () => {
    expect(mergeAnswers({ a: 1, g: { x: 1 } }, { a: 2, g: { x: 2 } }, { a: 3, g: { x: 3 }, n: 1 })).toEqual({
      answers: { a: 2, g: { x: 2 }, n: 1 },
      conflicts: [{ pointer: '/a', base: 1, mine: 2, theirs: 3 }, { pointer: '/g/x', base: 1, mine: 2, theirs: 3 }],
    });
  });

  it('keeps what the other wrote where I emptied it, until somebody chooses', () => {
    expect(mergeAnswers({ a: 1 }, {}, { a: 2 })).toEqual({ answers: { a: 2 }, conflicts: [{ pointer: '/a', base: 1, theirs: 2 }] });
  });

  it('takes lists without identity as a whole', () => {
    const { conflicts } = mergeAnswers({ l: [1] }, { l: [1, 2] }, { l: [1, 3] });
    expect(conflicts).toEqual([{ pointer: '/l', base: [1], mine: [1, 2], theirs: [1, 3] }]);
  });

  it('treats __proto__ as a plain name', () => {
    const mine = JSON.parse('{"__proto__":{"x":1}}') as DraftAnswers;
    const { answers } = mergeAnswers({}, mine, { a: 1 });
    expect(Object.keys(answers).sort()).toEqual(['__proto__', 'a']);
    expect(({} as Record<string, unknown>)['x']).toBeUndefined();
  });
});

describe('lists whose items have an identity', () => {
  const base = { lines: [line('a', 1), line('b', 1), line('c', 1)] };
  const merge = (mine: readonly unknown[], theirs: readonly unknown[]): ReturnType<typeof mergeAnswers> => mergeAnswers(base, { lines: mine }, { lines: theirs });
  const [a, b, c] = base.lines;

  it('join item by item', () => {
    expect(merge([line('a', 2), b, c], [a, b, line('c', 3)])).toEqual({ answers: { lines: [line('a', 2), b, line('c', 3)] }, conflicts: [] });
  });

  it('keep what both added, in its place', () => {
    expect(merge([a, line('m', 1), b, c], [a, b, line('t', 1), c]).answers['lines']).toEqual([a, line('m', 1), b, line('t', 1), c]);
  });

  it('lose what one removed and the other left', () => {
    expect(merge([a, c], [a, b]).answers['lines']).toEqual([a]);
  });

  it('dispute what one removed and the other changed', () => {
    const merged = merge([a, c], [a, line('b', 9), c]);
    expect(merged).toEqual({ answers: { lines: [a, line('b', 9), c] }, conflicts: [{ pointer: '/lines/1', base: b, theirs: line('b', 9) }] });
    expect(resolveMerge(merged, { '/lines/1': 'mine' })).toEqual({ lines: [a, c] });
    expect(resolveMerge(merged, { '/lines/1': 'theirs' })).toEqual({ lines: [a, line('b', 9), c] });
  });

  it('follow the order of the one who changed it', () => {
    expect(merge([line('a', 5), b, c], [c, a, b]).answers['lines']).toEqual([c, line('a', 5), b]);
    expect(merge([b, a, c], [a, b, line('c', 5)]).answers['lines']).toEqual([b, a, line('c', 5)]);
  });

  it('are compared by the member that is named', () => {
    const rows = (amount: number): DraftAnswers => ({ l: [{ code: 'x', amount, other: 1 }] });
    const theirs = { l: [{ code: 'x', amount: 1, other: 2 }] };
    expect(mergeAnswers(rows(1), rows(2), theirs, { identity: ['code'] })).toEqual({ answers: { l: [{ code: 'x', amount: 2, other: 2 }] }, conflicts: [] });
  });

  it('are taken whole where two items say that they are the same', () => {
    expect(merge([a, line('a', 7), c], [a, b, line('c', 3)]).conflicts).toHaveLength(1);
  });
});

describe('resolveMerge', () => {
  it('removes items from the last to the first', () => {
    const base = { l: [line('a', 1), line('b', 1)] };
    const merged = mergeAnswers(base, { l: [] }, { l: [line('a', 2), line('b', 2)] });
    expect(resolveMerge(merged, { '/l/0': 'mine', '/l/1': 'mine' })).toEqual({ l: [] });
    expect(resolveMerge(merged, { '/l/0': 'mine', '/l/1': 'theirs' })).toEqual({ l: [line('b', 2)] });
  });

  it('keeps what the merged answers hold where nobody chose', () => {
    const merged = mergeAnswers({}, { a: 1, b: 1 }, { a: 2, b: 2 });
    expect(resolveMerge(merged, { '/b': 'theirs' })).toEqual({ a: 1, b: 2 });
  });
});

describe('mergeImported', () => {
  it('takes the file where nothing is answered yet', () => {
    expect(mergeImported({ a: '' }, {}, { answers: { a: 1 }, base: {} })).toEqual({ answers: { a: 1 }, conflicts: [] });
  });

  it('compares with what both last had in common', () => {
    expect(mergeImported({ a: 1, b: 2 }, { a: 1, b: 1 }, { answers: { a: 3, b: 1 }, base: { a: 1, b: 1 } })).toEqual({ answers: { a: 3, b: 2 }, conflicts: [] });
  });

  it('disputes every difference where the file goes back to something else, and drops nothing', () => {
    const merged = mergeImported({ a: 1, b: 2 }, {}, { answers: { a: 3, c: 4 }, base: { a: 1, b: 2, c: 4 } });
    expect(merged).toEqual({ answers: { a: 1, b: 2, c: 4 }, conflicts: [{ pointer: '/a', mine: 1, theirs: 3 }] });
  });
});

it('shows each side at the places in dispute', () => {
  const merged = mergeAnswers({ a: 1, l: [line('x', 1)] }, { a: 2, l: [] }, { a: 3, l: [line('x', 2)] });
  expect(asSide(merged, 'base')).toEqual({ a: 1, l: [line('x', 1)] });
  expect(asSide(merged, 'mine')).toEqual({ a: 2, l: [line('x', 2)] });
  expect(asSide(merged, 'theirs')).toEqual({ a: 3, l: [line('x', 2)] });
});

const leaf = fc.oneof(fc.constantFrom(1, 2, '甲', null, true), fc.array(fc.constantFrom(1, 2), { maxLength: 2 }));
const items = fc.uniqueArray(fc.record({ id: fc.constantFrom('a', 'b', 'c', 'd'), v: fc.constantFrom(1, 2, 3) }), { selector: ({ id }) => id, maxLength: 4 });
const someAnswers: fc.Arbitrary<DraftAnswers> = fc.record({ a: leaf, b: leaf, g: fc.record({ x: leaf, y: leaf }, { requiredKeys: [] }), l: items }, { requiredKeys: [] });

describe('any three versions', () => {
  it('give my answers where only I changed, and theirs where only they did', () => {
    fc.assert(fc.property(someAnswers, someAnswers, (base, other) => {
      expect(mergeAnswers(base, other, base)).toEqual({ answers: other, conflicts: [] });
      expect(equalJson(mergeAnswers(base, base, other).answers, other)).toBe(true);
    }));
  });

  it('dispute the same places whoever looks', () => {
    fc.assert(fc.property(someAnswers, someAnswers, someAnswers, (base, mine, theirs) => {
      const left = mergeAnswers(base, mine, theirs).conflicts;
      const right = mergeAnswers(base, theirs, mine).conflicts;
      const sides = (conflicts: typeof left, mirrored: boolean): string[] => conflicts.map((one) => JSON.stringify(mirrored ? [one.theirs, one.mine] : [one.mine, one.theirs])).sort();
      expect(sides(left, false)).toEqual(sides(right, true));
    }));
  });

  it('lose no value that either side wrote: it is in the answers or in a conflict', () => {
    fc.assert(fc.property(someAnswers, someAnswers, someAnswers, (base, mine, theirs) => {
      const { answers, conflicts } = mergeAnswers(base, mine, theirs);
      for (const side of [mine, theirs]) {
        for (const name of ['a', 'b']) {
          const value = side[name];
          if (value === undefined || equalJson(value, base[name])) continue;
          const disputed = conflicts.filter(({ pointer }) => pointer === `/${name}`).flatMap((one) => [one.mine, one.theirs]);
          expect([answers[name], ...disputed].some((kept) => equalJson(kept, value))).toBe(true);
        }
      }
    }));
  });
});
