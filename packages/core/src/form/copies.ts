import type { Answers } from './answers.js';
import type { ChangedNames } from './changed-names.js';
import { define } from './json-schema.js';

/** Objects with more properties are copied the other way. */
const MANY = 100;

/**
 * A copy of an object. One with many properties is filled without a prototype, which it gets at the end: engines keep such an
 * object as a table from the start, and filling a table is several times faster than adding a thousand properties one by one.
 */
export function copyOf(object: Answers, names: readonly string[] = Object.keys(object)): Record<string, unknown> {
  if (names.length <= MANY) return { ...object };
  const copy = Object.create(null) as Record<string, unknown>;
  for (const name of names) copy[name] = object[name];
  return withPrototype(copy, names.length);
}

/** An ordinary object of one that was filled without a prototype. */
export function withPrototype(filled: Record<string, unknown>, size: number): Record<string, unknown> {
  return size <= MANY ? { ...filled } : (Object.setPrototypeOf(filled, Object.prototype) as Record<string, unknown>);
}

/** Sets an own property, also one named `__proto__`. */
export function setOwn(target: Record<string, unknown>, name: string, value: unknown): void {
  if (name === '__proto__') define(target, name, value);
  else target[name] = value;
}

/**
 * A copy of an object with one property replaced; `undefined` removes it. The same object where nothing changes.
 *
 * @param names - Is told of the copy.
 */
export function withProperty(object: Answers, name: string, value: unknown, names?: ChangedNames): Answers {
  const present = Object.prototype.hasOwnProperty.call(object, name);
  if (present ? value !== undefined && object[name] === value : value === undefined) return object;
  const keys = Object.keys(object);
  let copy: Record<string, unknown>;
  if (value !== undefined) {
    copy = copyOf(object, keys);
    setOwn(copy, name, value);
  } else copy = without(object, name, keys);
  names?.note(object, copy, name, present && value !== undefined);
  return copy;
}

function without(object: Answers, left: string, names: readonly string[]): Record<string, unknown> {
  const copy = Object.create(null) as Record<string, unknown>;
  for (const name of names) if (name !== left) copy[name] = object[name];
  return withPrototype(copy, names.length);
}
