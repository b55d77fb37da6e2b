import { isDate } from '../calendar/dates.js';
import { isRecord } from './json-schema.js';

/** What the option of a widget has to be: a text, a title in one language or several, `true` or `false`, a number above 0, a day, lists of those, titles by name, or one of some values. */
export type WidgetOptionKind = 'text' | 'title' | 'flag' | 'number' | 'day' | 'texts' | 'titles' | 'titlesByName' | readonly (string | number)[];

/** Options by name. */
export type WidgetOptionKinds = Readonly<Record<string, WidgetOptionKind>>;

const days: WidgetOptionKinds = { min: 'day', max: 'day' };
const entry: WidgetOptionKinds = { lookUp: 'text', freeText: 'flag' };
const step: WidgetOptionKinds = { step: 'number' };
const area: WidgetOptionKinds = { ...entry, levels: 'titles' };

const built: Readonly<Record<string, WidgetOptionKinds>> = {
  text: { autocomplete: 'text' },
  email: { autocomplete: 'text' },
  uri: { autocomplete: 'text' },
  number: step,
  money: { ...step, unit: ['wan', 'yuan'] },
  percent: { ...step, base: [1, 100] },
  slider: step,
  date: { ...days, typed: 'flag' },
  time: { offset: 'text' },
  dateTime: { ...days, offset: 'text' },
  dateRange: { ...days, from: 'text', to: 'text', titles: 'titlesByName' },
  period: { amount: 'text', unit: 'text', units: 'titlesByName', titles: 'titlesByName' },
  suggestions: { suggestions: 'texts' },
  lookUp: entry,
  organisationPicker: entry,
  personPicker: entry,
  areaPicker: area,
  address: { ...area, area: 'text', detail: 'text', titles: 'titlesByName' },
  table: { copy: 'flag' },
  budget: { notes: 'flag' },
  indicators: { actual: 'flag' },
};

/** What may be told to a built-in widget; nothing for those that have no options. A host's widget is not among them. */
export const widgetOptionKinds = (widget: string): WidgetOptionKinds => (Object.prototype.hasOwnProperty.call(built, widget) ? (built[widget] ?? {}) : {});

const isText = (value: unknown): boolean => typeof value === 'string' && value !== '';
const isTitle = (value: unknown): boolean => isText(value) || (isRecord(value) && Object.keys(value).every((locale) => typeof value[locale] === 'string'));

const tests: Readonly<Record<Extract<WidgetOptionKind, string>, (value: unknown) => boolean>> = {
  text: isText,
  title: isTitle,
  flag: (value) => typeof value === 'boolean',
  number: (value) => typeof value === 'number' && value > 0 && Number.isFinite(value),
  day: isDate,
  texts: (value) => Array.isArray(value) && value.every(isText),
  titles: (value) => Array.isArray(value) && value.every(isTitle),
  titlesByName: (value) => isRecord(value) && Object.keys(value).every((name) => isTitle(value[name])),
};

export const fitsOption = (value: unknown, kind: WidgetOptionKind): boolean => (typeof kind === 'string' ? tests[kind](value) : kind.some((one) => one === value));
