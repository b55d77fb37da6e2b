import type { Answers } from './answers.js';
import type { Facts } from './form-model.js';
import { isRecord } from './json-schema.js';

const has = (object: object, name: PropertyKey): boolean => Object.prototype.hasOwnProperty.call(object, name);

/**
 * The facts that a condition reads, reserved ones before answers of the same name, as one object that is not copied together: a
 * form has thousands of answers and a condition reads two. Tells what was read.
 *
 * @param given - A form that asks for a list or a single value has no answers with names: only reserved facts can be read.
 * @param read - Called with the name of each fact that is looked at; with `undefined` when all names are.
 */
export function recordedFacts(given: Answers, reserved: Facts, read: (fact: string | undefined) => void): Facts {
  const answers: Answers = isRecord(given) ? given : {};
  const valueOf = (name: string): unknown => (has(reserved, name) ? reserved[name] : answers[name]);
  const isFact = (name: string): boolean => has(reserved, name) || has(answers, name);
  return new Proxy<Record<string, unknown>>({}, {
    get: (target, name): unknown => {
      if (typeof name !== 'string') return Reflect.get(target, name);
      read(name);
      return isFact(name) ? valueOf(name) : Reflect.get(target, name);
    },
    has: (target, name) => {
      if (typeof name !== 'string') return Reflect.has(target, name);
      read(name);
      return isFact(name) || Reflect.has(target, name);
    },
    getOwnPropertyDescriptor: (_, name) => {
      if (typeof name !== 'string') return undefined;
      read(name);
      return isFact(name) ? { value: valueOf(name), writable: true, enumerable: true, configurable: true } : undefined;
    },
    ownKeys: () => {
      read(undefined);
      return [...new Set([...Object.keys(answers), ...Object.keys(reserved)])];
    },
  });
}
