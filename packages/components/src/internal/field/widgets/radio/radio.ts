import type { FormNode } from '@cobuild/core';
import { make } from '../../dom.js';
import type { FieldContext } from '../../field-context.js';
import type { Widget } from '../../widget.js';
import { choose, drawChoices, optionsOf, patchChoice, sameChoice, shapeOfOptions } from '../choices.js';
import { firstInputOf, isAnswered } from '../control.js';

const widget = (className: string): Widget => ({
  labelled: 'group',
  role: 'radiogroup',
  shape: (node, context) => shapeOfOptions(optionsOf(node, context)),
  draw: (node, context) => [drawChoices('radio', optionsOf(node, context), className)],
  patch: ({ box, id }, node, before, context) => {
    const options = optionsOf(node, context);
    box.querySelectorAll<HTMLInputElement>('.choice > input').forEach((input, index) => {
      if (!before) Object.assign(input, { id: index === 0 ? id : `${id}-${index}`, name: id });
      patchChoice(input, sameChoice(options[index]?.value, node.value), node);
    });
    patchClear(box, node, context);
  },
  handle: (event, node, context) => {
    const target = event.target as Element;
    if (event.type === 'change') choose(context, node.pointer, optionsOf(node, context)[Number((target as HTMLInputElement).value)]?.value);
    if (event.type === 'click' && target.matches('.link')) choose(context, node.pointer, undefined);
  },
  control: (box) => box.querySelector<HTMLElement>('input:checked') ?? firstInputOf(box),
});

/** A radio button cannot be taken back by itself; what may stay empty gets a button for that. */
function patchClear(box: HTMLElement, node: FormNode, { words }: FieldContext): void {
  const choices = box.querySelector('.choices') as Element;
  const note = choices.nextElementSibling?.matches('.note') === true ? choices.nextElementSibling : undefined;
  const wanted = !node.required && isAnswered(node);
  if (!wanted) note?.remove();
  else if (!note) choices.after(make('p', { class: 'note' }, make('button', { type: 'button', class: 'link' }, words.clearChoice)));
}

export const radio: Widget = widget('choices');

/** Two short choices beside each other. */
export const yesNo: Widget = widget('choices inline');
