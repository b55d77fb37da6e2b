import { setAttribute } from '../../dom.js';
import { ariaInvalid } from '../../field-context.js';
import type { Widget } from '../../widget.js';
import { choose, drawChoices, patchChoice, sameChoice, shapeOfOptions } from '../choices.js';
import { firstInputOf } from '../control.js';

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

export const checkboxes: Widget = {
  labelled: 'group',
  role: 'group',
  shape: ({ options }) => shapeOfOptions(options),
  draw: ({ options }) => [drawChoices('checkbox', options, 'choices')],
  patch: ({ box, id }, node, before) => {
    const values = listOf(node.value);
    box.querySelectorAll<HTMLInputElement>('.choice > input').forEach((input, index) => {
      if (!before) input.id = index === 0 ? id : `${id}-${index}`;
      setAttribute(input, 'aria-invalid', ariaInvalid(node));
      patchChoice(input, values.some((value) => sameChoice(value, node.options[index]?.value)), node);
    });
  },
  handle: (event, node, context) => {
    if (event.type !== 'change') return;
    const input = event.target as HTMLInputElement;
    const values = listOf(node.value);
    // Kept in the order of the choices, so that the same choice is the same answer however it was clicked together.
    const next = node.options.filter(({ value }, index) => (index === Number(input.value) ? input.checked : values.some((item) => sameChoice(item, value))));
    choose(context, node.pointer, next.length === 0 ? undefined : next.map(({ value }) => value));
  },
  control: firstInputOf,
};
