import type { Locale, Scheme } from '@cobuild/core';
import { localize } from '@cobuild/core';
import type { CountedCase, StatisticsAxis, StatisticsMeasure } from '@cobuild/rules';
import { levelTitle } from '../internal/level-title.js';
import { boolean, list, object, oneOf, optional, text } from '../internal/shape.js';
import type { Shape } from '../internal/shape.js';
import { isRecord } from '../internal/shape.js';
import type { StatisticsWords } from './words.js';

/** What is counted and by what it is told apart at first; the person may choose otherwise. */
export interface StatisticsSettings {
  readonly rows?: StatisticsAxis;
  readonly columns?: StatisticsAxis;
  readonly measures?: readonly StatisticsMeasure[];
  /** First day and the day after the last one. */
  readonly from?: string;
  readonly below?: string;
  /** The choices of rows and columns are not offered. */
  readonly fixed?: boolean;
}

const localized: Shape = (value, pointer) => (typeof value === 'string' || isRecord(value) ? undefined : { pointer, expected: 'text' });
const axis: Shape = object<{ by: string; pointer: string; every: string }>({ by: oneOf('town', 'unit', 'level', 'stage', 'outcome', 'answer', 'period'), pointer: optional(text), every: optional(oneOf('month', 'quarter', 'halfYear', 'year')) });
export const statisticsSettingsShape = object<StatisticsSettings>({
  rows: optional(axis), columns: optional(axis), measures: optional(list(object<StatisticsMeasure>({ id: text, title: localized, sum: optional(text), unit: optional(oneOf('number', 'yuan')) }))), from: optional(text), below: optional(text), fixed: optional(boolean),
});

/** A way to tell cases apart, as it is chosen. */
export interface AxisChoice { readonly key: string; readonly label: string; readonly axis: StatisticsAxis }

export const axisKey = (each: StatisticsAxis): string => (each.by === 'answer' ? `answer:${each.pointer}` : each.by === 'period' ? `period:${each.every}` : each.by);

/** Places as the scheme calls the levels of those that applied, ways, periods, and every question of a form that has choices. */
export function axisChoices(scheme: Scheme, cases: readonly CountedCase[], locale: Locale, words: StatisticsWords): readonly AxisChoice[] {
  const { forms, stages } = scheme;
  const form = forms.find(({ id }) => id === stages[0]?.form);
  const places = (['town', 'unit'] as const).map((by) => ({ label: levelTitle(scheme, cases.map(({ applicant }) => applicant[by] ?? ''), locale, words[by]), axis: { by } }));
  const plain = [...places, ...(['level', 'stage', 'outcome'] as const).map((by) => ({ label: words[by], axis: { by } }))];
  const periods = (['month', 'quarter', 'halfYear', 'year'] as const).map((every) => ({ label: words[every], axis: { by: 'period' as const, every } }));
  const questions = Object.entries(form?.fields ?? {}).filter(([pointer, { options }]) => options !== undefined && !pointer.startsWith('#') && !pointer.includes('*') && isOneChoice(form?.schema, pointer)).map(([pointer, { title }]) => ({ label: localize(title, locale) || pointer, axis: { by: 'answer' as const, pointer } }));
  return [...plain, ...questions, ...periods].map((choice) => ({ ...choice, key: axisKey(choice.axis) }));
}

/** Several choices in one answer would count a case several times. */
function isOneChoice(schema: Readonly<Record<string, unknown>> | undefined, pointer: string): boolean {
  const properties = schema?.['properties'];
  const field = isRecord(properties) ? properties[pointer.slice(1)] : undefined;
  return isRecord(field) && field['type'] !== 'array';
}
