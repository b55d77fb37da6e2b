import { make, setAttribute } from '../../dom.js';
import type { Widget } from '../../widget.js';
import type { TextControl } from '../control.js';
import { inputOf, patchTextControl, shownText } from '../control.js';
import { handleTypedText } from '../typed-text.js';

/**
 * One line of text.
 *
 * `widgetOptions.autocomplete` says what a browser may fill in, in the words of HTML: `name`, `organization`, `street-address`.
 *
 * @param attributes - Of the control: the keyboard of a phone, what the browser may fill in.
 */
export const textInput = (attributes: Readonly<Record<string, string>> = {}): Widget => ({
  labelled: 'control',
  draw: () => [make('input', { class: 'input text', type: 'text', autocomplete: 'off', ...attributes })],
  patch: (field, node) => {
    const control = inputOf(field.box) as TextControl;
    patchTextControl(control, field, node, shownText(node.value));
    const autocomplete = node.widgetOptions?.['autocomplete'];
    if (typeof autocomplete === 'string') setAttribute(control, 'autocomplete', autocomplete);
  },
  handle: handleTypedText,
  control: inputOf,
});
