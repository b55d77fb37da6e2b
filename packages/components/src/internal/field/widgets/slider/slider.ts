import type { FormNode } from '@cobuild/core';
import { answerText } from '../../parts/texts.js';
import { make, setAttribute } from '../../dom.js';
import type { FieldContext } from '../../field-context.js';
import type { Widget } from '../../widget.js';
import { choose } from '../choices.js';
import { inputOf, isAnswered, patchControl } from '../control.js';
import { stepOf } from '../number/step-keys.js';
import { wordsFor } from '../../words-for.js';
import { sliderStyles } from './slider.styles.js';
import { sliderWords } from './words.js';

const spoken = (node: FormNode, context: FieldContext): string => (isAnswered(node) ? answerText(node, context) : wordsFor(context, sliderWords).none);

/**
 * A number between two ends, with the number beside it. A browser's slider always stands somewhere: until the person moves it or clicks on it
 * there is no answer, and it says so. `widgetOptions.step`: what one arrow key changes, default 1.
 */
export const slider: Widget = {
  labelled: 'control',
  styles: sliderStyles,
  shape: (node) => `${node.minimum ?? 0} ${node.maximum ?? 100} ${stepOf(node) ?? 1}`,
  draw: (node) => [
    make(
      'div',
      { class: 'slider' },
      make('input', { class: 'input', type: 'range', min: String(node.minimum ?? 0), max: String(node.maximum ?? 100), step: String(stepOf(node) ?? 1) }),
      make('output', { class: 'answer-text figure', 'aria-hidden': 'true' }),
    ),
  ],
  patch: (field, node, _before, context) => {
    const control = inputOf(field.box) as HTMLInputElement;
    patchControl(control, field, node);
    const position = typeof node.value === 'number' ? String(node.value) : control.min;
    if (control.value !== position) control.value = position;
    const text = spoken(node, context);
    control.classList.toggle('none', !isAnswered(node));
    setAttribute(control, 'aria-valuetext', text);
    (control.nextElementSibling as Element).textContent = text;
  },
  handle: (event, node, context) => {
    const control = event.target as HTMLInputElement;
    if (event.type === 'input') context.input(node.pointer, control.value);
    if (event.type === 'change') context.commit(node.pointer);
    // Where it stands already is a choice too, and changes nothing that the browser would tell.
    const isTaken = event.type === 'click' || (event instanceof KeyboardEvent && event.type === 'keydown' && /^(Home| |Enter)$/.test(event.key));
    if (isTaken && control.type === 'range' && !isAnswered(node)) choose(context, node.pointer, control.value);
  },
  control: inputOf,
};
