import type { FormNode } from '@cobuild/core';
import { localize } from '@cobuild/core';
import { make } from '../../dom.js';
import type { FieldContext } from '../../field-context.js';
import type { Widget } from '../../widget.js';
import { choose } from '../choices.js';
import { firstInputOf } from '../control.js';
import { displayNumber, withoutSeparators } from '../number/number-text.js';
import { drawPart, partOf, partValue, patchPart, roleOf, withPart } from '../parts.js';
import { partsStyles } from '../parts.styles.js';
import { periodWords } from './words.js';

const UNITS: readonly string[] = ['workingDay', 'calendarDay', 'month', 'year'];

/** Those that the schema allows. */
function unitsOf(node: FormNode): readonly string[] {
  const { choices } = partOf(node, 'unit');
  return choices.length > 0 ? choices.filter((unit): unit is string => typeof unit === 'string') : UNITS;
}

function unitTitle(node: FormNode, unit: string, { locale }: FieldContext): string {
  const titles = node.widgetOptions?.['units'] as Readonly<Record<string, Parameters<typeof localize>[0]>> | undefined;
  const words: Readonly<Record<string, string>> = periodWords[locale];
  return localize(titles?.[unit], locale) || (words[unit] ?? unit);
}

const numberOf = (text: string): unknown => {
  const plain = withoutSeparators(text);
  return /^\d{1,9}(\.\d{1,4})?$/.test(plain) ? Number(plain) : text === '' ? undefined : text;
};

/**
 * A length of time: `{ amount: 7, unit: 'workingDay' }`, as the scheme's calendar counts periods. The units are those of the schema's `enum`;
 * `widgetOptions`: `amount` and `unit` name the properties, `units` gives titles by unit, `titles` those of the properties.
 */
export const period: Widget = {
  labelled: 'group',
  role: 'group',
  styles: partsStyles,
  shape: (node, context) => unitsOf(node).map((unit) => unitTitle(node, unit, context)).join('\n'),
  draw: (node, context) => {
    const options = unitsOf(node).map((unit) => make('option', { value: unit }, unitTitle(node, unit, context)));
    return [
      make(
        'div',
        { class: 'parts' },
        drawPart('amount', make('input', { class: 'input', type: 'text', inputmode: 'decimal', autocomplete: 'off' })),
        drawPart('unit', make('select', { class: 'input' }, make('option', { value: '' }, context.words.choose), ...options)),
      ),
    ];
  },
  patch: (field, node, _before, { editing, locale }) => {
    const amount = patchPart(field, node, 'amount', true);
    const text = editing?.pointer === node.pointer ? editing.text : displayNumber({ widget: 'number', value: partValue(node, 'amount') }, locale);
    if (amount.value !== text) amount.value = text;
    const unit = patchPart(field, node, 'unit', false);
    const chosen = partValue(node, 'unit');
    const value = typeof chosen === 'string' ? chosen : '';
    if (unit.value !== value) unit.value = value;
  },
  handle: (event, node, context) => {
    const role = roleOf(event.target);
    const { value } = event.target as HTMLInputElement;
    if (role === 'unit' && event.type === 'change') choose(context, node.pointer, withPart(node, role, value === '' ? undefined : value));
    if (role !== 'amount') return;
    if (event.type === 'change') context.commit(node.pointer);
    if (event.type === 'focusout') context.edit(node.pointer, undefined);
    if (event.type !== 'input') return;
    context.edit(node.pointer, value);
    context.input(node.pointer, withPart(node, role, numberOf(value)));
  },
  control: firstInputOf,
};
