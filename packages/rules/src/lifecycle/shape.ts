import { isDate } from '@cobuild/core';
import { timeOf } from '../public-vote/vote-window.js';

/** Looks at a value; answers the pointer of the first defect, `''` for the value itself, `undefined` where all is well. */
export type Shape = (value: unknown) => string | undefined;

const has = (object: object, key: string): boolean => Object.prototype.hasOwnProperty.call(object, key);

const shape = (fits: (value: unknown) => boolean): Shape => (value) => (fits(value) ? undefined : '');

export const text: Shape = shape((value) => typeof value === 'string');
export const name: Shape = shape((value) => typeof value === 'string' && value !== '');
export const flag: Shape = shape((value) => typeof value === 'boolean');
export const day: Shape = shape(isDate);
export const count: Shape = shape((value) => Number.isSafeInteger(value) && (value as number) >= 0);
export const number: Shape = shape((value) => typeof value === 'number' && Number.isFinite(value));
export const yes: Shape = shape((value) => value === true);
export const id: Shape = shape((value) => typeof value === 'string' && /^[A-Za-z][A-Za-z0-9-]{0,79}$/.test(value));
export const instant: Shape = shape((value) => timeOf(value) !== undefined);
export const anyObject: Shape = shape((value) => typeof value === 'object' && value !== null && !Array.isArray(value));

export function oneOf(...choices: readonly string[]): Shape {
  return shape((value) => typeof value === 'string' && choices.includes(value));
}

export function listOf(item: Shape, most = Infinity): Shape {
  return (value) => {
    if (!Array.isArray(value) || value.length > most) return '';
    for (let index = 0; index < value.length; index += 1) {
      const defect = item(value[index]);
      if (defect !== undefined) return `/${index}${defect}`;
    }
    return undefined;
  };
}

/** An object with these members, and `x-…` and `$comment` as everywhere in the format. `optional` members may be absent. */
export function objectOf(required: Readonly<Record<string, Shape>>, optional: Readonly<Record<string, Shape>> = {}): Shape {
  return (value) => {
    if (anyObject(value) !== undefined) return '';
    const object = value as Readonly<Record<string, unknown>>;
    for (const [key, member] of [...Object.entries(required), ...Object.entries(optional)]) {
      if (!has(object, key) && has(optional, key)) continue;
      const defect = has(object, key) ? member(object[key]) : '';
      if (defect !== undefined) return `/${key}${defect}`;
    }
    const stranger = Object.keys(object).find((key) => !has(required, key) && !has(optional, key) && key !== '$comment' && !key.startsWith('x-'));
    return stranger === undefined ? undefined : `/${stranger}`;
  };
}
