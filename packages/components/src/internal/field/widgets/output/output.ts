import { make } from '../../dom.js';
import { textPart } from '../../parts/view-parts.js';
import type { Widget } from '../../widget.js';

/** An answer that nobody types: calculated, or fixed at this stage. */
export const output: Widget = {
  labelled: 'control',
  draw: () => [make('output', { class: 'computed-value answer-text' })],
  patch: ({ box, id }, node, _before, context) => {
    const shown = box.querySelector('output') as HTMLOutputElement;
    const { text, unit } = textPart.now.answerParts(node, context);
    shown.id = id;
    shown.classList.toggle('empty', text === '');
    const empty = node.computed ? context.words.notYetComputed : context.words.notFilled;
    shown.textContent = text === '' ? empty : text;
    if (text !== '' && unit !== '') shown.append(make('span', { class: 'unit' }, ` ${unit}`));
  },
  control: () => undefined,
};
