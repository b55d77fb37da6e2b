import { afterEach, describe, expect, it } from 'vitest';
import type { Facts } from '@cobuild/core';
import { frameLayout } from './frame.js';

const names = Array.from({ length: 30 }, (_, index) => `fact${index}`);

/** The values of the facts as a frame of the layout has them. */
function readAll(facts: Facts, wanted: readonly string[]): unknown[] {
  const layout = frameLayout();
  const places = wanted.map((fact) => layout.placeOf({ fact }));
  const frame = layout.read(facts);
  return places.map((at) => frame[at]);
}

describe('reading of facts', () => {
  afterEach(() => { delete (Object.prototype as Record<string, unknown>)['fact3']; });

  it.each([0, 1, 2, 3, 4, 5, 8, 19, 20, 21, 30])('finds each of %i facts, in whatever order they come', (count) => {
    const wanted = names.slice(0, count);
    const facts = Object.fromEntries([...wanted].reverse().map((name) => [name, `value of ${name}`]));
    expect(readAll(facts, wanted)).toEqual(wanted.map((name) => `value of ${name}`));
    expect(readAll({}, wanted)).toEqual(wanted.map(() => undefined));
  });

  it('takes own properties alone: of a class, of no class, beside names that every object has', () => {
    expect(readAll(Object.create({ fact1: 1, fact2: 2, fact3: 3 }) as Facts, names.slice(0, 5))).toEqual(Array(5).fill(undefined));
    expect(readAll(Object.assign(Object.create(null) as object, { fact1: 1 }), names.slice(0, 3))).toEqual([undefined, 1, undefined]);
    expect(readAll({ fact0: 0 }, ['fact0', 'toString', 'constructor', '__proto__', 'valueOf'])).toEqual([0, undefined, undefined, undefined, undefined]);
    expect(readAll(JSON.parse('{ "__proto__": 1, "toString": 2 }') as Facts, ['fact0', 'toString', '__proto__', 'fact1'])).toEqual([undefined, 2, 1, undefined]);
  });

  it('is not deceived by what a page adds to all objects', () => {
    (Object.prototype as Record<string, unknown>)['fact3'] = 'from the page';
    expect(readAll({ fact1: 1 }, names.slice(0, 5))).toEqual([undefined, 1, undefined, undefined, undefined]);
  });

  it('reads what stands inside a fact, of objects, lists and nothing', () => {
    const layout = frameLayout();
    const places = ['$.n', '$.length', '$.toString', '$.a.b', '$[0]'].map((path) => layout.placeOf({ fact: 'o', path }));
    const at = (o: unknown): unknown[] => { const frame = layout.read({ o }); return places.map((place) => frame[place]); };
    expect(at({ n: 1, a: { b: 2 } })).toEqual([1, undefined, undefined, 2, undefined]);
    expect(at(['x'])).toEqual([undefined, 1, undefined, undefined, 'x']);
    for (const nothing of [null, undefined, 'text', 5]) expect(at(nothing)).toEqual(Array(5).fill(undefined));
    expect(at({ n: 3 })).toEqual([3, undefined, undefined, undefined, undefined]);
  });
});
