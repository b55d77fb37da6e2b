import type { FormNode } from '@cobuild/core';
import { countsInWan } from '@cobuild/core';
import { make, setAttribute } from '../../dom.js';
import type { FieldContext } from '../../field-context.js';
import type { Widget } from '../../widget.js';
import { choose } from '../choices.js';
import type { TextControl } from '../control.js';
import { inputOf, patchTextControl } from '../control.js';
import { displayNumber, withoutSeparators } from './number-text.js';
import { stepOf, stepped } from './step-keys.js';
import { unitOf } from './unit.js';
import { readWan } from './wan.js';

/** A keyboard of digits has no minus sign. */
const inputMode = ({ minimum }: FormNode): string => (minimum !== undefined && minimum < 0 ? 'text' : 'decimal');

/**
 * A text field rather than `type=number`: that one changes with the mouse wheel, hides what it cannot read and knows no grouping. The
 * text changes by typing only, never by coming to the field: a rewritten text would lose its selection. The form reads the
 * number, and keeps what is none so that it can be refused in words.
 *
 * `widgetOptions`: `step` for the arrow keys; for an amount `unit: "wan"`; for a share (`percent`) `base: 1` where a quarter is 0.25,
 * `base: 100` where it is 25.
 */
export const number: Widget = {
  labelled: 'control',
  shape: (node, context) => `${unitOf(node, context)} ${inputMode(node)} ${stepOf(node) ?? ''}`,
  draw: (node, context) => {
    const unit = unitOf(node, context);
    const role: Readonly<Record<string, string>> = stepOf(node) === undefined ? {} : { role: 'spinbutton' };
    const input = make('input', { class: `input ${node.widget}`, type: 'text', inputmode: inputMode(node), autocomplete: 'off', ...role });
    return [unit === '' ? input : make('div', { class: `with-unit ${node.widget}` }, input, make('span', { class: 'unit' }, unit))];
  },
  descriptions: (node, context) => (unitOf(node, context) === '' ? [] : ['-unit']),
  patch: (field, node, before, { editing, locale }) => {
    const control = inputOf(field.box) as TextControl;
    patchTextControl(control, field, node, editing?.pointer === node.pointer ? editing.text : displayNumber(node, locale));
    if (!before && control.nextElementSibling?.matches('.unit') === true) control.nextElementSibling.id = `${field.id}-unit`;
    if (stepOf(node) !== undefined) patchSpin(control, node);
  },
  handle: (event, node, context) => {
    const { pointer } = node;
    if (event.type === 'change') context.commit(pointer);
    if (event.type === 'focusout') context.edit(pointer, undefined);
    if (event.type === 'keydown') step(event as KeyboardEvent, node, context);
    if (event.type !== 'input') return;
    const { value } = event.target as TextControl;
    context.edit(pointer, value);
    context.input(pointer, countsInWan(node, context.locale) ? readWan(value) : withoutSeparators(value));
  },
  control: inputOf,
};

function patchSpin(control: TextControl, { value, minimum, maximum }: FormNode): void {
  setAttribute(control, 'aria-valuenow', typeof value === 'number' ? String(value) : undefined);
  setAttribute(control, 'aria-valuemin', minimum === undefined ? undefined : String(minimum));
  setAttribute(control, 'aria-valuemax', maximum === undefined ? undefined : String(maximum));
}

function step(event: KeyboardEvent, node: FormNode, context: FieldContext): void {
  const next = event.altKey || event.ctrlKey || event.metaKey ? undefined : stepped(node, event.key);
  if (next === undefined) return;
  event.preventDefault();
  context.edit(node.pointer, undefined);
  choose(context, node.pointer, next);
}
