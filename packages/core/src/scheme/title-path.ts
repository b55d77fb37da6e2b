import type { Locale } from '../problems/problem.js';
import { pointerTokens, toPointer, valueAt } from '../problems/json-pointer.js';
import { hasOwn, isObject } from '../validation/instance.js';

/** The titles of the things that a pointer leads through, outermost first: `['会审', '会审表决']`. The scheme's own is left out. */
export function titlesAt(document: unknown, pointer: string, locale: Locale): string[] {
  const titles: string[] = [];
  let value = document;
  const question = questionAt(document, pointer, locale);
  for (const token of pointerTokens(pointer)) {
    if (value === null || typeof value !== 'object' || !hasOwn(value as Readonly<Record<string, unknown>>, token)) break;
    value = (value as Readonly<Record<string, unknown>>)[token];
    const title = isObject(value) ? titleOf(value['title'], locale) : undefined;
    if (title !== undefined) titles.push(title);
  }
  return question === undefined || titles[titles.length - 1] === question ? titles : [...titles, question];
}

/** What a question is called that a pointer leads into, by the settings of its form, a calculation, or the form's schema; also where its own title is what is wrong. */
function questionAt(document: unknown, pointer: string, locale: Locale): string | undefined {
  const [forms, index = '', part, ...rest] = pointerTokens(pointer);
  if (forms !== 'forms' || (part !== 'fields' && part !== 'computed' && part !== 'schema')) return undefined;
  const form = toPointer('forms', index);
  const address = part === 'schema' ? answerAddress(rest) : rest[0];
  if (address === undefined || address === '') return undefined;
  const set = titleOf(valueAt(document, `${form}/fields${toPointer(address)}/title`), locale);
  const written = valueAt(document, `${form}/schema${schemaPointer(address)}/title`);
  return set ?? (typeof written === 'string' && written !== '' ? written : address.replace(/^\//, ''));
}

/** `properties/lines/items/properties/amount` speaks of `/lines/* /amount` (without the space). */
function answerAddress(tokens: readonly string[]): string {
  let address = '';
  for (let index = 0; index < tokens.length; index += 1) {
    if (tokens[index] === 'properties' && index + 1 < tokens.length) address += toPointer(tokens[(index += 1)] as string);
    else if (tokens[index] === 'items') address += '/*';
  }
  return address;
}

const schemaPointer = (address: string): string => pointerTokens(address).map((token) => (token === '*' ? '/items' : `/properties${toPointer(token)}`)).join('');

export function titleOf(title: unknown, locale: Locale): string | undefined {
  if (!isObject(title)) return undefined;
  const text = hasOwn(title, locale) ? title[locale] : title['zh-CN'];
  return typeof text === 'string' && text !== '' ? text : undefined;
}
