import { isRecord } from './json-schema.js';

/** What people filled in: plain JSON, never changed in place. */
export type Answers = Readonly<Record<string, unknown>>;

/** Keeps a type parameter from being read off the argument: only who names it gets another one than the default. */
export type Named<Value> = [Value][Value extends unknown ? 0 : never];

/** Whether two JSON values are the same; the order of properties does not matter, `undefined` is absent. */
export function equalJson(left: unknown, right: unknown): boolean {
  if (left === right) return true;
  if (Array.isArray(left)) {
    return Array.isArray(right) && left.length === right.length && left.every((item, index) => equalJson(item, right[index]));
  }
  if (!isRecord(left) || !isRecord(right)) return false;
  const keys = Object.keys(left).filter((key) => left[key] !== undefined);
  const others = Object.keys(right).filter((key) => right[key] !== undefined);
  return keys.length === others.length && keys.every((key) => Object.prototype.hasOwnProperty.call(right, key) && equalJson(left[key], right[key]));
}

/** Whether nothing was answered: absent, null, blank text, an empty list, a group without answers. */
export function isEmpty(value: unknown): boolean {
  if (value === undefined || value === null) return true;
  if (typeof value === 'string') return value.trim() === '';
  if (Array.isArray(value)) return value.length === 0;
  return isRecord(value) && Object.keys(value).every((key) => isEmpty(value[key]));
}
