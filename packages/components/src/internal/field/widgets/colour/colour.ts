import { make, setAttribute } from '../../dom.js';
import type { Widget } from '../../widget.js';
import { choose } from '../choices.js';
import type { TextControl } from '../control.js';
import { inputOf, patchTextControl, shownText } from '../control.js';
import { handleTypedText } from '../typed-text.js';
import { colourStyles } from './colour.styles.js';
import { colourWords } from './words.js';

const isColour = (value: unknown): value is string => typeof value === 'string' && /^#[\da-f]{6}$/i.test(value);

/** A colour `#1a4f8b`: typed, or picked in the browser's own way. The picker alone could not be left empty. */
export const colour: Widget = {
  labelled: 'control',
  styles: colourStyles,
  draw: () => [make('div', { class: 'with-unit colour' }, make('input', { class: 'input', type: 'text', autocomplete: 'off', spellcheck: 'false' }), make('input', { class: 'swatch', type: 'color' }))],
  patch: (field, node, _before, { locale }) => {
    const control = inputOf(field.box) as TextControl;
    const swatch = control.nextElementSibling as HTMLInputElement;
    patchTextControl(control, field, node, shownText(node.value));
    setAttribute(swatch, 'aria-label', colourWords[locale].pick({ label: node.label }));
    swatch.classList.toggle('none', !isColour(node.value));
    const shown = isColour(node.value) ? node.value.toLowerCase() : '#ffffff';
    if (swatch.value !== shown) swatch.value = shown;
  },
  handle: (event, node, context) => {
    const { target } = event;
    if (!(target instanceof HTMLInputElement) || target.type !== 'color') return handleTypedText(event, node, context);
    if (event.type === 'input') context.input(node.pointer, target.value);
    if (event.type === 'change') choose(context, node.pointer, target.value);
  },
  control: inputOf,
};
