import { make } from '../../dom.js';
import type { Widget } from '../../widget.js';
import type { TextControl } from '../control.js';
import { inputOf, patchTextControl, shownText } from '../control.js';
import { handleTypedText } from '../typed-text.js';

export const text: Widget = {
  labelled: 'control',
  draw: () => [make('input', { class: 'input text', type: 'text', autocomplete: 'off' })],
  patch: (field, node) => patchTextControl(inputOf(field.box) as TextControl, field, node, shownText(node.value)),
  handle: handleTypedText,
  control: inputOf,
};
