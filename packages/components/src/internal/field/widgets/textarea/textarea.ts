import { make } from '../../dom.js';
import type { Widget } from '../../widget.js';
import type { TextControl } from '../control.js';
import { inputOf, patchTextControl, shownText } from '../control.js';
import { handleTypedText } from '../typed-text.js';
import { speakCount } from './spoken-count.js';

/** Characters as a person counts them and JSON Schema does: 𠮷 is one, though two code units. */
const characterCount = (value: unknown): number => (typeof value === 'string' ? Array.from(value).length : 0);

/** Behind the sentence for readers. */
const countLineOf = (control: Element): Element | null | undefined => control.nextElementSibling?.nextElementSibling;

/** Long text, with a count where the schema has a limit. */
export const textarea: Widget = {
  labelled: 'control',
  shape: ({ maxLength }) => String(maxLength),
  draw: ({ maxLength: limit }, { words }) => [
    make('textarea', { class: 'input', rows: '4' }),
    ...(limit === undefined ? [] : [make('span', { class: 'visually-hidden' }, words.characterLimit({ limit })), make('p', { 'class': 'count', 'aria-hidden': 'true' })]),
  ],
  descriptions: ({ maxLength }) => (maxLength === undefined ? [] : ['-count']),
  patch: (field, node, before, { words }) => {
    const control = inputOf(field.box) as TextControl;
    patchTextControl(control, field, node, shownText(node.value));
    const { maxLength: limit } = node;
    const line = countLineOf(control);
    if (limit === undefined || !line?.previousElementSibling || (before && node.value === before.value)) return;
    const count = characterCount(node.value);
    line.previousElementSibling.id = `${field.id}-count`;
    line.classList.toggle('over', count > limit);
    line.textContent = count > limit ? words.charactersOver({ count, limit }) : words.characters({ count, limit });
  },
  handle: (event, node, context) => {
    handleTypedText(event, node, context);
    const line = event.type === 'input' ? countLineOf(event.target as Element) : undefined;
    if (line && node.maxLength !== undefined) speakCount(line, characterCount((event.target as TextControl).value), node.maxLength, line.textContent);
  },
  control: inputOf,
};
