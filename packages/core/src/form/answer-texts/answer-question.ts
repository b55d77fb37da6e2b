import type { Locale } from '../../problems/problem.js';
import { localize } from '../../problems/problem.js';
import type { FieldSpec } from '../field-spec.js';
import type { FormNode } from '../form-model.js';
import { numberAt, textAt } from '../json-schema.js';
import { fieldLabel, fieldOptions } from '../labels.js';

/** What saying an answer needs to know of its question; a form's node is one. */
export type AnswerQuestion = Pick<FormNode, 'widget' | 'label' | 'unit' | 'options' | 'format' | 'maximum' | 'widgetOptions' | 'record'>;

/** The question of a field, without a form that is being filled in. */
export function questionOf(spec: FieldSpec, locale: Locale): AnswerQuestion {
  const format = textAt(spec.schema, 'format');
  const maximum = numberAt(spec.schema, 'maximum');
  const { widgetOptions, record } = spec.settings;
  return {
    widget: spec.widget,
    label: fieldLabel(spec, locale),
    unit: localize(spec.settings.unit, locale),
    options: fieldOptions(spec, locale),
    ...(format === undefined ? {} : { format }),
    ...(maximum === undefined ? {} : { maximum }),
    ...(widgetOptions === undefined ? {} : { widgetOptions }),
    ...(record === undefined ? {} : { record }),
  };
}
