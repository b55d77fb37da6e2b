import type { Case, Locale, Scheme } from '@cobuild/core';
import { formatYuan, localize } from '@cobuild/core';
import type { BreakdownRow } from '@cobuild/rules';
import { applicationForm } from '@cobuild/rules';
import { html } from 'lit';
import { caseTitle } from '../internal/case-title.js';
import { isRecord } from '../internal/shape.js';
import type { SimulatorWords } from './words.js';

/** What the views of a simulation speak of: the scheme as it is, the one that is tried, and the language. */
export interface ViewContext { readonly scheme: Scheme; readonly changedScheme: Scheme; readonly locale: Locale; readonly words: SimulatorWords }

/** Making a format takes longer than hundreds of uses of it. */
const formats = new Map<Locale, Intl.NumberFormat>();

export function countText(count: number, locale: Locale): string {
  const format = formats.get(locale) ?? new Intl.NumberFormat(locale);
  formats.set(locale, format);
  return format.format(count);
}

/** Sums and differences of exact amounts are amounts again once they are rounded to a fen. */
export const yuan = (value: number, locale: Locale): string => formatYuan(Math.round(value * 100) / 100, locale);

/** What a case is called, with its number. */
export function nameOf(id: string, found: Case | undefined, scheme: Scheme): unknown {
  const title = titleOf(id, found, scheme);
  return title === id ? id : html`${title} <span class="muted small">${id}</span>`;
}

/** What a case is called; its number where nothing names it or it is not at hand. */
export const titleOf = (id: string, found: Case | undefined, scheme: Scheme): string => (found !== undefined && isRecord(found.answers) ? caseTitle(scheme, found) : id);

/** A town or category in words. */
export function groupTitle(name: string, value: BreakdownRow['value'], { scheme, locale, words }: ViewContext): string {
  if (value === null) return words.none;
  if (name === 'town') {
    const unit = scheme.organisation.units?.find(({ id }) => id === value);
    if (unit !== undefined) return localize(unit.title, locale);
  }
  const option = applicationForm(scheme)?.fields?.[`/${name}`]?.options?.[String(value)];
  return option === undefined ? String(value) : localize(option, locale);
}
