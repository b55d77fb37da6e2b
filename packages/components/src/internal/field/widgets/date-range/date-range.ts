import { make, setAttribute } from '../../dom.js';
import type { Widget } from '../../widget.js';
import { firstInputOf } from '../control.js';
import { dayLimit, drawDay } from '../date/date.js';
import { readDay } from '../date/read-day.js';
import { drawPart, partValue, patchPart, roleOf, withPart } from '../parts.js';
import { partsStyles } from '../parts.styles.js';

/**
 * From one day to another, both included: `{ from: '2026-03-05', to: '2026-06-30' }`. `widgetOptions`: `from` and `to` name the properties; `min`
 * and `max`, the first and the last day; `titles` of the properties.
 */
export const dateRange: Widget = {
  labelled: 'group',
  role: 'group',
  styles: partsStyles,
  draw: () => [make('div', { class: 'parts' }, drawPart('from', drawDay()), drawPart('to', drawDay()))],
  patch: (field, node) => {
    const from = partValue(node, 'from');
    for (const role of ['from', 'to'] as const) {
      const control = patchPart(field, node, role, role === 'from') as HTMLInputElement;
      const value = partValue(node, role);
      const text = typeof value === 'string' ? value : '';
      // The picker opens at the beginning; what was typed before it is refused in words.
      setAttribute(control, 'min', role === 'to' && typeof from === 'string' && readDay(from) !== undefined ? from : dayLimit(node, 'min'));
      setAttribute(control, 'max', dayLimit(node, 'max'));
      if (control.value !== text) control.value = text;
    }
  },
  handle: (event, node, context) => {
    const role = roleOf(event.target);
    if (role === undefined) return;
    const control = event.target as HTMLInputElement;
    const pasted = event.type === 'paste' ? readDay((event as ClipboardEvent).clipboardData?.getData('text') ?? '') : undefined;
    if (pasted !== undefined) event.preventDefault();
    if (event.type === 'input' || pasted !== undefined) context.input(node.pointer, withPart(node, role, pasted ?? (control.value === '' ? undefined : control.value)));
    if (event.type === 'change' || pasted !== undefined) context.commit(node.pointer);
  },
  control: firstInputOf,
};
