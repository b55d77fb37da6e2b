import { formatSchemas } from '../generated/schemas.js';
import { formatHelp } from '../locales/format-help.js';
import { formatName, formatValue } from '../locales/format-words.js';
import { escapeToken, pointerTokens, valueAt } from '../problems/json-pointer.js';
import type { Locale } from '../problems/problem.js';
import { formatRoot, formatSitesOf } from '../scheme/format-schema.js';
import type { SchemaSite } from '../scheme/schema-cursor.js';
import { hasOwn, isObject } from '../validation/instance.js';
import type { Reference } from './references.js';
import { referenceAt } from './references.js';

/**
 * What a place holds, as somebody who edits it needs to know. `localized` is a text per language, `ratio` has `p` and `q`, `period` an `amount` of a `unit`, `interval`
 * an `every` of a `unit`; `map` has keys of its author's choice; `answersSchema` is the JSON Schema of a form; `any` is everything that has no shape of its own.
 */
export type FormatKind =
  | 'localized' | 'text' | 'id' | 'date' | 'number' | 'integer' | 'money' | 'boolean' | 'choice' | 'ratio' | 'period' | 'interval'
  | 'object' | 'list' | 'map' | 'condition' | 'computation' | 'answersSchema' | 'any';

/** What the kind says already, the definition that such places share need not say again at each of them. */
const SHAPES: readonly FormatKind[] = ['localized', 'text', 'id', 'date', 'number', 'integer', 'money', 'boolean', 'ratio', 'period', 'interval'];

/** A property that a place may have, in the order of the format. */
export interface FormatMember {
  readonly name: string;
  /** As people call it: `公示期`. */
  readonly word: string;
  readonly pointer: string;
  readonly required: boolean;
  readonly present: boolean;
}

/** One of several ways of saying something: a word of the format, or an object with one part. */
export interface FormatShape {
  readonly kind: 'word' | 'part';
  /** The word as it is written, `rest`; the name of the part, `count`. */
  readonly name: string;
  readonly word: string;
}

/** What the format says of a place in a scheme. */
export interface FormatPlace {
  readonly pointer: string;
  /** The last part of the pointer. */
  readonly name: string;
  readonly word: string;
  /** What the format says of it, beyond its kind. */
  readonly description?: string;
  readonly kind: FormatKind;
  /** A text of one short line that is written after a pattern, such as a version or a currency. */
  readonly isCode: boolean;
  /** `UNDECIDED` may stand here. */
  readonly open: boolean;
  /** `{ "parameter": … }` may stand here. */
  readonly mayBeParameter: boolean;
  /** The ways of saying it, where there are several, whichever stands now: places of a grade are a `count`, a `share`, or `rest`. */
  readonly shapes: readonly FormatShape[];
  /** What may be chosen, with its words; for `choice`. */
  readonly options: readonly { readonly value: string; readonly word: string }[];
  /** The things whose id stands here. */
  readonly refersTo?: Reference;
  /** For `object`; for `map` those that are there. */
  readonly members: readonly FormatMember[];
  readonly minimum?: number;
  readonly maximum?: number;
}

/**
 * Says what may stand at a place of a scheme, and what does. What an editor draws from.
 *
 * @param document - The merged scheme as far as it could be read (`LoadResult.draft`).
 * @returns `undefined` where the format knows no such place: a misspelt name, the inside of a JSON Schema, an `x-…` of the author.
 * @example describePlace(draft, '/thresholds/0/ratio', 'zh-CN')?.kind // 'ratio'
 */
export function describePlace(document: unknown, pointer: string, locale: Locale = 'zh-CN'): FormatPlace | undefined {
  const tokens = pointerTokens(pointer);
  let value = document;
  let possible: readonly SchemaSite[] = formatRoot();
  for (const token of tokens) {
    possible = formatSitesOf(fitting(possible, value), token);
    value = isContainer(value) && hasOwn(value as Readonly<Record<string, unknown>>, token) ? (value as Readonly<Record<string, unknown>>)[token] : undefined;
    if (possible.length === 0) return undefined;
  }
  // Where a parameter stands in for a value, the value is what it would be without it.
  const sites = isParameterReference(value) ? possible : fitting(possible, value);
  const name = tokens[tokens.length - 1] ?? '';
  const kind = parameterKind(document, tokens) ?? kindOf(sites, isParameterReference(value) ? undefined : value);
  const bounds = sites.filter(({ schema }) => schema['type'] === 'integer' || schema['type'] === 'number').map(({ schema }) => schema);
  const [minimum, maximum] = (['minimum', 'maximum'] as const).map((keyword) => bounds.map((schema) => schema[keyword]).find((bound): bound is number => typeof bound === 'number'));
  const written = sites.filter(({ schema }) => !isWayOut(schema)).filter(({ root }) => root !== formatSchemas.common || !SHAPES.includes(kind)).map(({ schema }) => schema['description']).find((text): text is string => typeof text === 'string');
  const description = written === undefined ? undefined : formatHelp(written, locale);
  const refersTo = referenceAt(document, tokens, locale);
  return {
    pointer, name, word: wordAt(tokens, locale), kind,
    ...(description === undefined ? {} : { description }),
    isCode: kind === 'text' && sites.some(({ schema }) => typeof schema['pattern'] === 'string'),
    open: sites.some(({ schema }) => schema['const'] === 'UNDECIDED' || schema['title'] === 'ParameterValue'),
    mayBeParameter: sites.some(({ schema }) => schema['title'] === 'ParameterReference'),
    shapes: shapesOf(possible, name, locale),
    options: kind === 'choice' ? optionsOf(document, tokens, sites).map((option) => ({ value: option, word: formatValue(name, option, locale) })) : [],
    ...(refersTo === undefined ? {} : { refersTo }),
    members: kind === 'object' ? membersOf(sites, value, pointer, tokens, locale) : kind === 'map' && isObject(value) ? Object.keys(value).map((key) => ({ name: key, word: key, pointer: `${pointer}/${escapeToken(key)}`, required: false, present: true })) : [],
    ...(minimum === undefined ? {} : { minimum }),
    ...(maximum === undefined ? {} : { maximum }),
  };
}

/** In a list the word is that of the list; what is inside another part may have a word of its own there. */
function wordAt(tokens: readonly string[], locale: Locale): string {
  const names = tokens.filter((token) => !/^\d+$/.test(token));
  const [owner, own] = [names[names.length - 2], names[names.length - 1] ?? ''];
  const inside = owner === undefined ? '' : formatName(`${owner}.${own}`, locale);
  return inside !== '' && inside !== `${owner}.${own}` ? inside : formatName(own, locale);
}

/** `{ "parameter": "minHouseholds" }` in the place of a value. */
export const isParameterReference = (value: unknown): value is { readonly parameter: string } => isObject(value) && typeof value['parameter'] === 'string' && Object.keys(value).length === 1;

const isContainer = (value: unknown): boolean => value !== null && typeof value === 'object';

/** The schemas that can be meant where a value stands; all of them where nothing stands yet. */
function fitting(sites: readonly SchemaSite[], value: unknown): readonly SchemaSite[] {
  if (!isObject(value) || Object.keys(value).length === 0) return sites;
  const shapes = sites.filter(({ schema }) => isObject(schema['properties']));
  if (shapes.length < 2) return sites;
  const meant = shapes.filter(({ schema }) => isMeant(schema, value));
  return meant.length === 0 ? sites : sites.filter((site) => !shapes.includes(site) || meant.includes(site));
}

/** A shape with a fixed word elsewhere, or of whose required names none is there, is another one. */
function isMeant(schema: Readonly<Record<string, unknown>>, value: Readonly<Record<string, unknown>>): boolean {
  const required = Array.isArray(schema['required']) ? (schema['required'] as readonly string[]) : [];
  if (required.length > 0 && !required.some((name) => hasOwn(value, name))) return false;
  return Object.entries(schema['properties'] as Readonly<Record<string, unknown>>).every(([name, member]) => !isObject(member) || !hasOwn(member, 'const') || !hasOwn(value, name) || member['const'] === value[name]);
}

const BY_TITLE: Readonly<Record<string, FormatKind>> = {
  Text: 'localized', Condition: 'condition', AllCondition: 'condition', AnyCondition: 'condition', NotCondition: 'condition', ConditionReference: 'condition', Comparison: 'condition',
  Ratio: 'ratio', Period: 'period', TimeLimit: 'period', Interval: 'interval', Computation: 'computation', AnswersSchema: 'answersSchema', Id: 'id', Money: 'money', CalendarDate: 'date',
};

/** What may stand in the place of a value: that nobody has decided yet, or a parameter. */
const isWayOut = (schema: Readonly<Record<string, unknown>>): boolean => schema['title'] === 'ParameterReference' || schema['title'] === 'Undecided' || schema['const'] === 'UNDECIDED';

/** A value that is there decides between several ways of saying something; else the first one counts. */
function kindOf(all: readonly SchemaSite[], value: unknown): FormatKind {
  const sites = all.filter(({ schema }) => !isWayOut(schema));
  const kinds = [...new Set(sites.flatMap(({ schema }) => kindOfSchema(schema)))];
  if (value === undefined || value === 'UNDECIDED') return kinds[0] ?? 'any';
  return kinds.find((kind) => holds(kind, value)) ?? kinds[0] ?? 'any';
}

function kindOfSchema(schema: Readonly<Record<string, unknown>>): FormatKind[] {
  const { title, type } = schema;
  const named = typeof title === 'string' && hasOwn(BY_TITLE, title) ? BY_TITLE[title] : undefined;
  if (named !== undefined) return [named];
  if (Array.isArray(schema['enum']) || typeof schema['const'] === 'string') return ['choice'];
  if (schema['const'] === true || type === 'boolean') return ['boolean'];
  if (type === 'integer') return ['integer'];
  if (type === 'number') return [schema['format'] === 'money' ? 'money' : 'number'];
  if (type === 'string') return ['text'];
  if (type === 'array') return ['list'];
  if (Array.isArray(type)) return ['any'];
  if (isObject(schema['properties'])) {
    const names = Object.keys(schema['properties']);
    return [names.join() === 'amount,unit' ? 'period' : 'object'];
  }
  if (type === 'object') return [isObject(schema['additionalProperties']) ? 'map' : 'any'];
  return [];
}

function holds(kind: FormatKind, value: unknown): boolean {
  if (kind === 'any') return true;
  if (kind === 'list') return Array.isArray(value);
  if (kind === 'boolean') return typeof value === 'boolean';
  if (kind === 'number' || kind === 'integer' || kind === 'money') return typeof value === 'number';
  if (kind === 'text' || kind === 'id' || kind === 'date' || kind === 'choice') return typeof value === 'string';
  return isObject(value);
}

/** The value of a parameter is what its type says. */
function parameterKind(document: unknown, tokens: readonly string[]): FormatKind | undefined {
  const [part, key, member] = tokens;
  if (part !== 'parameters' || key === undefined || tokens.length !== 3 || (member !== 'value' && member !== 'minimum' && member !== 'maximum')) return undefined;
  const type = valueAt(document, `/parameters/${escapeToken(key)}/type`);
  if (type === 'decimal') return 'number';
  if (type === 'list') return 'any';
  if (type === 'text') return 'localized';
  return typeof type === 'string' && ['money', 'integer', 'boolean', 'ratio', 'period', 'interval', 'choice'].includes(type) ? (type as FormatKind) : undefined;
}

/** Empty where there is one way only, or one that has more than a single part. */
function shapesOf(possible: readonly SchemaSite[], name: string, locale: Locale): readonly FormatShape[] {
  const schemas = possible.map(({ schema }) => schema).filter((schema) => !isWayOut(schema) && (hasOwn(schema, 'const') || hasOwn(schema, 'type') || hasOwn(schema, 'enum')));
  const shapes = schemas.map((schema): FormatShape | undefined => {
    const { const: word, required } = schema;
    if (typeof word === 'string') return { kind: 'word', name: word, word: formatValue(name, word, locale) };
    const [part, ...others] = Array.isArray(required) ? (required as readonly string[]) : [];
    return part === undefined || others.length > 0 || !isObject(schema['properties']) ? undefined : { kind: 'part', name: part, word: formatName(part, locale) };
  });
  const known = shapes.filter((shape): shape is FormatShape => shape !== undefined);
  return known.length < 2 || known.length < shapes.length ? [] : known;
}

function optionsOf(document: unknown, tokens: readonly string[], sites: readonly SchemaSite[]): readonly string[] {
  if (tokens[0] === 'parameters' && tokens[2] === 'value') {
    const choices = valueAt(document, `/parameters/${escapeToken(tokens[1] ?? '')}/choices`);
    return Array.isArray(choices) ? choices.filter((choice): choice is string => typeof choice === 'string') : [];
  }
  const found = sites.flatMap(({ schema }) => [...(Array.isArray(schema['enum']) ? (schema['enum'] as unknown[]) : []), schema['const']]);
  return [...new Set(found.filter((option): option is string => typeof option === 'string' && option !== 'UNDECIDED'))];
}

function membersOf(sites: readonly SchemaSite[], value: unknown, pointer: string, tokens: readonly string[], locale: Locale): FormatMember[] {
  const shapes = sites.map(({ schema }) => schema).filter((schema) => isObject(schema['properties']) && schema['title'] !== 'ParameterReference');
  const names = [...new Set(shapes.flatMap((schema) => Object.keys(schema['properties'] as object)))].filter((name) => name !== '$schema');
  return names.map((name) => ({
    name, word: wordAt([...tokens, name], locale), pointer: `${pointer}/${escapeToken(name)}`,
    required: shapes.some((schema) => Array.isArray(schema['required']) && (schema['required'] as readonly unknown[]).includes(name)),
    present: isObject(value) && hasOwn(value, name),
  }));
}
