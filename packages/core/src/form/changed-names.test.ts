import { describe, expect, it } from 'vitest';
import type { Answers } from './answers.js';
import { ChangedNames } from './changed-names.js';
import { copyOf, withProperty } from './copies.js';

const many = Object.fromEntries(Array.from({ length: 200 }, (_, index) => [`name${index}`, index]));

describe('ChangedNames', () => {
  it('tells what was noted along the copies, without looking at the rest', () => {
    const names = new ChangedNames();
    const one = withProperty(many, 'name3', 'x', names);
    const two = withProperty(one, 'name7', 'y', names);
    expect([...names.between(many, two)].sort()).toEqual(['name3', 'name7']);
    expect(names.keepOrder(many, two)).toBe(true);
  });

  it('compares what nobody noted', () => {
    const names = new ChangedNames();
    expect([...names.between({ a: 1, b: 2, c: 3 }, { a: 1, b: 4, d: 5 })].sort()).toEqual(['b', 'c', 'd']);
    expect([...names.between('text', { a: 1 })]).toEqual(['a']);
    expect([...names.between({ a: 1 }, undefined)]).toEqual(['a']);
    expect([...names.between(['a'], ['b'])]).toEqual([]);
    expect(names.keepOrder({ a: 1 }, { a: 2 })).toBe(false);
  });

  it.each<[string, (object: Answers, names: ChangedNames) => Answers]>([
    ['adds a property', (object, names) => withProperty(object, 'new', 1, names)],
    ['removes one', (object, names) => withProperty(object, 'name3', undefined, names)],
  ])('knows that the order is another where a copy %s', (_, copy) => {
    const names = new ChangedNames();
    expect(names.keepOrder(many, copy(many, names))).toBe(false);
  });

  it('come to an end where two objects were compared there and back again', () => {
    const names = new ChangedNames();
    const [one, other, third] = [{ a: 1 }, { a: 2 }, { b: 3 }];
    expect([...names.between(one, other)]).toEqual(['a']);
    expect([...names.between(other, one)]).toEqual(['a']);
    expect([...names.between(third, one)].sort()).toEqual(['a', 'b']);
    expect(names.keepOrder(third, other)).toBe(false);
  });
});

describe('copies', () => {
  it.each([['few', { a: 1 }], ['many', many]])('of objects with %s properties are ordinary objects in the same order', (_, object: Answers) => {
    const copy = copyOf(object);
    expect(copy).toStrictEqual(object);
    expect(Object.keys(copy)).toEqual(Object.keys(object));
    expect(Object.getPrototypeOf(copy)).toBe(Object.prototype);
  });

  it.each([['few', {}], ['many', many]])('of objects with %s properties have a property named __proto__ like any other', (_, object: Answers) => {
    const given = { ...object, ...(JSON.parse('{"__proto__":{"polluted":true}}') as Answers) };
    const copy = withProperty(withProperty(given, '__proto__', { other: 1 }), 'a', 1);
    expect(Object.getPrototypeOf(copy)).toBe(Object.prototype);
    expect(Object.getOwnPropertyDescriptor(copy, '__proto__')?.value).toEqual({ other: 1 });
    expect(Object.keys(withProperty(copy, '__proto__', undefined))).not.toContain('__proto__');
  });

  it('are not made where nothing changes', () => {
    expect(withProperty(many, 'name3', 3)).toBe(many);
    expect(withProperty(many, 'nobody', undefined)).toBe(many);
  });
});
