import { make } from '../../dom.js';
import type { Widget } from '../../widget.js';
import type { TextControl } from '../control.js';
import { inputOf, patchTextControl } from '../control.js';
import { displayNumber, withoutSeparators } from './number-text.js';
import { unitOf } from './unit.js';

/**
 * A text field rather than `type=number`: that one changes with the mouse wheel, hides what it cannot read and knows no grouping. The
 * text changes by typing only, never by coming to the field: a rewritten text would lose its selection. The form reads the
 * number, and keeps what is none so that it can be refused in words.
 */
export const number: Widget = {
  labelled: 'control',
  shape: (node, context) => unitOf(node, context),
  draw: (node, context) => {
    const unit = unitOf(node, context);
    const input = make('input', { class: `input ${node.widget}`, type: 'text', inputmode: 'decimal', autocomplete: 'off' });
    return [unit === '' ? input : make('div', { class: `with-unit ${node.widget}` }, input, make('span', { class: 'unit' }, unit))];
  },
  descriptions: (node, context) => (unitOf(node, context) === '' ? [] : ['-unit']),
  patch: (field, node, before, { editing, locale }) => {
    const control = inputOf(field.box) as TextControl;
    patchTextControl(control, field, node, editing?.pointer === node.pointer ? editing.text : displayNumber(node, locale));
    if (!before && control.nextElementSibling?.matches('.unit') === true) control.nextElementSibling.id = `${field.id}-unit`;
  },
  handle: (event, { pointer }, context) => {
    if (event.type === 'change') context.commit(pointer);
    if (event.type === 'focusout') context.edit(pointer, undefined);
    if (event.type !== 'input') return;
    const { value } = event.target as TextControl;
    context.edit(pointer, value);
    context.input(pointer, withoutSeparators(value));
  },
  control: inputOf,
};
