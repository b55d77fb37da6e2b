import { formatDate, isDate } from '../calendar/dates.js';
import { words } from '../locales/words.js';
import { decimalToText, readDecimal } from '../money/decimal.js';
import { formatYuan } from '../money/format.js';
import { isMoney } from '../money/money.js';
import type { Locale } from '../problems/problem.js';
import { localize } from '../problems/problem.js';
import { isEmpty } from './answers.js';
import type { FieldSpec } from './field-spec.js';
import { isRecord, own, textAt } from './json-schema.js';
import { fieldLabel, optionLabel } from './labels.js';

function numberText(value: number): string {
  const decimal = readDecimal(value);
  return (decimal ? decimalToText(decimal) : String(value)).replace(/^-?\d+/, (whole) => whole.replace(/\B(?=(?:\d{3})+$)/g, ','));
}

function leafText(spec: FieldSpec, value: unknown, locale: Locale): string {
  const unit = localize(spec.settings.unit, locale);
  const isChoice = spec.choices.length > 0 && !Array.isArray(value);
  if (isChoice) return optionLabel(spec, value, locale);
  if (typeof value === 'boolean') return booleanText(spec, value, locale);
  if (typeof value === 'number' && spec.widget === 'money' && isMoney(value)) return formatYuan(value, locale);
  if (typeof value === 'number') return unit === '' ? numberText(value) : `${numberText(value)} ${unit}`;
  if (typeof value === 'string') return textAt(spec.schema, 'format') === 'date' && isDate(value) ? formatDate(value, locale) : value;
  if (Array.isArray(value)) return value.map((item) => optionLabel(spec, item, locale)).join(words[locale].separator);
  return JSON.stringify(value);
}

function booleanText(spec: FieldSpec, value: boolean, locale: Locale): string {
  const { yes, no, confirmed, notConfirmed } = words[locale];
  return spec.widget === 'confirmation' ? (value ? confirmed : notConfirmed) : value ? yes : no;
}

/**
 * An answer in words: titles of choices, `12,000.00 元`, 2026年3月5日, 是 or 否; lists and groups as one running text.
 *
 * @param hides - Fields inside that are left out, by template.
 */
export function answerText(spec: FieldSpec, value: unknown, locale: Locale, hides: (field: FieldSpec) => boolean = () => false): string {
  if (isEmpty(value)) return words[locale].notAnswered;
  const { item } = spec;
  if (spec.shape === 'list' && item && Array.isArray(value)) return value.map((each) => answerText(item, each, locale, hides)).join(locale === 'en' ? '; ' : '；');
  if (spec.shape === 'group' && isRecord(value)) {
    return spec.children
      .filter((child) => !hides(child) && !isEmpty(own(value, child.name)))
      .map((child) => `${fieldLabel(child, locale)}${words[locale].colon}${answerText(child, own(value, child.name), locale, hides)}`)
      .join(locale === 'en' ? ', ' : '，');
  }
  return leafText(spec, value, locale);
}
