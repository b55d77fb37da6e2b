import { decimalToNumber, decimalToText, readDecimal } from '../money/decimal.js';
import { readYuan } from '../money/format.js';
import { percentBase, readPercent } from '../money/percent.js';
import { isUnanswered } from './choice-values.js';
import { formatPart } from '../validation/parts/validation-parts.js';
import { codeWidgets } from './code-widgets.js';
import type { FieldSpec } from './field-spec.js';
import { numberAt, own } from './json-schema.js';

/**
 * What a person typed, as the answer of a field: an empty text, an unticked list or null is no answer; numbers are read from
 * text, with full-width digits and grouping. Text that is no number stays text, so that nothing typed is lost and the sentence
 * about it can be shown.
 *
 * @example typedValue(amountField, '１２，０００．５ 元') // 12000.5
 */
export function typedValue(spec: FieldSpec, value: unknown): unknown {
  if (value === null) return spec.nullable ? null : undefined;
  if (value === '') return undefined;
  if (Array.isArray(value) && value.length === 0 && spec.shape === 'leaf' && isUnanswered(spec, value)) return undefined;
  if (typeof value === 'number' && !Number.isFinite(value)) return undefined;
  if (typeof value !== 'string') return value;
  if (spec.type !== 'number' && spec.type !== 'integer') return typedText(spec, value);
  if (spec.widget === 'percent') return readPercent(value, percentBase(own(spec.settings.widgetOptions, 'base'), numberAt(spec.schema, 'maximum'))) ?? value;
  return (spec.widget === 'money' ? readYuan(value) : undefined) ?? readNumber(value) ?? value;
}

/** What has the form of a code is stored in it; a time of day gets the offset that its format wants. */
function typedText({ widget, schema, settings }: FieldSpec, text: string): string {
  const format = own(schema, 'format');
  const zone = own(settings.widgetOptions, 'offset');
  const offset = typeof zone === 'string' && /^(Z|[+-]\d\d:\d\d)$/.test(zone) ? zone : '+08:00';
  if (widget === 'time' && format === 'time' && /^\d\d:\d\d(:\d\d)?$/.test(text)) return `${text.length === 5 ? `${text}:00` : text}${offset}`;
  if (widget === 'dateTime' && format === 'date-time' && /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d)?$/.test(text)) return `${text.length === 16 ? `${text}:00` : text}${offset}`;
  return formatPart.known?.storedForm(format ?? codeWidgets[widget], text) ?? text;
}

/** A number only where it says the same as the text: digits beyond those a JSON number holds would be lost silently. */
function readNumber(text: string): number | undefined {
  const plain = text.normalize('NFKC').trim().replace(/^(-?\d{1,3}(?:,\d{3})+)(?=\.|$)/, (grouped) => grouped.replace(/,/g, ''));
  const decimal = readDecimal(plain);
  if (!decimal) return undefined;
  const number = decimalToNumber(decimal);
  const back = readDecimal(number);
  return back && decimalToText(back) === decimalToText(decimal) ? number : undefined;
}
