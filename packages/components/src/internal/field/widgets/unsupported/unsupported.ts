import { make } from '../../dom.js';
import type { Widget } from '../../widget.js';

/** A question that cannot be drawn: says where to turn. Its answer stays as it is. */
export const unsupported: Widget = {
  labelled: 'control',
  draw: (_node, { words }) => [make('output', { class: 'computed-value empty' }, words.unsupported)],
  patch: ({ box, id }) => {
    (box.querySelector('output') as Element).id = id;
  },
  control: () => undefined,
};
