import { make } from '../../dom.js';
import type { Widget } from '../../widget.js';
import { choose, optionIndex, optionsOf, shapeOfOptions } from '../choices.js';
import { inputOf, isAnswered, patchControl, shownText } from '../control.js';

/** The value of the entry for an answer that is no longer among the choices: it stays visible and chosen until the person picks another. */
const STRANGE = 'strange';

export const select: Widget = {
  labelled: 'control',
  shape: (node, context) => shapeOfOptions(optionsOf(node, context)),
  draw: (node, context) => {
    const options = optionsOf(node, context).map(({ label }, index) => make('option', { value: String(index) }, label));
    return [make('select', { class: 'input' }, make('option', { value: '' }, context.words.choose), ...options)];
  },
  patch: (field, node, _before, context) => {
    const { words } = context;
    const control = inputOf(field.box) as HTMLSelectElement;
    patchControl(control, field, node);
    const first = control.options[0];
    const invitation = node.placeholder === '' ? words.choose : node.placeholder;
    if (first && first.text !== invitation) first.text = invitation;
    const chosen = optionIndex(optionsOf(node, context), node.value);
    const strange = isAnswered(node) && chosen < 0;
    patchStrange(control, strange ? words.unknownChoice({ value: shownText(node.value) }) : undefined);
    const current = chosen >= 0 ? String(chosen) : strange ? STRANGE : '';
    if (control.value !== current) control.value = current;
  },
  handle: (event, node, context) => {
    if (event.type !== 'change') return;
    const { value } = event.target as HTMLSelectElement;
    if (value !== STRANGE) choose(context, node.pointer, value === '' ? undefined : optionsOf(node, context)[Number(value)]?.value);
  },
  control: inputOf,
};

function patchStrange(control: HTMLSelectElement, label: string | undefined): void {
  const last = control.lastElementChild as HTMLOptionElement;
  const known = last.value === STRANGE ? last : undefined;
  if (label === undefined) known?.remove();
  else if (known) known.text = label;
  else control.append(make('option', { value: STRANGE }, label));
}
