import type { Locale, Problem } from '@cobuild/core';
import { messages } from '../locales/messages.js';
import type { Expected, Shape, ShapeFault } from './shape.js';
import { warnOnce } from './warn-once.js';
import { wordTables } from './word-tables.js';

interface Reading {
  readonly given: unknown;
  readonly used: unknown;
  readonly fault: ShapeFault | undefined;
}

const expectedWords = wordTables<Readonly<Record<Expected, string>>>({
  'zh-CN': { object: '对象', list: '列表', filledList: '至少有一项的列表', text: '文字', number: '数字', boolean: 'true 或 false', date: '日期 YYYY-MM-DD', choice: '格式规定的取值之一', function: '函数' },
  en: { object: 'an object', list: 'a list', filledList: 'a list with at least one entry', text: 'a text', number: 'a number', boolean: 'true or false', date: 'a date YYYY-MM-DD', choice: 'one of the values of the format', function: 'a function' },
});

/**
 * Looks at each document that a host gives before anything is drawn from it: what has another shape is left out, named once in the
 * console, and told by {@link problems}. A document is looked at again when it is another object.
 */
export class GivenDocuments {
  private readonly readings = new Map<string, Reading>();

  /** @param tag - Name of the element, for the console. */
  constructor(private readonly tag: string) {}

  /** The document, or `undefined` where none was given (`null` is none, too) or it has another shape. */
  read<T>(name: string, given: unknown, shape: Shape<T>): T | undefined {
    return this.reading(name, given, () => {
      const fault = shape(given, '');
      return { given, used: fault ? undefined : given, fault };
    }) as T | undefined;
  }

  /** A list whose entries stand for themselves, such as lines of a work list: those of another shape are left out, the others stay. */
  readLines<T>(name: string, given: unknown, shape: Shape<T>): readonly T[] {
    const lines = this.reading(name, given, () => {
      if (!Array.isArray(given)) return { given, used: undefined, fault: { pointer: '', expected: 'list' } };
      const faults = Array.from(given as readonly unknown[], (line, index) => shape(line, `/${index}`));
      const fault = faults.find((found) => found !== undefined);
      return { given, used: fault ? (given as readonly unknown[]).filter((_, index) => faults[index] === undefined) : given, fault };
    });
    return (lines as readonly T[] | undefined) ?? [];
  }

  /** One problem for each document that has another shape. */
  problems(locale: Locale): readonly Problem[] {
    return [...this.readings].flatMap(([document, { fault }]): Problem[] => {
      if (!fault) return [];
      const params = { document, pointer: fault.pointer, expected: expectedWords[locale][fault.expected] };
      const words = messages[locale];
      const problem = { code: 'element/broken-document', severity: 'error' as const, document, pointer: fault.pointer, params, message: words.brokenDocument(params) };
      return [document === 'scheme' ? { ...problem, remedy: words.brokenSchemeRemedy } : problem];
    });
  }

  private reading(name: string, given: unknown, read: () => Reading): unknown {
    if (given === undefined || given === null) {
      this.readings.delete(name);
      return undefined;
    }
    const known = this.readings.get(name);
    if (known && Object.is(known.given, given)) return known.used;
    const reading = read();
    this.readings.set(name, reading);
    if (reading.fault) warnOnce('element/broken-document', `<${this.tag}>.${name}${reading.fault.pointer} must be ${expectedWords.en[reading.fault.expected]}`);
    return reading.used;
  }
}
