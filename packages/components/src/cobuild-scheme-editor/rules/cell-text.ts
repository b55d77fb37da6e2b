import type { Locale } from '@cobuild/core';
import { isDate, isParameterReference } from '@cobuild/core';
import { followingValue, readDate, readNumber, writtenNumber } from './numbers.js';
import type { RuleWords } from './rule-words.js';
import { ruleWords } from './rule-words.js';

/** What a text in a cell means: a value (`undefined` where it means that nothing is said), or why it means none. */
export type Reading = { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly why?: string };

/** A parameter as cells name it. */
export interface CellParameter { readonly key: string; readonly title: string; readonly type: string }

/** What a cell can hold, for reading and writing its text. */
export interface CellKind {
  readonly locale: Locale;
  /** `any` where nothing is known: a text that looks like a number is one. */
  readonly type: 'number' | 'text' | 'date' | 'boolean' | 'any';
  /** The only values that can stand here. */
  readonly options?: readonly { readonly value: unknown; readonly label: string }[];
  readonly parameters: readonly CellParameter[];
  /** Values per unit, 1 for whole numbers and 100 for money: with it “at most 5” is “less than 6”. */
  readonly perUnit?: 1 | 100;
}

const read = (value: unknown): Reading => ({ ok: true, value });
const refused = (why?: string): Reading => ({ ok: false, ...(why === undefined ? {} : { why }) });

const OPEN = /^(尚未决定|UNDECIDED|not decided yet)$/i;
const ANY = /^(任意|any|\*|-|—|－)?$/i;
const PARAMETER = /^\{\s*(.+?)\s*\}$/;
// eslint-disable-next-line no-control-regex -- signs that nobody sees and no spreadsheet means are what is looked for
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ufffe\uffff]/;

/** Nothing that cannot be written into a file as it is: no control signs, no half of a character. */
function isWritable(text: string): boolean {
  try {
    return !CONTROL.test(text) && encodeURIComponent(text) !== '';
  } catch {
    return false;
  }
}

const PARAMETER_TYPES: Readonly<Record<CellKind['type'], readonly string[]>> = {
  number: ['money', 'integer', 'decimal'], date: ['text'], text: ['text', 'choice'], boolean: ['boolean'], any: ['money', 'integer', 'decimal', 'boolean', 'choice', 'text'],
};

/** The parameters that can stand in a cell. */
export const fittingParameters = ({ parameters, type }: CellKind): readonly CellParameter[] => parameters.filter((parameter) => PARAMETER_TYPES[type].includes(parameter.type));

/** A value as a cell shows it and reads it again: `≥ 10,000 且 < {大额起点}`, `道路、照明`, `除道路以外`. */
export function entryText(entry: unknown, kind: CellKind): string {
  const words = ruleWords(kind.locale);
  if (entry === undefined) return '';
  if (entry === 'UNDECIDED') return words.open;
  if (Array.isArray(entry)) return listText(entry as readonly unknown[], kind, words);
  if (entry === null || typeof entry !== 'object') return outputText(entry, kind);
  const { not, from, below } = entry as { readonly not?: readonly unknown[]; readonly from?: unknown; readonly below?: unknown };
  if (Array.isArray(not)) return words.except(listText(not as readonly unknown[], kind, words));
  if (from === undefined && below === undefined) return words.whole;
  return [...(from === undefined ? [] : [`≥ ${outputText(from, kind)}`]), ...(below === undefined ? [] : [`< ${outputText(below, kind)}`])].join(words.and);
}

const listText = (values: readonly unknown[], kind: CellKind, words: RuleWords): string => values.map((value) => itemText(value, kind)).join(words.separator);

function itemText(value: unknown, kind: CellKind): string {
  const text = outputText(value, kind);
  return typeof value === 'string' && kind.options?.some((option) => option.value === value) !== true && needsQuotes(value) ? `"${value.replace(/"/g, '""')}"` : text;
}

const needsQuotes = (text: string): boolean => text === '' || /[、,，;；"{}]/.test(text) || text !== text.trim() || OPEN.test(text) || ANY.test(text) || /^(≥|≤|[<>]|除.*外$|other than )/i.test(text) || readNumber(text) !== undefined || /^[“”].*[“”]$/.test(text);

/** One value as a cell shows it. */
export function outputText(value: unknown, kind: CellKind): string {
  const words = ruleWords(kind.locale);
  if (value === undefined) return '';
  if (value === 'UNDECIDED') return words.open;
  if (isParameterReference(value)) return `{${parameterName(value.parameter, kind)}}`;
  const option = kind.options?.find((each) => each.value === value);
  if (option !== undefined) return kind.options?.some((each) => each !== option && each.label === option.label) === true ? plainValue(value) : option.label;
  if (typeof value === 'number') return writtenNumber(value);
  if (typeof value === 'boolean') return value ? words.yes : words.no;
  return typeof value === 'string' ? value : JSON.stringify(value);
}

const plainValue = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value));

/** By its title where no other parameter has the same. */
function parameterName(key: string, { parameters }: CellKind): string {
  const found = parameters.find((parameter) => parameter.key === key);
  if (found === undefined || /[{}]/.test(found.title) || found.title !== found.title.trim()) return key;
  return parameters.some((other) => other !== found && (other.title === found.title || other.key === found.title)) ? key : found.title;
}

/** Reads words: what is not empty and can be written. */
export function readTitle(text: string, locale: Locale): Reading {
  const words = ruleWords(locale);
  const written = text.trim();
  if (written === '') return read(undefined);
  if (!isWritable(written)) return refused(words.controlSign);
  return written.length > LONGEST_TITLE ? refused(words.tooLong(LONGEST_TITLE)) : read(written);
}

/** What the format lets a title be. */
const LONGEST_TITLE = 4000;

/** Reads a single value: a number, a text, yes or no, a parameter in braces, not decided yet. */
export function readOutput(text: string, kind: CellKind): Reading {
  const words = ruleWords(kind.locale);
  const written = text.trim();
  if (written === '') return refused(words.notEmpty);
  if (!isWritable(written)) return refused(words.controlSign);
  if (OPEN.test(written)) return read('UNDECIDED');
  const named = PARAMETER.exec(written);
  if (named !== null) return readParameter(named[1] ?? '', kind);
  if (kind.options !== undefined) {
    const option = optionOf(written, kind);
    return option === undefined ? refused() : read(option.value);
  }
  const scalar = readScalar(written, kind);
  if (scalar.ok) return scalar;
  return kind.type === 'any' || kind.type === 'text' ? read(written) : scalar;
}

function readParameter(name: string, kind: CellKind): Reading {
  const words = ruleWords(kind.locale);
  const byKey = kind.parameters.filter(({ key }) => key === name);
  const found = byKey.length > 0 ? byKey : kind.parameters.filter(({ title }) => title === name);
  const [parameter] = found;
  if (parameter === undefined || found.length > 1) return refused(words.unknownParameter(name));
  return fittingParameters(kind).includes(parameter) ? read({ parameter: parameter.key }) : refused(words.unfitParameter(name));
}

const optionOf = (text: string, { options = [] }: CellKind): { readonly value: unknown } | undefined => options.find(({ value }) => String(value) === text) ?? options.find(({ label }) => label === text);

/** A number, a day, or yes and no, as far as the kind has them. */
function readScalar(text: string, kind: CellKind): Reading {
  const words = ruleWords(kind.locale);
  if (kind.type === 'boolean') return /^(是|true|yes)$/i.test(text) ? read(true) : /^(否|false|no)$/i.test(text) ? read(false) : refused();
  if (kind.type === 'date') {
    const day = readDate(text);
    return day === undefined ? refused() : read(day);
  }
  if (kind.type === 'text') return refused();
  const number = readNumber(text);
  return number === undefined ? refused() : number === 'inexact' ? refused(words.notExact) : read(number);
}

/** Reads what a row wants of an input: nothing (any), values, all but some values, a range from (included) to (not included), not decided yet. */
export function readEntry(text: string, kind: CellKind): Reading {
  const words = ruleWords(kind.locale);
  const written = text.trim();
  if (written !== '' && !isWritable(written)) return refused(words.controlSign);
  if (OPEN.test(written)) return read('UNDECIDED');
  if (written === words.whole || written === '（不限）' || written === '(no limit)') return read({});
  if (kind.options !== undefined && optionOf(written, kind) !== undefined) return readList(written, kind);
  if (ANY.test(written)) return read(undefined);
  const except = /^(?:除了?\s*(.+?)\s*(?:以外|之外|外)|other than\s+(.+)|(?:≠|!=|<>)\s*(.+))$/i.exec(written);
  if (except !== null) {
    const list = readList(except[1] ?? except[2] ?? except[3] ?? '', kind);
    return list.ok ? read({ not: list.value }) : list;
  }
  const range = kind.options === undefined && (kind.type === 'number' || kind.type === 'date' || kind.type === 'any') ? readRange(written, kind) : undefined;
  return range ?? readList(written, kind);
}

/** Values with separators between them; a value may stand in quotes, and an option may have a separator in its title. */
function readList(text: string, kind: CellKind): Reading {
  const values: unknown[] = [];
  let rest = text.trim();
  const words = ruleWords(kind.locale);
  const whole = kind.options === undefined ? readNumber(rest) : undefined;
  if (typeof whole === 'number' && (kind.type === 'number' || kind.type === 'any')) return read([whole]);
  while (rest !== '') {
    const item = nextItem(rest, kind);
    if (item === undefined) return refused();
    const one = item.quoted ? read(item.text) : readItem(item.text, kind);
    if (!one.ok) return one;
    if (item.quoted && kind.options === undefined && kind.type !== 'text' && kind.type !== 'any') return refused();
    if (item.quoted && kind.options !== undefined && optionOf(item.text, kind) === undefined) return refused();
    const value = item.quoted && kind.options !== undefined ? optionOf(item.text, kind)?.value : one.value;
    if (!values.includes(value)) values.push(value);
    rest = item.rest;
  }
  return values.length === 0 ? refused(words.notEmpty) : read(values);
}

function readItem(text: string, kind: CellKind): Reading {
  if (kind.options !== undefined) {
    const option = optionOf(text, kind);
    return option === undefined ? refused() : read(option.value);
  }
  if (PARAMETER.test(text) || OPEN.test(text)) return refused();
  const scalar = readScalar(text, kind);
  return scalar.ok || (kind.type !== 'text' && kind.type !== 'any') ? scalar : read(text);
}

/** What stands between values. A comma before a figure may group the figures of a number, so that in columns of numbers it divides nothing. */
const SEPARATORS = { words: /[、,，;；]/, numbers: /[、，;；]|,(?!\d)/ };
const separatorOf = ({ type, options }: CellKind): RegExp => (options === undefined && (type === 'number' || type === 'any') ? SEPARATORS.numbers : SEPARATORS.words);
const isBefore = (rest: string, separator: RegExp): boolean => rest.trim() === '' || rest.trimStart().search(separator) === 0;

function nextItem(text: string, kind: CellKind): { readonly text: string; readonly rest: string; readonly quoted: boolean } | undefined {
  const separator = separatorOf(kind);
  const quoted = /^"((?:[^"]|"")*)"/.exec(text);
  if (quoted !== null && isBefore(text.slice(quoted[0].length), separator)) return ended(text.slice(quoted[0].length), (quoted[1] ?? '').replace(/""/g, '"'), true);
  const names = (kind.options ?? []).flatMap(({ value, label }) => [label, String(value)]).filter((name) => name !== '' && text.startsWith(name) && isBefore(text.slice(name.length), separator));
  const longest = names.sort((one, other) => other.length - one.length)[0];
  const end = longest?.length ?? text.search(separator);
  const item = end < 0 ? text : text.slice(0, end);
  return item.trim() === '' ? undefined : ended(text.slice(item.length), item.trim(), false);
}

function ended(rest: string, text: string, quoted: boolean): { readonly text: string; readonly rest: string; readonly quoted: boolean } | undefined {
  const after = rest.trimStart().slice(1).trimStart();
  // A separator with nothing behind it leaves a value out.
  return after === '' && rest.trim() !== '' ? undefined : { text, rest: after, quoted };
}

type End = 'from' | 'below' | 'most' | 'above';

const BEFORE: readonly (readonly [RegExp, End])[] = [
  [/^(?:≥|>=|＞=|不少于|不小于|不低于|至少|自|at least|from)\s*/i, 'from'], [/^(?:≤|<=|不超过|不多于|不大于|不高于|至多|at most|up to)\s*/i, 'most'],
  [/^(?:<|＜|小于|少于|低于|不足|不满|未满|less than|below|under)\s*/i, 'below'], [/^(?:>|＞|大于|多于|高于|超过|more than|above|over)\s*/i, 'above'],
];
const AFTER: readonly (readonly [RegExp, End])[] = [
  [/\s*(?:及以上|以上（含）|以上\(含\)|（含）以上|\(含\)以上|以上|or more|and more)$/i, 'from'], [/\s*(?:及以下|以下（含）|以下|以内|or less)$/i, 'most'],
];

/** `10-20`, `1万至5万`: nobody can tell whether the end belongs to it. */
const UNCLEAR = /[\d元万亿日}]\s*(?:-|–|—|~|～|至|到|\.\.)\s*[\d{]/;

/** `≥ 10 且 < 20`, `10 ≤ … < 20`, `[10, 20)`; `undefined` where the text speaks of no range at all. */
function readRange(text: string, kind: CellKind): Reading | undefined {
  const words = ruleWords(kind.locale);
  const brackets = /^([[(（【])\s*([^,，]+?|[^，]+?)\s*[,，]\s*([^,，]+?|[^，]+?)\s*([\])）】])$/.exec(text);
  const around = /^([^≤<]+?)\s*(≤|<=|<)\s*(?:[^\d<≤{]*?)\s*(≤|<=|<)\s*([^≤<]+)$/.exec(text);
  const clauses: readonly (readonly [End, string])[] | undefined = brackets !== null
    ? [[/[[【]/.test(brackets[1] ?? '') ? 'from' : 'above', brackets[2] ?? ''], [/[\]】]/.test(brackets[4] ?? '') ? 'most' : 'below', brackets[3] ?? '']]
    : around !== null ? [[around[2] === '<' ? 'above' : 'from', around[1] ?? ''], [around[3] === '<' ? 'below' : 'most', around[4] ?? '']] : clausesOf(text);
  if (clauses === undefined) return kind.type !== 'any' && UNCLEAR.test(text) && !readScalar(text, kind).ok ? refused(words.unclearEnd) : undefined;
  const range: { from?: unknown; below?: unknown } = {};
  for (const [end, written] of clauses) {
    const bound = readBound(written, kind);
    if (!bound.ok) return bound;
    const side = end === 'from' || end === 'above' ? 'from' : 'below';
    if (range[side] !== undefined) return refused(words.twice);
    const value = end === 'most' || end === 'above' ? followingValue(bound.value, kind.perUnit) : bound.value;
    if (value === undefined) return refused(words.closedEnd);
    range[side] = value;
  }
  return isMixed(range.from, range.below) ? refused(words.mixedEnds) : read(range);
}

function clausesOf(text: string): readonly (readonly [End, string])[] | undefined {
  const clauses = text.split(/\s*(?:并且|且|，|；|;|&&|\band\b)\s*/i).map((clause): readonly [End, string] | undefined => {
    for (const [sign, end] of BEFORE) if (sign.test(clause)) return [end, clause.replace(sign, '')];
    for (const [sign, end] of AFTER) if (sign.test(clause)) return [end, clause.replace(sign, '')];
    return undefined;
  });
  return clauses.every((clause): clause is readonly [End, string] => clause !== undefined) ? clauses : undefined;
}

function readBound(text: string, kind: CellKind): Reading {
  const written = text.trim();
  if (OPEN.test(written)) return read('UNDECIDED');
  const named = PARAMETER.exec(written);
  if (named !== null) return readParameter(named[1] ?? '', kind);
  if (kind.type !== 'any') return readScalar(written, kind);
  const day = readDate(written);
  return day === undefined ? readScalar(written, kind) : read(day);
}

const isMixed = (from: unknown, below: unknown): boolean => (typeof from === 'number' && typeof below === 'string' && isDate(below)) || (typeof below === 'number' && typeof from === 'string' && isDate(from));
