import type { FieldSettings } from '../generated/types.js';
import type { FieldSpec } from './field-spec.js';
import type { WidgetName } from './form-model.js';
import { codeWidgets } from './code-widgets.js';
import { numberAt, own, textAt } from './json-schema.js';
import { isNothing } from './merged-schema.js';
import { mayOfferNull } from './null-offer.js';
import { recordKind } from './record-kind.js';
import { hasParts } from './whole-answers.js';

/** What a tester looks at: a field that has everything but its widget. */
export type WidgetSubject = Omit<FieldSpec, 'widget'>;

/**
 * Proposes a widget; of those whose test passes the highest rank wins. Built-in ones have 10 for what a type is drawn with, 20 to 40 for formats, long texts and choices,
 * 50 for what the settings of a field name, 60 for records.
 *
 * @example { rank: 45, test: ({ type, schema }) => type === 'integer' && schema.maximum === 5, widget: 'stars' }
 */
export interface WidgetTester {
  readonly rank: number;
  readonly test: (field: WidgetSubject, settings: FieldSettings) => boolean;
  readonly widget: WidgetName;
}

/** Longer texts get several lines. */
const LONGEST_LINE = 100;
/** More choices than this are a drop-down list. */
const MOST_RADIOS = 6;
/** More choices than this are searched rather than looked through. */
const MOST_LISTED = 30;
/** Too wide or too high for a cell. */
const WIDE = ['textarea', 'checkboxes', 'confirmation', 'unsupported', 'multiCombobox', 'dateRange', 'period', 'address', 'areaPicker', 'slider', 'password'];
/** Formats that have a widget of their own. */
const FORMATS: Readonly<Record<string, WidgetName>> = {
  ...Object.keys(codeWidgets).reduce<Record<string, WidgetName>>((formats, widget) => ({ ...formats, [codeWidgets[widget] ?? '']: widget }), {}),
  time: 'time',
  'date-time': 'dateTime',
  email: 'email',
  'idn-email': 'email',
  uri: 'uri',
  iri: 'uri',
};
/** More columns than this do not fit beside each other. */
const MOST_COLUMNS = 6;

const hasChoices = (field: WidgetSubject): boolean => field.choices.length > 0;
const isText = (field: WidgetSubject): boolean => field.shape === 'leaf' && field.type === 'string';
const isNumber = (field: WidgetSubject): boolean => field.type === 'number' || field.type === 'integer';
const hasFormat = (field: WidgetSubject, format: string): boolean => textAt(field.schema, 'format') === format;
const formatWidget = (field: WidgetSubject): WidgetName | undefined => own(FORMATS, textAt(field.schema, 'format') ?? '') as WidgetName | undefined;
const isOneOf = (field: WidgetSubject): boolean => field.shape === 'leaf' && hasChoices(field) && field.type !== 'array';
const isManyOf = (field: WidgetSubject): boolean => field.type === 'array' && hasChoices(field);
const isWholeAnswer = (widget: string) => (field: WidgetSubject): boolean => field.shape === 'leaf' && field.type === 'object' && hasParts(field, widget);
/** An entry of a register may be stored as a code or as an object. */
const isEntry = (field: WidgetSubject): boolean => field.shape === 'leaf' && field.type !== 'array' && field.type !== 'boolean';
const plainCell = (field: FieldSpec): boolean => field.shape === 'leaf' && field.expand === undefined && field.alternatives.length === 0 && !mayOfferNull(field, false) && !WIDE.includes(field.widget);

/** The built-in testers; a field that nothing claims is `unsupported`. */
export const widgetTesters: readonly WidgetTester[] = [
  { rank: 0, test: () => true, widget: 'unsupported' },
  { rank: 10, test: isText, widget: 'text' },
  { rank: 10, test: isNumber, widget: 'number' },
  { rank: 10, test: (field) => field.type === 'boolean', widget: 'yesNo' },
  { rank: 10, test: (field) => field.shape === 'group', widget: 'group' },
  { rank: 10, test: (field) => field.shape === 'list', widget: 'cards' },
  { rank: 10, test: (field) => field.shape === 'tuple', widget: 'tuple' },
  { rank: 20, test: (field) => field.shape === 'group' && field.entries !== undefined, widget: 'map' },
  { rank: 20, test: (field) => isText(field) && (numberAt(field.schema, 'maxLength') ?? 0) > LONGEST_LINE, widget: 'textarea' },
  { rank: 20, test: (field) => isText(field) && hasFormat(field, 'date'), widget: 'date' },
  { rank: 20, test: (field) => field.type === 'number' && hasFormat(field, 'money'), widget: 'money' },
  { rank: 20, test: (field) => isText(field) && formatWidget(field) !== undefined, widget: 'formatted' },
  { rank: 20, test: isShortTable, widget: 'table' },
  { rank: 25, test: (field) => isText(field) && own(field.schema, 'writeOnly') === true, widget: 'password' },
  { rank: 30, test: isOneOf, widget: 'radio' },
  { rank: 31, test: (field) => isOneOf(field) && field.choices.length > MOST_RADIOS, widget: 'select' },
  { rank: 32, test: (field) => isOneOf(field) && field.choices.length > MOST_LISTED, widget: 'combobox' },
  { rank: 40, test: isManyOf, widget: 'checkboxes' },
  { rank: 41, test: (field) => isManyOf(field) && field.choices.length > MOST_LISTED, widget: 'multiCombobox' },
  { rank: 40, test: (field) => field.type === 'boolean' && own(field.schema, 'const') === true, widget: 'confirmation' },
  { rank: 40, test: (field) => field.shape === 'leaf' && isNothing(field.schema), widget: 'nothing' },
  { rank: 50, test: (field, settings) => settings.widget !== undefined && widgetFits(settings.widget, field), widget: 'chosen' },
  { rank: 60, test: (_field, settings) => recordKind(settings) !== undefined, widget: 'record' },
  { rank: 100, test: (field) => field.unsupported !== undefined, widget: 'unsupported' },
];

function isShortTable(field: WidgetSubject): boolean {
  const columns = field.item?.children ?? [];
  return field.shape === 'list' && field.item?.entries === undefined && field.item?.alternatives.length === 0 && columns.length > 1 && columns.length <= MOST_COLUMNS && columns.every(plainCell);
}

/** What a built-in widget can hold; names that are not listed belong to the host and are taken as they are. */
const needs: Readonly<Record<string, (field: WidgetSubject) => boolean>> = {
  text: isText,
  textarea: isText,
  date: isText,
  number: isNumber,
  money: isNumber,
  percent: isNumber,
  select: isOneOf,
  radio: isOneOf,
  combobox: isOneOf,
  checkboxes: isManyOf,
  multiCombobox: isManyOf,
  citizenNumber: isText,
  organisationCode: isText,
  phone: isText,
  bankCard: isText,
  bankAccount: isText,
  email: isText,
  uri: isText,
  password: isText,
  colour: isText,
  suggestions: isText,
  time: isText,
  dateTime: isText,
  slider: (field) => isNumber(field) && numberAt(field.schema, 'minimum') !== undefined && numberAt(field.schema, 'maximum') !== undefined,
  toggle: (field) => field.type === 'boolean',
  dateRange: isWholeAnswer('dateRange'),
  period: isWholeAnswer('period'),
  address: isWholeAnswer('address'),
  areaPicker: isEntry,
  organisationPicker: isEntry,
  personPicker: isEntry,
  lookUp: isEntry,
  yesNo: (field) => field.type === 'boolean',
  confirmation: (field) => field.type === 'boolean',
  group: (field) => field.shape === 'group' && field.entries === undefined,
  map: (field) => field.shape === 'group' && field.entries !== undefined,
  tuple: (field) => field.shape === 'tuple',
  cards: (field) => field.shape === 'list',
  listDetail: (field) => field.shape === 'list',
  table: (field) => field.shape === 'list' && (field.item?.children.length ?? 0) > 0,
  unsupported: () => false,
};

/** Names of the built-in widgets. */
export const widgetNames: readonly string[] = Object.keys(needs).filter((name) => name !== 'unsupported');

export function widgetFits(widget: string, field: WidgetSubject): boolean {
  return Object.prototype.hasOwnProperty.call(needs, widget) ? (needs[widget]?.(field) ?? false) : true;
}

const byRank = (testers: readonly WidgetTester[]): readonly WidgetTester[] => [...testers].sort((left, right) => right.rank - left.rank);
const builtIn = byRank(widgetTesters);

/**
 * Makes the choice of widgets: the one that a field's settings name where that fits, else the best ranked; of equal ranks a host's before a built-in one, and of
 * several the first.
 *
 * @param testers - Of the host: above rank 50 they win over what the settings of a field name, above 60 over records, above 100 over what could not be drawn.
 */
export function widgetPicker(testers: readonly WidgetTester[]): (field: WidgetSubject) => WidgetName {
  const ranked = testers.length === 0 ? builtIn : byRank([...testers, ...widgetTesters]);
  return (field) => {
    const best = ranked.find((tester) => tester.test(field, field.settings));
    if (best?.widget === 'chosen' && field.settings.widget !== undefined) return field.settings.widget;
    if (best?.widget === 'formatted') return formatWidget(field) ?? 'unsupported';
    if (best?.widget === 'record') return recordKind(field.settings) ?? 'unsupported';
    return best?.widget ?? 'unsupported';
  };
}
