import { make, setText } from '../../dom.js';
import { patchMark } from '../../field-label.js';
import type { Widget } from '../../widget.js';
import { choose, patchChoice } from '../choices.js';
import { firstInputOf, patchControl } from '../control.js';

/** A pledge: one box whose label is the sentence that the person agrees to. */
export const confirmation: Widget = {
  labelled: 'bare',
  draw: () => [make('label', { class: 'choice confirmation' }, make('input', { type: 'checkbox' }), make('span', {}, ''))],
  patch: (field, node, _before, { words }) => {
    const control = firstInputOf(field.box) as HTMLInputElement;
    patchControl(control, field, node);
    patchChoice(control, node.value === true, node);
    const sentence = control.nextElementSibling as Element;
    sentence.id = `${field.id}-label`;
    setText(sentence, node.label);
    patchMark(sentence, node.required ? '' : words.optional);
  },
  handle: (event, node, context) => {
    if (event.type === 'change') choose(context, node.pointer, (event.target as HTMLInputElement).checked ? true : undefined);
  },
  control: firstInputOf,
};
