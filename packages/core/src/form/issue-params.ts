import { percentBase } from '../money/percent.js';
import { localize } from '../problems/problem.js';
import type { Locale } from '../problems/problem.js';
import { textLength } from '../validation/instance.js';
import { formatPart } from '../validation/parts/validation-parts.js';
import type { FieldSpec } from './field-spec.js';
import { numberAt, own, textAt } from './json-schema.js';

/** How sentences speak of a field: 请填写, 请选择, 请添加, 请勾选. */
export type FieldKind = 'text' | 'number' | 'money' | 'percent' | 'choice' | 'list' | 'confirmation';

export function fieldKind(spec: FieldSpec): FieldKind {
  if (spec.shape === 'list') return 'list';
  if (spec.widget === 'confirmation') return 'confirmation';
  if (spec.choices.length > 0 || spec.type === 'boolean') return 'choice';
  if (spec.widget === 'money') return 'money';
  if (spec.widget === 'percent') return 'percent';
  return spec.type === 'number' || spec.type === 'integer' ? 'number' : 'text';
}

function codeReason(format: unknown, value: unknown): Readonly<Record<string, unknown>> {
  const codeChecks = formatPart.known?.codeChecks;
  const check = codeChecks !== undefined && typeof format === 'string' && Object.prototype.hasOwnProperty.call(codeChecks, format) ? codeChecks[format] : undefined;
  const result = check && typeof value === 'string' ? check(value) : undefined;
  if (!result || result.ok) return {};
  return { reason: result.reason, ...(result.expected === undefined ? {} : { expected: result.expected }) };
}

/** What is there now, so that a sentence can say how much too much it is; an empty text is as good as none. */
function presentSize(value: unknown): Readonly<Record<string, unknown>> {
  if (typeof value === 'string') return value === '' ? {} : { length: textLength(value) };
  return Array.isArray(value) ? { count: value.length } : {};
}

/** What its limits count to. */
function percentOf({ widget, settings, schema }: FieldSpec): Readonly<Record<string, unknown>> {
  return widget === 'percent' ? { base: percentBase(own(settings.widgetOptions, 'base'), numberAt(schema, 'maximum')) } : {};
}

/** What a pattern asks for, in the words and the example of the schema: nobody can read it off the pattern itself. */
function patternWords({ schema }: FieldSpec): Readonly<Record<string, unknown>> {
  const wanted = textAt(schema, 'description');
  const examples = own(schema, 'examples');
  const example: unknown = Array.isArray(examples) ? examples.find((each) => typeof each === 'string') : undefined;
  return { ...(wanted === undefined ? {} : { wanted }), ...(example === undefined ? {} : { example }) };
}

/** Parameters that a field and its value add to those of the validator. The value itself is never among them: problems are logged. */
export function fieldParams(spec: FieldSpec, value: unknown, { format, pattern }: Readonly<Record<string, unknown>>, locale: Locale): Readonly<Record<string, unknown>> {
  const unit = localize(spec.settings.unit, locale);
  return { kind: fieldKind(spec), ...(spec.computed ? { computed: true } : {}), ...(unit === '' ? {} : { unit }), ...percentOf(spec), ...presentSize(value), ...codeReason(format, value), ...(pattern === undefined ? {} : patternWords(spec)) };
}
