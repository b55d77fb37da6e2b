import { formatDate, isDate } from '../../calendar/dates.js';
import { furtherWords } from '../../locales/further-words.js';
import type { Locale } from '../../problems/problem.js';
import { isRecord, own } from '../json-schema.js';
import { partName } from '../whole-answers.js';
import type { AnswerText } from './answer-texts.js';
import type { EntryName } from './entry-names.js';
import { entryNames } from './entry-names.js';

/** An answer with what its text depends on. */
export interface WidgetAnswer {
  readonly widget: string;
  readonly value: unknown;
  readonly widgetOptions?: unknown;
}

type Words = (answer: WidgetAnswer, locale: Locale) => string | undefined;

const UNITS = ['workingDay', 'calendarDay', 'day', 'month', 'year'] as const;

const dayText = (value: unknown, locale: Locale): string => (isDate(value) ? formatDate(value as string, locale) : typeof value === 'string' ? value : '');

const dateRange: Words = ({ value, widgetOptions }, locale) => {
  const [from, to] = [own(value, partName(widgetOptions, 'from')), own(value, partName(widgetOptions, 'to'))].map((day) => dayText(day, locale));
  return isRecord(value) ? furtherWords[locale].range(from ?? '', to ?? '') : undefined;
};

const period: Words = ({ value, widgetOptions }, locale) => {
  const [amount, unit] = [own(value, partName(widgetOptions, 'amount')), own(value, partName(widgetOptions, 'unit'))];
  if (!isRecord(value)) return undefined;
  const named = UNITS.find((candidate) => candidate === unit);
  const number = typeof amount === 'number' || typeof amount === 'string' ? String(amount) : '';
  const name = named === undefined ? (typeof unit === 'string' ? unit : '') : furtherWords[locale].periodUnits[named](amount);
  return locale === 'en' ? `${number} ${name}`.trim() : `${number}${named === undefined ? ' ' : ''}${name}`.trim();
};

/** Of an entry that was stored whole: its name, and what tells it apart; of one that was stored by its code what the register calls it. */
const entry: Words = ({ value, widgetOptions }, locale) => {
  if (!isRecord(value)) return registeredText(value, widgetOptions, locale);
  const name = [own(value, 'label'), own(value, 'name'), own(value, 'title')].find((text): text is string => typeof text === 'string');
  const code = [own(value, 'code'), own(value, 'id')].find((text): text is string => typeof text === 'string');
  return name !== undefined ? `${name}${code === undefined ? '' : ` ${code}`}` : undefined;
};

/** `undefined` where nobody lends the register: then the answer stands as it is stored. */
function registeredText(value: unknown, widgetOptions: unknown, locale: Locale): string | undefined {
  const lookUp = own(widgetOptions, 'lookUp');
  const found = typeof lookUp === 'string' ? entryNames.nameOf(lookUp, value) : undefined;
  if (found === undefined || (found === 'unknown' && own(widgetOptions, 'freeText') === true)) return undefined;
  const { nameUnknown, nameUnread, nameReading, withDetail } = furtherWords[locale];
  const code = typeof value === 'string' || typeof value === 'number' ? String(value) : '';
  if (found === 'reading') return nameReading(code);
  if (typeof found === 'string') return found === 'unknown' ? nameUnknown(code) : nameUnread(code);
  // What an entry stands under tells it apart already.
  return found.detail === undefined || found.detail === '' || (found.path ?? []).length > 0 ? entryTitle(found) : withDetail(entryTitle(found), found.detail);
}

const entryTitle = ({ label, path = [] }: EntryName): string => [...path, label].join(' ');

/** The name alone of an answer that is stored by its code, for the public; `undefined` where it is not known. */
export function registeredName({ value, widgetOptions }: Omit<WidgetAnswer, 'widget'>): string | undefined {
  const lookUp = own(widgetOptions, 'lookUp');
  const found = typeof lookUp === 'string' ? entryNames.nameOf(lookUp, value) : undefined;
  return typeof found === 'object' ? entryTitle(found) : undefined;
}

const address: Words = ({ value, widgetOptions }, locale) => {
  if (!isRecord(value)) return undefined;
  const area = own(value, partName(widgetOptions, 'area'));
  const name = entry({ widget: 'areaPicker', value: area, widgetOptions }, locale) ?? (typeof area === 'string' ? area : '');
  const detail = own(value, partName(widgetOptions, 'detail'));
  return [name, typeof detail === 'string' ? detail : ''].filter((part) => part !== '').join(' ');
};

/** `09:30:00+08:00` as people read it; the offset of the usual zone goes without saying. */
const time: Words = ({ value }) => {
  const [, clock, seconds = '', offset = ''] = /^(\d\d:\d\d)(:\d\d)?(?:\.\d+)?(Z|[+-]\d\d:\d\d)?$/i.exec(typeof value === 'string' ? value : '') ?? [];
  if (clock === undefined) return undefined;
  const isUsual = offset === '' || offset === '+08:00';
  return `${clock}${seconds === ':00' ? '' : seconds}${isUsual ? '' : ` (${offset.toUpperCase() === 'Z' ? 'UTC' : `UTC${offset}`})`}`;
};

const dateTime: Words = ({ value, widgetOptions }, locale) => {
  const [day = '', clock = ''] = typeof value === 'string' ? value.split(/t/i) : [];
  const text = time({ widget: 'time', value: clock, widgetOptions }, locale);
  return isDate(day) && text !== undefined ? `${formatDate(day, locale)} ${text}` : undefined;
};

const password: Words = ({ value }, locale) => (typeof value === 'string' ? furtherWords[locale].secret : undefined);

const texts: Readonly<Record<string, Words>> = { dateRange, period, address, areaPicker: entry, organisationPicker: entry, personPicker: entry, lookUp: entry, time, dateTime, password };

/**
 * In words, what the answer of a widget says beyond its type. `undefined` where the type says it all: text, numbers and choices.
 *
 * @example widgetText({ widget: 'period', value: { amount: 7, unit: 'workingDay' } }, 'zh-CN') // '7个工作日'
 */
export function widgetText(answer: WidgetAnswer, locale: Locale): string | undefined {
  const { widget, value } = answer;
  if (value === undefined || value === null || value === '') return undefined;
  return (own(texts, widget) as Words | undefined)?.(answer, locale);
}

/** The same for all who say answers. */
export const widgetTexts: Readonly<Record<string, AnswerText>> = Object.keys(texts).reduce<Record<string, AnswerText>>(
  (all, widget) => ({ ...all, [widget]: (value, { widgetOptions }, locale) => widgetText({ widget, value, widgetOptions }, locale) }),
  {},
);
