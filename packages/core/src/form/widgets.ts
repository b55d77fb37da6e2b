import type { FieldSettings } from '../generated/types.js';
import type { FieldSpec } from './field-spec.js';
import type { WidgetName } from './form-model.js';
import { numberAt, own, textAt } from './json-schema.js';
import { isNothing } from './merged-schema.js';
import { recordKind } from './record-kind.js';

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
/** More columns than this do not fit beside each other. */
const MOST_COLUMNS = 6;

const hasChoices = (field: WidgetSubject): boolean => field.choices.length > 0;
const isText = (field: WidgetSubject): boolean => field.shape === 'leaf' && field.type === 'string';
const hasFormat = (field: WidgetSubject, format: string): boolean => textAt(field.schema, 'format') === format;
const plainCell = (field: FieldSpec): boolean => field.shape === 'leaf' && field.expand === undefined && field.alternatives.length === 0 && !['textarea', 'checkboxes', 'confirmation', 'unsupported'].includes(field.widget);

/** The built-in testers; a field that nothing claims is `unsupported`. */
export const widgetTesters: readonly WidgetTester[] = [
  { rank: 0, test: () => true, widget: 'unsupported' },
  { rank: 10, test: isText, widget: 'text' },
  { rank: 10, test: (field) => field.type === 'number' || field.type === 'integer', widget: 'number' },
  { rank: 10, test: (field) => field.type === 'boolean', widget: 'yesNo' },
  { rank: 10, test: (field) => field.shape === 'group', widget: 'group' },
  { rank: 10, test: (field) => field.shape === 'list', widget: 'cards' },
  { rank: 10, test: (field) => field.shape === 'tuple', widget: 'tuple' },
  { rank: 20, test: (field) => field.shape === 'group' && field.entries !== undefined, widget: 'map' },
  { rank: 20, test: (field) => isText(field) && (numberAt(field.schema, 'maxLength') ?? 0) > LONGEST_LINE, widget: 'textarea' },
  { rank: 20, test: (field) => isText(field) && hasFormat(field, 'date'), widget: 'date' },
  { rank: 20, test: (field) => field.type === 'number' && hasFormat(field, 'money'), widget: 'money' },
  { rank: 20, test: isShortTable, widget: 'table' },
  { rank: 30, test: (field) => field.shape === 'leaf' && hasChoices(field) && field.type !== 'array', widget: 'radio' },
  { rank: 31, test: (field) => field.shape === 'leaf' && field.choices.length > MOST_RADIOS && field.type !== 'array', widget: 'select' },
  { rank: 40, test: (field) => field.type === 'array' && hasChoices(field), widget: 'checkboxes' },
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
  number: (field) => field.type === 'number' || field.type === 'integer',
  money: (field) => field.type === 'number' || field.type === 'integer',
  select: (field) => field.shape === 'leaf' && hasChoices(field) && field.type !== 'array',
  radio: (field) => field.shape === 'leaf' && hasChoices(field) && field.type !== 'array',
  checkboxes: (field) => field.type === 'array' && hasChoices(field),
  yesNo: (field) => field.type === 'boolean',
  confirmation: (field) => field.type === 'boolean',
  group: (field) => field.shape === 'group' && field.entries === undefined,
  map: (field) => field.shape === 'group' && field.entries !== undefined,
  tuple: (field) => field.shape === 'tuple',
  cards: (field) => field.shape === 'list',
  table: (field) => field.shape === 'list' && (field.item?.children.length ?? 0) > 0,
  unsupported: () => false,
};

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
    if (best?.widget === 'record') return recordKind(field.settings) ?? 'unsupported';
    return best?.widget ?? 'unsupported';
  };
}
