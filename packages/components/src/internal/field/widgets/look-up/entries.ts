import type { FormNode, Locale } from '@cobuild/core';
import { dateInZone, formatDate, isDate, widgetText } from '@cobuild/core';
import type { LookUp, LookUpEntry } from '../../../../hosts/look-up.js';
import type { FieldContext } from '../../field-context.js';
import { shownText } from '../control.js';
import type { LookUpWords } from './words.js';

export type PickerNode = Pick<FormNode, 'widgetOptions'>;

/** The register that a field names, where the page lends it. */
export function lookUpOf({ widgetOptions }: PickerNode, { hosts }: Pick<FieldContext, 'hosts'>): LookUp | undefined {
  const name = widgetOptions?.['lookUp'];
  const { lookUps } = hosts;
  return typeof name === 'string' && lookUps && Object.prototype.hasOwnProperty.call(lookUps, name) ? lookUps[name] : undefined;
}

/** Whether an answer may be typed that no register has. */
export const takesText = ({ widgetOptions }: PickerNode): boolean => widgetOptions?.['freeText'] === true;

/** The day on the wall of the office. */
export const todayOf = ({ hosts }: Pick<FieldContext, 'hosts'>): string => dateInZone(hosts.now?.() ?? new Date().toISOString());

/** Whether an entry may be chosen on a day: from its first to its last one, both included. */
export const isOffered = ({ from, until }: LookUpEntry, day: string): boolean => (from === undefined || from <= day) && (until === undefined || day <= until);

/** What has to be said of the days of an entry that is stored and not offered any more, or not yet; else `''`. */
export function datesText({ from, until }: LookUpEntry, day: string, words: LookUpWords, locale: Locale): string {
  const written = (text: string): string => (isDate(text) ? formatDate(text, locale) : text);
  if (until !== undefined && day > until) return words.until({ day: written(until) });
  return from !== undefined && day < from ? words.from({ day: written(from) }) : '';
}

/** An entry with what it stands under: 佛山市 高明区 荷城街道. */
export const fullName = ({ label, path = [] }: LookUpEntry): string => [...path.map((entry) => entry.label), label].join(' ');

/** A value whose entry nobody knows. */
export const valueText = (widget: string, value: unknown, locale: Locale): string => widgetText({ widget, value }, locale) ?? shownText(value);
