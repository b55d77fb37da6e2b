import type { Locale } from '@cobuild/core';
import { pointerTokens, toPointer, valueAt } from '@cobuild/core';
import type { SchemeFinding } from '../findings.js';
import type { OwnOperator } from '../operators/index.js';
import { conditionName } from './condition-names.js';
import { isNode } from './schema-shape.js';
import { formAt, namesOfFacts, splitFactName, stepsOf, titleAt, titleText, valueTitle } from './scheme-names.js';

type Params = Readonly<Record<string, unknown>>;

/** Params that hold the id of something with a title, beside those that are asked for by name below. */
const IDS: readonly string[] = ['cap', 'source', 'fund', 'tranche', 'rule', 'by', 'rules', 'before', 'other', 'grade', 'phase', 'next', 'rest', 'row', 'criterion', 'outcome', 'first', 'stage', 'report', 'form'];
/** Where such things stand, beside the lists that the finding's own place lies in. */
const LISTS: readonly string[] = ['/eligibility/rules', '/stages', '/forms', '/supervision/reports', '/allocation/coFunding/sources'];

/**
 * The params of a finding as its sentences are to have them: things by their titles in the language, facts by those of the form's fields, conditions in words. The
 * finding itself keeps the names of the file, for programs.
 */
export function namedParams({ code, pointer, params }: SchemeFinding, scheme: unknown, locale: Locale, operators?: readonly OwnOperator[]): Params {
  const { fact, answer, parameter, known, options, at } = params;
  const facts = namesOfFacts(scheme, pointer, locale, operators);
  const label = (name: string): string => {
    const split = splitFactName(name);
    return facts.label(split.fact, split.path);
  };
  const titleOf = titlesAround(scheme, pointer, locale);
  const named: Record<string, unknown> = { ...params, within: ownerTitle(scheme, pointer, locale) };
  for (const key of IDS) if (Object.prototype.hasOwnProperty.call(params, key)) named[key] = withTitles(params[key], titleOf);
  if (typeof fact === 'string' && params['isParameter'] !== true) named['fact'] = label(fact);
  if (typeof answer === 'string') named['answer'] = label(pointerTokens(answer.startsWith('/') ? answer : `/${answer}`).join('.'));
  if (typeof parameter === 'string') named['parameter'] = titleAt(scheme, toPointer('parameters', parameter), locale) ?? parameter;
  if (code === 'scheme/value-not-an-option' && Array.isArray(known) && typeof fact === 'string') named['known'] = withValueTitles(known, fact, scheme, pointer, locale);
  if (code === 'scheme/unknown-fact' && Array.isArray(known)) named['known'] = (known as readonly unknown[]).map((name) => withTitle(String(name), facts.label(String(name)), locale));
  if (code === 'scheme/unknown-parameter' && Array.isArray(known)) named['known'] = (known as readonly unknown[]).map((key) => withTitle(String(key), titleAt(scheme, toPointer('parameters', String(key)), locale), locale));
  if (Array.isArray(options)) named['options'] = optionTitles(options, scheme, pointer, locale);
  if (params['condition'] !== undefined) named['subject'] = conditionName(scheme, pointer, locale, operators).subject;
  if (params['other'] !== undefined && typeof at === 'string') named['against'] = conditionName(scheme, at, locale, operators).short;
  for (const key of ['rule', 'by', 'first', 'second']) {
    const requirement = params[key];
    if (isNode(requirement) && typeof requirement['at'] === 'string') named[key] = { title: titleOf(String(requirement['id'])) ?? requirement['id'], text: conditionName(scheme, requirement['at'], locale, operators).text };
  }
  return named;
}

/** The title of the innermost thing with one that a place lies in; `undefined` where there is none. */
function ownerTitle(scheme: unknown, pointer: string, locale: Locale): string | undefined {
  const tokens = pointerTokens(pointer);
  return tokens.reduce<string | undefined>((title, _, index) => titleAt(scheme, toPointer(...tokens.slice(0, index + 1)), locale) ?? title, undefined);
}

/** Finds a title by the id of what has it: in the lists that a place lies in, and in those that anything may speak of; the nearest list counts. */
function titlesAround(scheme: unknown, pointer: string, locale: Locale): (id: string) => string | undefined {
  const tokens = pointerTokens(pointer);
  const around = tokens.map((_, index) => toPointer(...tokens.slice(0, index + 1))).reverse();
  const below = around.flatMap((place) => {
    const value = valueAt(scheme, place);
    return isNode(value) ? Object.keys(value).filter((key) => Array.isArray(value[key])).map((key) => place + toPointer(key)) : [];
  });
  const lists = [...around, ...below, ...LISTS];
  return (id) => {
    for (const list of lists) {
      const title = titlesIn(valueAt(scheme, list), locale).get(id);
      if (title !== undefined) return title;
    }
    return undefined;
  };
}

const NO_TITLES: ReadonlyMap<string, string> = new Map();
const known = new WeakMap<object, Map<Locale, ReadonlyMap<string, string>>>();

/** Titles by id in one list. Every finding asks for those of the long lists, so they are read once. */
function titlesIn(list: unknown, locale: Locale): ReadonlyMap<string, string> {
  if (!Array.isArray(list)) return NO_TITLES;
  const byLocale = known.get(list) ?? new Map<Locale, ReadonlyMap<string, string>>();
  known.set(list, byLocale);
  const titles = byLocale.get(locale) ?? readTitles(list, locale);
  byLocale.set(locale, titles);
  return titles;
}

function readTitles(list: readonly unknown[], locale: Locale): ReadonlyMap<string, string> {
  const titles = new Map<string, string>();
  for (const item of list) {
    const { id } = isNode(item) ? item : { id: undefined };
    const title = typeof id === 'string' ? titleText(valueAt(item, '/title'), locale) : undefined;
    if (typeof id === 'string' && title !== undefined && !titles.has(id)) titles.set(id, title);
  }
  return titles;
}

function withTitles(value: unknown, titleOf: (id: string) => string | undefined): unknown {
  if (Array.isArray(value)) return value.map((item: unknown) => withTitles(item, titleOf));
  return typeof value === 'string' ? (titleOf(value) ?? value) : value;
}

/** The titles of the values that the answer of a comparison can have; what has none stays as it is. */
function optionTitles(options: readonly unknown[], scheme: unknown, pointer: string, locale: Locale): readonly unknown[] {
  const [fact, path] = ['fact', 'path'].map((key) => valueAt(scheme, `${pointer}/${key}`));
  return options.map((value) => (typeof fact === 'string' ? valueTitle(scheme, formAt(scheme, pointer), fact, stepsOf(typeof path === 'string' ? path : ''), value, locale) : undefined) ?? value);
}

/** `town（镇街）`: what is written in the file, with what people call it. */
function withTitle(name: string, title: string | undefined, locale: Locale): string {
  return title === undefined || title === name ? name : locale === 'en' ? `${name} ("${title}")` : `${name}（${title}）`;
}

function withValueTitles(known: readonly unknown[], name: string, scheme: unknown, pointer: string, locale: Locale): readonly string[] {
  const { fact, path = '' } = splitFactName(name);
  return known.map((value) => withTitle(String(value), valueTitle(scheme, formAt(scheme, pointer), fact, stepsOf(path), value, locale), locale));
}
