import type { Locale } from '../problems/problem.js';
import { pointerTokens } from '../problems/json-pointer.js';
import { hasOwn, isObject } from '../validation/instance.js';

/** The titles of the things that a pointer leads through, outermost first: `['会审', '会审表决']`. The scheme's own is left out. */
export function titlesAt(document: unknown, pointer: string, locale: Locale): string[] {
  const titles: string[] = [];
  let value = document;
  for (const token of pointerTokens(pointer)) {
    if (value === null || typeof value !== 'object' || !hasOwn(value as Readonly<Record<string, unknown>>, token)) break;
    value = (value as Readonly<Record<string, unknown>>)[token];
    const title = isObject(value) ? titleOf(value['title'], locale) : undefined;
    if (title !== undefined) titles.push(title);
  }
  return titles;
}

function titleOf(title: unknown, locale: Locale): string | undefined {
  if (!isObject(title)) return undefined;
  const text = hasOwn(title, locale) ? title[locale] : title['zh-CN'];
  return typeof text === 'string' && text !== '' ? text : undefined;
}
