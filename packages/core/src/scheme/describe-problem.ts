import { message } from '../locales/message.js';
import { formatName, formatValue } from '../locales/format-words.js';
import { schemeEn, schemeRemediesEn } from '../locales/scheme-en.js';
import { remediesTitlesOnly, sentencesTitlesOnly } from '../locales/scheme-titles-only.js';
import { schemeRemediesZhCn, schemeZhCn } from '../locales/scheme-zh-cn.js';
import { wordOf } from '../locales/scheme-words.js';
import type { Locale } from '../problems/problem.js';
import { pointerTokens, toPointer, valueAt } from '../problems/json-pointer.js';
import { titleOf, titlesAt } from './title-path.js';

const sentences = { 'zh-CN': schemeZhCn, en: schemeEn };
const remedies = { 'zh-CN': schemeRemediesZhCn, en: schemeRemediesEn };
/** The same for whoever sees no file. */
const titled = {
  sentences: { 'zh-CN': { ...schemeZhCn, ...sentencesTitlesOnly['zh-CN'] }, en: { ...schemeEn, ...sentencesTitlesOnly.en } },
  remedies: { 'zh-CN': { ...schemeRemediesZhCn, ...remediesTitlesOnly['zh-CN'] }, en: { ...schemeRemediesEn, ...remediesTitlesOnly.en } },
};

/** How findings are told. */
export interface Telling {
  readonly locale: Locale;
  /** Things are called by their titles and settings by their words alone, for whoever works in an editor and sees no file. Without it sentences also name what stands in the file. */
  readonly titlesOnly?: boolean | undefined;
}

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
export function describe(finding: { readonly code: string; readonly params: Readonly<Record<string, unknown>> }, document: unknown, pointer: string, { locale, titlesOnly = false }: Telling): Description {
  const titles = titlesAt(document, pointer, locale);
  const [property, parent] = placeOf(pointer);
  const { key, title, method, kind } = finding.params;
  const keyTitles = typeof key === 'string' ? titlesAt(document, toPointer('parameters', key), locale) : [];
  const params = {
    ...finding.params, keyTitle: titleOf(title, locale) ?? keyTitles[keyTitles.length - 1] ?? '', atRoot: pointerTokens(pointer).length === 1, owner: titles[titles.length - 1] ?? '', place: property, titlesOnly,
    placeWord: titlesOnly ? plainWord(document, pointer, property, parent, locale) : wordOf(`${parent}.${property}`, locale) || wordOf(property, locale),
    ...(titlesOnly && typeof method === 'string' ? { method: formatValue('method', method, locale) } : {}), ...(titlesOnly && typeof kind === 'string' ? { kind: formatValue('kind', kind, locale) } : {}),
  };
  const sentence = message(finding.code, params, locale, titlesOnly ? titled.sentences : sentences);
  const remedy = finding.code in remedies[locale] ? message(finding.code, params, locale, titlesOnly ? titled.remedies : remedies) : '';
  return remedy === '' ? { message: sentence } : { message: sentence, remedy };
}

/** What an editor calls a setting; the column of a table by its title. */
function plainWord(document: unknown, pointer: string, property: string, parent: string, locale: Locale): string {
  const inside = formatName(`${parent}.${property}`, locale);
  const word = inside === `${parent}.${property}` ? formatName(property, locale) : inside;
  return columnTitle(document, pointer, locale) ?? (word === property && locale === 'zh-CN' ? '' : word);
}

/** The title of the column that a cell of a row stands in: `/decisionTables/0/rows/1/outputs/way` is named by the output `way` of the table. */
function columnTitle(document: unknown, pointer: string, locale: Locale): string | undefined {
  const [, table, list, column] = /^(.*)\/rows\/\d+\/(\w+)\/([^/]+)$/.exec(pointer) ?? [];
  const columns = table === undefined ? undefined : valueAt(document, `${table}/${list ?? ''}`);
  return Array.isArray(columns) ? titleOf(valueAt((columns as readonly unknown[]).find((each) => valueAt(each, '/id') === column), '/title'), locale) : undefined;
}

/** The property that a pointer leads to and what holds it, by names of the format: keys that a scheme chooses, such as pointers of fields, are passed over. */
function placeOf(pointer: string): readonly [property: string, parent: string] {
  const named = pointerTokens(pointer).filter((token) => !/^\d+$/.test(token));
  const visible = named.indexOf('visibleTo');
  const [property = '', parent = '', around = ''] = (visible < 0 ? named : named.slice(0, visible + 1)).reverse();
  return [property, parent.startsWith('/') ? around : parent];
}
