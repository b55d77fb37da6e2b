import { make } from '../../dom.js';
import type { Widget } from '../../widget.js';
import { text } from '../text/text.js';

/** Without an end a browser takes years of six digits and waits for them; `format: "date"` has four. */
const LAST_DAY = '9999-12-31';

/** The browser's own date field: typed or picked, in the order the person is used to, always stored as `2026-03-05`. */
export const date: Widget = {
  ...text,
  draw: () => [make('input', { class: 'input date', type: 'date', max: LAST_DAY, autocomplete: 'off' })],
};
