import type { FormNode } from '@cobuild/core';
import { make, setAttribute } from '../../dom.js';
import type { FieldContext } from '../../field-context.js';
import { ariaInvalid } from '../../field-context.js';
import type { Widget } from '../../widget.js';
import { choose, drawChoices, optionIndex, patchChoice, sameChoice, shapeOfOptions } from '../choices.js';
import { firstInputOf, shownText } from '../control.js';

/** Before the number of an answer that is no longer among the choices: it stays ticked, by its value, until the person unticks it. */
const STRANGE = 'strange-';

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

const strangeOf = ({ value, options }: FormNode): readonly unknown[] => listOf(value).filter((each) => optionIndex(options, each) < 0);

export const checkboxes: Widget = {
  labelled: 'group',
  role: 'group',
  shape: ({ options }) => shapeOfOptions(options),
  draw: ({ options }) => [drawChoices('checkbox', options, 'choices')],
  patch: ({ box, id }, node, before, context) => {
    const values = listOf(node.value);
    patchStrange(box.querySelector('.choices') as Element, strangeOf(node), before === undefined ? undefined : strangeOf(before), context);
    box.querySelectorAll<HTMLInputElement>('.choice > input').forEach((input, index) => {
      if (!before || index >= node.options.length) input.id = index === 0 ? id : `${id}-${index}`;
      setAttribute(input, 'aria-invalid', ariaInvalid(node));
      patchChoice(input, index >= node.options.length || values.some((value) => sameChoice(value, node.options[index]?.value)), node);
    });
  },
  handle: (event, node, context) => {
    if (event.type !== 'change') return;
    const input = event.target as HTMLInputElement;
    const values = listOf(node.value);
    // Kept in the order of the choices, so that the same choice is the same answer however it was clicked together.
    const chosen = node.options.filter(({ value }, index) => (String(index) === input.value ? input.checked : values.some((item) => sameChoice(item, value))));
    const strange = strangeOf(node).filter((_, index) => `${STRANGE}${index}` !== input.value);
    const next = [...chosen.map(({ value }) => value), ...strange];
    choose(context, node.pointer, next.length === 0 ? undefined : next);
  },
  control: firstInputOf,
};

function patchStrange(choices: Element, strange: readonly unknown[], before: readonly unknown[] | undefined, { words }: FieldContext): void {
  if (strange.length === (before?.length ?? 0) && strange.every((value, index) => sameChoice(value, before?.[index]))) return;
  choices.querySelectorAll('.strange').forEach((choice) => choice.remove());
  strange.forEach((value, index) => choices.append(make('label', { class: 'choice strange' }, make('input', { type: 'checkbox', value: `${STRANGE}${index}` }), words.unknownChoice({ value: shownText(value) }))));
}
