import { make, setAttribute, setText } from '../../dom.js';
import type { Widget } from '../../widget.js';
import type { TextControl } from '../control.js';
import { inputOf, patchTextControl, shownText } from '../control.js';
import { handleTypedText } from '../typed-text.js';
import { wordsFor } from '../../words-for.js';
import { passwordWords } from './words.js';

/** Something that nobody is to read over the shoulder, and that is not shown again (`writeOnly`). A button shows what is typed. */
export const password: Widget = {
  labelled: 'control',
  draw: (_node, { locale }) => [
    make(
      'div',
      { class: 'with-unit' },
      make('input', { class: 'input', type: 'password', autocomplete: 'new-password', spellcheck: 'false', autocapitalize: 'none' }),
      make('button', { class: 'button', type: 'button', 'aria-pressed': 'false' }, passwordWords[locale].show),
    ),
  ],
  patch: (field, node) => {
    const control = inputOf(field.box) as TextControl;
    patchTextControl(control, field, node, shownText(node.value));
    setAttribute(control.nextElementSibling as Element, 'aria-controls', field.id);
    setAttribute(control.nextElementSibling as Element, 'aria-describedby', `${field.id}-label`);
  },
  handle: (event, node, context) => {
    const button = event.type === 'click' ? (event.target as Element).closest('button') : null;
    const control = button?.previousElementSibling;
    if (!button || !(control instanceof HTMLInputElement)) return handleTypedText(event, node, context);
    const isShown = control.type === 'password';
    control.type = isShown ? 'text' : 'password';
    button.setAttribute('aria-pressed', String(isShown));
    setText(button, wordsFor(context, passwordWords)[isShown ? 'hide' : 'show']);
  },
  control: inputOf,
};
