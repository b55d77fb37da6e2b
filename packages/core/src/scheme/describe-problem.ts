import { message } from '../locales/message.js';
import { schemeEn, schemeRemediesEn } from '../locales/scheme-en.js';
import { schemeRemediesZhCn, schemeZhCn } from '../locales/scheme-zh-cn.js';
import { wordOf } from '../locales/scheme-words.js';
import type { Locale } from '../problems/problem.js';
import { pointerTokens, toPointer } from '../problems/json-pointer.js';
import { titleOf, titlesAt } from './title-path.js';

const sentences = { 'zh-CN': schemeZhCn, en: schemeEn };
const remedies = { 'zh-CN': schemeRemediesZhCn, en: schemeRemediesEn };

/** The sentences of a finding. */
export interface Description {
  readonly message: string;
  readonly remedy?: string;
}

/**
 * Puts a finding into words.
 *
 * @param pointer - Into the document, so that the sentence can name what it is about: 「会审表决」的基数.
 */
export function describe(finding: { readonly code: string; readonly params: Readonly<Record<string, unknown>> }, document: unknown, pointer: string, locale: Locale): Description {
  const titles = titlesAt(document, pointer, locale);
  const [property, parent] = placeOf(pointer);
  const { key, title } = finding.params;
  const keyTitles = typeof key === 'string' ? titlesAt(document, toPointer('parameters', key), locale) : [];
  const params = { ...finding.params, keyTitle: titleOf(title, locale) ?? keyTitles[keyTitles.length - 1] ?? '', atRoot: pointerTokens(pointer).length === 1, owner: titles[titles.length - 1] ?? '', place: property, placeWord: wordOf(`${parent}.${property}`, locale) || wordOf(property, locale) };
  const sentence = message(finding.code, params, locale, sentences);
  const remedy = finding.code in remedies[locale] ? message(finding.code, params, locale, remedies) : '';
  return remedy === '' ? { message: sentence } : { message: sentence, remedy };
}

/** The property that a pointer leads to and what holds it, by names of the format: keys that a scheme chooses, such as pointers of fields, are passed over. */
function placeOf(pointer: string): readonly [property: string, parent: string] {
  const named = pointerTokens(pointer).filter((token) => !/^\d+$/.test(token));
  const visible = named.indexOf('visibleTo');
  const [property = '', parent = '', around = ''] = (visible < 0 ? named : named.slice(0, visible + 1)).reverse();
  return [property, parent.startsWith('/') ? around : parent];
}
