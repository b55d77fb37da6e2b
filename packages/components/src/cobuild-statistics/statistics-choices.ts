import type { Locale, Scheme } from '@cobuild/core';
import { localize } from '@cobuild/core';
import type { CountedCase, StatisticsAxis, StatisticsMeasure } from '@cobuild/rules';
import { applicantShape } from '../internal/document-shapes.js';
import { levelTitle } from '../internal/level-title.js';
import { boolean, list, object, oneOf, optional, record, text } from '../internal/shape.js';
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
const axis: Shape = object<{ by: string; pointer: string; stage: string; every: string }>({ by: oneOf('town', 'unit', 'level', 'stage', 'outcome', 'timeliness', 'answer', 'review', 'period'), pointer: optional(text), stage: optional(text), every: optional(oneOf('month', 'quarter', 'halfYear', 'year')) });
export const statisticsSettingsShape = object<StatisticsSettings>({
  rows: optional(axis), columns: optional(axis), measures: optional(list(object<StatisticsMeasure>({ id: text, title: localized, sum: optional(text), unit: optional(oneOf('number', 'yuan')) }))), from: optional(text), below: optional(text), fixed: optional(boolean),
});

/** A case as far as it is counted: whoever reviewed it and how is nothing to the figures. */
export const countedShape = object<CountedCase>({
  id: text, submittedAt: text, applicant: applicantShape, answers: record(), reviews: optional(list(object<NonNullable<CountedCase['reviews']>[number]>({ stage: text, answers: optional(record()) }))), timeliness: optional(oneOf('inTime', 'late')),
});

/** A way to tell cases apart, as it is chosen. */
export interface AxisChoice { readonly key: string; readonly label: string; readonly axis: StatisticsAxis }

export const axisKey = (each: StatisticsAxis): string => (each.by === 'answer' ? `answer:${each.pointer}` : each.by === 'review' ? `review:${each.stage}:${each.pointer}` : each.by === 'period' ? `period:${each.every}` : each.by);

/** Places as the scheme calls the levels of those that applied, ways, periods, and every question of a form that has choices. */
export function axisChoices(scheme: Scheme, cases: readonly CountedCase[], locale: Locale, words: StatisticsWords): readonly AxisChoice[] {
  const { forms, stages } = scheme;
  const form = forms.find(({ id }) => id === stages[0]?.form);
  const units = cases.map(({ applicant: { unit = '', level } }) => ({ id: unit, ...(level === undefined ? {} : { level }) }));
  const places = (['town', 'unit'] as const).map((by) => ({ label: levelTitle(scheme, by === 'unit' ? units : cases.map(({ applicant }) => applicant.town ?? ''), locale, words[by]), axis: { by } }));
  const plain = [...places, ...(['level', 'stage', 'outcome'] as const).map((by) => ({ label: words[by], axis: { by } }))];
  const periods = (['month', 'quarter', 'halfYear', 'year'] as const).map((every) => ({ label: words[every], axis: { by: 'period' as const, every } }));
  const questions = Object.entries(form?.fields ?? {}).filter(([pointer, { options }]) => options !== undefined && !pointer.startsWith('#') && !pointer.includes('*') && isOneChoice(form?.schema, pointer)).map(([pointer, { title }]) => ({ label: localize(title, locale) || pointer, axis: { by: 'answer' as const, pointer } }));
  const timeliness = stages.some(({ deadline }) => deadline !== undefined) ? [{ label: words.timeliness, axis: { by: 'timeliness' as const } }] : [];
  // A question called like the level of those who applied counts the same once more.
  const others = questions.filter(({ label }) => !places.some((place) => place.label === label));
  return [...plain, ...timeliness, ...others, ...ratings(scheme, locale), ...periods].map((choice) => ({ ...choice, key: axisKey(choice.axis) }));
}

/** More marks than these are no scale that one counts by. */
const MOST_MARKS = 10;

/** Questions of later stages that are answered by a choice or a mark on a short scale, such as how content the resident is. */
function ratings({ stages, forms }: Scheme, locale: Locale): readonly { readonly label: string; readonly axis: StatisticsAxis }[] {
  return stages.slice(1).flatMap(({ id: stage, form: formId }) => {
    const form = forms.find(({ id }) => id === formId);
    const properties = isRecord(form?.schema['properties']) ? form.schema['properties'] : {};
    const isScale = ({ type, minimum, maximum }: Readonly<Record<string, unknown>>): boolean => type === 'integer' && typeof minimum === 'number' && typeof maximum === 'number' && maximum - minimum < MOST_MARKS;
    return Object.entries(properties).flatMap(([key, property]) => {
      const pointer = `/${key}`;
      const field = form?.fields?.[pointer];
      const counts = isRecord(property) && property['type'] !== 'array' && (field?.options !== undefined || isScale(property));
      return counts ? [{ label: localize(field?.title, locale) || key, axis: { by: 'review' as const, stage, pointer } }] : [];
    });
  });
}

/** Several choices in one answer would count a case several times. */
function isOneChoice(schema: Readonly<Record<string, unknown>> | undefined, pointer: string): boolean {
  const properties = schema?.['properties'];
  const field = isRecord(properties) ? properties[pointer.slice(1)] : undefined;
  return isRecord(field) && field['type'] !== 'array';
}
