import type { FormNode } from '@cobuild/core';
import { codeWidgets, groupedCode } from '@cobuild/core';
import { make } from '../../dom.js';
import type { Widget } from '../../widget.js';
import type { TextControl } from '../control.js';
import { inputOf, patchTextControl, shownText } from '../control.js';

/** In groups while nobody types, so that it can be compared with the card. */
const shownCode = (format: string, { value }: FormNode): string => (typeof value === 'string' ? groupedCode(format, value) : shownText(value));

/**
 * A code that people copy from a card or a letter: typed or pasted with spaces, dashes, small letters and full-width digits, stored without.
 * What is wrong with it is said by the check of its format.
 */
const code = (widget: string, attributes: Readonly<Record<string, string>>): Widget => {
  const format = codeWidgets[widget] ?? widget;
  return {
    labelled: 'control',
    draw: () => [make('input', { class: 'input code', type: 'text', autocomplete: 'off', spellcheck: 'false', ...attributes })],
    patch: (field, node, _before, { editing }) =>
      patchTextControl(inputOf(field.box) as TextControl, field, node, editing?.pointer === node.pointer ? editing.text : shownCode(format, node)),
    handle: (event, { pointer }, context) => {
      if (event.type === 'change') context.commit(pointer);
      if (event.type === 'focusout') context.edit(pointer, undefined);
      if (event.type !== 'input') return;
      const { value } = event.target as TextControl;
      context.edit(pointer, value);
      context.input(pointer, value === '' ? undefined : value);
    },
    control: inputOf,
  };
};

const capitals = { autocapitalize: 'characters' };

/** Widgets for codes. A citizen number may end in X, for which a phone's keyboard of digits has no key. */
export const codes: Readonly<Record<string, Widget>> = {
  citizenNumber: code('citizenNumber', capitals),
  organisationCode: code('organisationCode', capitals),
  phone: code('phone', { type: 'tel', autocomplete: 'tel' }),
  bankCard: code('bankCard', { inputmode: 'numeric' }),
  bankAccount: code('bankAccount', { inputmode: 'numeric' }),
};
