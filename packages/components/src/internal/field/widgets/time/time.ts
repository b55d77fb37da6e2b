import type { FormNode } from '@cobuild/core';
import { make, setAttribute } from '../../dom.js';
import type { Widget } from '../../widget.js';
import type { TextControl } from '../control.js';
import { inputOf, patchTextControl } from '../control.js';
import { dayLimit } from '../date/date.js';
import { handleTypedText } from '../typed-text.js';
import { wallDateTime, wallTime } from './local-time.js';

const offsetOf = ({ widgetOptions }: FormNode): string => (typeof widgetOptions?.['offset'] === 'string' ? widgetOptions['offset'] : '+08:00');

/** The browser's own field of hours and minutes. `widgetOptions.offset`: what its clock is ahead of UTC, default `+08:00`; where the schema says `format: "time"`, the answer carries it. */
export const time: Widget = {
  labelled: 'control',
  draw: () => [make('input', { class: 'input date', type: 'time', autocomplete: 'off' })],
  patch: (field, node) => patchTextControl(inputOf(field.box) as TextControl, field, node, wallTime(node.value, offsetOf(node))),
  handle: handleTypedText,
  control: inputOf,
};

/** The same with the day. `widgetOptions` of time and of date. */
export const dateTime: Widget = {
  ...time,
  draw: () => [make('input', { class: 'input date-time', type: 'datetime-local', autocomplete: 'off' })],
  patch: (field, node) => {
    const control = inputOf(field.box) as TextControl;
    setAttribute(control, 'max', `${dayLimit(node, 'max') ?? ''}T23:59`);
    const min = dayLimit(node, 'min');
    setAttribute(control, 'min', min === undefined ? undefined : `${min}T00:00`);
    patchTextControl(control, field, node, wallDateTime(node.value, offsetOf(node)));
  },
};
