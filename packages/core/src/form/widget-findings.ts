import { isDate } from '../calendar/dates.js';
import type { FieldSpec } from './field-spec.js';
import { own, textAt } from './json-schema.js';
import { partName } from './whole-answers.js';

/** What a widget finds wrong with an answer that the JSON Schema has no keyword for. */
export interface WidgetFinding { readonly keyword: 'date-min' | 'date-max' | 'date-order'; readonly params: Readonly<Record<string, unknown>> }

const DATES = ['date', 'dateRange', 'dateTime'];

/** Whether the widget of a field looks at answers. */
export const hasWidgetFindings = ({ widget }: Pick<FieldSpec, 'widget'>): boolean => DATES.includes(widget);

/** The first and the last day that may be answered, `YYYY-MM-DD`: of `widgetOptions.min` and `max`, else of `formatMinimum` and `formatMaximum` in the schema. */
export function dateLimits({ schema, settings }: Pick<FieldSpec, 'schema' | 'settings'>): { readonly min?: string; readonly max?: string } {
  const limit = (option: string, keyword: string): string | undefined => [own(settings.widgetOptions, option), textAt(schema, keyword)].find((text): text is string => isDate(text));
  const [min, max] = [limit('min', 'formatMinimum'), limit('max', 'formatMaximum')];
  return { ...(min === undefined ? {} : { min }), ...(max === undefined ? {} : { max }) };
}

/** Days before the first, after the last, and an end before its beginning. */
export function widgetFindings(spec: FieldSpec, value: unknown): readonly WidgetFinding[] {
  if (!hasWidgetFindings(spec)) return [];
  const { widgetOptions } = spec.settings;
  const given = spec.widget === 'dateRange' ? [own(value, partName(widgetOptions, 'from')), own(value, partName(widgetOptions, 'to'))] : [typeof value === 'string' ? value.slice(0, 10) : value];
  const days = given.filter((day): day is string => isDate(day));
  const { min, max } = dateLimits(spec);
  const found: WidgetFinding[] = [];
  if (min !== undefined && days.some((day) => day < min)) found.push({ keyword: 'date-min', params: { limit: min } });
  if (max !== undefined && days.some((day) => day > max)) found.push({ keyword: 'date-max', params: { limit: max } });
  const [from, to] = days;
  if (days.length === 2 && from !== undefined && to !== undefined && to < from) found.push({ keyword: 'date-order', params: {} });
  return found;
}
