import { make } from '../../dom.js';
import type { Widget } from '../../widget.js';

/** A question whose only answer is that there is none. */
export const nothingToFill: Widget = {
  labelled: 'control',
  draw: (_node, { words }) => [make('output', { class: 'computed-value empty' }, words.nothingToFill)],
  patch: ({ box, id }) => {
    (box.querySelector('output') as Element).id = id;
  },
  control: () => undefined,
};
