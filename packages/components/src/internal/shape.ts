import { toPointer } from '@cobuild/core';

/** What can be expected at a place of a document; the messages have a word for each. */
export type Expected = 'object' | 'list' | 'filledList' | 'text' | 'number' | 'boolean' | 'date' | 'choice' | 'function';

/** The first place at which a document is not what an element reads. */
export interface ShapeFault {
  /** JSON Pointer into the document; `''` is the whole. */
  readonly pointer: string;
  readonly expected: Expected;
}

/** Finds the first fault of a value; `T` is what a value without fault may be taken for. */
export interface Shape<T = unknown> {
  (value: unknown, pointer: string): ShapeFault | undefined;
  readonly type?: T;
}

export const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null && !Array.isArray(value);

const simple =
  (expected: Expected, holds: (value: unknown) => boolean): Shape =>
  (value, pointer) =>
    holds(value) ? undefined : { pointer, expected };

export const text = simple('text', (value) => typeof value === 'string');
export const number = simple('number', (value) => typeof value === 'number' && Number.isFinite(value));
export const boolean = simple('boolean', (value) => typeof value === 'boolean');
export const method = simple('function', (value) => typeof value === 'function');
export const date = (isDate: (text: string) => boolean): Shape => simple('date', (value) => typeof value === 'string' && isDate(value));
export const oneOf = (...choices: readonly string[]): Shape => simple('choice', (value) => typeof value === 'string' && choices.includes(value));

export const optional =
  (shape: Shape): Shape =>
  (value, pointer) =>
    value === undefined ? undefined : shape(value, pointer);

/** The first fault among the members of a value, by these names. */
function firstFault(value: object, names: Iterable<string | number>, shapeOf: (name: string | number) => Shape | undefined, pointer: string): ShapeFault | undefined {
  for (const name of names) {
    // The whole way is written only for what is wrong: as a rule nothing is.
    const fault = shapeOf(name)?.((value as Readonly<Record<string | number, unknown>>)[name], '');
    if (fault) return { expected: fault.expected, pointer: `${pointer}${toPointer(name)}${fault.pointer}` };
  }
  return undefined;
}

export const list =
  (item: Shape, expected: 'list' | 'filledList' = 'list'): Shape =>
  (value, pointer) => {
    if (!Array.isArray(value) || (expected === 'filledList' && value.length === 0)) return { pointer, expected };
    // `keys` of a list also meets its gaps, which those of an object would skip.
    return firstFault(value, value.keys(), () => item, pointer);
  };

/** Values of one shape under any key. */
export const record =
  (entry?: Shape): Shape =>
  (value, pointer) => {
    if (!isRecord(value)) return { pointer, expected: 'object' };
    return entry && firstFault(value, Object.keys(value), () => entry, pointer);
  };

/** An object with these members; others may stand beside them. */
export const object =
  <T>(members: { readonly [K in keyof T]?: Shape }): Shape<T> =>
  (value, pointer) =>
    isRecord(value) ? firstFault(value, Object.keys(members), (name) => members[name as keyof T], pointer) : { pointer, expected: 'object' };
