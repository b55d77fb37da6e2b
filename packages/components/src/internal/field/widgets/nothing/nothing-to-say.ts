import { make, setText } from '../../dom.js';
import type { Widget } from '../../widget.js';
import { patchChoice } from '../choices.js';
import { confirmation } from '../confirmation/confirmation.js';
import { firstInputOf, patchControl } from '../control.js';

/** A quiet box behind a question: there is nothing to say. It promises nothing and is never required. */
export const nothingToSay: Widget = {
  ...confirmation,
  draw: () => [make('label', { class: 'choice nothing-to-say' }, make('input', { type: 'checkbox' }), make('span', {}, ''))],
  patch: (field, node) => {
    const control = firstInputOf(field.box) as HTMLInputElement;
    patchControl(control, field, node);
    patchChoice(control, node.value === true, node);
    const sentence = control.nextElementSibling as Element;
    sentence.id = `${field.id}-label`;
    setText(sentence, node.label);
  },
};
