import { formatDate, isDate } from '../calendar/dates.js';
import { words } from '../locales/words.js';
import { pointerTokens, toPointer } from '../problems/json-pointer.js';
import type { Locale } from '../problems/problem.js';
import { localize } from '../problems/problem.js';
import { equalJson, isEmpty } from './answers.js';
import type { FieldSpec } from './field-spec.js';
import type { FieldOption, FormNode } from './form-model.js';
import { isRecord, own } from './json-schema.js';
import { fieldOptions } from './labels.js';

/** An answer of an item, with its widget and the choices of its question. */
interface ItemAnswer { readonly value: unknown; readonly widget: string; readonly options: readonly FieldOption[] }

/** Finds an answer by the names on the way to it, from the item on. */
type AnswerAt = (names: readonly string[]) => ItemAnswer | undefined;

/** Longer titles would fill the place in which they stand. */
const LONGEST_TITLE = 60;

/** What lists call their items: the text or the pointer of their settings; a list beside its opened item falls back to the first question that is written in words. */
function templateOf({ settings, widget, item }: FieldSpec, locale: Locale): string | undefined {
  const { itemTitle } = settings;
  if (typeof itemTitle === 'string') return itemTitle;
  if (isRecord(itemTitle)) return localize(itemTitle, locale);
  if (widget !== 'listDetail') return undefined;
  const first = item?.children.find(({ shape, type }) => shape === 'leaf' && type === 'string') ?? item?.children.find(({ shape }) => shape === 'leaf');
  return first && toPointer(first.name);
}

/** Answers that the title of a list's items is made of and its items do not have; `undefined` for a field that has no items. */
export function unknownInTitle(list: FieldSpec): readonly string[] | undefined {
  const { itemTitle } = list.settings;
  if (itemTitle === undefined) return [];
  const { item } = list;
  if (item === undefined) return undefined;
  const named = typeof itemTitle === 'string' ? [itemTitle] : Object.values(itemTitle).flatMap((text) => Array.from(String(text).matchAll(PLACE), (place) => pointerIn(place[1] as string)));
  const has = (spec: FieldSpec, [name, ...rest]: readonly string[]): boolean => {
    const child = spec.children.find((each) => each.name === name);
    return child !== undefined && (rest.length === 0 || has(child, rest));
  };
  return named.filter((pointer) => !has(item, pointerTokens(pointer)));
}

const PLACE = /\{([^{}]+)\}/g;
const pointerIn = (place: string): string => (place.startsWith('/') ? place : `/${place}`);

function titleBy(template: string, answerAt: AnswerAt, locale: Locale): string {
  const textAt = (pointer: string): string => shortText(answerAt(pointerTokens(pointer)), locale);
  const text = template.startsWith('/') ? textAt(template) : filledIn(template, textAt);
  return text.length > LONGEST_TITLE ? `${text.slice(0, LONGEST_TITLE)}…` : text;
}

/** A text with answers in its places, `{name}（{role}）`; brackets around nothing go, and a text none of whose places is filled says nothing. */
function filledIn(template: string, textAt: (pointer: string) => string): string {
  let isFilled = false;
  const text = template.replace(PLACE, (_place, name: string) => {
    const answer = textAt(pointerIn(name));
    isFilled = isFilled || answer !== '';
    return answer;
  });
  return isFilled ? text.replace(/（\s*）|\(\s*\)/g, '').trim() : '';
}

function shortText(answer: ItemAnswer | undefined, locale: Locale): string {
  // What is typed unseen is not told in a title either.
  if (answer === undefined || isEmpty(answer.value) || answer.widget === 'password') return '';
  const { value, options } = answer;
  const choice = options.find((option) => equalJson(option.value, value));
  if (choice) return choice.label;
  if (typeof value === 'string') return isDate(value) ? formatDate(value, locale) : value.trim();
  if (typeof value === 'boolean') return value ? words[locale].yes : words[locale].no;
  return typeof value === 'number' ? String(value) : '';
}

/** What the item of a list is called by its questions as they are drawn; `''` where nothing of it is answered, `undefined` where its list gives no titles. */
export function itemTitleOfNodes(list: FieldSpec, children: readonly FormNode[], locale: Locale): string | undefined {
  const template = templateOf(list, locale);
  return template === undefined ? undefined : titleBy(template, (names) => nodeAt(children, names), locale);
}

function nodeAt(children: readonly FormNode[], names: readonly string[]): ItemAnswer | undefined {
  const [name, ...rest] = names;
  const node = children.find(({ template, visible }) => visible && pointerTokens(template).pop() === name);
  return node === undefined || rest.length === 0 ? node : nodeAt(node.children, rest);
}

/**
 * The same for an item of answers that somebody handed in.
 *
 * @param sees - Whether the reader may see the answers to a field; a title tells nothing else.
 */
export function itemTitleOfValue(list: FieldSpec, value: unknown, locale: Locale, sees: (field: FieldSpec) => boolean): string | undefined {
  const template = templateOf(list, locale);
  return template === undefined || list.item === undefined ? undefined : titleBy(template, (names) => valueIn(list.item as FieldSpec, value, names, { locale, sees }), locale);
}

interface Reader { readonly locale: Locale; readonly sees: (field: FieldSpec) => boolean }

function valueIn(spec: FieldSpec, value: unknown, [name, ...rest]: readonly string[], reader: Reader): ItemAnswer | undefined {
  const child = spec.children.find((each) => each.name === name);
  if (child === undefined || !isRecord(value) || !reader.sees(child)) return undefined;
  const inner = own(value, child.name);
  return rest.length === 0 ? { value: inner, widget: child.widget, options: fieldOptions(child, reader.locale) } : valueIn(child, inner, rest, reader);
}
