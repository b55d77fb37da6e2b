import type { Locale, LocalizedText } from '@cobuild/core';
import { definitionAddress, formatName, localize, toPointer, valueAt } from '@cobuild/core';
import { heading } from './editor-context.js';
import { formsWords } from './forms/words.js';

/** A line of the outline: a part of the scheme, or a thing in one. */
export interface OutlineEntry {
  readonly pointer: string;
  readonly title: string;
  readonly things: readonly OutlineEntry[];
  /** The format has it and this scheme does not yet. */
  readonly absent: boolean;
}

/** Parts in the order in which a scheme is made, with where the things in them stand. */
const PARTS: readonly (readonly [pointer: string, things?: string])[] = [
  ['/parameters', '/parameters'], ['/organisation'], ['/forms', '/forms'], ['/definitions', '/definitions'], ['/eligibility', '/eligibility/rules'], ['/stages', '/stages'], ['/thresholds', '/thresholds'], ['/scoring', '/scoring/criteria'],
  ['/decisionTables', '/decisionTables'], ['/publicVotes', '/publicVotes'], ['/allocation'], ['/smallCaps', '/smallCaps'], ['/publicity', '/publicity/notices'], ['/supervision'], ['/evaluation'], ['/cycles', '/cycles'],
  ['/archive'], ['/calendar'], ['/terms'],
];

/** What the scheme consists of, with what it could have besides. */
export function outlineOf(document: unknown, locale: Locale): readonly OutlineEntry[] {
  return PARTS.map(([pointer, things]) => ({
    pointer, title: heading(formatName(pointer.slice(1), locale)), absent: valueAt(document, pointer) === undefined, things: things === undefined ? [] : thingsAt(document, things, locale),
  }));
}

/** Of the lists and maps as they are now: a value is never changed in place, and each draw asks for them. */
const named = new WeakMap<object, { readonly pointer: string; readonly locale: Locale; readonly things: readonly OutlineEntry[] }>();

/** The things of a list, or the entries of a map, by their titles. */
export function thingsAt(document: unknown, pointer: string, locale: Locale): readonly OutlineEntry[] {
  const held = valueAt(document, pointer);
  if (held === null || typeof held !== 'object') return [];
  const known = named.get(held);
  if (known?.pointer === pointer && known.locale === locale) return known.things;
  const things = thingsOf(held, pointer, locale);
  named.set(held, { pointer, locale, things });
  return things;
}

function thingsOf(held: object, pointer: string, locale: Locale): readonly OutlineEntry[] {
  return Object.entries(held).map(([key, thing]) => ({ pointer: `${pointer}${toPointer(key)}`, title: thingTitle(`${pointer}${toPointer(key)}`, thing, locale) || (Array.isArray(held) ? `${Number(key) + 1}` : key), things: [], absent: false }));
}

/** The same where it stands: versions of a definition are told apart by their numbers. */
export function thingTitle(pointer: string, thing: unknown, locale: Locale): string {
  const address = pointer.startsWith('/definitions/') ? definitionAddress(valueAt(thing, '/schema/$id')) : undefined;
  return address === undefined ? titleOf(thing, locale) : formsWords[locale].definitionVersion(titleOf(thing, locale), address.version);
}

/** What a thing is called: its title, else its id. */
export function titleOf(thing: unknown, locale: Locale): string {
  const title = valueAt(thing, '/title') ?? valueAt(thing, '/description');
  const text = typeof title === 'string' ? title : title !== null && typeof title === 'object' ? localize(title as LocalizedText, locale) : '';
  const id = valueAt(thing, '/id');
  return text === '' ? (typeof id === 'string' ? id : '') : text;
}

/** Lists and maps whose things have a page each; what is smaller stands on the page of what it belongs to. */
export const pagedLists: readonly string[] = [...PARTS.flatMap(([, things]) => (things === undefined ? [] : [things])), '/tests'];

/** The page that shows a place: that of the thing it lies in, of its part, or the overview (`''`). */
export function pageOf(pointer: string): string {
  const list = pagedLists.find((candidate) => pointer.startsWith(`${candidate}/`));
  if (list !== undefined) return `${list}/${pointer.slice(list.length + 1).split('/')[0] ?? ''}`;
  const part = `/${pointer.split('/')[1] ?? ''}`;
  return PARTS.some(([at]) => at === part) || part === '/tests' ? part : '';
}
