import { make } from '../../dom.js';
import type { Widget } from '../../widget.js';
import { choose, optionsOf } from '../choices.js';
import { inputOf, isAnswered, patchControl } from '../control.js';
import { toggleStyles } from './toggle.styles.js';

/**
 * Yes or no as a switch, for settings that take effect at once rather than questions: it always stands on one side, so an open question
 * looks like a no. Where an answer is wanted, radio buttons ask for it.
 */
export const toggle: Widget = {
  labelled: 'control',
  styles: toggleStyles,
  draw: () => [make('div', { class: 'toggle' }, make('input', { class: 'input', type: 'checkbox', role: 'switch' }), make('span', { class: 'answer-text', 'aria-hidden': 'true' }))],
  patch: (field, node, _before, context) => {
    const control = inputOf(field.box) as HTMLInputElement;
    patchControl(control, field, node);
    if (control.checked !== (node.value === true)) control.checked = node.value === true;
    const named = optionsOf({ ...node, widget: 'yesNo' }, context).find(({ value }) => value === node.value);
    (control.nextElementSibling as Element).textContent = isAnswered(node) ? (named?.label ?? '') : '—';
  },
  handle: (event, node, context) => {
    if (event.type === 'change') choose(context, node.pointer, (event.target as HTMLInputElement).checked);
    // Off can be meant: a key says so where nothing was answered yet.
    if (event instanceof KeyboardEvent && event.type === 'keydown' && event.key === 'Enter') {
      event.preventDefault();
      choose(context, node.pointer, node.value !== true);
    }
  },
  control: inputOf,
};
