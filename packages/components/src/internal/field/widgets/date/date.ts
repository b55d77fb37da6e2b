import type { FormNode } from '@cobuild/core';
import { formatDate, isDate } from '@cobuild/core';
import { make, setAttribute } from '../../dom.js';
import type { FieldContext } from '../../field-context.js';
import type { Widget } from '../../widget.js';
import { choose } from '../choices.js';
import type { TextControl } from '../control.js';
import { inputOf, patchTextControl, shownText } from '../control.js';
import { handleTypedText } from '../typed-text.js';
import { readDay } from './read-day.js';

/** Without an end a browser takes years of six digits and waits for them; `format: "date"` has four. */
export const LAST_DAY = '9999-12-31';

const isTyped = ({ widgetOptions }: FormNode): boolean => widgetOptions?.['typed'] === true;

export const dayLimit = ({ widgetOptions }: Pick<FormNode, 'widgetOptions'>, end: 'min' | 'max'): string | undefined => {
  const day = widgetOptions?.[end];
  return typeof day === 'string' && isDate(day) ? day : end === 'max' ? LAST_DAY : undefined;
};

/** The browser's own field for a day. */
export const drawDay = (className = 'input date'): HTMLInputElement => make('input', { class: className, type: 'date', max: LAST_DAY, autocomplete: 'off' });

/**
 * The browser's own date field: typed or picked, in the order the person is used to, always stored as `2026-03-05`. A date that is pasted
 * into it may be written in Chinese.
 *
 * `widgetOptions`: `min` and `max`, the first and the last day; `typed: true` for days long ago, such as those of birth, which are written
 * faster than picked: a text that is read in any usual form, with the picker beside it.
 */
export const date: Widget = {
  labelled: 'control',
  shape: (node) => String(isTyped(node)),
  draw: (node) => [
    isTyped(node)
      ? make('div', { class: 'with-unit typed-date' }, make('input', { class: 'input date', type: 'text', autocomplete: 'off' }), setHidden(drawDay('input picker')))
      : drawDay(),
  ],
  patch: (field, node, _before, { editing, locale }) => {
    const control = inputOf(field.box) as HTMLInputElement;
    const { value } = node;
    const day = typeof value === 'string' && isDate(value) ? value : undefined;
    const native = isTyped(node) ? (control.nextElementSibling as HTMLInputElement) : control;
    for (const end of ['min', 'max'] as const) setAttribute(native, end, dayLimit(node, end));
    if (native === control) return patchTextControl(control, field, node, shownText(value));
    patchTextControl(control, field, node, editing?.pointer === node.pointer ? editing.text : day === undefined ? shownText(value) : formatDate(day, locale));
    if (native.value !== (day ?? '')) native.value = day ?? '';
  },
  handle: (event, node, context) => {
    if (event.type === 'paste') return pasteDay(event as ClipboardEvent, node, context);
    if (!isTyped(node)) return handleTypedText(event, node, context);
    const control = event.target as TextControl;
    if (control.matches('.picker')) {
      if (event.type === 'change') choose(context, node.pointer, control.value === '' ? undefined : control.value);
      return;
    }
    if (event.type === 'change') context.commit(node.pointer);
    if (event.type === 'focusout') context.edit(node.pointer, undefined);
    if (event.type !== 'input') return;
    context.edit(node.pointer, control.value);
    context.input(node.pointer, control.value === '' ? undefined : (readDay(control.value) ?? control.value));
  },
  control: inputOf,
};

/** For the mouse only: everybody else types. */
function setHidden(picker: HTMLElement): HTMLElement {
  picker.setAttribute('aria-hidden', 'true');
  picker.tabIndex = -1;
  return picker;
}

function pasteDay(event: ClipboardEvent, node: FormNode, context: FieldContext): void {
  const control = event.target;
  const day = control instanceof HTMLInputElement && control.type === 'date' ? readDay(event.clipboardData?.getData('text') ?? '') : undefined;
  if (day === undefined) return;
  event.preventDefault();
  choose(context, node.pointer, day);
}
