import { pointerTokens, toPointer, valueAt } from '../../problems/json-pointer.js';
import type { Locale, LocalizedText } from '../../problems/problem.js';
import { localize } from '../../problems/problem.js';
import { isObject } from '../../validation/instance.js';
import { keywordValue } from './keyword-words.js';

/** A place inside the answers of a form. */
export interface FormPlace {
  /** Of the form, in the scheme: `/forms/0`. */
  readonly form: string;
  /** Titles of the fields on the way, outermost first. */
  readonly fields: readonly string[];
  /** The field's place in the answers: `/members/0/name`, with `*` for the items of a list. */
  readonly field: string;
  /** Setting of the field or keyword of the schema; absent where the field itself is meant. */
  readonly setting?: string;
}

/** Where a pointer leads inside a form's schema or field settings; `undefined` for all other places. */
export function formPlace(pointer: string, document: unknown, locale: Locale): FormPlace | undefined {
  const [part, index = '', member, ...rest] = pointerTokens(pointer);
  if (part !== 'forms' || rest.length === 0) return undefined;
  const form = toPointer('forms', index);
  if (member === 'schema') return schemaPlace(form, rest, document, locale);
  if (member !== 'fields') return undefined;
  const [field = '', setting] = rest;
  return { form, field, fields: titlesOnTheWay(form, field, document, locale), setting: setting ?? 'fields' };
}

function schemaPlace(form: string, tokens: readonly string[], document: unknown, locale: Locale): FormPlace {
  const way: string[] = [];
  for (let index = 0; index < tokens.length; index += 1) {
    const [token = '', next] = tokens.slice(index);
    if (token === 'properties' && next !== undefined) {
      way.push(next);
      index += 1;
    } else if (token === 'items' && next !== undefined) way.push('*');
    else {
      const field = toPointer(...way);
      return { form, field, fields: titlesOnTheWay(form, field, document, locale), setting: token };
    }
  }
  const field = toPointer(...way);
  return { form, field, fields: titlesOnTheWay(form, field, document, locale) };
}

function titlesOnTheWay(form: string, field: string, document: unknown, locale: Locale): readonly string[] {
  const tokens = pointerTokens(field);
  return tokens.flatMap((token, index) => (token === '*' ? [] : [titleOfField(form, tokens.slice(0, index + 1), document, locale) ?? token]));
}

/** The title in the field settings goes before that of the schema. */
export function titleOfField(form: string, tokens: readonly string[], document: unknown, locale: Locale): string | undefined {
  const set = valueAt(document, `${form}${toPointer('fields', toPointer(...tokens), 'title')}`);
  if (isObject(set)) return localize(set as unknown as LocalizedText, locale);
  const schema = tokens.reduce((at, token) => `${at}${token === '*' ? '/items' : toPointer('properties', token)}`, `${form}/schema`);
  const title = valueAt(document, `${schema}/title`);
  return typeof title === 'string' && title !== '' ? title : undefined;
}

/** What a setting says: required answers and options by their titles, types in words. */
export function formValue({ form, field, setting }: FormPlace, value: unknown, documents: readonly unknown[], locale: Locale): string | undefined {
  if (setting === undefined) return undefined;
  if ((setting === 'required' || setting === 'enum') && Array.isArray(value)) {
    if (value.length === 0) return locale === 'en' ? 'nothing' : '无';
    const titled = (value as unknown[]).map((item) => {
      const titles = documents.map((document) => (setting === 'required' ? titleOfField(form, [...pointerTokens(field), String(item)], document, locale) : titleOfOption(form, field, item, document, locale)));
      return titles.find((title) => title !== undefined) ?? String(item);
    });
    return titled.join(locale === 'en' ? ', ' : '、');
  }
  return keywordValue(setting, value, locale);
}

function titleOfOption(form: string, field: string, value: unknown, document: unknown, locale: Locale): string | undefined {
  const places = [field, field.replace(/\/\*$/, '')];
  const title = places.map((place) => valueAt(document, `${form}${toPointer('fields', place, 'options', String(value))}`)).find(isObject);
  return title === undefined ? undefined : localize(title as unknown as LocalizedText, locale);
}
