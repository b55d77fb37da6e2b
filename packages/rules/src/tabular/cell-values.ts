import type { FormDefinition, Locale, LocalizedText } from '@cobuild/core';
import { isDate, localize, readYuan, valueAt } from '@cobuild/core';
import type { Cell } from './sheet.js';
import { cellText, dayOfCell } from './sheet.js';

/** What the cells of a column hold. */
export interface CellType {
  readonly kind: 'text' | 'number' | 'integer' | 'money' | 'boolean' | 'date' | 'instant' | 'json';
  /** Several of them in one cell. */
  readonly list: boolean;
  /** Values to choose from, with the titles that people see. */
  readonly options?: readonly { readonly value: unknown; readonly titles: readonly string[] }[];
}

/** A value, or what the cell should have been. */
export type ReadCell = { readonly value: unknown } | { readonly wanted: string; readonly known?: readonly string[] };

const WANTED: Readonly<Record<CellType['kind'], Required<LocalizedText>>> = {
  text: { 'zh-CN': '文字', en: 'a text' }, number: { 'zh-CN': '数字', en: 'a number' }, integer: { 'zh-CN': '整数', en: 'a whole number' },
  money: { 'zh-CN': '金额（元，最多两位小数）', en: 'an amount in yuan with at most two decimals' }, boolean: { 'zh-CN': '是或否', en: 'yes or no' },
  date: { 'zh-CN': '日期（如 2026-03-05）', en: 'a date such as 2026-03-05' }, instant: { 'zh-CN': '时间（如 2026-03-05 09:30）', en: 'a time such as 2026-03-05 09:30' }, json: { 'zh-CN': 'JSON', en: 'JSON' },
};

/** What a cell of a kind should have been. */
export function wantedWords(kind: CellType['kind'], locale: Locale): string {
  return WANTED[kind][locale];
}

const YES = ['是', 'true', 'yes', '1', '√', '有'];
const NO = ['否', 'false', 'no', '0', '×', '无', '没有'];

/** Reads a cell that is not empty. Numbers are taken as they stand; nothing is rounded. */
export function readCell(cell: Cell, type: CellType, locale: Locale): ReadCell {
  if (!type.list) return readSingle(cell, type, locale);
  const single = { ...type, list: false };
  const parts = (text: string, separator: RegExp): string[] => text.split(separator).map((item) => item.trim()).filter((item) => item !== '');
  // A title may itself hold 、 as in 宴请、送礼: only what is no option as a whole is cut there.
  const items = parts(cellText(cell), /[;；\n]/).flatMap((item) => (type.options === undefined || 'value' in readSingle(item, single, locale) ? [item] : parts(item, /、/)));
  const read = items.map((item) => readSingle(item, single, locale));
  return read.find((item) => 'wanted' in item) ?? { value: read.map((item) => ('value' in item ? item.value : undefined)) };
}

function readSingle(cell: Cell, type: CellType, locale: Locale): ReadCell {
  const text = cellText(cell);
  if (type.options !== undefined) {
    const option = type.options.find(({ value, titles }) => String(value) === text || titles.includes(text));
    return option === undefined ? { wanted: locale === 'en' ? 'an option' : '选项', known: type.options.map(({ value, titles }) => titles[0] ?? String(value)) } : { value: option.value };
  }
  const value = plainValue(cell, text, type.kind);
  return value === undefined ? { wanted: WANTED[type.kind][locale] } : { value };
}

function plainValue(cell: Cell, text: string, kind: CellType['kind']): unknown {
  switch (kind) {
    case 'text': return text;
    case 'number': return numberOf(cell, text);
    case 'integer': return Number.isSafeInteger(numberOf(cell, text)) ? numberOf(cell, text) : undefined;
    case 'money': return typeof cell === 'number' ? readYuan(String(cell)) : readYuan(text);
    case 'boolean': return booleanOf(cell, text);
    case 'date': return dayOf(cell, text);
    case 'instant': return instantOf(cell, text);
    case 'json': return jsonOf(text);
  }
}

export function booleanOf(cell: Cell, text: string): boolean | undefined {
  return typeof cell === 'boolean' ? cell : YES.includes(text.toLowerCase()) ? true : NO.includes(text.toLowerCase()) ? false : undefined;
}

export function numberOf(cell: Cell, text: string): number | undefined {
  if (typeof cell === 'number') return Number.isFinite(cell) ? cell : undefined;
  const plain = text.normalize('NFKC').replace(/,(?=\d{3}(?:\D|$))/g, '');
  return /^[+-]?\d+(\.\d+)?$/.test(plain) ? Number(plain) : undefined;
}

export function dayOf(cell: Cell, text: string): string | undefined {
  if (cell instanceof Date) return isDate(dayOfCell(cell)) ? dayOfCell(cell) : undefined;
  const match = /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?$/.exec(text.normalize('NFKC'));
  const day = match === null ? text : `${match[1] ?? ''}-${(match[2] ?? '').padStart(2, '0')}-${(match[3] ?? '').padStart(2, '0')}`;
  return isDate(day) ? day : undefined;
}

/** A moment with its zone; where the cell names none, the time in Beijing. */
function instantOf(cell: Cell, text: string): string | undefined {
  if (cell instanceof Date) return Number.isNaN(cell.getTime()) ? undefined : `${cell.toISOString().slice(0, 19)}+08:00`;
  if (/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})$/.test(text)) return text;
  const [, days = text, hour = '0', minute = '00', second = '00'] = /^(.*?)[\sT]+(\d{1,2}):(\d{2})(?::(\d{2}))?$/.exec(text) ?? [];
  const day = dayOf(days.trim(), days.trim());
  return day === undefined || Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59 ? undefined : `${day}T${hour.padStart(2, '0')}:${minute}:${second}+08:00`;
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

/** A value as a cell; it reads back as the same value. */
export function writeCell(value: unknown, type: CellType): Cell {
  if (value === undefined || value === null) return null;
  if (type.kind === 'json') return JSON.stringify(value);
  const single = (item: unknown): Cell => {
    const option = type.options?.find((other) => other.value === item);
    if (option !== undefined) return option.titles[0] ?? String(item);
    if (typeof item === 'boolean') return item ? '是' : '否';
    return typeof item === 'number' || typeof item === 'string' ? item : JSON.stringify(item);
  };
  return type.list && Array.isArray(value) ? value.map((item) => String(single(item))).join('；') : single(value);
}

/** What the answer at a place of a form looks like in a cell; `undefined` for objects, and lists of objects. */
export function cellTypeOf(form: FormDefinition, schema: unknown, pointer: string): CellType | undefined {
  const type = valueAt(schema, '/type');
  if (type === 'array') {
    const item = cellTypeOf(form, valueAt(schema, '/items'), `${pointer}/*`);
    return item === undefined || item.list ? undefined : { ...item, list: true };
  }
  if (type === 'object' || valueAt(schema, '/properties') !== undefined) return undefined;
  const options = valueAt(schema, '/enum');
  const format = valueAt(schema, '/format');
  const kind = type === 'boolean' ? 'boolean' : type === 'integer' ? 'integer' : type === 'number' ? (format === 'money' ? 'money' : 'number') : format === 'date' ? 'date' : 'text';
  return { kind, list: false, ...(Array.isArray(options) ? { options: options.map((value: unknown) => ({ value, titles: titlesOf(form, pointer, value) })) } : {}) };
}

/** What people call a choice, in both languages; empty where it has no words of its own. */
export function titlesOf(form: FormDefinition, pointer: string, value: unknown): readonly string[] {
  const settings = form.fields ?? {};
  const at = [pointer, pointer.replace(/\/\*$/, '')].find((place) => Object.prototype.hasOwnProperty.call(settings, place) && settings[place]?.options !== undefined);
  const options = at === undefined ? undefined : settings[at]?.options;
  const title = options !== undefined && Object.prototype.hasOwnProperty.call(options, String(value)) ? options[String(value)] : undefined;
  return title === undefined ? [] : [...new Set([localize(title, 'zh-CN'), localize(title, 'en')])];
}
